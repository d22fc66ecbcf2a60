/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/child.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#  include <sys/prctl.h>
#endif

/* Exit codes of a child that ended as planned are its status above this:
 * exit(1) of some library does not look like one of ours. */
#define EXIT_BASE 64
#define CHUNK 65536
#define MS_PER_SECOND 1000

#if defined(__SANITIZE_ADDRESS__)
#  define HAS_SANITIZER 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#    define HAS_SANITIZER 1
#  endif
#endif

/* Bytes of address space in use, or 0 if the system does not say. */
static size_t
address_space(void)
{
  size_t pages = 0;
#ifndef HAS_SANITIZER
  FILE* const file = fopen("/proc/self/statm", "r");
  if (file) {
    char line[64] = "";
    if (fgets(line, sizeof(line), file)) {
      pages = (size_t)strtoull(line, NULL, 10);
    }
    fclose(file);
  }
#endif
  return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void
limit_child(TwBudget budget)
{
  const struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const size_t today = budget.memory ? address_space() : 0;
  struct rlimit limit;
  if (today && budget.memory < SIZE_MAX - today &&
      !getrlimit(RLIMIT_AS, &limit)) {
    const rlim_t wanted = today + budget.memory;
    if (limit.rlim_max == RLIM_INFINITY || wanted < limit.rlim_max) {
      limit.rlim_cur = wanted;
      limit.rlim_max = wanted;
      setrlimit(RLIMIT_AS, &limit);
    }
  }
  /* What the parent does about signals, it does for both. */
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  signal(SIGHUP, SIG_DFL);
  /* If the parent is gone, nobody else ends an endless loop. */
  signal(SIGALRM, SIG_DFL);
  alarm(budget.seconds ? budget.seconds + 1 : 0);
}

static bool
write_all(int fd, TwStr str)
{
  while (str.len) {
    const ssize_t n = write(fd, str.s, str.len);
    if (n < 0 && errno != EINTR) {
      return false;
    }
    str = tw_str_slice(str, n < 0 ? 0 : (size_t)n, str.len);
  }
  return true;
}

/* A child that outlives a killed parent holds what that had locked. */
static void
end_with(pid_t parent)
{
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != parent) {
    _exit(EXIT_FAILURE);
  }
}

static void
run_child(int fd, TwBudget budget, TwStatus (*work)(void* data, TwBuf* out),
          void* data)
{
  TwBuf out = TW_BUF_INIT;
  limit_child(budget);
  TwStatus status = work(data, &out);
  if (status == TW_OK) {
    status = tw_buf_status(&out);
  }
  const bool is_sent = write_all(fd, tw_buf_str(&out));
  _exit(is_sent ? EXIT_BASE + (int)status : EXIT_FAILURE);
}

static int64_t
now_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * MS_PER_SECOND + now.tv_nsec / 1000000;
}

/* Reads until the child closes its end: TW_OK, TW_ERR_LIMIT at the deadline,
 * TW_ERR_NOMEM or TW_ERR_READ. */
static TwStatus
collect(int fd, TwBudget budget, TwBuf* out)
{
  const int64_t deadline = now_ms() + (int64_t)budget.seconds * MS_PER_SECOND;
  for (;;) {
    const int64_t left = budget.seconds ? deadline - now_ms() : -1;
    struct pollfd ready = {.fd = fd, .events = POLLIN};
    if (budget.seconds && left <= 0) {
      return TW_ERR_LIMIT;
    }
    const int n_ready = poll(&ready, 1, left > INT32_MAX ? -1 : (int)left);
    if (n_ready <= 0) {
      if (n_ready < 0 && errno != EINTR) {
        return TW_ERR_READ;
      }
      continue;
    }
    if (!tw_buf_reserve(out, CHUNK)) {
      return TW_ERR_NOMEM;
    }
    const ssize_t n = read(fd, out->s + out->len, CHUNK);
    if (n <= 0 && !(n < 0 && errno == EINTR)) {
      return n ? TW_ERR_READ : TW_OK;
    }
    out->len += n < 0 ? 0 : (size_t)n;
    out->s[out->len] = '\0';
  }
}

static int
wait_for(pid_t pid)
{
  int result = 0;
  pid_t ended;
  do {
    ended = waitpid(pid, &result, 0);
  } while (ended < 0 && errno == EINTR);
  return ended == pid ? result : -1;
}

/* What the exit of a child that was not stopped by us means. */
static TwStatus
judge(int result, TwChildEnd* out_end)
{
  const int code = WIFEXITED(result) ? WEXITSTATUS(result) - EXIT_BASE : -1;
  if (code >= TW_OK && code <= TW_ERR_INTERNAL) {
    *out_end = code == TW_OK ? TW_CHILD_DONE : TW_CHILD_FAILED;
    return (TwStatus)code;
  }
  *out_end = WIFEXITED(result) ? TW_CHILD_FAILED : TW_CHILD_KILLED;
  return TW_ERR_CHILD;
}

static TwStatus
watch(pid_t pid, int fd, TwBudget budget, TwBuf* out, TwChildEnd* out_end)
{
  const TwStatus collected = collect(fd, budget, out);
  close(fd);
  if (collected != TW_OK) {
    kill(pid, SIGKILL);
  }
  const int result = wait_for(pid);
  if (collected == TW_OK) {
    return judge(result, out_end);
  }
  *out_end = collected == TW_ERR_LIMIT ? TW_CHILD_TIMEOUT : TW_CHILD_FAILED;
  return collected == TW_ERR_NOMEM ? TW_ERR_NOMEM : TW_ERR_CHILD;
}

TwStatus
tw_child_run(TwBudget budget, TwStatus (*work)(void* data, TwBuf* out),
             void* data, TwBuf* out, TwChildEnd* out_end)
{
  int ends[2];
  *out_end = TW_CHILD_FAILED;
  if (pipe(ends)) {
    return TW_ERR_CHILD;
  }
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    end_with(parent);
    run_child(ends[1], budget, work, data);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return TW_ERR_CHILD;
  }
  const size_t before = out->len;
  const TwStatus status = watch(pid, ends[0], budget, out, out_end);
  if (status == TW_ERR_CHILD && out->s) {
    out->len = before;
    out->s[before] = '\0';
  }
  return status;
}
