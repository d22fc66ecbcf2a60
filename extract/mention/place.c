/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/scan.h"

#define MAX_BEFORE 5 /* Words of a place that something stands behind */

/* Points of the evidence for a place. A name alone never reaches SURE: half
 * of all bare hits in crime news are surnames. */
enum {
  SURE = 20,
  COUNTRY_BASE = 34,
  REGION_BASE = 18,
  CITY_BASE = 8,
  LONG_NAME = 16, /* each word behind the first */
  PREPOSITION = 14,
  LOCATIVE = 26,
  BEFORE_LIST = 10,
  BEFORE_TITLE = 14,  /* "Alaska Governor" */
  BEFORE_NOUN = 10,   /* "a Brooklyn mother" */
  BEFORE_OFFICE = 24, /* "Leeds mayor Ana Prado" */
  BEFORE_REGION = 22, /* "Springfield, Missouri" */
  AFTER_CITY = 22,
  IN_LIST = 16,
  KNOWN = 16,
  LOCAL = 14,      /* a city of a country that is named */
  LARGE = 10,      /* a million people */
  MIDDLING = 4,    /* a hundred thousand */
  BEFORE_BODY = 8, /* "Houston police" */
  ALSO_NAME = -12,
  ALSO_WORD = -18,
  KNOWN_PERSON = -60,
  BEFORE_VERB = 14,     /* "Moscow protested" */
  DISTRICT_OF = -80,    /* "Northern District of Iowa" is a court's */
  BEFORE_SURNAME = -30, /* "Jordan Prado" */
  BEFORE_NAME = -14,    /* "Rosa Prado Airport" */
};

/* "US", "IN" and other short forms are places in upper case only, and in "Ana
 * Paz del Río" stands none. */
static bool
has_right_case(const TwScan* scan, uint32_t first, uint32_t end)
{
  const TwToken* const token = &scan->tokens[first];
  if (end - first > 1 && !(token->shape & TW_SHAPE_CAPITAL) &&
      tw_scan_capital(scan, first - 1)) {
    return false;
  }
  if (end - first > 1 || token->fold.len > 3) {
    return true;
  }
  if (token->shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION)) {
    return !(token->gaz & TW_GAZ_WORD) || !scan->headline;
  }
  return !(token->gaz & TW_GAZ_WORD) && token->fold.len == 3;
}

/* Where the place of the tables that ends before token `end` starts; `end` if
 * there is none. A given name alone behind other large words is rather a
 * person. */
static uint32_t
place_start(const TwScan* scan, uint32_t end)
{
  if (tw_scan_gaz(scan, end - 1, TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN) &&
      tw_scan_capital(scan, end - 1)) {
    return end - 1;
  }
  for (uint32_t n = 1; n <= MAX_BEFORE && end - n + 1 > scan->first; ++n) {
    uint32_t bits = 0;
    uint32_t entry = 0;
    if (tw_scan_capital(scan, end - n) &&
        tw_scan_longest(scan, end - n, end, &bits, &entry) == n &&
        bits & TW_GAZ_PLACES &&
        !(n == 1 && bits & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
          tw_scan_capital(scan, end - 2))) {
      return end - n;
    }
  }
  return end;
}

static bool
ends_place(const TwScan* scan, uint32_t end)
{
  return place_start(scan, end) < end;
}

/* Where the item before the one at `first` starts, if both are places of a
 * list or a city and the region it is in; `first` if not. */
static uint32_t
item_before(const TwScan* scan, uint32_t first)
{
  uint32_t i = first;
  while (
    i > scan->first && first - i < 3 &&
    tw_scan_is(scan, i - 1,
               TW_WORD_COMMA | TW_WORD_OPEN | TW_WORD_AND | TW_WORD_ARTICLE)) {
    --i;
  }
  const uint32_t start =
    i < first && i > scan->first ? place_start(scan, i) : i;
  return start < i ? start : first;
}

/* Where the list of places starts that the one at `first` is in. */
static uint32_t
list_start(const TwScan* scan, uint32_t first)
{
  uint32_t before = first;
  do {
    first = before;
    before = item_before(scan, first);
  } while (before < first);
  return first;
}

