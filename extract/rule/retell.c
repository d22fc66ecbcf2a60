/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/retell.h"

#include "extract/rule/introduce.h"
#include "extract/rule/people.h"

#define NONE UINT32_MAX
/* Sentences in which those may be named who were told of without names. */
#define SENTENCES_MAX 8

/* How many people the value of the draft tells of, 0 if that is not said. */
static uint32_t
count_of(const TwRuleReading* reading, const TwDraft* draft,
         const TwRole* value)
{
  const TwArticle* const article = reading->article;
  if (value->type == TW_TYPE_PERSON) {
    return 1;
  }
  const uint32_t group = value->type == TW_TYPE_GROUP
                           ? tw_people_group(reading, draft, value->entity)
                           : NONE;
  if (group == NONE || article->entities.at[value->entity].count) {
    return group == NONE ? 0 : article->entities.at[value->entity].count;
  }
  const TwTag tag =
    (TwTag)article->tokens.at[article->groups.at[group].head].tag;
  return tag == TW_TAG_NN || tag == TW_TAG_NNP;
}

/* The people of one role. */
typedef struct {
  uint32_t n; /* How many they are; 0 if that is not said of all */
  uint32_t n_values;
  uint32_t group; /* The last group of those without a name, or NONE */
} Told;

static Told
told_of(const TwRuleReading* reading, const TwDraft* draft, TwStr role)
{
  Told told = {.group = NONE};
  for (size_t i = 0; i < draft->roles.count; ++i) {
    const TwRole* const value = &draft->roles.at[i];
    if (!tw_str_equal(value->role, role)) {
      continue;
    }
    const uint32_t n = count_of(reading, draft, value);
    if (!n) {
      return (Told){.group = NONE};
    }
    told.n += n;
    ++told.n_values;
    if (value->type == TW_TYPE_GROUP) {
      told.group = tw_people_group(reading, draft, value->entity);
    }
  }
  return told;
}

static bool
is_named_before(const TwArticle* article, uint32_t entity, uint32_t token)
{
  for (size_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const named = &article->annotations.at[i];
    if (named->first >= token) {
      return false;
    }
    if (named->entity == entity) {
      return true;
    }
  }
  return false;
}

/* True if `later` may name those whom `before` only counts or describes in that
 * role, or tell them apart: "three people", then "two women and a man". They
 * are as many, nobody of them was named before, and their first names do not
 * speak against the noun. */
static bool
names_role(const TwRuleReading* reading, const TwDraft* before,
           const TwDraft* later, TwStr role)
{
  const TwArticle* const article = reading->article;
  const Told unnamed = told_of(reading, before, role);
  const Told named = told_of(reading, later, role);
  if (!unnamed.n || unnamed.group == NONE || named.n != unnamed.n) {
    return false;
  }
  const bool one = unnamed.n_values == 1;
  const TwGroup* const group = &article->groups.at[unnamed.group];
  const TwToken* const noun = &article->tokens.at[group->head];
  for (size_t i = 0; i < later->roles.count; ++i) {
    const TwRole* const value = &later->roles.at[i];
    if (!tw_str_equal(value->role, role)) {
      continue;
    }
    const bool fits =
      value->type == TW_TYPE_PERSON
        ? !is_named_before(article, value->entity, group->end) &&
            (!one || tw_introduce_may_be(reading, noun, value->entity))
        : one && named.n_values > 1;
    if (!fits) {
      return false;
    }
  }
  return true;
}

/* "had been arrested before": what was past when the rest happened. */
static bool
is_earlier(const TwRuleReading* reading, const TwDraft* draft)
{
  const TwArticle* const article = reading->article;
  const uint32_t g =
    tw_group_of(article, &article->sentences.at[draft->sentence], draft->token);
  const TwGroup* const verb = g == NONE ? NULL : &article->groups.at[g];
  return verb && verb->past && verb->perfect;
}

/* True if the event has names in that role, or the draft's person in another:
 * who killed is not who was killed. */
static bool
has_names(const TwEvent* event, const TwRole* named)
{
  for (size_t i = 0; i < event->roles.count; ++i) {
    const TwRole* const role = &event->roles.at[i];
    const bool same = tw_str_equal(role->role, named->role);
    if (role->type == TW_TYPE_PERSON &&
        (same || role->entity == named->entity)) {
      return true;
    }
  }
  return false;
}

bool
tw_retell_is(const TwRuleReading* reading, const TwEvent* event,
             const TwDraft* draft)
{
  bool named = false;
  if (draft->rule->content || !tw_event_is_alike(event, draft) ||
      tw_event_is_plan(event->first) != tw_event_is_plan(draft) ||
      event->background != draft->background ||
      draft->sentence > event->first->sentence + SENTENCES_MAX ||
      is_earlier(reading, draft)) {
    return false;
  }
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    if (role->type == TW_TYPE_DATE) {
      continue;
    }
    const TwCompared found = tw_event_compare(reading->article, &event->roles,
                                              &draft->roles, role->role);
    if (!found.n_a || found.n_shared) {
      continue;
    }
    const bool people =
      role->type == TW_TYPE_PERSON || role->type == TW_TYPE_GROUP;
    if (!has_names(event, role) &&
        names_role(reading, event->first, draft, role->role)) {
      named |= tw_event_is_core(draft->rule, role->role);
    } else if (!found.vague || tw_event_is_exact(draft->rule, role) ||
               (people && tw_event_is_core(draft->rule, role->role))) {
      return false;
    }
  }
  return named;
}
