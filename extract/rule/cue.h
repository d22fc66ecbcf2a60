/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_CUE_H
#define TW_EXTRACT_RULE_CUE_H

#include "extract/rule/draft.h"

/// Finds the cues of every sentence and what they reach
void
tw_cues_find(TwRuleReading* reading);

/// Marks the drafts that stand inside of a role of another: "charged with the
/// MURDER of X"
void
tw_cues_inside(TwRuleReading* reading);

/** Marks the drafts that stand in reach of a cue: certainty, negation,
 * former. What a fact's role doubts itself (accused of PUSHING X) is found by
 * the cues, too. */
void
tw_cues_apply(TwRuleReading* reading);

#endif
