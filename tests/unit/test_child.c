/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/child.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MEGABYTE ((size_t)1024 * 1024)

#if defined(__SANITIZE_ADDRESS__)
enum { HAS_SANITIZER = 1 };
#else
enum { HAS_SANITIZER = 0 };
#endif

static TwStatus
speak(void* data, TwBuf* out)
{
  const TwStr* const text = data;
  tw_buf_add(out, *text);
  return TW_OK;
}

START_TEST(what_a_child_says_is_appended)
{
  TwStr text = TW_STR("a\0b");
  TwBuf out = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_FAILED;
  tw_buf_add(&out, TW_STR("said: "));
  ck_assert_int_eq(tw_child_run((TwBudget){5, 0}, speak, &text, &out, &end),
                   TW_OK);
  ck_assert_int_eq(end, TW_CHILD_DONE);
  ck_assert_uint_eq(out.len, 9);
  ck_assert_int_eq(memcmp(out.s, "said: a\0b", 10), 0);
  tw_buf_clear(&out);
}
END_TEST

START_TEST(much_fits_through_the_pipe)
{
  TwStr text = {calloc(3 * MEGABYTE, 1), 3 * MEGABYTE};
  TwBuf out = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_FAILED;
  ck_assert_int_eq(tw_child_run((TwBudget){0, 0}, speak, &text, &out, &end),
                   TW_OK);
  ck_assert_uint_eq(out.len, text.len);
  tw_buf_clear(&out);
  free((void*)(uintptr_t)text.s);
}
END_TEST

static TwStatus
refuse(void* data, TwBuf* out)
{
  tw_buf_add(out, TW_STR("why"));
  return *(const TwStatus*)data;
}

START_TEST(a_status_comes_back)
{
  for (int i = TW_NONE; i <= TW_ERR_INTERNAL; ++i) {
    TwStatus status = (TwStatus)i;
    TwBuf out = TW_BUF_INIT;
    TwChildEnd end = TW_CHILD_DONE;
    ck_assert_int_eq(
      tw_child_run((TwBudget){5, 0}, refuse, &status, &out, &end), status);
    ck_assert_int_eq(end, TW_CHILD_FAILED);
    ck_assert_str(tw_buf_str(&out), status == TW_ERR_CHILD ? "" : "why");
    tw_buf_clear(&out);
  }
}
END_TEST

static TwStatus
sleep_long(void* data, TwBuf* out)
{
  (void)data;
  tw_buf_add(out, TW_STR("never seen"));
  sleep(60);
  return TW_OK;
}

START_TEST(time_runs_out)
{
  TwBuf out = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_DONE;
  const time_t before = time(NULL);
  ck_assert_int_eq(tw_child_run((TwBudget){1, 0}, sleep_long, NULL, &out, &end),
                   TW_ERR_CHILD);
  ck_assert_int_eq(end, TW_CHILD_TIMEOUT);
  ck_assert_uint_eq(out.len, 0);
  ck_assert_int_le(time(NULL) - before, 5);
  ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
  tw_buf_clear(&out);
}
END_TEST

static TwStatus
die(void* data, TwBuf* out)
{
  (void)out;
  raise(*(const int*)data);
  return TW_OK;
}

START_TEST(a_killed_child_is_said)
{
  static int signals[] = {SIGKILL, SIGUSR1, SIGPIPE};
  for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); ++i) {
    TwBuf out = TW_BUF_INIT;
    TwChildEnd end = TW_CHILD_DONE;
    ck_assert_int_eq(
      tw_child_run((TwBudget){5, 0}, die, &signals[i], &out, &end),
      TW_ERR_CHILD);
    ck_assert_int_eq(end, TW_CHILD_KILLED);
    tw_buf_clear(&out);
  }
}
END_TEST

static TwStatus
leave(void* data, TwBuf* out)
{
  (void)out;
  _exit(*(const int*)data);
}

START_TEST(a_library_that_exits_is_no_status)
{
  static int codes[] = {0, 1, 2, 63, 99, 255};
  for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); ++i) {
    TwBuf out = TW_BUF_INIT;
    TwChildEnd end = TW_CHILD_DONE;
    ck_assert_int_eq(
      tw_child_run((TwBudget){5, 0}, leave, &codes[i], &out, &end),
      TW_ERR_CHILD);
    ck_assert_int_eq(end, TW_CHILD_FAILED);
    tw_buf_clear(&out);
  }
}
END_TEST

static TwStatus
hoard(void* data, TwBuf* out)
{
  (void)data;
  (void)out;
  char* const memory = malloc(200 * MEGABYTE);
  const bool is_there = memory;
  if (is_there) {
    memset(memory, 1, 200 * MEGABYTE);
  }
  free(memory);
  return is_there ? TW_OK : TW_ERR_NOMEM;
}

START_TEST(memory_runs_out)
{
  if (HAS_SANITIZER) {
    fputs("skipped: sanitizers need their address space\n", stderr);
    return;
  }
  TwBuf out = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_DONE;
  const TwBudget little = {5, 50 * MEGABYTE};
  const TwBudget enough = {5, 400 * MEGABYTE};
  ck_assert_int_eq(tw_child_run(little, hoard, NULL, &out, &end), TW_ERR_NOMEM);
  ck_assert_int_eq(tw_child_run(enough, hoard, NULL, &out, &end), TW_OK);
  ck_assert_int_eq(tw_child_run((TwBudget){5, 0}, hoard, NULL, &out, &end),
                   TW_OK);
  tw_buf_clear(&out);
}
END_TEST

/* Says that it runs, and does so for long. */
static TwStatus
linger(void* data, TwBuf* out)
{
  const int fd = *(const int*)data;
  (void)out;
  (void)!write(fd, "!", 1);
  sleep(60);
  return TW_OK;
}

START_TEST(a_child_ends_with_its_parent)
{
#ifdef __linux__
  int ends[2];
  char byte = 0;
  ck_assert_int_eq(pipe(ends), 0);
  const pid_t parent = fork();
  if (parent == 0) {
    TwBuf out = TW_BUF_INIT;
    TwChildEnd end;
    close(ends[0]);
    (void)tw_child_run((TwBudget){60, 0}, linger, &ends[1], &out, &end);
    _exit(0);
  }
  close(ends[1]);
  ck_assert_int_eq(read(ends[0], &byte, 1), 1);
  kill(parent, SIGKILL);
  waitpid(parent, NULL, 0);
  /* The end of the pipe closes with the last process that has it. */
  struct pollfd closed = {.fd = ends[0], .events = POLLIN};
  ck_assert_int_eq(poll(&closed, 1, 10000), 1);
  ck_assert_int_eq(read(ends[0], &byte, 1), 0);
  close(ends[0]);
#endif
}
END_TEST

START_TEST(the_parent_runs_out_of_memory)
{
  TwStr text = TW_STR("text");
  TwBuf out = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_DONE;
  tw_alloc_fail_after(0);
  ck_assert_int_eq(tw_child_run((TwBudget){5, 0}, speak, &text, &out, &end),
                   TW_ERR_NOMEM);
  tw_alloc_fail_after(SIZE_MAX);
  ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
  tw_buf_clear(&out);
}
END_TEST

Suite*
test_child_suite(void)
{
  const TTest* const tests[] = {
    what_a_child_says_is_appended,
    much_fits_through_the_pipe,
    a_status_comes_back,
    time_runs_out,
    a_killed_child_is_said,
    a_library_that_exits_is_no_status,
    memory_runs_out,
    a_child_ends_with_its_parent,
    the_parent_runs_out_of_memory,
  };
  return SUITE_OF("child", tests);
}
