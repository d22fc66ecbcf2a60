/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/facts.h"

#include "base/arena.h"
#include "output/label.h"

#include <stdlib.h>

/* One line of an event, gathered from its facts. */
typedef struct {
  const TwReading* reading;
  TwArena* arena;
  TW_VEC(TwRole) roles;  ///< Each value once
  TwCertainty certainty; ///< The surest; see doubt_people()
  bool negated;          ///< In all of its facts
  bool recap;
  bool has_group;
  TwCertainty membership; ///< Of the first group
} Line;

static bool
is_listed(TwType type)
{
  return type == TW_TYPE_PERSON || tw_type_is(type, TW_TYPE_ORGANIZATION) ||
         type == TW_TYPE_COUNTRY || type == TW_TYPE_REGION ||
         type == TW_TYPE_CITY || type == TW_TYPE_FACILITY;
}

static void
add_role(TwBuf* out, const TwReading* reading, const TwRole* role)
{
  tw_label_pair(out, role->role,
                role->entity == TW_NO_ENTITY
                  ? role->text
                  : reading->entities[role->entity].name);
}

static const TwEntity*
group_of(const TwReading* reading, const TwRole* role)
{
  return role->entity != TW_NO_ENTITY &&
             reading->entities[role->entity].type == TW_TYPE_GROUP
           ? &reading->entities[role->entity]
           : NULL;
}

/* True if a role of the fact is what the people of the group belong to. */
static bool
names_body(const TwFact* fact, const TwEntity* group)
{
  for (size_t i = 0; i < fact->n_roles; ++i) {
    for (size_t k = 0; k < group->n_of; ++k) {
      if (fact->roles[i].entity == group->of[k]) {
        return true;
      }
    }
  }
  return false;
}

/* True for people who hold a place in the table by what they are, as nothing
 * counts them: "protesters", "brother of Juan Pardo", "Red Hill gang member"
 * where the fact has no role for their gang. */
static bool
is_somebody(const TwFact* fact, const TwEntity* group)
{
  return group->count <= 1 &&
         (group->n_of ? !names_body(fact, group) : group->described);
}

static bool
is_same(const TwRole* a, const TwRole* b)
{
  return tw_str_equal(a->role, b->role) && a->entity == b->entity &&
         (a->entity != TW_NO_ENTITY || tw_str_equal(a->text, b->text));
}

/* Of two dates of one event the one that the text gives and that is more
 * precise. */
static bool
is_better_date(const TwRole* a, const TwRole* b)
{
  const bool whole_a = tw_str_find(a->text, TW_STR("/"), 0) == SIZE_MAX;
  const bool whole_b = tw_str_find(b->text, TW_STR("/"), 0) == SIZE_MAX;
  if (a->inferred != b->inferred) {
    return !a->inferred;
  }
  if (whole_a != whole_b) {
    return whole_a;
  }
  return a->text.len > b->text.len;
}

static bool
holds_one(const TwRole* role)
{
  return role->type == TW_TYPE_DATE || role->type == TW_TYPE_NUMBER;
}

static TwStatus
take_role(Line* line, const TwRole* role)
{
  for (size_t i = 0; i < line->roles.count; ++i) {
    TwRole* const at = &line->roles.at[i];
    if (is_same(at, role)) {
      at->inferred &= role->inferred;
      return TW_OK;
    }
    if (holds_one(role) && tw_str_equal(at->role, role->role)) {
      if (role->type == TW_TYPE_DATE && is_better_date(role, at)) {
        *at = *role;
      }
      return TW_OK;
    }
  }
  TwRole* const added = TW_VEC_PUSH(line->arena, &line->roles);
  if (!added) {
    return TW_ERR_NOMEM;
  }
  *added = *role;
  return TW_OK;
}

