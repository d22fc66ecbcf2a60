/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/grammar.h"
#include "extract/rule/refer_read.h"
#include "extract/text/text.h"
#include "extract/text/wordcache.h"
#include "ontology/gazetteer.h"

#define NONE UINT32_MAX

/* In the order of TwReferKind. */
static const TwStr kind_names[] = {
  {"male", 4},    {"female", 6}, {"speaker", 7},  {"definite", 8},
  {"accused", 7}, {"charge", 6}, {"plead", 5},    {"official", 8},
  {"victim", 6},  {"harm", 4},   {"suffer", 6},   {"young", 5},
  {"face", 4},    {"of", 2},     {"somebody", 8}, {"gang", 4}};

TwStatus
tw_refer_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words)
{
  return tw_lexicon_open(dir, "reference.tsv", kind_names, TW_REFER_COUNT, sink,
                         out_words);
}

/* A bit for each kind that the word is of. */
static uint32_t
kinds_of(const TwLexicon* words, TwStr word)
{
  uint32_t kinds = 0;
  const TwLexiconRow* row = tw_lexicon_find(words, word);
  for (; row; row = row->next) {
    if (tw_str_equal(row->language, TW_STR(TW_TAGGED_LANGUAGE))) {
      kinds |= UINT32_C(1) << row->kind;
    }
  }
  return kinds;
}

bool
tw_refer_is(const TwRefer* refer, uint32_t token, TwReferKind kind)
{
  const TwToken* const at = &refer->article->tokens.at[token];
  TwTaggedWord* const word = at->tagged;
  if (word && word->filled & TW_FILLED_REFERS) {
    return word->refers >> kind & 1;
  }
  const uint32_t kinds =
    kinds_of(refer->words, at->fold) | kinds_of(refer->words, at->lemma);
  if (word) {
    word->refers = kinds;
    word->filled |= TW_FILLED_REFERS;
  }
  return kinds >> kind & 1;
}

/* The title right before the person's name, or behind it and a comma. */
static void
learn_title(TwRefer* refer, uint32_t index)
{
  TwArticle* const article = refer->article;
  const TwAnnotation* const person = &article->annotations.at[index];
  const TwAnnotation* const before = index ? person - 1 : NULL;
  if (!before || before->type != TW_TYPE_ROLE || !before->value.len ||
      before->end > person->first || person->first - before->end > 1 ||
      (person->first > before->end &&
       article->tokens.at[before->end].tag != TW_TAG_COMMA)) {
    return;
  }
  refer->known[person->entity].titled = true;
  TwReferTitle* const title = TW_VEC_PUSH(article->arena, &refer->titles);
  if (title) {
    *title = (TwReferTitle){person->entity, before->value};
  }
}

/* The word that says as what the person is told of: "SUSPECT X", "the VICTIM,
 * X,"; or NONE. */
static uint32_t
calling(const TwArticle* article, const TwAnnotation* person)
{
  const TwToken* const tokens = article->tokens.at;
  const uint32_t before = person->first;
  const bool aside = before > 1 && tokens[before - 1].tag == TW_TAG_COMMA &&
                     person->end < article->tokens.count &&
                     tokens[person->end].tag == TW_TAG_COMMA;
  return before ? before - 1 - aside : NONE;
}

static void
learn(TwRefer* refer)
{
  const TwArticle* const article = refer->article;
  for (uint32_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const person = &article->annotations.at[i];
    if (person->type != TW_TYPE_PERSON || person->entity == TW_NO_ENTITY) {
      continue;
    }
    TwReferKnown* const known = &refer->known[person->entity];
    if (!known->person) {
      known->person = true;
      known->gaz = article->tokens.at[person->first].gaz;
    }
    learn_title(refer, i);
    const uint32_t called = calling(article, person);
    if (called != NONE) {
      tw_refer_learn_called(refer, person->entity, called);
    }
    for (TwReferKind sex = TW_REFER_MALE;
         person->first && sex <= TW_REFER_FEMALE; ++sex) {
      known->told[sex] |= tw_refer_is(refer, person->first - 1, sex);
    }
  }
}

/* The verb that verb group `verb` goes on from: "police stopped X and ARRESTED
 * him", "police stopped X, ARRESTING him", "police stopped X before ARRESTING
 * him", "Y is accused of shooting X, KILLING him"; else `verb` itself. */
