/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/syntax/walk.h"

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

/* How much ground a place of that type covers. */
static int
reach_of(TwType type)
{
  switch (type) {
  case TW_TYPE_FACILITY:
    return 1;
  case TW_TYPE_CITY:
    return 2;
  case TW_TYPE_REGION:
    return 3;
  case TW_TYPE_COUNTRY:
    return 4;
  default:
    return 0;
  }
}

/* "Lima, Peru,": whether the second place holds the first; "Lima, Quito," and
 * "Lima, Alabama," no. */
typedef enum { HOLDS_NOT, HOLDS_MAYBE, HOLDS_SURELY } Holding;

static Holding
holding_of(const TwWalk* walk, const TwAnnotation* large,
           const TwAnnotation* small)
{
  const int reach = reach_of(small->type);
  if (reach && reach_of(large->type) <= reach) {
    return HOLDS_NOT;
  }
  if (large->entity == TW_NO_ENTITY || small->entity == TW_NO_ENTITY) {
    return HOLDS_MAYBE;
  }
  const TwEntity* const outer = &walk->article->entities.at[large->entity];
  const TwEntity* const inner = &walk->article->entities.at[small->entity];
  const bool by_region = outer->region.len && inner->region.len;
  const TwStr where = by_region ? outer->region : outer->country;
  const TwStr here = by_region ? inner->region : inner->country;
  if (!where.len || !here.len) {
    return HOLDS_MAYBE;
  }
  return tw_str_equal(where, here) ? HOLDS_SURELY : HOLDS_NOT;
}

/* True if the place `g` only says where `before` lies. Where that is not
 * known, it may as well be the last but one of a list. */
static bool
is_whereabouts(const TwWalk* walk, uint32_t g, uint32_t before)
{
  if (!tw_walk_is_place(walk, before) || !tw_walk_is_place(walk, g)) {
    return false;
  }
  const Holding holding = holding_of(walk, tw_walk_annotation(walk, g),
                                     tw_walk_annotation(walk, before));
  return holding == HOLDS_SURELY ||
         (holding == HOLDS_MAYBE &&
          (tw_walk_right(walk, g) == TW_NO_GROUP ||
           tw_walk_in(walk, tw_walk_right(walk, g), ",PT.")));
}

bool
tw_walk_is_aside(const TwWalk* walk, uint32_t g, uint32_t before)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  const TwAnnotation* const named = tw_walk_annotation(walk, before);
  if (is_figure(walk, g)) {
    const bool listed = named && named->type == TW_TYPE_NUMBER; /* "9, 6 and" */
    return !listed && (walk->groups[g].number == walk->groups[g].annotation ||
                       annotation->type == TW_TYPE_AGE);
  }
  if (!named || named->type >= TW_TYPE_NATIONALITY) {
    return false;
  }
  if (annotation && annotation->type == TW_TYPE_ROLE) {
    return !tw_walk_is_place(walk, before); /* "in Lima, a guard who" */
  }
  if (!annotation ||
      annotation->type == TW_TYPE_NATIONALITY) { /* "X, the first Peruvian" */
    return true;
  }
  return is_whereabouts(walk, g, before);
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

uint32_t
tw_walk_told_in_asides(const TwWalk* walk, uint32_t g)
{
  bool aside = false;
  while (tw_walk_kind(walk, g) == TW_GROUP_NOUN) {
    const TwAnnotation* const name = tw_walk_annotation(walk, g);
    const uint32_t lead = tw_walk_left_over(walk, g, "G");
    const uint32_t owner = tw_walk_left_over(walk, lead, "QT");
    const bool comma = tw_walk_kind(walk, lead) == TW_GROUP_COMMA;
    if (aside && name && name->type == TW_TYPE_PERSON) {
      return g;
    }
    if (!tw_walk_is(walk, lead, TW_WORD(OF)) &&
        !(comma && tw_walk_kind(walk, owner) == TW_GROUP_NOUN &&
          tw_walk_is_aside(walk, g, owner))) {
      break;
    }
    aside |= comma;
    g = owner;
  }
  return TW_NO_GROUP;
}

