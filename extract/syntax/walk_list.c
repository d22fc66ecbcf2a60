/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"
#include "ontology/gazetteer.h"

uint32_t
tw_walk_home_behind(const TwWalk* walk, uint32_t comma)
{
  const uint32_t of = tw_walk_right(walk, comma);
  const uint32_t place = tw_walk_right(walk, of);
  return tw_walk_kind(walk, comma) == TW_GROUP_COMMA &&
             tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
             tw_walk_is(walk, of, TW_WORD(OF)) &&
             tw_walk_kind(walk, place) == TW_GROUP_NOUN &&
             tw_walk_kind(walk, tw_walk_right(walk, place)) == TW_GROUP_COMMA
           ? place
           : TW_NO_GROUP;
}

/* The noun group before a list's "and" or comma, over "of" phrases. */
static uint32_t
member_before(const TwWalk* walk, uint32_t separator)
{
  uint32_t at = tw_walk_left_over(walk, separator, ",");
  while (tw_walk_kind(walk, at) == TW_GROUP_NOUN) {
    const uint32_t before = tw_walk_left_over(walk, at, "G");
    const uint32_t left = tw_walk_left(walk, before);
    const bool home = tw_walk_kind(walk, left) == TW_GROUP_COMMA &&
                      at + 1 < walk->end &&
                      tw_walk_home_behind(walk, left) == at;
    const uint32_t owner = home ? tw_walk_left(walk, left) : left;
    const bool of = tw_walk_kind(walk, before) == TW_GROUP_PREPOSITION &&
                    tw_walk_is(walk, before, TW_WORD(OF)) &&
                    tw_walk_kind(walk, owner) == TW_GROUP_NOUN;
    const bool aside = tw_walk_kind(walk, before) == TW_GROUP_COMMA &&
                       tw_walk_kind(walk, owner) == TW_GROUP_NOUN &&
                       tw_walk_is_aside(walk, at, owner);
    if (!of && !aside) {
      return at;
    }
    at = owner;
  }
  return TW_NO_GROUP;
}

static bool
is_item_mark(const TwWalk* walk, uint32_t g)
{
  return tw_walk_kind(walk, g) == TW_GROUP_STOP &&
         tw_walk_is(walk, g, TW_WORD(ITEM));
}

/* The member of a list that ends at its ";": "X, 41, of Lima;". */
static uint32_t
item_before(const TwWalk* walk, uint32_t mark)
{
  uint32_t g = mark;
  while (tw_walk_in(walk, tw_walk_left(walk, g), ",NPGTRQ")) {
    g = tw_walk_left(walk, g);
  }
  return tw_walk_kind(walk, g) == TW_GROUP_NOUN ? g : TW_NO_GROUP;
}

static bool
is_person(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  return annotation && annotation->type == TW_TYPE_PERSON;
}

/* "In the raid, X, Y and Z …": the raid is no member of the list of people. */
static bool
opens_clause(const TwWalk* walk, uint32_t member, uint32_t next)
{
  const uint32_t lead = tw_walk_left_over(walk, member, "GR");
  const uint32_t before = tw_walk_left(walk, lead);
  return is_person(walk, next) && !is_person(walk, member) &&
         tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
         (!tw_walk_kind(walk, before) || tw_walk_in(walk, before, ".CSQ"));
}

/* "X and HIS BROTHER, Y": the noun that tells who Y is, as the last of a
 * list; `g` if there is none. */
static uint32_t
introduced(const TwWalk* walk, uint32_t g)
{
  const uint32_t comma = tw_walk_left(walk, g);
  const uint32_t noun = tw_walk_left(walk, comma);
  const TwAnnotation* const name = tw_walk_annotation(walk, g);
  const TwAnnotation* const head = tw_walk_annotation(walk, noun);
  const bool tells = name && name->type == TW_TYPE_PERSON &&
                     tw_walk_in(walk, noun, "N") &&
                     (!head || head->type == TW_TYPE_ROLE);
  return tells && tw_walk_in(walk, comma, ",") &&
             tw_walk_in(walk, tw_walk_left_over(walk, noun, "GR"), "C")
           ? noun
           : g;
}

