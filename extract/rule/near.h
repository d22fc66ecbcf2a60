/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_NEAR_H
#define TW_EXTRACT_RULE_NEAR_H

#include "extract/rule/match.h"

/** Patterns once more, each as often as it has elements: with one of them
 * left open. What matches then and does not else is a near miss. Read-only
 * after opening: threads share it. */
typedef struct TwNearSet TwNearSet;

/** A pattern that would match if one element did. */
typedef struct {
  const TwRule* rule;
  const TwElement* element; ///< The one that does not
  uint32_t first;           ///< Tokens [first, end) that the others take
  uint32_t end;
  uint32_t here_first; ///< What stands in its place, tokens [here_first,
  uint32_t here_end;   ///< here_end); empty for nothing
} TwNearMiss;

/// Patterns with fewer than three elements that have to be there are
/// left out. Borrows `rules`; returns owned.
TwStatus
tw_near_open(const TwRuleSet* rules, bool use_jit, TwNearSet** out_near);

/// Accepts NULL
void
tw_near_free(TwNearSet* near);

/// The matcher that a thread needs; returns owned, or NULL
TwMatcher*
tw_near_matcher(const TwNearSet* near);

/** Calls `visit` for the patterns that have no match in the sentence and would
 * have one if one element matched: once for each of them, with the first such
 * place. What runs into a limit is left out. */
TwStatus
tw_near_run(const TwNearSet* near, TwMatcher* matcher, const TwAtoms* atoms,
            void (*visit)(void* data, const TwNearMiss* miss), void* data);

#endif
