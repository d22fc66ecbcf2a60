/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/sense.h"

#include "extract/mention/grammar.h"

#include <stdlib.h>

#define MAX_ASIDE 10 /* Groups between two commas */

typedef struct {
  const TwGazetteer* gazetteer;
  const TwLexicon* grammar;
  const TwArticle* article;
  const TwSentence* sentence;
  TwType* types;      /* Of each annotation: what is meant by it */
  uint32_t* entities; /* and who */
  TwSenseVec* rows;
} Reader;

static const TwGroup*
group_at(const Reader* reader, uint32_t g)
{
  return g >= reader->sentence->first_group && g < reader->sentence->end_group
           ? &reader->article->groups.at[g]
           : NULL;
}

static bool
is_kind(const Reader* reader, uint32_t g, char kind)
{
  const TwGroup* const group = group_at(reader, g);
  return group && group->kind == kind;
}

static const TwAnnotation*
annotation_at(const Reader* reader, uint32_t token)
{
  const uint32_t index = reader->article->tokens.at[token].annotation;
  return index == TW_NO_ANNOTATION ? NULL
                                   : &reader->article->annotations.at[index];
}

static const TwAnnotation*
head_annotation(const Reader* reader, const TwGroup* group)
{
  return group->annotation == TW_NO_ANNOTATION
           ? NULL
           : &reader->article->annotations.at[group->annotation];
}

static bool
has_class(const Reader* reader, uint32_t g, uint64_t classes)
{
  const TwGroup* const group = group_at(reader, g);
  return group && group->classes & classes;
}

