/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_RELATION_H
#define TW_EXTRACT_RULE_RELATION_H

#include "extract/rule/draft.h"

/** Makes the facts that a pattern emits where it matched: a draft for each,
 * with a value for each thing its slots hold. Facts that lack a role that has
 * a slot of the pattern are left out; a slot that is not filled is not
 * asked for. */
void
tw_relation_read(TwRuleReading* reading, uint32_t sentence, TwPatternHit* hit);

#endif
