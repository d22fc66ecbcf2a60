/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/match.h"

#include "graph/conflict.h"

/* A date taken from context may be off by as many days. */
#define SLACK 3

/* A date that leaves more days open says little. */
#define SHARP 62

/* So far apart two days may be told of one death. */
#define ASTRAY 62

/* So far apart two papers may put one thing that is told once in each. */
#define WEEK 7

/* So many runs of words are no phrase that others use, too. */
#define MANY_RUNS 6
#define SOME_RUNS 2

/* What speaks for and against. */
typedef struct {
  int agree;
  int strong; ///< Of those that agree: say much
  int values; ///< Of those that agree: roles that are no mere kind
  int against;
  bool person; ///< A person agrees
  bool pair;   ///< Two who act together do
  bool office; ///< Somebody is known by an office of the other
  bool date;   ///< The date agrees
  bool count;  ///< The count agrees
  bool near;   ///< The counts nearly agree
  bool differ; ///< The counts do not, but may be of one event
  bool late;   ///< The dates do not, but may be of one event
  bool only;   ///< Neither article tells of another of the class
  bool once;   ///< A person agrees who dies in both
  bool thing;  ///< A thing agrees
  bool story;  ///< The articles tell one story
  bool words;  ///< The same words are said,
  bool many;   ///< and many of them
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

/* True if no day of the one is within `days` of a day of the other. */
static bool
far_apart(TwMoment a, TwMoment b, int64_t days)
{
  const TwMoment early = a.first < b.first ? a : b;
  const TwMoment late = a.first < b.first ? b : a;
  return early.last < late.first && early.last < late.first - days;
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
    verdict->late = verdict->only && !a->inferred && !b->inferred &&
                    !far_apart(a->moment, b->moment, WEEK);
    verdict->never =
      verdict->once ? far_apart(a->moment, b->moment, ASTRAY) : !verdict->late;
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
    verdict->count = true;
    verdict->agree += 1;
    verdict->strong += more > 1;
  } else if ((a->approximate || b->approximate) && more - less <= less) {
    return; /* "At least 30" may be 42. */
  } else if (more - less <= more / 5) {
    verdict->near = true;
  } else {
    verdict->differ = verdict->only && more - less <= less;
    verdict->never = !verdict->once && !verdict->differ;
  }
}

/* --- Values --- */

typedef enum {
  UNKNOWN,
  ALIKE, ///< Known by an office that the other holds
  AGREE,
  DIFFER
} Relation;

/* How words stand to each other: "murder" and "the murder of a guard" may be
 * one, "theft" is another. */
static Relation
relate_words(const TwEventValue* a, const TwEventValue* b)
{
  size_t n = 0;
  return tw_str_equal(a->folded, b->folded) ? AGREE
         : a->property->tells_apart ||
             !tw_conflict_shared_words(a->folded, b->folded, &n)
           ? DIFFER
           : UNKNOWN;
}

/* How two values of one property stand to each other. */
static Relation
relate(const TwEventValue* a, const TwEventValue* b)
{
  if (a->thing == TW_NO_THING && b->thing == TW_NO_THING) {
    return relate_words(a, b);
  }
  if (a->thing == TW_NO_THING || b->thing == TW_NO_THING) {
    return a->property->tells_apart ? DIFFER : UNKNOWN;
  }
  if (a->thing == b->thing) {
    return AGREE;
  }
  if (a->type == TW_TYPE_GROUP || b->type == TW_TYPE_GROUP) {
    return tw_office_agrees(a->office, b->office) ? ALIKE : UNKNOWN;
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
  bool found[] = {false, false, false, false};
  for (size_t i = 0; i < other->values.count; ++i) {
    if (other->values.at[i].property == value->property) {
      found[relate(value, &other->values.at[i])] = true;
    }
  }
  return found[AGREE]     ? AGREE
         : found[ALIKE]   ? ALIKE
         : found[UNKNOWN] ? UNKNOWN
         : found[DIFFER]  ? DIFFER
                          : UNKNOWN;
}

/* The values of one property: `first` and those behind it. Returns the next
 * one of another property. */
static size_t
match_property(const TwLocalEvent* a, size_t first, const TwLocalEvent* b,
               Verdict* verdict)
{
  const TwProperty* const property = a->values.at[first].property;
  bool agree = false;
  size_t n_people = 0;
  bool differ = true;
  bool people = false;
  size_t i = first;
  for (; i < a->values.count && a->values.at[i].property == property; ++i) {
    const TwEventValue* const value = &a->values.at[i];
    const Relation relation = best_relation(value, b);
    agree = agree || relation == AGREE || relation == ALIKE;
    verdict->office = verdict->office || relation == ALIKE;
    n_people += relation == AGREE && value->type == TW_TYPE_PERSON;
    verdict->thing =
      verdict->thing || (relation == AGREE && value->thing != TW_NO_THING);
    people = people || (relation == DIFFER && value->type == TW_TYPE_PERSON);
    differ = differ && relation == DIFFER;
  }
  verdict->agree += agree;
  verdict->values += agree && !property->tells_apart;
  /* One who acts may do it again. */
  verdict->strong += n_people > (property->acts ? 1u : 0u);
  verdict->person = verdict->person || n_people;
  verdict->pair = verdict->pair || (property->acts && n_people > 1);
  verdict->against += differ;
  verdict->never =
    verdict->never ||
    (differ && (people || property->tells_apart) && !verdict->once);
  return i;
}

/* --- Story --- */

/* True if the articles name enough in common. */
static bool
tell_one_story(const TwLocalEvent* a, const TwLocalEvent* b)
{
  size_t n = 0;
  for (size_t i = 0, k = 0; i < a->n_story && k < b->n_story;) {
    const uint32_t x = a->story[i];
    const uint32_t y = b->story[k];
    n += x == y;
    i += x <= y;
    k += y <= x;
  }
  return n >= TW_FUSION_STORY;
}

static size_t
count_shared(TwRuns a, TwRuns b)
{
  size_t n = 0;
  for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
    const uint64_t x = a.at[i];
    const uint64_t y = b.at[k];
    n += x == y;
    i += x <= y;
    k += y <= x;
  }
  return n;
}

