/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"

/* "case against X", "attack on X": whom it is done to. */
static void
add_target(TwWalk* walk, uint32_t p, bool deed)
{
  const uint32_t noun = tw_walk_right_over(walk, p, "GRQ");
  const uint64_t leads = TW_WORD(AGAINST) | (deed ? TW_WORD(UPON) : 0);
  if (tw_walk_kind(walk, p) == TW_GROUP_PREPOSITION &&
      tw_walk_is(walk, p, leads) && tw_walk_kind(walk, noun) == TW_GROUP_NOUN) {
    tw_walk_add_list(walk, TW_AT_OBJECT, tw_walk_word(walk, p), noun);
  }
}

/* "carried out an attack on X", "was behind it", "the attack took place in
 * May": what a verb that says little tells of the noun. */
static void
add_light(TwWalk* walk, uint32_t g)
{
  const uint32_t before = tw_walk_left_over(walk, g, "RG");
  if (tw_walk_in(walk, before, "vig") &&
      tw_walk_is(walk, before, TW_WORD(LIGHT)) &&
      !walk->groups[before].passive) {
    tw_walk_add_list_to(walk, TW_AT_SUBJECT, TW_NO_WORD,
                        tw_walk_subject(walk, before).group);
    return;
  }
  /* "X was behind the attack" */
  const uint32_t copula = tw_walk_left_over(walk, before, "R");
  if (tw_walk_kind(walk, before) == TW_GROUP_PREPOSITION &&
      tw_walk_is(walk, before, TW_WORD(LIGHT)) &&
      tw_walk_is(walk, copula, TW_WORD(COPULA))) {
    tw_walk_add_list_to(walk, TW_AT_SUBJECT, TW_NO_WORD,
                        tw_walk_subject(walk, copula).group);
    return;
  }
  const uint32_t verb = tw_walk_find_right(walk, g, TW_KINDS_VERB "SWC,");
  if (!tw_walk_in(walk, verb, TW_KINDS_FINITE) ||
      tw_walk_subject(walk, verb).group != g) {
    return;
  }
  const uint32_t noun = tw_walk_right_over(walk, verb, "R");
  const uint32_t lead = tw_walk_right_over(walk, verb, "RT");
  if (tw_walk_in(walk, lead, "P") && tw_walk_is(walk, lead, TW_WORD(CLAUSE)) &&
      !tw_walk_in(walk, tw_walk_right(walk, lead), "T")) {
    return; /* "came after a raid in Lima" */
  }
  if (tw_walk_is(walk, verb, TW_WORD(HAPPEN))) {
    const bool place = tw_walk_kind(walk, noun) == TW_GROUP_NOUN;
    tw_walk_phrases(walk, place ? noun : verb, false, TW_AGENT_NONE);
  } else if (walk->groups[verb].passive &&
             tw_walk_is(walk, verb, TW_WORD(LIGHT))) {
    tw_walk_phrases(walk, verb, false, TW_AGENT_ACTOR);
  }
}

/* "was convicted of the murder", "admitted the murder": who is said to have
 * done it, and when that was said. */
static void
add_blamed(TwWalk* walk, uint32_t g)
{
  const uint32_t first = tw_walk_list_first(walk, g);
  const uint32_t before = tw_walk_left_over(walk, first, "GR");
  const bool led = tw_walk_kind(walk, before) == TW_GROUP_PREPOSITION;
  const uint32_t verb = led ? tw_walk_governor(walk, before) : before;
  tw_walk_leave_times(walk, g, verb);
  const size_t n = walk->out->fillers.count;
  if (!tw_walk_in(walk, verb, TW_KINDS_VERB) ||
      !tw_walk_is(walk, verb, TW_WORD(BLAME))) {
    return;
  }
  const uint32_t object = led ? tw_walk_object(walk, verb) : TW_NO_GROUP;
  const bool active = led && !walk->groups[verb].passive;
  if (active && object != TW_NO_GROUP && object < before) {
    tw_walk_add_list(walk, TW_AT_SUBJECT, TW_NO_WORD, object);
  } else if (!active || !tw_walk_is(walk, verb, TW_WORD(TRANSITIVE))) {
    tw_walk_add_list_to(walk, TW_AT_SUBJECT, TW_NO_WORD,
                        tw_walk_subject(walk, verb).group);
  }
  for (size_t i = n; i < walk->out->fillers.count; ++i) {
    walk->out->fillers.at[i].blamed = true;
  }
}

