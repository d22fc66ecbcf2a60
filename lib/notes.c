/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/notes.h"

#include "base/buf.h"

#include <stdlib.h>

void
tw_notes_add(TwNotes* notes, const TwDiag* diag)
{
  TwBuf line = TW_BUF_INIT;
  if (diag->severity == TW_NOTE) {
    return;
  }
  tw_buf_add(&line, diag->file);
  if (diag->file.len && diag->line) {
    tw_buf_addf(&line, ":%zu", diag->line);
  }
  if (diag->file.len && diag->line && diag->column) {
    tw_buf_addf(&line, ":%zu", diag->column);
  }
  tw_buf_addf(&line, "%s[TW%04d] ", diag->file.len ? ": " : "", diag->code);
  tw_buf_add(&line, diag->message);
  TwStr* const kept = TW_VEC_PUSH(notes->arena, &notes->lines);
  if (kept) {
    *kept = tw_arena_copy(notes->arena, tw_buf_str(&line));
  }
  tw_buf_clear(&line);
}

static int
compare(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

const TwStr*
tw_notes_sorted(TwNotes* notes)
{
  if (notes->lines.count) {
    qsort(notes->lines.at, notes->lines.count, sizeof(TwStr), compare);
  }
  return notes->lines.at;
}
