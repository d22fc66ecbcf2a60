/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/measure_words.h"

#include "ontology/fold.h"

void
tw_measure_add(TwMeasureWords* measure, TwStr part)
{
  if (measure->n_parts < TW_MEASURE_PARTS && part.len) {
    measure->parts[measure->n_parts++] = part;
  }
}

const TwAnnotation*
tw_measure_duration_at(const TwArticle* article, uint32_t token)
{
  const uint32_t index = article->tokens.at[token].annotation;
  const TwAnnotation* const annotation =
    index == TW_NO_ANNOTATION ? NULL : &article->annotations.at[index];
  return annotation && annotation->type == TW_TYPE_DURATION &&
             annotation->first == token
           ? annotation
           : NULL;
}

/* The digits of "P12Y"; empty for what is no plain number of units. */
static TwStr
figure(TwStr value)
{
  size_t end = 1;
  while (end < value.len && ((value.s[end] >= '0' && value.s[end] <= '9') ||
                             value.s[end] == '.')) {
    ++end;
  }
  return end + 1 == value.len ? tw_str_slice(value, 1, end) : (TwStr){NULL, 0};
}

static char
unit_letter(TwStr value)
{
  return value.len ? value.s[value.len - 1] : '\0';
}

/* The name of the unit of which the text has this one or more: "years" for
 * "year"; empty if it is none. */
static TwStr
unit_of(const TwMeasureWords* measure, TwStr text)
{
  for (size_t i = 0; i < measure->units->count && text.len > 1; ++i) {
    const TwStr unit = measure->units->at[i].lemmas[0];
    if (tw_str_starts(unit, text)) {
      return unit;
    }
  }
  return (TwStr){NULL, 0};
}

/* The unit that begins with that letter, in upper case as lengths have it. */
static TwStr
unit_by_letter(const TwMeasureWords* measure, char letter)
{
  for (size_t i = 0; i < measure->units->count; ++i) {
    const TwStr unit = measure->units->at[i].lemmas[0];
    if (unit.s[0] - 'a' == letter - 'A' && unit.s[unit.len - 1] == 's') {
      return unit;
    }
  }
  return (TwStr){NULL, 0};
}

/* Adds "4 years 6 months" of "P4Y6M": "four and a half years". False if the
 * length is no sum of units that have a name. */
static bool
add_compound(TwMeasureWords* measure, TwStr value)
{
  const size_t n_parts = measure->n_parts;
  for (size_t i = 1; i < value.len;) {
    size_t end = i;
    while (end < value.len && value.s[end] >= '0' && value.s[end] <= '9') {
      ++end;
    }
    const TwStr unit = end < value.len ? unit_by_letter(measure, value.s[end])
                                       : (TwStr){NULL, 0};
    if (end == i || !unit.len) {
      measure->n_parts = n_parts;
      return false;
    }
    const TwStr number = tw_str_slice(value, i, end);
    const bool one = tw_str_equal(number, TW_STR("1"));
    tw_measure_add(measure, number);
    tw_measure_add(measure, one ? tw_str_slice(unit, 0, unit.len - 1) : unit);
    i = end + 1;
  }
  return measure->n_parts > n_parts;
}

bool
tw_measure_add_duration(TwMeasureWords* measure, const TwAnnotation* duration)
{
  const TwArticle* const article = measure->reading->article;
  const TwStr number = figure(duration->value);
  if (!number.len) {
    return add_compound(measure, duration->value);
  }
  TwStr rest = tw_fold(
    article->arena, tw_article_text(article, duration->first, duration->end));
  bool named = false;
  while (number.len && rest.len) {
    size_t end = 0;
    while (end < rest.len && rest.s[end] != ' ' && rest.s[end] != '-') {
      ++end;
    }
    const TwStr piece = tw_str_slice(rest, 0, end);
    const TwStr unit = unit_of(measure, piece);
    rest = tw_str_slice(rest, end + 1, rest.len);
    if (named) {
      tw_measure_add(measure, piece); /* "to life" */
    } else if (unit.len) {
      const bool one = tw_str_equal(number, TW_STR("1"));
      tw_measure_add(measure, number);
      tw_measure_add(measure, one ? piece : unit);
      named = true;
    }
  }
  return named;
}

/* True if the tokens from `i` on are those words. */
static bool
are_words(const TwArticle* article, uint32_t i, uint32_t end,
          const TwWords* words)
{
  size_t n = 0;
  while (n < words->n_lemmas && i + n < end &&
         (tw_str_equal(article->tokens.at[i + n].lemma, words->lemmas[n]) ||
          tw_str_equal(article->tokens.at[i + n].fold, words->lemmas[n]))) {
    ++n;
  }
  return n == words->n_lemmas;
}

void
tw_measure_add_kept(TwMeasureWords* measure, uint32_t first, uint32_t end)
{
  const TwArticle* const article = measure->reading->article;
  for (uint32_t i = first; i < end; ++i) {
    if (article->tokens.at[i].annotation != TW_NO_ANNOTATION) {
      continue; /* A length of its own */
    }
    for (size_t k = 0; k < measure->units->count; ++k) {
      const TwWords* const words = &measure->units->at[k];
      if (are_words(article, i, end, words)) {
        tw_measure_add(
          measure, tw_article_text(article, i, i + (uint32_t)words->n_lemmas));
      }
    }
  }
}

const TwAnnotation*
tw_measure_add_more(TwMeasureWords* measure, const TwAnnotation* duration,
                    uint32_t limit)
{
  const TwArticle* const article = measure->reading->article;
  uint32_t i = duration->end;
  TwStr joint = {NULL, 0};
  if (i < limit && article->tokens.at[i].tag == TW_TAG_COMMA) {
    ++i;
  }
  if (i < limit && article->tokens.at[i].tag == TW_TAG_CC) {
    joint = article->tokens.at[i++].fold;
  }
  const TwAnnotation* const more =
    i < limit ? tw_measure_duration_at(article, i) : NULL;
  if (!more || !figure(more->value).len ||
      unit_letter(more->value) == unit_letter(duration->value)) {
    return NULL;
  }
  tw_measure_add(measure, joint);
  return tw_measure_add_duration(measure, more) ? more : NULL;
}
