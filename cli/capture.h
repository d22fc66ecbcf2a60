/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_CAPTURE_H
#define TW_CLI_CAPTURE_H

#include "base/arena.h"
#include "base/diag.h"

/** Keeps messages until it is their turn. `sink.data` is the capture: init it
 * where it stays. */
typedef struct {
  TwDiagSink sink;
  TwArena* arena; ///< Borrows
  TW_VEC(TwDiag) kept;
} CliCapture;

void
cli_capture_init(CliCapture* capture, TwArena* arena);

/// Forgets what was kept; the arena is not touched
void
cli_capture_reset(CliCapture* capture);

/// Hands everything on and forgets it
void
cli_capture_replay(CliCapture* capture, TwDiagSink* sink);

#endif
