/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATETENSE_H
#define TW_EXTRACT_MENTION_DATETENSE_H

#include "extract/article.h"
#include "extract/lexicon.h"
#include "extract/mention/datevalue.h"

/** Which way the date at tokens [first, end) of the sentence lies, by the verb
 * it most likely belongs to: the nearest one before it, else the nearest one
 * behind it. `words` are those of time.tsv. */
TwTense
tw_datetense_find(const TwLexicon* words, const TwArticle* article,
                  const TwSentence* sentence, uint32_t first, uint32_t end);

#endif
