/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/measure.h"

#include "extract/mention/grammar.h"
#include "ontology/fold.h"

#define MAX_PARTS 16
#define MAX_TO_SUM 7 /* words up to "plus 30 years" */

/** The words of a measure while they are put together. */
typedef struct {
  const TwRuleReading* reading;
  const TwWordList* units;
  TwStr parts[MAX_PARTS];
  size_t n_parts;
} Measure;

static void
add(Measure* measure, TwStr part)
{
  if (measure->n_parts < MAX_PARTS && part.len) {
    measure->parts[measure->n_parts++] = part;
  }
}

static const TwAnnotation*
duration_at(const TwArticle* article, uint32_t token)
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
unit_of(const Measure* measure, TwStr text)
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
unit_by_letter(const Measure* measure, char letter)
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
add_compound(Measure* measure, TwStr value)
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
    add(measure, number);
    add(measure, one ? tw_str_slice(unit, 0, unit.len - 1) : unit);
    i = end + 1;
  }
  return measure->n_parts > n_parts;
}

/* Adds "12 years to life" of "12-years-to-life"; false if the words have no
 * unit. */
static bool
add_duration(Measure* measure, const TwAnnotation* duration)
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
      add(measure, piece); /* "to life" */
    } else if (unit.len) {
      const bool one = tw_str_equal(number, TW_STR("1"));
      add(measure, number);
      add(measure, one ? piece : unit);
      named = true;
    }
  }
  return named;
}

/* True for a number behind "between". */
static bool
opens_range(const TwRuleReading* reading, uint32_t token)
{
  return token > 0 &&
         tw_grammar_classes(reading->grammar,
                            &reading->article->tokens.at[token - 1]) &
           TW_WORD(PARTY);
}

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
    if (duration_at(article, i)) {
      return duration_at(article, i);
    }
    if (tag != TW_TAG_CD && tag != TW_TAG_COMMA && tag != TW_TAG_CC) {
      break;
    }
  }
  for (uint32_t i = at->first; i-- > sentence->first;) {
    if (duration_at(article, i)) {
      return duration_at(article, i);
    }
  }
  return NULL;
}

bool
tw_measure_is_bare(const TwRuleReading* reading, uint32_t group)
{
  return unit_giver(reading, group) != NULL;
}

/* Puts a bare number and the unit of another length into the value, or the
 * range that they are. */
static void
measure_bare(const Measure* measure, const TwAnnotation* giver, uint32_t group,
             TwValue* value)
{
  const TwArticle* const article = measure->reading->article;
  Measure other = {.reading = measure->reading, .units = measure->units};
  const uint32_t number = article->groups.at[group].number;
  if (opens_range(measure->reading, value->first)) {
    value->end = giver->end;
    value->text = tw_article_text(article, value->first - 1, giver->end);
    value->type = TW_TYPE_DURATION;
    return;
  }
  if (add_duration(&other, giver)) {
    const TwStr parts[] = {article->annotations.at[number].value,
                           other.parts[1]};
    value->text = tw_arena_join(article->arena, parts, 2, TW_STR(" "));
    value->type = TW_TYPE_DURATION;
  }
}

/* Adds what stands behind the measure and limits it: "to life"; returns the
 * token behind it. */
static uint32_t
add_reach(Measure* measure, uint32_t token, uint32_t end)
{
  const TwArticle* const article = measure->reading->article;
  const TwLexiconRow* row;
  const uint32_t n =
    tw_grammar_phrase(measure->reading->grammar, article->tokens.at, token, end,
                      TW_GRAMMAR_REACH, &row);
  if (n) {
    add(measure, tw_article_text(article, token, token + n));
  }
  return token + n;
}

/* Where the range begins that the measure ends ("10 to 15 YEARS", "between 10
 * and 15 YEARS"); the measure's first token if there is none. */
