/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */

/* Names in running text. A run of capitalised words and the small words that
 * may join them is cut into pieces: titles, places, bodies, people, and words
 * that are nothing. Each piece has points for its evidence, and the cut with
 * the most points wins, so that "Mexican Security Minister Omar Ruiz" is three
 * things and "Bank of Omar Ruiz Street" would be one. */
#include "extract/mention/scan.h"
#include "extract/text/wordcache.h"

#include <string.h>

#define MAX_RUN 47
#define MAX_JOINERS 3
#define MAX_PERSON 9
#define MAX_CRAFT 4

/* They may stand inside of a person's name: nicknames, "Prado, Jr.". */
#define MARKS (TW_WORD_QUOTE | TW_WORD_OPEN | TW_WORD_CLOSE | TW_WORD_COMMA)

enum {
  PER_WORD = 20, /* of a name that a table has */
  NATIONALITY = 12,
  TITLE = 14,
  ACRONYM = 10,
  UNEXPLAINED = -6, /* a capitalised word that is in no piece */
  CRAFT = 45,       /* "a Kia Sedona" is nobody */
};

/* A run of at most MAX_RUN tokens and the best cut of each of its tails. */
typedef struct {
  uint32_t first;
  uint32_t end;
  int best[MAX_RUN + 1];
  TwMention piece[MAX_RUN]; /* the first piece of the tail; end 0: no piece */
} Run;

static bool
is_joiner(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i,
                    TW_WORD_OF | TW_WORD_AND | TW_WORD_JOIN | TW_WORD_ARTICLE |
                      TW_WORD_POSSESSIVE | TW_WORD_HYPHEN | MARKS) ||
         tw_scan_gaz(scan, i, TW_GAZ_PARTICLE);
}

/* True if a name may start at the token: a capital, or a number before one
 * ("18th Street gang"). */
static bool
is_start(const TwScan* scan, uint32_t i)
{
  const uint8_t shape = scan->tokens[i].shape;
  return tw_scan_capital(scan, i) ||
         (!scan->taken[i] &&
          ((shape & (TW_SHAPE_DIGIT | TW_SHAPE_MIXED) &&
            (scan->tokens[i].gaz || tw_scan_capital(scan, i + 1))) ||
           (shape & TW_SHAPE_CAPITAL && tw_scan_is(scan, i, TW_WORD_ARTICLE))));
}

/* How many tokens surely belong to one run with the one at `i`: a name of the
 * tables may have any words ("Dar es Salaam"). */
static uint32_t
reach_at(const TwScan* scan, uint32_t i)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t n = tw_scan_longest(scan, i, scan->end, &bits, &entry);
  return n > 1 && tw_scan_capital(scan, i + n - 1) ? n : 1;
}

static uint32_t
run_end(const TwScan* scan, uint32_t first)
{
  uint32_t end = first + reach_at(scan, first);
  uint32_t at = end;
  while (at < scan->end && at - first < MAX_RUN - TW_GAZ_MAX_WORDS &&
         at - end <= MAX_JOINERS) {
    if (is_start(scan, at)) {
      at += reach_at(scan, at);
      end = at;
    } else if (!scan->taken[at] && is_joiner(scan, at)) {
      ++at;
    } else {
      break;
    }
  }
  /* A small head noun may follow: "Genovese crime family". */
  const uint32_t tail = end + 3;
  while (end < scan->end && end < tail && end - first < MAX_RUN &&
         !is_start(scan, end) && !scan->taken[end] &&
         scan->tokens[end].shape & TW_SHAPE_LETTER) {
    ++end;
  }
  return end;
}

static void
offer(Run* run, const TwMention* piece)
{
  const uint32_t from = piece->first - run->first;
  const int score = piece->score + run->best[piece->end - run->first];
  if (piece->end <= run->end && score > run->best[from]) {
    run->best[from] = score;
    run->piece[from] = *piece;
  }
}