/* True if a region or country stands behind a comma or in brackets. */
static bool
is_before_region(const TwScan* scan, uint32_t end)
{
  return tw_scan_is(scan, end, TW_WORD_COMMA | TW_WORD_OPEN) &&
         tw_scan_bits(scan, end + 1, scan->end) &
           (TW_GAZ_COUNTRY | TW_GAZ_REGION) &&
         scan->tokens[end + 1].shape & TW_SHAPE_CAPITAL;
}

/* True if another place follows in a list. */
static bool
is_before_list(const TwScan* scan, uint32_t end)
{
  const uint32_t bits = tw_scan_bits(scan, end + 1, scan->end);
  return tw_scan_is(scan, end, TW_WORD_COMMA | TW_WORD_AND) &&
         tw_scan_capital(scan, end + 1) && bits & TW_GAZ_PLACES &&
         !(bits & TW_GAZ_GIVEN && tw_scan_capital(scan, end + 2));
}

/* True for where somebody lives: "Olga Prado, 36, of LIMA", "Olga Prado, of
 * LIMA", "Olga Prado, 36, LIMA". */
static bool
is_home(const TwScan* scan, uint32_t first)
{
  const bool of = tw_scan_is(scan, first - 1, TW_WORD_OF);
  const uint32_t comma = first - (of ? 2 : 1);
  return tw_scan_is(scan, comma, TW_WORD_COMMA) &&
         ((of && tw_scan_capital(scan, comma - 1)) ||
          (tw_scan_age(scan, comma - 1) &&
           tw_scan_is(scan, comma - 2, TW_WORD_COMMA)));
}

static int
preposition_score(const TwScan* scan, uint32_t first)
{
  const uint32_t before = tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) ||
                              tw_scan_is(scan, first - 1, TW_WORD_DIRECTION)
                            ? first - 1
                            : first;
  return is_home(scan, first)                                      ? PREPOSITION
         : tw_scan_is(scan, before - 1, TW_WORD_LOCATIVE)          ? LOCATIVE
         : tw_scan_is(scan, before - 1, TW_WORD_PLACE_PREPOSITION) ? PREPOSITION
         : tw_scan_is(scan, before - 1, TW_WORD_OF) &&
             tw_scan_is(scan, before - 2, TW_WORD_SETTLEMENT)
           ? LOCATIVE
         : tw_scan_is(scan, before - 1, TW_WORD_OF)
           ? (tw_scan_gaz(scan, before - 2, TW_GAZ_TITLE) ? PREPOSITION
                                                          : PREPOSITION / 2)
         : tw_scan_is(scan, first - 1, TW_WORD_DIRECTION) ? PREPOSITION
                                                          : 0;
}

/* True if the holder of an office that places have stands behind: "LEEDS mayor
 * Ana Prado". */
static bool
is_before_office(const TwScan* scan, uint32_t end)
{
  uint32_t entry = 0;
  uint32_t start = 0;
  const uint32_t n = tw_title_match(scan, end, &entry, &start);
  return n && tw_scan_capital(scan, end + n) &&
         (tw_title_is(scan, entry, TW_STR("local")) ||
          tw_title_is(scan, entry, TW_STR("region")));
}

/* Points for a small noun right behind: of a body, or of a person. */
static int
noun_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  if (end >= scan->end) {
    return 0;
  }
  if (scan->tokens[end].shape & TW_SHAPE_CAPITAL) {
    return tw_scan_gaz(scan, end, TW_GAZ_TITLE) ? BEFORE_TITLE : 0;
  }
  int score = tw_scan_gaz(scan, end, TW_GAZ_ORG_NOUN) ? BEFORE_BODY : 0;
  if (tw_scan_gaz(scan, end, TW_GAZ_PERSON_NOUN | TW_GAZ_TITLE)) {
    score = is_before_office(scan, end) ? BEFORE_OFFICE : BEFORE_NOUN;
  }
  return tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) ? score * 2 : score;
}

/* True if a verb follows that the place may be the subject of: a capital that
 * stands for those who govern there. */
static bool
is_before_verb(const TwScan* scan, uint32_t end)
{
  if (end >= scan->end || scan->headline) {
    return false;
  }
  const uint8_t tag = scan->tokens[end].tag;
  return tag == TW_TAG_VBD || tag == TW_TAG_VBZ || tag == TW_TAG_MD;
}

