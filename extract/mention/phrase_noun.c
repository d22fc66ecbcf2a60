/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/phrase.h"

#define LOOK_AHEAD 8 /* words that may stand before a noun */

/* A noun group as far as it is read. */
typedef struct {
  const TwPhrase* phrase;
  bool verb_before;
  uint32_t start;
  uint32_t at;
  uint32_t head;
  uint32_t number; /* annotation */
  uint32_t hedge;  /* token */
  bool noun;       /* has one */
  bool determined; /* begins with a determiner or possessive */
  bool adjective;  /* of nothing but adjectives */
} Reader;

/* What a token does to the group. */
typedef enum { STOP, TAKEN, DONE } Step;

static bool
is_value(const TwAnnotation* annotation)
{
  return annotation->type >= TW_TYPE_NUMBER ||
         annotation->type == TW_TYPE_DURATION;
}

/* True if a noun stands at `i` or behind words that may stand before one. */
static bool
noun_follows(const TwPhrase* phrase, uint32_t i)
{
  const unsigned before =
    TW_PART_ADJECTIVE | TW_PART_NUMBER | TW_PART_PARTICIPLE;
  for (uint32_t n = 0; n < LOOK_AHEAD; ++n, ++i) {
    const TwAnnotation* const annotation = tw_phrase_annotation(phrase, i);
    if (annotation && tw_phrase_is_time(annotation)) {
      return false;
    }
    if (annotation && !is_value(annotation)) {
      return true;
    }
    const unsigned part = tw_phrase_part(phrase, i);
    if (part & TW_PART_NOUN) {
      return true;
    }
    if (!(part & before) && tw_phrase_tag(phrase, i) != TW_TAG_HYPH) {
      return false;
    }
  }
  return false;
}

/* "located and arrested Juan Pardo", "last week charging Juan Pardo" */
static bool
names_object(const TwPhrase* phrase, uint32_t i)
{
  const TwAnnotation* const next = tw_phrase_annotation(phrase, i + 1);
  if (!next || next->type != TW_TYPE_PERSON) {
    return false;
  }
  return tw_phrase_tag(phrase, i) == TW_TAG_VBG ||
         (i > phrase->first + 1 && tw_phrase_tag(phrase, i - 1) == TW_TAG_CC &&
          tw_phrase_part(phrase, i - 2) & TW_PART_VERB);
}

/* "and SEIZED 200 kilos", "and FORCED villagers to flee": what stands behind it
 * is its object. */
static bool
has_object(const TwPhrase* phrase, uint32_t i)
{
  const TwAnnotation* const next = tw_phrase_annotation(phrase, i + 1);
  if ((next && next->type == TW_TYPE_NUMBER) ||
      tw_phrase_part(phrase, i + 1) & TW_PART_NUMBER) {
    return true;
  }
  uint32_t end = i + 1;
  while (end < phrase->end &&
         tw_phrase_part(phrase, end) & (TW_PART_NOUN | TW_PART_ADJECTIVE)) {
    ++end;
  }
  return end > i + 1 && tw_phrase_tag(phrase, i - 1) == TW_TAG_CC &&
         tw_phrase_tag(phrase, end) == TW_TAG_TO;
}

/* "the killed man", "two accused", "with hidden guns"; not "police arrested
 * men", and not "accused of killing men". */
static bool
is_attributive(const Reader* reader, uint32_t i)
{
  const TwPhrase* const phrase = reader->phrase;
  if (!(tw_phrase_part(phrase, i) & TW_PART_PARTICIPLE)) {
    return false;
  }
  if (names_object(phrase, i)) {
    return false;
  }
  const bool noun = noun_follows(phrase, i + 1);
  if (reader->at > reader->start) { /* behind "the", "two", "young" */
    return noun || (!reader->noun && reader->determined &&
                    tw_phrase_is(phrase, i - 1, TW_WORD(ARTICLE)));
  }
  if (i > phrase->first && has_object(phrase, i)) {
    return false;
  }
  if (!noun || reader->verb_before) {
    return noun && tw_phrase_is(phrase, i, TW_WORD(HEDGE));
  }
  return tw_phrase_is(phrase, i, TW_WORD(MODIFIER)) ||
         (tw_phrase_tag(phrase, i) == TW_TAG_VBN &&
          tw_phrase_part(phrase, i + 1) & TW_PART_NOUN);
}

static void
take(Reader* reader, uint32_t end)
{
  for (uint32_t i = reader->at; i < end; ++i) {
    if (reader->hedge == TW_NO_TOKEN &&
        tw_phrase_is(reader->phrase, i, TW_WORD(HEDGE))) {
      reader->hedge = i;
    }
  }
  reader->at = end;
}