/* Short names of bodies are written in upper case: "ICE", not "Ice". */
static bool
is_written_right(const TwScan* scan, uint32_t first, uint32_t end)
{
  const TwToken* const token = &scan->tokens[first];
  if (end - first > 1) {
    return true;
  }
  if (token->fold.len == 1) {
    return tw_scan_is(scan, first - 1, TW_WORD_PLACE_PREPOSITION) ||
           tw_scan_is(scan, first - 1, TW_WORD_JOIN);
  }
  if (token->gaz & TW_GAZ_WORD || token->fold.len <= 4) {
    return token->shape & (TW_SHAPE_UPPER | TW_SHAPE_ABBREVIATION |
                           TW_SHAPE_DIGIT | TW_SHAPE_MIXED) &&
           !scan->headline;
  }
  return true;
}

/* True for words that stand before the make of a car, not before a name: "a
 * white FORD", "his FORD". */
static bool
is_behind_small_word(const TwScan* scan, uint32_t i)
{
  return i > scan->first &&
         (i - 1 == scan->first ||
          !(scan->tokens[i - 1].shape & TW_SHAPE_CAPITAL)) &&
         (tw_scan_is(scan, i - 1, TW_WORD_ARTICLE | TW_WORD_OWN) ||
          scan->tokens[i - 1].tag == TW_TAG_JJ ||
          scan->tokens[i - 1].tag == TW_TAG_CD);
}

/* True for the make of a car: "his Toyota"; "the Toyota spokesman" is not its
 * driver. */
static bool
is_make(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i, TW_WORD_CRAFT) &&
         (scan->known[i] & (TW_KNOWN_SURNAME | TW_KNOWN_GIVEN) ||
          (is_behind_small_word(scan, i) &&
           !tw_scan_gaz(scan, i + 1, TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN)));
}

static void
offer_body(const TwScan* scan, Run* run, uint32_t i, uint32_t end,
           uint32_t bits, uint32_t entry)
{
  uint32_t index = 0;
  TwGazEntry meaning;
  const TwType type = bits & TW_GAZ_ORGANIZATION ? TW_TYPE_ORGANIZATION
                      : bits & TW_GAZ_FACILITY   ? TW_TYPE_FACILITY
                      : bits & TW_GAZ_PERSON     ? TW_TYPE_PERSON
                                                 : TW_TYPE_NONE;
  /* "Mayor Bloomberg" and "Olga Bloomberg" are no news agency, nor is
   * "Bloomberg" behind them. */
  const bool person =
    end - i == 1 && tw_scan_gaz(scan, i, TW_GAZ_SURNAME) &&
    (tw_scan_gaz(scan, i - 1, TW_GAZ_TITLE) || tw_scan_full_name(scan, i - 1) ||
     scan->known[i] & TW_KNOWN_SURNAME);
  if (type == TW_TYPE_NONE || person || is_make(scan, i) ||
      !is_written_right(scan, i, end) ||
      !(tw_scan_meaning(scan, entry, type, false, &index, &meaning) ||
        (type == TW_TYPE_FACILITY &&
         tw_scan_meaning(scan, entry, TW_TYPE_VEHICLE, false, &index,
                         &meaning)))) {
    return;
  }
  const TwMention piece = {.type = meaning.type,
                           .first = i,
                           .end = end,
                           .head = end - 1,
                           .score = PER_WORD * (int)(end - i) + 12,
                           .entry = entry,
                           .meaning = index};
  offer(run, &piece);
}

static void
offer_nationality(const TwScan* scan, Run* run, uint32_t i, uint32_t end,
                  uint32_t entry)
{
  TwMention piece = {.type = TW_TYPE_NATIONALITY,
                     .first = i,
                     .end = end,
                     .head = end - 1,
                     .score = NATIONALITY + 10 * (int)(end - i - 1),
                     .entry = entry};
  TwGazEntry meaning;
  if (tw_scan_meaning(scan, entry, TW_TYPE_NATIONALITY, false, &piece.meaning,
                      &meaning)) {
    piece.value = meaning.country;
    offer(run, &piece);
  }
}

