/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"
#include "ontology/gazetteer.h"

#define PHRASES_MAX 8

/* The verb behind which the object stands: "arrested and charged X" */
static uint32_t
last_shared(const TwWalk* walk, uint32_t verb)
{
  for (;;) {
    const uint32_t joint = tw_walk_right_over(walk, verb, "R,");
    const uint32_t next = tw_walk_right_over(walk, joint, "R");
    if (tw_walk_kind(walk, joint) != TW_GROUP_CONJUNCTION ||
        !tw_walk_in(walk, next, TW_KINDS_VERB) ||
        walk->groups[next].passive != walk->groups[verb].passive) {
      return verb;
    }
    verb = next;
  }
}

/* The next noun group behind `g`, over adverbs, times and possessives. */
static uint32_t
noun_behind(const TwWalk* walk, uint32_t g)
{
  const uint32_t noun = tw_walk_right_over(walk, g, "RTGQ");
  return tw_walk_kind(walk, noun) == TW_GROUP_NOUN ? noun : TW_NO_GROUP;
}

uint32_t
tw_walk_object(const TwWalk* walk, uint32_t verb)
{
  const uint32_t first = noun_behind(walk, last_shared(walk, verb));
  if (first == TW_NO_GROUP || walk->groups[verb].passive) {
    return TW_NO_GROUP;
  }
  const uint32_t second = noun_behind(walk, first);
  return second != TW_NO_GROUP && tw_walk_is(walk, verb, TW_WORD(GIVE)) ? second
                                                                        : first;
}

/* True if the clause of a verb begins at noun group `g` ("said police fled"):
 * then it is no object. */
static bool
opens_clause(const TwWalk* walk, uint32_t g)
{
  const uint32_t last = tw_walk_list_last(walk, g);
  uint32_t next = tw_walk_right_over(walk, last, "RT");
  while (tw_walk_kind(walk, next) == TW_GROUP_PREPOSITION) {
    next = tw_walk_right_over(walk, next, "GNRT");
  }
  return tw_walk_in(walk, next, TW_KINDS_FINITE);
}

/* "the men that Peru sent", "the place where they hid": the antecedent.
 * `object`: the verb has one of its own. */
static void
add_antecedent(TwWalk* walk, uint32_t verb, TwSubject subject, bool object)
{
  if (subject.group == TW_NO_GROUP || subject.relative != TW_NO_GROUP ||
      !tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
    return;
  }
  const uint32_t first = tw_walk_list_first(walk, subject.group);
  const uint32_t before = tw_walk_left_over(walk, first, "GR");
  if (tw_walk_kind(walk, before) == TW_GROUP_NOUN && !object) {
    tw_walk_add(walk, TW_AT_OBJECT, TW_NO_WORD, before);
  }
  if (tw_walk_kind(walk, before) == TW_GROUP_SUBORDINATOR && !object &&
      tw_walk_is(walk, before, TW_WORD(RELATIVE)) &&
      tw_walk_is(walk, verb, TW_WORD(TRANSITIVE)) &&
      tw_walk_kind(walk, tw_walk_left(walk, before)) == TW_GROUP_NOUN) {
    tw_walk_add(walk, TW_AT_OBJECT, TW_NO_WORD, tw_walk_left(walk, before));
  }
  if (tw_walk_kind(walk, before) != TW_GROUP_RELATIVE) {
    return;
  }
  const uint32_t antecedent = tw_walk_antecedent(walk, before);
  const uint32_t lead = tw_walk_left(walk, before);
  if (tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION) {
    tw_walk_add(walk, TW_AT_PREPOSITION, tw_walk_word(walk, lead), antecedent);
  } else if (tw_walk_is(walk, before, TW_WORD(LOCATIVE))) {
    tw_walk_add(walk, TW_AT_PREPOSITION, tw_walk_word(walk, before),
                antecedent);
  } else if (!object) {
    tw_walk_add(walk, TW_AT_OBJECT, TW_NO_WORD, antecedent);
  }
}

/* "pleaded guilty", "is dead"; returns the group behind which phrases may
 * follow. */
static uint32_t
add_adjective(TwWalk* walk, uint32_t verb)
{
  const uint32_t next = tw_walk_right_over(walk, verb, "R");
  if (tw_walk_kind(walk, next) != TW_GROUP_ADJECTIVE) {
    return verb;
  }
  tw_walk_add(walk, TW_AT_COMPLEMENT, TW_NO_WORD, next);
  return next;
}

/* "found X GUILTY", "found X, 30, not GUILTY": an adjective may stand behind
 * asides. */
