/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* The evidence that a stretch of words is a person's name: its words in the
 * tables, and what stands before and behind it. */
#include "extract/mention/person_context.h"

/* Letters of an acronym that may be a given name in the tables */
#define MIN_ACRONYM 3
#define MAX_ACRONYM 4
/* People of a region that is meant rather than somebody called so */
#define LARGE_REGION 4000000

enum {
  SURE = 24,
  SURE_HEADLINE = 36,
  SURE_NAME = 20, /* a given name or surname that is no everyday word */
  WORDY_NAME = 7, /* one that is */
  UNKNOWN = 8,    /* a word in no table */
  COMPOUND = 15,  /* one with a hyphen or an inner capital */
  INITIAL = 5,
  NICKNAME = 30,
  NICKNAME_LAST = 8, /* no name follows it */
  KNOWN = 26,        /* the article has named such a person in full */
  FULL = 10,         /* given name first, surname last */
  FULL_UNKNOWN = 10, /* given name first, then words no table has */
  WORD_ONLY = -16,
  PLACE_ONLY = -14,
  COUNTRY_ONLY = -30,
  ALSO_COUNTRY = -4, /* "Jordan", "German" */
  ALSO_REGION = -6,  /* "Virginia" */
  SHORT_TITLE = -40, /* "DA", "Gen." */
  TITLE_WORD = -18,
  PERSON_WORD = -18,
  HEAD_WORD = -22,
  PLACE_NAME = -34,   /* the words are a place's name: "San Diego" */
  SHOUTED = -24,      /* an unknown word in upper case is no name */
  PIECE = -12,        /* one long name beats the same words as two */
  BEFORE_SHARED = 10, /* "Eva and Olga Prado" */
  OF_REGION = -20,    /* "Texas Law", "Georgia Power" */
  BEFORE_FULL = -30,  /* "Star Olga Prado" */
};

/* A name being read word by word. */
typedef struct {
  uint32_t at;
  uint32_t end;
  uint32_t first_name; /* the first and the last word that is a name */
  uint32_t last_name;
  int names;
  int initials;
  int sure; /* names that are no everyday words, or known here */
  int score;
} Walk;

static int
name_bits_score(const TwToken* token)
{
  const bool word = token->gaz & TW_GAZ_WORD;
  const bool name = token->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME);
  int score = 0;
  if (name) {
    score = word ? WORDY_NAME : SURE_NAME;
  } else if (word) {
    score = WORD_ONLY;
  } else {
    score = token->shape & TW_SHAPE_MIXED ? COMPOUND : UNKNOWN;
  }
  if (name && token->gaz & TW_GAZ_REGION) {
    score += ALSO_REGION;
  }
  if (!name && token->gaz & TW_GAZ_PERSON_NOUN) {
    score += PERSON_WORD;
  }
  if (!name && token->shape & TW_SHAPE_UPPER) {
    score += SHOUTED;
  }
  if (token->gaz & (TW_GAZ_COUNTRY | TW_GAZ_NATIONALITY)) {
    score += token->gaz & TW_GAZ_GIVEN ? ALSO_COUNTRY : COUNTRY_ONLY;
  }
  if (token->gaz & TW_GAZ_TITLE &&
      token->shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION)) {
    score += SHORT_TITLE;
  }
  if (token->gaz & (TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN) && (word || !name)) {
    score += HEAD_WORD;
  } else if (token->gaz & TW_GAZ_TITLE && (word || !name)) {
    score += TITLE_WORD;
  }
  return score;
}

/* A place's name that no table has as a person's is a surname behind a given
 * name: "Oleg Zhdanov". */
static bool
is_only_place(const TwScan* scan, uint32_t i)
{
  const uint32_t gaz = scan->tokens[i].gaz;
  return gaz & (TW_GAZ_CITY | TW_GAZ_REGION) &&
         !(gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME)) &&
         !(!scan->headline && tw_scan_capital(scan, i - 1) &&
           tw_scan_gaz(scan, i - 1, TW_GAZ_GIVEN) &&
           !tw_scan_gaz(scan, i - 1, TW_GAZ_WORD));
}

static int
word_score(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  const uint8_t known = scan->known[i];
  if (known & (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN)) {
    return KNOWN;
  }
  int score =
    name_bits_score(token) + (is_only_place(scan, i) ? PLACE_ONLY : 0);
  if (tw_scan_gaz(scan, i - 1, TW_GAZ_GIVEN) && token->gaz & TW_GAZ_SURNAME &&
      score < 0) {
    score = WORDY_NAME / 2; /* "Peter Cook" */
  }
  /* "Rue de Rivoli" */
  if (token->gaz & TW_GAZ_PLACE_NOUN && score > 0 &&
      tw_scan_gaz(scan, i + 1, TW_GAZ_PARTICLE)) {
    score = HEAD_WORD;
  }
  /* In a headline every word is written large: "Lima Man Held". */
  if (scan->headline && i > scan->first && token->gaz & TW_GAZ_PERSON_NOUN &&
      token->gaz & TW_GAZ_WORD) {
    return PERSON_WORD;
  }
  return scan->headline && score == UNKNOWN ? 0 : score;
}

