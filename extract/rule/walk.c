/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/walk.h"

#include <string.h>

bool
tw_walk_in(const TwWalk* walk, uint32_t g, const char* kinds)
{
  const char kind = tw_walk_kind(walk, g);
  return kind && strchr(kinds, kind);
}

uint32_t
tw_walk_left_over(const TwWalk* walk, uint32_t g, const char* kinds)
{
  do {
    g = tw_walk_left(walk, g);
  } while (tw_walk_in(walk, g, kinds));
  return g;
}

uint32_t
tw_walk_right_over(const TwWalk* walk, uint32_t g, const char* kinds)
{
  do {
    g = tw_walk_right(walk, g);
  } while (tw_walk_in(walk, g, kinds));
  return g;
}

uint32_t
tw_walk_find_left(const TwWalk* walk, uint32_t g, const char* kinds)
{
  do {
    g = tw_walk_left(walk, g);
  } while (g != TW_NO_GROUP && tw_walk_kind(walk, g) != TW_GROUP_STOP &&
           !tw_walk_in(walk, g, kinds));
  return tw_walk_in(walk, g, kinds) ? g : TW_NO_GROUP;
}

uint32_t
tw_walk_find_right(const TwWalk* walk, uint32_t g, const char* kinds)
{
  do {
    g = tw_walk_right(walk, g);
  } while (g != TW_NO_GROUP && tw_walk_kind(walk, g) != TW_GROUP_STOP &&
           !tw_walk_in(walk, g, kinds));
  return tw_walk_in(walk, g, kinds) ? g : TW_NO_GROUP;
}

const TwAnnotation*
tw_walk_annotation(const TwWalk* walk, uint32_t g)
{
  if (!tw_walk_kind(walk, g) ||
      walk->groups[g].annotation == TW_NO_ANNOTATION) {
    return NULL;
  }
  return &walk->article->annotations.at[walk->groups[g].annotation];
}

bool
tw_walk_is_place(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  return annotation && tw_type_is(annotation->type, TW_TYPE_PLACE);
}

static bool
is_type(const TwWalk* walk, uint32_t g, TwType type)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  return annotation && tw_type_is(annotation->type, type);
}

/* True for an age, a number or a length of time that stands alone. */
static bool
is_figure(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  return annotation && (annotation->type >= TW_TYPE_NUMBER ||
                        annotation->type == TW_TYPE_DURATION);
}

bool
tw_walk_is_aside(const TwWalk* walk, uint32_t g, uint32_t before)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  if (is_figure(walk, g)) {
    return walk->groups[g].number == walk->groups[g].annotation ||
           annotation->type == TW_TYPE_AGE;
  }
  const TwAnnotation* const named = tw_walk_annotation(walk, before);
  if (!named || named->type >= TW_TYPE_NATIONALITY) {
    return false;
  }
  if (!annotation || annotation->type == TW_TYPE_ROLE) {
    return true;
  }
  return tw_walk_is_place(walk, before) && tw_walk_is_place(walk, g) &&
         tw_walk_kind(walk, tw_walk_right(walk, g)) == TW_GROUP_COMMA;
}

uint32_t
tw_walk_owner(const TwWalk* walk, uint32_t g)
{
  for (;;) {
    const uint32_t comma = tw_walk_left_over(walk, g, "GR");
    uint32_t owner = tw_walk_left_over(walk, comma, "QT");
    if (tw_walk_kind(walk, comma) != TW_GROUP_COMMA ||
        tw_walk_kind(walk, owner) != TW_GROUP_NOUN) {
      return g;
    }
    while (is_figure(walk, owner) &&
           tw_walk_in(walk, tw_walk_left(walk, owner), ",") &&
           tw_walk_in(walk, tw_walk_left_over(walk, owner, ","), "N")) {
      owner = tw_walk_left_over(walk, owner, ",");
    }
    if (!tw_walk_is_aside(walk, g, owner)) {
      return g;
    }
    g = owner;
  }
}

/* True if a "who" cannot stand for it. */
static bool
is_no_person(const TwWalk* walk, uint32_t g)
{
  return tw_walk_is_place(walk, g) || is_type(walk, g, TW_TYPE_ORGANIZATION) ||
         tw_walk_kind(walk, g) == TW_GROUP_TIME ||
         is_type(walk, g, TW_TYPE_DURATION) || is_type(walk, g, TW_TYPE_AGE);
}

uint32_t
tw_walk_antecedent(const TwWalk* walk, uint32_t g)
{
  const bool personal = tw_walk_is(walk, g, TW_WORD(PERSONAL));
  uint32_t at = tw_walk_left_over(walk, g, "P,TQ");
  while (tw_walk_kind(walk, at) == TW_GROUP_NOUN) {
    const uint32_t before = tw_walk_left_over(walk, at, "G");
    const bool skip = personal && is_no_person(walk, at);
    if (!skip || !tw_walk_in(walk, before, "P,")) {
      return tw_walk_owner(walk, at);
    }
    at = tw_walk_left_over(walk, before, ",T");
  }
  return TW_NO_GROUP;
}

