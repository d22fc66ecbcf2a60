/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/people.h"

#include "extract/mention/grammar.h"
#include "extract/rule/count.h"

#define NONE UINT32_MAX
/* Groups behind the people that may name what they belong to: "members of the
 * Black River Cartel and of the Red Hill Cartel". */
#define MAX_BELONG 16

/* "cartel figures", "gang operatives": whoever a criminal body has. */
static bool
is_of_gang(const TwRuleReading* reading, const TwGroup* group)
{
  const TwArticle* const article = reading->article;
  const TwToken* const before =
    group->head > group->first ? &article->tokens.at[group->head - 1] : NULL;
  const TwToken* const head = &article->tokens.at[group->head];
  if (!before || head->tag != TW_TAG_NNS ||
      tw_gazetteer_word(reading->gazetteer, head->lemma) & TW_GAZ_ORG_NOUN) {
    return false;
  }
  if (before->annotation != TW_NO_ANNOTATION) {
    return article->annotations.at[before->annotation].type == TW_TYPE_CARTEL;
  }
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_gazetteer_longest(reading->gazetteer, &before->lemma, 1, &bits,
                              &entry) &&
         bits & TW_GAZ_ORG_NOUN &&
         tw_gazetteer_meaning(reading->gazetteer, entry, 0).type ==
           TW_TYPE_CARTEL;
}

/* True if the head is a common noun for people. */
static bool
is_people_noun(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwToken* const head =
    &article->tokens.at[article->groups.at[group].head];
  return head->annotation == TW_NO_ANNOTATION &&
         (head->tag == TW_TAG_NN || head->tag == TW_TAG_NNS ||
          head->tag == TW_TAG_NNP || head->tag == TW_TAG_NNPS) &&
         (head->gaz & TW_GAZ_PERSON_NOUN ||
          article->groups.at[group].classes & TW_WORD(FOLK) ||
          tw_gazetteer_word(reading->gazetteer, head->lemma) &
            TW_GAZ_PERSON_NOUN ||
          is_of_gang(reading, &article->groups.at[group]));
}

/* True if what "one of" leads are people: also "one of them", "one of the
 * two". */
static bool
are_people(const TwRuleReading* reading, uint32_t of)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[of];
  return is_people_noun(reading, of) || at->number != TW_NO_ANNOTATION ||
         article->tokens.at[at->head].tag == TW_TAG_PRP;
}

/* "one another": an article stands behind the number. */
static bool
is_mutual(const TwRuleReading* reading, const TwGroup* group)
{
  const TwArticle* const article = reading->article;
  return group->end < article->tokens.count &&
         article->tokens.at[group->end].tag == TW_TAG_DT;
}

/* "killed at least 12", "12 dead", "one of the men": people of whom only the
 * number is told. */
static bool
is_bare_count(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  if (at->number == TW_NO_ANNOTATION ||
      article->annotations.at[at->number].type != TW_TYPE_NUMBER) {
    return false;
  }
  const uint32_t end = article->annotations.at[at->number].end;
  const TwTag tag = (TwTag)article->tokens.at[at->head].tag;
  const bool told = end == at->head && (tag == TW_TAG_JJ || tag == TW_TAG_VBN);
  const uint32_t of = tw_value_of(reading, group);
  const uint64_t lead =
    tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]);
  /* "one must not fear", "killing one another" */
  const bool any = of == NONE && (tag == TW_TAG_PRP || is_mutual(reading, at));
  return (end == at->end || told) && !any &&
         !(lead & (TW_WORD(NEGATION) | TW_WORD(DEFINITE) | TW_WORD(ARTICLE))) &&
         (of == NONE || are_people(reading, of));
}

/* "12 Somalis" */
static bool
are_nationals(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  return at->annotation != TW_NO_ANNOTATION && at->number != TW_NO_ANNOTATION &&
         article->annotations.at[at->annotation].type == TW_TYPE_NATIONALITY &&
         tw_tag_is_plural(article->tokens.at[at->head].tag);
}

bool
tw_people_is(const TwRuleReading* reading, uint32_t group)
{
  return is_people_noun(reading, group) || is_bare_count(reading, group) ||
         are_nationals(reading, group);
}

typedef TW_VEC(uint32_t) Bodies;

static void
add_body(TwArena* arena, Bodies* bodies, uint32_t entity)
{
  for (size_t i = 0; i < bodies->count; ++i) {
    if (bodies->at[i] == entity) {
      return;
    }
  }
  uint32_t* const added = TW_VEC_PUSH(arena, bodies);
  if (added) {
    *added = entity;
  }
}