/* "X, WHOSE conviction was quashed" */
static uint32_t
relative_owner(const TwWalk* walk, uint32_t g)
{
  return tw_walk_kind(walk, g) == TW_GROUP_RELATIVE &&
             walk->article->tokens.at[walk->groups[g].head].tag == TW_TAG_WPS
           ? tw_walk_antecedent(walk, g)
           : TW_NO_GROUP;
}

void
tw_walk_noun(TwWalk* walk, uint32_t g)
{
  const bool deed = tw_walk_is(walk, g, TW_WORD(DEED));
  const uint32_t dated = tw_walk_left(walk, g); /* "X's 1997 conviction" */
  const uint32_t owner = tw_walk_kind(walk, dated) == TW_GROUP_TIME
                           ? tw_walk_left(walk, dated)
                           : dated;
  const uint32_t p = tw_walk_right_over(walk, g, "R");
  const uint32_t of = tw_walk_right_over(walk, p, "GRQ");
  const bool owned = tw_walk_kind(walk, owner) == TW_GROUP_POSSESSIVE;
  const bool has_of = tw_walk_kind(walk, p) == TW_GROUP_PREPOSITION &&
                      tw_walk_is(walk, p, TW_WORD(OF)) &&
                      tw_walk_kind(walk, of) == TW_GROUP_NOUN;
  const uint32_t antecedent = relative_owner(walk, owner);
  if (antecedent != TW_NO_GROUP) {
    tw_walk_add_list_to(walk, TW_AT_POSSESSOR, TW_NO_WORD, antecedent);
    tw_walk_add_list_to(walk, deed || has_of ? TW_AT_SUBJECT : TW_AT_OBJECT,
                        TW_NO_WORD, antecedent);
  }
  if (owned && owner != dated) {
    tw_walk_add(walk, TW_AT_TIME, TW_NO_WORD, dated);
  }
  if (owned) {
    const TwAnnotation* const named = tw_walk_annotation(walk, owner);
    if (named && named->type >= TW_TYPE_DATE) {
      tw_walk_add(walk, TW_AT_TIME, TW_NO_WORD, owner);
    } else {
      tw_walk_add_list_to(walk, TW_AT_POSSESSOR, TW_NO_WORD, owner);
      tw_walk_add_list_to(walk, deed || has_of ? TW_AT_SUBJECT : TW_AT_OBJECT,
                          TW_NO_WORD, owner);
    }
  }
  if (has_of) {
    tw_walk_add_list(walk, deed && !owned ? TW_AT_SUBJECT : TW_AT_OBJECT,
                     tw_walk_word(walk, p), of);
  }
  add_target(walk, p, deed);
  tw_walk_phrases(walk, g, true, TW_AGENT_ACTOR);
  add_light(walk, g);
  add_blamed(walk, g);
}

uint32_t
tw_walk_told(const TwWalk* walk, uint32_t g, uint32_t holder)
{
  const uint32_t verb = tw_walk_find_right(walk, g, TW_KINDS_FINITE "SW");
  const uint32_t noun = tw_walk_right_over(walk, verb, "RG");
  return (holder == g || tw_walk_is(walk, holder, TW_WORD(ARTICLE))) &&
             tw_walk_is(walk, verb, TW_WORD(COPULA) | TW_WORD(INCLUDE)) &&
             tw_walk_kind(walk, noun) == TW_GROUP_NOUN
           ? noun
           : TW_NO_GROUP;
}

/* "those charged are X and Y": a participle that is a noun. */
void
tw_walk_participle(TwWalk* walk, uint32_t g)
{
  const uint32_t told = tw_walk_told(walk, g, g);
  tw_walk_add_list(walk, TW_AT_OBJECT, TW_NO_WORD,
                   told == TW_NO_GROUP ? g : told);
  tw_walk_phrases(walk, g, true, TW_AGENT_ACTOR);
}
