/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/count.h"

#include "extract/mention/grammar.h"
#include "extract/rule/people.h"

#include <stdio.h>

/* The share of those who are counted: 1 of 1 for all, 0 of 0 if it is not
 * known. */
typedef struct {
  uint64_t of;
  uint64_t all;
} Share;

bool
tw_count_opens_range(const TwRuleReading* reading, uint32_t first,
                     uint32_t token)
{
  return token > first &&
         tw_grammar_classes(reading->grammar,
                            &reading->article->tokens.at[token - 1]) &
           TW_WORD(PARTY);
}

uint32_t
tw_count_range_first(const TwRuleReading* reading, uint32_t first,
                     uint32_t token)
{
  const TwToken* const at = &reading->article->tokens.at[token];
  if (token < first + 2 || at[-2].tag != TW_TAG_CD) {
    return token;
  }
  if (at[-1].tag == TW_TAG_CC) {
    return tw_count_opens_range(reading, first, token - 2) ? token - 3 : token;
  }
  return at[-1].tag == TW_TAG_TO || at[-1].tag == TW_TAG_IN ? token - 2 : token;
}

static const TwAnnotation*
number_of(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const uint32_t index = article->groups.at[group].number;
  return index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
}

/* What "half" or "some" makes of those behind it; `number` of it: "two THIRDS
 * of". */
static Share
share_of(const TwRuleReading* reading, uint32_t token,
         const TwAnnotation* number)
{
  const TwLexiconRow* const row = tw_lexicon_find_kind(
    reading->grammar, reading->article->tokens.at[token].lemma,
    TW_GRAMMAR_HEAP);
  Share share = {1, 0};
  if (!row || !tw_str_to_u64(row->value, &share.all) ||
      (number && !tw_str_to_u64(number->value, &share.of))) {
    return (Share){0, 0};
  }
  return share;
}

/* True if the group tells of people or things that are known: "the 40", "his
 * 40". */
static bool
is_definite(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  return tw_grammar_classes(
           reading->grammar,
           &article->tokens.at[article->groups.at[group].first]) &
         (TW_WORD(DEFINITE) | TW_WORD(ARTICLE));
}

/* The share of the group's number: "HALF OF the 40", "HALF the 40". */
static Share
read_share(const TwRuleReading* reading, uint32_t group)
{
  static const Share whole = {1, 1};
  const TwArticle* const article = reading->article;
  const TwGroup* const groups = article->groups.at;
  const TwSentence* const sentence = tw_value_sentence(reading, group);
  const uint32_t lead = groups[group].first;
  const uint64_t classes =
    tw_grammar_classes(reading->grammar, &article->tokens.at[lead]);
  if (classes & TW_WORD(HEAP) && number_of(reading, group)->first > lead + 1 &&
      article->tokens.at[lead + 1].tag == TW_TAG_DT) {
    return share_of(reading, lead, NULL);
  }
  uint32_t first = group;
  while (first > sentence->first_group &&
         groups[first - 1].kind == TW_GROUP_POSSESSIVE) {
    --first;
  }
  if (first < sentence->first_group + 2 ||
      (first == group && !is_definite(reading, group)) ||
      groups[first - 2].kind != TW_GROUP_NOUN ||
      tw_value_of(reading, first - 2) != group ||
      !(groups[first - 2].classes & TW_WORD(HEAP))) {
    return whole;
  }
  return share_of(reading, groups[first - 2].head,
                  number_of(reading, first - 2));
}

/* The share of a number in decimals; empty if it is no whole one. */
static TwStr
take(const TwRuleReading* reading, TwStr number, Share share)
{
  char text[24];
  uint64_t count = 0;
  if (share.of == share.all && share.all) {
    return number;
  }
  if (!share.all || share.of > share.all || !tw_str_to_u64(number, &count) ||
      count > UINT32_MAX || count * share.of % share.all) {
    return (TwStr){NULL, 0};
  }
  snprintf(text, sizeof(text), "%llu",
           (unsigned long long)(count * share.of / share.all));
  return tw_arena_copy(reading->article->arena, tw_str(text));
}