static uint32_t
joined_verb(const TwRefer* refer, uint32_t first, uint32_t verb)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t g = verb;
  while (g > first && groups[g - 1].kind == TW_GROUP_ADVERB) {
    --g;
  }
  const char joint = g > first ? groups[g - 1].kind : TW_GROUP_STOP;
  const bool clause =
    joint == TW_GROUP_COMMA ||
    (joint == TW_GROUP_PREPOSITION && groups[g - 1].classes & TW_WORD(CLAUSE));
  const bool gerund = groups[verb].kind == TW_GROUP_GERUND;
  if (joint != TW_GROUP_CONJUNCTION && !(gerund && clause)) {
    return verb;
  }
  const char wanted = clause ? TW_GROUP_ACTIVE : groups[verb].kind;
  for (--g; g-- > first;) {
    const bool blamed = clause && groups[g].kind == TW_GROUP_PASSIVE &&
                        groups[g].classes & (TW_WORD(CHARGE) | TW_WORD(BLAME));
    if (groups[g].kind == wanted || blamed) {
      return g;
    }
  }
  return verb;
}

uint32_t
tw_refer_left(const TwRefer* refer, uint32_t first, uint32_t verb)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t g = joined_verb(refer, first, verb);
  while (g-- > first && !tw_refer_is_verb(&groups[g])) {
    if (groups[g].kind == TW_GROUP_NOUN && !tw_refer_is_led(refer, first, g)) {
      return g;
    }
  }
  return NONE;
}

/* "X said", "said X" */
static void
hear(TwRefer* refer, const TwSentence* sentence, uint32_t verb)
{
  const uint32_t sides[] = {tw_refer_left(refer, sentence->first_group, verb),
                            verb + 1};
  for (size_t i = 0; i < 2; ++i) {
    const TwGroup* const group = sides[i] < sentence->end_group
                                   ? &refer->article->groups.at[sides[i]]
                                   : NULL;
    if (group && tw_refer_is_person(refer, group->entity)) {
      refer->known[group->entity].speaks = true;
    }
  }
}

static void
learn_told(TwRefer* refer, const TwSentence* sentence)
{
  tw_refer_learn_told(refer, sentence);
  for (uint32_t v = sentence->first_group; v < sentence->end_group; ++v) {
    const TwGroup* const verb = &refer->article->groups.at[v];
    if (verb->kind == TW_GROUP_ACTIVE && verb->classes & TW_WORD(SPEECH)) {
      hear(refer, sentence, v);
    }
  }
}

/* The only person with a title that ends in these words; that is all of them
 * if something else tells which office it is: "the Lima prosecutor". */
static uint32_t
office(const TwRefer* refer, TwStr words, bool whole)
{
  uint32_t found = TW_NO_ENTITY;
  for (size_t i = 0; words.len && i < refer->titles.count; ++i) {
    const TwReferTitle* const title = &refer->titles.at[i];
    const size_t before = title->title.len - words.len;
    if (!tw_str_ends(title->title, words) ||
        (before && (whole || title->title.s[before - 1] != ' '))) {
      continue;
    }
    if (found != TW_NO_ENTITY && found != title->entity) {
      return TW_NO_ENTITY;
    }
    found = title->entity;
  }
  return found;
}

/* "the official": the only person with a title who says something in this
 * sentence or the two before it. */