/* Adds the bodies of the type that tokens [first, end) name. */
static void
add_bodies(const TwRuleReading* reading, uint32_t first, uint32_t end,
           TwType type, Bodies* bodies)
{
  const TwArticle* const article = reading->article;
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t index = article->tokens.at[i].annotation;
    if (index == TW_NO_ANNOTATION) {
      continue;
    }
    const uint32_t entity = article->annotations.at[index].entity;
    if (entity != TW_NO_ENTITY &&
        tw_type_is(article->entities.at[entity].type, type)) {
      add_body(article->arena, bodies, entity);
    }
  }
}

/* What may stand between people and the bodies they belong to: nouns and what
 * joins them, up to a verb that tells something else. "linked" and
 * "belonging" are such ones right behind the people; "charged by" is none. */
static uint32_t
belong_end(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = tw_value_sentence(reading, group);
  uint32_t at = group + 1;
  bool phrase = false;
  for (; at < sentence->end_group && at <= group + MAX_BELONG; ++at) {
    const char kind = article->groups.at[at].kind;
    const bool verb = kind == TW_GROUP_PARTICIPLE || kind == TW_GROUP_GERUND;
    const bool tie =
      at == group + 1 &&
      (kind == TW_GROUP_ADJECTIVE ||
       (verb && article->groups.at[at].classes & TW_WORD(BELONG)));
    phrase |= kind == TW_GROUP_PREPOSITION;
    if (!tie && kind != TW_GROUP_PREPOSITION &&
        !(phrase && (kind == TW_GROUP_NOUN || kind == TW_GROUP_CONJUNCTION ||
                     kind == TW_GROUP_COMMA))) {
      break;
    }
    /* A noun that is no body ends the list: "of the cartel in the town", but
     * "of five cartels, including X and Y". */
    if (kind == TW_GROUP_NOUN && at + 2 < sentence->end_group &&
        article->groups.at[at + 1].kind == TW_GROUP_COMMA &&
        article->groups.at[at + 2].classes & TW_WORD(INCLUDE)) {
      at += 2;
    } else if (kind == TW_GROUP_NOUN) {
      Bodies found = {NULL, 0, 0};
      add_bodies(reading, article->groups.at[at].first,
                 article->groups.at[at].end, TW_TYPE_ORGANIZATION, &found);
      if (!found.count) {
        break;
      }
    }
  }
  return at;
}

static void
set_bodies(const TwRuleReading* reading, uint32_t group, TwEntity* entity)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  Bodies bodies = {NULL, 0, 0};
  if (at->classes & TW_WORD(AFFECTED)) {
    return;
  }
  add_bodies(reading, at->first, at->head, TW_TYPE_ORGANIZATION, &bodies);
  const uint32_t end = belong_end(reading, group);
  if (end > group + 1) {
    /* People in a shop do not belong to it; "of" and "linked to" say so. */
    const bool place =
      at[1].kind == TW_GROUP_PREPOSITION && !(at[1].classes & TW_WORD(OF));
    add_bodies(reading, at->end, article->groups.at[end - 1].end,
               place ? TW_TYPE_CARTEL : TW_TYPE_ORGANIZATION, &bodies);
  }
  entity->of = bodies.at;
  entity->n_of = bodies.count;
}

/* The person whose they are ("Olga Prats's brother", "his mother"), or
 * TW_NO_ENTITY. In "his mother and sister" both are his. */
static uint32_t
owner_of(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const groups = article->groups.at;
  const TwGroup* at = &groups[group];
  const uint32_t first = tw_value_sentence(reading, group)->first_group;
  const bool bare = at->end - at->first == 1;
  if (bare && group >= first + 2 && at[-1].kind == TW_GROUP_CONJUNCTION &&
      at[-2].kind == TW_GROUP_NOUN && at[-2].end - at[-2].first == 1) {
    group -= 2;
    at -= 2;
  }
  if (group == first || at[-1].kind != TW_GROUP_POSSESSIVE) {
    return TW_NO_ENTITY;
  }
  /* "his wife and her friend": the wife's */
  if (group >= first + 4 && at[-2].kind == TW_GROUP_CONJUNCTION &&
      at[-4].kind == TW_GROUP_POSSESSIVE &&
      !tw_str_equal(article->tokens.at[at[-1].head].fold,
                    article->tokens.at[at[-4].head].fold)) {
    return TW_NO_ENTITY;
  }
  const uint32_t owner = at[-1].entity;
  return owner != TW_NO_ENTITY &&
             article->entities.at[owner].type == TW_TYPE_PERSON
           ? owner
           : TW_NO_ENTITY;
}