/* The last group of the list that begins with `g`: "Peru, Chile and Spain". */
static uint32_t
list_end(const Reader* reader, uint32_t g)
{
  for (;;) {
    uint32_t next = g + 1;
    while (is_kind(reader, next, TW_GROUP_COMMA) ||
           is_kind(reader, next, TW_GROUP_CONJUNCTION)) {
      ++next;
    }
    const TwGroup* const group = group_at(reader, next);
    const TwAnnotation* const name =
      group && next > g + 1 && group->kind == TW_GROUP_NOUN
        ? head_annotation(reader, group)
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
skip_aside(const Reader* reader, uint32_t g)
{
  if (!is_kind(reader, g, TW_GROUP_COMMA) ||
      !is_kind(reader, g + 1, TW_GROUP_PREPOSITION)) {
    return g;
  }
  for (uint32_t i = g + 2; i < g + MAX_ASIDE; ++i) {
    const TwGroup* const group = group_at(reader, i);
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

/* True if the group is the subject of a verb. */
static bool
is_subject(const Reader* reader, uint32_t g, bool active)
{
  uint32_t next = skip_aside(reader, list_end(reader, g) + 1);
  while (is_kind(reader, next, TW_GROUP_ADVERB)) {
    ++next;
  }
  return is_kind(reader, next, TW_GROUP_ACTIVE) ||
         (!active && is_kind(reader, next, TW_GROUP_PASSIVE));
}

/* True if what the group names does something, or did it ("by"). */
static bool
acts(const Reader* reader, uint32_t g)
{
  const bool led =
    g > 0 && (is_kind(reader, g - 1, TW_GROUP_PREPOSITION) ||
              (is_kind(reader, g - 1, TW_GROUP_CONJUNCTION) && g > 2 &&
               is_kind(reader, g - 3, TW_GROUP_PREPOSITION)));
  if (led) {
    return has_class(reader, g - 1, TW_WORD(BY));
  }
  return is_subject(reader, g, true);
}

/* Countries before the head noun say whose it is. */
static void
read_modifiers(const Reader* reader, const TwGroup* group)
{
  for (uint32_t i = group->first; i < group->head; ++i) {
    const uint32_t index = reader->article->tokens.at[i].annotation;
    if (index != TW_NO_ANNOTATION && index != group->annotation &&
        reader->types[index] == TW_TYPE_COUNTRY) {
      reader->types[index] = TW_TYPE_NATIONALITY;
    }
  }
}

/* What kind of body the noun at token `i` is; TW_TYPE_NONE if none. */
static TwType
body_type(const Reader* reader, uint32_t i)
{
  const TwToken* const token = &reader->article->tokens.at[i];
  const TwStr words[] = {token->fold, token->lemma};
  for (size_t w = 0; w < 2; ++w) {
    uint32_t bits = 0;
    uint32_t entry = 0;
    if (!words[w].len ||
        !tw_gazetteer_longest(reader->gazetteer, &words[w], 1, &bits, &entry) ||
        !(bits & TW_GAZ_ORG_NOUN)) {
      continue;
    }
    const size_t n = tw_gazetteer_meanings(reader->gazetteer, entry);
    for (size_t k = 0; k < n; ++k) {
      const TwGazEntry meaning =
        tw_gazetteer_meaning(reader->gazetteer, entry, k);
      if (tw_type_is(meaning.type, TW_TYPE_ORGANIZATION) &&
          tw_str_equal(meaning.id, TW_STR("noun"))) {
        return meaning.type;
      }
    }
  }
  return TW_TYPE_NONE;
}

/* True if a name of that kind says whose the noun is. */
static bool
is_owner(const TwAnnotation* name)
{
  return name && (name->type == TW_TYPE_NATIONALITY ||
                  tw_type_is(name->type, TW_TYPE_PLACE) ||
                  tw_type_is(name->type, TW_TYPE_ORGANIZATION));
}

static bool
has_owner(const Reader* reader, const TwGroup* group)
{
  for (uint32_t i = group->first; i < group->head; ++i) {
    const bool body =
      reader->article->tokens.at[i].shape & TW_SHAPE_CAPITAL &&
      body_type(reader, i) != TW_TYPE_NONE; /* "Coalition forces" */
    if (body || is_owner(annotation_at(reader, i))) {
      return true;
    }
  }
  return false;
}

/* The group that "of" ties to `g` and that names the owner: "the government of
 * Peru"; `g` if there is none. */
static uint32_t
owner_behind(const Reader* reader, uint32_t g)
{
  const TwGroup* const owner = group_at(reader, g + 2);
  const bool tied = is_kind(reader, g + 1, TW_GROUP_PREPOSITION) &&
                    has_class(reader, g + 1, TW_WORD(OF)) && owner &&
                    owner->kind == TW_GROUP_NOUN &&
                    is_owner(head_annotation(reader, owner));
  return tied ? g + 2 : g;
}

/* Behind "the" and "its". */
static uint32_t
skip_determiners(const Reader* reader, const TwGroup* group)
{
  const TwToken* const tokens = reader->article->tokens.at;
  uint32_t first = group->first;
  while (first < group->head &&
         (tokens[first].tag == TW_TAG_DT || tokens[first].tag == TW_TAG_PRPS)) {
    ++first;
  }
  return first;
}

static TwStatus
add_row(const Reader* reader, TwType type, uint32_t first, uint32_t end,
        uint32_t head)
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

/* A body told of by a noun that a name owns, or that is written like a name:
 * "the Coalition". */
static TwStatus
read_body(const Reader* reader, uint32_t g)
{
  const TwGroup* const group = group_at(reader, g);
  const TwToken* const tokens = reader->article->tokens.at;
  const TwType type =
    group->annotation == TW_NO_ANNOTATION && group->kind == TW_GROUP_NOUN
      ? body_type(reader, group->head)
      : TW_TYPE_NONE;
  if (type == TW_TYPE_NONE) {
    return TW_OK;
  }
  const bool definite =
    tw_grammar_classes(reader->grammar, &tokens[group->first]) &
    TW_WORD(DEFINITE);
  const uint32_t last = definite ? owner_behind(reader, g) : g;
  const bool large = definite && group->head == group->first + 1 &&
                     tokens[group->head].shape & TW_SHAPE_CAPITAL;
  if (last == g && !large && !has_owner(reader, group)) {
    return TW_OK;
  }
  return add_row(reader, type, skip_determiners(reader, group),
                 group_at(reader, last)->end, group->head);
}

/* A person told of by a title alone: "The foreign secretary left." */
static TwStatus
read_person(const Reader* reader, uint32_t g)
{
  const TwGroup* const group = group_at(reader, g);
  const TwAnnotation* const role = head_annotation(reader, group);
  if (!role || role->type != TW_TYPE_ROLE || group->kind != TW_GROUP_NOUN ||
      !is_subject(reader, g, false) ||
      (g > 0 && is_kind(reader, g - 1, TW_GROUP_PREPOSITION))) {
    return TW_OK;
  }
  for (uint32_t i = group->first; i < group->end; ++i) {
    const TwAnnotation* const other = annotation_at(reader, i);
    if (other && other->type == TW_TYPE_PERSON) {
      return TW_OK;
    }
  }
  reader->types[group->annotation] = TW_TYPE_PERSON;
  return TW_OK;
}

/* "she", "the group", "the minister", where it is known who that is. */
static TwStatus
read_pointer(const Reader* reader, uint32_t g)
{
  const TwGroup* const group = group_at(reader, g);
  const TwAnnotation* const name = head_annotation(reader, group);
  if (group->entity == TW_NO_ENTITY || (name && name->type != TW_TYPE_ROLE)) {
    return TW_OK;
  }
  const TwType type = reader->article->entities.at[group->entity].type;
  if (name) {
    reader->types[group->annotation] = type;
    reader->entities[group->annotation] = group->entity;
    return TW_OK;
  }
  TW_TRY(add_row(reader, type, group->first, group->head + 1, group->head));
  reader->rows->at[reader->rows->count - 1].entity = group->entity;
  return TW_OK;
}

static TwStatus
read_group(const Reader* reader, uint32_t g)
{
  const TwGroup* const group = group_at(reader, g);
  if (group->kind != TW_GROUP_NOUN && group->kind != TW_GROUP_POSSESSIVE) {
    return TW_OK;
  }
  const TwAnnotation* const name = head_annotation(reader, group);
  read_modifiers(reader, group);
  if (name && name->type == TW_TYPE_COUNTRY && group->kind == TW_GROUP_NOUN &&
      acts(reader, g)) {
    reader->types[group->annotation] = TW_TYPE_GOVERNMENT_BODY;
  }
  TW_TRY(read_body(reader, g));
  TW_TRY(read_person(reader, g));
  return read_pointer(reader, g);
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
add_annotations(const Reader* reader)
{
  const TwArticle* const article = reader->article;
  for (size_t i = 0; i < article->annotations.count; ++i) {
    TwAnnotation* const row = TW_VEC_PUSH(article->arena, reader->rows);
    if (!row) {
      return TW_ERR_NOMEM;
    }
    *row = article->annotations.at[i];
    row->type = reader->types[i];
    if (row->entity != reader->entities[i]) {
      row->entity = reader->entities[i];
      row->value = (TwStr){NULL, 0}; /* The name of the entity is shown */
    }
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
  Reader reader = {
    .gazetteer = gazetteer,
    .grammar = grammar,
    .article = article,
    .types = TW_NEW(article->arena, TwType, article->annotations.count + 1),
    .entities =
      TW_NEW(article->arena, uint32_t, article->annotations.count + 1),
    .rows = out_senses,
  };
  if (!reader.types || !reader.entities) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < article->annotations.count; ++i) {
    reader.types[i] = article->annotations.at[i].type;
    reader.entities[i] = article->annotations.at[i].entity;
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
