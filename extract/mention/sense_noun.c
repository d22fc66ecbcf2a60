/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/sense_read.h"

/* False for a noun that is a body only as part of a name, or beside one. */
static bool
is_common(const TwGazEntry* noun)
{
  return tw_type_is(noun->type, TW_TYPE_PLACE) ||
         !(tw_gazetteer_marked(noun, TW_GAZ_MARK_LARGE) ||
           tw_gazetteer_marked(noun, TW_GAZ_MARK_TOLD) ||
           tw_gazetteer_marked(noun, TW_GAZ_MARK_FRONT));
}

/* The type that the tables of nouns have for token `i`; TW_TYPE_NONE if it is
 * in none. */
static TwType
noun_type(const TwSenseReader* reader, uint32_t i)
{
  const TwToken* const token = &reader->article->tokens.at[i];
  const TwStr words[] = {token->fold, token->lemma};
  for (size_t w = 0; w < 2; ++w) {
    uint32_t bits = 0;
    uint32_t entry = 0;
    if (!words[w].len ||
        !tw_gazetteer_longest(reader->gazetteer, &words[w], 1, &bits, &entry) ||
        !(bits & (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN))) {
      continue;
    }
    const size_t n = tw_gazetteer_meanings(reader->gazetteer, entry);
    for (size_t k = 0; k < n; ++k) {
      const TwGazEntry meaning =
        tw_gazetteer_meaning(reader->gazetteer, entry, k);
      if (tw_str_equal(meaning.id, TW_STR("noun"))) {
        return is_common(&meaning) ? meaning.type : TW_TYPE_NONE;
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

/* The first token of what owns the noun: of its own group or of the possessive
 * before it ("Prado's party"); TW_NO_TOKEN if nothing does. */
static uint32_t
owner_before(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  const TwGroup* const before = tw_sense_group(reader, g - 1);
  if (g > 0 && before && before->kind == TW_GROUP_POSSESSIVE &&
      before->annotation != TW_NO_ANNOTATION) {
    return before->first;
  }
  for (uint32_t i = group->first; i < group->head; ++i) {
    const bool body = reader->article->tokens.at[i].shape & TW_SHAPE_CAPITAL &&
                      tw_type_is(noun_type(reader, i), TW_TYPE_ORGANIZATION);
    if (body || is_owner(tw_sense_annotation(reader, i))) {
      return group->first; /* "Coalition forces" */
    }
  }
  return UINT32_MAX;
}

/* The group that "of" ties to `g` and that names the owner: "the government of
 * Peru"; `g` if there is none. */
static uint32_t
owner_behind(const TwSenseReader* reader, uint32_t g, uint64_t ties)
{
  const TwGroup* const owner = tw_sense_group(reader, g + 2);
  const bool tied = tw_sense_is_kind(reader, g + 1, TW_GROUP_PREPOSITION) &&
                    tw_sense_has_class(reader, g + 1, ties) && owner &&
                    owner->kind == TW_GROUP_NOUN &&
                    is_owner(tw_sense_head(reader, owner));
  return tied ? g + 2 : g;
}

static bool
is_definite(const TwSenseReader* reader, const TwGroup* group)
{
  return tw_grammar_classes(reader->grammar,
                            &reader->article->tokens.at[group->first]) &
         TW_WORD(DEFINITE);
}

/* A row of group `g` and what is tied to it, up to group `last`: the country
 * there says whose it is. */
static TwStatus
add_tied(const TwSenseReader* reader, TwType type, uint32_t first, uint32_t g,
         uint32_t last)
{
  const TwGroup* const owner = tw_sense_group(reader, last);
  if (last > g && reader->types[owner->annotation] == TW_TYPE_COUNTRY) {
    reader->types[owner->annotation] = TW_TYPE_NATIONALITY;
  }
  return tw_sense_add(reader, type, first, owner->end,
                      tw_sense_group(reader, g)->head);
}

/* People by a common noun in the plural. */
static bool
is_people(const TwSenseReader* reader, const TwGroup* group)
{
  const TwToken* const head = &reader->article->tokens.at[group->head];
  const bool noun = tw_tag_is_plural(head->tag);
  return group->classes & TW_WORD(FOLK) ||
         (noun && tw_gazetteer_word(reader->gazetteer, head->lemma) &
                    TW_GAZ_PERSON_NOUN);
}

/* "the RSG" */
static bool
is_acronym(const TwSenseReader* reader, const TwGroup* group)
{
  const TwToken* const head = &reader->article->tokens.at[group->head];
  return group->head == group->first + 1 && head->shape & TW_SHAPE_UPPER &&
         head->fold.len > 2 && !(head->shape & TW_SHAPE_DIGIT);
}

/* A body, people or a facility told of by a common noun. */
static TwStatus
read_common(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  TwType type = noun_type(reader, group->head);
  const bool people =
    !tw_type_is(type, TW_TYPE_ORGANIZATION) && is_people(reader, group);
  const bool definite = is_definite(reader, group);
  if (people || (definite && is_acronym(reader, group))) {
    type = TW_TYPE_ORGANIZATION;
  }
  if (!tw_type_is(type, TW_TYPE_ORGANIZATION) && type != TW_TYPE_FACILITY) {
    return TW_OK;
  }
  const uint32_t last =
    definite || people ? owner_behind(reader, g, TW_WORD(OF)) : g;
  const uint32_t owner = owner_before(reader, g);
  if (last == g && owner == UINT32_MAX && (people || !definite)) {
    return TW_OK;
  }
  const uint32_t first = owner < group->first ? owner : group->first;
  TW_TRY(add_tied(reader, type, first, g, last));
  reader->rows->at[reader->rows->count - 1].entity = group->entity;
  return TW_OK;
}

/* The person that stands beside the title, a comma between them: "Eva Ruiz,
 * mayor of Lima"; TW_NO_ENTITY if none does. */
static uint32_t
person_beside(const TwSenseReader* reader, uint32_t g, uint32_t last)
{
  const uint32_t sides[][2] = {{g - 1, g - 2}, {last + 1, last + 2}};
  for (size_t i = g < 2; i < 2; ++i) {
    const TwGroup* const group = tw_sense_group(reader, sides[i][1]);
    const TwAnnotation* const name = group && group->kind == TW_GROUP_NOUN
                                       ? tw_sense_head(reader, group)
                                       : NULL;
    if (name && name->type == TW_TYPE_PERSON &&
        tw_sense_is_kind(reader, sides[i][0], TW_GROUP_COMMA)) {
      return name->entity;
    }
  }
  return TW_NO_ENTITY;
}

/* True if the title stands for somebody: it does something, or an article
 * leads it and no "is". */
static bool
is_somebody(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  const bool led = tw_sense_is_kind(reader, g - 1, TW_GROUP_PREPOSITION);
  if (g > 0 && tw_sense_has_class(reader, g - 1, TW_WORD(COPULA))) {
    return false;
  }
  return (!led && tw_sense_is_subject(reader, g, false)) ||
         is_definite(reader, group) ||
         (!led && reader->article->tokens.at[group->first].tag == TW_TAG_DT);
}

/* A person told of by a title alone: "The foreign secretary left." */
static TwStatus
read_title(const TwSenseReader* reader, uint32_t g, const TwAnnotation* role)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  for (uint32_t i = group->first; i < group->end; ++i) {
    const TwAnnotation* const other = tw_sense_annotation(reader, i);
    if (other && other->type == TW_TYPE_PERSON) {
      return TW_OK;
    }
  }
  const uint32_t last = owner_behind(reader, g, TW_WORD(OF) | TW_WORD(FOR));
  uint32_t entity = group->entity;
  if (entity == TW_NO_ENTITY) {
    entity = person_beside(reader, g, last);
  }
  if (entity == TW_NO_ENTITY && !is_somebody(reader, g)) {
    return TW_OK;
  }
  reader->types[group->annotation] = TW_TYPE_NONE;
  TW_TRY(add_tied(reader, TW_TYPE_PERSON, group->first, g, last));
  TwAnnotation* const row = &reader->rows->at[reader->rows->count - 1];
  row->entity = entity;
  row->value = entity == TW_NO_ENTITY ? role->value : (TwStr){NULL, 0};
  return TW_OK;
}

TwStatus
tw_sense_noun(const TwSenseReader* reader, uint32_t g)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  const TwAnnotation* const name = tw_sense_head(reader, group);
  const TwToken* const head = &reader->article->tokens.at[group->head];
  if (!name) {
    return read_common(reader, g);
  }
  if (name->type == TW_TYPE_ROLE && group->kind == TW_GROUP_NOUN) {
    return read_title(reader, g, name);
  }
  /* "the Chileans" */
  if (name->type == TW_TYPE_NATIONALITY && tw_tag_is_plural(head->tag)) {
    reader->types[group->annotation] = TW_TYPE_NONE;
    return tw_sense_add(reader, TW_TYPE_ORGANIZATION, group->first, group->end,
                        group->head);
  }
  return TW_OK;
}
