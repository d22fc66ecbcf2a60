/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Where and when it happened, told of another clause of the sentence. */
#include "extract/syntax/walk.h"

#define YEAR_LENGTH 4 /* of the value of a date that is no more than a year */

/* Groups [first, end) of the clause that tells it. */
typedef struct {
  uint32_t first;
  uint32_t end;
  bool years; /* A mere year tells it, too */
  bool whole; /* So does what stands before it and its subject */
} Setting;

static const Setting nowhere = {TW_NO_GROUP, TW_NO_GROUP, false, false};

static bool
has_place(const TwWalk* walk)
{
  for (size_t i = 0; i < walk->out->fillers.count; ++i) {
    const TwFiller* const filler = &walk->out->fillers.at[i];
    if (filler->at == TW_AT_PREPOSITION &&
        tw_walk_is_place(walk, filler->group)) {
      return true;
    }
  }
  return false;
}

/* "attacked a bar in Lima on Friday, KILLING four", "…, wounding two and
 * KILLING four": what stands around the main verb. A comma may lack behind a
 * time. */
static Setting
of_main(const TwWalk* walk, uint32_t gerund)
{
  uint32_t end = tw_walk_left_over(walk, gerund, "RTQ");
  const uint32_t time = tw_walk_left_over(walk, gerund, "RQ");
  if (tw_walk_kind(walk, end) == TW_GROUP_CONJUNCTION) {
    const uint32_t other = tw_walk_find_left(walk, end, TW_KINDS_VERB "SW");
    end = tw_walk_kind(walk, other) == TW_GROUP_GERUND
            ? tw_walk_left_over(walk, other, "RTQ")
            : TW_NO_GROUP;
  }
  if (tw_walk_in(walk, time, "T") && !tw_walk_in(walk, end, ",")) {
    end = gerund;
  }
  const uint32_t verb = tw_walk_find_left(walk, end, TW_KINDS_VERB "SW");
  return tw_walk_in(walk, end, ",g") && tw_walk_in(walk, verb, TW_KINDS_FINITE)
           ? (Setting){verb, end, true, true}
           : nowhere;
}

/* "were killed WHEN rebels shelled a market in Goma on Friday" */
static Setting
of_while(const TwWalk* walk, uint32_t verb)
{
  const uint32_t first =
    tw_walk_find_right(walk, verb, TW_KINDS_FINITE "igSWQ");
  if (tw_walk_kind(walk, first) != TW_GROUP_SUBORDINATOR ||
      !tw_walk_is(walk, first, TW_WORD(HAPPEN))) {
    return nowhere;
  }
  unsigned finite = 0;
  uint32_t end = tw_walk_right(walk, first);
  for (; end != TW_NO_GROUP; end = tw_walk_right(walk, end)) {
    finite += tw_walk_in(walk, end, TW_KINDS_FINITE);
    if (finite > 1 || tw_walk_in(walk, end, "SWQ.")) {
      return (Setting){first, end, true, false};
    }
  }
  return (Setting){first, walk->end, true, false};
}

/* True if an active verb goes on behind the conjunction `joint` with the
 * subject of another one: with its object, or "and then ESCAPED from a van". */
static bool
goes_on(const TwWalk* walk, uint32_t joint, uint32_t verb)
{
  return tw_walk_kind(walk, joint) == TW_GROUP_CONJUNCTION &&
         tw_walk_right_over(walk, joint, "R") == verb &&
         tw_walk_in(walk, verb, TW_KINDS_FINITE) &&
         (tw_walk_object(walk, verb) != TW_NO_GROUP ||
          (walk->groups[verb].past && !walk->groups[verb].passive &&
           !tw_walk_is(walk, verb, TW_WORD(TRANSITIVE) | TW_WORD(COPULA))));
}

/* What else is done there: "wounded" of "were KILLED and 20 wounded in Lima"
 * and of "DIED and a clerk was wounded on Friday". */
