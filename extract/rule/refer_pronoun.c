/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/refer_read.h"

#include "extract/mention/grammar.h"
#include "ontology/gazetteer.h"

#define NONE UINT32_MAX

/* A pronoun looks back over so many sentences. */
#define MAX_BACK 2
/* Groups between a subject's commas: ", 45,", ", in a note to the court," */
#define MAX_ASIDE 8

/* What is asked of the person that a pronoun stands for. */
typedef struct {
  uint32_t group; /* The pronoun */
  uint32_t doer;  /* The group that tells who does it to him, or NONE */
  uint32_t end;   /* Who is named in groups (group, end) is not meant */
  TwReferKind sex;
  uint32_t not [2]; /* Entities that it cannot be, or TW_NO_ENTITY */
  bool harms;       /* Does harm: no victim */
} Wanted;

/* True if a first name with these bits may be of that sex. */
static bool
name_may_be(uint32_t bits, TwReferKind sex)
{
  const bool male = sex == TW_REFER_MALE;
  const uint32_t other = male ? TW_GAZ_FEMALE : TW_GAZ_MALE;
  const uint32_t own = male ? TW_GAZ_MALE : TW_GAZ_FEMALE;
  return !(bits & other) || bits & own;
}

bool
tw_refer_may_be(const TwLexicon* words, const TwToken* noun, uint32_t bits)
{
  for (TwReferKind sex = TW_REFER_MALE; sex <= TW_REFER_FEMALE; ++sex) {
    if (tw_lexicon_find_kind(words, noun->lemma, sex) &&
        !name_may_be(bits, sex)) {
      return false;
    }
  }
  return true;
}

/* True if the name may be of that sex. */
static bool
may_be(const TwRefer* refer, uint32_t entity, TwReferKind sex)
{
  const TwReferKnown* const known = &refer->known[entity];
  return known->told[TW_REFER_MALE] != known->told[TW_REFER_FEMALE]
           ? known->told[sex]
           : name_may_be(known->gaz, sex);
}

static bool
is_finite(const TwGroup* group)
{
  return group->kind == TW_GROUP_ACTIVE || group->kind == TW_GROUP_PASSIVE;
}

/* The group behind what stands between commas from `g` on: ", 45,", ", who
 * fled,"; `end` if a clause that is none of the subject's stands there. */
static uint32_t
skip_aside(const TwGroup* groups, uint32_t g, uint32_t end)
{
  if (g >= end || groups[g].kind != TW_GROUP_COMMA) {
    return g;
  }
  const uint32_t limit = g + MAX_ASIDE < end ? g + MAX_ASIDE : end;
  const bool relative = ++g < end && groups[g].kind == TW_GROUP_RELATIVE;
  for (; g < limit && groups[g].kind != TW_GROUP_COMMA; ++g) {
    if (groups[g].kind == TW_GROUP_ACTIVE && !relative) {
      return end;
    }
  }
  return g + 1;
}

/* The group behind "who fled", or `g`. */
static uint32_t
skip_relative(const TwGroup* groups, uint32_t g, uint32_t end)
{
  if (g >= end || groups[g].kind != TW_GROUP_RELATIVE) {
    return g;
  }
  while (g < end && !is_finite(&groups[g])) {
    ++g;
  }
  for (++g; g < end && !is_finite(&groups[g]); ++g) {
  }
  return g;
}

/* True if a finite verb follows the group, with at most an aside or a relative
 * clause between. */
static bool
is_subject(const TwRefer* refer, uint32_t group, uint32_t end)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t next = skip_aside(groups, group + 1, end);
  next = skip_relative(groups, next, end);
  while (next < end && groups[next].kind == TW_GROUP_ADVERB) {
    ++next;
  }
  return next < end && is_finite(&groups[next]);
}

/* The active verb group right behind the pronoun in group `group`, or NULL. */
static const TwGroup*
active_verb(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const TwGroup* const groups = refer->article->groups.at;
  const uint32_t verb = group + 1;
  return groups[group].kind == TW_GROUP_NOUN && verb < sentence->end_group &&
             groups[verb].kind == TW_GROUP_ACTIVE
           ? &groups[verb]
           : NULL;
}

/* The end of the groups behind a pronoun that name others: who tells something
 * of Pardo in "HE said Pardo had left" is somebody else. */
static uint32_t
others_end(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const TwGroup* const verb = active_verb(refer, sentence, group);
  return verb && verb->classes & TW_WORD(SPEECH) ? sentence->end_group : group;
}