/* The number at a token, if it is a plain one; NULL else. */
static const TwAnnotation*
plain_at(const TwRuleReading* reading, uint32_t token)
{
  const TwArticle* const article = reading->article;
  const uint32_t index = article->tokens.at[token].annotation;
  const TwAnnotation* const at =
    index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
  return at && at->type == TW_TYPE_NUMBER ? at : NULL;
}

/* True if the numbers are the ends of a range: "BETWEEN 10 AND 15", "10 TO
 * 15". */
static bool
are_range(const TwRuleReading* reading, const TwSentence* sentence,
          const TwAnnotation* least, const TwAnnotation* most)
{
  uint64_t low = 0;
  uint64_t high = 0;
  return least && most && least->end + 1 == most->first &&
         reading->article->tokens.at[least->end].tag != TW_TAG_IN &&
         tw_str_to_u64(least->value, &low) &&
         tw_str_to_u64(most->value, &high) && low < high &&
         tw_count_range_first(reading, sentence->first, most->first) <
           most->first;
}

/* The least number of the range that `number` ends or begins; NULL if it
 * stands alone. */
static const TwAnnotation*
least_of(const TwRuleReading* reading, const TwSentence* sentence,
         const TwAnnotation* number)
{
  const TwAnnotation* const before = number->first > sentence->first + 1
                                       ? plain_at(reading, number->first - 2)
                                       : NULL;
  const TwAnnotation* const behind =
    number->end + 1 < sentence->end ? plain_at(reading, number->end + 1) : NULL;
  if (are_range(reading, sentence, before, number)) {
    return before;
  }
  return are_range(reading, sentence, number, behind) ? number : NULL;
}

/* The group's number; false if it has none or that of something else. */
static bool
read_count(const TwRuleReading* reading, uint32_t group, TwStr* out_text,
           bool* out_approximate)
{
  const TwAnnotation* const number = number_of(reading, group);
  if (!number || number->type == TW_TYPE_AGE) {
    return false; /* "a 48-year-old man" is one */
  }
  const TwAnnotation* const least =
    least_of(reading, tw_value_sentence(reading, group), number);
  *out_text = take(reading, least ? least->value : number->value,
                   read_share(reading, group));
  *out_approximate = least || reading->article->groups.at[group].approximate;
  return out_text->len > 0;
}

uint32_t
tw_count_people(const TwRuleReading* reading, uint32_t group)
{
  TwStr text;
  bool approximate;
  uint64_t count = 0;
  return read_count(reading, group, &text, &approximate) &&
             tw_str_to_u64(text, &count) && count <= INT32_MAX
           ? (uint32_t)count
           : 0;
}

bool
tw_count_value(const TwRuleReading* reading, uint32_t group, TwValue* out_value,
               bool* out_approximate)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  TwStr text;
  if (!read_count(reading, group, &text, out_approximate)) {
    return false;
  }
  const TwAnnotation* const number = number_of(reading, group);
  const TwAnnotation* const head = at->annotation == TW_NO_ANNOTATION
                                     ? NULL
                                     : &article->annotations.at[at->annotation];
  const bool bare = (head && head->type == TW_TYPE_ROLE) ||
                    tw_people_is(reading, group) ||
                    tw_value_of(reading, group) == UINT32_MAX;
  if (bare &&
      (number->type == TW_TYPE_DURATION || number->type == TW_TYPE_MONEY)) {
    return false; /* "held Prado two days later", "took $40" */
  }
  *out_value = (TwValue){
    .entity = TW_NO_ENTITY,
    .type = TW_TYPE_NUMBER,
    .text = bare ? text : tw_article_text(article, number->first, at->end),
    .first = number->first,
    .end = bare ? number->end : at->end};
  return true;
}