/* "X" of "X, 23, of LEEDS" and "X, 23, LEEDS"; or TW_NO_GROUP. */
static uint32_t
resident_of(const TwWalk* walk, uint32_t place)
{
  const uint32_t lead = tw_walk_left(walk, place);
  const uint32_t aside = tw_walk_left_over(walk, lead, ",");
  const TwAnnotation* const age = tw_walk_annotation(walk, aside);
  const bool aged = age && age->type >= TW_TYPE_NUMBER;
  const uint32_t name = aged ? tw_walk_left_over(walk, aside, ",") : aside;
  const bool home = tw_walk_is(walk, lead, TW_WORD(OF)) ||
                    (aged && tw_walk_in(walk, lead, ","));
  return home && is_type(walk, name, TW_TYPE_PERSON) ? name : TW_NO_GROUP;
}

uint32_t
tw_walk_before_address(const TwWalk* walk, uint32_t g)
{
  const uint32_t comma = tw_walk_left(walk, g);
  const uint32_t street =
    tw_walk_in(walk, comma, ",") ? tw_walk_left(walk, comma) : TW_NO_GROUP;
  uint32_t name = TW_NO_GROUP;
  if (tw_walk_is_place(walk, g)) {
    name = resident_of(walk, g);
    name = name == TW_NO_GROUP ? resident_of(walk, street) : name;
  }
  return name == TW_NO_GROUP ? g : name;
}

/* True if a "who" cannot stand for it. */
static bool
is_no_person(const TwWalk* walk, uint32_t g)
{
  return tw_walk_is_place(walk, g) || is_type(walk, g, TW_TYPE_ORGANIZATION) ||
         tw_walk_kind(walk, g) == TW_GROUP_TIME ||
         is_type(walk, g, TW_TYPE_DURATION) || is_type(walk, g, TW_TYPE_AGE);
}

/* "X, the father of the boss, who fled": X, of whom the nouns between tell that
 * name nobody; else `g`. */
static uint32_t
told_of(const TwWalk* walk, uint32_t g)
{
  uint32_t at = g;
  for (;;) {
    const uint32_t before = tw_walk_left_over(walk, at, "G");
    const uint32_t noun = tw_walk_left_over(walk, before, "T");
    const TwAnnotation* const name = tw_walk_annotation(walk, at);
    if ((name && name->type != TW_TYPE_ROLE) ||
        tw_walk_kind(walk, noun) != TW_GROUP_NOUN) {
      return g;
    }
    if (tw_walk_kind(walk, before) == TW_GROUP_COMMA && at != g) {
      return is_type(walk, noun, TW_TYPE_PERSON) ? noun : g;
    }
    if (!tw_walk_is(walk, before, TW_WORD(OF))) {
      return g;
    }
    at = noun;
  }
}

uint32_t
tw_walk_antecedent(const TwWalk* walk, uint32_t g)
{
  const bool personal = tw_walk_is(walk, g, TW_WORD(PERSONAL));
  uint32_t at = tw_walk_left_over(walk, g, "P,TQ");
  while (tw_walk_kind(walk, at) == TW_GROUP_NOUN) {
    const uint32_t before = tw_walk_left_over(walk, at, "G");
    const bool skip = personal && is_no_person(walk, at);
    const uint32_t deed = tw_walk_left(walk, before);
    if (!personal && tw_walk_is(walk, before, TW_WORD(OF)) &&
        tw_walk_is(walk, deed, TW_WORD(DEED))) {
      return deed; /* "the bombing of X that killed two" */
    }
    if (!skip || !tw_walk_in(walk, before, "P,")) {
      const uint32_t told = personal ? told_of(walk, at) : at;
      return told == at ? tw_walk_owner(walk, at) : told;
    }
    at = tw_walk_left_over(walk, before, ",T");
  }
  return TW_NO_GROUP;
}

