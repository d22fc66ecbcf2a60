/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_FRAME_H
#define TW_EXTRACT_RULE_FRAME_H

#include "extract/rule/draft.h"

/** Reads a frame at a trigger of `n_words` words: blocks, roles, what is
 * required. Adds a draft to the reading if it holds. */
void
tw_frame_read(TwRuleReading* reading, const TwRule* rule, uint32_t n_words,
              uint32_t sentence, const TwPositions* positions);

/// How many words the trigger has, if the others stand beside token `token`,
/// its own: behind a verb, before a noun; else 0
uint32_t
tw_frame_trigger(const TwArticle* article, const TwSentence* sentence,
                 uint32_t token, TwMorphClass kind, const TwWords* words);

#endif
