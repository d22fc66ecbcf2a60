/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_LINT_H
#define TW_EXTRACT_RULE_LINT_H

#include "extract/rule/ruleset.h"

/* Codes of what lint finds; docs/errors.md explains them. */
enum {
  TW_LINT_EXAMPLES = 2150,
  TW_LINT_EVERYWHERE = 2151,
  TW_LINT_LEMMA = 2152,
  TW_LINT_BEATS = 2153,
};

/// Looks for rules that load and yet can hardly be meant so; each finding is a
/// warning. Returns how many there are.
size_t
tw_ruleset_lint(const TwRuleSet* rules, TwDiagSink* sink);

/// The forms of words the rules were read with; NULL if none
const TwMorphology*
tw_ruleset_morphology(const TwRuleSet* rules);

#endif
