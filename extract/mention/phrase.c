/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/phrase.h"

#include "ontology/gazetteer.h"

#include <string.h>

#define PAIR_MAX 64 /* bytes */
#define LOOK_BACK 8 /* words between a verb and one that belongs to it */

const uint8_t tw_phrase_parts[TW_TAG_COUNT] = {
  [TW_TAG_NN] = TW_PART_NOUN,
  [TW_TAG_NNS] = TW_PART_NOUN,
  [TW_TAG_NNP] = TW_PART_NOUN,
  [TW_TAG_NNPS] = TW_PART_NOUN,
  [TW_TAG_FW] = TW_PART_NOUN,
  [TW_TAG_GW] = TW_PART_NOUN,
  [TW_TAG_ADD] = TW_PART_NOUN,
  [TW_TAG_XX] = TW_PART_NOUN,
  [TW_TAG_JJ] = TW_PART_ADJECTIVE,
  [TW_TAG_JJR] = TW_PART_ADJECTIVE,
  [TW_TAG_JJS] = TW_PART_ADJECTIVE,
  [TW_TAG_AFX] = TW_PART_ADJECTIVE,
  [TW_TAG_CD] = TW_PART_NUMBER,
  [TW_TAG_DOLLAR] = TW_PART_NUMBER,
  [TW_TAG_HASH] = TW_PART_NUMBER,
  [TW_TAG_VB] = TW_PART_VERB,
  [TW_TAG_VBD] = TW_PART_VERB,
  [TW_TAG_VBP] = TW_PART_VERB,
  [TW_TAG_VBZ] = TW_PART_VERB,
  [TW_TAG_VBG] = TW_PART_VERB | TW_PART_PARTICIPLE,
  [TW_TAG_VBN] = TW_PART_VERB | TW_PART_PARTICIPLE,
  [TW_TAG_DT] = TW_PART_DETERMINER,
  [TW_TAG_PDT] = TW_PART_DETERMINER,
  [TW_TAG_PRPS] = TW_PART_DETERMINER,
  [TW_TAG_PRP] = TW_PART_PRONOUN,
  [TW_TAG_RB] = TW_PART_ADVERB,
  [TW_TAG_RBR] = TW_PART_ADVERB,
  [TW_TAG_RBS] = TW_PART_ADVERB,
  [TW_TAG_UH] = TW_PART_ADVERB,
  [TW_TAG_EX] = TW_PART_ADVERB,
};

bool
tw_phrase_is_time(const TwAnnotation* annotation)
{
  return annotation->type == TW_TYPE_DATE || annotation->type == TW_TYPE_TIME ||
         annotation->type == TW_TYPE_SET;
}

static void
set_tag(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  phrase->tags[i - phrase->first] = (uint8_t)tag;
}

/* The first token before `i` that is no adverb, or `i` if there is none. */
static uint32_t
before_adverbs(const TwPhrase* phrase, uint32_t i)
{
  uint32_t k = i;
  while (k > phrase->first) {
    --k;
    if (!(tw_phrase_part(phrase, k) & TW_PART_ADVERB)) {
      return k;
    }
  }
  return i;
}

static bool
is_name(const TwPhrase* phrase, uint32_t i)
{
  const TwTag tag = tw_phrase_tag(phrase, i);
  return tag == TW_TAG_NNP || tag == TW_TAG_NNPS || tag == TW_TAG_PRP;
}

/* "the party, CHAIRED by her," */
static bool
is_aside(const TwPhrase* phrase, uint32_t i)
{
  const uint32_t before = before_adverbs(phrase, i);
  return before < i && tw_phrase_tag(phrase, before) == TW_TAG_COMMA &&
         tw_phrase_is(phrase, i + 1, TW_WORD(BY));
}

/* "the party, chaired by her, CALLED for calm": the only verb of the sentence
 * that can be a finite one. */
static bool
is_behind_aside(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  bool aside = false;
  if (tag != TW_TAG_VBN || i == phrase->first || is_aside(phrase, i) ||
      tw_phrase_tag(phrase, i - 1) != TW_TAG_COMMA) {
    return false;
  }
  for (uint32_t k = phrase->first; k < phrase->end; ++k) {
    const TwTag other = tw_phrase_tag(phrase, k);
    const bool led =
      k < i && tw_phrase_part(phrase, k) & TW_PART_VERB && is_aside(phrase, k);
    aside |= led;
    if (!led && (other == TW_TAG_VBD || other == TW_TAG_VBZ ||
                 other == TW_TAG_VBP || other == TW_TAG_MD)) {
      return false;
    }
  }
  return aside;
}

