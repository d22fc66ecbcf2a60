/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Places that no table has, by what the text says of them: "near Velmora",
 * "the town of Velmora", "Velmora, Peru". */
#include "extract/mention/scan.h"

#define MAX_PLACE 3 /* Words of a name */

/* A place of this kind is rather written out than shortened, and none of its
 * words means something else. */
#define OTHER_THINGS                                                           \
  (TW_GAZ_WORD | TW_GAZ_PLACES | TW_GAZ_NATIONALITY | TW_GAZ_ORGANIZATION |    \
   TW_GAZ_FACILITY | TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN | TW_GAZ_ORG_NOUN |     \
   TW_GAZ_PLACE_NOUN | TW_GAZ_PERSON)
#define PERSON_NAMES (TW_GAZ_GIVEN | TW_GAZ_SURNAME)

enum {
  PER_WORD = 5, /* of a place; more than for a name of unknown kind */
  SURE_PLACE = 24,
};

/* "news.com" is no place. */
static bool
is_plain(TwStr fold)
{
  return tw_str_find(fold, TW_STR("."), 0) >= fold.len;
}

static bool
may_be_part(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  const bool particle = token->gaz & TW_GAZ_PARTICLE; /* "Al" */
  return tw_scan_capital(scan, i) && (token->fold.len > 2 || particle) &&
         !(token->shape &
           (TW_SHAPE_UPPER | TW_SHAPE_DIGIT | TW_SHAPE_ABBREVIATION)) &&
         (particle || (!(token->gaz & OTHER_THINGS) && !scan->classes[i])) &&
         is_plain(token->fold) &&
         !(scan->known[i] &
           (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN | TW_KNOWN_BODY));
}

/* "Velmora, Peru", "Velmora in Peru" */
static bool
is_before_region(const TwScan* scan, uint32_t end, bool led)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return tw_scan_is(scan, end, TW_WORD_COMMA | (led ? TW_WORD_WITHIN : 0u)) &&
         tw_scan_capital(scan, end + 1) &&
         tw_scan_longest(scan, end + 1, scan->end, &bits, &entry) &&
         bits & (TW_GAZ_COUNTRY | TW_GAZ_REGION);
}

/* "the town of Velmora", "west of Velmora" */
static bool
is_behind_kind(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i - 1, TW_WORD_OF) &&
         tw_scan_is(scan, i - 2, TW_WORD_SETTLEMENT | TW_WORD_DIRECTION);
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
  while (end < limit && end - i < MAX_PLACE && may_be_part(scan, end)) {
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
  const bool sure = is_behind_kind(scan, i) ||
                    is_before_region(scan, end, led) ||
                    (led && start == i && end - i > 1);
  if (!sure && (names || !(known || led))) {
    return 0;
  }
  *out_score = (sure ? SURE_PLACE : 0) + PER_WORD * (int)(end - i);
  return end;
}
