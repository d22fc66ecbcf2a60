/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_INNER_H
#define TW_EXTRACT_RULE_INNER_H

#include "extract/rule/value.h"
#include "extract/syntax/walk.h"

/* What stands inside of a noun group before its head, and who or what the
 * words behind it name. */

/// A walk through the groups of the sentence around `group`
TwWalk
tw_inner_walk(const TwRuleReading* reading, uint32_t group);

/// The words before the head of `group` that say of what kind it is: "drug
/// trafficking" of "two federal drug trafficking charges"; false if there are
/// none
bool
tw_inner_kind(const TwRuleReading* reading, uint32_t group, TwValue* out_value);

/// The thing of one of `types` that is named before the head of `group`: "a
/// LIMA court"
bool
tw_inner_thing(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value);

/// The place of one of `types` in which that of `group`, a common noun, lies:
/// "a prison in QUITO", "her QUITO home"
bool
tw_inner_place(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value);

/// The group of the person whom the people of `group` are said to be: "a man
/// identified as JUAN PARDO"; UINT32_MAX if they are not
uint32_t
tw_inner_identified(const TwRuleReading* reading, uint32_t group);

/// The first group of those that are named out of the people of `group`: "six
/// men, including JUAN PARDO"; UINT32_MAX if none are
uint32_t
tw_inner_included(const TwRuleReading* reading, uint32_t group);

/// The last group of those who are said to be among the people of `group`:
/// "JUAN PARDO was among six men"; UINT32_MAX if nobody is
uint32_t
tw_inner_includer(const TwRuleReading* reading, uint32_t group);

/// The first group of what is told of those of `group`: "charges, including
/// ARSON"; UINT32_MAX if nothing is
uint32_t
tw_inner_examples(const TwRuleReading* reading, uint32_t group);

/// The next member of the list behind `group`; UINT32_MAX behind the last
uint32_t
tw_inner_next(const TwRuleReading* reading, uint32_t group);

#endif
