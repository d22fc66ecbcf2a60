/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datetense.h"

#include <string.h>

/* A verb that tells the tense stands at most so many tokens away. */
#define TENSE_WINDOW 20
/* How far before a verb its "will" or "to" may stand. */
#define AUXILIARY_WINDOW 4
/* Words from a verb to a date that is right behind it: "agreed on Friday". */
#define NEAR 2
/* Tokens from a verb in the present to the date that it is for. */
#define APPOINTMENT 5
/* Words and bytes of what leads ahead. */
#define MAX_LEAD 3
#define MAX_PHRASE 64

/* A date and its sentence. */
typedef struct {
  const TwLexicon* words;
  const TwToken* tokens;
  const TwSentence* sentence;
  uint32_t first;
  uint32_t end;
} Place;

static bool
is_kind(const Place* place, uint32_t at, unsigned kind)
{
  return tw_lexicon_find_kind(place->words, place->tokens[at].fold, kind);
}

static bool
is_verb(uint8_t tag)
{
  return tag == TW_TAG_VB || tag == TW_TAG_VBD || tag == TW_TAG_VBN ||
         tag == TW_TAG_VBZ || tag == TW_TAG_VBP;
}

/* What the verb that asks for an infinitive makes of it: "agreed to meet"
 * looks ahead, "tried to flee" does not. */
static TwTense
tense_of_infinitive(const Place* place, uint32_t to)
{
  for (uint32_t i = to; i > place->sentence->first && to - i < TENSE_WINDOW;) {
    --i;
    const uint8_t tag = place->tokens[i].tag;
    if (is_kind(place, i, TW_TIME_PLAN)) {
      return TW_TENSE_FUTURE;
    }
    if (tag == TW_TAG_VBD || tag == TW_TAG_VBN) {
      return TW_TENSE_PAST;
    }
    if (is_verb(tag) || tag == TW_TAG_MD) {
      return TW_TENSE_FUTURE;
    }
  }
  return TW_TENSE_FUTURE;
}

/* "could not be found" tells of what was. */
static bool
tells_of_past(const Place* place, uint32_t modal)
{
  char phrase[MAX_PHRASE];
  const TwStr left = place->tokens[modal].fold;
  const TwStr right = place->tokens[modal + 1].fold;
  if (left.len + right.len + 1 > sizeof(phrase) ||
      tw_lexicon_reach(place->words, left) < 2) {
    return false;
  }
  memcpy(phrase, left.s, left.len);
  phrase[left.len] = ' ';
  memcpy(phrase + left.len + 1, right.s, right.len);
  return tw_lexicon_find_kind(
    place->words, (TwStr){phrase, left.len + right.len + 1}, TW_TIME_PAST);
}

/* "will be named", "to be paid": what stands before a participle or bare form
 * in its group. */
static bool
tense_before(const Place* place, uint32_t at, TwTense* out_tense)
{
  const bool passive = place->tokens[at].tag == TW_TAG_VBN;
  for (uint32_t i = at;
       i > place->sentence->first && at - i < AUXILIARY_WINDOW;) {
    --i;
    const uint8_t tag = place->tokens[i].tag;
    if (tag == TW_TAG_MD) {
      *out_tense = tells_of_past(place, i) ? TW_TENSE_PAST : TW_TENSE_FUTURE;
      return true;
    }
    if (tag == TW_TAG_TO) { /* "rules to be published in May" */
      *out_tense = passive ? TW_TENSE_FUTURE : tense_of_infinitive(place, i);
      return true;
    }
    if (tag != TW_TAG_VB && tag != TW_TAG_RB) {
      break;
    }
  }
  return false;
}

static TwTense
tense_of(const Place* place, uint32_t at)
{
  const uint8_t tag = place->tokens[at].tag;
  TwTense tense = TW_TENSE_PAST;
  if (tense_before(place, at, &tense)) {
    return tense;
  }
  return tag == TW_TAG_VBZ || tag == TW_TAG_VBP ? TW_TENSE_PRESENT
                                                : TW_TENSE_PAST;
}

/* A word whose matter is yet to come: "agreed on Friday" looks ahead, but not
 * to the Friday; "expected on Friday" does. */
