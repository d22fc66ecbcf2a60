/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_WATCH_H
#define TW_EXTRACT_RULE_WATCH_H

#include "extract/pack/atoms.h"
#include "extract/rule/draft.h"

/** Why a frame made nothing at a trigger of it. */
typedef struct {
  const TwRule* rule;
  const TwPositions* positions;
  uint32_t sentence;
  uint32_t n_words; ///< Of the trigger
  unsigned blocked; ///< TwBlocked bits that hold and that the rule refuses
  bool voice;       ///< It wants the other voice
  uint32_t missing; ///< Bits of required roles that nothing fills
  bool alone;       ///< None of rule->with stands in the sentence
  bool barred;      ///< One of rule->without does
  uint32_t too_few; ///< Bits of rule->least that too few fill
} TwFrameMiss;

/** Looks on while rules read articles; changes nothing of what comes out. Each
 * function may be NULL; what they are given lasts for the call. */
struct TwRuleWatch {
  void* data;
  /// A pattern is tried on a sentence, or a frame at a trigger
  void (*begin)(void* data, const TwRule* rule);
  void (*end)(void* data, const TwRule* rule);
  /// A frame made nothing
  void (*missed)(void* data, const TwArticle* article, const TwFrameMiss* miss);
  /// All patterns of a sentence were tried
  void (*matched)(void* data, const TwArticle* article,
                  const TwSentence* sentence, const TwAtoms* atoms);
  /// All drafts of an article, those that lost included
  void (*settled)(void* data, const TwRuleReading* reading);
  /// What will be facts, marked, attributed and joined; relations that only
  /// say again what others say have lost
  void (*told)(void* data, const TwRuleReading* reading);
};

/// What is done with the scratch is looked at from now on; borrows, NULL ends
/// it
void
tw_match_scratch_watch(TwMatchScratch* scratch, const TwRuleWatch* watch);

/// Who looks on, or NULL
const TwRuleWatch*
tw_match_scratch_watched(const TwMatchScratch* scratch);

#endif