uint32_t
tw_walk_list_first(const TwWalk* walk, uint32_t g)
{
  uint32_t first = introduced(walk, g);
  bool joined = false;
  for (;;) {
    const uint32_t before = tw_walk_left_over(walk, first, "GR");
    const char kind = tw_walk_kind(walk, before);
    const bool last = kind == TW_GROUP_CONJUNCTION;
    const uint32_t mark = last ? tw_walk_left(walk, before) : before;
    if ((last || joined) && is_item_mark(walk, mark) &&
        item_before(walk, mark) != TW_NO_GROUP) {
      joined = true;
      first = item_before(walk, mark);
      continue;
    }
    if (kind != TW_GROUP_CONJUNCTION && !(joined && kind == TW_GROUP_COMMA)) {
      break;
    }
    const uint32_t member = member_before(walk, before);
    if (member == TW_NO_GROUP || opens_clause(walk, member, first)) {
      break;
    }
    /* "…, and X": the next clause, unless more commas make it a list */
    const uint32_t comma = tw_walk_left(walk, before);
    if (!joined && tw_walk_kind(walk, comma) == TW_GROUP_COMMA &&
        member == tw_walk_left(walk, comma) &&
        !tw_walk_in(walk, tw_walk_left_over(walk, member, "GR"), ",")) {
      break;
    }
    joined = true;
    first = member;
  }
  return joined ? first : g;
}

uint32_t
tw_walk_subject_first(const TwWalk* walk, uint32_t g)
{
  const uint32_t first = tw_walk_list_first(walk, g);
  const uint32_t lead = tw_walk_left_over(walk, first, "GR");
  /* "attacked X and Y fled", "stopped near X and Y fled" */
  const bool owned =
    (tw_walk_in(walk, lead, TW_KINDS_VERB) &&
     !tw_walk_is(walk, lead, TW_WORD(SPEECH) | TW_WORD(COPULA))) ||
    (tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
     !tw_walk_is(walk, lead, TW_WORD(OF)));
  return owned ? g : first;
}

/* "convicted X of BRIBERY and fraud": nobody is of that. */
static bool
is_matter(const TwWalk* walk, uint32_t g, uint32_t noun)
{
  const TwToken* const head =
    &walk->article->tokens.at[walk->groups[noun].head];
  return is_person(walk, g) && !tw_walk_annotation(walk, noun) &&
         (head->tag == TW_TAG_NN || head->tag == TW_TAG_NNS) &&
         !(head->gaz & (TW_GAZ_PLACE_NOUN | TW_GAZ_ORG_NOUN));
}

uint32_t
tw_walk_behind_member(const TwWalk* walk, uint32_t g)
{
  uint32_t at = tw_walk_right(walk, g);
  for (;;) {
    const uint32_t next = tw_walk_right_over(walk, at, "G");
    const bool phrase =
      tw_walk_kind(walk, at) == TW_GROUP_PREPOSITION &&
      tw_walk_is(walk, at, TW_WORD(OF)) &&
      tw_walk_kind(walk, next) == TW_GROUP_NOUN &&
      !(at == tw_walk_right(walk, g) && is_matter(walk, g, next));
    const bool aside = tw_walk_kind(walk, at) == TW_GROUP_COMMA &&
                       tw_walk_kind(walk, next) == TW_GROUP_NOUN &&
                       tw_walk_is_aside(walk, next, g);
    const uint32_t home = tw_walk_home_behind(walk, at);
    if (home != TW_NO_GROUP) {
      at = tw_walk_right(walk, home);
      continue;
    }
    if (!phrase && !aside) {
      return at;
    }
    at = tw_walk_right(walk, next);
  }
}

