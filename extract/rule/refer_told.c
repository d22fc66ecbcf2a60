/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* People as what is told of them: who was charged is "the suspect" or one of
 * "the defendants", who was killed "the victim". */
#include "extract/rule/refer_read.h"

#include "extract/syntax/walk.h"
#include "ontology/gazetteer.h"

#define NONE UINT32_MAX
/* Verbs that say who somebody is. */
#define NAMING (TW_WORD(COPULA) | TW_WORD(INCLUDE) | TW_WORD(IDENTIFY))

const TwReferWords tw_refer_parts[TW_REFER_PARTS] = {
  [TW_REFER_AS_ACCUSED] = {TW_REFER_ACCUSED, TW_REFER_CHARGE, TW_REFER_PLEAD},
  [TW_REFER_AS_VICTIM] = {TW_REFER_VICTIM, TW_REFER_HARM, TW_REFER_SUFFER},
};

/* --- What is told --- */

static void
mark(TwRefer* refer, uint32_t entity, TwReferPart part)
{
  if (tw_refer_is_person(refer, entity)) {
    refer->known[entity].told_as[part] = true;
  }
}

/* The list that begins with the group; a pronoun is listed with nobody. */
static void
mark_list(TwRefer* refer, const TwWalk* walk, uint32_t group, TwReferPart part)
{
  for (uint32_t g = group;
       tw_walk_kind(walk, g) == TW_GROUP_NOUN &&
       walk->article->tokens.at[walk->groups[g].head].tag != TW_TAG_PRP;
       g = tw_walk_list_next(walk, g)) {
    mark(refer, walk->groups[g].entity, part);
  }
}

/* The list that ends before the verb; its last one may look like the first of
 * a clause. */
static void
mark_left(TwRefer* refer, const TwWalk* walk, uint32_t verb, TwReferPart part)
{
  const uint32_t left = tw_walk_subject(walk, verb).group;
  if (tw_walk_kind(walk, left) == TW_GROUP_NOUN) {
    const uint32_t last = tw_walk_owner(walk, left);
    mark_list(refer, walk, tw_walk_list_first(walk, last), part);
    mark(refer, walk->groups[last].entity, part);
  }
}

/* "X killed Y" */
static void
mark_doer(TwRefer* refer, const TwWalk* walk, uint32_t verb)
{
  const uint32_t doer = tw_walk_subject(walk, verb).group;
  const uint32_t entity =
    doer == NONE ? TW_NO_ENTITY : walk->groups[doer].entity;
  if (tw_refer_is_person(refer, entity)) {
    refer->known[entity].harms = true;
  }
}

/* "the murder of X" */
static uint32_t
suffers(const TwWalk* walk, uint32_t noun)
{
  const uint32_t of = tw_walk_right(walk, noun);
  return tw_walk_kind(walk, of) == TW_GROUP_PREPOSITION &&
             tw_walk_is(walk, of, TW_WORD(OF))
           ? tw_walk_right(walk, of)
           : NONE;
}

/* "was found GUILTY", "found X, 30, GUILTY" */
static bool
finds_guilty(const TwRefer* refer, const TwWalk* walk, uint32_t verb)
{
  uint32_t g = tw_walk_right(walk, verb);
  while (tw_walk_in(walk, g, "NGTR,")) {
    g = tw_walk_right(walk, g);
  }
  return tw_walk_is(walk, verb, TW_WORD(BLAME)) && tw_walk_in(walk, g, "A") &&
         tw_refer_is(refer, walk->groups[g].head, TW_REFER_ACCUSED);
}

/* "X FACES trial", "is to FACE murder charges" */
static bool
faces(const TwRefer* refer, const TwWalk* walk, uint32_t verb)
{
  const uint32_t object =
    tw_refer_is(refer, walk->groups[verb].head, TW_REFER_FACE)
      ? tw_walk_object(walk, verb)
      : NONE;
  return object != NONE &&
         tw_refer_is(refer, walk->groups[object].head, TW_REFER_CHARGE);
}

