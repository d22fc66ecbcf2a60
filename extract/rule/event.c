/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/event.h"

#include "extract/mention/grammar.h"
#include "extract/rule/people.h"
#include "extract/rule/retell.h"
#include "ontology/fold.h"

#define NONE UINT32_MAX
/* So many of the latest events are looked at for one that goes on. */
#define MAX_BACK 200
/* With so many values of an event are others compared: what thousands of
 * sentences add to one event must not be gone through for each. */
#define MAX_VALUES 100

typedef TW_VEC(TwEvent) EventVec;

typedef struct {
  TwRuleReading* reading;
  EventVec events;
} Joining;

/* True if the people are told of as known, without their number: "the
 * inmates". */
static bool
is_told_before(const Joining* joining, const TwDraft* draft, const TwRole* role)
{
  const TwRuleReading* const reading = joining->reading;
  const TwArticle* const article = reading->article;
  if (role->type != TW_TYPE_GROUP || role->entity == TW_NO_ENTITY ||
      article->entities.at[role->entity].count > 1) {
    return false;
  }
  const uint32_t g = tw_people_group(reading, draft, role->entity);
  return g != NONE &&
         tw_grammar_classes(reading->grammar,
                            &article->tokens.at[article->groups.at[g].first]) &
           TW_WORD(DEFINITE);
}

/* True if the draft may tell on of the people of the event: "The inmates were
 * flown to ..." behind "Peru sent 12 prisoners to ...". */
static bool
goes_on(const Joining* joining, const TwEvent* event, const TwDraft* draft)
{
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    for (size_t i = 0; i < event->roles.count; ++i) {
      const TwRole* const known = &event->roles.at[i];
      if (known->type == TW_TYPE_GROUP &&
          tw_str_equal(known->role, role->role) &&
          is_told_before(joining, draft, role)) {
        return true;
      }
    }
  }
  return false;
}

/* "Among them was X" goes on with what was told just before; a frame that
 * names the deed with the last one of its kind. */
static bool
continues(const TwEvent* event, const TwDraft* draft)
{
  const bool near = draft->sentence <= event->sentence + 1;
  return draft->rule->continues && (near || draft->rule->kind == TW_RULE_FRAME);
}

/* True if one of the two names people and the other none of them: what is to
 * come for somebody did not befall others. */
static bool
is_of_others(const TwArticle* article, const TwEvent* event,
             const TwDraft* draft)
{
  bool named = false;
  for (size_t i = 0; i < event->roles.count; ++i) {
    const TwRole* const a = &event->roles.at[i];
    named |= a->type == TW_TYPE_PERSON;
    for (size_t k = 0; k < draft->roles.count; ++k) {
      const TwRole* const b = &draft->roles.at[k];
      if (a->type == TW_TYPE_PERSON && b->type == TW_TYPE_PERSON &&
          tw_event_same_value(article, a, b)) {
        return false;
      }
    }
  }
  for (size_t k = 0; k < draft->roles.count; ++k) {
    named |= draft->roles.at[k].type == TW_TYPE_PERSON;
  }
  return named;
}

/* How much speaks for the draft telling the event; 0: nothing, or something
 * speaks against it. */
static unsigned
agreement(const Joining* joining, const TwEvent* event, const TwDraft* draft)
{
  unsigned points = 0;
  bool known = false;
  bool elsewhere = false;
  const bool apart = tw_event_is_plan(event->first) != tw_event_is_plan(draft);
  if (!tw_event_is_alike(event, draft) ||
      (apart && is_of_others(joining->reading->article, event, draft))) {
    return 0;
  }
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    if (role->type == TW_TYPE_DATE ||
        (k > 0 && tw_str_equal(role[-1].role, role->role))) {
      continue;
    }
    const TwCompared found = tw_event_compare(
      joining->reading->article, &event->roles, &draft->roles, role->role);
    const bool core =
      !draft->rule->continues && tw_event_is_core(draft->rule, role->role);
    if (!found.n_a) {
      continue;
    }
    if (tw_event_is_exact(draft->rule, role)) {
      if (!found.n_shared) {
        return 0;
      }
      points += role->type == TW_TYPE_NUMBER ? 2 : 0;
      continue;
    }
    if (found.measured && !found.n_shared) {
      return 0;
    }
    if (core && (!found.vague || apart) && found.n_shared < found.n_a &&
        found.n_shared < found.n_b) {
      return 0;
    }
    points += found.n_shared ? (core ? 2 : 1) : 0;
    known |= core && found.n_shared && role->type != TW_TYPE_GROUP;
    elsewhere |=
      tw_type_is(role->type, TW_TYPE_PLACE) && !found.n_shared && !found.vague;
  }
  /* As many people in another place are other people. */
  if (elsewhere && !known && !draft->rule->continues) {
    return 0;
  }
  if (draft->rule->continues) {
    return continues(event, draft);
  }
  return points ? points : goes_on(joining, event, draft);
}

/* The only event whose people the draft names, or NONE. */
static uint32_t
find_unnamed(const Joining* joining, const TwDraft* draft)
{
  uint32_t found = NONE;
  const size_t n = joining->events.count;
  for (size_t back = 0; back < n && back < MAX_BACK; ++back) {
    const size_t i = n - 1 - back;
    if (!tw_retell_is(joining->reading, &joining->events.at[i], draft)) {
      continue;
    }
    if (found != NONE) {
      return NONE;
    }
    found = (uint32_t)i;
  }
  return found;
}

