/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/measure.h"

#include "extract/mention/grammar.h"
#include "extract/rule/count.h"
#include "extract/rule/measure_words.h"

#define MAX_TO_SUM 7 /* words up to "plus 30 years" */

/* The length of time whose unit the bare number of a group has, too: the next
 * one of its list ("5 and 7 YEARS"), else the last one before it ("9 YEARS, and
 * Y for 6"); NULL if the group is no bare number or has none. */
static const TwAnnotation*
unit_giver(const TwRuleReading* reading, uint32_t group)
{
  const TwArticle* const article = reading->article;
  const TwGroup* const at = &article->groups.at[group];
  const TwSentence* const sentence = tw_value_sentence(reading, group);
  if (at->end - at->first != 1 || at->number == TW_NO_ANNOTATION ||
      article->annotations.at[at->number].type != TW_TYPE_NUMBER) {
    return NULL;
  }
  for (uint32_t i = at->end; i < sentence->end; ++i) {
    const TwTag tag = (TwTag)article->tokens.at[i].tag;
    if (tw_measure_duration_at(article, i)) {
      return tw_measure_duration_at(article, i);
    }
    if (tag != TW_TAG_CD && tag != TW_TAG_COMMA && tag != TW_TAG_CC) {
      break;
    }
  }
  for (uint32_t i = at->first; i-- > sentence->first;) {
    if (tw_measure_duration_at(article, i)) {
      return tw_measure_duration_at(article, i);
    }
  }
  return NULL;
}

bool
tw_measure_is_bare(const TwRuleReading* reading, uint32_t group)
{
  return unit_giver(reading, group) != NULL;
}

bool
tw_measure_is_listed(const TwRuleReading* reading, uint32_t group)
{
  const TwGroup* const groups = reading->article->groups.at;
  uint32_t before = group;
  while (before > tw_value_sentence(reading, group)->first_group &&
         (groups[before - 1].kind == TW_GROUP_COMMA ||
          groups[before - 1].kind == TW_GROUP_CONJUNCTION)) {
    --before;
  }
  const TwAnnotation* const own =
    tw_measure_duration_at(reading->article, groups[group].first);
  return tw_measure_is_bare(reading, group) ||
         (own && before < group && before > 0 &&
          unit_giver(reading, before - 1) == own);
}

/* Puts a bare number and the unit of another length into the value, or the
 * range that they are. */
static void
measure_bare(const TwMeasureWords* measure, const TwAnnotation* giver,
             uint32_t group, TwValue* value)
{
  const TwArticle* const article = measure->reading->article;
  const uint32_t first = tw_value_sentence(measure->reading, group)->first;
  TwMeasureWords other = {.reading = measure->reading, .units = measure->units};
  const uint32_t number = article->groups.at[group].number;
  if (giver->first >= value->end &&
      tw_count_opens_range(measure->reading, first, value->first)) {
    value->end = giver->end;
    value->text = tw_article_text(article, value->first - 1, giver->end);
    value->type = TW_TYPE_DURATION;
    return;
  }
  if (tw_measure_add_duration(&other, giver)) {
    const TwStr parts[] = {article->annotations.at[number].value,
                           other.parts[1]};
    value->text = tw_arena_join(article->arena, parts, 2, TW_STR(" "));
    value->type = TW_TYPE_DURATION;
  }
}

/* Adds what stands behind the measure and limits it: "to life"; returns the
 * token behind it. */
static uint32_t
add_reach(TwMeasureWords* measure, uint32_t token, uint32_t end)
{
  const TwArticle* const article = measure->reading->article;
  const TwLexiconRow* row;
  const uint32_t n =
    tw_grammar_phrase(measure->reading->grammar, article->tokens.at, token, end,
                      TW_GRAMMAR_REACH, &row);
  if (n) {
    tw_measure_add(measure, tw_article_text(article, token, token + n));
  }
  return token + n;
}

/* True for a word that leads one more length of time. */
static bool
is_plus(const TwMeasureWords* measure, uint32_t i)
{
  const TwArticle* const article = measure->reading->article;
  return i + 1 < article->tokens.count &&
         tw_grammar_classes(measure->reading->grammar, &article->tokens.at[i]) &
           TW_WORD(REACH) &&
         tw_measure_duration_at(article, i + 1);
}

