/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/parallel.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#define MOST_THREADS 64

typedef struct {
  TwStatus (*task)(void* data, size_t number);
  void* data;
  size_t n_tasks;
  pthread_mutex_t lock; /* Of all below */
  size_t next;
  size_t failed; /* The first task that did, or SIZE_MAX */
  TwStatus status;
  int error;
} Work;

static bool
take(Work* work, size_t* out_number)
{
  pthread_mutex_lock(&work->lock);
  const bool is_left = work->next < work->n_tasks && work->failed == SIZE_MAX;
  *out_number = work->next;
  work->next += is_left;
  pthread_mutex_unlock(&work->lock);
  return is_left;
}

static void
fail(Work* work, size_t number, TwStatus status, int error)
{
  pthread_mutex_lock(&work->lock);
  if (number < work->failed) {
    work->failed = number;
    work->status = status;
    work->error = error;
  }
  pthread_mutex_unlock(&work->lock);
}

static void*
run_tasks(void* data)
{
  Work* const work = data;
  size_t number = 0;
  while (take(work, &number)) {
    const TwStatus status = work->task(work->data, number);
    if (status != TW_OK) {
      fail(work, number, status, errno);
    }
  }
  return NULL;
}

/* Starts threads until one cannot be; returns how many run. */
static size_t
start(Work* work, pthread_t* threads, size_t n)
{
  sigset_t all;
  sigset_t before;
  size_t n_started = 0;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (n_started < n &&
         !pthread_create(&threads[n_started], NULL, run_tasks, work)) {
    ++n_started;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return n_started;
}

TwStatus
tw_parallel_run(size_t n_threads, size_t n_tasks,
                TwStatus (*task)(void* data, size_t number), void* data)
{
  pthread_t threads[MOST_THREADS];
  Work work = {.task = task,
               .data = data,
               .n_tasks = n_tasks,
               .lock = PTHREAD_MUTEX_INITIALIZER,
               .failed = SIZE_MAX,
               .status = TW_OK};
  size_t n = n_threads < n_tasks ? n_threads : n_tasks;
  n = n > MOST_THREADS ? MOST_THREADS : n;
  const size_t n_started = start(&work, threads, n ? n - 1 : 0);
  run_tasks(&work);
  for (size_t i = 0; i < n_started; ++i) {
    pthread_join(threads[i], NULL);
  }
  pthread_mutex_destroy(&work.lock);
  if (work.status != TW_OK) {
    errno = work.error;
  }
  return work.status;
}