/* One article quotes more than the other, but says the same in the same words
 * all along. What is said again and again, of other people and on other days,
 * is not one statement. */
static void
match_words(const TwLocalEvent* a, const TwLocalEvent* b, Verdict* verdict)
{
  const size_t less = a->said.n < b->said.n ? a->said.n : b->said.n;
  const size_t more = a->told.n > b->told.n ? a->told.n : b->told.n;
  const size_t said = count_shared(a->said, b->said);
  const size_t told = count_shared(a->told, b->told);
  const bool is_told = told >= MANY_RUNS && 2 * told >= more;
  verdict->words = (is_told || (said >= SOME_RUNS && 2 * said >= less)) &&
                   (verdict->date || tell_one_story(a, b));
  verdict->many = verdict->words && (is_told || said >= MANY_RUNS);
  verdict->strong += verdict->words;
  verdict->agree += verdict->words + verdict->many;
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

/* What contradicts is borne only where enough agrees. */
static void
match_contradiction(const TwLocalEvent* a, const TwLocalEvent* b,
                    Verdict* verdict)
{
  if (verdict->once || verdict->never) {
    return;
  }
  verdict->never =
    (verdict->late && (!verdict->person || verdict->values < 2)) ||
    (verdict->differ &&
     (!verdict->date || !verdict->thing || !tell_one_story(a, b)));
}

static Verdict
judge(const TwLocalEvent* a, const TwLocalEvent* b)
{
  Verdict verdict = {.never = a->class_ != b->class_ ||
                              a->planned != b->planned || a->alone || b->alone,
                     .only = a->only && b->only && !a->class_->recurs};
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
  if (!verdict.never) {
    match_words(a, b, &verdict);
  }
  match_contradiction(a, b, &verdict);
  return verdict;
}

/* What is not in the events themselves. */
static void
match_story(const TwLocalEvent* a, const TwLocalEvent* b, bool is_story,
            Verdict* verdict)
{
  verdict->story = a->article != b->article &&
                   (!a->class_->recurs || verdict->pair) &&
                   (is_story || tell_one_story(a, b));
  verdict->strong += verdict->story && verdict->agree >= 2;
  verdict->agree += verdict->story;
}

bool
tw_match_excluded(const TwLocalEvent* a, const TwLocalEvent* b)
{
  return judge(a, b).never;
}

static uint32_t
reasons_of(const Verdict* verdict)
{
  const int told = verdict->date + verdict->count + verdict->person +
                   verdict->story + verdict->words + verdict->many;
  return (verdict->date ? TW_REASON_DATE : 0u) |
         (verdict->count ? TW_REASON_COUNT : 0u) |
         (verdict->person ? TW_REASON_PEOPLE : 0u) |
         (verdict->story ? TW_REASON_STORY : 0u) |
         (verdict->once ? TW_REASON_DEATH : 0u) |
         (verdict->near ? TW_REASON_NEAR : 0u) |
         (verdict->words ? TW_REASON_WORDS : 0u) |
         (verdict->agree > told ? TW_REASON_ROLE : 0u);
}

TwVerdict
tw_match_judge(const TwLocalEvent* a, const TwLocalEvent* b, bool is_story)
{
  Verdict verdict = judge(a, b);
  if (verdict.never) {
    return (TwVerdict){TW_JUDGED_APART, 0, 0};
  }
  match_story(a, b, is_story, &verdict);
  verdict.strong += verdict.office && verdict.person;
  const bool is_sure = verdict.only && verdict.count && verdict.agree >= 3;
  const int bearable = verdict.date && (verdict.person || is_sure) ? 1 : 0;
  const bool is_off = verdict.near || verdict.differ;
  const bool is_one =
    verdict.once ||
    (verdict.agree >= 2 && verdict.strong >= 1 && verdict.against <= bearable &&
     (verdict.thing || verdict.story || verdict.many) &&
     (!is_off || (verdict.agree >= 3 && verdict.date)));
  const int against =
    verdict.once ? 0 : verdict.against + is_off + verdict.late;
  return (TwVerdict){is_one ? TW_JUDGED_SAME : TW_JUDGED_UNRELATED,
                     is_one ? 4 * verdict.strong + 2 * verdict.agree - against
                            : 0,
                     reasons_of(&verdict)};
}
