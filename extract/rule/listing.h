/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_LISTING_H
#define TW_EXTRACT_RULE_LISTING_H

#include "extract/rule/value.h"

/* Lists of words, whose members carry phrases and clauses of their own:
 * "charged with two counts of ASSAULT with a knife in the street, RESISTING
 * arrest and, as a felon, one count of POSSESSION of a gun". Where people and
 * things are listed, tw_walk_list_next() tells the members. */

/** The member of such a list that group `group` begins, whose head the role
 * passes through: the ASSAULT of "two counts of assault". UINT32_MAX if it
 * leads to none. */
uint32_t
tw_listing_lead(const TwRuleReading* reading, const TwRuleRole* role,
                uint32_t group);

/// True if `group` can be a member: it is no name and no figure
bool
tw_listing_is_member(const TwRuleReading* reading, uint32_t group);

/** The member behind the one that begins at `group`. What another takes in
 * ("theft of cars AND TOOLS") is a member only if its head is one of the
 * role's `members` or `through`. UINT32_MAX behind the last one. */
uint32_t
tw_listing_next(const TwRuleReading* reading, const TwRuleRole* role,
                uint32_t group);

/** The group before which the words of the member at `group` end: the next
 * member, or what leads elsewhere ("with CHARGES of …"). */
uint32_t
tw_listing_limit(const TwRuleReading* reading, const TwRuleRole* role,
                 uint32_t group);

#endif