/* "was found", "had shot": a past tense behind an auxiliary is a participle. */
static bool
is_participle(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const uint64_t auxiliary = TW_WORD(BE) | TW_WORD(HAVE);
  if (tag != TW_TAG_VBD && !tw_phrase_is(phrase, i, TW_WORD(VERBAL))) {
    return false;
  }
  if (tag == TW_TAG_VBD && is_aside(phrase, i)) {
    return true;
  }
  const uint32_t before = before_adverbs(phrase, i);
  if (before == i || !tw_phrase_is(phrase, before, auxiliary) ||
      !(tw_phrase_part(phrase, before) & TW_PART_VERB)) {
    return false;
  }
  return tag == TW_TAG_VBD ||
         !(tw_phrase_part(phrase, i + 1) & (TW_PART_NOUN | TW_PART_ADJECTIVE));
}

/* A noun, or what the tagger took for something else in "a detective shot". */
static bool
is_noun(const TwPhrase* phrase, uint32_t i)
{
  const uint32_t index = phrase->tokens[i].annotation;
  return tw_phrase_part(phrase, i) & TW_PART_NOUN ||
         (index != TW_NO_ANNOTATION &&
          phrase->article->annotations.at[index].type == TW_TYPE_ROLE);
}

/* "shot and killed": another past tense goes on with it. */
static bool
is_joined_to_past(const TwPhrase* phrase, uint32_t i)
{
  const TwTag tag = tw_phrase_tag(phrase, i + 2);
  return tw_phrase_tag(phrase, i + 1) == TW_TAG_CC &&
         (tag == TW_TAG_VBD || tag == TW_TAG_VBN);
}

/* "gunman shot three people": a word that can be a past tense stands between
 * a noun and what begins a noun group, or another past tense. */
static bool
is_past(const TwPhrase* phrase, uint32_t i)
{
  const unsigned begins = TW_PART_DETERMINER | TW_PART_NUMBER | TW_PART_PRONOUN;
  const unsigned next = tw_phrase_part(phrase, i + 1);
  return i > phrase->first && tw_phrase_is(phrase, i, TW_WORD(VERBAL)) &&
         ((is_name(phrase, i - 1) && !(next & TW_PART_NOUN)) ||
          (is_noun(phrase, i - 1) &&
           (next & begins || tw_phrase_is(phrase, i + 1, TW_WORD(VERBAL)) ||
            is_joined_to_past(phrase, i))));
}

static bool
is_person(const TwPhrase* phrase, uint32_t i)
{
  const uint32_t index = i >= phrase->first && i < phrase->end
                           ? phrase->tokens[i].annotation
                           : TW_NO_ANNOTATION;
  return index != TW_NO_ANNOTATION &&
         phrase->article->annotations.at[index].type == TW_TYPE_PERSON;
}

/* "Juan Pardo shot Ivo Reyes" */
static bool
is_between_people(const TwPhrase* phrase, uint32_t i)
{
  return tw_phrase_is(phrase, i, TW_WORD(VERBAL)) && i > phrase->first &&
         is_person(phrase, i - 1) && is_person(phrase, i + 1);
}

static bool
is_timed(const TwPhrase* phrase, uint32_t i)
{
  const TwAnnotation* const time = tw_phrase_annotation(phrase, i);
  return time && tw_phrase_is_time(time);
}

/* "drug trafficking charges", "a gang shooting that …", "of match fixing on",
 * "whose killing": no gerund. */
static bool
is_compound(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const unsigned object =
    TW_PART_DETERMINER | TW_PART_NUMBER | TW_PART_PRONOUN | TW_PART_ADJECTIVE;
  const bool led = i > phrase->first + 1 &&
                   tw_phrase_part(phrase, i - 2) & TW_PART_DETERMINER &&
                   !(phrase->tokens[i - 1].gaz & TW_GAZ_PERSON_NOUN) &&
                   !(tw_phrase_part(phrase, i + 1) & object);
  const bool bare =
    i > phrase->first + 1 && tw_phrase_tag(phrase, i - 2) == TW_TAG_IN &&
    tw_phrase_tag(phrase, i - 1) == TW_TAG_NN &&
    !(phrase->tokens[i - 1].gaz & TW_GAZ_PERSON_NOUN) &&
    (is_timed(phrase, i + 1) || !(tw_phrase_part(phrase, i + 1) & object));
  const bool owned =
    i > phrase->first && tw_phrase_tag(phrase, i - 1) == TW_TAG_WPS;
  return tag == TW_TAG_VBG && i > phrase->first &&
         tw_phrase_is(phrase, i, TW_WORD(GERUNDIAL)) &&
         (owned ||
          (tw_phrase_part(phrase, i - 1) & TW_PART_NOUN &&
           (led || bare || tw_phrase_part(phrase, i + 1) & TW_PART_NOUN)));
}

