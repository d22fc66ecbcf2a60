/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/scan.h"

#include "extract/text/wordcache.h"

/* Letters of "Ji" and "won" */
#define MAX_SYLLABLE 4

/* Words that are capitalised only where a sentence or headline makes them. */
#define SMALL_WORDS                                                            \
  (TW_WORD_FUNCTION | TW_WORD_ARTICLE | TW_WORD_PLACE_PREPOSITION |            \
   TW_WORD_OF | TW_WORD_AND | TW_WORD_JOIN)

/* "Lima-based", "Iran-backed": adjectives, not names; "Lee Ji-won" is one. */
static bool
is_compound(const TwScan* scan, uint32_t at)
{
  const TwToken* const token = &scan->tokens[at];
  const TwStr fold = token->fold;
  size_t i = fold.len;
  while (i > 0 && fold.s[i - 1] != '-') {
    --i;
  }
  const TwStr last = tw_str_slice(fold, i, fold.len);
  const TwStr source = scan->article->document->source;
  const uint32_t names = TW_GAZ_GIVEN | TW_GAZ_SURNAME;
  const bool given = i > 1 && i <= MAX_SYLLABLE + 1 &&
                     last.len <= MAX_SYLLABLE && at > scan->first &&
                     tw_scan_gaz(scan, at - 1, TW_GAZ_SURNAME) &&
                     scan->tokens[at - 1].shape & TW_SHAPE_CAPITAL &&
                     tw_gazetteer_word(scan->gazetteer, last) & names;
  if (i < 2 || last.len >= token->end - token->start || given) {
    return false;
  }
  const char first = source.s[token->end - last.len];
  return first >= 'a' && first <= 'z' &&
         tw_gazetteer_word(scan->gazetteer, last) & TW_GAZ_WORD;
}

static uint32_t
find_longest(const TwScan* scan, uint32_t i, uint32_t limit, uint32_t* out_bits,
             uint32_t* out_entry)
{
  TwStr words[TW_GAZ_MAX_WORDS];
  const TwGazFirst* const first = &scan->tokens[i].word->first;
  const uint32_t reach =
    first->reach[0] > first->reach[1] ? first->reach[0] : first->reach[1];
  uint32_t n = 0;
  *out_bits = *out_entry = 0;
  if (!reach) {
    return 0;
  }
  for (; n < reach && n < TW_GAZ_MAX_WORDS && i + n < limit; ++n) {
    words[n] = scan->tokens[i + n].fold;
  }
  return (uint32_t)tw_gazetteer_longest_from(scan->gazetteer, first, words, n,
                                             out_bits, out_entry);
}

uint32_t
tw_scan_longest(const TwScan* scan, uint32_t i, uint32_t limit,
                uint32_t* out_bits, uint32_t* out_entry)
{
  *out_bits = 0;
  *out_entry = TW_NO_ENTRY;
  limit = limit < scan->end ? limit : scan->end;
  if (i >= limit) {
    return 0;
  }
  TwSpot* const spot = &scan->spots[i];
  if (!spot->known) {
    spot->longest = (uint8_t)find_longest(scan, i, scan->end, &spot->entry_bits,
                                          &spot->entry);
    spot->known = true;
  }
  if (spot->longest > limit - i) {
    return find_longest(scan, i, limit, out_bits, out_entry);
  }
  *out_bits = spot->entry_bits;
  *out_entry = spot->entry;
  return spot->longest;
}

uint32_t
tw_scan_bits(const TwScan* scan, uint32_t i, uint32_t limit)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  (void)tw_scan_longest(scan, i, limit, &bits, &entry);
  return bits;
}

/* True if the token stands behind "of" in what may be one name: "Oficina del
 * FISCAL". Tokens before it have been looked at. */
static bool
is_inside(const TwScan* scan, uint32_t i)
{
  return scan->foreign && i >= scan->first + 2 &&
         tw_scan_is(scan, i - 1, TW_WORD_OF) && scan->spots[i - 2].capital;
}

/* "the minister of TRANSPORT": with a capital in some languages, but no name.
 * "Ministry of Transport" is one. */