static bool
is_other(const TwRefer* refer, uint32_t entity, const Wanted* wanted)
{
  const TwGroup* const groups = refer->article->groups.at;
  const uint32_t quote = refer->quoted[wanted->group];
  uint32_t g = wanted->group + 1;
  while (g < wanted->end &&
         (groups[g].entity != entity || refer->quoted[g] != quote)) {
    ++g;
  }
  return g < wanted->end;
}

/* True if the pronoun's verb does harm: "HE shot one man". */
static bool
does_harm(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const TwGroup* const verb = active_verb(refer, sentence, group);
  return verb && tw_refer_is(refer, verb->head, TW_REFER_HARM);
}

static bool
is_victim(const TwReferKnown* known)
{
  return known->told_as[TW_REFER_AS_VICTIM] && !known->harms &&
         !known->told_as[TW_REFER_AS_ACCUSED];
}

/* True if the person named by that group may be meant. Outside of a quotation
 * nobody is meant who is named only inside of it. */
static bool
may_mean(const TwRefer* refer, uint32_t entity, uint32_t group,
         const Wanted* wanted)
{
  return tw_refer_is_person(refer, entity) && entity != wanted->not [0] &&
         entity != wanted->not [1] && may_be(refer, entity, wanted->sex) &&
         !is_other(refer, entity, wanted) &&
         !(wanted->harms && is_victim(&refer->known[entity])) &&
         (refer->quoted[group] == NONE || refer->quoted[wanted->group] != NONE);
}

static bool
can_be(const TwRefer* refer, uint32_t group, const Wanted* wanted)
{
  const TwGroup* const at = &refer->article->groups.at[group];
  return at->kind == TW_GROUP_NOUN &&
         may_mean(refer, at->entity, group, wanted);
}

/* True if the group is the subject and speaks of somebody whom nothing names
 * but who may be meant as well: "the nurse". */
static bool
is_stranger(const TwRefer* refer, uint32_t group, uint32_t end,
            const Wanted* wanted)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwToken* const head = &article->tokens.at[at->head];
  const bool named = at->entity != TW_NO_ENTITY &&
                     article->entities.at[at->entity].type != TW_TYPE_NAME;
  if (at->kind != TW_GROUP_NOUN || named || group == wanted->doer ||
      refer->quoted[group] != NONE ||
      tw_refer_is(refer, at->head,
                  wanted->sex == TW_REFER_MALE ? TW_REFER_FEMALE
                                               : TW_REFER_MALE) ||
      !is_subject(refer, group, end)) {
    return false;
  }
  const TwType type = at->annotation == TW_NO_ANNOTATION
                        ? TW_TYPE_NONE
                        : article->annotations.at[at->annotation].type;
  return type == TW_TYPE_NAME || type == TW_TYPE_ROLE ||
         tw_refer_is(refer, at->head, wanted->sex) ||
         (head->tag == TW_TAG_NN && head->gaz & TW_GAZ_PERSON_NOUN);
}

/* True if the group speaks of somebody without a name to whom the same one did
 * something: "X stabbed his GIRLFRIEND, killing her". */
static bool
is_done_to(const TwRefer* refer, uint32_t group, const Wanted* wanted)
{
  const TwGroup* const at = &refer->article->groups.at[group];
  return wanted->doer != NONE && group > wanted->doer &&
         at->kind == TW_GROUP_NOUN && at->annotation == TW_NO_ANNOTATION &&
         refer->article->tokens.at[at->head].tag == TW_TAG_NN &&
         tw_refer_is(refer, at->head, wanted->sex);
}

/* True if somebody else who may be meant is joined to the group: "X and Y". */
static bool
is_joined(const TwRefer* refer, uint32_t group, uint32_t end,
          const Wanted* wanted)
{
  const TwGroup* const groups = refer->article->groups.at;
  return group + 2 < end && groups[group + 1].kind == TW_GROUP_CONJUNCTION &&
         can_be(refer, group + 2, wanted) &&
         groups[group + 2].entity != groups[group].entity;
}

/* The first person of groups [first, end) who may be meant; behind a
 * preposition only if there is no other. False if another one may be, too. */
