/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Bodies in languages where the noun that says what they are leads their name:
 * "Tribunal Supremo de Salta", "la banda Los Reyes". */
#include "extract/mention/scan.h"

#define MAX_JOINERS 3 /* Small words inside of a name: "de la" */

enum {
  KIND_WORD = 40, /* "la banda El Toro" is no person */
  /* "cabecilla de El Toro": more than for a person, less than for a name that a
   * table has. */
  MEMBER_WORD = 18,
};

/* What the row of the word at `i` says a name is of, and what it says beside;
 * TW_TYPE_NAME if there is none of that kind. */
static TwType
read_row(const TwScan* scan, uint32_t i, unsigned kind, TwStr* out_rest)
{
  const TwLexiconRow* const row =
    i >= scan->first && i < scan->end
      ? tw_lexicon_find_kind(scan->words, scan->tokens[i].fold, kind)
      : NULL;
  TwStr name;
  *out_rest = row ? row->value : tw_str(NULL);
  const TwType type =
    tw_str_next(out_rest, ' ', &name) ? tw_type_find(name) : TW_TYPE_NONE;
  return type == TW_TYPE_NONE ? TW_TYPE_NAME : type;
}

static TwType
type_of(const TwScan* scan, uint32_t i, unsigned kind)
{
  TwStr rest;
  return read_row(scan, i, kind, &rest);
}

static TwType
body_type(const TwScan* scan, uint32_t i)
{
  return type_of(scan, i, TW_WORD_KIND_BODY);
}

/* The same of a noun of bodies, with what sort of body it is behind it:
 * "organización CRIMINAL"; the last word is at `i`. */
static TwType
sort_type(const TwScan* scan, uint32_t i)
{
  const TwType type = body_type(scan, i);
  const TwType sort = type_of(scan, i, TW_WORD_KIND_SORT);
  return type != TW_TYPE_NAME || i <= scan->first ||
             body_type(scan, i - 1) == TW_TYPE_NAME
           ? type
           : sort;
}

/* True for small words between the words of one name: "de la", and "y" between
 * two fields of an office. */
static bool
joins(const TwScan* scan, uint32_t i, bool office)
{
  return tw_scan_is(scan, i, TW_WORD_AND)
           ? office && tw_scan_capital(scan, i + 1)
           : tw_scan_is(scan, i, TW_WORD_OF | TW_WORD_JOIN) ||
               tw_scan_gaz(scan, i, TW_GAZ_PARTICLE);
}

/* Behind the words of the name that begins at `i`. */
static uint32_t
words_end(const TwScan* scan, uint32_t i, uint32_t limit, bool office)
{
  uint32_t end = i;
  for (uint32_t at = i; at < limit && at - end <= MAX_JOINERS; ++at) {
    const bool small = at > i && tw_scan_is(scan, at, TW_WORD_FOREIGN);
    if (tw_scan_capital(scan, at) && !tw_scan_is(scan, at, TW_WORD_CALENDAR)) {
      end = small ? end : at + 1; /* "Velmo S.A. El lunes" */
    } else if (at == i || !joins(scan, at, office)) {
      break;
    }
  }
  return end;
}

/* A given name that is no everyday word, and one that no table has: "Steve
 * Velmo". */
static bool
is_unknown_person(const TwScan* scan, uint32_t i)
{
  return tw_scan_gaz(scan, i, TW_GAZ_GIVEN) &&
         !tw_scan_gaz(scan, i, TW_GAZ_WORD | TW_GAZ_PLACES) &&
         tw_scan_capital(scan, i + 1) && !scan->tokens[i + 1].gaz;
}

/* True if another name begins at `i` behind the words of one: "el agente de la
 * Policía Federal ANA RUIZ", "Guardia Civil y POLICÍA NACIONAL". */
static bool
begins_other(const TwScan* scan, uint32_t i)
{
  return tw_scan_capital(scan, i) &&
         ((tw_scan_capital(scan, i - 1) &&
           (tw_scan_full_name(scan, i) || is_unknown_person(scan, i))) ||
          (tw_scan_is(scan, i - 1, TW_WORD_AND) &&
           body_type(scan, i) != TW_TYPE_NAME));
}

