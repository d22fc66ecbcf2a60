/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MATCH_H
#define TW_EXTRACT_RULE_MATCH_H

#include "extract/rule/prefilter.h"
#include "extract/rule/ruleset.h"

/// What chooses the patterns of a sentence; borrows
const TwPrefilter*
tw_ruleset_prefilter(const TwRuleSet* rules);

/// How often a pattern ran into a limit since the scratch was new
size_t
tw_match_scratch_limits(const TwMatchScratch* scratch);

#endif