static uint32_t
complement_behind(const TwWalk* walk, uint32_t object)
{
  const uint32_t next = tw_walk_right_over(walk, object, "RG");
  if (tw_walk_in(walk, next, "NA") && !opens_clause(walk, next)) {
    return next;
  }
  uint32_t comma = tw_walk_right(walk, object);
  const uint32_t aside = tw_walk_right(walk, comma);
  if (!tw_walk_in(walk, comma, ",") || !tw_walk_in(walk, aside, "N") ||
      !tw_walk_is_aside(walk, aside, object)) {
    return TW_NO_GROUP;
  }
  comma = tw_walk_right(walk, aside);
  const uint32_t behind = tw_walk_right_over(walk, comma, "R");
  const bool negated =
    behind > tw_walk_right(walk, comma) && tw_walk_in(walk, behind, "N") &&
    walk->groups[behind].end - walk->groups[behind].first == 1;
  return tw_walk_in(walk, comma, ",") &&
             (negated || tw_walk_in(walk, behind, "A"))
           ? behind
           : TW_NO_GROUP;
}

/* The end of a list's member with the "of" phrases and the like behind it. */
static uint32_t
over_of(const TwWalk* walk, uint32_t g)
{
  for (;;) {
    const uint32_t of = tw_walk_right(walk, g);
    const uint32_t next = tw_walk_right_over(walk, of, "G");
    if (tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
        tw_walk_is(walk, of, TW_WORD(OF)) && tw_walk_in(walk, next, "NT")) {
      g = next;
    } else {
      return g;
    }
  }
}

/* What an active verb does it to; returns the group behind which phrases may
 * follow. */
static uint32_t
add_object(TwWalk* walk, uint32_t verb, uint32_t subject)
{
  const uint32_t first = noun_behind(walk, last_shared(walk, verb));
  const uint32_t deed = tw_walk_right_over(walk, verb, "R");
  if (tw_walk_in(walk, deed, "g") && tw_walk_is(walk, verb, TW_WORD(BLAME))) {
    tw_walk_add(walk, TW_AT_OBJECT, TW_NO_WORD, deed); /* "admitted STEALING" */
    return deed;
  }
  if (first == TW_NO_GROUP || first == subject) {
    return first == TW_NO_GROUP ? add_adjective(walk, verb) : verb;
  }
  if (opens_clause(walk, first) && tw_walk_is(walk, verb, TW_WORD(SPEECH))) {
    return verb;
  }
  if (tw_walk_is(walk, verb, TW_WORD(COPULA))) {
    tw_walk_add_list(walk, TW_AT_COMPLEMENT, TW_NO_WORD, first);
    return tw_walk_list_last(walk, first);
  }
  const uint32_t last = tw_walk_list_last(walk, first);
  const uint32_t second = noun_behind(walk, last);
  const bool gives = tw_walk_is(walk, verb, TW_WORD(GIVE));
  if (second != TW_NO_GROUP && gives && !opens_clause(walk, second)) {
    tw_walk_add_list(walk, TW_AT_ADDRESSEE, TW_NO_WORD, first);
    tw_walk_add_list(walk, TW_AT_OBJECT, TW_NO_WORD, second);
    return tw_walk_list_last(walk, second);
  }
  const bool tells = tw_walk_is(walk, verb, TW_WORD(TELL));
  if (tells) {
    tw_walk_add_list(walk, TW_AT_ADDRESSEE, TW_NO_WORD, first);
  }
  tw_walk_add_list(walk, TW_AT_OBJECT, TW_NO_WORD, first);
  if (walk->out->content_first < walk->out->content_end && tells) {
    return last;
  }
  const uint32_t complement = complement_behind(walk, over_of(walk, last));
  if (complement != TW_NO_GROUP) {
    tw_walk_add(walk, TW_AT_COMPLEMENT, TW_NO_WORD, complement);
    return complement;
  }
  return last;
}

/* Behind a passive: "was given A CAR", "was named LEADER", "found GUILTY". */
static uint32_t
add_complement(TwWalk* walk, uint32_t verb)
{
  const uint32_t next = tw_walk_right_over(walk, verb, "RG");
  if (!tw_walk_in(walk, next, "NA") || opens_clause(walk, next)) {
    return verb;
  }
  const bool given = tw_walk_is(walk, verb, TW_WORD(GIVE)) &&
                     tw_walk_kind(walk, next) == TW_GROUP_NOUN;
  tw_walk_add_list(walk, given ? TW_AT_OBJECT : TW_AT_COMPLEMENT, TW_NO_WORD,
                   next);
  return tw_walk_list_last(walk, next);
}

/* True if the time `g` behind preposition `p` only dates the noun behind it:
 * "for a 1987 murder", "with 2005 SHOOTING MURDER". */
static bool
dates_noun(const TwWalk* walk, uint32_t p, uint32_t g)
{
  const uint32_t noun = tw_walk_right(walk, g);
  return tw_walk_in(walk, noun, "N") &&
         (tw_walk_is(walk, p, TW_WORD(FOR)) ||
          (!tw_walk_annotation(walk, noun) && !opens_clause(walk, noun)));
}

