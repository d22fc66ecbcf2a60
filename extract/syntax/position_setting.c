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
} Setting;

static const Setting nowhere = {TW_NO_GROUP, TW_NO_GROUP, false};

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
 * KILLING four": what stands behind the main verb. */
static Setting
of_main(const TwWalk* walk, uint32_t gerund)
{
  uint32_t comma = tw_walk_left_over(walk, gerund, "RTQ");
  if (tw_walk_kind(walk, comma) == TW_GROUP_CONJUNCTION) {
    const uint32_t other = tw_walk_find_left(walk, comma, TW_KINDS_VERB "SW");
    comma = tw_walk_kind(walk, other) == TW_GROUP_GERUND
              ? tw_walk_left_over(walk, other, "RTQ")
              : TW_NO_GROUP;
  }
  const uint32_t verb = tw_walk_find_left(walk, comma, TW_KINDS_VERB "SW");
  return tw_walk_kind(walk, comma) == TW_GROUP_COMMA &&
             tw_walk_in(walk, verb, TW_KINDS_FINITE)
           ? (Setting){verb, comma, true}
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
      return (Setting){first, end, true};
    }
  }
  return (Setting){first, walk->end, true};
}

/* True if an active verb with an object goes on behind the conjunction `joint`
 * with the subject of another one. */
static bool
goes_on(const TwWalk* walk, uint32_t joint, uint32_t verb)
{
  return tw_walk_kind(walk, joint) == TW_GROUP_CONJUNCTION &&
         tw_walk_right(walk, joint) == verb &&
         tw_walk_in(walk, verb, TW_KINDS_FINITE) &&
         tw_walk_object(walk, verb) != TW_NO_GROUP;
}

/* "were KILLED and 20 wounded in Lima on Friday" */
static Setting
of_others(const TwWalk* walk, uint32_t verb)
{
  const uint32_t joint = tw_walk_right_over(walk, verb, "R");
  const uint32_t next = tw_walk_right_over(walk, joint, "R");
  if (!tw_walk_in(walk, joint, "C") || !tw_walk_in(walk, next, "N")) {
    return nowhere;
  }
  const TwGroup* const others = &walk->groups[next];
  const uint32_t end = tw_walk_find_right(walk, next, TW_KINDS_VERB "SWQC");
  const TwTag tag = (TwTag)walk->article->tokens.at[others->head].tag;
  return others->number != TW_NO_ANNOTATION &&
             (tag == TW_TAG_VBN || tag == TW_TAG_VBD || tag == TW_TAG_JJ)
           ? (Setting){next, end == TW_NO_GROUP ? walk->end : end, true}
           : nowhere;
}

/* "KILLED four and wounded ten in Lima on Friday", "raided a bar in Lima on
 * Friday and ARRESTED ten" */
static Setting
of_fellow(const TwWalk* walk, uint32_t verb)
{
  const uint32_t next = tw_walk_find_right(walk, verb, TW_KINDS_VERB "SWQ");
  if (goes_on(walk, tw_walk_left(walk, next), next)) {
    const uint32_t end = tw_walk_find_right(walk, next, TW_KINDS_VERB "SWQC");
    return (Setting){next, end == TW_NO_GROUP ? walk->end : end, true};
  }
  const uint32_t joint = tw_walk_left(walk, verb);
  const uint32_t before = tw_walk_find_left(walk, joint, TW_KINDS_VERB "SWQ");
  return goes_on(walk, joint, verb) &&
             tw_walk_in(walk, before, TW_KINDS_FINITE) &&
             !walk->groups[before].passive
           ? (Setting){before, joint, false}
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
}

void
tw_walk_setting(TwWalk* walk, uint32_t verb)
{
  if (tw_walk_kind(walk, verb) == TW_GROUP_GERUND) {
    add(walk, of_main(walk, verb), true);
  } else if (tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
    Setting setting = of_while(walk, verb);
    if (setting.first == TW_NO_GROUP) {
      setting = walk->groups[verb].passive ? of_others(walk, verb)
                                           : of_fellow(walk, verb);
    }
    add(walk, setting, false);
  }
}