static void
take_noun(Reader* reader, uint32_t head, uint32_t end)
{
  if (reader->hedge == head) {
    reader->hedge = TW_NO_TOKEN; /* "the suspect" is no hedge */
  }
  take(reader, end);
  if (reader->hedge == head) {
    reader->hedge = TW_NO_TOKEN;
  }
  reader->head = head;
  reader->noun = true;
  reader->adjective = false;
}

/* "the men Peru sent": a name behind people begins a clause of its own when a
 * verb comes behind it; so does a person behind another. */
static bool
starts_anew(const Reader* reader, const TwAnnotation* annotation)
{
  const TwPhrase* const phrase = reader->phrase;
  if (!reader->noun) {
    return false;
  }
  const bool plural = tw_phrase_tag(phrase, reader->at - 1) == TW_TAG_NNS;
  const unsigned next = tw_phrase_part(phrase, annotation->end);
  return plural && next & TW_PART_VERB &&
         tw_phrase_tag(phrase, annotation->end) != TW_TAG_VBG;
}

/* What belongs to a measure: "12 years' imprisonment", "40 years to life". */
static void
take_measured(Reader* reader)
{
  const TwPhrase* const phrase = reader->phrase;
  const TwLexiconRow* row;
  if (tw_phrase_tag(phrase, reader->at) == TW_TAG_POS &&
      noun_follows(phrase, reader->at + 1)) {
    take(reader, reader->at + 1);
    return;
  }
  take(reader, reader->at + tw_grammar_phrase(phrase->grammar, phrase->tokens,
                                              reader->at, phrase->end,
                                              TW_GRAMMAR_REACH, &row));
}

/* What stands behind a date that ends at `i` and the comma that closes it: "the
 * May 4, 2024, ATTACK". */
static uint32_t
behind_date(const Reader* reader, uint32_t i)
{
  const TwPhrase* const phrase = reader->phrase;
  return reader->determined && i < phrase->end &&
             tw_phrase_tag(phrase, i) == TW_TAG_COMMA
           ? i + 1
           : i;
}

/* "granted ANA MOREL bail": what stands behind it is what is given. */
static bool
is_recipient(const Reader* reader)
{
  const TwPhrase* const phrase = reader->phrase;
  if (reader->at == reader->start || reader->start == phrase->first) {
    return false;
  }
  const uint32_t index = phrase->tokens[reader->at - 1].annotation;
  return tw_phrase_part(phrase, reader->start - 1) & TW_PART_VERB &&
         index != TW_NO_ANNOTATION &&
         phrase->article->annotations.at[index].type == TW_TYPE_PERSON &&
         tw_phrase_is(phrase, reader->start - 1, TW_WORD(GIVE)) &&
         !tw_phrase_is(phrase, reader->start - 1, TW_WORD(TELL));
}

/* True if a number counts them already: "SIX AK 47 rifles", "TWO 40-year-old
 * men". */
static bool
is_counted(const Reader* reader)
{
  return reader->number != TW_NO_ANNOTATION &&
         reader->phrase->article->annotations.at[reader->number].type ==
           TW_TYPE_NUMBER;
}

/* "six AK 47 rifles": the number behind a word in capitals that is counted. */
static bool
is_model(const Reader* reader)
{
  return is_counted(reader) &&
         reader->phrase->tokens[reader->at - 1].shape & TW_SHAPE_UPPER;
}

static Step
take_annotation(Reader* reader, const TwAnnotation* annotation)
{
  const TwPhrase* const phrase = reader->phrase;
  if (tw_phrase_is_time(annotation)) {
    const uint32_t behind = behind_date(reader, annotation->end);
    if (reader->at == reader->start || reader->noun ||
        !(tw_phrase_part(phrase, behind) &
          (TW_PART_NOUN | TW_PART_ADJECTIVE | TW_PART_PARTICIPLE))) {
      return STOP;
    }
    take(reader, behind); /* "the May attack" */
    reader->adjective = false;
    return TAKEN;
  }
  if (is_value(annotation)) {
    /* "gave the clerk $500", "gave X 12 years" */
    const bool given =
      annotation->type == TW_TYPE_MONEY ||
      (annotation->type == TW_TYPE_DURATION && is_recipient(reader));
    if (reader->noun && (given || noun_follows(phrase, annotation->end)) &&
        !is_model(reader)) {
      return STOP;
    }
    if (!is_counted(reader) &&
        (annotation->type != TW_TYPE_AGE || !reader->noun)) {
      reader->number = tw_phrase_annotation(phrase, reader->at)
                         ? phrase->tokens[reader->at].annotation
                         : TW_NO_ANNOTATION; /* "four men aged 24" are four */
    }
    reader->head = reader->noun ? reader->head : annotation->end - 1;
    take(reader, annotation->end);
    take_measured(reader);
    reader->adjective = false;
    return TAKEN;
  }
  if (starts_anew(reader, annotation)) {
    return STOP;
  }
  take_noun(reader, annotation->head, annotation->end);
  return TAKEN;
}

