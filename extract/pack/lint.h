/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_LINT_H
#define TW_EXTRACT_PACK_LINT_H

#include "extract/pack/ruleset.h"

/* Codes of what lint finds; docs/errors.md explains them. */
enum {
  TW_LINT_EXAMPLES = 2150,
  TW_LINT_EVERYWHERE = 2151,
  TW_LINT_LEMMA = 2152,
  TW_LINT_BEATS = 2153,
  TW_LINT_COSTLY = 2154,
  TW_LINT_UNTESTED = 2155,
  TW_LINT_AMBIGUOUS = 2156,
  TW_LINT_NEVER = 2157,
  TW_LINT_UNUSED = 2158,
  TW_LINT_IDLE = 2159,
};

/** Looks for rules that load and yet can hardly be meant so; each finding is a
 * warning, a rule without examples of both kinds an error; a role that no
 * example gives is a note. Returns how many warnings and errors there are. */
size_t
tw_ruleset_lint(const TwRuleSet* rules, TwDiagSink* sink);

/// Tells an error if the rule lacks an example that gives something or one
/// that gives nothing; returns how many it lacks
size_t
tw_rule_lint_examples(const TwRule* rule, TwDiagSink* sink);

/// The forms of words the rules were read with; NULL if none
const TwMorphology*
tw_ruleset_morphology(const TwRuleSet* rules);

/// The sets and macros that nothing names
const TwUnusedVec*
tw_ruleset_unused(const TwRuleSet* rules);

#endif
