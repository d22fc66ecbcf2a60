/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Who is meant in languages without a tagger, by words alone: "the accused" is
 * the person beside whose name it is told more often than of any other that he
 * was arrested, an office its only holder. What is found becomes a noun group
 * of its own, of which these sentences have no others. */
#include "extract/rule/refer_read.h"

#define NONE UINT32_MAX
#define NEAR 10     /* Tokens from a name to what is told of who has it */
#define MAX_TITLE 5 /* Tokens from a title to the name: "fiscal de Lima," */

typedef TW_VEC(TwReferTitle) Titles;

typedef struct {
  const TwLexicon* words;
  TwArticle* article;
  const TwSentence* sentence;
  TwStr language;
  uint32_t* told[TW_REFER_PARTS]; /* How often, of each entity */
  Titles titles; /* Of each entity that has one, its last word */
} Reader;

static bool
is(const Reader* reader, uint32_t i, TwReferKind kind)
{
  if (i < reader->sentence->first || i >= reader->sentence->end) {
    return false;
  }
  const TwLexiconRow* row =
    tw_lexicon_find(reader->words, reader->article->tokens.at[i].fold);
  while (row && !(row->kind == (unsigned)kind &&
                  tw_str_equal(row->language, reader->language))) {
    row = row->next;
  }
  return row != NULL;
}

/* The entity that is named at the token and of that type, or any; else
 * TW_NO_ENTITY. */
static uint32_t
named_at(const Reader* reader, uint32_t i, TwType type)
{
  const TwArticle* const article = reader->article;
  const uint32_t index =
    i >= reader->sentence->first && i < reader->sentence->end
      ? article->tokens.at[i].annotation
      : TW_NO_ANNOTATION;
  return index != TW_NO_ANNOTATION &&
             (type == TW_TYPE_NONE ||
              article->annotations.at[index].type == type)
           ? article->annotations.at[index].entity
           : TW_NO_ENTITY;
}

/* A small word that names or means nothing yet. */
static bool
is_plain(const Reader* reader, uint32_t i)
{
  const TwToken* const token = &reader->article->tokens.at[i];
  return i < reader->sentence->end && token->annotation == TW_NO_ANNOTATION &&
         token->shape & TW_SHAPE_LETTER && !(token->shape & TW_SHAPE_CAPITAL);
}

static bool
is_comma(const Reader* reader, uint32_t i)
{
  return i < reader->sentence->end &&
         tw_str_equal(reader->article->tokens.at[i].fold, TW_STR(","));
}

/* --- What is told --- */

/* "el alcalde Juan Pardo", "Juan Pardo, el alcalde": the word is his title; the
 * name is at tokens [first, end). */
static uint32_t
title_of(const Reader* reader, uint32_t first, uint32_t end)
{
  if (first > reader->sentence->first + 1 && is_plain(reader, first - 1) &&
      is(reader, first - 2, TW_REFER_DEFINITE)) {
    return first - 1;
  }
  const bool behind =
    is_comma(reader, end) && is(reader, end + 1, TW_REFER_DEFINITE);
  return behind && is_plain(reader, end + 2) ? end + 2 : NONE;
}

static TwStatus
learn_title(Reader* reader, const TwAnnotation* person)
{
  const TwArticle* const article = reader->article;
  const uint32_t at = title_of(reader, person->first, person->end);
  if (at == NONE) {
    return TW_OK;
  }
  TwReferTitle* const title = TW_VEC_PUSH(article->arena, &reader->titles);
  if (!title) {
    return TW_ERR_NOMEM;
  }
  *title = (TwReferTitle){person->entity, article->tokens.at[at].fold};
  return TW_OK;
}

/* True for who speaks for an office: "el fiscal Juan Pardo", "el fiscal de
 * Lima, Juan Pardo", "Juan Pardo, fiscal". */
static bool
is_official(const Reader* reader, uint32_t i)
{
  const TwArticle* const article = reader->article;
  const TwAnnotation* const name =
    &article->annotations.at[article->tokens.at[i].annotation];
  bool found = is(reader, name->end + 1, TW_REFER_OFFICIAL);
  for (uint32_t back = 1; back <= MAX_TITLE && back <= name->first; ++back) {
    found |= is(reader, name->first - back, TW_REFER_OFFICIAL);
  }
  return found;
}

