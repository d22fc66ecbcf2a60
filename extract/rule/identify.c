/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/identify.h"

#include "extract/mention/grammar.h"
#include "extract/rule/introduce.h"

#define NONE UINT32_MAX
#define BACK_MAX 2 /* sentences before the one that names them */

/** A verb that names people, and whom. */
typedef struct {
  uint32_t sentence;
  uint32_t verb;      ///< Its group
  uint32_t who;       ///< The group that is identified: "he", "the suspect"
  uint32_t name;      ///< The group of the first name
  TwMemberSet people; ///< Who are named
  size_t n;           ///< How many are told, some of them without a name
} Naming;

/* "identified X as Y": fills in Y and X. */
static bool
read_naming(const TwRuleReading* reading, uint32_t sentence, uint32_t verb,
            Naming* out)
{
  const TwArticle* const article = reading->article;
  TwPositions positions;
  *out =
    (Naming){.sentence = sentence, .verb = verb, .who = NONE, .name = NONE};
  if (!tw_positions_read(
        reading->grammar, article, &article->sentences.at[sentence],
        article->groups.at[verb].head, article->arena, &positions) ||
      positions.negated || positions.modal || positions.future ||
      positions.question || positions.conditional) {
    return false;
  }
  bool in_list = false; /* Of names: "as X and Y in Lima" */
  for (size_t i = 0; i < positions.fillers.count; ++i) {
    const TwFiller* const filler = &positions.fillers.at[i];
    const TwGroup* const group = &article->groups.at[filler->group];
    if (filler->at == TW_AT_OBJECT && out->who == NONE) {
      out->who = filler->group;
    } else if (filler->at == TW_AT_PREPOSITION) {
      const bool person = tw_members_is_person(article, group);
      const bool first = person && !filler->conjunct && out->name == NONE;
      in_list = first || (in_list && filler->conjunct);
      out->name = first ? filler->group : out->name;
      out->n += in_list;
      if (person && in_list) {
        tw_members_add(&out->people, group->entity);
      }
    }
  }
  return out->who != NONE && out->name != NONE;
}

/* --- Who may be meant --- */

/* What the verbs of its sentence tell of a group. */
typedef struct {
  bool speaks;
  bool suffers; ///< Is hurt, or dies
} Told;

/** What is told of the groups of an article, read once for each sentence. */
typedef struct {
  const TwRuleReading* reading;
  Told* told;    ///< By group
  bool* is_read; ///< By sentence
} Telling;

/* What the verb of group `verb` tells of others. */
static void
read_verb(Telling* telling, const TwSentence* sentence, uint32_t verb)
{
  const TwRuleReading* const reading = telling->reading;
  const TwArticle* const article = reading->article;
  const uint32_t head = article->groups.at[verb].head;
  TwPositions positions;
  if (!tw_positions_read(reading->grammar, article, sentence, head,
                         article->arena, &positions)) {
    return;
  }
  for (size_t i = 0; i < positions.fillers.count; ++i) {
    const TwFiller* const filler = &positions.fillers.at[i];
    Told* const told = &telling->told[filler->group];
    told->speaks |= filler->at == TW_AT_SPEAKER;
    told->suffers |= filler->at == TW_AT_OBJECT
                       ? tw_introduce_is(reading, head, TW_REFER_HARM)
                       : filler->at == TW_AT_SUBJECT &&
                           tw_introduce_is(reading, head, TW_REFER_SUFFER);
  }
}

static void
read_told(Telling* telling, uint32_t sentence)
{
  const TwArticle* const article = telling->reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  for (uint32_t g = at->first_group;
       !telling->is_read[sentence] && g < at->end_group; ++g) {
    if (tw_group_is_verb(&article->groups.at[g])) {
      read_verb(telling, at, g);
    }
  }
  telling->is_read[sentence] = true;
}

/* True if what the text calls them when it names them fits: "the man" any man,
 * "the baker" a baker, "the victim" who suffered, "the suspect" who did not. */