/* "X was arrested", "police arrested X", "X pleaded guilty"; but not "tries to
 * arrest X", where the verb is told of nobody. */
static void
learn_part(TwRefer* refer, const TwWalk* walk, uint32_t g, TwReferPart part)
{
  const TwGroup* const at = &walk->groups[g];
  const bool happens =
    tw_refer_is(refer, at->head, tw_refer_parts[part].done) ||
    (part == TW_REFER_AS_ACCUSED && finds_guilty(refer, walk, g));
  const bool tries =
    tw_walk_kind(walk, tw_walk_right(walk, g)) == TW_GROUP_INFINITIVE;
  const bool done = at->kind == TW_GROUP_PASSIVE || at->passive ||
                    at->kind == TW_GROUP_PARTICIPLE;
  const bool does = (at->kind == TW_GROUP_ACTIVE &&
                     tw_refer_is(refer, at->head, tw_refer_parts[part].does)) ||
                    (part == TW_REFER_AS_ACCUSED && tw_group_is_verb(at) &&
                     faces(refer, walk, g));
  if (at->kind == TW_GROUP_NOUN) {
    mark_list(refer, walk, happens ? suffers(walk, g) : NONE, part);
  } else if ((happens && !tries && done) || does) {
    mark_left(refer, walk, g, part);
  } else if (happens && !tries && tw_refer_is_verb(at)) {
    mark_list(refer, walk, g + 1, part);
    if (part == TW_REFER_AS_VICTIM) {
      mark_doer(refer, walk, g);
    }
  }
}

TwStr
tw_refer_age(const TwArticle* article, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end && i < article->tokens.count; ++i) {
    const uint32_t index = article->tokens.at[i].annotation;
    if (index != TW_NO_ANNOTATION &&
        article->annotations.at[index].type == TW_TYPE_AGE) {
      return article->annotations.at[index].value;
    }
  }
  return (TwStr){NULL, 0};
}

/* "40-year-old Juan Pardo", "Juan Pardo, 40," */
static void
learn_age(TwRefer* refer, const TwGroup* group)
{
  TwReferKnown* const known = tw_refer_is_person(refer, group->entity)
                                ? &refer->known[group->entity]
                                : NULL;
  if (known && !known->age.len) {
    known->age = tw_refer_age(refer->article, group->first, group->end + 2);
  }
}

/* The age of who is young, else TW_REFER_ADULT. */
static uint64_t
years_of(TwStr age)
{
  uint64_t years = TW_REFER_ADULT;
  return age.len && tw_str_to_u64(age, &years) && years < TW_REFER_ADULT
           ? years
           : TW_REFER_ADULT;
}

/* True if the group says who stands before it: "X, A BOY from Lima", "X was A
 * TEENAGER". */
static bool
describes(const TwRefer* refer, const TwWalk* walk, uint32_t group)
{
  const uint32_t before = tw_walk_left(walk, group);
  const uint32_t named = tw_walk_left(walk, before);
  return tw_walk_is(walk, before, TW_WORD(COPULA)) ||
         (tw_walk_in(walk, before, ",") && named != TW_NO_GROUP &&
          tw_refer_is_person(refer, walk->groups[named].entity));
}

/* "a TEENAGER", "his 12-YEAR-OLD niece" */
static void
learn_young(TwRefer* refer, const TwWalk* walk, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &walk->groups[group];
  const TwStr age = tw_refer_age(article, at->first, at->end);
  const uint64_t years = years_of(age);
  if (at->kind != TW_GROUP_NOUN || at->entity != TW_NO_ENTITY ||
      article->tokens.at[at->head].tag != TW_TAG_NN ||
      !(age.len ? years < TW_REFER_ADULT
                : tw_refer_is(refer, at->head, TW_REFER_YOUNG)) ||
      tw_refer_is(refer, at->first, TW_REFER_DEFINITE) ||
      describes(refer, walk, group)) {
    return;
  }
  TwReferYoung* const young = &refer->young[years];
  const bool male = tw_refer_is(refer, at->head, TW_REFER_MALE);
  const bool female = tw_refer_is(refer, at->head, TW_REFER_FEMALE);
  young->male |= male;
  young->female |= female;
  young->any |= !male && !female;
}

