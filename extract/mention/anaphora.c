/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/anaphora.h"

#include "extract/mention/grammar.h"
#include "ontology/fold.h"
#include "ontology/gazetteer.h"

/* What a word that stands for a name asks of it: to be of one of these types,
 * or to end in that word. */
typedef struct {
  TwType types[2];
  bool exact; /* Types below these do not do */
  TwStr word;
} Demand;

/* A place in the text where an entity is named or meant. */
typedef struct {
  uint32_t entity;
  uint32_t sentence;
  uint32_t block;
  bool subject;
} Naming;

typedef struct {
  const TwLexicon* grammar;
  TwArticle* article;
  TW_VEC(Naming) namings;
  TwStr* tails; /* by entity */
  uint32_t sentence;
  uint32_t block;
} Reader;

/* True if a finite verb follows the group and no preposition leads it. */
static bool
is_subject(const Reader* reader, uint32_t g)
{
  const TwArticle* const article = reader->article;
  const TwSentence* const sentence = &article->sentences.at[reader->sentence];
  const TwGroup* const groups = article->groups.at;
  uint32_t next = g + 1;
  while (next < sentence->end_group && groups[next].kind == TW_GROUP_ADVERB) {
    ++next;
  }
  const bool led =
    g > sentence->first_group && groups[g - 1].kind == TW_GROUP_PREPOSITION;
  return !led && groups[g].kind == TW_GROUP_NOUN &&
         next < sentence->end_group &&
         (groups[next].kind == TW_GROUP_ACTIVE ||
          groups[next].kind == TW_GROUP_PASSIVE);
}

static TwStatus
note(Reader* reader, uint32_t g)
{
  const TwGroup* const group = &reader->article->groups.at[g];
  Naming* const naming = TW_VEC_PUSH(reader->article->arena, &reader->namings);
  if (!naming) {
    return TW_ERR_NOMEM;
  }
  *naming = (Naming){group->entity, reader->sentence, reader->block,
                     is_subject(reader, g)};
  return TW_OK;
}

/* The last of several words of each entity's name, folded; else empty. */
static TwStatus
fold_tails(Reader* reader)
{
  const TwArticle* const article = reader->article;
  reader->tails = TW_NEW(article->arena, TwStr, article->entities.count + 1);
  for (size_t i = 0; reader->tails && i < article->entities.count; ++i) {
    const TwEntity* const entity = &article->entities.at[i];
    size_t start = entity->name.len;
    while (start > 0 && entity->name.s[start - 1] != ' ') {
      --start;
    }
    reader->tails[i] =
      start && entity->type != TW_TYPE_PERSON
        ? tw_fold(article->arena,
                  tw_str_slice(entity->name, start, entity->name.len))
        : (TwStr){NULL, 0};
  }
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}

static bool
fits(const Reader* reader, const Demand* demand, uint32_t entity)
{
  const TwType type = reader->article->entities.at[entity].type;
  if (demand->word.len) {
    return tw_str_equal(reader->tails[entity], demand->word);
  }
  for (size_t i = 0; i < 2; ++i) {
    const TwType wanted = demand->types[i];
    if (wanted != TW_TYPE_NONE &&
        (demand->exact ? type == wanted : tw_type_is(type, wanted))) {
      return true;
    }
  }
  return false;
}

/* The one entity that fits among the namings of sentences from `since` on;
 * TW_NO_ENTITY if there are several and none of them is a subject alone. */
static uint32_t
choose(const Reader* reader, const Demand* demand, uint32_t since,
       bool by_subject)
{
  uint32_t found = TW_NO_ENTITY;
  for (size_t i = reader->namings.count; i-- > 0;) {
    const Naming* const naming = &reader->namings.at[i];
    if (naming->sentence < since || naming->block + 1 < reader->block) {
      break;
    }
    if ((by_subject && !naming->subject) || naming->entity == found ||
        !fits(reader, demand, naming->entity)) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = naming->entity;
  }
  return found;
}

/* The nearest sentences decide; a wider look must not be needed to tell one
 * from another. */
static uint32_t
resolve(const Reader* reader, const Demand* demand)
{
  const uint32_t here = reader->sentence;
  const uint32_t before = here ? here - 1 : 0;
  uint32_t found = choose(reader, demand, before, false);
  if (found == TW_NO_ENTITY) {
    found = choose(reader, demand, here, true);
  }
  if (found == TW_NO_ENTITY) {
    found = choose(reader, demand, before, true);
  }
  return found == TW_NO_ENTITY ? choose(reader, demand, 0, false) : found;
}

