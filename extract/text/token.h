/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_TOKEN_H
#define TW_EXTRACT_TEXT_TOKEN_H

#include "base/status.h"
#include "extract/article.h"
#include "extract/lexicon.h"
#include "extract/text/wordcache.h"

/// Appends the tokens of the sentence `span` of the article's source, with
/// start, end, word, fold, shape and no annotation; their words live in the
/// cache. `words`: see tw_abbreviation_open().
TwStatus
tw_token_run(const TwLexicon* words, TwWordCache* cache, TwSpan span,
             TwArticle* article);

/// The TwShape bits that the bytes of a word tell; whether they are what it
/// folds to
unsigned
tw_token_shape(TwStr word, bool* out_plain);

#endif