static bool
first_person(const TwRefer* refer, uint32_t first, uint32_t end,
             const Wanted* wanted, uint32_t* out_entity)
{
  const TwGroup* const groups = refer->article->groups.at;
  *out_entity = TW_NO_ENTITY;
  for (uint32_t g = first; g < end; ++g) {
    if (!can_be(refer, g, wanted)) {
      if (!tw_refer_is_led(refer, first, g) &&
          is_stranger(refer, g, end, wanted)) {
        return false;
      }
      continue;
    }
    if (!tw_refer_is_led(refer, first, g)) {
      *out_entity = groups[g].entity;
      return !is_joined(refer, g, end, wanted);
    }
    *out_entity = *out_entity == TW_NO_ENTITY ? groups[g].entity : *out_entity;
  }
  return true;
}

/* The group of whom the relative clause tells in which the pronoun stands: X of
 * "beside X, who was on HIS way"; NONE if it stands in none. */
static uint32_t
told_by_relative(const TwRefer* refer, uint32_t first, uint32_t group)
{
  const TwGroup* const groups = refer->article->groups.at;
  uint32_t g = group;
  while (g > first && groups[g - 1].kind != TW_GROUP_COMMA &&
         groups[g - 1].kind != TW_GROUP_RELATIVE) {
    --g;
  }
  if (g == first || groups[g - 1].kind != TW_GROUP_RELATIVE || g >= group ||
      !is_finite(&groups[g])) {
    return NONE;
  }
  const TwGroup* const before = &groups[group - 1];
  if (groups[group].kind == TW_GROUP_NOUN &&
      (tw_refer_is_verb(before) || before->kind == TW_GROUP_PREPOSITION)) {
    return NONE; /* "who had left HIM" */
  }
  g -= g > first + 1 && groups[g - 2].kind == TW_GROUP_COMMA ? 2 : 1;
  return g > first ? g - 1 : NONE;
}

/* The group before "and HIS wife" or "with HIS wife", over an age: "X, 28, and
 * HER husband". NONE if nothing is joined so. */
static uint32_t
joined_to(const TwRefer* refer, uint32_t first, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const groups = article->groups.at;
  if (group < first + 2 || groups[group].kind != TW_GROUP_POSSESSIVE ||
      (groups[group - 1].kind != TW_GROUP_CONJUNCTION &&
       groups[group - 1].kind != TW_GROUP_PREPOSITION)) {
    return NONE;
  }
  uint32_t g = group - 2;
  const uint32_t age =
    g >= first + 3 ? groups[g - 1].annotation : TW_NO_ANNOTATION;
  if (groups[g].kind == TW_GROUP_COMMA && age != TW_NO_ANNOTATION &&
      article->annotations.at[age].type == TW_TYPE_AGE &&
      groups[g - 2].kind == TW_GROUP_COMMA) {
    g -= 3;
  }
  return g;
}

/* Whom the same pronoun before an "and" stands for: "HIS wife, X, and his
 * lawyer". */
static uint32_t
named_alike(const TwRefer* refer, uint32_t first, uint32_t group)
{
  const TwArticle* const article = refer->article;
  const TwGroup* const groups = article->groups.at;
  if (group == first || groups[group].kind != TW_GROUP_POSSESSIVE ||
      groups[group - 1].kind != TW_GROUP_CONJUNCTION) {
    return TW_NO_ENTITY;
  }
  uint32_t g = group - 1;
  while (g > first && (groups[g - 1].kind == TW_GROUP_COMMA ||
                       groups[g - 1].kind == TW_GROUP_NOUN)) {
    --g;
  }
  return g > first && groups[g - 1].kind == TW_GROUP_POSSESSIVE &&
             tw_str_equal(article->tokens.at[groups[g - 1].head].fold,
                          article->tokens.at[groups[group].head].fold)
           ? groups[g - 1].entity
           : TW_NO_ENTITY;
}

/* The person in the pronoun's own sentence: "X and his wife"; whom its relative
 * clause tells of; the subject nearest to it; else the first one, or whose
 * something is. */
static bool
person_before(const TwRefer* refer, uint32_t first, const Wanted* wanted,
              uint32_t* out_entity)
{
  const TwGroup* const groups = refer->article->groups.at;
  const uint32_t group = wanted->group;
  *out_entity = named_alike(refer, first, group);
  if (tw_refer_is_person(refer, *out_entity)) {
    return true;
  }
  const uint32_t owner = joined_to(refer, first, group);
  if (owner != NONE && can_be(refer, owner, wanted)) {
    *out_entity = groups[owner].entity;
    return true;
  }
  const uint32_t told = told_by_relative(refer, first, group);
  if (told != NONE && can_be(refer, told, wanted)) {
    *out_entity = groups[told].entity;
    return true;
  }
  for (uint32_t g = group; g-- > first;) {
    if (tw_refer_is_led(refer, first, g)) {
      continue;
    }
    if (can_be(refer, g, wanted) && is_subject(refer, g, group)) {
      *out_entity = groups[g].entity;
      return true;
    }
    if (is_done_to(refer, g, wanted) || is_stranger(refer, g, group, wanted)) {
      return false;
    }
  }
  const bool clear = first_person(refer, first, group, wanted, out_entity);
  for (uint32_t g = first; *out_entity == TW_NO_ENTITY && g < group; ++g) {
    if (groups[g].kind == TW_GROUP_POSSESSIVE &&
        may_mean(refer, groups[g].entity, g, wanted)) {
      *out_entity = groups[g].entity;
    }
  }
  return clear;
}

