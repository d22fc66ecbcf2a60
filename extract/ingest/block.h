/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_BLOCK_H
#define TW_EXTRACT_INGEST_BLOCK_H

#include "base/arena.h"
#include "extract/document.h"
#include "extract/ingest/dateline.h"

/** The tables that tell what a block is; all borrowed. */
typedef struct {
  const TwLexicon* furniture;
  const TwLexicon* functions;
  TwDatelineWords dates;
} TwBlockWords;

/** What the blocks of an article showed beside themselves. */
typedef struct {
  const TwBlock* blocks; ///< In the arena
  size_t n_blocks;
  TwSpan title;   ///< Empty if there is none
  TwStr language; ///< Guessed by function words; "und" if unknown
  TwStr credit;   ///< Publisher by a byline or a line of its own
  bool has_dateline;
  TwDateline dateline;
  TwStr agency; ///< That signs the text at its end, or empty; static
  TwDay stamp;  ///< Day of a page stamp; `year` is 0 if none
  TwDay post;   ///< Day of the first embedded post; `year` is 0 if none
} TwLayout;

/** Cuts an article into blocks. `title` is the title as metadata give it, or
 * empty. Everything lives in `arena` or borrows from `source` and `words`. */
TwStatus
tw_block_run(const TwBlockWords* words, TwStr source, TwStr title,
             TwArena* arena, TwLayout* out_layout);

#endif
