/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PIECE_H
#define TW_EXTRACT_MENTION_PIECE_H

#include "base/status.h"
#include "extract/article.h"
#include "extract/lexicon.h"

/** A sentence cut finer than tokens, for numbers and dates: "47-year-old" is
 * five pieces, "$5.2m" four, "1990s" two. Words keep inner full stops ("a.m")
 * and apostrophes. */
typedef struct {
  TwStr text;     ///< Folded
  uint32_t token; ///< Where it stands
  bool number;    ///< Digits, with stops and commas between them
  bool word;      ///< Letters; neither: a mark
  bool joined;    ///< No space before it
  bool last;      ///< Ends its token
  /* For the date rules (tw_daterules_mark()): */
  uint32_t kinds;           ///< A bit for each element that may begin here
  uint16_t symbol;          ///< Its number as a word of the rules, or 0
  uint16_t reach;           ///< Most words of an entry of times from here on
  const TwLexiconRow* time; ///< What it is as a word of time, alone
} TwPiece;

typedef TW_VEC(TwPiece) TwPieceVec;

/// Cuts tokens [first, end) of the article; replaces what `pieces` held
TwStatus
tw_pieces_cut(const TwArticle* article, uint32_t first, uint32_t end,
              TwArena* arena, TwPieceVec* pieces);

/// The row of that kind with the longest entry whose words stand at `at`, or
/// NULL; `*out_length` is how many pieces it takes
const TwLexiconRow*
tw_pieces_match(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                unsigned kind, size_t* out_length);

/// True if piece `at` exists and is this text
bool
tw_pieces_is(const TwPieceVec* pieces, size_t at, const char* text);

/// Adds the annotation of pieces [from, to) with that type and value
TwStatus
tw_pieces_annotate(const TwPieceVec* pieces, size_t from, size_t to,
                   TwType type, TwStr value, TwArticle* article);

#endif