static bool
is_plan(const Place* place, uint32_t at)
{
  const TwLexiconRow* const plan =
    tw_lexicon_find_kind(place->words, place->tokens[at].fold, TW_TIME_PLAN);
  const uint8_t tag = place->tokens[at].tag;
  return plan && (plan->value.len ? is_verb(tag) || tag == TW_TAG_JJ
                                  : is_verb(tag) && place->first > at + NEAR);
}

/* "(On Monday,) he is expected to appear": the verb behind the date is part of
 * a plan. */
static bool
begins_plan(const Place* place, uint32_t verb)
{
  uint32_t at = verb + 1;
  while (at < place->sentence->end && place->tokens[at].tag == TW_TAG_RB) {
    ++at;
  }
  return at + 1 < place->sentence->end &&
         place->tokens[at + 1].tag == TW_TAG_TO &&
         is_kind(place, at, TW_TIME_PLAN);
}

/* "as early as Friday": words that lead to what is to come. */
static bool
leads_ahead(const Place* place)
{
  const TwToken* const tokens = place->tokens;
  for (uint32_t n = 1; n <= MAX_LEAD; ++n) {
    if (place->first < place->sentence->first + n) {
      return false;
    }
    const uint32_t from = place->first - n;
    if (tw_lexicon_reach(place->words, tokens[from].fold) < n) {
      continue;
    }
    char phrase[MAX_PHRASE];
    size_t len = 0;
    for (uint32_t i = 0; i < n; ++i) {
      const TwStr text = tokens[from + i].fold;
      if (len + text.len + 1 > sizeof(phrase)) {
        return false;
      }
      if (i) {
        phrase[len++] = ' ';
      }
      memcpy(phrase + len, text.s, text.len);
      len += text.len;
    }
    if (tw_lexicon_find_kind(place->words, (TwStr){phrase, len},
                             TW_TIME_FORWARD)) {
      return true;
    }
  }
  return false;
}

/* "will", or a verb in the future in a language without a tagger: "será". The
 * tagger takes the verb of "Police SHOT dead two men" for a modal. */
static bool
is_will(const Place* place, uint32_t at)
{
  const TwLexiconRow* const plan =
    tw_lexicon_find_kind(place->words, place->tokens[at].fold, TW_TIME_PLAN);
  return (place->tokens[at].tag == TW_TAG_MD &&
          !is_kind(place, at, TW_TIME_PAST)) ||
         (plan && tw_str_equal(plan->value, TW_STR("will")));
}

/* "The trial begins in the port on Monday", but "he says on Monday". */
static bool
is_appointed(const Place* place, uint32_t verb)
{
  return place->first - verb <= APPOINTMENT &&
         !is_kind(place, verb, TW_TIME_PAST);
}

TwTense
tw_datetense_find(const TwLexicon* words, const TwArticle* article,
                  const TwSentence* sentence, uint32_t first, uint32_t end)
{
  const Place place = {words, article->tokens.at, sentence, first, end};
  if (leads_ahead(&place)) {
    return TW_TENSE_FUTURE;
  }
  /* "said they would look into Friday's ruling" */
  if (end < sentence->end && place.tokens[end].tag == TW_TAG_POS) {
    return TW_TENSE_PAST;
  }
  for (uint32_t i = first; i > sentence->first && first - i < TENSE_WINDOW;) {
    --i;
    if (is_will(&place, i) || is_plan(&place, i)) {
      return TW_TENSE_FUTURE;
    }
    if (is_verb(place.tokens[i].tag)) {
      const TwTense tense = tense_of(&place, i);
      return tense == TW_TENSE_PRESENT && is_appointed(&place, i)
               ? TW_TENSE_FUTURE
               : tense;
    }
  }
  for (uint32_t i = end; i < sentence->end && i - end < TENSE_WINDOW; ++i) {
    if (is_will(&place, i)) {
      return TW_TENSE_FUTURE;
    }
    if (is_verb(place.tokens[i].tag)) {
      return begins_plan(&place, i) ? TW_TENSE_FUTURE : tense_of(&place, i);
    }
  }
  return TW_TENSE_PAST;
}
