/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Loaded into a program before its libraries: kills it just before it changes
 * the file system for the TW_KILL_AT-th time, as nothing in it can notice. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long left = -1;
static pid_t owner;

__attribute__((constructor)) static void
start(void)
{
  const char* const at = getenv("TW_KILL_AT");
  left = at ? atol(at) : -1;
  owner = getpid();
}

/* A child counts for nothing: the program outlives it. */
static void
step(void)
{
  if (left > 0 && getpid() == owner && !--left) {
    kill(owner, SIGKILL);
  }
}

#define NEXT(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

int
rename(const char* from, const char* to)
{
  step();
  return NEXT(rename)(from, to);
}

int
renameat(int folder, const char* from, int other, const char* to)
{
  step();
  return NEXT(renameat)(folder, from, other, to);
}

int
renameat2(int folder, const char* from, int other, const char* to,
          unsigned flags)
{
  step();
  return NEXT(renameat2)(folder, from, other, to, flags);
}

int
linkat(int folder, const char* from, int other, const char* to, int flags)
{
  step();
  return NEXT(linkat)(folder, from, other, to, flags);
}

int
unlink(const char* path)
{
  step();
  return NEXT(unlink)(path);
}

int
unlinkat(int folder, const char* path, int flags)
{
  step();
  return NEXT(unlinkat)(folder, path, flags);
}

int
rmdir(const char* path)
{
  step();
  return NEXT(rmdir)(path);
}

int
mkdir(const char* path, mode_t mode)
{
  step();
  return NEXT(mkdir)(path, mode);
}

int
fsync(int fd)
{
  step();
  return NEXT(fsync)(fd);
}

int
open(const char* path, int flags, ...)
{
  va_list args;
  va_start(args, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
  va_end(args);
  if (flags & O_CREAT) {
    step();
  }
  return NEXT(open)(path, flags, mode);
}