/* True if the token says of people what they are. */
static bool
is_telling(const TwRuleReading* reading, uint32_t token)
{
  const TwToken* const at = &reading->article->tokens.at[token];
  if (at->annotation != TW_NO_ANNOTATION) {
    return reading->article->annotations.at[at->annotation].type !=
           TW_TYPE_NUMBER;
  }
  switch (at->tag) {
  case TW_TAG_JJ:
  case TW_TAG_NN:
  case TW_TAG_NNP:
  case TW_TAG_NNPS:
  case TW_TAG_VBN:
  case TW_TAG_VBG:
    return !(tw_grammar_classes(reading->grammar, at) &
             (TW_WORD(HOLLOW) | TW_WORD(HEDGE)));
  default:
    return false;
  }
}

static bool
is_described(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  if (tw_grammar_classes(reading->grammar, &article->tokens.at[at->first]) &
      TW_WORD(DEFINITE)) {
    return false;
  }
  bool told = !(at->classes & TW_WORD(ANYONE));
  for (uint32_t i = at->first; i < at->head && !told; ++i) {
    told = is_telling(reading, i);
  }
  return told;
}

/* What they are and whose: "mother of Juan Pardo", and of "two of his aides"
 * "two aides of Juan Pardo". */
static TwStr
name_of(const TwRuleReading* reading, uint32_t group, TwStr words)
{
  const TwArticle* const article = reading->article;
  const uint32_t of = tw_value_of(reading, group);
  const bool some = of != NONE && is_bare_count(reading, group);
  const uint32_t owner = owner_of(reading, some ? of : group);
  const bool counted =
    some && article->groups.at[of].number != TW_NO_ANNOTATION;
  if (owner == TW_NO_ENTITY || counted) { /* "one of his four sons" */
    return words;
  }
  if (some) {
    const TwGroup* const at = &article->groups.at[group];
    const TwGroup* const whole = &article->groups.at[of];
    const TwStr both[] = {tw_article_text(article, at->first, at->end),
                          tw_article_text(article, whole->first, whole->end)};
    words = tw_arena_join(article->arena, both, 2, TW_STR(" "));
  }
  const TwStr parts[] = {words, article->entities.at[owner].name};
  return tw_arena_join(article->arena, parts, 2, TW_STR(" of "));
}

static uint32_t
make_people(TwRuleReading* reading, uint32_t group)
{
  TwArticle* const article = reading->article;
  TwValue words;
  if (!tw_value_people(reading, group, &words)) {
    return TW_NO_ENTITY;
  }
  TwEntity* const entity = TW_VEC_PUSH(article->arena, &article->entities);
  if (!entity) {
    return TW_NO_ENTITY;
  }
  const TwGroup* const at = &article->groups.at[group];
  *entity = (TwEntity){
    .type = TW_TYPE_GROUP,
    .name = name_of(reading, group, words.text),
    .span = tw_article_span(article, words.first, words.end),
    .n_mentions = 1,
    .in_text = true,
    .count = tw_count_people(reading, group),
    .membership = at->hedge == NONE ? TW_ASSERTED : TW_ALLEGED,
    .described =
      owner_of(reading, group) != TW_NO_ENTITY || is_described(reading, group),
  };
  set_bodies(reading, group, entity);
  return (uint32_t)article->entities.count - 1;
}

/* "figures linked to the Black River Cartel": whoever is tied to a gang. */
static bool
is_tied_to_gang(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = tw_value_sentence(reading, group);
  const TwGroup* const at = &article->groups.at[group];
  Bodies gangs = {NULL, 0, 0};
  if (group + 1 >= sentence->end_group ||
      article->tokens.at[at->head].tag != TW_TAG_NNS ||
      !(at[1].classes & TW_WORD(BELONG))) {
    return false;
  }
  const uint32_t end = belong_end(reading, group);
  add_bodies(reading, at->end, article->groups.at[end - 1].end, TW_TYPE_CARTEL,
             &gangs);
  return gangs.count;
}

uint32_t
tw_people_of(TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const bool role =
    at->annotation != TW_NO_ANNOTATION &&
    article->annotations.at[at->annotation].type == TW_TYPE_ROLE;
  if (reading->people[group] == TW_NO_ENTITY &&
      (at->kind == TW_GROUP_NOUN || at->kind == TW_GROUP_POSSESSIVE) &&
      (role || tw_people_is(reading, group) ||
       is_tied_to_gang(reading, group))) {
    reading->people[group] = make_people(reading, group);
  }
  return reading->people[group];
}

uint32_t
tw_people_group(const TwRuleReading* reading, const TwDraft* draft,
                uint32_t entity)
{
  const TwSentence* const sentence =
    &reading->article->sentences.at[draft->sentence];
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    if (reading->people[g] == entity) {
      return g;
    }
  }
  return NONE;
}
