/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Bodies that neither a table nor a head noun names, by what the text says of
 * them: "employees of Velmo Foods", "the importer Velmo Foods", "Velmo Foods
 * shares", "Velmo Foods, a fish importer". */
#include "extract/mention/scan.h"
#include "extract/text/wordcache.h"

#include <string.h>

#define MAX_ASIDE 6 /* Words of "a privately owned importer of" */
#define MAX_NAME 96 /* Bytes of a name that the article has told of */
#define PER_WORD 40 /* More than for a person: what is said decides */

/* The value of what people and places have as well: "leader" */
#define STAFF_PEOPLE TW_STR("people")
/* The value of what is "in" a body, too: "stake" */
#define STAFF_IN TW_STR("in")

#define PERSON_BITS (TW_GAZ_GIVEN | TW_GAZ_SURNAME)

/* How sure it is that what stands there is a body. */
typedef enum { NOTHING, MAYBE, SURE } Evidence;

static const TwLexiconRow*
staff_row(const TwScan* scan, uint32_t i)
{
  if (i < scan->first || i >= scan->end) {
    return NULL;
  }
  const TwToken* const token = &scan->tokens[i];
  const TwLexiconRow* const row =
    tw_lexicon_find_kind(scan->words, token->fold, TW_WORD_KIND_STAFF);
  return row || !token->lemma.len
           ? row
           : tw_lexicon_find_kind(scan->words, token->lemma,
                                  TW_WORD_KIND_STAFF);
}

static Evidence
evidence_of(const TwLexiconRow* row)
{
  return !row ? NOTHING : tw_str_equal(row->value, STAFF_PEOPLE) ? MAYBE : SURE;
}

/* "employees of", "spokesman for", "stake in" */
static Evidence
staff_before(const TwScan* scan, uint32_t first)
{
  const bool ties = tw_scan_is(scan, first - 1, TW_WORD_OF | TW_WORD_JOIN);
  const bool in = tw_scan_is(scan, first - 1, TW_WORD_WITHIN);
  const TwLexiconRow* const row =
    first > scan->first + 1 && (ties || in) ? staff_row(scan, first - 2) : NULL;
  return row && (ties || tw_str_equal(row->value, STAFF_IN)) ? evidence_of(row)
                                                             : NOTHING;
}

/* "Velmo Foods shares", "Velmo Foods deputy managing director" */
static Evidence
staff_behind(const TwScan* scan, uint32_t end)
{
  uint32_t entry = 0;
  /* "Velmo Senior Vice President", "Velmo heads it"; but "Velmo shares fell" */
  if (tw_scan_capital(scan, end) ||
      (tw_scan_verb(scan, end) && !tw_scan_verb(scan, end + 1))) {
    return NOTHING;
  }
  uint32_t start = 0;
  const uint32_t n = tw_title_match(scan, end, &entry, &start);
  return evidence_of(staff_row(scan, n ? end + n - 1 : end));
}

/* True if a noun at token `i` belongs to a longer one: "party leader". */
static bool
is_before_noun(const TwScan* scan, uint32_t i)
{
  static const bool nouns[TW_TAG_COUNT] = {
    [TW_TAG_NN] = true,  [TW_TAG_NNS] = true,  [TW_TAG_NNP] = true,
    [TW_TAG_POS] = true, [TW_TAG_NNPS] = true,
  };
  return i + 1 < scan->end && nouns[scan->tokens[i + 1].tag];
}

/* A noun written small that says what it is, or TW_TYPE_NAME. A public body's
 * has people behind it as often ("the court Velmo"), and who has one of
 * the bits `people` is somebody: an importer. */
static TwType
small_kind(const TwScan* scan, uint32_t i, uint32_t people)
{
  const TwType type = i >= scan->first && i < scan->end &&
                          !(scan->tokens[i].shape & TW_SHAPE_CAPITAL) &&
                          !tw_scan_gaz(scan, i, people) &&
                          !tw_scan_verb(scan, i)
                        ? tw_scan_kind(scan, i)
                        : TW_TYPE_NAME;
  return type == TW_TYPE_GOVERNMENT_BODY ? TW_TYPE_NAME : type;
}

/* True if what follows tells which one the noun before token `i` is: "the gang
 * LED by", "the firm THAT owns". */
static bool
goes_on(const TwScan* scan, uint32_t i)
{
  static const bool more[TW_TAG_COUNT] = {
    [TW_TAG_VBN] = true, [TW_TAG_WDT] = true, [TW_TAG_WPS] = true};
  return i < scan->end && more[scan->tokens[i].tag];
}

/* What "Velmo Foods, a frozen fish importer" is, or TW_TYPE_NAME. With "the"
 * something else may begin ("In Velmora, the importer said"), unless it goes
 * on behind a name that no place may have. */
