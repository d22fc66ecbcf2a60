/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/members.h"

bool
tw_members_is_person(const TwArticle* article, const TwGroup* group)
{
  return group->entity != TW_NO_ENTITY &&
         article->entities.at[group->entity].type == TW_TYPE_PERSON;
}

void
tw_members_add(TwMemberSet* set, uint32_t entity)
{
  for (size_t i = 0; i < set->count; ++i) {
    if (set->at[i] == entity) {
      return;
    }
  }
  if (set->count < TW_MEMBERS_MAX) {
    set->at[set->count++] = entity;
  }
}

bool
tw_members_copy(const TwRuleReading* reading, uint32_t group, TwMemberSet* set)
{
  size_t i = reading->members.count;
  while (i > 0 && reading->members.at[i - 1].group != group) {
    --i;
  }
  if (!i) {
    return false;
  }
  const TwMembers* const members = &reading->members.at[i - 1];
  for (size_t k = 0; k < members->count; ++k) {
    tw_members_add(set, members->at[k]);
  }
  return true;
}

TwStatus
tw_members_keep(TwRuleReading* reading, uint32_t group, const TwMemberSet* set)
{
  TwArticle* const article = reading->article;
  uint32_t* const at = TW_NEW(article->arena, uint32_t, set->count);
  TwMembers* const members = TW_VEC_PUSH(article->arena, &reading->members);
  if (!at || !members) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < set->count; ++i) {
    at[i] = set->at[i];
  }
  *members = (TwMembers){group, at, set->count};
  return TW_OK;
}