/* "Assemblywomen", "Investigators": what people are, in the plural. */
static bool
is_plural_people(const TwScan* scan, const TwToken* token)
{
  return token->tag == TW_TAG_NNS && !tw_str_equal(token->lemma, token->fold) &&
         tw_gazetteer_word(scan->gazetteer, token->lemma) &
           (TW_GAZ_PERSON_NOUN | TW_GAZ_TITLE);
}

/* True for what a headline or a caption puts before a full name: "Star Olga
 * Prado" is called Olga Prado, "Rose Olga Prado" has two given names, "Meet
 * Olga Prado" one. */
static bool
is_before_full(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  return (token->gaz & TW_GAZ_PERSON_NOUN || is_plural_people(scan, token) ||
          (token->gaz & TW_GAZ_WORD &&
           (scan->headline || !(token->gaz & TW_GAZ_GIVEN) ||
            token->tag == TW_TAG_VB))) &&
         !scan->known[i] && tw_scan_capital(scan, i + 1) &&
         tw_scan_gaz(scan, i + 1, TW_GAZ_GIVEN) &&
         tw_scan_capital(scan, i + 2) &&
         (tw_scan_gaz(scan, i + 2, TW_GAZ_SURNAME) ||
          !tw_scan_gaz(scan, i + 2, TW_GAZ_WORD));
}

/* A few letters in upper case before a full name are no given name, though a
 * table has it: "ADA Olga Prado", "Navy SEAL Olga Prado"; nor before a surname,
 * unless the sentence begins with them, as some papers have it: "OLGA Prado".
 */
static bool
is_acronym_before(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  return !scan->shouted && token->shape & TW_SHAPE_UPPER &&
         token->fold.len >= MIN_ACRONYM && token->fold.len <= MAX_ACRONYM &&
         tw_scan_capital(scan, i + 1) &&
         !(scan->tokens[i + 1].shape & TW_SHAPE_UPPER) &&
         ((tw_scan_gaz(scan, i + 1, TW_GAZ_GIVEN) &&
           tw_scan_capital(scan, i + 2)) ||
          (i > scan->first && !(token->shape & TW_SHAPE_ABBREVIATION) &&
           tw_scan_gaz(scan, i + 1, TW_GAZ_SURNAME)));
}

/* A hyphen with what is no name before it: "D-Lima", "then-Mayor Prado", and,
 * if it would be the first word of the name, "All-Star Olga Prado"; "al-Qasemi"
 * is a name. */
static bool
is_joined_word(const TwScan* scan, const TwToken* token, bool first)
{
  const TwStr fold = token->fold;
  const size_t hyphen = tw_str_find(fold, TW_STR("-"), 0);
  if (hyphen == 0 || hyphen >= fold.len) {
    return false;
  }
  const uint32_t before =
    tw_gazetteer_word(scan->gazetteer, tw_str_slice(fold, 0, hyphen));
  if (!(token->shape & TW_SHAPE_CAPITAL)) {
    return !(before & TW_GAZ_PARTICLE);
  }
  const uint32_t behind = tw_gazetteer_word(
    scan->gazetteer, tw_str_slice(fold, hyphen + 1, fold.len));
  return hyphen == 1 ||
         (first && before & behind & TW_GAZ_WORD && !(before & TW_GAZ_GIVEN));
}

/* "DAs", "MPs": letters in upper case and an s. */
static bool
is_plural_acronym(const TwScan* scan, const TwToken* token)
{
  const TwStr word =
    tw_str_slice(scan->article->document->source, token->start, token->end);
  size_t n_upper = 0;
  while (n_upper < word.len && word.s[n_upper] >= 'A' &&
         word.s[n_upper] <= 'Z') {
    ++n_upper;
  }
  return n_upper >= 2 && n_upper + 1 == word.len && word.s[n_upper] == 's';
}

/* A nickname between quotes or brackets inside the name; its length with
 * them. */
static uint32_t
nickname_length(const TwScan* scan, uint32_t i, uint32_t end)
{
  const bool bracket = tw_scan_is(scan, i, TW_WORD_OPEN);
  const uint32_t closing = bracket ? TW_WORD_CLOSE : TW_WORD_QUOTE;
  /* One without a space before it may be taken for a closing one: behind that
   * there is a space. */
  const bool closed =
    scan->tokens[i].tag == TW_TAG_CLOSEQ &&
    (i + 1 >= end || scan->tokens[i].end < scan->tokens[i + 1].start);
  if (!bracket && (!tw_scan_is(scan, i, TW_WORD_QUOTE) || closed)) {
    return 0;
  }
  for (uint32_t at = i + 1; at < end && at < i + 6; ++at) {
    if (tw_scan_is(scan, at, closing)) {
      return at > i + 1 && (!bracket || at + 1 < end) ? at - i + 1 : 0;
    }
  }
  return 0;
}

