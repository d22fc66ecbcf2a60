/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/match.h"

/* A date taken from context may be off by as many days. */
#define SLACK 3

/* A date that leaves more days open says little. */
#define SHARP 62

/* So far apart two days may be told of one death. */
#define ASTRAY 62

/* What speaks for and against. */
typedef struct {
  int agree;
  int strong; ///< Of those that agree: say much
  int against;
  bool person; ///< A person agrees
  bool date;   ///< The date agrees
  bool near;   ///< The counts nearly agree
  bool once;   ///< A person agrees who dies in both
  bool never;
} Verdict;

/* --- Date --- */

static TwMoment
widened(const TwLocalEvent* event)
{
  TwMoment moment = event->moment;
  if (event->inferred) {
    moment.first -= moment.first > INT64_MIN + SLACK ? SLACK : 0;
    moment.last += moment.last < INT64_MAX - SLACK ? SLACK : 0;
  }
  return moment;
}

/* True if no day of the one is near to a day of the other. */
static bool
far_apart(TwMoment a, TwMoment b)
{
  const TwMoment early = a.first < b.first ? a : b;
  const TwMoment late = a.first < b.first ? b : a;
  return early.last < late.first && early.last < late.first - ASTRAY;
}

static void
match_date(const TwLocalEvent* a, const TwLocalEvent* b, Verdict* verdict)
{
  if (!a->has_moment || !b->has_moment) {
    /* "Peru had sent others" is not the transfer of yesterday. */
    verdict->never =
      !verdict->once && ((!a->has_moment && a->recap && !b->recap) ||
                         (!b->has_moment && b->recap && !a->recap));
    return;
  }
  if (!tw_moment_overlaps(widened(a), widened(b))) {
    verdict->never = !verdict->once || far_apart(a->moment, b->moment);
  } else if (!a->inferred || !b->inferred) {
    verdict->date = true;
    verdict->agree += 1;
    verdict->strong += tw_moment_length(a->moment) <= SHARP &&
                       tw_moment_length(b->moment) <= SHARP;
  }
}

/* --- Count --- */

static void
match_count(const TwLocalEvent* a, const TwLocalEvent* b, Verdict* verdict)
{
  if (!a->count || !b->count) {
    return;
  }
  const uint64_t more = a->count > b->count ? a->count : b->count;
  const uint64_t less = a->count > b->count ? b->count : a->count;
  if (more == less) {
    verdict->agree += 1;
    verdict->strong += more > 1;
  } else if (more - less <= more / 5) {
    verdict->near = true;
  } else {
    verdict->never = !verdict->once;
  }
}

/* --- Values --- */

typedef enum { UNKNOWN, AGREE, DIFFER } Relation;

/* How two values of one property stand to each other. */
static Relation
relate(const TwEventValue* a, const TwEventValue* b)
{
  if (a->thing == TW_NO_THING || b->thing == TW_NO_THING) {
    return a->thing == b->thing && tw_str_equal(a->folded, b->folded) ? AGREE
                                                                      : UNKNOWN;
  }
  if (a->thing == b->thing) {
    return AGREE;
  }
  if (a->type == TW_TYPE_GROUP || b->type == TW_TYPE_GROUP) {
    return UNKNOWN;
  }
  if (tw_type_is(a->type, TW_TYPE_PLACE) &&
      tw_type_is(b->type, TW_TYPE_PLACE)) {
    const bool inside = tw_str_equal(a->country, b->country);
    return inside && a->type != b->type ? UNKNOWN : DIFFER;
  }
  return DIFFER;
}

/* The best relation of a value to those that `other` has of its property;
 * UNKNOWN if it has none. */
static Relation
best_relation(const TwEventValue* value, const TwLocalEvent* other)
{
  Relation best = UNKNOWN;
  bool unknown = false;
  for (size_t i = 0; i < other->values.count; ++i) {
    if (other->values.at[i].property == value->property) {
      const Relation relation = relate(value, &other->values.at[i]);
      if (relation == AGREE) {
        return AGREE;
      }
      unknown = unknown || relation == UNKNOWN;
      best = relation;
    }
  }
  return unknown ? UNKNOWN : best;
}

/* The values of one property: `first` and those behind it. Returns the next
 * one of another property. */
static size_t
match_property(const TwLocalEvent* a, size_t first, const TwLocalEvent* b,
               Verdict* verdict)
{
  const TwProperty* const property = a->values.at[first].property;
  bool agree = false;
  bool person = false;
  bool differ = true;
  bool people = false;
  size_t i = first;
  for (; i < a->values.count && a->values.at[i].property == property; ++i) {
    const TwEventValue* const value = &a->values.at[i];
    const Relation relation = best_relation(value, b);
    agree = agree || relation == AGREE;
    person = person || (relation == AGREE && value->type == TW_TYPE_PERSON);
    people = people || (relation == DIFFER && value->type == TW_TYPE_PERSON);
    differ = differ && relation == DIFFER;
  }
  verdict->agree += agree;
  verdict->strong += person;
  verdict->person = verdict->person || person;
  verdict->against += differ;
  verdict->never = verdict->never || (differ && people && !verdict->once);
  return i;
}

/* True if both tell of the death of one person; of what did not happen, as
 * threats, there may be several. */
static bool
share_once(const TwLocalEvent* a, const TwLocalEvent* b)
{
  for (size_t i = 0; i < a->values.count && !a->planned; ++i) {
    const TwEventValue* const value = &a->values.at[i];
    if (value->type == TW_TYPE_PERSON &&
        tw_schema_names(a->class_->death_of, value->property->name) &&
        best_relation(value, b) == AGREE) {
      return true;
    }
  }
  return false;
}

static Verdict
judge(const TwLocalEvent* a, const TwLocalEvent* b)
{
  Verdict verdict = {.never =
                       a->class_ != b->class_ || a->planned != b->planned};
  verdict.once = !verdict.never && share_once(a, b);
  verdict.never |= a->article == b->article && !verdict.once;
  if (!verdict.never) {
    match_date(a, b, &verdict);
  }
  if (!verdict.never) {
    match_count(a, b, &verdict);
  }
  for (size_t i = 0; i < a->values.count && !verdict.never;) {
    i = match_property(a, i, b, &verdict);
  }
  return verdict;
}

bool
tw_match_excluded(const TwLocalEvent* a, const TwLocalEvent* b)
{
  return judge(a, b).never;
}

int
tw_match_score(const TwLocalEvent* a, const TwLocalEvent* b)
{
  const Verdict verdict = judge(a, b);
  const int bearable = verdict.person && verdict.date ? 1 : 0;
  if (verdict.never) {
    return 0;
  }
  if (verdict.once) {
    return 4 * verdict.strong + 2 * verdict.agree;
  }
  if (verdict.agree < 2 || verdict.strong < 1 || verdict.against > bearable ||
      (verdict.near && (verdict.agree < 3 || !verdict.date))) {
    return 0;
  }
  return 4 * verdict.strong + 2 * verdict.agree - verdict.against -
         verdict.near;
}