static uint32_t
done_beside(const TwWalk* walk, uint32_t verb)
{
  const uint32_t joint = tw_walk_right_over(walk, verb, "R");
  const uint32_t next = tw_walk_right_over(walk, joint, "R");
  if (!tw_walk_in(walk, joint, "C") || !tw_walk_in(walk, next, "N")) {
    return TW_NO_GROUP;
  }
  const TwGroup* const others = &walk->groups[next];
  const TwTag tag = (TwTag)walk->article->tokens.at[others->head].tag;
  if (others->number != TW_NO_ANNOTATION &&
      (tag == TW_TAG_VBN || tag == TW_TAG_VBD || tag == TW_TAG_JJ)) {
    return next;
  }
  const uint32_t other = tw_walk_find_right(walk, next, TW_KINDS_VERB "SWQC,");
  const bool state = tw_walk_in(walk, other, "v") &&
                     tw_walk_is(walk, other, TW_WORD(COPULA)) &&
                     tw_walk_in(walk, tw_walk_right(walk, other), "A");
  return state || tw_walk_in(walk, other, "p") ? other : TW_NO_GROUP;
}

/* What stands behind the other verb, up to the next one or an "and". */
static Setting
behind(const TwWalk* walk, uint32_t other)
{
  if (other == TW_NO_GROUP) {
    return nowhere;
  }
  const uint32_t end = tw_walk_find_right(walk, other, TW_KINDS_VERB "SWQC");
  return (Setting){other, end == TW_NO_GROUP ? walk->end : end, true, false};
}

/* "KILLED four and wounded ten in Lima on Friday", "raided a bar in Lima on
 * Friday and ARRESTED ten" */
static Setting
of_fellow(const TwWalk* walk, uint32_t verb)
{
  const uint32_t next = tw_walk_find_right(walk, verb, TW_KINDS_VERB "SWQ");
  if (goes_on(walk, tw_walk_left_over(walk, next, "R"), next)) {
    return behind(walk, next);
  }
  const uint32_t joint = tw_walk_left_over(walk, verb, "R");
  const uint32_t before = tw_walk_find_left(walk, joint, TW_KINDS_VERB "SWQ");
  return goes_on(walk, joint, verb) &&
             tw_walk_in(walk, before, TW_KINDS_FINITE) &&
             !walk->groups[before].passive
           ? (Setting){before, joint, false, true}
           : nowhere;
}

static bool
is_year(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const time = tw_walk_annotation(walk, g);
  return time && time->value.len == YEAR_LENGTH;
}

/* Adds what the clause tells and the trigger does not. `own`: places count as
 * the trigger's own. */
static void
add(TwWalk* walk, Setting setting, bool own)
{
  const bool timed = tw_positions_has(walk->out, TW_AT_TIME, TW_NO_GROUP);
  const bool placed =
    own ? tw_positions_has(walk->out, TW_AT_PREPOSITION, TW_NO_GROUP)
        : has_place(walk);
  const uint32_t object = tw_walk_object(walk, setting.first);
  for (uint32_t g = setting.first; g < setting.end; ++g) {
    const uint32_t lead = tw_walk_left_over(walk, g, "GR");
    const bool led = tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION;
    const TwStr word = led ? tw_walk_word(walk, lead) : TW_NO_WORD;
    if (tw_walk_kind(walk, g) == TW_GROUP_TIME && !timed &&
        (setting.years || !is_year(walk, g))) {
      tw_walk_add(walk, TW_AT_TIME, word, g);
    } else if (led && tw_walk_is_place(walk, g) && !placed) {
      tw_walk_add(walk, own ? TW_AT_PREPOSITION : TW_AT_SCENE, word, g);
    } else if (own && !placed && g == object && tw_walk_is_place(walk, g)) {
      tw_walk_add(walk, TW_AT_SCENE, TW_NO_WORD, g);
    }
  }
  if (setting.whole && !tw_positions_has(walk->out, TW_AT_TIME, TW_NO_GROUP)) {
    tw_walk_times_before(walk, setting.first);
  }
}

void
tw_walk_setting(TwWalk* walk, uint32_t verb)
{
  if (tw_walk_kind(walk, verb) == TW_GROUP_GERUND) {
    add(walk, of_main(walk, verb), true);
  } else if (tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
    const bool suffers = walk->groups[verb].passive ||
                         !tw_walk_is(walk, verb, TW_WORD(TRANSITIVE));
    const uint32_t other = suffers ? done_beside(walk, verb) : TW_NO_GROUP;
    add(walk, of_while(walk, verb), false);
    add(walk, behind(walk, other), false);
    add(walk, other == TW_NO_GROUP ? nowhere : of_while(walk, other), false);
    add(walk, walk->groups[verb].passive ? nowhere : of_fellow(walk, verb),
        false);
  }
}