/* Adds the phrase that preposition `p` leads; returns its last group. */
static uint32_t
add_phrase(TwWalk* walk, uint32_t p, TwAgent agent)
{
  const TwStr word = tw_walk_word(walk, p);
  uint32_t g = tw_walk_right_over(walk, p, "GRQP");
  switch (tw_walk_kind(walk, g)) {
  case TW_GROUP_TIME:
    if (dates_noun(walk, p, g)) {
      g = tw_walk_right(walk, g);
      tw_walk_add_list(walk, TW_AT_PREPOSITION, word, g);
      return over_of(walk, tw_walk_list_last(walk, g));
    }
    tw_walk_add(walk, TW_AT_TIME, word, g);
    return g;
  case TW_GROUP_NOUN:
    if (agent != TW_AGENT_NONE && tw_walk_is(walk, p, TW_WORD(BY))) {
      tw_walk_add_list(walk, TW_AT_SUBJECT, word, g);
      g = tw_walk_list_last(walk, g);
      return agent == TW_AGENT_ACCUSER ? g : over_of(walk, g);
    }
    tw_walk_add_list(walk, TW_AT_PREPOSITION, word, g);
    return over_of(walk, tw_walk_list_last(walk, g));
  case TW_GROUP_GERUND:
    tw_walk_add(walk, TW_AT_PREPOSITION, word, g);
    return tw_walk_in(walk, tw_walk_right_over(walk, g, "R"), "PT")
             ? g
             : TW_NO_GROUP;
  default:
    return TW_NO_GROUP;
  }
}

/* What may stand between phrases: ", Peru," behind a place, a comma before a
 * time or another phrase. */
static uint32_t
over_one_comma(const TwWalk* walk, uint32_t g)
{
  const uint32_t comma = tw_walk_right(walk, g);
  const uint32_t next = tw_walk_right(walk, comma);
  if (tw_walk_kind(walk, comma) != TW_GROUP_COMMA) {
    return g;
  }
  if (tw_walk_kind(walk, next) == TW_GROUP_NOUN &&
      tw_walk_is_aside(walk, next, g)) {
    const uint32_t tail = over_of(walk, next); /* ", head of the gang," */
    const uint32_t behind = tw_walk_right_over(walk, tail, ",");
    return tw_walk_in(walk, tw_walk_right(walk, tail), ",") &&
               tw_walk_in(walk, behind, "PT")
             ? tw_walk_left(walk, behind)
             : next;
  }
  if (tw_walk_in(walk, next, "PT")) {
    return comma;
  }
  if (tw_walk_is_place(walk, g) && tw_walk_is_place(walk, next) &&
      tw_walk_in(walk, tw_walk_right(walk, next), "PT")) {
    return next; /* "in Lorne County, Maine on Monday" */
  }
  const uint32_t close = tw_walk_closing_comma(walk, comma);
  return tw_walk_in(walk, tw_walk_right(walk, close), "PT") ? close : g;
}

/* "X, 41, a lawyer, to Peru", "X, 41, of Lima, to Peru": several asides. */
static uint32_t
over_comma(const TwWalk* walk, uint32_t g)
{
  uint32_t next = over_one_comma(walk, g);
  while (next != g && tw_walk_kind(walk, next) == TW_GROUP_NOUN) {
    const uint32_t comma = tw_walk_right(walk, next);
    const uint32_t behind = tw_walk_right(walk, comma);
    g = next;
    if (tw_walk_in(walk, comma, ",") && tw_walk_in(walk, behind, "N") &&
        tw_walk_in(walk, tw_walk_right(walk, behind), ",")) {
      next = tw_walk_in(walk, tw_walk_right_over(walk, behind, ","), "PT")
               ? tw_walk_right(walk, behind)
               : g;
    }
  }
  const uint32_t home = tw_walk_home_behind(walk, next);
  const bool named =
    home != TW_NO_GROUP &&
    walk->article->tokens.at[walk->groups[home].head].tag == TW_TAG_NNP;
  return named ? over_one_comma(walk, home) : next;
}

/* True for a place or a common noun that is no person. */
static bool
may_be_deed(const TwWalk* walk, uint32_t g)
{
  const TwToken* const head = &walk->article->tokens.at[walk->groups[g].head];
  return tw_walk_is_place(walk, g) ||
         (!tw_walk_annotation(walk, g) && head->tag != TW_TAG_PRP &&
          !(head->gaz & TW_GAZ_PERSON_NOUN) &&
          !tw_walk_is(walk, g, TW_WORD(FOLK)));
}

/* "held in connection with the attack in Lima", "two days before the game in
 * Lima": the place is that of what several words lead. */
