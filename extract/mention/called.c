/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Names that no table has, by the word that leads them: "alias El Toro", "a
 * gang called 9 Court". Large words that nothing explains are a name of no
 * kind. */
#include "extract/mention/scan.h"

#define MAX_BACK 3 /* Tokens from a name to the word that leads it */

enum {
  CALLED_WORD = 40, /* "alias El Toro" is no second person */
  UNKNOWN_NAME = 3, /* a word of a name of unknown kind */
};

/* The word "alias", "called" or "known" before token `i`, with "as", an article
 * or an opening quote between them; UINT32_MAX if there is none. */
static uint32_t
alias_before(const TwScan* scan, uint32_t i)
{
  for (uint32_t back = 1; back <= MAX_BACK && i >= scan->first + back; ++back) {
    if (tw_scan_is(scan, i - back, TW_WORD_ALIAS)) {
      return i - back;
    }
    /* "called FOR" and "called ON" name nobody. */
    if (tw_scan_capital(scan, i - back) ||
        tw_scan_is(scan, i - back, TW_WORD_COMMA | TW_WORD_JOIN)) {
      break;
    }
  }
  return UINT32_MAX;
}

/* What the name behind "a gang called" is of: the type of the noun. */
static TwType
called_type(const TwScan* scan, uint32_t alias)
{
  return tw_scan_capital(scan, alias - 1) ? TW_TYPE_NAME
                                          : tw_scan_kind(scan, alias - 1);
}

static bool
take(TwMention* mention, TwType type, uint32_t first, uint32_t end, int score)
{
  *mention = tw_mention_unlisted(type, first, end, score * (int)(end - first));
  return true;
}

bool
tw_called_match(const TwScan* scan, uint32_t i, uint32_t limit,
                TwMention* mention)
{
  const uint32_t alias = alias_before(scan, i);
  const TwType type =
    alias == UINT32_MAX ? TW_TYPE_NAME : called_type(scan, alias);
  const uint32_t start =
    i + (type != TW_TYPE_NAME && !tw_scan_capital(scan, i));
  const uint32_t end = tw_scan_words_end(scan, start, limit);
  const uint32_t n = tw_scan_capital(scan, i) || end > i + 1 ? end - i : 0;
  if (alias != UINT32_MAX && n) {
    return take(mention, type, i, end, CALLED_WORD);
  }
  return n >= 2 && !scan->headline && i > scan->first &&
         take(mention, TW_TYPE_NAME, i, end, UNKNOWN_NAME);
}
