/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/person_context.h"

#define MAX_ASIDE 4 /* Words of "a former bank clerk" */

enum {
  BEHIND_ARTICLE = -60,
  IN_PLACE = -14, /* "near" before words no table has */
  AFTER_TITLE = 16,
  AFTER_HONORIFIC = 26, /* "Mr." */
  AFTER_PERSON_NOUN = 12,
  BEFORE_AGE = 14,
};

/* What somebody may be */
#define PEOPLE (TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN)

/* The words of the form of address at token `i`, up to `limit`: 2 for "Tan
 * Sri". */
static uint32_t
honorific_length(const TwScan* scan, uint32_t i, uint32_t limit)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t n = tw_scan_longest(scan, i, limit, &bits, &entry);
  return bits & TW_GAZ_TITLE && tw_title_honorific(scan, entry) ? n : 0;
}

bool
tw_person_is_addressed(const TwScan* scan, uint32_t first, uint32_t end)
{
  const uint32_t n = honorific_length(scan, first, scan->end);
  const bool name = scan->tokens[first].gaz & (TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
                    (end - first > 1 || !tw_scan_capital(scan, end));
  return n > 1 || (n && !name) ||
         (first > scan->first &&
          honorific_length(scan, first - 1, scan->end) > 1);
}

bool
tw_person_is_initial(const TwToken* token)
{
  const TwStr fold = token->fold;
  const bool two = fold.len == 4 && fold.s[1] == '.' && fold.s[3] == '.';
  return token->shape & TW_SHAPE_CAPITAL &&
         (fold.len == 1 || (fold.len == 2 && fold.s[1] == '.') ||
          (two && !token->gaz));
}

/* True if an article stands before the name and no noun that it may belong to
 * behind: "the Olga Prado case" names a person, "the Olga Star of" a ship. */
static bool
is_behind_article(const TwScan* scan, uint32_t first, uint32_t end)
{
  return tw_scan_is(scan, first - 1, TW_WORD_ARTICLE) &&
         (end >= scan->end || scan->tokens[end].shape & TW_SHAPE_PUNCT ||
          tw_scan_capital(scan, end) ||
          tw_scan_is(scan, end,
                     TW_WORD_FUNCTION | TW_WORD_AND | TW_WORD_OF |
                       TW_WORD_PLACE_PREPOSITION));
}

/* "Abdi Sheikh Noor": a title that is a name as well, behind a given name. */
static bool
is_inner_name(const TwScan* scan, uint32_t i)
{
  return tw_scan_capital(scan, i) && tw_scan_gaz(scan, i, TW_GAZ_GIVEN) &&
         tw_scan_capital(scan, i - 1) &&
         (tw_scan_gaz(scan, i - 1, TW_GAZ_GIVEN) || !scan->tokens[i - 1].gaz) &&
         !tw_scan_gaz(scan, i - 1, TW_GAZ_WORD | TW_GAZ_NATIONALITY);
}

/* "Keith HUNTER Prado": what somebody may be is a name between a given name and
 * tokens [first, end), unless these are a full name: "Lima AIDE Olga Prado". */
static bool
is_behind_middle_name(const TwScan* scan, uint32_t first, uint32_t end)
{
  const bool full = end - first > 1 && tw_scan_gaz(scan, first, TW_GAZ_GIVEN);
  return !full && tw_scan_capital(scan, first - 1) &&
         tw_scan_gaz(scan, first - 1, TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
         tw_scan_capital(scan, first - 2) &&
         tw_scan_gaz(scan, first - 2, TW_GAZ_GIVEN);
}

/* "Detectives PRADO and Lindqvist", but "Queens Hit-and-run" */
static bool
is_behind_plural_title(const TwScan* scan, uint32_t first)
{
  uint32_t entry = 0;
  uint32_t start = first;
  return tw_scan_gaz(scan, first, TW_GAZ_GIVEN | TW_GAZ_SURNAME) &&
         tw_title_match_plural(scan, first - 1, &entry, &start) == 1;
}

/* True if an aside from token `i` on says what somebody is: "a former bank
 * CLERK". */
static bool
tells_kind(const TwScan* scan, uint32_t i)
{
  if (!tw_scan_is(scan, i, TW_WORD_ARTICLE)) {
    return false;
  }
  for (uint32_t at = i + 1; at < scan->end && at <= i + MAX_ASIDE; ++at) {
    const TwTag tag = (TwTag)scan->tokens[at].tag;
    if (tag == TW_TAG_NN && tw_scan_gaz(scan, at, PEOPLE)) {
      return true;
    }
    if (tag != TW_TAG_NN && tag != TW_TAG_JJ && tag != TW_TAG_NNP) {
      break;
    }
  }
  return false;
}

/* True if a given name and a surname stand beside what somebody is: "the
 * suspect, Lee Marsh, fled", "Lee Marsh, a suspect", "identified as Lee Marsh".
 */
static bool
is_beside_kind(const TwScan* scan, uint32_t first, uint32_t end)
{
  uint32_t given = first;
  while (given + 1 < end && tw_person_is_initial(&scan->tokens[given])) {
    ++given; /* "L. Lee Marsh, a suspect" */
  }
  if (end - given < 2 || !tw_scan_gaz(scan, given, TW_GAZ_GIVEN) ||
      !tw_scan_gaz(scan, end - 1, TW_GAZ_SURNAME)) {
    return false;
  }
  const bool comma = tw_scan_is(scan, end, TW_WORD_COMMA);
  const bool before = tw_scan_is(scan, first - 1, TW_WORD_COMMA) &&
                      (tw_scan_gaz(scan, first - 2, PEOPLE) ||
                       tw_scan_is(scan, first - 2, TW_WORD_NAMING));
  const bool named = tw_scan_is(scan, first - 1, TW_WORD_FUNCTION) &&
                     tw_scan_is(scan, first - 2, TW_WORD_NAMING);
  return named || (comma && (before || tells_kind(scan, end + 1)));
}

/* "Olga Prado, LIMA, 21": a town where she is from, not another name. */
static bool
is_home(const TwScan* scan, uint32_t first, uint32_t end)
{
  return end - first == 1 && tw_scan_gaz(scan, first, TW_GAZ_CITY) &&
         tw_scan_is(scan, first - 1, TW_WORD_COMMA) &&
         tw_scan_capital(scan, first - 2);
}

int
tw_person_context(const TwScan* scan, uint32_t first, uint32_t end)
{
  int score = 0;
  if (tw_scan_is(scan, first - 1, TW_WORD_LOCATIVE) &&
      !(scan->tokens[first].gaz & TW_GAZ_GIVEN &&
        scan->tokens[end - 1].gaz & TW_GAZ_SURNAME)) {
    score += IN_PLACE;
  }
  if (first > scan->first) {
    const uint32_t before = first - 1;
    const uint32_t bits = scan->tokens[before].gaz;
    const bool word = scan->tokens[before].shape & TW_SHAPE_LETTER &&
                      !tw_scan_small_particle(scan, before);
    if (word && bits & TW_GAZ_TITLE && !is_inner_name(scan, before)) {
      score +=
        honorific_length(scan, before, first) ? AFTER_HONORIFIC : AFTER_TITLE;
    } else if (is_behind_plural_title(scan, first)) {
      score += AFTER_TITLE;
    } else if (word && bits & TW_GAZ_PERSON_NOUN) {
      score += is_behind_middle_name(scan, first, end) ? 0 : AFTER_PERSON_NOUN;
    } else if (tw_scan_is(scan, before, TW_WORD_RELATION | TW_WORD_NAMING)) {
      score += AFTER_PERSON_NOUN;
    }
  }
  if (is_beside_kind(scan, first, end)) {
    score += AFTER_PERSON_NOUN;
  }
  if (tw_scan_is(scan, end, TW_WORD_COMMA | TW_WORD_OPEN) &&
      tw_scan_age(scan, end + 1) && !is_home(scan, first, end)) {
    score += BEFORE_AGE;
  }
  if (is_behind_article(scan, first, end)) {
    score += BEHIND_ARTICLE;
  }
  /* "Los Reyes del Puerto": an article begins no person's name */
  if (scan->foreign && tw_scan_is(scan, first, TW_WORD_FOREIGN) &&
      !tw_scan_is(scan, first, TW_WORD_OF)) {
    score += BEHIND_ARTICLE;
  }
  return score;
}