/* What the tables know at token `i`, by the longest entry. */
static void
offer_entry(const TwScan* scan, Run* run, uint32_t i, uint32_t limit)
{
  uint32_t bits = 0;
  uint32_t entry = 0;
  const uint32_t n = tw_scan_longest(scan, i, limit, &bits, &entry);
  const uint32_t end = i + n;
  bool shorter = !(bits & (TW_GAZ_ORGANIZATION | TW_GAZ_FACILITY));
  if (!n || !(scan->tokens[end - 1].shape &
                (TW_SHAPE_CAPITAL | TW_SHAPE_DIGIT | TW_SHAPE_MIXED) ||
              n > 1)) {
    return;
  }
  if (bits & TW_GAZ_PLACES) {
    TwMention piece;
    if (scan->tokens[end - 1].shape & TW_SHAPE_CAPITAL &&
        tw_place_score(scan, i, end, entry, &piece)) {
      offer(run, &piece);
      shorter = false; /* "Kuwait City" is no Kuwait */
    }
  }
  if (bits & TW_GAZ_NATIONALITY) {
    offer_nationality(scan, run, i, end, entry);
  }
  offer_body(scan, run, i, end, bits, entry);
  if (n > 1 && shorter) {
    offer_entry(scan, run, i, end - 1 > i ? end - 1 : i + 1);
  }
}

static void
offer_title(const TwScan* scan, Run* run, uint32_t i)
{
  uint32_t entry = 0;
  uint32_t start = i;
  uint32_t n = tw_title_match(scan, i, &entry, &start);
  if (!n) {
    n = tw_title_match_plural(scan, i, &entry, &start);
    n = tw_scan_capital(scan, i + n) && tw_scan_gaz(scan, i + n, TW_GAZ_GIVEN)
          ? n
          : 0; /* "Judges Olga Prado and", but "Officers Club" */
  }
  /* "Peter Cook" has no cook. */
  const bool surname = n == 1 && tw_scan_gaz(scan, i, TW_GAZ_SURNAME) &&
                       tw_scan_capital(scan, i - 1) &&
                       tw_scan_gaz(scan, i - 1, TW_GAZ_GIVEN);
  if (n && !surname && i + n <= run->end) {
    const TwMention piece = {.type = TW_TYPE_ROLE,
                             .first = i,
                             .end = i + n,
                             .head = i + n - 1,
                             .score = TITLE * (int)n,
                             .entry = entry};
    offer(run, &piece);
  }
}

/* Where a name of a person from token `i` must end at the latest. */
static uint32_t
person_limit(const TwScan* scan, const Run* run, uint32_t i)
{
  const uint32_t limit = run->end < i + MAX_PERSON ? run->end : i + MAX_PERSON;
  uint32_t at = i;
  while (at < limit &&
         (tw_scan_capital(scan, at) || tw_scan_gaz(scan, at, TW_GAZ_PARTICLE) ||
          tw_scan_is(scan, at, TW_WORD_SUFFIX | MARKS))) {
    if (tw_scan_is(scan, at, TW_WORD_QUOTE | TW_WORD_OPEN)) {
      return limit; /* A nickname may be any words */
    }
    ++at;
  }
  return at;
}

static void
offer_people(const TwScan* scan, Run* run, uint32_t i)
{
  const uint32_t limit = person_limit(scan, run, i);
  for (uint32_t end = i + 1; end <= limit; ++end) {
    const TwMention piece = tw_mention_unlisted(TW_TYPE_PERSON, i, end,
                                                tw_person_score(scan, i, end));
    if (piece.score > 0) {
      offer(run, &piece);
    }
  }
}

/* "the RVQ said": an article before it, and no noun behind it that it might
 * belong to. */
