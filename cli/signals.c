/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/signals.h"

#include <signal.h>
#include <stddef.h>

/* The one thing a handler may touch. */
static volatile sig_atomic_t caught = 0;

static void
note(int signal_number)
{
  caught = signal_number;
}

void
cli_catch_signals(void)
{
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); ++i) {
    sigaction(numbers[i], &action, NULL);
  }
  signal(SIGPIPE, SIG_IGN);
}

int
cli_caught_signal(void)
{
  return caught;
}

void
cli_obey_signal(void)
{
  if (caught) {
    signal(caught, SIG_DFL);
    raise(caught);
  }
}
