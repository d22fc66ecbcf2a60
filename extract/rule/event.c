/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/event.h"

#include "extract/mention/grammar.h"
#include "ontology/fold.h"

#define NONE UINT32_MAX
/* So many of the latest events are looked at for one that goes on. */
#define MAX_BACK 200

/* An event of the article: its drafts are linked by `next`. */
typedef struct {
  const TwDraft* first; /* Its first draft */
  TwRoleVec roles;      /* Of all its drafts, each value once */
  uint32_t sentence;    /* Where it was told last */
  bool background;
} Event;

typedef TW_VEC(Event) EventVec;

typedef struct {
  TwRuleReading* reading;
  EventVec events;
} Joining;

static bool
same_words(TwArena* arena, TwStr a, TwStr b)
{
  return tw_str_equal(a, b) ||
         tw_str_equal(tw_fold(arena, a), tw_fold(arena, b));
}

static bool
same_value(const Joining* joining, const TwRole* a, const TwRole* b)
{
  if (a->entity != TW_NO_ENTITY || b->entity != TW_NO_ENTITY) {
    return a->entity == b->entity;
  }
  return same_words(joining->reading->article->arena, a->text, b->text);
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

/* Places of one country of which one is the country itself. */
static bool
is_inside(const TwArticle* article, const TwRole* a, const TwRole* b)
{
  if (a->entity == TW_NO_ENTITY || b->entity == TW_NO_ENTITY) {
    return false;
  }
  const TwEntity* const x = &article->entities.at[a->entity];
  const TwEntity* const y = &article->entities.at[b->entity];
  return (x->type == TW_TYPE_COUNTRY || y->type == TW_TYPE_COUNTRY) &&
         x->country.len && tw_str_equal(x->country, y->country);
}

/* How the values of one role in both compare. */
typedef struct {
  unsigned n_a; /* Values of the event */
  unsigned n_b; /* Values of the draft */
  unsigned n_shared;
  bool vague;    /* A group of people, or a place inside another */
  bool measured; /* Both have a length of time */
} Compared;

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

static Compared
compare(const Joining* joining, const TwRoleVec* a, const TwRoleVec* b,
        TwStr role)
{
  const TwArticle* const article = joining->reading->article;
  Compared out = {0};
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
        shared |= same_value(joining, &a->at[i], &b->at[k]) ||
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

/* True if facts with another value there tell of another event: what the rule
 * requires; all that a pattern emits. */
static bool
is_core(const TwRule* rule, TwStr name)
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

/* A constant, or a count: it must be the same. */
static bool
is_exact(const TwRule* rule, const TwRole* role)
{
  return role->type == TW_TYPE_NUMBER ||
         (role->type == TW_TYPE_NONE && role->entity == TW_NO_ENTITY &&
          rule->kind == TW_RULE_FRAME && role_index(rule, role->role) == NONE);
}

static bool
dates_agree(const Event* event, const TwDraft* draft)
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

/* True if the people are told of as known, without their number: "the
 * inmates". */
static bool
is_told_before(const Joining* joining, const TwDraft* draft, const TwRole* role)
{
  const TwRuleReading* const reading = joining->reading;
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = &article->sentences.at[draft->sentence];
  if (!is_group(role) || role->entity == TW_NO_ENTITY ||
      article->entities.at[role->entity].count > 1) {
    return false;
  }
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwToken* const first =
      &article->tokens.at[article->groups.at[g].first];
    if (reading->people[g] == role->entity) {
      return tw_grammar_classes(reading->grammar, first) & TW_WORD(DEFINITE);
    }
  }
  return false;
}

/* True if the draft may tell on of the people of the event: "The inmates were
 * flown to ..." behind "Peru sent 12 prisoners to ...". */
static bool
goes_on(const Joining* joining, const Event* event, const TwDraft* draft)
{
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    for (size_t i = 0; i < event->roles.count; ++i) {
      const TwRole* const known = &event->roles.at[i];
      if (is_group(known) && tw_str_equal(known->role, role->role) &&
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
continues(const Event* event, const TwDraft* draft)
{
  const bool near = draft->sentence <= event->sentence + 1;
  return draft->rule->continues && (near || draft->rule->kind == TW_RULE_FRAME);
}

/* What may happen or is planned goes on with what happened only where both
 * name the same: "killed X and tried to kill three men". */
static bool
is_plan(const TwDraft* draft)
{
  return draft->fact.certainty == TW_POSSIBLE ||
         draft->fact.certainty == TW_PLANNED;
}

/* How much speaks for the draft telling the event; 0: nothing, or something
 * speaks against it. */
static unsigned
agreement(const Joining* joining, const Event* event, const TwDraft* draft)
{
  unsigned points = 0;
  const bool apart = is_plan(event->first) != is_plan(draft);
  if (!tw_str_equal(event->first->fact.term, draft->fact.term) ||
      (event->first->rule->kind == draft->rule->kind &&
       event->first->rule->n_set != draft->rule->n_set) ||
      event->first->fact.negated != draft->fact.negated ||
      !dates_agree(event, draft)) {
    return 0;
  }
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    if (role->type == TW_TYPE_DATE ||
        (k > 0 && tw_str_equal(role[-1].role, role->role))) {
      continue;
    }
    const Compared found =
      compare(joining, &event->roles, &draft->roles, role->role);
    const bool core =
      !draft->rule->continues && is_core(draft->rule, role->role);
    if (!found.n_a) {
      continue;
    }
    if (is_exact(draft->rule, role)) {
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
  }
  if (draft->rule->continues) {
    return continues(event, draft);
  }
  return points ? points : goes_on(joining, event, draft);
}

static void
add_roles(const Joining* joining, Event* event, const TwDraft* draft)
{
  for (size_t k = 0; k < draft->roles.count; ++k) {
    const TwRole* const role = &draft->roles.at[k];
    bool known = false;
    for (size_t i = 0; i < event->roles.count && !known; ++i) {
      known = tw_str_equal(event->roles.at[i].role, role->role) &&
              event->roles.at[i].inferred == role->inferred &&
              same_value(joining, &event->roles.at[i], role);
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
  if (best == NONE && draft->rule->continues) {
    draft->lost = true;
    draft->loss = TW_LOSS_ALONE;
    return 0;
  }
  if (best == NONE) {
    Event* const event =
      TW_VEC_PUSH(joining->reading->article->arena, &joining->events);
    if (!event) {
      return 0;
    }
    *event = (Event){.first = draft};
    best = (uint32_t)n;
  }
  add_roles(joining, &joining->events.at[best], draft);
  return best;
}

static bool
has_said_date(const Event* event)
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
        (same_value(joining, role, other) ||
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