static bool
is_told_of(const TwScan* scan, uint32_t i)
{
  static const bool follows[TW_TAG_COUNT] = {
    [TW_TAG_VBD] = true, [TW_TAG_VBZ] = true, [TW_TAG_VBP] = true,
    [TW_TAG_MD] = true,  [TW_TAG_POS] = true,
  };
  return tw_scan_definite(scan, i - 1) && i + 1 < scan->end &&
         follows[scan->tokens[i + 1].tag];
}

/* True if something says that the word in upper case is a body: the article
 * defined it or used it twice, or a noun for such stands before it. */
static bool
is_body_here(const TwScan* scan, uint32_t i)
{
  return scan->known[i] & TW_KNOWN_BODY || is_told_of(scan, i) ||
         (tw_scan_gaz(scan, i - 1,
                      TW_GAZ_TITLE | TW_GAZ_PERSON_NOUN | TW_GAZ_ORG_NOUN) &&
          !(scan->tokens[i - 1].shape & TW_SHAPE_CAPITAL)) ||
         (tw_scan_is(scan, i - 1, TW_WORD_OPEN) &&
          tw_scan_is(scan, i + 1, TW_WORD_CLOSE) &&
          tw_scan_capital(scan, i - 2));
}

/* A word in upper case that no table has: "the rail operator SNCF". */
static void
offer_acronym(const TwScan* scan, Run* run, uint32_t i)
{
  const TwToken* const token = &scan->tokens[i];
  if (!(token->shape & TW_SHAPE_UPPER) || token->fold.len < 3 ||
      token->shape & (TW_SHAPE_DIGIT | TW_SHAPE_ABBREVIATION) ||
      token->gaz & (TW_GAZ_WORD | TW_GAZ_CITY | TW_GAZ_REGION) ||
      scan->headline || scan->shouted || !is_body_here(scan, i) ||
      tw_scan_is(scan, i, TW_WORD_ACRONYM | TW_WORD_CALENDAR)) {
    return;
  }
  const TwMention piece =
    tw_mention_unlisted(TW_TYPE_ORGANIZATION, i, i + 1, ACRONYM);
  offer(run, &piece);
}

/* A place that the text calls one, and no table has. */
static void
offer_place(const TwScan* scan, Run* run, uint32_t i)
{
  int score = 0;
  const uint32_t end = tw_place_unknown(scan, i, run->end, &score);
  if (end) {
    const TwMention piece = tw_mention_unlisted(TW_TYPE_PLACE, i, end, score);
    offer(run, &piece);
  }
}

static bool
is_maker(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i, TW_WORD_CRAFT) &&
         tw_lexicon_find_value(scan->words, scan->tokens[i].fold,
                               TW_WORD_KIND_CRAFT, TW_STR("maker"));
}

/* True if a maker's word at `i` has a model behind it: none is in the plural
 * ("Volvo Trucks"), and one that is a common word stands behind a small one
 * ("a Ford Transit"). */
static bool
has_model(const TwScan* scan, uint32_t i)
{
  const TwToken* const model = &scan->tokens[i + 1];
  const bool plural =
    tw_tag_is_plural(model->tag) ||
    (model->lemma.len && !tw_str_equal(model->lemma, model->fold));
  return !(model->gaz & TW_GAZ_WORD) ||
         (!plural && is_behind_small_word(scan, i));
}

/* "USS Ana Prado", "a Kia Sedona". */
static void
offer_craft(const TwScan* scan, Run* run, uint32_t i)
{
  if (!tw_scan_is(scan, i, TW_WORD_CRAFT) || scan->shouted ||
      (scan->tokens[i].gaz & TW_GAZ_GIVEN && !is_behind_small_word(scan, i)) ||
      (i + 1 < run->end && is_maker(scan, i) && !has_model(scan, i))) {
    return;
  }
  uint32_t end = i + 1;
  while (end < run->end && end < i + MAX_CRAFT && tw_scan_capital(scan, end) &&
         !tw_scan_gaz(scan, end, TW_GAZ_TITLE | TW_GAZ_ORG_NOUN)) {
    ++end;
  }
  if (end > i + 1) {
    const TwMention piece =
      tw_mention_unlisted(TW_TYPE_VEHICLE, i, end, CRAFT * (int)(end - i));
    offer(run, &piece);
  }
}

