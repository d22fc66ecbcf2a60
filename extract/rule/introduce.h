/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_INTRODUCE_H
#define TW_EXTRACT_RULE_INTRODUCE_H

#include "extract/rule/draft.h"
#include "extract/rule/members.h"
#include "extract/rule/refer_read.h"

/** Finds who it is that the first sentences of an article tell of before they
 * name him: "A gang member was jailed on Friday. Juan Pardo, 22, was convicted
 * of ...". The next person of whom the same is told (accused of something, or
 * the object of the same verb) is he, if it is one person and no age speaks
 * against it; as many as a group counts are its members. In a saved page a line
 * of its own may name him. Whom harm is done to, "killed a woman", may be whom
 * the article calls the victim. Headings are not counted among the sentences.
 * Sets the groups' `entity` and `members`. TW_ERR_NOMEM. */
TwStatus
tw_introduce_run(TwRuleReading* reading);

/// True if the person may be called so: not "the woman" for Juan Pardo
bool
tw_introduce_may_be(const TwRuleReading* reading, const TwToken* noun,
                    uint32_t entity);

/// True if the token's lemma is of that kind
bool
tw_introduce_is(const TwRuleReading* reading, uint32_t token, TwReferKind kind);

/// True if the noun group tells of people without a name. A line in capitals is
/// told again below it.
bool
tw_introduce_is_unnamed(const TwRuleReading* reading, uint32_t group);

/// How many the unnamed people of a group are; 0 if they are several and not
/// counted
size_t
tw_introduce_count(const TwArticle* article, const TwGroup* group);

/// True if the ages that both groups tell differ: "a 62-year-old man", "Juan
/// Pardo, 22,"
bool
tw_introduce_differs_in_age(const TwArticle* article, const TwGroup* unnamed,
                            const TwGroup* named);

/// Gives the group its `entity` if one person is all of it, else its `members`.
/// TW_ERR_NOMEM.
TwStatus
tw_introduce_people(TwRuleReading* reading, uint32_t group,
                    const TwMemberSet* people);

#endif
