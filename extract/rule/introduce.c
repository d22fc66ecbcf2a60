/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/introduce.h"

#include "extract/mention/grammar.h"
#include "extract/rule/people.h"
#include "extract/rule/value.h"
#include "ontology/fold.h"

#define NONE UINT32_MAX
#define LEDE_MAX 3    /* sentences that may tell of people without names */
#define AHEAD_MAX 6   /* sentences in which their names may come */
#define LINES_MAX 200 /* sentences and headings that either looks through */
#define FATES_MAX 32  /* of one sentence */

/* What is told of a noun group. */
typedef struct {
  uint32_t group;
  bool accused; /* Of any deed, by any verb */
  TwStr verb;   /* Else: it happens to him */
} Fate;

typedef struct {
  Fate at[FATES_MAX];
  size_t count;
} Fates;

bool
tw_introduce_is(const TwRuleReading* reading, uint32_t token, TwReferKind kind)
{
  const TwStr lemma = reading->article->tokens.at[token].lemma;
  return tw_lexicon_find_kind(reading->reference, lemma, kind) != NULL;
}

/* True if the verb blames somebody: "was convicted", "was found GUILTY"; others
 * are found dead, or in Lima. */
static bool
is_blame(const TwRuleReading* reading, const TwGroup* verb,
         const TwPositions* positions)
{
  bool blames = tw_introduce_is(reading, verb->head, TW_REFER_CHARGE) ||
                tw_introduce_is(reading, verb->head, TW_REFER_PLEAD) ||
                tw_introduce_is(reading, verb->end - 1, TW_REFER_ACCUSED);
  for (size_t i = 0; i < positions->fillers.count && !blames; ++i) {
    const TwFiller* const filler = &positions->fillers.at[i];
    blames =
      filler->at == TW_AT_COMPLEMENT &&
      tw_introduce_is(reading, reading->article->groups.at[filler->group].head,
                      TW_REFER_ACCUSED);
  }
  return verb->classes & TW_WORD(BLAME) && blames;
}

/* "FACES trial" */
static bool
faces(const TwRuleReading* reading, const TwGroup* verb,
      const TwPositions* positions)
{
  const TwGroup* const groups = reading->article->groups.at;
  bool found = false;
  for (size_t i = 0; i < positions->fillers.count; ++i) {
    const TwFiller* const filler = &positions->fillers.at[i];
    found |=
      filler->at == TW_AT_OBJECT &&
      tw_introduce_is(reading, groups[filler->group].head, TW_REFER_CHARGE);
  }
  return found && tw_introduce_is(reading, verb->head, TW_REFER_FACE);
}

/* "was convicted", "was killed"; `self`: the subject is whom the verb blames,
 * "pleaded guilty", "faces trial". */
static bool
read_fate(const TwGroup* verb, bool blame, bool self, TwStr lemma,
          const TwFiller* filler, Fate* out_fate)
{
  *out_fate = (Fate){.group = filler->group, .accused = blame};
  if (!blame) {
    out_fate->verb = lemma;
  }
  return filler->at == TW_AT_OBJECT
           ? blame || verb->classes & TW_WORD(TRANSITIVE)
           : filler->at == TW_AT_SUBJECT && blame && self;
}

/* True for a sentence that tells something, in a language that is read; not for
 * headings and other lines of a page. */
static bool
is_told(const TwArticle* article, const TwSentence* sentence)
{
  if (sentence->language.len) {
    return false;
  }
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const char kind = article->groups.at[g].kind;
    if (kind == TW_GROUP_ACTIVE || kind == TW_GROUP_PASSIVE) {
      return true;
    }
  }
  return false;
}

/* The group that names a person in a line of a page of which the sentence goes
 * on to tell: "JUAN PARDO, 41, Lima", then "Charged with the following
 * counts:". NONE if there is none. */
static uint32_t
named_above(const TwArticle* article, uint32_t index)
{
  const TwSentence* const line =
    index ? &article->sentences.at[index - 1] : NULL;
  if (!line || line->first_group == line->end_group || is_told(article, line) ||
      !tw_members_is_person(article, &article->groups.at[line->first_group])) {
    return NONE;
  }
  return line->first_group;
}

static void
read_fates(const TwRuleReading* reading, uint32_t index, Fates* out)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = &article->sentences.at[index];
  out->count = 0;
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const verb = &article->groups.at[g];
    TwPositions positions;
    if (!tw_group_is_verb(verb) ||
        !(verb->classes & (TW_WORD(BLAME) | TW_WORD(TRANSITIVE)) ||
          tw_introduce_is(reading, verb->head, TW_REFER_FACE)) ||
        !tw_positions_read(reading->grammar, article, sentence, verb->head,
                           article->arena, &positions)) {
      continue;
    }
    const TwStr lemma = article->tokens.at[verb->head].lemma;
    const bool trial = faces(reading, verb, &positions);
    const bool blame = trial || is_blame(reading, verb, &positions);
    const bool self = trial || !(verb->classes & TW_WORD(TRANSITIVE));
    const uint32_t above =
      blame && g == sentence->first_group ? named_above(article, index) : NONE;
    if (above != NONE) {
      out->at[out->count++] = (Fate){.group = above, .accused = true};
    }
    for (size_t i = 0; i < positions.fillers.count; ++i) {
      Fate fate;
      if (out->count < FATES_MAX &&
          read_fate(verb, blame, self, lemma, &positions.fillers.at[i],
                    &fate)) {
        out->at[out->count++] = fate;
      }
    }
  }
}