/* Fills the best cut of the tail at token `i` from those of shorter tails. */
static void
cut_tail(const TwScan* scan, Run* run, uint32_t i)
{
  const uint32_t from = i - run->first;
  const bool capital = tw_scan_capital(scan, i);
  run->best[from] = run->best[from + 1] + (capital ? UNEXPLAINED : 0);
  run->piece[from].end = 0;
  TwMention piece;
  if (!scan->shouted && tw_body_match(scan, i, run->end, &piece)) {
    offer(run, &piece);
  }
  if (is_start(scan, i) || scan->tokens[i].gaz & TW_GAZ_PARTICLE) {
    offer_entry(scan, run, i, run->end);
    offer_people(scan, run, i);
  }
  if (capital) {
    offer_title(scan, run, i);
    offer_acronym(scan, run, i);
    offer_place(scan, run, i);
    offer_craft(scan, run, i);
    if (tw_kind_match(scan, i, run->end, &piece)) {
      offer(run, &piece);
    }
    if (tw_told_match(scan, i, run->end, &piece)) {
      offer(run, &piece);
    }
  }
  if (is_start(scan, i) && tw_called_match(scan, i, run->end, &piece)) {
    offer(run, &piece);
  }
}

static TwStatus
cut_run(const TwScan* scan, TwArena* arena, Run* run, TwMentionVec* mentions)
{
  run->best[run->end - run->first] = 0;
  for (uint32_t i = run->end; i > run->first; --i) {
    cut_tail(scan, run, i - 1);
  }
  for (uint32_t i = run->first; i < run->end;) {
    const TwMention* const piece = &run->piece[i - run->first];
    if (!piece->end) {
      ++i;
      continue;
    }
    i = piece->end;
    if (piece->type == TW_TYPE_ROLE) {
      continue; /* title.c finds it again, with what stands before it */
    }
    TwMention* const mention = TW_VEC_PUSH(arena, mentions);
    if (!mention) {
      return TW_ERR_NOMEM;
    }
    *mention = *piece;
  }
  return TW_OK;
}

TwStatus
tw_names_find(const TwScan* scan, TwArena* arena, TwNameRunVec* runs,
              TwMentionVec* mentions)
{
  Run run;
  for (uint32_t i = scan->first; i < scan->end;) {
    if (!is_start(scan, i)) {
      ++i;
      continue;
    }
    const size_t n = mentions->count;
    run.first = i;
    run.end = run_end(scan, i);
    TW_TRY(cut_run(scan, arena, &run, mentions));
    TwNameRun* const found = TW_VEC_PUSH(arena, runs);
    if (!found) {
      return TW_ERR_NOMEM;
    }
    *found = (TwNameRun){run.first, run.end, n, mentions->count};
    i = run.end;
  }
  return TW_OK;
}

TwStatus
tw_names_again(const TwScan* scan, TwArena* arena, const TwNameRun* run,
               const TwMentionVec* before, TwMentionVec* mentions)
{
  for (uint32_t i = run->first; i <= run->end && i < scan->end; ++i) {
    if (scan->known[i]) {
      Run again;
      again.first = run->first;
      again.end = run->end;
      return cut_run(scan, arena, &again, mentions);
    }
  }
  for (size_t i = run->first_mention; i < run->end_mention; ++i) {
    TwMention* const mention = TW_VEC_PUSH(arena, mentions);
    if (!mention) {
      return TW_ERR_NOMEM;
    }
    *mention = before->at[i];
  }
  return TW_OK;
}