/* The length of time that is added to what ends before token `from`: "life in
 * prison PLUS 30 YEARS". */
static void
add_sum(TwMeasureWords* measure, uint32_t from, uint32_t limit)
{
  const TwArticle* const article = measure->reading->article;
  const uint32_t end = limit - from > MAX_TO_SUM ? from + MAX_TO_SUM : limit;
  uint32_t i = from;
  while (i < end && article->tokens.at[i].tag != TW_TAG_COMMA &&
         !is_plus(measure, i)) {
    ++i;
  }
  const TwAnnotation* const added = i < end && is_plus(measure, i)
                                      ? tw_measure_duration_at(article, i + 1)
                                      : NULL;
  if (added) {
    tw_measure_add(measure, tw_article_text(article, i, i + 1));
    (void)tw_measure_add_duration(measure, added);
    const TwAnnotation* const more = tw_measure_add_more(measure, added, limit);
    const uint32_t behind = more ? more->end : added->end;
    tw_measure_add_kept(measure, behind,
                        behind + 2 < limit ? behind + 2 : limit);
  }
}

/* "a life sentence": what is kept is all there is. */
static void
keep_words(TwMeasureWords* measure, uint32_t limit, TwValue* value)
{
  const TwArticle* const article = measure->reading->article;
  tw_measure_add_kept(measure, value->first, value->end);
  if (measure->n_parts && article->tokens.at[value->first].tag != TW_TAG_CD) {
    add_sum(measure, value->end, limit);
    value->text = tw_arena_join(article->arena, measure->parts,
                                measure->n_parts, TW_STR(" "));
  }
  value->type = measure->n_parts ? TW_TYPE_DURATION : value->type;
}

/* True if the token hangs on the words of the group by something else than
 * "of": "death with a TWO-YEAR reprieve". */
static bool
is_led_off(const TwRuleReading* reading, uint32_t group, uint32_t token)
{
  const TwGroup* const groups = reading->article->groups.at;
  const uint32_t end = tw_value_sentence(reading, group)->end_group;
  if (groups[group].number != TW_NO_ANNOTATION) {
    return false; /* "10 to 15 years" */
  }
  for (uint32_t g = group; g < end && groups[g].first <= token; ++g) {
    if (groups[g].kind == TW_GROUP_PREPOSITION &&
        !(groups[g].classes & TW_WORD(OF))) {
      return true;
    }
  }
  return false;
}

void
tw_measure_value(const TwRuleReading* reading, uint32_t group,
                 const TwWordList* units, TwValue* value)
{
  const TwArticle* const article = reading->article;
  const TwSentence* const sentence = tw_value_sentence(reading, group);
  const uint32_t limit = sentence->end;
  TwMeasureWords measure = {.reading = reading, .units = units};
  const TwAnnotation* last = NULL;
  /* "a year" begins before its words do. */
  for (uint32_t i = article->groups.at[group].first; i < value->end && !last;
       ++i) {
    last = tw_measure_duration_at(article, i);
  }
  last = last && is_led_off(reading, group, last->first) ? NULL : last;
  const TwAnnotation* const giver = last ? NULL : unit_giver(reading, group);
  if (giver) {
    measure_bare(&measure, giver, group, value);
    return;
  }
  if (!last) {
    keep_words(&measure, limit, value);
    return;
  }
  const uint32_t range =
    tw_count_range_first(reading, sentence->first, last->first);
  if (range < last->first) {
    value->first = range;
    value->end = last->end;
    value->text = tw_article_text(article, range, last->end);
    value->type = TW_TYPE_DURATION;
    return;
  }
  tw_measure_add_kept(&measure, value->first, last->first);
  if (!tw_measure_add_duration(&measure, last)) {
    return;
  }
  const TwAnnotation* const more = tw_measure_add_more(&measure, last, limit);
  last = more ? more : last;
  const uint32_t behind = add_reach(&measure, last->end, limit);
  tw_measure_add_kept(&measure, behind, value->end);
  add_sum(&measure, behind, limit);
  value->text =
    tw_arena_join(article->arena, measure.parts, measure.n_parts, TW_STR(" "));
  value->type = TW_TYPE_DURATION;
  value->end = behind > value->end ? behind : value->end;
}