static bool
fits_noun(const TwRuleReading* reading, const Naming* naming,
          const TwGroup* group, Told told)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const who = &article->groups.at[naming->who];
  const TwToken* const noun = &article->tokens.at[who->head];
  if (tw_introduce_is(reading, who->head, TW_REFER_VICTIM)) {
    return told.suffers;
  }
  if (tw_introduce_is(reading, who->head, TW_REFER_ACCUSED)) {
    return !told.suffers;
  }
  return !tw_introduce_is_unnamed(reading, naming->who) ||
         who->classes & TW_WORD(ANYONE) ||
         tw_str_equal(noun->lemma, article->tokens.at[group->head].lemma);
}

static bool
may_be_meant(const Telling* telling, const Naming* naming, uint32_t g)
{
  const TwRuleReading* const reading = telling->reading;
  const TwArticle* const article = reading->article;
  const TwGroup* const group = &article->groups.at[g];
  const TwGroup* const name = &article->groups.at[naming->name];
  if (g == naming->who || !tw_introduce_is_unnamed(reading, g) ||
      tw_introduce_count(article, group) != naming->n ||
      tw_introduce_differs_in_age(article, group, name) ||
      !tw_introduce_may_be(reading, &article->tokens.at[group->head],
                           name->entity)) {
    return false;
  }
  const Told told = telling->told[g];
  return !told.speaks && fits_noun(reading, naming, group, told);
}

/* The only group that may be meant in the last sentence, up to the verb, that
 * has one. */
static uint32_t
find_unnamed(Telling* telling, const Naming* naming)
{
  const TwArticle* const article = telling->reading->article;
  for (uint32_t n = 0; n <= BACK_MAX && n <= naming->sentence; ++n) {
    const uint32_t s = naming->sentence - n;
    const TwSentence* const sentence = &article->sentences.at[s];
    uint32_t found = NONE;
    read_told(telling, s);
    for (uint32_t g = sentence->first_group;
         g < sentence->end_group && g < naming->verb; ++g) {
      if (may_be_meant(telling, naming, g)) {
        if (found != NONE) {
          return NONE;
        }
        found = g;
      }
    }
    if (found != NONE) {
      return found;
    }
  }
  return NONE;
}

/* Names who is identified, and who was told of before he is. */
static TwStatus
identify(TwRuleReading* reading, Telling* telling, const Naming* naming)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const who = &article->groups.at[naming->who];
  const bool is_unnamed = tw_introduce_is_unnamed(reading, naming->who);
  const bool is_definite =
    tw_grammar_classes(reading->grammar, &article->tokens.at[who->first]) &
    TW_WORD(DEFINITE);
  const uint32_t before =
    is_unnamed && !is_definite ? NONE : find_unnamed(telling, naming);
  if (before != NONE) {
    TW_TRY(tw_introduce_people(reading, before, &naming->people));
  }
  return is_unnamed && tw_introduce_count(article, who) == naming->n &&
             tw_introduce_may_be(reading, &article->tokens.at[who->head],
                                 article->groups.at[naming->name].entity)
           ? tw_introduce_people(reading, naming->who, &naming->people)
           : TW_OK;
}

TwStatus
tw_identify_run(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  Telling telling = {
    .reading = reading,
    .told = TW_NEW(article->arena, Told, article->groups.count + 1),
    .is_read = TW_NEW(article->arena, bool, article->sentences.count + 1)};
  if (!telling.told || !telling.is_read) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t g = sentence->first_group;
         !sentence->language.len && g < sentence->end_group; ++g) {
      const TwGroup* const verb = &article->groups.at[g];
      Naming naming;
      if (tw_group_is_verb(verb) && verb->classes & TW_WORD(IDENTIFY) &&
          read_naming(reading, s, g, &naming)) {
        TW_TRY(identify(reading, &telling, &naming));
      }
    }
  }
  return TW_OK;
}