uint32_t
tw_walk_over_relative(const TwWalk* walk, uint32_t joint)
{
  const uint32_t close = tw_walk_left(walk, joint);
  const uint32_t open = tw_walk_find_left(walk, close, ",");
  return tw_walk_in(walk, close, ",") && open != TW_NO_GROUP &&
             tw_walk_in(walk, tw_walk_right_over(walk, open, "P"), "W") &&
             tw_walk_find_left(walk, open, TW_KINDS_FINITE) != TW_NO_GROUP
           ? open
           : joint;
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

/* "one of the men": not all of them. */
static bool
is_some(const TwWalk* walk, uint32_t g)
{
  const TwGroup* const group = &walk->groups[g];
  const TwTag tag = (TwTag)walk->article->tokens.at[group->head].tag;
  return group->number != TW_NO_ANNOTATION &&
         (tag == TW_TAG_CD || tag == TW_TAG_PRP) &&
         walk->article->annotations.at[group->number].end == group->end;
}

/* "dozens of men": the men. */
static uint32_t
counted(const TwWalk* walk, uint32_t g)
{
  const uint32_t of = tw_walk_right(walk, g);
  const uint32_t next = tw_walk_right_over(walk, of, "G");
  return tw_walk_is(walk, g, TW_WORD(HEAP)) && !is_some(walk, g) &&
             tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
             tw_walk_is(walk, of, TW_WORD(OF)) &&
             tw_walk_kind(walk, next) == TW_GROUP_NOUN
           ? next
           : g;
}

/* "the leader, X,": X, a list of people where there are several; or
 * TW_NO_GROUP. */
static uint32_t
named(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const own = tw_walk_annotation(walk, g);
  const uint32_t comma = tw_walk_behind_member(walk, g);
  const uint32_t name = tw_walk_right(walk, comma);
  if ((own && own->type != TW_TYPE_ROLE) ||
      tw_walk_kind(walk, g) != TW_GROUP_NOUN ||
      tw_walk_kind(walk, comma) != TW_GROUP_COMMA ||
      !is_type(walk, name, TW_TYPE_PERSON)) {
    return TW_NO_GROUP;
  }
  const bool plural =
    walk->article->tokens.at[walk->groups[g].head].tag == TW_TAG_NNS;
  const uint32_t last = tw_walk_list_last(walk, name);
  const uint32_t close = tw_walk_behind_member(walk, last);
  const uint32_t behind = tw_walk_right(walk, close);
  const bool closed = close == TW_NO_GROUP || tw_walk_in(walk, close, ",.");
  return closed && tw_walk_kind(walk, behind) != TW_GROUP_CONJUNCTION &&
             plural == (last != name)
           ? name
           : TW_NO_GROUP;
}

static void
add_one(TwWalk* walk, TwAt at, TwStr word, uint32_t g, uint32_t conjunct)
{
  for (size_t i = 0; i < walk->out->fillers.count; ++i) {
    const TwFiller* const filler = &walk->out->fillers.at[i];
    if (filler->at == at && filler->group == g &&
        tw_str_equal(filler->word, word)) {
      return;
    }
  }
  TwFiller* const filler = TW_VEC_PUSH(walk->arena, &walk->out->fillers);
  if (filler) {
    *filler = (TwFiller){at, word, g, conjunct, false};
  }
}

static void
add(TwWalk* walk, TwAt at, TwStr word, uint32_t g, uint32_t conjunct)
{
  uint32_t name = named(walk, g);
  if (name == TW_NO_GROUP) {
    add_one(walk, at, word, counted(walk, g), conjunct);
  }
  for (; name != TW_NO_GROUP; name = tw_walk_list_next(walk, name)) {
    add_one(walk, at, word, name, conjunct++);
  }
}

void
tw_walk_add(TwWalk* walk, TwAt at, TwStr word, uint32_t g)
{
  if (g != TW_NO_GROUP) {
    add(walk, at, word, g, 0);
  }
}

/* "…, neighbours and police said": the list of those who say so. */
static bool
opens_attribution(const TwWalk* walk, uint32_t g)
{
  const uint32_t joint = tw_walk_right(walk, g);
  const uint32_t noun = tw_walk_right_over(walk, joint, "GRQ");
  const uint32_t verb = tw_walk_right_over(walk, noun, "RT");
  return tw_walk_kind(walk, joint) == TW_GROUP_CONJUNCTION &&
         tw_walk_kind(walk, noun) == TW_GROUP_NOUN &&
         tw_walk_in(walk, verb, TW_KINDS_FINITE) &&
         tw_walk_is(walk, verb, TW_WORD(SPEECH));
}

void
tw_walk_add_list(TwWalk* walk, TwAt at, TwStr word, uint32_t g)
{
  for (uint32_t n = 0; g != TW_NO_GROUP; ++n) {
    add(walk, at, word, g, n);
    g = tw_walk_list_next(walk, g);
    if (opens_attribution(walk, g)) {
      break;
    }
  }
}

void
tw_walk_add_list_to(TwWalk* walk, TwAt at, TwStr word, uint32_t last)
{
  if (last == TW_NO_GROUP) {
    return;
  }
  uint32_t n = 0;
  uint32_t g = tw_walk_subject_first(walk, last);
  while (g != TW_NO_GROUP && g < last) {
    add(walk, at, word, g, n++);
    g = tw_walk_list_next(walk, g);
  }
  add(walk, at, word, last, n);
}
