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
tw_members_copy(const TwArticle* article, uint32_t group, TwMemberSet* set)
{
  const TwMembers* const members = article->groups.at[group].members;
  for (size_t k = 0; members && k < members->count; ++k) {
    tw_members_add(set, members->at[k]);
  }
  return members != NULL;
}

TwStatus
tw_members_keep(TwArticle* article, uint32_t group, const TwMemberSet* set)
{
  uint32_t* const at = TW_NEW(article->arena, uint32_t, set->count);
  TwMembers* const members = TW_NEW(article->arena, TwMembers, 1);
  if (!at || !members) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < set->count; ++i) {
    at[i] = set->at[i];
  }
  *members = (TwMembers){at, set->count};
  article->groups.at[group].members = members;
  return TW_OK;
}