/* The group of who does what is done to the pronoun, an object: not the same
 * one. NONE for other pronouns. */
static uint32_t
doer(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const uint32_t first = sentence->first_group;
  const uint32_t end = sentence->end_group;
  const TwGroup* const groups = refer->article->groups.at;
  if (group <= first || groups[group].kind != TW_GROUP_NOUN ||
      !tw_refer_is_verb(&groups[group - 1]) || is_subject(refer, group, end)) {
    return NONE; /* "Prado said he left" */
  }
  return tw_refer_left(refer, first, group - 1);
}

/* True for "she" in "…, she said.", which is who said something in the sentence
 * before, whatever others do there. */
static bool
is_sayer(const TwRefer* refer, const TwSentence* sentence, uint32_t group)
{
  const TwGroup* const groups = refer->article->groups.at;
  const uint32_t end = sentence->end_group;
  if (group == sentence->first_group || group + 1 >= end ||
      refer->quoted[group] != NONE) {
    return false;
  }
  const char before = groups[group - 1].kind;
  const char behind = group + 2 < end ? groups[group + 2].kind : TW_GROUP_STOP;
  return (before == TW_GROUP_COMMA || before == TW_GROUP_QUOTE) &&
         groups[group + 1].kind == TW_GROUP_ACTIVE &&
         groups[group + 1].classes & TW_WORD(SPEECH) &&
         (behind == TW_GROUP_STOP || behind == TW_GROUP_COMMA ||
          behind == TW_GROUP_TIME || behind == TW_GROUP_QUOTE);
}

static uint32_t
pronoun(const TwRefer* refer, uint32_t sentence, uint32_t group,
        TwReferKind sex)
{
  const TwSentence* const all = refer->article->sentences.at;
  const uint32_t first = all[sentence].first_group;
  const uint32_t quote = refer->quoted[group];
  const uint32_t by = doer(refer, &all[sentence], group);
  const Wanted wanted = {
    .group = group,
    .doer = by,
    .end = others_end(refer, &all[sentence], group),
    .sex = sex,
    .harms = does_harm(refer, &all[sentence], group),
    .not = {by == NONE ? TW_NO_ENTITY : refer->article->groups.at[by].entity,
            quote == NONE ? TW_NO_ENTITY : refer->quotes.at[quote].saying}};
  if (is_sayer(refer, &all[sentence], group) &&
      tw_refer_is_person(refer, refer->said) &&
      refer->said_at + 1 >= sentence && may_be(refer, refer->said, sex)) {
    return refer->said;
  }
  uint32_t found = TW_NO_ENTITY;
  bool clear = person_before(refer, first, &wanted, &found);
  for (uint32_t back = 1;
       clear && found == TW_NO_ENTITY && back <= MAX_BACK && back <= sentence;
       ++back) {
    const TwSentence* const before = &all[sentence - back];
    clear = first_person(refer, before->first_group, before->end_group, &wanted,
                         &found);
  }
  return clear ? found : TW_NO_ENTITY;
}

/* Who stands for "I" in a quotation. */
static uint32_t
speaker(const TwRefer* refer, uint32_t group)
{
  const uint32_t quote = refer->quoted[group];
  return quote == NONE ? TW_NO_ENTITY : refer->quotes.at[quote].saying;
}

uint32_t
tw_refer_pronoun(const TwRefer* refer, uint32_t sentence, uint32_t group)
{
  const uint32_t head = refer->article->groups.at[group].head;
  for (TwReferKind sex = TW_REFER_MALE; sex <= TW_REFER_FEMALE; ++sex) {
    if (tw_refer_is(refer, head, sex)) {
      return pronoun(refer, sentence, group, sex);
    }
  }
  return tw_refer_is(refer, head, TW_REFER_SPEAKER) ? speaker(refer, group)
                                                    : TW_NO_ENTITY;
}