/* "local and federal police" */
static bool
joins_adjectives(const Reader* reader)
{
  const TwPhrase* const phrase = reader->phrase;
  const uint32_t i = reader->at;
  return i > reader->start && !reader->noun &&
         tw_phrase_part(phrase, i - 1) & TW_PART_ADJECTIVE &&
         tw_phrase_part(phrase, i + 1) & TW_PART_ADJECTIVE &&
         noun_follows(phrase, i + 2);
}

static bool
is_nation(const TwPhrase* phrase, uint32_t i)
{
  const uint32_t index = phrase->tokens[i].annotation;
  return index != TW_NO_ANNOTATION &&
         phrase->article->annotations.at[index].type == TW_TYPE_NATIONALITY;
}

/* The words of "and Yemeni" in "Somali and Yemeni pirates" or of "and 11
 * Yemeni" in "12 Somali and 11 Yemeni pirates"; 0 if there are none. */
static uint32_t
joined_nation(const TwPhrase* phrase, uint32_t i)
{
  if (i == phrase->first || tw_phrase_tag(phrase, i) != TW_TAG_CC ||
      !is_nation(phrase, i - 1)) {
    return 0;
  }
  const TwAnnotation* const number = tw_phrase_annotation(phrase, i + 1);
  const uint32_t at =
    number && number->type == TW_TYPE_NUMBER ? number->end : i + 1;
  const TwAnnotation* const nation = tw_phrase_annotation(phrase, at);
  const uint32_t end = nation ? nation->end : at + 1;
  const bool told = nation ? nation->type == TW_TYPE_NATIONALITY
                           : tw_phrase_part(phrase, at) & TW_PART_ADJECTIVE;
  return told && tw_phrase_part(phrase, end) & TW_PART_NOUN ? end - i : 0;
}

/* "last night" */
static bool
is_time(const TwPhrase* phrase, uint32_t i)
{
  return tw_phrase_is(phrase, i + 1, TW_WORD(TIME)) &&
         !(tw_phrase_part(phrase, i + 2) & TW_PART_NOUN);
}

/* "of fatally SHOOTING three men": what it tells of stands behind it. */
static bool
is_gerund(const TwPhrase* phrase, uint32_t i)
{
  return tw_phrase_tag(phrase, i) == TW_TAG_VBG &&
         !tw_phrase_is(phrase, i, TW_WORD(MODIFIER));
}

static Step
take_modifier(Reader* reader, unsigned part)
{
  const TwPhrase* const phrase = reader->phrase;
  const uint32_t i = reader->at;
  const bool follows = noun_follows(phrase, i + 1);
  if (part & (TW_PART_ADJECTIVE | TW_PART_NUMBER)) {
    const bool number = part & TW_PART_NUMBER;
    if (reader->noun && (number ? follows : !follows || is_time(phrase, i))) {
      return STOP;
    }
    reader->head = reader->noun ? reader->head : i;
    reader->adjective &= !number;
    take(reader, i + 1);
    return TAKEN;
  }
  const bool joined = tw_phrase_tag(phrase, i - 1) == TW_TAG_HYPH;
  if (is_attributive(reader, i) && (!reader->noun || (follows && joined))) {
    reader->head = reader->noun ? reader->head : i;
    reader->adjective = false;
    take(reader, i + 1);
    return TAKEN;
  }
  if (part & TW_PART_ADVERB && !reader->noun && follows &&
      !(tw_phrase_part(phrase, i + 1) & TW_PART_NOUN) &&
      (i > reader->start || !is_gerund(phrase, i + 1))) {
    take(reader, i + 1); /* "the most wanted man" */
    return TAKEN;
  }
  return STOP;
}

static Step
take_determiner(Reader* reader)
{
  const TwPhrase* const phrase = reader->phrase;
  const uint32_t i = reader->at;
  const bool both = i == reader->start + 1 &&
                    tw_phrase_tag(phrase, reader->start) == TW_TAG_PDT;
  if (i > reader->start && !both) {
    return STOP;
  }
  reader->head = i;
  reader->determined = true;
  reader->adjective = false;
  take(reader, i + 1);
  /* "his" is a group of its own, as "Peru's" is */
  return !both && tw_phrase_tag(phrase, i) == TW_TAG_PRPS ? DONE : TAKEN;
}