bool
tw_introduce_is_unnamed(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const bool role =
    at->annotation != TW_NO_ANNOTATION &&
    article->annotations.at[at->annotation].type == TW_TYPE_ROLE;
  const uint32_t first = tw_value_sentence(reading, group)->first_group;
  const bool owned = group > first && at[-1].kind == TW_GROUP_POSSESSIVE;
  return at->kind == TW_GROUP_NOUN && at->entity == TW_NO_ENTITY && !owned &&
         !(article->tokens.at[at->head].shape & TW_SHAPE_UPPER) &&
         (role || tw_people_is(reading, group)) &&
         tw_value_apposition(reading, group) == NONE;
}

/* True if the group tells of people for the first time, without a name. */
static bool
is_unnamed(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  return tw_introduce_is_unnamed(reading, group) &&
         !(tw_grammar_classes(reading->grammar,
                              &article->tokens.at[at->first]) &
           TW_WORD(DEFINITE));
}

bool
tw_introduce_differs_in_age(const TwArticle* article, const TwGroup* unnamed,
                            const TwGroup* named)
{
  const TwStr a = tw_refer_age(article, unnamed->first, unnamed->end);
  const TwStr b = tw_refer_age(article, named->first, named->end + 2);
  return a.len && b.len && !tw_str_equal(a, b);
}

bool
tw_introduce_may_be(const TwRuleReading* reading, const TwToken* noun,
                    uint32_t entity)
{
  const TwArticle* const article = reading->article;
  const TwStr name = article->entities.at[entity].name;
  const TwStr first = tw_str_slice(name, 0, tw_str_find(name, TW_STR(" "), 0));
  return tw_refer_may_be(
    reading->reference, noun,
    tw_gazetteer_word(reading->gazetteer, tw_fold(article->arena, first)));
}

static bool
is_named_in(const TwArticle* article, uint32_t index, uint32_t entity)
{
  const TwSentence* const sentence = &article->sentences.at[index];
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    if (article->groups.at[g].entity == entity) {
      return true;
    }
  }
  return false;
}

static bool
shares_fate(const Fates* fates, uint32_t group, const Fate* fate)
{
  for (size_t i = 0; i < fates->count; ++i) {
    const Fate* const own = &fates->at[i];
    if (own->group == group && own->accused == fate->accused &&
        tw_str_equal(own->verb, fate->verb)) {
      return true;
    }
  }
  return false;
}

/* True if the lede tells the same of others without a name: "an officer and a
 * clerk were shot". */
static bool
has_company(const TwRuleReading* reading, const Fates* lede, uint32_t group)
{
  for (size_t i = 0; i < lede->count; ++i) {
    for (size_t k = 0; lede->at[i].group == group && k < lede->count; ++k) {
      if (lede->at[k].group != group &&
          is_unnamed(reading, lede->at[k].group) &&
          shares_fate(lede, group, &lede->at[k])) {
        return true;
      }
    }
  }
  return false;
}

/* Those in `later` who share a fate with the unnamed of `group`. */
static void
find_named(const TwRuleReading* reading, const Fates* lede, uint32_t group,
           const Fates* later, TwMemberSet* out)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const unnamed = &article->groups.at[group];
  out->count = 0;
  for (size_t i = 0; i < later->count; ++i) {
    const TwGroup* const named = &article->groups.at[later->at[i].group];
    if (tw_members_is_person(article, named) &&
        shares_fate(lede, group, &later->at[i]) &&
        !is_named_in(article, reading->sentence_of[group], named->entity) &&
        !tw_introduce_differs_in_age(article, unnamed, named) &&
        tw_introduce_may_be(reading, &article->tokens.at[unnamed->head],
                            named->entity)) {
      tw_members_add(out, named->entity);
    }
  }
}

size_t
tw_introduce_count(const TwArticle* article, const TwGroup* group)
{
  uint64_t count = 0;
  if (group->number == TW_NO_ANNOTATION ||
      article->annotations.at[group->number].type == TW_TYPE_AGE) {
    return tw_tag_is_plural(article->tokens.at[group->head].tag) ? 0 : 1;
  }
  return tw_str_to_u64(article->annotations.at[group->number].value, &count) &&
             count <= FATES_MAX
           ? (size_t)count
           : 0;
}