static TwStatus
take_fact(Line* line, const TwFact* fact, bool is_first)
{
  line->certainty = is_first || fact->certainty < line->certainty
                      ? fact->certainty
                      : line->certainty;
  line->negated = fact->negated && (is_first || line->negated);
  line->recap = fact->recap && (is_first || line->recap);
  for (size_t i = 0; i < fact->n_roles; ++i) {
    const TwEntity* const group = group_of(line->reading, &fact->roles[i]);
    if (!group || is_somebody(fact, group)) {
      TW_TRY(take_role(line, &fact->roles[i]));
    }
    if (group && !line->has_group && group->n_of) {
      line->has_group = true;
      line->membership = group->membership;
    }
  }
  return TW_OK;
}

/* How sure it is, as the table of an article says it: more coarsely than that
 * of the graph. */
static TwStr
coarse_modality(TwCertainty certainty, bool negated)
{
  if (negated) {
    return tw_certainty_name(TW_DENIED);
  }
  switch (certainty) {
  case TW_ASSERTED:
  case TW_WANTED:
    return (TwStr){NULL, 0};
  case TW_PLANNED:
  case TW_DENIED:
    return tw_certainty_name(certainty);
  default:
    return tw_certainty_name(TW_ALLEGED);
  }
}

static void
add_marks(TwBuf* out, const Line* line)
{
  if (line->recap) {
    tw_label_pair(out, TW_STR("recap"), TW_STR("yes"));
  }
  for (size_t i = 0; i < line->roles.count; ++i) {
    if (line->roles.at[i].inferred) {
      tw_label_pair(out, TW_STR("inferred"), line->roles.at[i].role);
    }
  }
  if (line->has_group) {
    tw_label_pair(out, TW_STR("membership"),
                  tw_certainty_name(line->membership == TW_ASSERTED
                                      ? TW_ASSERTED
                                      : TW_ALLEGED));
  }
  const TwStr modality = coarse_modality(line->certainty, line->negated);
  if (modality.len) {
    tw_label_pair(out, TW_STR("modality"), modality);
  }
}

/* True if the role is one of people without names where a name tells who it
 * was, or a number how many. */
static bool
is_outdone(const Line* line, const TwRole* role)
{
  if (!group_of(line->reading, role)) {
    return false;
  }
  for (size_t i = 0; i < line->roles.count; ++i) {
    const TwRole* const other = &line->roles.at[i];
    const bool named =
      tw_str_equal(other->role, role->role) && !group_of(line->reading, other);
    if (named || other->type == TW_TYPE_NUMBER) {
      return true;
    }
  }
  return false;
}

/* An event that nobody and nothing but a day is known of says nothing. */
static bool
says_something(const Line* line)
{
  for (size_t i = 0; i < line->roles.count; ++i) {
    if (line->roles.at[i].type != TW_TYPE_DATE) {
      return true;
    }
  }
  return false;
}

/* How sure the facts are, at best, that anybody has that role. */
static TwCertainty
surest(const TwReading* reading, TwStr role, const size_t* facts,
       size_t n_facts)
{
  TwCertainty out = TW_DENIED;
  for (size_t i = 0; i < n_facts; ++i) {
    const TwFact* const fact = &reading->facts[facts[i]];
    for (size_t k = 0; k < fact->n_roles; ++k) {
      if (fact->certainty < out && tw_str_equal(fact->roles[k].role, role)) {
        out = fact->certainty;
      }
    }
  }
  return out;
}

/* A line is no surer than that a person it names took part: a death may be
 * certain and its killer accused. */
static void
doubt_people(Line* line, const size_t* facts, size_t n_facts)
{
  for (size_t i = 0; i < line->roles.count; ++i) {
    const TwRole* const role = &line->roles.at[i];
    if (role->entity != TW_NO_ENTITY &&
        line->reading->entities[role->entity].type == TW_TYPE_PERSON) {
      const TwCertainty certainty =
        surest(line->reading, role->role, facts, n_facts);
      line->certainty =
        certainty > line->certainty ? certainty : line->certainty;
    }
  }
}