static TwType
kind_behind(const TwScan* scan, uint32_t first, uint32_t end, uint32_t people)
{
  static const bool inside[TW_TAG_COUNT] = {
    [TW_TAG_NN] = true,  [TW_TAG_JJ] = true,  [TW_TAG_NNP] = true,
    [TW_TAG_VBN] = true, [TW_TAG_VBG] = true, [TW_TAG_RB] = true,
    [TW_TAG_NNS] = true,
  };
  if (!tw_scan_is(scan, end, TW_WORD_COMMA) ||
      !tw_scan_is(scan, end + 1, TW_WORD_ARTICLE)) {
    return TW_TYPE_NAME;
  }
  const bool definite = tw_scan_definite(scan, end + 1);
  const bool there = first > scan->first &&
                     tw_scan_is(scan, first - 1, TW_WORD_PLACE_PREPOSITION);
  for (uint32_t i = end + 2; i < scan->end && i < end + 2 + MAX_ASIDE; ++i) {
    const TwType type = small_kind(scan, i, people);
    if (type != TW_TYPE_NAME && !is_before_noun(scan, i)) {
      return !definite || (!there && goes_on(scan, i + 1)) ? type
                                                           : TW_TYPE_NAME;
    }
    if (!inside[scan->tokens[i].tag]) {
      break;
    }
  }
  return TW_TYPE_NAME;
}

/* True if the words are what a table or a head noun explains, or begin with
 * what is no part of a name. */
static bool
is_explained(const TwScan* scan, uint32_t first, uint32_t end)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  for (uint32_t i = first; i < end; ++i) {
    if (tw_scan_gaz(scan, i, TW_GAZ_ORG_NOUN | TW_GAZ_PLACE_NOUN) ||
        scan->known[i] & (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN)) {
      return true;
    }
  }
  const uint32_t n = tw_scan_longest(scan, first, end, &bits, &entry);
  return (n == end - first &&
          bits & (TW_GAZ_PLACES | TW_GAZ_ORGANIZATION | TW_GAZ_FACILITY |
                  TW_GAZ_PERSON | TW_GAZ_TITLE)) ||
         tw_scan_gaz(scan, first, TW_GAZ_NATIONALITY) ||
         tw_scan_is(scan, first,
                    TW_WORD_FORMER | TW_WORD_MODIFIER | TW_WORD_DOMAIN |
                      TW_WORD_PEOPLE | TW_WORD_DIRECTION | TW_WORD_CRAFT);
}

/* True if the words may be somebody's name: a given name leads them ("Grace
 * Foods" is nobody), or one word stands alone that may be one. */
static bool
may_be_person(const TwScan* scan, uint32_t first, uint32_t end)
{
  const uint32_t given = scan->tokens[first].gaz;
  const uint32_t last = scan->tokens[end - 1].gaz;
  const bool words =
    given & TW_GAZ_WORD && last & TW_GAZ_WORD && !(last & TW_GAZ_SURNAME);
  return end - first == 1
           ? given & PERSON_BITS
           : given & TW_GAZ_GIVEN && !words && !(given & TW_GAZ_PARTICLE);
}

/* A given name and a surname, which "Ernst & Prado" are not; with `unknown`, or
 * a word that no table has. */
static bool
is_full_name(const TwScan* scan, uint32_t first, uint32_t end, bool unknown)
{
  const uint32_t given = scan->tokens[first].gaz;
  const uint32_t last = scan->tokens[end - 1].gaz;
  return end - first > 1 && !(given & TW_GAZ_PARTICLE) &&
         !tw_scan_is(scan, first + 1, TW_WORD_AND) &&
         (given & TW_GAZ_GIVEN ||
          scan->tokens[first].shape & TW_SHAPE_ABBREVIATION) &&
         ((last & TW_GAZ_SURNAME && !(last & given & TW_GAZ_WORD)) ||
          (unknown && !last));
}

/* Behind a small word or mark inside of a name: "Los Reyes del Puerto",
 * "Velmo & Prado"; `i` if there is none. */
static uint32_t
joiner_end(const TwScan* scan, uint32_t i)
{
  uint32_t end = i;
  while (end < i + 2 && tw_scan_gaz(scan, end, TW_GAZ_PARTICLE)) {
    ++end;
  }
  if (end == i && tw_scan_is(scan, i, TW_WORD_AND) &&
      scan->tokens[i].shape & TW_SHAPE_PUNCT) {
    ++end;
  }
  return tw_scan_capital(scan, end) ? end : i;
}

/* True if a full name follows at `at` what is a name without it, or a word of
 * its own: "Ghana Olga Prado". */
static bool
begins_person(const TwScan* scan, uint32_t i, uint32_t at)
{
  const uint32_t gaz = at + 1 < scan->end ? scan->tokens[at + 1].gaz : 0;
  return (at > i + 1 || tw_scan_gaz(scan, i, TW_GAZ_PLACES | TW_GAZ_WORD)) &&
         tw_scan_gaz(scan, at, TW_GAZ_GIVEN) && tw_scan_capital(scan, at) &&
         tw_scan_capital(scan, at + 1) && (!gaz || gaz & TW_GAZ_SURNAME);
}