TwStatus
tw_introduce_people(TwRuleReading* reading, uint32_t group,
                    const TwMemberSet* people)
{
  TwArticle* const article = reading->article;
  if (people->count == 1 &&
      tw_introduce_count(article, &article->groups.at[group]) == 1) {
    article->groups.at[group].entity = people->at[0];
    return TW_OK;
  }
  return tw_members_keep(article, group, people);
}

/* The sentences [first, AHEAD_MAX further) that may name the unnamed. */
static TwStatus
look_ahead(TwRuleReading* reading, uint32_t index, const Fates* lede,
           uint32_t group)
{
  const TwArticle* const article = reading->article;
  const size_t wanted = tw_introduce_count(article, &article->groups.at[group]);
  uint32_t n = 0;
  for (uint32_t s = index + 1;
       s < article->sentences.count && s - index <= LINES_MAX && n < AHEAD_MAX;
       ++s) {
    Fates later;
    TwMemberSet people;
    const TwSentence* const sentence = &article->sentences.at[s];
    if (sentence->language.len) {
      continue;
    }
    n += is_told(article, sentence);
    read_fates(reading, s, &later);
    find_named(reading, lede, group, &later, &people);
    const bool some = people.count < wanted && named_above(article, s) != NONE;
    if (people.count && !some) {
      return people.count == wanted
               ? tw_introduce_people(reading, group, &people)
               : TW_OK;
    }
  }
  return TW_OK;
}

/* True if harm is done to those of the group: "killed A WOMAN", "the murder of
 * A WOMAN". */
static bool
is_harmed(const TwRuleReading* reading, const Fates* lede, uint32_t group)
{
  const TwGroup* const at = &reading->article->groups.at[group];
  const uint32_t first = tw_value_sentence(reading, group)->first_group;
  for (size_t i = 0; i < lede->count; ++i) {
    if (lede->at[i].group == group && lede->at[i].verb.len &&
        tw_lexicon_find_kind(reading->reference, lede->at[i].verb,
                             TW_REFER_HARM)) {
      return true;
    }
  }
  return group > first + 1 && at[-1].classes & TW_WORD(OF) &&
         at[-2].kind == TW_GROUP_NOUN &&
         tw_introduce_is(reading, at[-2].head, TW_REFER_HARM);
}

/* The first group that names whom the article calls the victim, if that is one
 * person throughout; or NONE. */
static uint32_t
find_victim(const TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  uint32_t victim = TW_NO_ENTITY;
  for (size_t g = 0; g < article->groups.count; ++g) {
    const TwGroup* const at = &article->groups.at[g];
    if (at->kind != TW_GROUP_NOUN ||
        !tw_introduce_is(reading, at->head, TW_REFER_VICTIM) ||
        !tw_members_is_person(article, at)) {
      continue;
    }
    if (victim != TW_NO_ENTITY && victim != at->entity) {
      return NONE;
    }
    victim = at->entity;
  }
  uint32_t g = 0;
  while (victim != TW_NO_ENTITY && article->groups.at[g].entity != victim) {
    ++g;
  }
  return victim == TW_NO_ENTITY ? NONE : g;
}

/* "was convicted of murdering A WOMAN": whom the article calls the victim. */
static void
introduce_victim(TwRuleReading* reading, uint32_t index, uint32_t group)
{
  const TwArticle* const article = reading->article;
  TwGroup* const unnamed = &article->groups.at[group];
  const uint32_t victim = find_victim(reading);
  const TwGroup* const named =
    victim == NONE ? NULL : &article->groups.at[victim];
  if (named && tw_introduce_count(article, unnamed) == 1 &&
      !is_named_in(article, index, named->entity) &&
      !tw_introduce_differs_in_age(article, unnamed, named) &&
      tw_introduce_may_be(reading, &article->tokens.at[unnamed->head],
                          named->entity)) {
    unnamed->entity = named->entity;
  }
}

static TwStatus
read_lede(TwRuleReading* reading, uint32_t index)
{
  const TwSentence* const sentence = &reading->article->sentences.at[index];
  Fates lede;
  read_fates(reading, index, &lede);
  for (size_t i = 0; i < lede.count; ++i) {
    const uint32_t group = lede.at[i].group;
    if (is_unnamed(reading, group) && !has_company(reading, &lede, group)) {
      TW_TRY(look_ahead(reading, index, &lede, group));
    }
  }
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    if (is_harmed(reading, &lede, g) && is_unnamed(reading, g) &&
        !has_company(reading, &lede, g)) {
      introduce_victim(reading, index, g);
    }
  }
  return TW_OK;
}

TwStatus
tw_introduce_run(TwRuleReading* reading)
{
  const TwArticle* const article = reading->article;
  uint32_t n = 0;
  for (uint32_t s = 0;
       s < article->sentences.count && s < LINES_MAX && n < LEDE_MAX; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    n += is_told(article, sentence);
    if (!sentence->language.len) {
      TW_TRY(read_lede(reading, s));
    }
  }
  return TW_OK;
}