/* The noun group before a list's "and" or comma, over "of" phrases. */
static uint32_t
member_before(const TwWalk* walk, uint32_t separator)
{
  uint32_t at = tw_walk_left_over(walk, separator, ",");
  while (tw_walk_kind(walk, at) == TW_GROUP_NOUN) {
    const uint32_t before = tw_walk_left_over(walk, at, "G");
    const uint32_t owner = tw_walk_left(walk, before);
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

uint32_t
tw_walk_list_first(const TwWalk* walk, uint32_t g)
{
  uint32_t first = g;
  bool joined = false;
  for (;;) {
    const uint32_t before = tw_walk_left_over(walk, first, "GR");
    const char kind = tw_walk_kind(walk, before);
    if (kind != TW_GROUP_CONJUNCTION && !(joined && kind == TW_GROUP_COMMA)) {
      break;
    }
    const uint32_t member = member_before(walk, before);
    if (member == TW_NO_GROUP) {
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
  /* "attacked X and Y fled": the first is an object of its own verb */
  const uint32_t lead = tw_walk_left_over(walk, first, "GR");
  return tw_walk_in(walk, lead, TW_KINDS_VERB) &&
             !tw_walk_is(walk, lead, TW_WORD(SPEECH))
           ? g
           : first;
}

/* What stands behind a member of a list with what only adds to it: "of the
 * gang", ", 41, of Lima". */
static uint32_t
behind_member(const TwWalk* walk, uint32_t g)
{
  uint32_t at = tw_walk_right(walk, g);
  for (;;) {
    const uint32_t next = tw_walk_right_over(walk, at, "G");
    const bool phrase = tw_walk_kind(walk, at) == TW_GROUP_PREPOSITION &&
                        tw_walk_is(walk, at, TW_WORD(OF)) &&
                        tw_walk_kind(walk, next) == TW_GROUP_NOUN;
    const bool aside = tw_walk_kind(walk, at) == TW_GROUP_COMMA &&
                       tw_walk_kind(walk, next) == TW_GROUP_NOUN &&
                       tw_walk_is_aside(walk, next, g);
    if (!phrase && !aside) {
      return at;
    }
    at = tw_walk_right(walk, next);
  }
}

uint32_t
tw_walk_list_next(const TwWalk* walk, uint32_t g)
{
  uint32_t at = behind_member(walk, g);
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
    tw_walk_right_over(walk, behind_member(walk, at) - 1, "RT");
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

TwStr
tw_walk_word(const TwWalk* walk, uint32_t g)
{
  const TwGroup* const group = &walk->groups[g];
  if (group->end - group->first > 1) {
    const TwLexiconRow* row;
    if (tw_grammar_phrase(walk->grammar, walk->article->tokens.at, group->first,
                          group->end, TW_GRAMMAR_PREPOSITION, &row)) {
      return row->value;
    }
  }
  return walk->article->tokens.at[group->head].fold;
}

/* "dozens of men": the men. */
static uint32_t
counted(const TwWalk* walk, uint32_t g)
{
  const uint32_t of = tw_walk_right(walk, g);
  const uint32_t next = tw_walk_right_over(walk, of, "G");
  return tw_walk_is(walk, g, TW_WORD(HEAP)) &&
             tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
             tw_walk_is(walk, of, TW_WORD(OF)) &&
             tw_walk_kind(walk, next) == TW_GROUP_NOUN
           ? next
           : g;
}

static void
add(TwWalk* walk, TwAt at, TwStr word, uint32_t g, uint32_t conjunct)
{
  g = counted(walk, g);
  for (size_t i = 0; i < walk->out->fillers.count; ++i) {
    const TwFiller* const filler = &walk->out->fillers.at[i];
    if (filler->at == at && filler->group == g &&
        tw_str_equal(filler->word, word)) {
      return;
    }
  }
  TwFiller* const filler = TW_VEC_PUSH(walk->arena, &walk->out->fillers);
  if (filler) {
    *filler = (TwFiller){at, word, g, conjunct};
  }
}

void
tw_walk_add(TwWalk* walk, TwAt at, TwStr word, uint32_t g)
{
  if (g != TW_NO_GROUP) {
    add(walk, at, word, g, 0);
  }
}

void
tw_walk_add_list(TwWalk* walk, TwAt at, TwStr word, uint32_t g)
{
  for (uint32_t n = 0; g != TW_NO_GROUP; ++n) {
    add(walk, at, word, g, n);
    g = tw_walk_list_next(walk, g);
  }
}

void
tw_walk_add_list_to(TwWalk* walk, TwAt at, TwStr word, uint32_t last)
{
  if (last == TW_NO_GROUP) {
    return;
  }
  uint32_t n = 0;
  uint32_t g = tw_walk_list_first(walk, last);
  while (g != TW_NO_GROUP && g < last) {
    add(walk, at, word, g, n++);
    g = tw_walk_list_next(walk, g);
  }
  add(walk, at, word, last, n);
}
