/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Places that no table has, by what the text says of them: "near Velmora",
 * "the town of Velmora", "Velmora, Peru", "the mayor of Velmora". */
#include "extract/mention/scan.h"

#define MAX_PLACE 3  /* Words of a name */
#define MAX_OFFICE 5 /* Words of "Mayor Olga Maria Prado" */

/* A place of this kind is rather written out than shortened, and none of its
 * words means something else. */
#define OTHER_THINGS                                                           \
  (TW_GAZ_WORD | TW_GAZ_PLACES | TW_GAZ_NATIONALITY | TW_GAZ_ORGANIZATION |    \
   TW_GAZ_FACILITY | TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN | TW_GAZ_ORG_NOUN |     \
   TW_GAZ_PLACE_NOUN | TW_GAZ_PERSON)
#define PERSON_NAMES (TW_GAZ_GIVEN | TW_GAZ_SURNAME)

/* What words of a place may mean besides where the text leaves no doubt: "the
 * town of Sultan Velmora", "the mayor of Velmora Bay". */
#define DOUBTS                                                                 \
  (TW_GAZ_WORD | TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN | TW_GAZ_PLACE_NOUN |       \
   TW_GAZ_PERSON | TW_GAZ_PLACES)

enum {
  PER_WORD = 5, /* of a place; more than for a name of unknown kind */
  SURE_PLACE = 24,
  CERTAIN_PLACE = 40, /* More than for a title and a surname */
};

/* "news.com" is no place. */
static bool
is_plain(TwStr fold)
{
  return tw_str_find(fold, TW_STR("."), 0) >= fold.len;
}

/* `other`: the bits of words that are rather something else. */
static bool
may_be_part(const TwScan* scan, uint32_t i, uint32_t other)
{
  const TwToken* const token = &scan->tokens[i];
  const bool particle = token->gaz & TW_GAZ_PARTICLE; /* "Al" */
  return tw_scan_capital(scan, i) && (token->fold.len > 2 || particle) &&
         !(token->shape &
           (TW_SHAPE_UPPER | TW_SHAPE_DIGIT | TW_SHAPE_ABBREVIATION)) &&
         (particle || (!(token->gaz & other) &&
                       (!scan->classes[i] || !(other & DOUBTS)))) &&
         is_plain(token->fold) &&
         !(scan->known[i] &
           (other & DOUBTS ? TW_KNOWN_SURNAME | TW_KNOWN_GIVEN | TW_KNOWN_BODY
                           : TW_KNOWN_BODY));
}

/* "Velmora, Peru", "Velmora in Peru" */
static bool
is_before_region(const TwScan* scan, uint32_t end, bool led)
{
  return tw_scan_is(scan, end, TW_WORD_COMMA | (led ? TW_WORD_WITHIN : 0u)) &&
         tw_scan_capital(scan, end + 1) &&
         tw_scan_bits(scan, end + 1, scan->end) &
           (TW_GAZ_COUNTRY | TW_GAZ_REGION);
}

/* "the town of Velmora", or with another class of word before "of" */
static bool
is_behind_kind(const TwScan* scan, uint32_t i, uint32_t kinds)
{
  return i >= scan->first + 2 && tw_scan_is(scan, i - 1, TW_WORD_OF) &&
         tw_scan_is(scan, i - 2, kinds);
}

/* "the mayor of Velmora", "Mayor Olga Prado of Velmora", but "superintendent of
 * Schools" */
static bool
is_behind_office(const TwScan* scan, uint32_t i)
{
  if (i < scan->first + 2 || !tw_scan_is(scan, i - 1, TW_WORD_OF) ||
      scan->tokens[i].gaz & TW_GAZ_WORD) {
    return false;
  }
  const uint32_t of = i - 1;
  uint32_t entry = 0;
  uint32_t start = 0;
  for (uint32_t k = of; k > scan->first && of - k < MAX_OFFICE; --k) {
    const uint32_t n = tw_title_match(scan, k - 1, &entry, &start);
    if (n && k - 1 + n <= of && tw_title_is(scan, entry, TW_STR("local"))) {
      return true;
    }
    if (!tw_scan_capital(scan, k - 1)) {
      return false;
    }
  }
  return false;
}

/* True if a place of the tables begins at token `i`. */
static bool
begins_place(const TwScan* scan, uint32_t i)
{
  return tw_scan_bits(scan, i, scan->end) & TW_GAZ_PLACES;
}

/* The first word of the list of names that word `i` goes on with: "Velmora" of
 * "Velmora, Lund and Tamby"; `i` if there is none. */
static uint32_t
list_start(const TwScan* scan, uint32_t i)
{
  while (i >= scan->first + 2 &&
         tw_scan_is(scan, i - 1, TW_WORD_AND | TW_WORD_COMMA) &&
         tw_scan_capital(scan, i - 2)) {
    i -= 2;
    while (i > scan->first && tw_scan_capital(scan, i - 1)) {
      --i;
    }
  }
  return i;
}

uint32_t
tw_place_unknown(const TwScan* scan, uint32_t i, uint32_t limit, int* out_score)
{
  uint32_t end = i;
  uint32_t names = 0;
  const bool certain =
    !begins_place(scan, i) &&
    !tw_scan_is(scan, i, TW_WORD_DIRECTION) && /* "East Lima" is Lima */
    (is_behind_kind(scan, i, TW_WORD_SETTLEMENT) || is_behind_office(scan, i));
  const uint32_t other = OTHER_THINGS & ~(certain ? DOUBTS : 0u);
  while (end < limit && end - i < MAX_PLACE && may_be_part(scan, end, other)) {
    names |= scan->tokens[end].gaz & PERSON_NAMES;
    ++end;
  }
  if (end == i || scan->headline || scan->shouted ||
      tw_scan_capital(scan, end) || tw_scan_capital(scan, i - 1)) {
    return 0;
  }
  const bool known = end - i == 1 && scan->known[i] & TW_KNOWN_PLACE;
  const uint32_t start = list_start(scan, i);
  const bool led = tw_scan_is(scan, start - 1, TW_WORD_WITHIN) &&
                   !tw_scan_is(scan, end, TW_WORD_POSSESSIVE);
  const bool sure = certain || is_behind_kind(scan, i, TW_WORD_DIRECTION) ||
                    is_before_region(scan, end, led) ||
                    (led && start == i && end - i > 1);
  if (!sure && (names || !(known || led))) {
    return 0;
  }
  *out_score = (certain ? CERTAIN_PLACE
                : sure  ? SURE_PLACE
                        : 0) +
               PER_WORD * (int)(end - i);
  return end;
}
