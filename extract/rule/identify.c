/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/identify.h"

#include "extract/mention/grammar.h"
#include "extract/rule/introduce.h"
#include "extract/rule/refer_read.h"

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

static bool
is_kind(const TwRuleReading* reading, uint32_t token, TwReferKind kind)
{
  const TwStr lemma = reading->article->tokens.at[token].lemma;
  return tw_lexicon_find_kind(reading->reference, lemma, kind) != NULL;
}

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
  for (size_t i = 0; i < positions.fillers.count; ++i) {
    const TwFiller* const filler = &positions.fillers.at[i];
    const TwGroup* const group = &article->groups.at[filler->group];
    if (filler->at == TW_AT_OBJECT && out->who == NONE) {
      out->who = filler->group;
    } else if (filler->at == TW_AT_PREPOSITION) {
      const bool person = tw_members_is_person(article, group);
      out->name = person && !filler->conjunct ? filler->group : out->name;
      out->n += out->name != NONE;
      if (person && out->name != NONE) {
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

static Told
told_of(const TwRuleReading* reading, uint32_t sentence, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  Told told = {false, false};
  for (uint32_t g = at->first_group; g < at->end_group; ++g) {
    const uint32_t head = article->groups.at[g].head;
    TwPositions positions;
    if (!tw_group_is_verb(&article->groups.at[g]) ||
        !tw_positions_read(reading->grammar, article, at, head, article->arena,
                           &positions)) {
      continue;
    }
    for (size_t i = 0; i < positions.fillers.count; ++i) {
      const TwFiller* const filler = &positions.fillers.at[i];
      if (filler->group == group) {
        told.speaks |= filler->at == TW_AT_SPEAKER;
        told.suffers |= filler->at == TW_AT_OBJECT
                          ? is_kind(reading, head, TW_REFER_HARM)
                          : filler->at == TW_AT_SUBJECT &&
                              is_kind(reading, head, TW_REFER_SUFFER);
      }
    }
  }
  return told;
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
  if (is_kind(reading, who->head, TW_REFER_VICTIM)) {
    return told.suffers;
  }
  if (is_kind(reading, who->head, TW_REFER_ACCUSED)) {
    return !told.suffers;
  }
  return !tw_introduce_is_unnamed(reading, naming->who) ||
         who->classes & TW_WORD(ANYONE) ||
         tw_str_equal(noun->lemma, article->tokens.at[group->head].lemma);
}

static bool
may_be_meant(const TwRuleReading* reading, const Naming* naming,
             uint32_t sentence, uint32_t g)
{
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
  const Told told = told_of(reading, sentence, g);
  return !told.speaks && fits_noun(reading, naming, group, told);
}

/* The only group that may be meant in the last sentence, up to the verb, that
 * has one. */
static uint32_t
find_unnamed(const TwRuleReading* reading, const Naming* naming)
{
  const TwArticle* const article = reading->article;
  for (uint32_t n = 0; n <= BACK_MAX && n <= naming->sentence; ++n) {
    const uint32_t s = naming->sentence - n;
    const TwSentence* const sentence = &article->sentences.at[s];
    uint32_t found = NONE;
    for (uint32_t g = sentence->first_group;
         g < sentence->end_group && g < naming->verb; ++g) {
      if (may_be_meant(reading, naming, s, g)) {
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
identify(TwRuleReading* reading, const Naming* naming)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const who = &article->groups.at[naming->who];
  const bool is_unnamed = tw_introduce_is_unnamed(reading, naming->who);
  const bool is_definite =
    tw_grammar_classes(reading->grammar, &article->tokens.at[who->first]) &
    TW_WORD(DEFINITE);
  const uint32_t before =
    is_unnamed && !is_definite ? NONE : find_unnamed(reading, naming);
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
  for (uint32_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    for (uint32_t g = sentence->first_group;
         !sentence->language.len && g < sentence->end_group; ++g) {
      const TwGroup* const verb = &article->groups.at[g];
      Naming naming;
      if (tw_group_is_verb(verb) && verb->classes & TW_WORD(IDENTIFY) &&
          read_naming(reading, s, g, &naming)) {
        TW_TRY(identify(reading, &naming));
      }
    }
  }
  return TW_OK;
}