/* Behind the words from `i` on that may be one name, before a title or a person
 * that follows: "Velmo Foods Chairman Olga Prado". */
static uint32_t
words_end(const TwScan* scan, uint32_t i, uint32_t limit)
{
  uint32_t at = i;
  while (at < limit && !tw_scan_is(scan, at, TW_WORD_CALENDAR) &&
         !tw_scan_gaz(scan, at, TW_GAZ_TITLE) &&
         !(at > i && begins_person(scan, i, at))) {
    const uint32_t next =
      tw_scan_capital(scan, at) ? at + 1 : joiner_end(scan, at);
    if (next == at || (at == i && !tw_scan_capital(scan, i))) {
      break;
    }
    at = next;
  }
  return at;
}

/* True for what is nobody's name: a common word ends it, as in "Nordic Foods".
 */
static bool
is_nobody(const TwScan* scan, uint32_t end)
{
  return tw_scan_gaz(scan, end - 1, TW_GAZ_WORD) &&
         !tw_scan_gaz(scan, end - 1, PERSON_BITS);
}

/* "San Luca": rather a place. */
static bool
is_saint(const TwScan* scan, uint32_t i)
{
  return tw_scan_gaz(scan, i, TW_GAZ_PARTICLE) &&
         !tw_scan_is(scan, i, TW_WORD_FOREIGN);
}

/* What the words next to a name say it is, or TW_TYPE_NAME. */
static TwType
kind_of(const TwScan* scan, uint32_t first, uint32_t end)
{
  const bool begins = first == scan->first;
  const uint32_t people =
    is_nobody(scan, end) ? 0 : TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN;
  const TwType before =
    begins ? TW_TYPE_NAME : small_kind(scan, first - 1, people);
  const TwType behind = kind_behind(scan, first, end, people);
  if (behind != TW_TYPE_NAME && !is_full_name(scan, first, end, true)) {
    return behind;
  }
  if (before != TW_TYPE_NAME && !is_full_name(scan, first, end, false)) {
    return before; /* Not "the group Olga Prado leads" */
  }
  const bool person = may_be_person(scan, first, end);
  const Evidence led = begins ? NOTHING : staff_before(scan, first);
  const Evidence has = staff_behind(scan, end);
  const Evidence most = led > has ? led : has;
  /* One word may be a place or a people that no table has. */
  const bool doubtful =
    person || is_saint(scan, first) ||
    (end - first == 1 &&
     (has > led || !tw_scan_is(scan, first - 1, TW_WORD_JOIN)));
  return most == SURE || (most == MAYBE && !doubtful) ? TW_TYPE_ORGANIZATION
                                                      : TW_TYPE_NAME;
}

/* The longest name from `i` on that the article has told of elsewhere; 0 if
 * there is none. */
static uint32_t
told_end(const TwScan* scan, uint32_t i, uint32_t end, TwType* out_type)
{
  char name[MAX_NAME];
  size_t len = 0;
  uint32_t best = 0;
  if (!(scan->known[i] & TW_KNOWN_FIRST)) {
    return 0;
  }
  for (uint32_t at = i; at < end; ++at) {
    const TwStr word = scan->tokens[at].fold;
    if (len + word.len + 1 > sizeof(name)) {
      break;
    }
    memcpy(name + len, word.s, word.len);
    len += word.len;
    uint64_t type = 0;
    if (tw_map_get(scan->bodies, (TwStr){name, len}, &type) == TW_OK) {
      *out_type = (TwType)type;
      best = at + 1;
    }
    name[len++] = ' ';
  }
  return best;
}

/* True for a common word that the sentence begins with and that the tagger does
 * not take for a name: "Crown Velmora" is one. */
static bool
is_opening(const TwScan* scan, uint32_t i)
{
  return i == scan->first && tw_scan_gaz(scan, i, TW_GAZ_WORD) &&
         scan->tokens[i].tag != TW_TAG_NNP;
}

bool
tw_told_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention)
{
  TwType type = TW_TYPE_NAME;
  if (scan->headline || scan->shouted || tw_scan_capital(scan, i - 1)) {
    return false;
  }
  uint32_t end = scan->foreign ? i : words_end(scan, i, limit);
  const bool plain = end == i + 1 && tw_scan_gaz(scan, i, TW_GAZ_WORD);
  if (end > i && !plain && !is_opening(scan, i) &&
      !is_explained(scan, i, end)) {
    type = kind_of(scan, i, end);
  }
  TwType known = TW_TYPE_NAME;
  const uint32_t told = told_end(scan, i, limit, &known);
  if (told && (type == TW_TYPE_NAME || told >= end)) {
    end = told;
    type = known;
  }
  *mention = tw_mention_unlisted(type, i, end, PER_WORD * (int)(end - i));
  return type != TW_TYPE_NAME;
}