static Step
take_token(Reader* reader)
{
  const TwPhrase* const phrase = reader->phrase;
  const uint32_t i = reader->at;
  const TwTag tag = tw_phrase_tag(phrase, i);
  const unsigned part = tw_phrase_part(phrase, i);
  const TwAnnotation* const annotation = tw_phrase_annotation(phrase, i);
  if (annotation) {
    return take_annotation(reader, annotation);
  }
  if (part & TW_PART_PRONOUN) {
    if (i > reader->start) {
      return STOP;
    }
    take_noun(reader, i, i + 1);
    return DONE;
  }
  if (part & TW_PART_DETERMINER) {
    return take_determiner(reader);
  }
  if (part & TW_PART_NOUN) {
    if (reader->noun && is_recipient(reader)) {
      return STOP;
    }
    take_noun(reader, i, i + 1);
    return TAKEN;
  }
  /* "a Peruvian national" */
  if (i > reader->start && is_nation(phrase, i - 1) &&
      tw_phrase_is(phrase, i, TW_WORD(FOLK)) && !noun_follows(phrase, i + 1)) {
    take_noun(reader, i, i + 1);
    return TAKEN;
  }
  const uint32_t joined = i > reader->start ? joined_nation(phrase, i) : 0;
  if (joined > 2) {
    reader->number = TW_NO_ANNOTATION; /* Neither counts all of them */
  }
  if (joined) {
    take(reader, i + joined);
    return TAKEN;
  }
  const bool inside = i > reader->start && i + 1 < phrase->end;
  if (inside &&
      (tag == TW_TAG_HYPH || (tag == TW_TAG_CC && joins_adjectives(reader)))) {
    take(reader, i + 1);
    return TAKEN;
  }
  return take_modifier(reader, part);
}

uint32_t
tw_phrase_approximation(const TwPhrase* phrase, uint32_t i, bool* out_exact)
{
  const TwLexiconRow* row = NULL;
  uint32_t n = tw_grammar_phrase(phrase->grammar, phrase->tokens, i,
                                 phrase->end, TW_GRAMMAR_APPROX, &row);
  if (!n && tw_phrase_is(phrase, i, TW_WORD(APPROX)) &&
      tw_phrase_tag(phrase, i) != TW_TAG_RP) { /* "handed OVER 12 men" */
    n = 1;
    row = tw_lexicon_find_kind(phrase->grammar, phrase->tokens[i].fold,
                               TW_GRAMMAR_APPROX);
  }
  *out_exact = row && row->value.len;
  const TwAnnotation* const number =
    n ? tw_phrase_annotation(phrase, i + n) : NULL;
  return (number && is_value(number)) ||
             tw_phrase_part(phrase, i + n) & TW_PART_NUMBER
           ? n
           : 0;
}

static void
fill(const Reader* reader, TwGroup* group)
{
  const TwPhrase* const phrase = reader->phrase;
  const bool marked =
    reader->noun && tw_phrase_tag(phrase, reader->at) == TW_TAG_POS;
  const bool possessive =
    marked || (reader->at == reader->start + 1 &&
               tw_phrase_tag(phrase, reader->start) == TW_TAG_PRPS);
  char kind = tw_phrase_is(phrase, reader->head, TW_WORD(TIME)) ? TW_GROUP_TIME
                                                                : TW_GROUP_NOUN;
  if (possessive) {
    kind = TW_GROUP_POSSESSIVE;
  } else if (reader->adjective) {
    kind = TW_GROUP_ADJECTIVE;
  }
  *group = (TwGroup){
    .kind = kind,
    .first = reader->start,
    .end = reader->at + marked,
    .head = reader->head,
    .annotation = phrase->tokens[reader->head].annotation,
    .cue = TW_NO_TOKEN,
    .number = reader->number,
    .hedge = reader->hedge,
  };
}

bool
tw_phrase_noun(const TwPhrase* phrase, uint32_t start, bool verb_before,
               TwGroup* out_group)
{
  Reader reader = {.phrase = phrase,
                   .verb_before = verb_before,
                   .start = start,
                   .at = start,
                   .head = start,
                   .number = TW_NO_ANNOTATION,
                   .hedge = TW_NO_TOKEN,
                   .adjective = true};
  bool exact = false;
  const uint32_t n_about = tw_phrase_approximation(phrase, start, &exact);
  take(&reader, start + n_about);
  Step step = TAKEN;
  while (reader.at < phrase->end && step == TAKEN) {
    step = take_token(&reader);
  }
  while (reader.at > start &&
         tw_phrase_tag(phrase, reader.at - 1) == TW_TAG_HYPH) {
    --reader.at;
  }
  if (reader.at == start) {
    return false;
  }
  fill(&reader, out_group);
  out_group->approximate = n_about && !exact;
  return true;
}