/* "Jr." behind a name, with or without a comma before it. */
static uint32_t
suffix_length(const TwScan* scan, uint32_t i, uint32_t end)
{
  const uint32_t comma = tw_scan_is(scan, i, TW_WORD_COMMA);
  return i + comma < end && tw_scan_is(scan, i + comma, TW_WORD_SUFFIX) &&
             i + comma + 1 == end
           ? comma + 1
           : 0;
}

/* Small words between names: "de la", "bin". One written large may be a name
 * of its own and is then scored as one. */
static bool
is_particle(const TwScan* scan, const Walk* walk)
{
  const TwToken* const token = &scan->tokens[walk->at];
  /* "Ana Prado y Luis Ruiz" are two, "Ortega y Gasset" is one; but where all
   * is said in that language, "Prado y Ruiz" are two, and so are "Ana Prado y
   * Hacienda". */
  const uint32_t next = walk->at + 1;
  if (tw_scan_is(scan, walk->at, TW_WORD_AND) &&
      ((walk->names > 1 && tw_scan_gaz(scan, next, TW_GAZ_GIVEN)) ||
       (scan->foreign &&
        (walk->names < 2 || !tw_scan_gaz(scan, next, TW_GAZ_SURNAME))))) {
    return false;
  }
  return token->gaz & TW_GAZ_PARTICLE && walk->at + 1 < walk->end &&
         !(token->shape & TW_SHAPE_UPPER) &&
         (!(token->shape & TW_SHAPE_CAPITAL) || !(token->gaz & TW_GAZ_GIVEN));
}

/* True if a headline's name is whole before the word: behind a given name and
 * a surname only a sure name is part of it. */
static bool
is_whole(const TwScan* scan, const Walk* walk)
{
  const TwToken* const token = &scan->tokens[walk->at];
  return scan->headline && walk->names > 1 && !scan->known[walk->at] &&
         scan->tokens[walk->first_name].gaz & TW_GAZ_GIVEN &&
         scan->tokens[walk->last_name].gaz & TW_GAZ_SURNAME &&
         (token->gaz & TW_GAZ_WORD ||
          !(token->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME)));
}

/* Reads the next word or group of words of the name; false if it cannot be
 * one. */
static bool
step(const TwScan* scan, Walk* walk)
{
  const TwToken* const token = &scan->tokens[walk->at];
  uint32_t n = walk->names ? nickname_length(scan, walk->at, walk->end) : 0;
  if (n) {
    walk->score += walk->at + n < walk->end ? NICKNAME : NICKNAME_LAST;
    walk->at += n;
    return true;
  }
  n = walk->names > 1 ? suffix_length(scan, walk->at, walk->end) : 0;
  if (n) {
    walk->score += INITIAL;
    walk->at += n;
    return true;
  }
  if (is_particle(scan, walk)) {
    /* "and" joins two people before it joins two surnames. */
    const bool small = !(token->shape & TW_SHAPE_CAPITAL);
    ++walk->at;
    return walk->names > 0 || !small;
  }
  /* What no date was made of: "Theresa May" */
  const bool calendar = tw_scan_is(scan, walk->at, TW_WORD_CALENDAR) &&
                        !(walk->names == 1 && token->gaz & TW_GAZ_SURNAME &&
                          tw_scan_gaz(scan, walk->at - 1, TW_GAZ_GIVEN));
  if (!tw_scan_capital(scan, walk->at) || calendar ||
      tw_scan_is(scan, walk->at,
                 TW_WORD_AND | TW_WORD_PEOPLE | TW_WORD_SUFFIX) ||
      token->shape & TW_SHAPE_DIGIT || is_plural_acronym(scan, token) ||
      is_acronym_before(scan, walk->at) ||
      is_joined_word(scan, token, walk->names == 0) ||
      (walk->names && tw_scan_headline_verb(scan, walk->at)) ||
      is_whole(scan, walk)) {
    return false;
  }
  if (tw_person_is_initial(token)) {
    walk->score += INITIAL;
    ++walk->initials;
    ++walk->at;
    return walk->at < walk->end || walk->names > 0;
  }
  walk->first_name = walk->names ? walk->first_name : walk->at;
  walk->last_name = walk->at;
  ++walk->names;
  walk->sure += scan->known[walk->at] || !(token->gaz & TW_GAZ_WORD);
  walk->score += word_score(scan, walk->at);
  if (walk->names == 1 && is_before_full(scan, walk->at)) {
    walk->score += BEFORE_FULL;
  }
  ++walk->at;
  return true;
}

