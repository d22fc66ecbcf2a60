/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/capture.h"

#include <string.h>

static void
keep(void* data, const TwDiag* diag)
{
  CliCapture* const capture = data;
  TwDiag* const kept = TW_VEC_PUSH(capture->arena, &capture->kept);
  if (kept) {
    *kept = *diag;
    kept->file = tw_arena_copy(capture->arena, diag->file);
    kept->message = tw_arena_copy(capture->arena, diag->message);
    kept->source = tw_arena_copy(capture->arena, diag->source);
    kept->hint = tw_arena_copy(capture->arena, diag->hint);
  }
}

void
cli_capture_init(CliCapture* capture, TwArena* arena)
{
  memset(capture, 0, sizeof(*capture));
  capture->arena = arena;
  capture->sink.report = keep;
  capture->sink.data = capture;
}

void
cli_capture_reset(CliCapture* capture)
{
  cli_capture_init(capture, capture->arena);
}

void
cli_capture_replay(CliCapture* capture, TwDiagSink* sink)
{
  for (size_t i = 0; i < capture->kept.count; ++i) {
    tw_diag_report(sink, &capture->kept.at[i]);
  }
  capture->kept.count = 0;
}