/* The ";" behind a member and what is told of it ("X, 41, of Lima;"), or
 * TW_NO_GROUP. */
static uint32_t
semicolon_behind(const TwWalk* walk, uint32_t g)
{
  do {
    g = tw_walk_right(walk, g);
  } while (tw_walk_in(walk, g, ",NPGTRQ"));
  return is_item_mark(walk, g) ? g : TW_NO_GROUP;
}

/* The next member of a list with semicolons, which must be two or end in an
 * "and". */
static uint32_t
item_next(const TwWalk* walk, uint32_t g)
{
  const uint32_t mark = semicolon_behind(walk, g);
  const uint32_t joint = tw_walk_right(walk, mark);
  const bool last = tw_walk_kind(walk, joint) == TW_GROUP_CONJUNCTION;
  const uint32_t next = last ? tw_walk_right(walk, joint) : joint;
  if (tw_walk_kind(walk, next) != TW_GROUP_NOUN) {
    return TW_NO_GROUP;
  }
  return last || semicolon_behind(walk, next) != TW_NO_GROUP ? next
                                                             : TW_NO_GROUP;
}

uint32_t
tw_walk_list_next(const TwWalk* walk, uint32_t g)
{
  const uint32_t item = item_next(walk, g);
  if (item != TW_NO_GROUP) {
    return item;
  }
  uint32_t at = tw_walk_behind_member(walk, g);
  bool joined = false;
  bool comma = false;
  if (tw_walk_kind(walk, at) == TW_GROUP_COMMA) {
    comma = true;
    at = tw_walk_right(walk, at);
  }
  if (tw_walk_kind(walk, at) == TW_GROUP_CONJUNCTION) {
    joined = true;
    at = tw_walk_right(walk, at);
  }
  while (tw_walk_in(walk, at, "GRQ")) {
    at = tw_walk_right(walk, at);
  }
  if ((!joined && !comma) || tw_walk_kind(walk, at) != TW_GROUP_NOUN) {
    return TW_NO_GROUP;
  }
  const uint32_t behind =
    tw_walk_right_over(walk, tw_walk_behind_member(walk, at) - 1, "RT");
  if (tw_walk_in(walk, behind, TW_KINDS_FINITE)) {
    return TW_NO_GROUP; /* The subject of the next clause */
  }
  if (joined) {
    return at;
  }
  /* A comma alone joins if an "and" comes in the end. */
  uint32_t later = behind;
  while (tw_walk_in(walk, later, ",NGQP")) {
    later = tw_walk_right(walk, later);
  }
  return tw_walk_kind(walk, later) == TW_GROUP_CONJUNCTION ? at : TW_NO_GROUP;
}

uint32_t
tw_walk_list_last(const TwWalk* walk, uint32_t g)
{
  for (;;) {
    const uint32_t next = tw_walk_list_next(walk, g);
    if (next == TW_NO_GROUP) {
      return g;
    }
    g = next;
  }
}

uint32_t
tw_walk_list_of(const TwWalk* walk, uint32_t g)
{
  uint32_t lead = tw_walk_left_over(walk, g, "GR");
  while (tw_walk_in(walk, lead, ",C")) {
    const uint32_t member = tw_walk_left_over(walk, lead, ",");
    const TwAnnotation* const name = tw_walk_annotation(walk, member);
    if (!name || name->type == TW_TYPE_PERSON || name->type == TW_TYPE_ROLE) {
      return TW_NO_GROUP;
    }
    lead = tw_walk_left_over(walk, member, "GR");
  }
  if (tw_walk_kind(walk, lead) == TW_GROUP_NOUN &&
      !tw_walk_annotation(walk, lead)) {
    lead = tw_walk_left_over(walk, lead, "GR");
  }
  return tw_walk_is(walk, lead, TW_WORD(OF)) ? lead : TW_NO_GROUP;
}
