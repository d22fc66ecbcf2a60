/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/sense_read.h"

#include <stdlib.h>

#define MAX_ASIDE 10 /* Groups between two commas */

/* The last group of the list that begins with `g`: "Peru, Chile and Spain". */
static uint32_t
list_end(const TwSenseReader* reader, uint32_t g)
{
  for (;;) {
    uint32_t next = g + 1;
    while (tw_sense_is_kind(reader, next, TW_GROUP_COMMA) ||
           tw_sense_is_kind(reader, next, TW_GROUP_CONJUNCTION)) {
      ++next;
    }
    const TwGroup* const group = tw_sense_group(reader, next);
    const TwAnnotation* const name =
      group && next > g + 1 && group->kind == TW_GROUP_NOUN
        ? tw_sense_head(reader, group)
        : NULL;
    if (!name || !(name->type == TW_TYPE_COUNTRY ||
                   tw_type_is(name->type, TW_TYPE_ORGANIZATION))) {
      return g;
    }
    g = next;
  }
}

/* The group behind what stands between two commas from `g` on, or `g`: "Peru,
 * with others, protested". */
static uint32_t
skip_aside(const TwSenseReader* reader, uint32_t g)
{
  if (!tw_sense_is_kind(reader, g, TW_GROUP_COMMA) ||
      !tw_sense_is_kind(reader, g + 1, TW_GROUP_PREPOSITION)) {
    return g;
  }
  for (uint32_t i = g + 2; i < g + MAX_ASIDE; ++i) {
    const TwGroup* const group = tw_sense_group(reader, i);
    if (!group || group->kind == TW_GROUP_ACTIVE ||
        group->kind == TW_GROUP_PASSIVE || group->kind == TW_GROUP_STOP) {
      return g;
    }
    if (group->kind == TW_GROUP_COMMA) {
      return i + 1;
    }
  }
  return g;
}

bool
tw_sense_is_subject(const TwSenseReader* reader, uint32_t g, bool active)
{
  uint32_t next = skip_aside(reader, list_end(reader, g) + 1);
  while (tw_sense_is_kind(reader, next, TW_GROUP_ADVERB)) {
    ++next;
  }
  return tw_sense_is_kind(reader, next, TW_GROUP_ACTIVE) ||
         (!active && tw_sense_is_kind(reader, next, TW_GROUP_PASSIVE));
}

/* The first group of the list that ends with `g`. */
static uint32_t
list_start(const TwSenseReader* reader, uint32_t g)
{
  while (g >= reader->sentence->first_group + 2) {
    uint32_t before = g - 1;
    while (before > reader->sentence->first_group &&
           (tw_sense_is_kind(reader, before, TW_GROUP_COMMA) ||
            tw_sense_is_kind(reader, before, TW_GROUP_CONJUNCTION))) {
      --before;
    }
    if (before == g - 1 || list_end(reader, before) < g) {
      break;
    }
    g = before;
  }
  return g;
}

/* True if what the group names does something, did it ("by") or takes part in
 * it ("with", "between"), alone or in a list. */
static bool
acts(const TwSenseReader* reader, uint32_t g)
{
  const uint32_t start = list_start(reader, g);
  const TwGroup* const before =
    start ? tw_sense_group(reader, start - 1) : NULL;
  if (before && before->classes & TW_WORD(INCLUDE)) {
    return true; /* "allies including Peru" */
  }
  if (before && before->kind == TW_GROUP_PREPOSITION) {
    return before->classes & (TW_WORD(BY) | TW_WORD(AGAINST) | TW_WORD(PARTY));
  }
  return tw_sense_is_subject(reader, g, true);
}

/* Countries before the head noun say whose it is. */
static void
read_modifiers(const TwSenseReader* reader, const TwGroup* group)
{
  for (uint32_t i = group->first; i < group->head; ++i) {
    const uint32_t index = reader->article->tokens.at[i].annotation;
    if (index != TW_NO_ANNOTATION && index != group->annotation &&
        reader->types[index] == TW_TYPE_COUNTRY) {
      reader->types[index] = TW_TYPE_NATIONALITY;
    }
  }
}

/* What a country is taken for: who acts, or whose something is: "Peru's
 * army", "the army of Peru". */
static TwType
country_sense(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  if (group->kind == TW_GROUP_POSSESSIVE) {
    return tw_sense_has_class(reader, g + 1, TW_WORD(DEED))
             ? TW_TYPE_GOVERNMENT_BODY
             : TW_TYPE_NATIONALITY;
  }
  return acts(reader, g) ? TW_TYPE_GOVERNMENT_BODY : TW_TYPE_COUNTRY;
}

