/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_PEOPLE_H
#define TW_EXTRACT_RULE_PEOPLE_H

#include "extract/rule/draft.h"

/** The people that a noun group counts or describes ("37 alleged members of
 * the Black River Cartel") as an entity of TW_TYPE_GROUP, made when it is
 * first asked for. Their count, whom they are said to belong to, and how
 * surely: a hedge in the group doubts that only. TW_NO_ENTITY if the group
 * speaks of no people, or memory runs out. */
uint32_t
tw_people_of(TwRuleReading* reading, uint32_t group);

/// The group of the draft's sentence that speaks of the people, an entity of
/// tw_people_of(); UINT32_MAX if none does
uint32_t
tw_people_group(const TwRuleReading* reading, const TwDraft* draft,
                uint32_t entity);

/// True if the head of the group is a common noun for people
bool
tw_people_is(const TwRuleReading* reading, uint32_t group);

#endif
