/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/terms.h"

/* A relation's ends come first. */
static const struct {
  const char* name;
  const char* roles;
} terms[] = {
  {"Arrest", "person by place date count"},
  {"Charge", "person offence by date count"},
  {"Conversation", "participant date place"},
  {"Designation", "org as by date"},
  {"Escape", "person from date count"},
  {"Killing", "victim killer place date count"},
  {"Operation", "agent target place date"},
  {"Seizure", "what quantity by place date"},
  {"Sentence", "person kind sentence offence court date count"},
  {"Statement", "speaker via date"},
  {"Transfer", "person origin destination place date count cartel by means"},
  {"alias", "entity name"},
  {"alliedWith", "a b"},
  {"basedIn", "org place"},
  {"factionOf", "org of"},
  {"founded", "person org date"},
  {"holdsRole", "person role of"},
  {"leads", "person org"},
  {"memberOf", "person org"},
  {"nationality", "person country"},
  {"relative", "person of relation"},
  {"rivalOf", "a b"},
  {"wantedFor", "person offence by"},
};

#define N_TERMS (sizeof(terms) / sizeof(terms[0]))

static size_t
find_term(TwStr name)
{
  size_t i = 0;
  while (i < N_TERMS && !tw_str_equal(name, tw_str(terms[i].name))) {
    ++i;
  }
  return i;
}

bool
tw_terms_find(TwStr term, TwNear* near)
{
  if (find_term(term) < N_TERMS) {
    return true;
  }
  for (size_t i = 0; near && i < N_TERMS; ++i) {
    tw_near_try(near, tw_str(terms[i].name));
  }
  return false;
}

bool
tw_terms_is_event(TwStr term)
{
  return term.len && term.s[0] >= 'A' && term.s[0] <= 'Z';
}

bool
tw_terms_role(TwStr term, TwStr role, TwNear* near)
{
  const size_t i = find_term(term);
  TwStr rest = i < N_TERMS ? tw_str(terms[i].roles) : TW_NO_TEXT;
  TwStr part = TW_NO_TEXT;
  while (tw_str_next(&rest, ' ', &part)) {
    if (tw_str_equal(part, role)) {
      return true;
    }
    if (near) {
      tw_near_try(near, part);
    }
  }
  return false;
}

TwStr
tw_terms_end(TwStr relation, size_t end)
{
  const size_t i = find_term(relation);
  TwStr rest = i < N_TERMS && !tw_terms_is_event(relation)
                 ? tw_str(terms[i].roles)
                 : TW_NO_TEXT;
  TwStr part = TW_NO_TEXT;
  for (size_t n = 0; tw_str_next(&rest, ' ', &part); ++n) {
    if (n == end) {
      return part;
    }
  }
  return TW_NO_TEXT;
}
