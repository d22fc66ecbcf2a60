/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_STYLE_H
#define TW_EXTRACT_MENTION_STYLE_H

#include "extract/lexicon.h"
#include "extract/mention/scan.h"

/** How a sentence is written: the counts of its longer words, its language. */
typedef struct {
  uint32_t n;
  uint32_t n_capital;
  uint32_t n_upper;
  uint32_t n_foreign; ///< Small words of another language
  uint32_t n_words;
  bool stop;      ///< Ends like a sentence
  TwStr language; ///< As TwSentence's
} TwStyle;

/// `words`: the table of the classes; `classes`: TwWordClass bits of each
/// token of the article
TwStyle
tw_style_read(const TwLexicon* words, const TwArticle* article,
              const uint32_t* classes, const TwSentence* sentence);

#endif