static int
context_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  const uint32_t head = list_start(scan, first);
  return (tw_scan_is(scan, end, TW_WORD_SEAT) ? LOCATIVE : 0) +
         preposition_score(scan, head) + noun_score(scan, first, end) +
         (is_before_region(scan, end) ? BEFORE_REGION : 0) +
         (is_before_verb(scan, end) && !tw_scan_capital(scan, first - 1)
            ? BEFORE_VERB
            : 0) +
         (head < first ? IN_LIST : 0) +
         (is_before_list(scan, end) ? BEFORE_LIST : 0);
}

/* True if the name is a word, and its capital may come from where it stands or
 * from a longer name. */
static bool
is_rather_word(const TwScan* scan, uint32_t first)
{
  const TwToken* const token = &scan->tokens[first];
  return token->gaz & TW_GAZ_WORD && !(token->shape & TW_SHAPE_UPPER) &&
         (scan->headline || first == scan->first ||
          tw_scan_capital(scan, first + 1) || token[-1].shape & TW_SHAPE_PUNCT);
}

static int
word_score(const TwScan* scan, uint32_t first, uint32_t end)
{
  int score = 0;
  const TwToken* const token = &scan->tokens[first];
  if (end - first > 1) {
    score += LONG_NAME * (int)(end - first - 1);
  } else {
    score += token->gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) ? ALSO_NAME : 0;
    score += is_rather_word(scan, first) ? ALSO_WORD : 0;
    /* "Jordan Prado left Jordan, Montana" */
    score += scan->known[first] & (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN) &&
                 !is_before_region(scan, end)
               ? KNOWN_PERSON
               : 0;
  }
  if (tw_scan_capital(scan, end)) {
    score += scan->known[end] & TW_KNOWN_SURNAME ? BEFORE_SURNAME
             : scan->tokens[end].gaz & TW_GAZ_TITLE ||
                 token->gaz & TW_GAZ_COUNTRY || end - first > 1
               ? 0
               : BEFORE_NAME;
  }
  if (scan->known[first] & TW_KNOWN_PLACE) {
    return score + KNOWN;
  }
  const bool local =
    scan->known[first] & TW_KNOWN_LOCAL && !tw_scan_capital(scan, first - 1);
  return score + (local ? LOCAL : 0);
}

static int
meaning_score(const TwGazEntry* meaning)
{
  const int size = meaning->weight >= 1000000  ? LARGE
                   : meaning->weight >= 100000 ? MIDDLING
                                               : 0;
  switch (meaning->type) {
  case TW_TYPE_COUNTRY:
    return COUNTRY_BASE;
  case TW_TYPE_REGION:
  case TW_TYPE_PLACE:
    return REGION_BASE / (meaning->weight < 300000 ? 2 : 1) + size;
  default:
    return CITY_BASE + size;
  }
}

int
tw_place_score(const TwScan* scan, uint32_t first, uint32_t end, uint32_t entry,
               TwMention* mention)
{
  uint32_t index = 0;
  TwGazEntry meaning;
  /* Where all is written large nothing tells "RED HILL GANG" from two things */
  const bool body = scan->shouted && tw_scan_gaz(scan, end, TW_GAZ_ORG_NOUN);
  if (body || !has_right_case(scan, first, end) ||
      !tw_scan_meaning(scan, entry, TW_TYPE_PLACE, false, &index, &meaning)) {
    return 0;
  }
  const bool region = meaning.type == TW_TYPE_REGION;
  const bool after_city =
    first > scan->first + 1 &&
    tw_scan_is(scan, first - 1, TW_WORD_COMMA | TW_WORD_OPEN) &&
    ends_place(scan, first - 1);
  if (region && scan->tokens[first].fold.len <= 2 && !after_city) {
    return 0;
  }
  int score = meaning_score(&meaning) + context_score(scan, first, end) +
              word_score(scan, first, end);
  score += after_city && meaning.type != TW_TYPE_CITY ? AFTER_CITY : 0;
  score += region && end - first > 1 && tw_scan_is(scan, end, TW_WORD_OF) &&
               tw_scan_gaz(scan, end - 1, TW_GAZ_PLACE_NOUN) &&
               tw_scan_capital(scan, end + 1)
             ? DISTRICT_OF
             : 0;
  *mention = (TwMention){.type = meaning.type,
                         .first = first,
                         .end = end,
                         .head = end - 1,
                         .score = score,
                         .entry = entry,
                         .meaning = index};
  return score >= SURE ? score : 0;
}