/* The nearest person on one side of token `i`, no official, before the clause
 * ends. */
static uint32_t
nearest(const Reader* reader, uint32_t i, int step)
{
  for (uint32_t n = 1; n <= NEAR; ++n) {
    const uint32_t at = step < 0 ? i - n : i + n;
    const uint32_t person = named_at(reader, at, TW_TYPE_PERSON);
    if (person != TW_NO_ENTITY) {
      return is_official(reader, at) ? TW_NO_ENTITY : person;
    }
    if (at <= reader->sentence->first || at >= reader->sentence->end) {
      break;
    }
  }
  return TW_NO_ENTITY;
}

/* "fue DETENIDO" is told of who stands before it, or else behind, "DETUVO a" of
 * who stands behind. */
static void
learn_told(Reader* reader, uint32_t i)
{
  for (TwReferPart part = 0; part < TW_REFER_PARTS; ++part) {
    const bool does = is(reader, i, tw_refer_parts[part].does);
    uint32_t who = does ? nearest(reader, i, -1) : TW_NO_ENTITY;
    if (who == TW_NO_ENTITY &&
        (does || is(reader, i, tw_refer_parts[part].done))) {
      who = nearest(reader, i, 1);
    }
    if (who != TW_NO_ENTITY) {
      ++reader->told[part][who];
    }
  }
}

/* --- Who is meant --- */

/* Who is told of so more often than any other. */
static uint32_t
most_told(const Reader* reader, TwReferPart part)
{
  const uint32_t* const told = reader->told[part];
  uint32_t best = TW_NO_ENTITY;
  uint32_t most = 0;
  for (uint32_t i = 0; i < reader->article->entities.count; ++i) {
    if (told[i] && told[i] >= most) {
      best = told[i] > most ? i : TW_NO_ENTITY;
      most = told[i];
    }
  }
  return best;
}

/* The only person who is told of as a victim, and not as an accused. */
static uint32_t
only_victim(const Reader* reader)
{
  uint32_t found = TW_NO_ENTITY;
  for (uint32_t i = 0; i < reader->article->entities.count; ++i) {
    if (!reader->told[TW_REFER_AS_VICTIM][i] ||
        reader->told[TW_REFER_AS_ACCUSED][i]) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = i;
  }
  return found;
}

/* The only person with that title. */
static uint32_t
holder(const Reader* reader, TwStr word)
{
  uint32_t found = TW_NO_ENTITY;
  for (size_t i = 0; i < reader->titles.count; ++i) {
    const TwReferTitle* const title = &reader->titles.at[i];
    if (!tw_str_equal(title->title, word) || title->entity == found) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = title->entity;
  }
  return found;
}

/* The only gang that the article names. */
static uint32_t
only_gang(const Reader* reader)
{
  const TwArticle* const article = reader->article;
  uint32_t found = TW_NO_ENTITY;
  for (uint32_t i = 0; i < article->entities.count; ++i) {
    if (article->entities.at[i].type == TW_TYPE_CARTEL) {
      if (found != TW_NO_ENTITY) {
        return TW_NO_ENTITY;
      }
      found = i;
    }
  }
  return found;
}

/* The only person in the sentence before, if he has a title: "el funcionario".
 */
static uint32_t
official_before(const Reader* reader)
{
  const TwArticle* const article = reader->article;
  const TwSentence* const before = reader->sentence - 1;
  uint32_t found = TW_NO_ENTITY;
  if (reader->sentence == article->sentences.at) {
    return TW_NO_ENTITY;
  }
  for (uint32_t i = before->first_annotation; i < before->end_annotation; ++i) {
    const TwAnnotation* const one = &article->annotations.at[i];
    if (one->type != TW_TYPE_PERSON || one->entity == found) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = one->entity;
  }
  size_t i = 0;
  while (i < reader->titles.count && reader->titles.at[i].entity != found) {
    ++i;
  }
  return i < reader->titles.count ? found : TW_NO_ENTITY;
}

