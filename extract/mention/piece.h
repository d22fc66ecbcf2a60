/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PIECE_H
#define TW_EXTRACT_MENTION_PIECE_H

#include "base/status.h"
#include "extract/article.h"
#include "extract/text/wordcache.h"

/** A sentence cut finer than tokens, for numbers and dates: "47-year-old" is
 * five pieces, "$5.2m" four, "1990s" two. Words keep inner full stops ("a.m")
 * and apostrophes. */
typedef struct {
  TwStr text;        ///< Folded
  TwWordPiece* what; ///< What is known of it wherever it stands
  uint32_t token;    ///< Where it stands
  uint32_t kinds;    ///< For the date rules (tw_daterules_mark())
  bool phrase;       ///< So is this: it begins a phrase of times
  bool number;       ///< Digits, with stops and commas between them
  bool word;         ///< Letters; neither: a mark
  bool joined;       ///< No space before it
  bool last;         ///< Ends its token
  bool stops;        ///< A stop before three digits parts thousands
} TwPiece;

typedef TW_VEC(TwPiece) TwPieceVec;

/// Cuts tokens [first, end) of the article; replaces what `pieces` held
TwStatus
tw_pieces_cut(const TwArticle* article, uint32_t first, uint32_t end,
              TwArena* arena, TwPieceVec* pieces);

/// What the lexicon has for a piece
TwWordRows
tw_piece_rows(const TwLexicon* lexicon, TwStr text);

/// The row of that kind among those of one word, or NULL
static inline const TwLexiconRow*
tw_piece_row(const TwWordRows* rows, unsigned kind)
{
  const TwLexiconRow* row = rows->rows;
  while (row && row->kind != kind) {
    row = row->next;
  }
  return row;
}

/// The row of that kind with the longest entry whose words stand at `at`, or
/// NULL; `*out_length` is how many pieces it takes. `rows`: those of the piece.
const TwLexiconRow*
tw_pieces_match(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                const TwWordRows* rows, unsigned kind, size_t* out_length);

/// The kinds of all entries of several words that stand at `at`, as bits
uint32_t
tw_pieces_phrases(const TwPieceVec* pieces, size_t at, const TwLexicon* lexicon,
                  const TwWordRows* rows);

/// True if piece `at` exists and is this text
bool
tw_pieces_is(const TwPieceVec* pieces, size_t at, const char* text);

#define TW_PIECE_DIGITS 24

/// The text of a number with a comma between thousands and a stop before
/// decimals: "1,200.5" of "1.200,5" where stops part thousands
TwStr
tw_piece_digits(const TwPiece* piece, char out[TW_PIECE_DIGITS]);

/// Adds the annotation of pieces [from, to) with that type and value
TwStatus
tw_pieces_annotate(const TwPieceVec* pieces, size_t from, size_t to,
                   TwType type, TwStr value, TwArticle* article);

#endif