/* True if all words together are the name of a place, or the first ones are:
 * "San Diego Homes", "West Lima". */
static bool
is_place_name(const TwScan* scan, uint32_t first, uint32_t end)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t at =
    tw_scan_is(scan, first, TW_WORD_DIRECTION) ? first + 1 : first;
  return end - first > 1 &&
         tw_scan_longest(scan, at, end, &bits, &entry) > (at == first) &&
         bits & TW_GAZ_PLACES;
}

/* "Eva" before "and Olga Prado". */
static bool
is_before_full_name(const TwScan* scan, uint32_t first, uint32_t end)
{
  return end - first == 1 && tw_scan_gaz(scan, first, TW_GAZ_GIVEN) &&
         !tw_scan_gaz(scan, first, TW_GAZ_COUNTRY | TW_GAZ_REGION) &&
         tw_scan_is(scan, end, TW_WORD_AND) && tw_scan_capital(scan, end + 1) &&
         tw_scan_gaz(scan, end + 1, TW_GAZ_GIVEN) &&
         tw_scan_capital(scan, end + 2) &&
         tw_scan_gaz(scan, end + 2, TW_GAZ_SURNAME);
}

/* "Peter Kimondo": a given name that is a word or region as well, and a surname
 * that is nothing else. */
static bool
is_full_unknown(const TwScan* scan, const Walk* walk)
{
  const TwToken* const given = &scan->tokens[walk->first_name];
  const TwToken* const surname = &scan->tokens[walk->last_name];
  return walk->names == 2 && !scan->headline && given->gaz & TW_GAZ_GIVEN &&
         ((given->gaz & TW_GAZ_WORD && given->tag == TW_TAG_NNP) ||
          given->gaz & TW_GAZ_REGION) &&
         !surname->gaz && !(surname->shape & (TW_SHAPE_UPPER | TW_SHAPE_MIXED));
}

/* True for a region that is well known, not two letters that stand for one. */
static bool
is_large_region(const TwScan* scan, uint32_t i)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t index = 0;
  TwGazEntry meaning;
  return scan->tokens[i].fold.len > 2 &&
         tw_scan_longest(scan, i, i + 1, &bits, &entry) &&
         tw_scan_meaning(scan, entry, TW_TYPE_REGION, false, &index,
                         &meaning) &&
         meaning.weight >= LARGE_REGION;
}

/* "Texas Law", "Georgia Power": a region that is a given name as well, and
 * common words. */
static bool
is_of_region(const TwScan* scan, const Walk* walk)
{
  const uint32_t first = walk->first_name;
  return walk->names > 1 && walk->sure == 1 && !walk->initials &&
         !scan->known[first] && tw_scan_gaz(scan, first, TW_GAZ_REGION) &&
         !tw_scan_gaz(scan, first, TW_GAZ_WORD) && is_large_region(scan, first);
}

/* "Moussa Ag" of "Moussa Ag Velmo": the particle has a name behind it. */
static bool
ends_inside(const TwScan* scan, uint32_t end)
{
  return tw_scan_gaz(scan, end - 1, TW_GAZ_PARTICLE) &&
         !tw_scan_gaz(scan, end - 1, TW_GAZ_GIVEN) &&
         tw_scan_capital(scan, end) &&
         !tw_scan_gaz(scan, end, TW_GAZ_WORD | TW_GAZ_TITLE | TW_GAZ_ORG_NOUN);
}

int
tw_person_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  Walk walk = {.at = first, .end = end};
  if (tw_person_is_addressed(scan, first, end) || ends_inside(scan, end)) {
    return 0;
  }
  while (walk.at < end) {
    if (!step(scan, &walk)) {
      return 0;
    }
  }
  if (!walk.names) {
    return 0;
  }
  const TwToken* const tokens = scan->tokens;
  const int context =
    tw_person_context(scan, first, end) +
    (is_before_full_name(scan, first, end) ? BEFORE_SHARED : 0);
  if (walk.names > 1 && tokens[walk.first_name].gaz & TW_GAZ_GIVEN &&
      tokens[walk.last_name].gaz & TW_GAZ_SURNAME) {
    walk.score += FULL;
  }
  if (is_full_unknown(scan, &walk)) {
    walk.score += FULL_UNKNOWN;
  }
  if (is_of_region(scan, &walk)) {
    walk.score += OF_REGION;
  }
  if (!context && (!walk.sure || (walk.names == 1 && !walk.initials &&
                                  !scan->known[walk.first_name]))) {
    return 0;
  }
  const int place = is_place_name(scan, first, end) ? PLACE_NAME : 0;
  const int score = walk.score + context + place;
  return score >= (scan->headline ? SURE_HEADLINE : SURE) ? score + PIECE : 0;
}
