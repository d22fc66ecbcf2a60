/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/ruleset.h"

TwMatchScratch*
tw_match_scratch_new(const TwRuleSet* rules)
{
  (void)rules;
  return NULL;
}

void
tw_match_scratch_free(TwMatchScratch* scratch)
{
  (void)scratch;
}

TwStatus
tw_ruleset_match(const TwRuleSet* rules, TwMatchScratch* scratch,
                 const TwArticle* article, const TwSentence* sentence,
                 TwArena* arena, TwDiagSink* sink, TwPatternHitVec* hits)
{
  (void)rules;
  (void)scratch;
  (void)article;
  (void)sentence;
  (void)arena;
  (void)sink;
  (void)hits;
  return TW_OK;
}