static bool
is_field(const TwScan* scan, uint32_t i)
{
  return scan->foreign && tw_scan_is(scan, i, TW_WORD_DOMAIN) &&
         tw_scan_is(scan, i - 1, TW_WORD_OF) && !is_inside(scan, i);
}

/* "El Cártel" at the start of a sentence: an article, but "Los Reyes" where a
 * table has that name. */
static bool
is_opening_word(const TwScan* scan, uint32_t i)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  return scan->foreign && i == scan->first &&
         tw_scan_is(scan, i, TW_WORD_FOREIGN) &&
         tw_scan_longest(scan, i, scan->end, &bits, &entry) < 2;
}

/* A small word that is a given name, inside of a sentence and before another
 * large one: "Per Lindqvist". */
static bool
is_given_name(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  return i > scan->first && i + 1 < scan->end && !scan->headline &&
         !scan->shouted && token->fold.len > 2 && token->gaz & TW_GAZ_GIVEN &&
         token->tag == TW_TAG_NNP &&
         !(scan->classes[i] & (TW_WORD_ARTICLE | TW_WORD_OF | TW_WORD_AND)) &&
         !(token->shape & TW_SHAPE_UPPER) &&
         (scan->tokens[i - 1].shape & TW_SHAPE_LETTER ||
          scan->classes[i - 1] & TW_WORD_COMMA) &&
         scan->tokens[i + 1].shape & TW_SHAPE_CAPITAL && !scan->classes[i + 1];
}

static bool
is_capital(const TwScan* scan, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  /* "el-Sissi" is as good a name as "Sissi". */
  const bool joined =
    token->shape & TW_SHAPE_MIXED && !(token->shape & TW_SHAPE_DIGIT) &&
    tw_str_find(token->fold, TW_STR("-"), 0) < token->fold.len;
  return (token->shape & TW_SHAPE_CAPITAL || joined) && !is_compound(scan, i) &&
         token->shape & TW_SHAPE_LETTER && !scan->taken[i] &&
         !is_opening_word(scan, i) && !is_field(scan, i) &&
         (!(scan->classes[i] & SMALL_WORDS) || is_inside(scan, i) ||
          is_given_name(scan, i) ||
          (token->shape & TW_SHAPE_UPPER && token->gaz & TW_GAZ_COUNTRY &&
           !scan->shouted));
}

void
tw_scan_begin(const TwScan* scan)
{
  for (uint32_t i = scan->first; i < scan->end; ++i) {
    scan->spots[i].capital = is_capital(scan, i);
  }
}

bool
tw_scan_meaning(const TwScan* scan, uint32_t entry, TwType type, bool noun,
                uint32_t* out_index, TwGazEntry* out_meaning)
{
  const size_t n = tw_gazetteer_meanings(scan->gazetteer, entry);
  for (size_t i = 0; i < n; ++i) {
    *out_meaning = tw_gazetteer_meaning(scan->gazetteer, entry, i);
    if (tw_type_is(out_meaning->type, type) &&
        tw_str_equal(out_meaning->id, TW_STR("noun")) == noun &&
        tw_gazetteer_holds(out_meaning, scan->article->document->today)) {
      *out_index = (uint32_t)i;
      return true;
    }
  }
  return false;
}

TwType
tw_scan_kind(const TwScan* scan, uint32_t i)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  uint32_t index = 0;
  TwGazEntry meaning;
  return tw_scan_gaz(scan, i, TW_GAZ_ORG_NOUN) &&
             tw_scan_longest(scan, i, i + 1, &bits, &entry) == 1 &&
             tw_scan_meaning(scan, entry, TW_TYPE_ORGANIZATION, true, &index,
                             &meaning)
           ? meaning.type
           : TW_TYPE_NAME;
}

uint32_t
tw_scan_words_end(const TwScan* scan, uint32_t i, uint32_t limit)
{
  uint32_t end = i;
  while (end < limit && !tw_scan_is(scan, end, TW_WORD_CALENDAR) &&
         (tw_scan_capital(scan, end) ||
          (scan->foreign && end > i && tw_scan_is(scan, end, TW_WORD_OF) &&
           tw_scan_capital(scan, end + 1)))) {
    ++end;
  }
  return end;
}
