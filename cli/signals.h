/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_SIGNALS_H
#define TW_CLI_SIGNALS_H

#include <stdbool.h>

/// From now on an interrupt, a hang-up or a terminate is only noted, so that
/// temporary files can be removed first; a closed pipe and a file at its limit
/// become write errors
void
cli_catch_signals(void);

/// Keeps these signals from the threads that are started while it is so: the
/// first thread has to see them, because it waits for input
void
cli_hold_signals(bool is_held);

/// The signal that was noted, or 0
int
cli_caught_signal(void);

/// Ends the process as the noted signal would have; returns if there is none
void
cli_obey_signal(void);

#endif
