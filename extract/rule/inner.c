/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/inner.h"

#include "extract/rule/people.h"

#define NONE UINT32_MAX
/* "a prison on the edge of Quito": groups to the place's name */
#define MAX_TAIL 3

static const TwAnnotation*
annotation_at(const TwArticle* article, uint32_t token)
{
  const uint32_t index = article->tokens.at[token].annotation;
  return index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
}

TwWalk
tw_inner_walk(const TwRuleReading* reading, uint32_t group)
{
  return tw_walk_of(reading->grammar, reading->article,
                    tw_value_sentence(reading, group), reading->article->arena);
}

/* True if the word can stand before a noun and say what kind it is. */
static bool
is_kind_word(const TwArticle* article, uint32_t i)
{
  const TwToken* const token = &article->tokens.at[i];
  if (annotation_at(article, i)) {
    return false;
  }
  switch (token->tag) {
  case TW_TAG_NN:
  case TW_TAG_NNS:
  case TW_TAG_NNP:
  case TW_TAG_NNPS:
  case TW_TAG_VBG:
  case TW_TAG_HYPH:
  case TW_TAG_JJ:
  case TW_TAG_VBN:
  case TW_TAG_VBD:
    return true;
  default:
    return false;
  }
}

static bool
is_noun_word(const TwToken* token)
{
  return token->tag != TW_TAG_JJ && token->tag != TW_TAG_VBN &&
         token->tag != TW_TAG_VBD && token->tag != TW_TAG_HYPH;
}

/* True for words that say nothing of the kind: "new", "federal". */
static bool
is_filler_word(const TwRuleReading* reading, const TwToken* token)
{
  return tw_grammar_classes(reading->grammar, token) &
         (TW_WORD(HEDGE) | TW_WORD(HOLLOW));
}

bool
tw_inner_kind(const TwRuleReading* reading, uint32_t group, TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  uint32_t first = at->head;
  uint32_t end = at->head;
  bool noun = false;
  while (end > at->first &&
         is_filler_word(reading, &article->tokens.at[end - 1])) {
    --end; /* "murder and other CRIMINAL charges" */
  }
  for (first = end; first > at->first && is_kind_word(article, first - 1);) {
    --first;
    noun |= is_noun_word(&article->tokens.at[first]);
  }
  while (first < end && is_filler_word(reading, &article->tokens.at[first])) {
    ++first;
  }
  *out_value = (TwValue){.entity = TW_NO_ENTITY,
                         .text = tw_article_text(article, first, end),
                         .first = first,
                         .end = end};
  return noun && first < end;
}

bool
tw_inner_thing(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  for (uint32_t i = at->head; i > at->first; --i) {
    const TwAnnotation* const inside = annotation_at(article, i - 1);
    if (!inside || inside->entity == TW_NO_ENTITY ||
        inside->first < at->first || inside->end > at->head) {
      continue;
    }
    const TwType type = article->entities.at[inside->entity].type;
    if (types & (UINT32_C(1) << type)) {
      *out_value = (TwValue){.entity = inside->entity,
                             .type = type,
                             .first = inside->first,
                             .end = inside->end};
      return true;
    }
  }
  return false;
}

/* True if a role of these types can be filled by places only. */
static bool
are_places(TwTypeSet types)
{
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    if (types & (UINT32_C(1) << t) && !tw_type_is((TwType)t, TW_TYPE_PLACE)) {
      return false;
    }
  }
  return types != 0;
}

/* "prison", "home"; "town", which names none. */
static bool
is_place_noun(const TwRuleReading* reading, const TwToken* noun)
{
  if (noun->annotation != TW_NO_ANNOTATION) {
    return false;
  }
  const TwLexiconRow* const kind =
    tw_lexicon_find_kind(reading->grammar, noun->lemma, TW_GRAMMAR_KIND);
  return noun->gaz & TW_GAZ_PLACE_NOUN ||
         tw_lexicon_find_kind(reading->grammar, noun->lemma, TW_GRAMMAR_SITE) ||
         (kind && tw_type_is(tw_type_find(kind->value), TW_TYPE_PLACE));
}

/* The place behind `group`: "a prison on the edge of QUITO". */
static bool
place_behind(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
             TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwWalk walk = tw_inner_walk(reading, group);
  uint32_t g = group;
  for (int n = 0; n < MAX_TAIL; ++n) {
    const uint32_t p = tw_walk_right(&walk, g);
    g = tw_walk_right_over(&walk, p, "G");
    if (tw_walk_kind(&walk, p) != TW_GROUP_PREPOSITION ||
        tw_walk_kind(&walk, g) != TW_GROUP_NOUN) {
      return false;
    }
    const uint32_t entity = article->groups.at[g].entity;
    if (tw_walk_is_place(&walk, g) && entity != TW_NO_ENTITY) {
      const TwType type = article->entities.at[entity].type;
      *out_value = (TwValue){.entity = entity,
                             .type = type,
                             .first = article->groups.at[g].first,
                             .end = article->groups.at[g].end};
      return types & (UINT32_C(1) << type);
    }
  }
  return false;
}

bool
tw_inner_place(const TwRuleReading* reading, uint32_t group, TwTypeSet types,
               TwValue* out_value)
{
  const TwArticle* const article = reading->article;
  const TwToken* const head =
    &article->tokens.at[article->groups.at[group].head];
  return are_places(types) && is_place_noun(reading, head) &&
         (place_behind(reading, group, types, out_value) ||
          tw_inner_thing(reading, group, types, out_value));
}