static uint32_t
official(const TwRefer* refer, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const uint32_t since = sentence > 2 ? sentence - 2 : 0;
  uint32_t found = TW_NO_ENTITY;
  for (uint32_t g = article->sentences.at[since].first_group; g < group; ++g) {
    const uint32_t entity = article->groups.at[g].entity;
    if (!tw_refer_is_person(refer, entity) || entity == found ||
        !refer->known[entity].titled || !refer->known[entity].speaks) {
      continue;
    }
    if (found != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    found = entity;
  }
  return found;
}

/* "the driver OF THE TRUCK" is told apart from other drivers. */
static bool
is_of_thing(const TwRefer* refer, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  return group + 2 < article->sentences.at[sentence].end_group &&
         at[1].kind == TW_GROUP_PREPOSITION && at[1].classes & TW_WORD(OF) &&
         at[2].kind == TW_GROUP_NOUN && at[2].entity == TW_NO_ENTITY &&
         !(article->tokens.at[at[2].head].gaz &
           (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN));
}

static uint32_t
referent(const TwRefer* refer, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  if (at->end - at->first == 1 &&
      (head->tag == TW_TAG_PRP || head->tag == TW_TAG_PRPS)) {
    return tw_refer_pronoun(refer, sentence, group);
  }
  const bool owned = group > article->sentences.at[sentence].first_group &&
                     at[-1].kind == TW_GROUP_POSSESSIVE;
  if (!owned && !tw_refer_is(refer, at->first, TW_REFER_DEFINITE)) {
    return TW_NO_ENTITY;
  }
  if (!owned && at->end - at->first == 2 && head->tag != TW_TAG_NNS &&
      tw_refer_is(refer, at->head, TW_REFER_OFFICIAL)) {
    return official(refer, sentence, group);
  }
  const bool several = tw_tag_is_plural(head->tag);
  const uint32_t aged =
    owned || several
      ? TW_NO_ENTITY
      : tw_refer_aged(refer, &article->sentences.at[sentence], at);
  if (aged != TW_NO_ENTITY) {
    return aged;
  }
  if (!owned && tw_refer_is(refer, at->head, TW_REFER_YOUNG)) {
    return tw_refer_young(refer, &article->sentences.at[sentence], group);
  }
  if (at->annotation != TW_NO_ANNOTATION) {
    const TwAnnotation* const role = &article->annotations.at[at->annotation];
    return several || is_of_thing(refer, sentence, group)
             ? TW_NO_ENTITY
             : office(refer, role->value, role->first > at->first + !owned);
  }
  return head->tag == TW_TAG_NN
           ? tw_refer_told(refer, &article->sentences.at[sentence], at)
           : TW_NO_ENTITY;
}

/* "the defendants" */
static bool
is_set(const TwRefer* refer, const TwGroup* group)
{
  return group->entity == TW_NO_ENTITY &&
         refer->article->tokens.at[group->head].tag == TW_TAG_NNS &&
         tw_refer_is(refer, group->first, TW_REFER_DEFINITE);
}

static TwStatus
read_group(TwRefer* refer, uint32_t sentence, uint32_t index)
{
  TwGroup* const group = &refer->article->groups.at[index];
  if (group->kind != TW_GROUP_NOUN && group->kind != TW_GROUP_POSSESSIVE) {
    return TW_OK;
  }
  if (group->entity == TW_NO_ENTITY) {
    group->entity = referent(refer, sentence, index);
  }
  if (tw_refer_is_person(refer, group->entity)) {
    ++refer->known[group->entity].n;
  }
  return is_set(refer, group) ? tw_refer_told_together(refer, index) : TW_OK;
}

/* Groups outside of quotations, then those inside: "she said" tells who says
 * "I". */
static TwStatus
read_groups(TwRefer* refer, bool inside)
{
  for (uint32_t s = 0; s < refer->article->sentences.count; ++s) {
    const TwSentence* const sentence = &refer->article->sentences.at[s];
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      if ((refer->quoted[g] != NONE) == inside) {
        TW_TRY(read_group(refer, s, g));
      }
    }
    const uint32_t sayer = tw_refer_sayer(refer, sentence);
    if (tw_refer_is_person(refer, sayer)) {
      refer->said = sayer;
      refer->said_at = s;
    }
  }
  return TW_OK;
}

TwStatus
tw_refer_run(const TwLexicon* grammar, const TwLexicon* words,
             TwArticle* article)
{
  TwRefer refer = {
    .grammar = grammar,
    .words = words,
    .article = article,
    .said = TW_NO_ENTITY,
    .known = TW_NEW(article->arena, TwReferKnown, article->entities.count + 1)};
  if (!refer.known) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_refer_find_quotes(&refer));
  learn(&refer);
  for (size_t i = 0; i < article->sentences.count; ++i) {
    learn_told(&refer, &article->sentences.at[i]);
  }
  TW_TRY(read_groups(&refer, false));
  tw_refer_find_speakers(&refer);
  TW_TRY(read_groups(&refer, true));
  TW_TRY(tw_refer_words(words, article));
  return tw_arena_failed(article->arena) ? TW_ERR_NOMEM : TW_OK;
}
