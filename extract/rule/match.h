/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MATCH_H
#define TW_EXTRACT_RULE_MATCH_H

#include "extract/pack/ruleset.h"

/** A pattern that matched: token range and, for each slot, its token range
 * (first == end for one that is not filled). */
typedef struct {
  const TwRule* rule;
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  uint32_t (*slots)[2];
  size_t n_slots;
} TwPatternHit;

typedef TW_VEC(TwPatternHit) TwPatternHitVec;

/** What one thread's matching needs: PCRE2's match data, contexts, stack. */
typedef struct TwMatchScratch TwMatchScratch;

/// Who looks on while rules read: extract/rule/watch.h
typedef struct TwRuleWatch TwRuleWatch;

/// Returns owned, or NULL
TwMatchScratch*
tw_match_scratch_new(const TwRuleSet* rules);

/// Accepts NULL
void
tw_match_scratch_free(TwMatchScratch* scratch);

/** Runs the patterns that may match over the sentence's atom text and adds the
 * hits in the order of the text; all patterns' hits, overlaps included. A
 * pattern that runs into PCRE2's limits is skipped here, told to `sink` as
 * warning TW3201 and counted. */
TwStatus
tw_ruleset_match(const TwRuleSet* rules, TwMatchScratch* scratch,
                 const TwArticle* article, const TwSentence* sentence,
                 TwArena* arena, TwDiagSink* sink, TwPatternHitVec* hits);

/// How often a pattern ran into a limit since the scratch was new
size_t
tw_match_scratch_limits(const TwMatchScratch* scratch);

#endif
