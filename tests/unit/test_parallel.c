/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/parallel.h"
#include "tests/unit/runner.h"

#include <errno.h>
#include <stdatomic.h>

#define N_TASKS 200

typedef struct {
  atomic_int n_runs[N_TASKS];
  size_t broken; /* From this task on all fail */
} Tasks;

static TwStatus
run_task(void* data, size_t number)
{
  Tasks* const tasks = data;
  atomic_fetch_add(&tasks->n_runs[number], 1);
  errno = (int)number + 1;
  return number < tasks->broken ? TW_OK : TW_ERR_WRITE;
}

static int
count_runs(Tasks* tasks)
{
  int n = 0;
  for (size_t i = 0; i < N_TASKS; ++i) {
    n += atomic_load(&tasks->n_runs[i]);
  }
  return n;
}

START_TEST(each_task_runs_once_in_any_number_of_threads)
{
  for (size_t n_threads = 0; n_threads < 9; ++n_threads) {
    Tasks tasks = {.broken = N_TASKS};
    ck_assert_int_eq(tw_parallel_run(n_threads, N_TASKS, run_task, &tasks),
                     TW_OK);
    for (size_t i = 0; i < N_TASKS; ++i) {
      ck_assert_int_eq(atomic_load(&tasks.n_runs[i]), 1);
    }
  }
}
END_TEST

START_TEST(nothing_to_do_is_done)
{
  Tasks tasks = {.broken = 0};
  ck_assert_int_eq(tw_parallel_run(4, 0, run_task, &tasks), TW_OK);
  ck_assert_int_eq(count_runs(&tasks), 0);
}
END_TEST

START_TEST(the_first_failure_comes_back_and_ends_it)
{
  for (size_t n_threads = 1; n_threads < 9; ++n_threads) {
    Tasks tasks = {.broken = 20};
    errno = 0;
    ck_assert_int_eq(tw_parallel_run(n_threads, N_TASKS, run_task, &tasks),
                     TW_ERR_WRITE);
    ck_assert_int_eq(errno, 21);
    ck_assert_int_le(count_runs(&tasks), 20 + (int)n_threads);
  }
}
END_TEST

Suite*
test_parallel_suite(void)
{
  const TTest* const tests[] = {
    each_task_runs_once_in_any_number_of_threads,
    nothing_to_do_is_done,
    the_first_failure_comes_back_and_ends_it,
  };
  return SUITE_OF("parallel", tests);
}