static uint32_t
range_first(const TwRuleReading* reading, uint32_t first, uint32_t token)
{
  const TwToken* const at = &reading->article->tokens.at[token];
  if (token < first + 2 || at[-2].tag != TW_TAG_CD) {
    return token;
  }
  if (at[-1].tag == TW_TAG_CC) {
    return opens_range(reading, token - 2) ? token - 3 : token;
  }
  return at[-1].tag == TW_TAG_TO || at[-1].tag == TW_TAG_IN ? token - 2 : token;
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

/* "a SUSPENDED sentence of two years": what says more than how long it is. */
static void
add_kept(Measure* measure, uint32_t first, uint32_t end)
{
  const TwArticle* const article = measure->reading->article;
  for (uint32_t i = first; i < end; ++i) {
    if (article->tokens.at[i].annotation != TW_NO_ANNOTATION) {
      continue; /* A length of its own */
    }
    for (size_t k = 0; k < measure->units->count; ++k) {
      const TwWords* const words = &measure->units->at[k];
      if (are_words(article, i, end, words)) {
        add(measure,
            tw_article_text(article, i, i + (uint32_t)words->n_lemmas));
      }
    }
  }
}

/* The length of time that goes on behind another, in a smaller unit: "and 8
 * months", ", 8 months". */
static const TwAnnotation*
add_more(Measure* measure, const TwAnnotation* duration, uint32_t limit)
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
  const TwAnnotation* const more = i < limit ? duration_at(article, i) : NULL;
  if (!more || !figure(more->value).len ||
      unit_letter(more->value) == unit_letter(duration->value)) {
    return NULL;
  }
  add(measure, joint);
  return add_duration(measure, more) ? more : NULL;
}

/* True for a word that leads one more length of time. */
static bool
is_plus(const Measure* measure, uint32_t i)
{
  const TwArticle* const article = measure->reading->article;
  return i + 1 < article->tokens.count &&
         tw_grammar_classes(measure->reading->grammar, &article->tokens.at[i]) &
           TW_WORD(REACH) &&
         duration_at(article, i + 1);
}

/* The length of time that is added to what ends before token `from`: "life in
 * prison PLUS 30 YEARS". */
static void
add_sum(Measure* measure, uint32_t from, uint32_t limit)
{
  const TwArticle* const article = measure->reading->article;
  const uint32_t end = limit - from > MAX_TO_SUM ? from + MAX_TO_SUM : limit;
  uint32_t i = from;
  while (i < end && article->tokens.at[i].tag != TW_TAG_COMMA &&
         !is_plus(measure, i)) {
    ++i;
  }
  const TwAnnotation* const added =
    i < end && is_plus(measure, i) ? duration_at(article, i + 1) : NULL;
  if (added) {
    add(measure, tw_article_text(article, i, i + 1));
    (void)add_duration(measure, added);
    const TwAnnotation* const more = add_more(measure, added, limit);
    const uint32_t behind = more ? more->end : added->end;
    add_kept(measure, behind, behind + 2 < limit ? behind + 2 : limit);
  }
}

/* "a life sentence": what is kept is all there is. */
static void
keep_words(Measure* measure, uint32_t limit, TwValue* value)
{
  const TwArticle* const article = measure->reading->article;
  add_kept(measure, value->first, value->end);
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
  if (groups[group].number != TW_NO_ANNOTATION) {
    return false; /* "10 to 15 years" */
  }
  for (uint32_t g = group; groups[g].first <= token; ++g) {
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
  Measure measure = {.reading = reading, .units = units};
  const TwAnnotation* last = NULL;
  /* "a year" begins before its words do. */
  for (uint32_t i = article->groups.at[group].first; i < value->end && !last;
       ++i) {
    last = duration_at(article, i);
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
  const uint32_t range = range_first(reading, sentence->first, last->first);
  if (range < last->first) {
    value->first = range;
    value->end = last->end;
    value->text = tw_article_text(article, range, last->end);
    value->type = TW_TYPE_DURATION;
    return;
  }
  add_kept(&measure, value->first, last->first);
  if (!add_duration(&measure, last)) {
    return;
  }
  const TwAnnotation* const more = add_more(&measure, last, limit);
  last = more ? more : last;
  const uint32_t behind = add_reach(&measure, last->end, limit);
  add_kept(&measure, behind, value->end);
  add_sum(&measure, behind, limit);
  value->text =
    tw_arena_join(article->arena, measure.parts, measure.n_parts, TW_STR(" "));
  value->type = TW_TYPE_DURATION;
  value->end = behind > value->end ? behind : value->end;
}