static TwStatus
add_event(const TwReading* reading, size_t first, const size_t* facts,
          size_t n_facts, TwArena* arena, TwBuf* out)
{
  Line line = {.reading = reading, .arena = arena};
  for (size_t i = 0; i < n_facts; ++i) {
    TW_TRY(take_fact(&line, &reading->facts[facts[i]], i == 0));
  }
  doubt_people(&line, facts, n_facts);
  if (says_something(&line)) {
    tw_buf_add(out, reading->facts[first].term);
    for (size_t i = 0; i < line.roles.count; ++i) {
      if (!is_outdone(&line, &line.roles.at[i])) {
        add_role(out, reading, &line.roles.at[i]);
      }
    }
    add_marks(out, &line);
    tw_buf_add_char(out, '\n');
  }
  return TW_OK;
}

/* The values of one role of a relation: every one is a relation of its own. */
typedef struct {
  size_t at[64];
  size_t count;
} Values;

#define MAX_ENDS 8

static size_t
collect_ends(const TwReading* reading, const TwFact* fact, Values* ends)
{
  size_t n_ends = 0;
  for (size_t i = 0; i < fact->n_roles; ++i) {
    size_t e = 0;
    while (e < n_ends && !tw_str_equal(fact->roles[ends[e].at[0]].role,
                                       fact->roles[i].role)) {
      ++e;
    }
    if (group_of(reading, &fact->roles[i])) {
      return 0; /* People without names hold no place in the table */
    }
    if (e == MAX_ENDS || (e < n_ends && ends[e].count == 64)) {
      continue;
    }
    if (e == n_ends) {
      ends[n_ends++].count = 0;
    }
    ends[e].at[ends[e].count++] = i;
  }
  return n_ends;
}

static void
add_relation(const TwReading* reading, const TwFact* fact, TwBuf* out)
{
  Values ends[MAX_ENDS];
  size_t turn[MAX_ENDS] = {0};
  const size_t n_ends = collect_ends(reading, fact, ends);
  const TwStr modality = coarse_modality(fact->certainty, fact->negated);
  size_t end = 0;
  while (n_ends && end < n_ends) {
    tw_buf_add(out, fact->term);
    for (size_t i = 0; i < n_ends; ++i) {
      add_role(out, reading, &fact->roles[ends[i].at[turn[i]]]);
    }
    if (fact->status.len) {
      tw_label_pair(out, TW_STR("status"), fact->status);
    }
    if (modality.len) {
      tw_label_pair(out, TW_STR("modality"), modality);
    }
    tw_buf_add_char(out, '\n');
    for (end = 0; end < n_ends && ++turn[end] == ends[end].count; ++end) {
      turn[end] = 0;
    }
  }
}

static TwStatus
add_facts(const TwReading* reading, TwArena* arena, TwBuf* out)
{
  bool* const done = TW_NEW(arena, bool, reading->n_facts + 1);
  size_t* const same = TW_NEW(arena, size_t, reading->n_facts + 1);
  if (!done || !same) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < reading->n_facts; ++i) {
    const TwFact* const fact = &reading->facts[i];
    if (!fact->is_event) {
      add_relation(reading, fact, out);
      continue;
    }
    size_t n = 0;
    for (size_t k = i; !done[i] && k < reading->n_facts; ++k) {
      if (reading->facts[k].is_event &&
          reading->facts[k].event == fact->event) {
        same[n++] = k;
      }
    }
    for (size_t k = 0; k < n; ++k) {
      done[same[k]] = true;
    }
    if (n) {
      TW_TRY(add_event(reading, i, same, n, arena, out));
    }
  }
  return TW_OK;
}

TwStatus
tw_facts_reading(const TwReading* reading, TwBuf* out)
{
  TwArena* const arena = tw_arena_new(0);
  if (!arena) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < reading->n_entities; ++i) {
    const TwEntity* const entity = &reading->entities[i];
    if (entity->in_text && is_listed(entity->type)) {
      tw_buf_add(out, TW_STR("entity"));
      tw_label_pair(out, TW_STR("type"), tw_type_name(entity->type));
      tw_label_pair(out, TW_STR("name"), entity->name);
      tw_buf_add_char(out, '\n');
    }
  }
  TwStatus status = add_facts(reading, arena, out);
  tw_arena_free(arena);
  return status == TW_OK ? tw_buf_status(out) : status;
}
