/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MEMBERS_H
#define TW_EXTRACT_RULE_MEMBERS_H

#include "base/status.h"
#include "extract/article.h"

/// People of one set at most
#define TW_MEMBERS_MAX 32

/** People while they are found, each once. */
typedef struct {
  uint32_t at[TW_MEMBERS_MAX]; ///< Entities
  size_t count;
} TwMemberSet;

/// True if the group names a person
bool
tw_members_is_person(const TwArticle* article, const TwGroup* group);

/// Adds a person; those beyond TW_MEMBERS_MAX are left out
void
tw_members_add(TwMemberSet* set, uint32_t entity);

/// Adds the members of a set that was found before; false if `group` is none
bool
tw_members_copy(const TwArticle* article, uint32_t group, TwMemberSet* set);

/// Keeps of whom the group consists, in its `members`. TW_ERR_NOMEM.
TwStatus
tw_members_keep(TwArticle* article, uint32_t group, const TwMemberSet* set);

#endif