static bool
is_pronoun(TwTag tag)
{
  return tag == TW_TAG_PRP || tag == TW_TAG_PRPS;
}

/* "it" often stands for nothing or a clause: what does something is meant to
 * be a body or country, and one that does things. */
static uint32_t
resolve_it(const Reader* reader, const Demand* demand, uint32_t g)
{
  const TwGroup* const verb = &reader->article->groups.at[g + 1];
  if (!is_subject(reader, g) || verb->kind != TW_GROUP_ACTIVE ||
      verb->classes & TW_WORD(COPULA)) {
    return TW_NO_ENTITY;
  }
  const uint32_t here = reader->sentence;
  const uint32_t found = choose(reader, demand, here, true);
  return found == TW_NO_ENTITY && here ? choose(reader, demand, here - 1, true)
                                       : found;
}

/* "the court": the only body or place so far whose name ends in it. */
static uint32_t
resolve_name(const Reader* reader, const TwToken* noun)
{
  const Demand demand = {.word = noun->fold};
  uint32_t found = TW_NO_ENTITY;
  if (!(noun->gaz & (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN))) {
    return TW_NO_ENTITY;
  }
  for (size_t i = 0; i < reader->namings.count; ++i) {
    const uint32_t entity = reader->namings.at[i].entity;
    if (entity == found || !fits(reader, &demand, entity)) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = entity;
  }
  return found;
}

/* "the gang", by the type that the table has for the noun. */
static uint32_t
resolve_kind(const Reader* reader, const TwToken* noun)
{
  const TwLexiconRow* const row =
    tw_lexicon_find_kind(reader->grammar, noun->lemma, TW_GRAMMAR_KIND);
  if (!row) {
    return TW_NO_ENTITY;
  }
  /* A group is no ministry, a company no gang; a gang may be any body. */
  const TwType type = tw_type_find(row->value);
  const TwType wider =
    type == TW_TYPE_CARTEL ? TW_TYPE_ORGANIZATION : TW_TYPE_NONE;
  const Demand demand = {.types = {type, wider}, .exact = true};
  return resolve(reader, &demand);
}

static uint32_t
meant_by(const Reader* reader, uint32_t g)
{
  static const Demand thing = {
    .types = {TW_TYPE_ORGANIZATION, TW_TYPE_COUNTRY}};
  const TwGroup* const group = &reader->article->groups.at[g];
  const TwToken* const tokens = reader->article->tokens.at;
  const TwToken* const head = &tokens[group->head];
  const TwTag tag = (TwTag)head->tag;
  if (is_pronoun(tag) && group->classes & TW_WORD(IT)) {
    return tag == TW_TAG_PRP ? resolve_it(reader, &thing, g)
                             : resolve(reader, &thing);
  }
  const bool definite =
    tag == TW_TAG_NN && group->head == group->first + 1 &&
    tw_grammar_classes(reader->grammar, &tokens[group->first]) &
      TW_WORD(DEFINITE);
  if (!definite) {
    return TW_NO_ENTITY;
  }
  const uint32_t named = resolve_name(reader, head);
  return named == TW_NO_ENTITY ? resolve_kind(reader, head) : named;
}

/* True if "of" or a place behind it says which one it is: "the mayor of
 * Lima". */
static bool
is_told_apart(const Reader* reader, uint32_t g)
{
  const TwArticle* const article = reader->article;
  const uint32_t next = g + 1;
  return next < article->sentences.at[reader->sentence].end_group &&
         article->groups.at[next].kind == TW_GROUP_PREPOSITION &&
         article->groups.at[next].classes & TW_WORD(OF);
}

static TwStatus
read_group(Reader* reader, uint32_t g)
{
  TwArticle* const article = reader->article;
  TwGroup* const group = &article->groups.at[g];
  if (group->kind != TW_GROUP_NOUN && group->kind != TW_GROUP_POSSESSIVE) {
    return TW_OK;
  }
  if (group->entity != TW_NO_ENTITY) {
    return note(reader, g);
  }
  if (is_told_apart(reader, g)) {
    return TW_OK;
  }
  group->entity = meant_by(reader, g);
  return group->entity == TW_NO_ENTITY ? TW_OK : note(reader, g);
}

TwStatus
tw_anaphora_run(const TwLexicon* grammar, TwArticle* article)
{
  Reader reader = {.grammar = grammar, .article = article};
  TW_TRY(fold_tails(&reader));
  for (size_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    reader.sentence = (uint32_t)s;
    reader.block = sentence->block;
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      TW_TRY(read_group(&reader, g));
    }
  }
  return TW_OK;
}