/* The end of the first name in tokens [first, end). */
static uint32_t
before_other(const TwScan* scan, uint32_t first, uint32_t end)
{
  uint32_t i = first + 1;
  while (i < end && !begins_other(scan, i)) {
    ++i;
  }
  return i < end && !tw_scan_capital(scan, i - 1) ? i - 1 : i;
}

/* "cabecilla de LOS REYES", "integrantes del CLAN" */
static TwType
members_body(const TwScan* scan, uint32_t i)
{
  uint32_t at = i;
  while (at > scan->first && i - at < MAX_JOINERS &&
         !tw_scan_capital(scan, at - 1) && joins(scan, at - 1, false)) {
    --at;
  }
  return at < i && at > scan->first ? type_of(scan, at - 1, TW_WORD_KIND_MEMBER)
                                    : TW_TYPE_NAME;
}

/* "LOS REYES, una banda del puerto", "LOS REYES, grupo criminal" */
static TwType
told_behind(const TwScan* scan, uint32_t first, uint32_t end)
{
  const uint32_t at = end + 1 + tw_scan_is(scan, end + 1, TW_WORD_FOREIGN);
  if (!tw_scan_is(scan, end, TW_WORD_COMMA) || tw_scan_capital(scan, at) ||
      tw_scan_gaz(scan, first, TW_GAZ_GIVEN)) {
    return TW_TYPE_NAME;
  }
  const TwType more = sort_type(scan, at + 1);
  return more != TW_TYPE_NAME ? more : body_type(scan, at);
}

static bool
take(TwMention* mention, TwType type, uint32_t first, uint32_t end, int score)
{
  *mention = tw_mention_unlisted(type, first, end, score * (int)(end - first));
  return type != TW_TYPE_NAME && end > first;
}

/* "TRIBUNAL SUPREMO", "FISCALÍA" */
static bool
match_noun(const TwScan* scan, uint32_t i, uint32_t limit, TwMention* mention)
{
  TwStr alone;
  const TwType type = read_row(scan, i, TW_WORD_KIND_BODY, &alone);
  const uint32_t end = before_other(scan, i, words_end(scan, i, limit, true));
  const bool acronym =
    scan->tokens[i].shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION);
  const bool person =
    tw_scan_full_name(scan, i) || is_unknown_person(scan, i) ||
    (tw_scan_capital(scan, i - 1) && tw_scan_gaz(scan, i - 1, TW_GAZ_GIVEN));
  return !person && !scan->shouted &&
         (alone.len || (end > i + 1 && !acronym)) &&
         take(mention, type, i, end, KIND_WORD);
}

/* "EL TORO" in quotation marks, whoever it is: its article belongs to it. */
static bool
match_quoted(const TwScan* scan, uint32_t i, uint32_t end, TwMention* mention)
{
  if (!tw_scan_is(scan, i - 1, TW_WORD_QUOTE) ||
      !tw_scan_is(scan, i, TW_WORD_FOREIGN) || end < i + 2 ||
      !tw_scan_is(scan, end, TW_WORD_QUOTE)) {
    return false;
  }
  (void)take(mention, TW_TYPE_NAME, i, end, KIND_WORD);
  return true;
}

/* True if what stands before the words may say of what body they are the name:
 * a town or a person may have a gang's members, and one word be its sort: "la
 * pandilla LATINA". */
static bool
may_be_gang(const TwScan* scan, uint32_t i, uint32_t end)
{
  return end > i + 1 && !(tw_scan_bits(scan, i, end) & TW_GAZ_PLACES) &&
         !tw_scan_full_name(scan, i);
}

bool
tw_kind_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention)
{
  if (!scan->foreign) {
    return false;
  }
  const uint32_t end = words_end(scan, i, limit, false);
  const TwType before = i > scan->first && !tw_scan_capital(scan, i - 1)
                          ? sort_type(scan, i - 1)
                          : TW_TYPE_NAME;
  const bool gang = may_be_gang(scan, i, end);
  if (before != TW_TYPE_GOVERNMENT_BODY && (before != TW_TYPE_CARTEL || gang) &&
      take(mention, before, i, before_other(scan, i, end), KIND_WORD)) {
    return true;
  }
  return match_noun(scan, i, limit, mention) ||
         match_quoted(scan, i, end, mention) ||
         (end > i + 1 &&
          take(mention, told_behind(scan, i, end), i, end, KIND_WORD)) ||
         (gang && take(mention, members_body(scan, i), i, end, MEMBER_WORD));
}
