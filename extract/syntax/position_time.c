/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datevalue.h"
#include "extract/syntax/walk.h"

/* When a verb's deed was done, where that does not stand right behind it. */

/* So many days before the article's at most is recent. */
#define RECENT_DAYS 14

/* Where the phrases before the subject at `g` begin, or `g`. */
static uint32_t
front_start(const TwWalk* walk, uint32_t g)
{
  for (;;) {
    const uint32_t last = tw_walk_left_over(walk, g, "G,R");
    const uint32_t lead = tw_walk_left_over(walk, last, "G");
    if (tw_walk_in(walk, last, "NT") && tw_walk_in(walk, lead, "P")) {
      g = lead;
    } else if (tw_walk_in(walk, last, "T")) {
      g = last;
    } else {
      return last == TW_NO_GROUP || tw_walk_in(walk, last, ".SQC")
               ? g
               : TW_NO_GROUP;
    }
  }
}

/* "In 1977, before the law was passed, police …": where the sentence begins, if
 * a time and an aside up to the subject at `g` are all that it has there. */
static uint32_t
opening_time(const TwWalk* walk, uint32_t g)
{
  const uint32_t led =
    tw_walk_in(walk, walk->first, "P") ? walk->first + 1 : walk->first;
  const uint32_t comma = tw_walk_right(walk, led);
  if (!tw_walk_in(walk, led, "T") || !tw_walk_in(walk, comma, ",")) {
    return TW_NO_GROUP;
  }
  const uint32_t close = tw_walk_closing_comma(walk, comma);
  return tw_walk_right_over(walk, close, "GR") == g ? walk->first : TW_NO_GROUP;
}

/* "On Monday, in Lima, police …": what stands before the subject, but not "of
 * talks" in "After hours of talks, police …". */
static void
add_front(TwWalk* walk, TwSubject subject)
{
  if (subject.group == TW_NO_GROUP || subject.relative != TW_NO_GROUP) {
    return;
  }
  const uint32_t end = tw_walk_subject_first(walk, subject.group);
  uint32_t g = front_start(walk, end);
  g = g == TW_NO_GROUP ? opening_time(walk, end) : g;
  const uint32_t first = g;
  for (; g != TW_NO_GROUP && g < end; g = tw_walk_right(walk, g)) {
    const bool led = tw_walk_in(walk, g, "P");
    const uint32_t noun = led ? tw_walk_right_over(walk, g, "GR") : g;
    const bool tied = g > first && tw_walk_is(walk, g, TW_WORD(OF)) &&
                      tw_walk_in(walk, noun, "N");
    if (noun < end && !tied && tw_walk_in(walk, noun, led ? "NT" : "T")) {
      tw_walk_add(walk,
                  tw_walk_in(walk, noun, "T") ? TW_AT_TIME : TW_AT_PREPOSITION,
                  led ? tw_walk_word(walk, g) : TW_NO_WORD, noun);
    }
    g = led ? noun : g;
  }
}

/* The subject that the phrases up to group `g` tell of: POLICE of "police in
 * Lima", if no other deed is told of between them; else `g`. */
static uint32_t
head_of_phrases(const TwWalk* walk, uint32_t g, uint32_t subject)
{
  uint32_t head = g;
  while (head != subject && tw_walk_in(walk, head, "N") &&
         !tw_walk_is(walk, head, TW_WORD(DEED))) {
    const uint32_t lead = tw_walk_left_over(walk, head, "G");
    if (!tw_walk_in(walk, lead, "P")) {
      break;
    }
    head = tw_walk_left(walk, lead);
  }
  return head == subject ? head : g;
}

/* A time between subject and verb: "X on Monday arrested Y". */
static void
add_before(TwWalk* walk, uint32_t verb, uint32_t subject)
{
  const uint32_t g = tw_walk_left_over(walk, verb, "R");
  const uint32_t lead = tw_walk_left(walk, g);
  const bool led = tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION;
  const uint32_t before = led ? tw_walk_left(walk, lead) : lead;
  if (tw_walk_kind(walk, g) == TW_GROUP_TIME &&
      head_of_phrases(walk, before, subject) == subject) {
    tw_walk_add(walk, TW_AT_TIME, led ? tw_walk_word(walk, lead) : TW_NO_WORD,
                g);
  }
}

void
tw_walk_times_before(TwWalk* walk, uint32_t verb)
{
  const TwSubject subject = tw_walk_subject(walk, verb);
  add_before(walk, verb, subject.group);
  add_front(walk, subject);
}

