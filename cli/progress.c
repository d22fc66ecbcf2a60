/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>

#define FIRST_MS 1000
#define EVERY_MS 200

int64_t
cli_now_ms(void)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
cli_progress_open(CliProgress* progress, bool is_on)
{
  *progress = (CliProgress){.is_on = is_on, .start = cli_now_ms()};
}

void
cli_progress_show(CliProgress* progress, size_t n_documents, size_t n_bytes)
{
  if (!progress->is_on) {
    return;
  }
  const int64_t now = cli_now_ms();
  const int64_t passed = now - progress->start;
  if (passed < FIRST_MS || now - progress->last < EVERY_MS) {
    return;
  }
  progress->last = now;
  progress->is_shown = true;
  fprintf(stderr, "\r%zu documents, %.1f MB, %.1f MB/s\33[K", n_documents,
          (double)n_bytes / 1e6, (double)n_bytes / 1e3 / (double)passed);
  fflush(stderr);
}

void
cli_progress_close(CliProgress* progress)
{
  if (progress->is_shown) {
    fputs("\r\33[K", stderr);
    fflush(stderr);
    progress->is_shown = false;
  }
}
