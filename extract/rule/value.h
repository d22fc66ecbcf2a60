/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_VALUE_H
#define TW_EXTRACT_RULE_VALUE_H

#include "extract/rule/draft.h"

/* What a noun group stands for when a role asks it: a thing, a date, words. */

/** A value and where it stands. */
typedef struct {
  uint32_t entity; ///< Or TW_NO_ENTITY
  TwType type;
  TwStr text;     ///< Of a literal
  uint32_t first; ///< Its words, tokens [first, end)
  uint32_t end;
} TwValue;

/** The thing of one of `types` (0: any) that the group stands for: what its
 * head names, who stands in apposition to it ("the mayor, Olga Prats"), the
 * country of its nationality ("Peruvian authorities"), or the people that it
 * counts or describes. False if there is none. */
bool
tw_value_thing(TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value);

/// The country or body of one of `types` that the group's people or body
/// belong to: "PERUVIAN authorities"; false if it is not said
bool
tw_value_owner(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value);

/// The second word of a pair that is one thing, as group: "HIT and run" of
/// group `group`. UINT32_MAX if it is none.
uint32_t
tw_value_pair(const TwRuleReading* reading, uint32_t group);

/// True if group `group` begins what is no clause of its own: "WHILE
/// intoxicated", "WHILE under the influence"; `group` may be UINT32_MAX
bool
tw_value_is_reduced(const TwRuleReading* reading, uint32_t group);

/** The group's words with what hangs on them ("possession of a firearm") up to
 * group `limit`, without the article. False for pronouns and empty words. */
bool
tw_value_words(const TwRuleReading* reading, uint32_t group, uint32_t limit,
               TwValue* out_value);

/// As tw_value_words() for people and things: with "of" phrases, but not with
/// what tells where they were or what they had
bool
tw_value_people(const TwRuleReading* reading, uint32_t group,
                TwValue* out_value);

/// The date in the group as facts write it (see tw_date_interval()); false if
/// it has none that is known
bool
tw_value_date(TwRuleReading* reading, uint32_t group, TwValue* out_value);

/// True if the group's head is one of `words`
bool
tw_value_is_headed(const TwRuleReading* reading, uint32_t group,
                   const TwWordList* words);

/// True if the value's last word is one of `words`
bool
tw_value_ends_in(const TwRuleReading* reading, const TwValue* value,
                 const TwWordList* words);

/// True if the group's head, or the head of what it counts ("two bags of
/// GOLD"), is one of `words`
bool
tw_value_has_head(const TwRuleReading* reading, uint32_t group,
                  const TwWordList* words);

/// True if one of `words` stands in tokens [first, end): "so far"
bool
tw_value_stands(const TwArticle* article, const TwWordList* words,
                uint32_t first, uint32_t end);

/// The group that names the person of a group like "the mayor of Lima" in
/// apposition behind it; UINT32_MAX if none does
uint32_t
tw_value_apposition(const TwRuleReading* reading, uint32_t group);

/// The noun group of the of-phrase that hangs on `group`; UINT32_MAX if none
/// does
uint32_t
tw_value_of(const TwRuleReading* reading, uint32_t group);

/// The sentence that a group stands in
const TwSentence*
tw_value_sentence(const TwRuleReading* reading, uint32_t group);

#endif
