/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Whether what a pattern read is a whole: a pattern sees words in a row, and
 * may begin or end in the middle of what they speak of. */
#include "extract/rule/whole.h"

#include "extract/text/text.h"

/* True if tokens [first, group->first) of the match end with a preposition:
 * "the sister of" before "Ana Morel". */
static bool
is_governed(const TwArticle* article, const TwSentence* sentence,
            uint32_t first, const TwGroup* group)
{
  const uint32_t before = group->first > first
                            ? tw_group_of(article, sentence, group->first - 1)
                            : UINT32_MAX;
  return before != UINT32_MAX &&
         article->groups.at[before].kind == TW_GROUP_PREPOSITION;
}

/* True if a noun behind a name goes on with it: "the Black River Cartel gang"
 * has gangs by one name, "Officer Rui Prado set bail" is easily misread, and
 * "Judge Rui Prado QC" is he. */
static bool
is_of_name(const TwRuleReading* reading, const TwAnnotation* name,
           const TwToken* noun)
{
  if (name->type == TW_TYPE_PERSON) {
    const TwToken* const own = &reading->article->tokens.at[name->end - 1];
    return !(noun->shape & TW_SHAPE_CAPITAL) ||
           (noun->shape & ~own->shape & TW_SHAPE_UPPER);
  }
  return name->type == TW_TYPE_CARTEL &&
         (noun->gaz & TW_GAZ_ORG_NOUN ||
          tw_gazetteer_word(reading->gazetteer, noun->lemma) & TW_GAZ_ORG_NOUN);
}

/* False if the thing at the end of a relation is only part of what is spoken
 * of: "head of the HARBOUR POLICE union" heads no police, "the sister of ANA
 * MOREL's cook" is not hers, and "Rui Prado, the MAYOR's cook" no mayor. A
 * name behind its title may own what follows: "Mayor Rui Prado's cook". */
static bool
ends_whole(const TwRuleReading* reading, const TwPatternHit* hit,
           uint32_t sentence)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  const uint32_t last = hit->end - 1;
  const uint32_t index = article->tokens.at[last].annotation;
  const uint32_t g = tw_group_of(article, at, last);
  if (index == TW_NO_ANNOTATION || g == UINT32_MAX ||
      !tw_str_equal(hit->rule->language, TW_STR(TW_TAGGED_LANGUAGE))) {
    return true;
  }
  const TwAnnotation* const thing = &article->annotations.at[index];
  const TwGroup* const group = &article->groups.at[g];
  const bool governed = is_governed(article, at, hit->first, group);
  if (group->kind == TW_GROUP_POSSESSIVE) {
    return group->head <= last && thing->type != TW_TYPE_ROLE && !governed;
  }
  return group->kind != TW_GROUP_NOUN || group->head <= last ||
         (!(governed && thing->type == TW_TYPE_PERSON) &&
          is_of_name(reading, thing, &article->tokens.at[group->head]));
}

/* False if the match begins with a thing that a preposition governs and goes on
 * with a finite verb: "the sister of ANA MOREL, 45, WAS a judge" is told of the
 * sister. A relative clause is the thing's own. */
static bool
begins_subject(const TwRuleReading* reading, const TwPatternHit* hit,
               uint32_t sentence)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const at = &article->sentences.at[sentence];
  const uint32_t first = tw_group_of(article, at, hit->first);
  if (article->tokens.at[hit->first].annotation == TW_NO_ANNOTATION ||
      first == UINT32_MAX || first == at->first_group ||
      article->groups.at[first - 1].kind != TW_GROUP_PREPOSITION ||
      !tw_str_equal(hit->rule->language, TW_STR(TW_TAGGED_LANGUAGE))) {
    return true;
  }
  for (uint32_t g = first + 1;
       g < at->end_group && article->groups.at[g].first < hit->end; ++g) {
    const char kind = article->groups.at[g].kind;
    if (kind == TW_GROUP_RELATIVE || kind == TW_GROUP_CONJUNCTION) {
      return true;
    }
    if (kind == TW_GROUP_ACTIVE || kind == TW_GROUP_PASSIVE) {
      return false;
    }
  }
  return true;
}

static bool
is_finite(const TwToken* token)
{
  switch (token->tag) {
  case TW_TAG_VBD:
  case TW_TAG_VBZ:
  case TW_TAG_VBP:
  case TW_TAG_MD:
    return true;
  default:
    return false;
  }
}

/* True if the match ends with a person that begins another clause: "after
 * meeting his mother, ANA MOREL FLED". In apposition a comma would follow. What
 * begins the sentence leaves nobody else to do it. */