/* "was convicted and SENTENCED": a verb of the past beside the one whose matter
 * ends with group `last`, and of the same subject. */
static uint32_t
verb_beside(const TwWalk* walk, uint32_t last)
{
  const uint32_t joint = tw_walk_right_over(walk, last, "R,");
  const uint32_t next = tw_walk_right_over(walk, joint, "R");
  if (!tw_walk_in(walk, joint, "C,") || !tw_walk_in(walk, next, "vpr")) {
    return TW_NO_GROUP;
  }
  const uint32_t first = walk->groups[next].first;
  const TwTag tag = (TwTag)walk->article->tokens.at[first].tag;
  return tag == TW_TAG_VBD || tag == TW_TAG_VBN ? next : TW_NO_GROUP;
}

/* "was convicted and sentenced ON MONDAY": of verbs that stand side by side,
 * with no more between them than "guilty", the last one has the time of all. */
static void
add_shared(TwWalk* walk, uint32_t verb, uint32_t last)
{
  TwPositions beside = {.token = 0};
  TwWalk other = *walk;
  other.out = &beside;
  uint32_t next = verb_beside(walk, last);
  while (next != TW_NO_GROUP && last <= verb + 1) {
    verb = next;
    last = tw_walk_matter(&other, verb, TW_NO_GROUP);
    next = verb_beside(walk, last);
    if (next == TW_NO_GROUP) {
      tw_walk_phrases(&other, last, false, TW_AGENT_NONE);
    }
  }
  for (size_t i = 0; i < beside.fillers.count; ++i) {
    const TwFiller* const filler = &beside.fillers.at[i];
    if (filler->at == TW_AT_TIME) {
      tw_walk_add(walk, TW_AT_TIME, filler->word, filler->group);
    }
  }
}

/* "On May 4, X is accused of KILLING Y": the time before a charge that is still
 * made is that of the deed. */
static void
add_of_charge(TwWalk* walk, uint32_t deed)
{
  const uint32_t verb = tw_walk_governor(walk, deed);
  const uint64_t charge = TW_WORD(CHARGE) | TW_WORD(BLAME);
  if (!tw_positions_has(walk->out, TW_AT_TIME, TW_NO_GROUP) &&
      tw_walk_in(walk, verb, TW_KINDS_FINITE) &&
      tw_walk_is(walk, verb, charge) && !walk->groups[verb].past &&
      !walk->groups[verb].perfect) {
    add_front(walk, tw_walk_subject(walk, verb));
  }
}

/* True if group `g` is a time of the days before the article's. */
static bool
is_recent(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const time = tw_walk_annotation(walk, g);
  char date[TW_DATE_VALUE];
  TwDay day;
  TwDay today;
  return time && (time->type == TW_TYPE_DATE || time->type == TW_TYPE_TIME) &&
         tw_date_interval(time->value, date) &&
         tw_day_read(tw_str_slice(tw_str(date), 0, 10), &day) &&
         tw_day_read(walk->article->document->today, &today) &&
         tw_day_number(day) + RECENT_DAYS > tw_day_number(today);
}

void
tw_walk_leave_times(TwWalk* walk, uint32_t deed, uint32_t verb)
{
  TwFillerVec* const fillers = &walk->out->fillers;
  if (!tw_walk_in(walk, verb, TW_KINDS_VERB) ||
      !tw_walk_is(walk, verb, TW_WORD(BLAME) | TW_WORD(CHARGE)) ||
      !walk->groups[verb].past || walk->groups[verb].perfect) {
    return;
  }
  size_t n = 0;
  for (size_t i = 0; i < fillers->count; ++i) {
    const TwFiller filler = fillers->at[i];
    if (filler.at != TW_AT_TIME || filler.group < deed ||
        !is_recent(walk, filler.group)) {
      fillers->at[n++] = filler;
    }
  }
  fillers->count = n;
}

void
tw_walk_times(TwWalk* walk, uint32_t verb, uint32_t last, TwSubject subject)
{
  add_before(walk, verb, subject.group);
  /* "was convicted and SENTENCED on Monday" */
  const bool joined = tw_walk_in(walk, tw_walk_left_over(walk, verb, "R"), "C");
  if (tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
    add_front(walk, subject);
  } else if (!joined) {
    tw_walk_leave_times(walk, verb, tw_walk_governor(walk, verb));
    add_of_charge(walk, verb);
  }
  if (!tw_positions_has(walk->out, TW_AT_TIME, TW_NO_GROUP)) {
    add_shared(walk, verb, last);
  }
}