/* "Man held in Lima", "MAN TO BE TRIED": a headline's first noun. */
static bool
is_first_noun(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  if (i > phrase->first || tag != TW_TAG_VB ||
      phrase->classes[0] & (TW_WORD(BE) | TW_WORD(HAVE) | TW_WORD(GET))) {
    return false;
  }
  switch (tw_phrase_tag(phrase, i + 1)) {
  case TW_TAG_VBN:
  case TW_TAG_VBD:
  case TW_TAG_VBZ:
  case TW_TAG_MD:
  case TW_TAG_TO:
  case TW_TAG_WP:
    return true;
  default:
    return false;
  }
}

/* True if word `i` belongs to the verb at `at`. */
static bool
belongs_to(const TwPhrase* phrase, uint32_t i, uint32_t at)
{
  char words[PAIR_MAX];
  const TwStr verb = phrase->tokens[at].lemma;
  const TwStr word = phrase->tokens[i].fold;
  if (verb.len + word.len + 1 > PAIR_MAX || word.len == 0 || verb.len == 0) {
    return false;
  }
  memcpy(words, verb.s, verb.len);
  words[verb.len] = ' ';
  memcpy(words + verb.len + 1, word.s, word.len);
  return tw_lexicon_find_kind(phrase->grammar,
                              (TwStr){words, verb.len + 1 + word.len},
                              TW_GRAMMAR_PARTICLE) != NULL;
}

/* "hand over", "carried out", "shot dead three": a verb and its particle. */
static bool
is_particle(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const unsigned object = TW_PART_NUMBER | TW_PART_DETERMINER;
  const bool before_object =
    tag == TW_TAG_JJ &&
    (tw_phrase_part(phrase, i + 1) & object || is_person(phrase, i + 1));
  return (tag == TW_TAG_IN || tag == TW_TAG_RB || before_object) &&
         i > phrase->first && tw_phrase_part(phrase, i - 1) & TW_PART_VERB &&
         belongs_to(phrase, i, i - 1);
}

/* "took two men HOSTAGE", "held her CAPTIVE": a noun that is the verb's own
 * stands behind its object, or behind itself ("pleaded GUILTY"). */
static bool
is_apart(const TwPhrase* phrase, uint32_t i)
{
  const unsigned part = tw_phrase_part(phrase, i);
  const TwTag before = tw_phrase_tag(phrase, i - 1);
  const bool behind =
    before == TW_TAG_NNS || before == TW_TAG_PRP || before == TW_TAG_PRPS ||
    (tw_phrase_part(phrase, i - 1) & (TW_PART_NOUN | TW_PART_VERB) &&
     part & TW_PART_NOUN);
  if (i == phrase->first || !(part & (TW_PART_NOUN | TW_PART_ADJECTIVE)) ||
      !behind || tw_phrase_part(phrase, i + 1) & TW_PART_NOUN) {
    return false;
  }
  for (uint32_t n = 1; n <= LOOK_BACK && i >= phrase->first + n; ++n) {
    if (tw_phrase_part(phrase, i - n) & TW_PART_VERB) {
      return belongs_to(phrase, i, i - n);
    }
  }
  return false;
}

/* A preposition that the tagger took for an adverb: "aboard a plane". */
static bool
is_preposition(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const unsigned begins =
    TW_PART_DETERMINER | TW_PART_NUMBER | TW_PART_NOUN | TW_PART_ADJECTIVE;
  return tag != TW_TAG_IN && tw_phrase_is(phrase, i, TW_WORD(PREPOSITION)) &&
         tw_phrase_part(phrase, i + 1) & begins;
}

/* "has SINCE fled": nothing but an adverb stands there. */
static bool
is_inner_adverb(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const TwTag next = tw_phrase_tag(phrase, i + 1);
  return tag == TW_TAG_IN && i > phrase->first &&
         tw_phrase_is(phrase, i - 1, TW_WORD(HAVE)) &&
         tw_phrase_part(phrase, i - 1) & TW_PART_VERB &&
         (next == TW_TAG_VBN || next == TW_TAG_VBD);
}