static bool
leads_deed(const TwWalk* walk, uint32_t p, uint32_t noun)
{
  return walk->groups[p].end - walk->groups[p].first > 1 &&
         tw_walk_kind(walk, noun) == TW_GROUP_NOUN && may_be_deed(walk, noun) &&
         !tw_walk_is_place(walk, noun);
}

/* True if preposition `p` tells of the noun before it: "a request FROM". */
static bool
keeps(const TwWalk* walk, uint32_t g, uint32_t p)
{
  if (tw_walk_kind(walk, g) != TW_GROUP_NOUN || tw_walk_right(walk, g) != p) {
    return false;
  }
  const TwToken* const head = &walk->article->tokens.at[walk->groups[g].head];
  return tw_lexicon_find_value(walk->grammar, head->lemma, TW_GRAMMAR_KEEPS,
                               tw_walk_word(walk, p)) != NULL;
}

void
tw_walk_phrases(TwWalk* walk, uint32_t g, bool of, TwAgent agent)
{
  if (!of) {
    g = over_of(walk, g);
  }
  bool apart = false;
  for (int n = 0; n < PHRASES_MAX && g != TW_NO_GROUP; ++n) {
    g = over_comma(walk, g);
    const uint32_t next = tw_walk_right_over(walk, g, "R");
    const uint32_t noun = tw_walk_right_over(walk, next, "GRQP");
    switch (tw_walk_kind(walk, next)) {
    case TW_GROUP_TIME:
      tw_walk_add(walk, TW_AT_TIME, TW_NO_WORD, next);
      g = next;
      break;
    case TW_GROUP_PREPOSITION:
      if (tw_walk_is(walk, next, TW_WORD(OF)) && !of) {
        return;
      }
      if (apart && tw_walk_is_place(walk, noun)) {
        return;
      }
      if (n > 0 && keeps(walk, g, next)) { /* "took bribes FROM" */
        g = over_of(walk, tw_walk_list_last(walk, noun));
        break;
      }
      apart |= leads_deed(walk, next, noun);
      g = add_phrase(walk, next, agent);
      break;
    case TW_GROUP_CONJUNCTION:
      if (tw_walk_kind(walk, tw_walk_right(walk, next)) !=
          TW_GROUP_PREPOSITION) {
        return;
      }
      g = next;
      break;
    default:
      return;
    }
  }
}

/* "The blast at a market in KABUL killed two": the places behind a subject
 * that is no person; of "in KABUL that killed two" what it hangs on. */
static void
add_scene(TwWalk* walk, TwSubject subject)
{
  uint32_t g = subject.group;
  if (g == TW_NO_GROUP || !may_be_deed(walk, g)) {
    return;
  }
  if (tw_walk_is_place(walk, g)) {
    if (subject.relative == TW_NO_GROUP) {
      return;
    }
    tw_walk_add(walk, TW_AT_SCENE, TW_NO_WORD, g);
  }
  for (int n = 0; n < PHRASES_MAX; ++n) {
    const uint32_t lead = tw_walk_right(walk, g);
    const uint32_t noun = tw_walk_right_over(walk, lead, "GR");
    if (tw_walk_kind(walk, lead) != TW_GROUP_PREPOSITION ||
        !tw_walk_in(walk, noun, "NT")) {
      return;
    }
    if (tw_walk_is_place(walk, noun)) {
      tw_walk_add(walk, TW_AT_SCENE, tw_walk_word(walk, lead), noun);
    }
    g = noun;
  }
}

uint32_t
tw_walk_matter(TwWalk* walk, uint32_t verb, uint32_t subject)
{
  return walk->groups[verb].passive ? add_complement(walk, verb)
                                    : add_object(walk, verb, subject);
}

void
tw_walk_verb_phrases(TwWalk* walk, uint32_t verb, TwSubject subject)
{
  const bool passive = walk->groups[verb].passive;
  /* "…," said X in a statement */
  const bool inverted = !passive && subject.group != TW_NO_GROUP &&
                        subject.group > verb &&
                        tw_walk_is(walk, verb, TW_WORD(SPEECH));
  const uint32_t last = inverted ? tw_walk_list_last(walk, subject.group)
                                 : tw_walk_matter(walk, verb, subject.group);
  add_antecedent(walk, verb, subject,
                 passive || tw_walk_kind(walk, last) == TW_GROUP_NOUN);
  const bool accused = tw_walk_is(walk, verb, TW_WORD(CHARGE));
  tw_walk_phrases(walk, last,
                  tw_walk_kind(walk, last) != TW_GROUP_NOUN || accused,
                  !passive  ? TW_AGENT_NONE
                  : accused ? TW_AGENT_ACCUSER
                            : TW_AGENT_ACTOR);
  tw_walk_times(walk, verb, last, subject);
  if (!passive && tw_walk_in(walk, verb, TW_KINDS_FINITE)) {
    add_scene(walk, subject);
  }
}
