/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/signals.h"

#include <signal.h>
#include <stddef.h>

static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

#define N_NUMBERS (sizeof(numbers) / sizeof(numbers[0]))

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
  /* No SA_RESTART: who waits for standard input is to stop waiting. And who
   * cannot wait for us signals twice. */
  struct sigaction action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < N_NUMBERS; ++i) {
    sigaction(numbers[i], &action, NULL);
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
}

void
cli_hold_signals(bool is_held)
{
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < N_NUMBERS; ++i) {
    sigaddset(&set, numbers[i]);
  }
  pthread_sigmask(is_held ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
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