/* "the victims", "both victims": "the victim" is one of several. */
static bool
tells_of_victims(const TwRefer* refer, const TwGroup* group)
{
  return refer->article->tokens.at[group->head].tag == TW_TAG_NNS &&
         tw_refer_is(refer, group->head, TW_REFER_VICTIM);
}

static bool
is_called(const TwRefer* refer, const TwWalk* walk, uint32_t g,
          TwReferPart part)
{
  return tw_walk_kind(walk, g) == TW_GROUP_NOUN &&
         tw_refer_is(refer, walk->groups[g].head, tw_refer_parts[part].noun);
}

/* "The victims are X and Y", "the defendants include X", "X was the victim",
 * "police identified the victims as X and Y". */
static void
learn_named(TwRefer* refer, const TwWalk* walk, uint32_t verb, TwReferPart part)
{
  const uint32_t subject = tw_walk_subject(walk, verb).group;
  const uint32_t behind = tw_walk_right_over(walk, verb, "RP,");
  if (is_called(refer, walk, subject, part)) {
    mark_list(refer, walk, behind, part);
  } else if (!is_called(refer, walk, behind, part)) {
    return;
  } else if (tw_walk_is(walk, verb, TW_WORD(COPULA))) {
    mark_left(refer, walk, verb, part);
  } else {
    mark_list(refer, walk, tw_walk_right_over(walk, behind, "RP"), part);
  }
}

void
tw_refer_learn_told(TwRefer* refer, const TwSentence* sentence)
{
  const TwWalk walk =
    tw_walk_of(refer->grammar, refer->article, sentence, refer->article->arena);
  for (uint32_t g = walk.first; g < walk.end; ++g) {
    if (walk.groups[g].kind != TW_GROUP_NOUN &&
        !tw_group_is_verb(&walk.groups[g])) {
      continue;
    }
    learn_age(refer, &walk.groups[g]);
    learn_young(refer, &walk, g);
    refer->has_victims |= tells_of_victims(refer, &walk.groups[g]);
    for (TwReferPart part = 0; part < TW_REFER_PARTS; ++part) {
      learn_part(refer, &walk, g, part);
      if (tw_group_is_verb(&walk.groups[g]) && tw_walk_is(&walk, g, NAMING)) {
        learn_named(refer, &walk, g, part);
      }
    }
  }
}

void
tw_refer_learn_called(TwRefer* refer, uint32_t entity, uint32_t token)
{
  refer->known[entity].young |= tw_refer_is(refer, token, TW_REFER_YOUNG);
  for (TwReferPart part = 0; part < TW_REFER_PARTS; ++part) {
    if (tw_refer_is(refer, token, tw_refer_parts[part].noun)) {
      mark(refer, entity, part);
    }
  }
}

/* --- Who is meant --- */

/* True if he is an accused, as far as the text goes; no official is. */
static bool
is_accused(const TwReferKnown* known)
{
  return known->person && known->n && !known->titled &&
         known->told_as[TW_REFER_AS_ACCUSED];
}

/* True if he is told of so and of nothing else. */
static bool
is_only(const TwReferKnown* known, TwReferPart part)
{
  const bool accused = is_accused(known);
  const bool victim =
    known->person && known->n && known->told_as[TW_REFER_AS_VICTIM];
  return part == TW_REFER_AS_VICTIM ? victim && !accused : accused && !victim;
}