static void
add_roles(const Joining* joining, TwEvent* event, const TwDraft* draft)
{
  for (size_t k = 0; k < draft->roles.count && event->roles.count < MAX_VALUES;
       ++k) {
    const TwRole* const role = &draft->roles.at[k];
    bool known = false;
    for (size_t i = 0; i < event->roles.count && !known; ++i) {
      known = tw_str_equal(event->roles.at[i].role, role->role) &&
              event->roles.at[i].inferred == role->inferred &&
              tw_event_same_value(joining->reading->article,
                                  &event->roles.at[i], role);
    }
    TwRole* const added =
      known ? NULL
            : TW_VEC_PUSH(joining->reading->article->arena, &event->roles);
    if (added) {
      *added = *role;
    }
  }
  event->background |= draft->background;
  event->sentence = draft->sentence;
}

/* The event that the draft tells on: the latest of those that agree most, or
 * a new one. */
static uint32_t
place(Joining* joining, TwDraft* draft)
{
  uint32_t best = NONE;
  unsigned best_points = 0;
  const size_t n = joining->events.count;
  for (size_t back = 0; back < n && back < MAX_BACK; ++back) {
    const size_t i = n - 1 - back;
    const unsigned points = agreement(joining, &joining->events.at[i], draft);
    const bool later =
      points && points == best_points &&
      joining->events.at[i].sentence > joining->events.at[best].sentence;
    if (points > best_points || later) {
      best_points = points;
      best = (uint32_t)i;
    }
  }
  best = best == NONE ? find_unnamed(joining, draft) : best;
  if (best == NONE && draft->rule->continues) {
    draft->lost = true;
    draft->loss = TW_LOSS_ALONE;
    return 0;
  }
  if (best == NONE) {
    TwEvent* const event =
      TW_VEC_PUSH(joining->reading->article->arena, &joining->events);
    if (!event) {
      return 0;
    }
    *event = (TwEvent){.first = draft};
    best = (uint32_t)n;
  }
  add_roles(joining, &joining->events.at[best], draft);
  return best;
}

static bool
has_said_date(const TwEvent* event)
{
  for (size_t i = 0; i < event->roles.count; ++i) {
    if (event->roles.at[i].type == TW_TYPE_DATE &&
        !event->roles.at[i].inferred) {
      return true;
    }
  }
  return false;
}

/* Where the article says the day of an event, context is not asked. */
static void
drop_inferred_dates(const Joining* joining, TwDraft* draft)
{
  if (!has_said_date(&joining->events.at[draft->fact.event])) {
    return;
  }
  size_t n = 0;
  for (size_t i = 0; i < draft->roles.count; ++i) {
    const TwRole* const role = &draft->roles.at[i];
    if (role->type != TW_TYPE_DATE || !role->inferred) {
      draft->roles.at[n++] = *role;
    }
  }
  draft->roles.count = n;
}

/* True if the words of `part` end those of `whole`: "minister" in "justice
 * minister". */
static bool
is_tail(TwArena* arena, TwStr part, TwStr whole)
{
  const TwStr a = tw_fold(arena, part);
  const TwStr b = tw_fold(arena, whole);
  return a.len > 0 && tw_str_ends(b, a) &&
         (a.len == b.len || b.s[b.len - a.len - 1] == ' ');
}

/* True if all that `a` says stands in `b`, too. */
static bool
is_within(const Joining* joining, const TwDraft* a, const TwDraft* b)
{
  for (size_t i = 0; i < a->roles.count; ++i) {
    const TwRole* const role = &a->roles.at[i];
    bool found = false;
    for (size_t k = 0; k < b->roles.count && !found; ++k) {
      const TwRole* const other = &b->roles.at[k];
      found =
        tw_str_equal(role->role, other->role) &&
        (tw_event_same_value(joining->reading->article, role, other) ||
         (role->entity == TW_NO_ENTITY && other->entity == TW_NO_ENTITY &&
          is_tail(joining->reading->article->arena, role->text, other->text)));
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

/* Keeps the fuller of two sayings of one relation, as surely as the surer. */
static void
join_relation(const Joining* joining, size_t at)
{
  TwDraft* const b = &joining->reading->drafts.at[at];
  for (size_t back = 1; back <= at && back <= MAX_BACK; ++back) {
    TwDraft* const a = &joining->reading->drafts.at[at - back];
    if (a->lost || a->fact.is_event || a->fact.negated != b->fact.negated ||
        !tw_str_equal(a->fact.term, b->fact.term)) {
      continue;
    }
    const bool old_within = is_within(joining, a, b);
    if (!old_within && !is_within(joining, b, a)) {
      continue;
    }
    const bool keep_new = old_within && !is_within(joining, b, a);
    TwDraft* const kept = keep_new ? b : a;
    TwDraft* const other = keep_new ? a : b;
    other->lost = true;
    other->loss = TW_LOSS_AGAIN;
    other->winner = kept->rule;
    if (other->fact.certainty < kept->fact.certainty) {
      kept->fact.certainty = other->fact.certainty;
      kept->fact.cue = other->fact.cue;
      kept->cue = other->cue;
    }
    if (!keep_new) {
      return;
    }
  }
}

void
tw_events_join(TwRuleReading* reading)
{
  Joining joining = {.reading = reading};
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    if (draft->fact.is_event) {
      draft->fact.event = place(&joining, draft);
    } else {
      join_relation(&joining, i);
    }
  }
  if (tw_arena_failed(reading->article->arena)) {
    return;
  }
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    if (draft->fact.is_event && !draft->lost) {
      drop_inferred_dates(&joining, draft);
    } else {
      draft->fact.event = (uint32_t)(joining.events.count + i);
    }
  }
}
