/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/event_read.h"

#include "ontology/fold.h"

/* How a draft compares with an event that was told before. */

#define NONE UINT32_MAX

static bool
same_words(TwArena* arena, TwStr a, TwStr b)
{
  return tw_str_equal(a, b) ||
         tw_str_equal(tw_fold(arena, a), tw_fold(arena, b));
}

bool
tw_event_same_value(const TwArticle* article, const TwRole* a, const TwRole* b)
{
  if (a->entity != TW_NO_ENTITY || b->entity != TW_NO_ENTITY) {
    return a->entity == b->entity;
  }
  return same_words(article->arena, a->text, b->text);
}

/* The start and the end of an ISO date or interval; an open end is empty. */
static void
cut_interval(TwStr date, TwStr* out_start, TwStr* out_end)
{
  const size_t slash = tw_str_find(date, TW_STR("/"), 0);
  *out_start = tw_str_slice(date, 0, slash);
  *out_end = slash == SIZE_MAX ? date : tw_str_slice(date, slash + 1, date.len);
  if (tw_str_equal(*out_start, TW_STR(".."))) {
    *out_start = (TwStr){NULL, 0};
  }
  if (tw_str_equal(*out_end, TW_STR(".."))) {
    *out_end = (TwStr){NULL, 0};
  }
}

/* True if `a` ends before `b` starts; what is less precise holds the other. */
static bool
is_before(TwStr a, TwStr b)
{
  const size_t n = a.len < b.len ? a.len : b.len;
  return n > 0 &&
         tw_str_compare(tw_str_slice(a, 0, n), tw_str_slice(b, 0, n)) < 0;
}

static bool
dates_meet(TwStr a, TwStr b)
{
  TwStr a_start;
  TwStr a_end;
  TwStr b_start;
  TwStr b_end;
  cut_interval(a, &a_start, &a_end);
  cut_interval(b, &b_start, &b_end);
  return !is_before(a_end, b_start) && !is_before(b_end, a_start);
}

static bool
is_group(const TwRole* role)
{
  return role->type == TW_TYPE_GROUP;
}

/* True if one place may hold the other: a city and its region or country. */
static bool
is_inside(const TwArticle* article, const TwRole* a, const TwRole* b)
{
  if (a->entity == TW_NO_ENTITY || b->entity == TW_NO_ENTITY) {
    return false;
  }
  const TwEntity* const x = &article->entities.at[a->entity];
  const TwEntity* const y = &article->entities.at[b->entity];
  const bool country = x->type == TW_TYPE_COUNTRY || y->type == TW_TYPE_COUNTRY;
  return x->country.len && tw_str_equal(x->country, y->country) &&
         (country || (x->type != y->type && x->region.len &&
                      tw_str_equal(x->region, y->region)));
}

/* True if one length of time only goes on from the other: "2 years and 8
 * months" from "2 years". */
static bool
says_more(const TwRole* more, const TwRole* less)
{
  return more->type == TW_TYPE_DURATION && less->type == TW_TYPE_DURATION &&
         more->text.len > less->text.len && less->text.len &&
         tw_str_starts(more->text, less->text) &&
         more->text.s[less->text.len] == ' ';
}

TwCompared
tw_event_compare(const TwArticle* article, const TwRoleVec* a,
                 const TwRoleVec* b, TwStr role)
{
  TwCompared out = {0};
  for (size_t i = 0; i < a->count; ++i) {
    out.n_a += tw_str_equal(a->at[i].role, role);
  }
  for (size_t k = 0; k < b->count; ++k) {
    if (!tw_str_equal(b->at[k].role, role)) {
      continue;
    }
    ++out.n_b;
    bool shared = false;
    for (size_t i = 0; i < a->count; ++i) {
      if (tw_str_equal(a->at[i].role, role)) {
        shared |= tw_event_same_value(article, &a->at[i], &b->at[k]) ||
                  says_more(&a->at[i], &b->at[k]) ||
                  says_more(&b->at[k], &a->at[i]);
        out.measured |= a->at[i].type == TW_TYPE_DURATION &&
                        b->at[k].type == TW_TYPE_DURATION;
        out.vague |= is_group(&a->at[i]) || is_group(&b->at[k]) ||
                     is_inside(article, &a->at[i], &b->at[k]);
      }
    }
    out.n_shared += shared;
  }
  return out;
}

/* The index of that role in the rule, or NONE. */
static uint32_t
role_index(const TwRule* rule, TwStr name)
{
  for (uint32_t i = 0; i < rule->n_roles; ++i) {
    if (tw_str_equal(rule->roles[i].name, name)) {
      return i;
    }
  }
  return NONE;
}

bool
tw_event_is_core(const TwRule* rule, TwStr name)
{
  if (rule->kind == TW_RULE_PATTERN) {
    return true;
  }
  const uint32_t index = role_index(rule, name);
  uint32_t mask = rule->require;
  for (size_t i = 0; i < rule->n_least; ++i) {
    mask |= rule->least[i].mask;
  }
  return index != NONE && (mask & (UINT32_C(1) << index));
}

bool
tw_event_is_exact(const TwRule* rule, const TwRole* role)
{
  return role->type == TW_TYPE_NUMBER ||
         (role->type == TW_TYPE_NONE && role->entity == TW_NO_ENTITY &&
          rule->kind == TW_RULE_FRAME && role_index(rule, role->role) == NONE);
}

static bool
dates_agree(const TwEvent* event, const TwDraft* draft)
{
  bool meet = false;
  bool both = false;
  for (size_t i = 0; i < event->roles.count; ++i) {
    const TwRole* const a = &event->roles.at[i];
    for (size_t k = 0; k < draft->roles.count; ++k) {
      const TwRole* const b = &draft->roles.at[k];
      if (a->type != TW_TYPE_DATE || b->type != TW_TYPE_DATE) {
        continue;
      }
      /* What context gave is no reason against what was said, unless one
       * of the two is background. */
      if ((a->inferred || b->inferred) &&
          event->background == draft->background) {
        continue;
      }
      both = true;
      meet |= dates_meet(a->text, b->text);
    }
  }
  return meet || !both;
}

bool
tw_event_is_plan(const TwDraft* draft)
{
  return draft->fact.certainty == TW_POSSIBLE ||
         draft->fact.certainty == TW_PLANNED;
}

bool
tw_event_is_alike(const TwEvent* event, const TwDraft* draft)
{
  return tw_str_equal(event->first->fact.term, draft->fact.term) &&
         (event->first->rule->kind != draft->rule->kind ||
          event->first->rule->n_set == draft->rule->n_set) &&
         event->first->fact.negated == draft->fact.negated &&
         dates_agree(event, draft);
}
