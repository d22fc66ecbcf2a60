/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_FACTS_H
#define TW_EXTRACT_RULE_FACTS_H

#include "extract/rule/draft.h"

/** What rules need beside an article; all of it is borrowed. */
typedef struct {
  const TwGazetteer* gazetteer;
  const TwLexicon* grammar;
  const TwRuleSet* rules;
  TwMatchScratch* scratch; ///< Of this thread
  TwDiagSink* sink;
  const TwLexicon* reference; ///< See refer.h
} TwRuleTools;

/** Runs the rules over an article whose groups are there and fills its facts;
 * adds the groups of people to its entities. Of two rules that read the same
 * words as the same term one wins: by its `beats`, the longer, the priority,
 * the one with more roles, the first id. TW_ERR_NOMEM. */
TwStatus
tw_facts_run(const TwRuleTools* tools, TwArticle* article);

#endif