static void
all_told(const TwRefer* refer, TwReferPart part, TwMemberSet* out)
{
  out->count = 0;
  for (uint32_t i = 0; i < refer->article->entities.count; ++i) {
    if (is_only(&refer->known[i], part)) {
      tw_members_add(out, i);
    }
  }
}

/* The only person of the article so far who has no title, tells nothing and is
 * not told of as the other part. A victim does no harm, and his age is told. */
static uint32_t
only_silent(const TwRefer* refer, TwReferPart part)
{
  const TwReferPart other =
    part == TW_REFER_AS_VICTIM ? TW_REFER_AS_ACCUSED : TW_REFER_AS_VICTIM;
  uint32_t only = TW_NO_ENTITY;
  for (uint32_t i = 0; i < refer->article->entities.count; ++i) {
    const TwReferKnown* const known = &refer->known[i];
    if (!known->person || known->titled || !known->n || known->speaks ||
        known->told_as[other] ||
        (part == TW_REFER_AS_VICTIM && (known->harms || !known->age.len))) {
      continue;
    }
    if (only != TW_NO_ENTITY) {
      return TW_NO_ENTITY;
    }
    only = i;
  }
  return only;
}

/* Who is told of so, more than any other; if nobody is, the only one there is
 * who tells nothing. */
static uint32_t
accused(const TwRefer* refer)
{
  uint32_t best = TW_NO_ENTITY;
  uint32_t most = 0;
  for (uint32_t i = 0; i < refer->article->entities.count; ++i) {
    const TwReferKnown* const known = &refer->known[i];
    if (is_accused(known) && known->n >= most) {
      best = known->n > most ? i : TW_NO_ENTITY;
      most = known->n;
    }
  }
  return most ? best : only_silent(refer, TW_REFER_AS_ACCUSED);
}

bool
tw_refer_is_named(const TwArticle* article, const TwSentence* sentence,
                  uint32_t entity)
{
  uint32_t i = sentence->first_annotation;
  while (i < sentence->end_annotation &&
         article->annotations.at[i].entity != entity) {
    ++i;
  }
  return i < sentence->end_annotation;
}

/* The only one who is told of so; "the second victim" is one of several. If
 * nobody is, who may be, unless the text tells of several victims or names him
 * in the sentence. */
static uint32_t
victim(const TwRefer* refer, const TwSentence* sentence, const TwGroup* group)
{
  TwMemberSet told;
  if (group->head > group->first + 1) {
    return TW_NO_ENTITY;
  }
  all_told(refer, TW_REFER_AS_VICTIM, &told);
  if (told.count) {
    return told.count == 1 ? told.at[0] : TW_NO_ENTITY;
  }
  all_told(refer, TW_REFER_AS_ACCUSED, &told);
  const uint32_t only = told.count && !refer->has_victims
                          ? only_silent(refer, TW_REFER_AS_VICTIM)
                          : TW_NO_ENTITY;
  return only != TW_NO_ENTITY &&
             tw_refer_is_named(refer->article, sentence, only)
           ? TW_NO_ENTITY
           : only;
}

uint32_t
tw_refer_told(const TwRefer* refer, const TwSentence* sentence,
              const TwGroup* group)
{
  if (tw_refer_is(refer, group->head, TW_REFER_ACCUSED)) {
    return accused(refer);
  }
  return tw_refer_is(refer, group->head, TW_REFER_VICTIM)
           ? victim(refer, sentence, group)
           : TW_NO_ENTITY;
}

/* True if the head speaks of a person: not "the 40-year-old's death". */
static bool
is_person_noun(const TwRefer* refer, const TwGroup* group)
{
  const TwArticle* const article = refer->article;
  const TwType type = group->annotation == TW_NO_ANNOTATION
                        ? TW_TYPE_NONE
                        : article->annotations.at[group->annotation].type;
  return type == TW_TYPE_AGE || type == TW_TYPE_ROLE ||
         article->tokens.at[group->head].gaz & TW_GAZ_PERSON_NOUN;
}