/* "a felony HATE crime": one thing does not "hate", and no thing at all. */
static bool
is_noun_modifier(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const uint64_t folk = TW_GAZ_PERSON_NOUN | TW_GAZ_ORG_NOUN;
  const TwTag before = tw_phrase_tag(phrase, i - 1);
  const TwTag next = tw_phrase_tag(phrase, i + 1);
  return tag == TW_TAG_VBP && i > phrase->first &&
         (before == TW_TAG_NN || before == TW_TAG_JJ) &&
         !(phrase->tokens[i - 1].gaz & folk) &&
         (next == TW_TAG_NN || next == TW_TAG_NNS);
}

/* "pleaded guilty on Monday to WIRE fraud": a noun that the tagger took for a
 * verb, as nobody is guilty to do something. */
static bool
is_matter(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  if (tag != TW_TAG_VB || i < phrase->first + 3 ||
      !(tw_phrase_part(phrase, i + 1) & TW_PART_NOUN)) {
    return false;
  }
  uint32_t k = i - 2;
  while (k > phrase->first &&
         (is_timed(phrase, k) || tw_phrase_tag(phrase, k) == TW_TAG_IN)) {
    --k;
  }
  return k > phrase->first && tw_phrase_is(phrase, k, TW_WORD(HOLLOW)) &&
         belongs_to(phrase, k, k - 1);
}

/* "lied to POLICE on Friday": nothing stands behind that they could police. */
static bool
is_hearer(const TwPhrase* phrase, uint32_t i, TwTag tag)
{
  const unsigned object = TW_PART_NOUN | TW_PART_DETERMINER | TW_PART_PRONOUN |
                          TW_PART_ADJECTIVE | TW_PART_NUMBER |
                          TW_PART_PARTICIPLE;
  return tag == TW_TAG_VB && i > phrase->first &&
         tw_phrase_tag(phrase, i - 1) == TW_TAG_TO &&
         tw_phrase_is(phrase, i, TW_WORD(OFFICIAL)) &&
         (is_timed(phrase, i + 1) || !(tw_phrase_part(phrase, i + 1) & object));
}

/* "found HER guilty", "jailed HER Monday": nothing of her own stands behind. */
static bool
is_object(const TwPhrase* phrase, uint32_t i)
{
  const TwAnnotation* const time = tw_phrase_annotation(phrase, i + 1);
  return is_apart(phrase, i + 1) ||
         (time && tw_phrase_is_time(time) &&
          !(tw_phrase_part(phrase, time->end) &
            (TW_PART_NOUN | TW_PART_ADJECTIVE | TW_PART_PARTICIPLE)));
}

static TwTag
repaired(const TwPhrase* phrase, uint32_t i)
{
  const TwTag tag = tw_phrase_tag(phrase, i);
  if (is_participle(phrase, i, tag)) {
    return TW_TAG_VBN;
  }
  const TwStr fold = phrase->tokens[i].fold;
  if (fold.len > 1 && fold.s[0] == '-' && is_name(phrase, i - 1)) {
    return TW_TAG_JJ; /* "the Lima-BASED gang" */
  }
  const unsigned next = tw_phrase_part(phrase, i + 1);
  if (((tag == TW_TAG_NN || tag == TW_TAG_MD) && is_past(phrase, i)) ||
      is_between_people(phrase, i) || is_behind_aside(phrase, i, tag)) {
    return TW_TAG_VBD;
  }
  if (is_compound(phrase, i, tag) || is_matter(phrase, i, tag) ||
      is_hearer(phrase, i, tag)) {
    return TW_TAG_NN;
  }
  if (is_particle(phrase, i, tag) || is_apart(phrase, i)) {
    return TW_TAG_RP;
  }
  if (is_inner_adverb(phrase, i, tag)) {
    return TW_TAG_RB;
  }
  if (is_noun_modifier(phrase, i, tag)) {
    return TW_TAG_NN;
  }
  if (is_preposition(phrase, i, tag)) {
    return TW_TAG_IN;
  }
  if (is_first_noun(phrase, i, tag)) {
    return TW_TAG_NN;
  }
  if ((tag == TW_TAG_PRP || tag == TW_TAG_PRPS) &&
      tw_phrase_is(phrase, i, TW_WORD(POSSESSIVE)) &&
      next & (TW_PART_NOUN | TW_PART_ADJECTIVE)) {
    return is_object(phrase, i) ? TW_TAG_PRP : TW_TAG_PRPS;
  }
  return tag;
}

void
tw_phrase_repair(TwPhrase* phrase)
{
  for (uint32_t i = phrase->first; i < phrase->end; ++i) {
    if (phrase->tokens[i].annotation == TW_NO_ANNOTATION) {
      set_tag(phrase, i, repaired(phrase, i));
    }
  }
}