static bool
ends_with_subject(const TwArticle* article, uint32_t sentence,
                  const TwPatternHit* hit)
{
  const TwToken* const tokens = article->tokens.at;
  const uint32_t index = tokens[hit->end - 1].annotation;
  const TwAnnotation* const last =
    index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
  return last && last->type == TW_TYPE_PERSON && last->first > hit->first &&
         hit->first > article->sentences.at[sentence].first &&
         tokens[last->first - 1].tag == TW_TAG_COMMA &&
         hit->end < article->tokens.count && is_finite(&tokens[hit->end]);
}

bool
tw_whole_is(const TwRuleReading* reading, uint32_t sentence,
            const TwPatternHit* hit)
{
  return ends_whole(reading, hit, sentence) &&
         begins_subject(reading, hit, sentence) &&
         !ends_with_subject(reading->article, sentence, hit);
}

bool
tw_whole_is_others(const TwArticle* article, const TwPatternHit* hit,
                   const TwDraft* draft)
{
  const TwToken* const tokens = article->tokens.at;
  const uint32_t index = tokens[hit->first].annotation;
  size_t n_people = 0;
  for (size_t i = 0; i < draft->roles.count; ++i) {
    n_people += draft->roles.at[i].type == TW_TYPE_PERSON;
  }
  if (index == TW_NO_ANNOTATION || n_people != 1 ||
      article->annotations.at[index].type != TW_TYPE_PERSON ||
      (hit->first > 0 && tokens[hit->first - 1].tag == TW_TAG_CC)) {
    return false;
  }
  for (uint32_t i = article->annotations.at[index].end;
       i < hit->end && tokens[i].tag != TW_TAG_IN; ++i) {
    const TwAnnotation* const title =
      tokens[i].annotation == TW_NO_ANNOTATION
        ? NULL
        : &article->annotations.at[tokens[i].annotation];
    if (title && title->type == TW_TYPE_ROLE && i == title->head &&
        tokens[i].tag == TW_TAG_NNS) {
      return true;
    }
  }
  return false;
}

/* A common noun or a title that says what somebody is. */
static bool
is_calling(const TwToken* token)
{
  const bool noun = token->tag == TW_TAG_NN || token->tag == TW_TAG_NNP;
  return noun && token->gaz & (TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN);
}

/* Ends the search for what people are called. */
static bool
is_past_calling(const TwToken* token)
{
  return tw_tag_is_plural(token->tag) || token->tag == TW_TAG_IN ||
         is_finite(token);
}

/* True if what stands behind the list of people that ends at token `end` is a
 * noun in the singular, told of the last one. */
static bool
is_told_of_last(const TwArticle* article, const TwPatternHit* hit, uint32_t end)
{
  const TwToken* const tokens = article->tokens.at;
  if (end >= hit->end || tokens[end].tag != TW_TAG_COMMA) {
    return false;
  }
  for (uint32_t i = end; i < hit->end && !is_past_calling(&tokens[i]); ++i) {
    if (is_calling(&tokens[i])) {
      return true;
    }
  }
  return false;
}

static bool
fills_slot(const TwPatternHit* hit, uint32_t token)
{
  size_t i = 0;
  while (i < hit->n_slots &&
         (token < hit->slots[i][0] || token >= hit->slots[i][1])) {
    ++i;
  }
  return i < hit->n_slots;
}

/* True if the title before the list of people that begins at token `first` is
 * what the match tells and in the singular, told of the first one. */
static bool
is_told_of_first(const TwArticle* article, const TwPatternHit* hit,
                 uint32_t first)
{
  const TwToken* const tokens = article->tokens.at;
  for (uint32_t i = first; i > hit->first; --i) {
    const uint32_t index = tokens[i - 1].annotation;
    if (index != TW_NO_ANNOTATION &&
        article->annotations.at[index].type == TW_TYPE_ROLE) {
      return fills_slot(hit, i - 1) &&
             !tw_tag_is_plural(tokens[article->annotations.at[index].head].tag);
    }
  }
  return false;
}

/* As tw_whole_told(), of one list. */
static bool
leave_told(const TwArticle* article, TwPatternHit* hit, uint32_t list[2])
{
  const uint32_t first = article->tokens.at[list[0]].annotation;
  const uint32_t last = article->tokens.at[list[1] - 1].annotation;
  if (first == TW_NO_ANNOTATION || last == TW_NO_ANNOTATION || first == last) {
    return true;
  }
  if (is_told_of_first(article, hit, list[0])) {
    if (list[1] < hit->end) {
      return false;
    }
    list[1] = hit->end = article->annotations.at[first].end;
  } else if (is_told_of_last(article, hit, list[1])) {
    list[0] = article->annotations.at[last].first;
  }
  return true;
}

bool
tw_whole_told(const TwArticle* article, TwPatternHit* hit)
{
  bool is_told = true;
  for (size_t i = 0; i < hit->n_slots && is_told; ++i) {
    uint32_t* const slot = hit->slots[i];
    is_told = slot[0] >= slot[1] || !hit->rule->slots[i].list ||
              leave_told(article, hit, slot);
  }
  return is_told;
}