static uint32_t
meant_by(const Reader* reader, uint32_t noun)
{
  if (is(reader, noun, TW_REFER_ACCUSED)) {
    return most_told(reader, TW_REFER_AS_ACCUSED);
  }
  if (is(reader, noun, TW_REFER_VICTIM)) {
    return only_victim(reader);
  }
  if (is(reader, noun, TW_REFER_GANG)) {
    return only_gang(reader);
  }
  const uint32_t found = holder(reader, reader->article->tokens.at[noun].fold);
  return found == TW_NO_ENTITY && is(reader, noun, TW_REFER_SOMEBODY)
           ? official_before(reader)
           : found;
}

/* True if the noun is told apart or named: "el alcalde DE Lima", "el detenido,
 * Juan Pardo"; but in "la viuda de la víctima, Juana Pardo" the name is hers.
 */
static bool
is_told_apart(const Reader* reader, uint32_t noun)
{
  const uint32_t next = noun + 1;
  const bool comma = is_comma(reader, next);
  const bool named =
    named_at(reader, next + comma, TW_TYPE_PERSON) != TW_NO_ENTITY ||
    named_at(reader, next, TW_TYPE_NONE) != TW_NO_ENTITY;
  const bool owner = comma && is(reader, noun - 2, TW_REFER_OF);
  return is(reader, next, TW_REFER_OF) || (named && !owner);
}

static TwStatus
read_word(Reader* reader, uint32_t i)
{
  TwArticle* const article = reader->article;
  const uint32_t noun = i + 1;
  if (!is(reader, i, TW_REFER_DEFINITE) || !is_plain(reader, noun) ||
      is_told_apart(reader, noun)) {
    return TW_OK;
  }
  const uint32_t entity = meant_by(reader, noun);
  /* Where the name stands there is no need of another word for him */
  if (entity == TW_NO_ENTITY ||
      tw_refer_is_named(article, reader->sentence, entity)) {
    return TW_OK;
  }
  TwGroup* const group = TW_VEC_PUSH(article->arena, &article->groups);
  if (!group) {
    return TW_ERR_NOMEM;
  }
  *group = (TwGroup){.kind = TW_GROUP_NOUN,
                     .first = i,
                     .end = noun + 1,
                     .head = noun,
                     .annotation = TW_NO_ANNOTATION,
                     .entity = entity,
                     .cue = NONE,
                     .number = TW_NO_ANNOTATION,
                     .hedge = NONE};
  return TW_OK;
}

static TwStatus
read_sentence(Reader* reader, TwSentence* sentence)
{
  TwArticle* const article = reader->article;
  sentence->first_group = (uint32_t)article->groups.count;
  for (uint32_t i = sentence->first; i + 1 < sentence->end; ++i) {
    TW_TRY(read_word(reader, i));
  }
  sentence->end_group = (uint32_t)article->groups.count;
  return TW_OK;
}

static TwStatus
learn_sentence(Reader* reader)
{
  const TwSentence* const sentence = reader->sentence;
  for (uint32_t i = sentence->first_annotation; i < sentence->end_annotation;
       ++i) {
    const TwAnnotation* const one = &reader->article->annotations.at[i];
    if (one->type == TW_TYPE_PERSON && one->entity != TW_NO_ENTITY) {
      TW_TRY(learn_title(reader, one));
    }
  }
  for (uint32_t i = sentence->first; i < sentence->end; ++i) {
    learn_told(reader, i);
  }
  return TW_OK;
}

static bool
begin(Reader* reader, const TwSentence* sentence)
{
  reader->sentence = sentence;
  reader->language = tw_sentence_language(reader->article, sentence);
  return !sentence->tagged;
}

TwStatus
tw_refer_words(const TwLexicon* words, TwArticle* article)
{
  Reader reader = {.words = words, .article = article};
  for (TwReferPart part = 0; part < TW_REFER_PARTS; ++part) {
    reader.told[part] =
      TW_NEW(article->arena, uint32_t, article->entities.count + 1);
    if (!reader.told[part]) {
      return TW_ERR_NOMEM;
    }
  }
  for (size_t s = 0; s < article->sentences.count; ++s) {
    if (begin(&reader, &article->sentences.at[s])) {
      TW_TRY(learn_sentence(&reader));
    }
  }
  for (size_t s = 0; s < article->sentences.count; ++s) {
    if (begin(&reader, &article->sentences.at[s])) {
      TW_TRY(read_sentence(&reader, &article->sentences.at[s]));
    }
  }
  return TW_OK;
}