uint32_t
tw_refer_aged(const TwRefer* refer, const TwSentence* sentence,
              const TwGroup* group)
{
  const TwArticle* const article = refer->article;
  const TwStr age = is_person_noun(refer, group)
                      ? tw_refer_age(article, group->first, group->end)
                      : (TwStr){NULL, 0};
  uint32_t found = TW_NO_ENTITY;
  for (uint32_t i = 0; age.len && i < article->entities.count; ++i) {
    const TwReferKnown* const known = &refer->known[i];
    if (!known->person || !tw_str_equal(known->age, age) ||
        !tw_refer_may_be(refer->words, &article->tokens.at[group->head],
                         known->gaz)) {
      continue;
    }
    if (found != TW_NO_ENTITY || tw_refer_is_named(article, sentence, i)) {
      return TW_NO_ENTITY;
    }
    found = i;
  }
  return found;
}

/* True if the text speaks of somebody young without a name whom `noun`, "girl",
 * may mean as well, rather than of a person of that age. */
static bool
tells_of_other_young(const TwRefer* refer, uint32_t noun, TwStr age)
{
  const bool male = tw_refer_is(refer, noun, TW_REFER_MALE);
  const bool female = tw_refer_is(refer, noun, TW_REFER_FEMALE);
  const uint64_t own = years_of(age);
  for (uint64_t i = 0; i <= TW_REFER_ADULT; ++i) {
    const bool is_he = i == own && own < TW_REFER_ADULT;
    const TwReferYoung* const other = &refer->young[i];
    if (!is_he &&
        (other->any || (other->male && !female) || (other->female && !male))) {
      return true;
    }
  }
  return false;
}

uint32_t
tw_refer_young(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  uint32_t found = TW_NO_ENTITY;
  if (article->tokens.at[at->head].tag != TW_TAG_NN ||
      at->head != at->first + 1) {
    return TW_NO_ENTITY;
  }
  for (uint32_t i = 0; i < article->entities.count; ++i) {
    const TwReferKnown* const known = &refer->known[i];
    if (!known->person ||
        !(known->young || years_of(known->age) < TW_REFER_ADULT) ||
        !tw_refer_may_be(refer->words, &article->tokens.at[at->head],
                         known->gaz)) {
      continue;
    }
    if (found != TW_NO_ENTITY || tw_refer_is_named(article, sentence, i)) {
      return TW_NO_ENTITY;
    }
    found = i;
  }
  return found != TW_NO_ENTITY &&
             !tells_of_other_young(refer, at->head, refer->known[found].age)
           ? found
           : TW_NO_ENTITY;
}

/* How many the set is said to be, 0 if that is not said; false if a word tells
 * some of them apart: "the OTHER victims". */
static bool
read_count(const TwArticle* article, const TwGroup* group, uint64_t* out_count)
{
  uint32_t bare = group->first + 1;
  *out_count = 0;
  if (group->number != TW_NO_ANNOTATION) {
    const TwAnnotation* const number = &article->annotations.at[group->number];
    bare = number->first == bare ? number->end : bare;
    if (!tw_str_to_u64(number->value, out_count)) {
      return false;
    }
  }
  return group->head == bare;
}

TwStatus
tw_refer_told_together(TwRefer* refer, uint32_t group)
{
  TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  for (TwReferPart part = 0; part < TW_REFER_PARTS; ++part) {
    TwMemberSet told;
    uint64_t count = 0;
    if (!tw_refer_is(refer, at->head, tw_refer_parts[part].noun) ||
        !read_count(article, at, &count)) {
      continue;
    }
    all_told(refer, part, &told);
    if (told.count > 1 && (!count || told.count == count)) {
      return tw_members_keep(article, group, &told);
    }
  }
  return TW_OK;
}
