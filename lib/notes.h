/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_NOTES_H
#define TW_LIB_NOTES_H

#include "base/arena.h"
#include "base/diag.h"

/** Errors and warnings as lines for the report. Zero it but for the arena,
 * which is borrowed. */
typedef struct {
  TwArena* arena;
  TW_VEC(TwStr) lines;
} TwNotes;

/// Keeps an error or warning; what is only a note is left out
void
tw_notes_add(TwNotes* notes, const TwDiag* diag);

/// The lines, sorted; live in the arena
const TwStr*
tw_notes_sorted(TwNotes* notes);

#endif