static bool
is_person(const TwWalk* walk, uint32_t g)
{
  const TwAnnotation* const annotation = tw_walk_annotation(walk, g);
  return annotation && annotation->type == TW_TYPE_PERSON;
}

uint32_t
tw_inner_identified(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  uint32_t g = tw_walk_right_over(&walk, group, ",R"); /* ", later named X" */
  if (tw_walk_in(&walk, g, "W")) {
    g = tw_walk_right_over(&walk, g, ",R"); /* "who was identified as" */
    if (tw_walk_in(&walk, g, "N")) {
      g = tw_walk_right_over(&walk, g, "R"); /* "whom police named as" */
    }
  }
  uint32_t p = tw_walk_right_over(&walk, g, "R");
  if (!tw_walk_in(&walk, g, "rpv") ||
      !tw_walk_is(&walk, g, TW_WORD(IDENTIFY))) {
    return NONE;
  }
  if (tw_walk_kind(&walk, p) == TW_GROUP_PREPOSITION &&
      tw_walk_is(&walk, p, TW_WORD(BY))) {
    p = tw_walk_right_over(&walk, p, "GN"); /* "identified by police as" */
  }
  const bool led = tw_walk_kind(&walk, p) == TW_GROUP_PREPOSITION;
  if (!led && tw_walk_kind(&walk, g) == TW_GROUP_ACTIVE) {
    return NONE; /* "who identified X as the driver" */
  }
  const uint32_t name = led ? tw_walk_right_over(&walk, p, "G") : p;
  return is_person(&walk, name) ? name : NONE;
}

/* What "including" leads: X of "including X", "among them X". NONE if the group
 * is no such word. */
static uint32_t
led_by_inclusion(const TwWalk* walk, uint32_t lead)
{
  const uint32_t first = tw_walk_right_over(walk, lead, "GQ");
  if (!tw_walk_is(walk, lead, TW_WORD(INCLUDE))) {
    return NONE;
  }
  return tw_walk_kind(walk, lead) == TW_GROUP_PREPOSITION &&
             !is_person(walk, first)
           ? tw_walk_right_over(walk, first, "G")
           : first;
}

/* What "including" and the like lead behind `group` and its of-phrases. */
static uint32_t
included(const TwRuleReading* reading, const TwWalk* walk, uint32_t group)
{
  uint32_t g = group;
  for (int n = 0; n < MAX_TAIL; ++n) { /* "members of the Red Hill Gang" */
    const uint32_t of = tw_value_of(reading, g);
    if (of == NONE) {
      break;
    }
    g = of;
  }
  uint32_t lead = tw_walk_right_over(walk, g, ",");
  for (int n = 0; n < MAX_TAIL; ++n) { /* "29 men sent to Peru in May, …" */
    lead = tw_walk_in(walk, lead, "r") ? tw_walk_right(walk, lead) : lead;
    const bool time = tw_walk_kind(walk, lead) == TW_GROUP_TIME;
    const uint32_t noun = tw_walk_right_over(walk, lead, "G");
    if (!time && (tw_walk_kind(walk, lead) != TW_GROUP_PREPOSITION ||
                  tw_walk_is(walk, lead, TW_WORD(INCLUDE)) ||
                  !tw_walk_in(walk, noun, "NT"))) {
      break;
    }
    lead = tw_walk_right_over(walk, time ? lead : noun, ",");
  }
  return led_by_inclusion(walk, lead);
}

/* What it leads behind what is told of the group: "five men were held in Lima,
 * among them X". NONE if others are told of in between. */
static uint32_t
included_late(const TwRuleReading* reading, const TwWalk* walk, uint32_t group)
{
  uint32_t g = tw_walk_right(walk, group);
  while (tw_walk_in(walk, g, "vprgiPNGTRA,") &&
         !(tw_walk_in(walk, g, "N") && tw_people_is(reading, g))) {
    const uint32_t next = tw_walk_right(walk, g);
    if (tw_walk_in(walk, g, ",") && tw_walk_is(walk, next, TW_WORD(INCLUDE))) {
      return led_by_inclusion(walk, next);
    }
    g = next;
  }
  return NONE;
}

uint32_t
tw_inner_included(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  uint32_t name = included(reading, &walk, group);
  name = name == NONE ? included_late(reading, &walk, group) : name;
  return is_person(&walk, name) ? name : NONE;
}

uint32_t
tw_inner_includer(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  const uint32_t lead = tw_walk_left_over(&walk, group, "GR");
  const uint32_t verb = tw_walk_left_over(&walk, lead, "RT");
  if (!tw_walk_is(&walk, lead, TW_WORD(INCLUDE)) ||
      !tw_walk_in(&walk, verb, TW_KINDS_FINITE) ||
      !tw_walk_is(&walk, verb, TW_WORD(COPULA))) {
    return NONE;
  }
  const uint32_t name = tw_walk_subject(&walk, verb).group;
  return is_person(&walk, name) ? name : NONE;
}

uint32_t
tw_inner_examples(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  const uint32_t first = included(reading, &walk, group);
  return tw_walk_in(&walk, first, "Ng") ? first : NONE;
}

uint32_t
tw_inner_next(const TwRuleReading* reading, uint32_t group)
{
  const TwWalk walk = tw_inner_walk(reading, group);
  return tw_walk_list_next(&walk, group);
}
