/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_RULESET_INDEX_H
#define TW_EXTRACT_PACK_RULESET_INDEX_H

#include "base/map.h"
#include "extract/pack/ruleset.h"

/** Words of a rule: a trigger or a cue. */
typedef struct {
  const TwRule* rule;
  const TwWords* words;
} TwRuleWords;

/** From a first word to all words of rules that start with it. */
typedef struct {
  TwMap map;              ///< Index of the first in `at`
  TW_VEC(TwRuleWords) at; ///< Those of one first word stand together
} TwWordIndex;

/// Adds words; `arena` holds the index
TwStatus
tw_word_index_add(TwWordIndex* index, TwArena* arena, const TwRule* rule,
                  const TwWordList* list);

/// Ends the adding: those of one word in the order of ids, or, if
/// `longest_first`, of lengths
TwStatus
tw_word_index_seal(TwWordIndex* index, bool longest_first);

/// The first of `word`'s, and how many there are
const TwRuleWords*
tw_word_index_find(const TwWordIndex* index, TwStr word, size_t* out_count);

#endif
