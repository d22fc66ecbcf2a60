/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_PAGE_H
#define TW_EXTRACT_INGEST_PAGE_H

#include "extract/ingest/block.h"
#include "extract/ingest/furniture.h"

/** A unit and what has been decided about it. */
typedef struct {
  TwUnit unit;
  TwLook look;      ///< What it is when looked at alone
  TwBlockKind kind; ///< If `decided`
  bool decided;
  TwStr reason;
} TwPagePiece;

typedef TW_VEC(TwPagePiece) TwPagePieceVec;

/** A page as pieces in order. */
typedef struct {
  const TwBlockWords* words;
  TwStr source;
  TwArena* arena;
  TwPagePieceVec pieces;
  TwSpan title;    ///< Empty if there is none
  TwStr publisher; ///< Where a line or byline names it, else empty
  size_t first;    ///< The first and behind the last piece of running text;
  size_t end;      ///< SIZE_MAX and 0 if there is none
} TwPage;

void
tw_page_decide(TwPagePiece* piece, TwBlockKind kind, TwStr reason);

/// True for running text that nothing else was decided about
bool
tw_page_is_prose(const TwPagePiece* piece);

/** Decides what the pieces are by where they stand: links under their heading,
 * what was said before, the lines before, between and behind the paragraphs,
 * the title (`given_title` if the metadata have one). Running text itself is
 * left undecided. */
TwStatus
tw_page_run(TwPage* page, TwStr given_title);

#endif