/* "she", "I", "the group", where it is known who that is; "we" is a body even
 * where it is not. */
static TwStatus
read_pointer(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  const TwToken* const head = &reader->article->tokens.at[group->head];
  TwType type = TW_TYPE_NONE;
  if (tw_sense_head(reader, group)) {
    return TW_OK;
  }
  if (group->entity != TW_NO_ENTITY) {
    type = reader->article->entities.at[group->entity].type;
  } else if (group->classes & TW_WORD(SELF)) {
    type = tw_type_find(
      tw_lexicon_find_kind(reader->grammar, head->fold, TW_GRAMMAR_SELF)
        ->value);
  }
  if (type == TW_TYPE_NONE) {
    return TW_OK;
  }
  TW_TRY(
    tw_sense_add(reader, type, group->first, group->head + 1, group->head));
  reader->rows->at[reader->rows->count - 1].entity = group->entity;
  return TW_OK;
}

static TwStatus
read_group(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  if (group->kind != TW_GROUP_NOUN && group->kind != TW_GROUP_POSSESSIVE) {
    return TW_OK;
  }
  const TwAnnotation* const name = tw_sense_head(reader, group);
  const size_t n = reader->rows->count;
  read_modifiers(reader, group);
  if (name && name->type == TW_TYPE_COUNTRY &&
      reader->types[group->annotation] == TW_TYPE_COUNTRY) {
    reader->types[group->annotation] = country_sense(reader, g);
  }
  TW_TRY(tw_sense_noun(reader, g));
  return reader->rows->count == n ? read_pointer(reader, g) : TW_OK;
}

TwStatus
tw_sense_add(const TwSenseReader* reader, TwType type, uint32_t first,
             uint32_t end, uint32_t head)
{
  TwAnnotation* const row = TW_VEC_PUSH(reader->article->arena, reader->rows);
  if (!row) {
    return TW_ERR_NOMEM;
  }
  *row = (TwAnnotation){.type = type,
                        .first = first,
                        .end = end,
                        .head = head,
                        .entity = TW_NO_ENTITY,
                        .hedge_token = UINT32_MAX};
  return TW_OK;
}

static int
by_place(const void* left, const void* right)
{
  const TwAnnotation* const a = left;
  const TwAnnotation* const b = right;
  if (a->first != b->first) {
    return a->first < b->first ? -1 : 1;
  }
  return (a->end < b->end) - (a->end > b->end);
}

static TwStatus
add_annotations(const TwSenseReader* reader)
{
  const TwArticle* const article = reader->article;
  for (size_t i = 0; i < article->annotations.count; ++i) {
    if (reader->types[i] == TW_TYPE_NONE) {
      continue;
    }
    TwAnnotation* const row = TW_VEC_PUSH(article->arena, reader->rows);
    if (!row) {
      return TW_ERR_NOMEM;
    }
    *row = article->annotations.at[i];
    row->type = reader->types[i];
    if (row->type == TW_TYPE_NATIONALITY && row->entity != TW_NO_ENTITY &&
        !row->value.len) {
      row->value = article->entities.at[row->entity].country;
    }
  }
  return TW_OK;
}

TwStatus
tw_senses_run(const TwGazetteer* gazetteer, const TwLexicon* grammar,
              const TwArticle* article, TwSenseVec* out_senses)
{
  *out_senses = (TwSenseVec){NULL, 0, 0};
  TwSenseReader reader = {
    .gazetteer = gazetteer,
    .grammar = grammar,
    .article = article,
    .types = TW_NEW(article->arena, TwType, article->annotations.count + 1),
    .rows = out_senses,
  };
  if (!reader.types) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < article->annotations.count; ++i) {
    reader.types[i] = article->annotations.at[i].type;
  }
  for (size_t s = 0; s < article->sentences.count; ++s) {
    reader.sentence = &article->sentences.at[s];
    for (uint32_t g = reader.sentence->first_group;
         g < reader.sentence->end_group; ++g) {
      TW_TRY(read_group(&reader, g));
    }
  }
  TW_TRY(add_annotations(&reader));
  if (out_senses->count) {
    qsort(out_senses->at, out_senses->count, sizeof(TwAnnotation), by_place);
  }
  return TW_OK;
}
