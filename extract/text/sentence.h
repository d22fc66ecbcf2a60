/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_SENTENCE_H
#define TW_EXTRACT_TEXT_SENTENCE_H

#include "base/str.h"
#include "extract/lexicon.h"

/// The most bytes a sentence has; a longer one is cut at a white space
#define TW_SENTENCE_MAX 2048

/** A walk over the sentences of one block of a source. */
typedef struct {
  const TwLexicon* words; ///< See tw_abbreviation_open(); borrowed
  TwStr text;             ///< The source up to the block's end
  size_t at;              ///< Where the next sentence is looked for
  size_t width;           ///< Bytes of the block's longest line
} TwSentenceWalk;

/// A walk over the bytes `block` of `source`, well-formed UTF-8; borrows
TwSentenceWalk
tw_sentence_walk(const TwLexicon* words, TwStr source, TwSpan block);

/// The next sentence without white space around it, in bytes of the source,
/// and whether it was cut at TW_SENTENCE_MAX. False behind the last one.
bool
tw_sentence_next(TwSentenceWalk* walk, TwSpan* out_span, bool* out_cut);

#endif
