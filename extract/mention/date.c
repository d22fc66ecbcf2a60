/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/date.h"

#include "extract/mention/datetense.h"
#include "ontology/gazetteer.h"

#include <string.h>

/* Before it, "the 1800 houses" are counted. */
#define FIRST_NAMED_YEAR 1900

struct TwDates {
  TwArena* arena; /* Holds this struct */
  TwLexicon* words;
  TwDateRules* rules;
};

TwStatus
tw_dates_open(const char* dir, TwStr language, TwDiagSink* sink,
              TwDates** out_dates)
{
  *out_dates = NULL;
  TwArena* const arena = tw_arena_new(sizeof(TwDates));
  TwDates* const dates = arena ? TW_NEW(arena, TwDates, 1) : NULL;
  if (!dates) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  dates->arena = arena;
  TwStatus status = tw_timewords_open(dir, language, sink, &dates->words);
  if (status == TW_OK) {
    status =
      tw_daterules_open(dir, language, dates->words, sink, &dates->rules);
  }
  if (status != TW_OK) {
    tw_dates_free(dates);
    return status;
  }
  *out_dates = dates;
  return TW_OK;
}

void
tw_dates_free(TwDates* dates)
{
  if (dates) {
    tw_daterules_free(dates->rules);
    tw_lexicon_free(dates->words);
    tw_arena_free(dates->arena);
  }
}

/* A sentence being looked through. */
typedef struct {
  const TwDates* dates;
  TwArticle* article;
  const TwSentence* sentence;
  const TwPieceVec* pieces;
  TwDay today;
  size_t number; /* Of the sentence */
  TwDateFocus* focus;
} Scan;

static bool
is_quote(const TwPiece* piece)
{
  const TwStr text = piece->text;
  return !piece->word && !piece->number &&
         (tw_str_equal(text, TW_STR("\"")) ||
          tw_str_equal(text, TW_STR("``")) || tw_str_equal(text, TW_STR("''")));
}

static const TwToken*
token_at(const Scan* scan, size_t piece)
{
  return &scan->article->tokens.at[scan->pieces->at[piece].token];
}

/* "2011" is a year unless it counts something or is part of something else. */
static bool
is_year(const Scan* scan, const TwDateMatch* match)
{
  const TwPieceVec* const pieces = scan->pieces;
  if (!pieces->at[match->from].number) {
    return false;
  }
  const bool tied_before =
    match->from > 0 && pieces->at[match->from].joined &&
    !pieces->at[match->from - 1].word &&
    strchr("$#+/.", pieces->at[match->from - 1].text.s[0]);
  const bool money =
    match->from > 0 && token_at(scan, match->from - 1)->tag == TW_TAG_DOLLAR;
  const TwToken* const next =
    match->to < pieces->count ? token_at(scan, match->to) : NULL;
  const bool percent = tw_pieces_is(pieces, match->to, "%");
  const uint8_t before =
    match->from > 0 ? token_at(scan, match->from - 1)->tag : TW_TAG_NONE;
  /* "some 2011 men", but "the 2011 riots" */
  const bool of_year =
    before == TW_TAG_DT && match->parts.year >= FIRST_NAMED_YEAR &&
    !tw_piece_row(&pieces->at[match->from - 1].what->times, TW_TIME_APPROX);
  const bool counts = next && next->tag == TW_TAG_NNS && !of_year;
  /* "her 2004 Lindel Cruiser" */
  const bool model = (before == TW_TAG_POS || before == TW_TAG_PRPS) && next &&
                     next->tag == TW_TAG_NNP;
  return !tied_before && !money && !counts && !percent && !model &&
         match->parts.year >= 1500 && match->parts.year < 2100;
}

/* "April" and "June" are given names, too, and "May" is a surname. */
static bool
is_month_name(const Scan* scan, const TwDateMatch* match)
{
  const TwToken* const token = token_at(scan, match->from);
  const TwToken* const next =
    match->to < scan->pieces->count ? token_at(scan, match->to) : NULL;
  const bool short_form = token->fold.len <= 4 &&
                          !(token->shape & TW_SHAPE_ABBREVIATION) &&
                          token->tag != TW_TAG_NNP && token->tag != TW_TAG_NONE;
  const bool surname = (token->gaz & TW_GAZ_GIVEN) && next &&
                       (next->shape & TW_SHAPE_CAPITAL) &&
                       (next->gaz & TW_GAZ_SURNAME);
  const TwToken* const before =
    match->from > 0 ? token_at(scan, match->from - 1) : NULL;
  const bool behind_given =
    token->gaz & TW_GAZ_SURNAME && before && before->gaz & TW_GAZ_GIVEN &&
    before->shape & TW_SHAPE_CAPITAL && !(before->gaz & TW_GAZ_WORD);
  /* "the March for Mercy", but "left in March for Salto" */
  const TwToken* const third =
    match->to + 1 < scan->pieces->count ? token_at(scan, match->to + 1) : NULL;
  const bool title =
    token->gaz & TW_GAZ_WORD && third && next->tag == TW_TAG_IN &&
    third->shape & TW_SHAPE_CAPITAL && !(before && before->tag == TW_TAG_IN);
  return !short_form && !surname && !behind_given && !title;
}

/* "a woman in her early 30s": how old she is. */
static bool
is_age(const Scan* scan, const TwDateMatch* match)
{
  const TwPieceVec* const pieces = scan->pieces;
  size_t at = match->from;
  while (at > 0 &&
         (tw_pieces_is(pieces, at - 1, "-") ||
          tw_piece_row(&pieces->at[at - 1].what->times, TW_TIME_EDGE))) {
    --at;
  }
  return at > 0 && token_at(scan, at - 1)->tag == TW_TAG_PRPS;
}

static bool
applies(const Scan* scan, const TwDateMatch* match)
{
  const size_t length = match->to - match->from;
  if (match->action == TW_DATE_DECADE && is_age(scan, match)) {
    return false;
  }
  if (match->action == TW_DATE_YEAR && length == 1) {
    return is_year(scan, match);
  }
  if (match->action == TW_DATE_MONTH && length == 1) {
    return is_month_name(scan, match);
  }
  /* "years ago", "months of war"; but "day of rest" */
  if (tw_str_equal(match->argument, TW_STR("several")) &&
      token_at(scan, match->from)->tag != TW_TAG_NNS) {
    return false;
  }
  /* "she wrote in the party's daily" */
  if (match->action == TW_DATE_SET && length == 1 &&
      token_at(scan, match->from)->tag == TW_TAG_NN) {
    return false;
  }
  /* "a now-closed court" */
  return match->action != TW_DATE_REF ||
         !tw_pieces_is(scan->pieces, match->to, "-");
}

/* Takes along words that leave the value as it is: "early", "about". */
static size_t
extend_left(const Scan* scan, size_t from, size_t limit)
{
  while (from > limit) {
    size_t at = from - 1;
    if (at > limit && tw_pieces_is(scan->pieces, at, "-")) {
      --at;
    }
    if (!tw_piece_row(&scan->pieces->at[at].what->times, TW_TIME_EDGE)) {
      break;
    }
    from = at;
  }
  return from;
}

/* The day on which the words in quotes were said, if the sentence names a past
 * weekday outside of them: "today" in a quote is that day. */
static TwDay
day_of_quotes(const Scan* scan)
{
  bool quoted = false;
  bool any = false;
  for (size_t i = 0; i < scan->pieces->count && !any; ++i) {
    any = is_quote(&scan->pieces->at[i]);
  }
  for (size_t i = 0; any && i < scan->pieces->count; ++i) {
    TwDateMatch match;
    char value[TW_DATE_VALUE];
    TwDay day;
    quoted ^= is_quote(&scan->pieces->at[i]);
    if (!quoted && scan->pieces->at[i].word &&
        tw_piece_row(&scan->pieces->at[i].what->times, TW_TIME_WEEKDAY) &&
        tw_daterules_match(scan->dates->rules, scan->article, scan->pieces, i,
                           &match) &&
        match.action == TW_DATE_WEEKDAY) {
      tw_datevalue(&match, scan->today, TW_TENSE_PAST, value);
      if (tw_day_read(tw_str_slice(tw_str(value), 0, 10), &day)) {
        return day;
      }
    }
  }
  return scan->today;
}

/* "four flights a week", "$5 a day" */
static bool
is_rate(const Scan* scan, const TwDateMatch* match)
{
  const uint8_t before =
    match->from > 0 ? token_at(scan, match->from - 1)->tag : TW_TAG_NONE;
  return match->action == TW_DATE_DURATION && match->parts.n == 0 &&
         tw_str_equal(match->argument, TW_STR("one")) &&
         (before == TW_TAG_NNS || before == TW_TAG_CD);
}

/* "Two days later, on MAY 5, …": the date itself is told beside what leads up
 * to it. */
static bool
is_apposed(const Scan* scan, const TwDateMatch* match)
{
  TwDateMatch next;
  size_t at = match->to;
  if (match->action != TW_DATE_AGO || !tw_pieces_is(scan->pieces, at, ",")) {
    return false;
  }
  ++at;
  at += at < scan->pieces->count && token_at(scan, at)->tag == TW_TAG_IN;
  return at < scan->pieces->count &&
         tw_daterules_match(scan->dates->rules, scan->article, scan->pieces, at,
                            &next) &&
         (next.action == TW_DATE_DAY || next.action == TW_DATE_MONTH ||
          next.action == TW_DATE_YEAR || next.action == TW_DATE_WEEKDAY);
}

/* The type and value of a match, and what is spoken of from then on. */
static TwType
value_of(const Scan* scan, TwDateMatch* match, TwDay today, char* value)
{
  const TwPieceVec* const pieces = scan->pieces;
  if (!applies(scan, match) || is_rate(scan, match)) {
    return TW_TYPE_NONE;
  }
  /* "the coming weeks" */
  match->parts.several |= match->action == TW_DATE_RELATIVE &&
                          match->parts.unit.len &&
                          token_at(scan, match->to - 1)->tag == TW_TAG_NNS;
  TwType type =
    is_apposed(scan, match)
      ? TW_TYPE_NONE
      : tw_datefocus_value(scan->focus, match, today, scan->number, value);
  const bool told = type != TW_TYPE_NONE;
  if (!told) {
    const TwTense tense = tw_datetense_find(
      scan->dates->words, scan->article, scan->sentence,
      pieces->at[match->from].token, pieces->at[match->to - 1].token + 1);
    type = tw_datevalue(match, today, tense, value);
  }
  if ((type == TW_TYPE_DATE || type == TW_TYPE_TIME) &&
      (!told || match->action == TW_DATE_TOLD)) {
    tw_datefocus_note(scan->focus, tw_str(value), today, scan->number,
                      match->parts.year != 0);
  }
  return type;
}

/* The number behind the stroke of "1/2". */
static bool
is_ratio(const TwPieceVec* pieces, size_t at)
{
  return at > 1 && pieces->at[at].number && pieces->at[at - 2].number &&
         tw_pieces_is(pieces, at - 1, "/");
}

/* The match at piece `at`. One that begins with context gives way to a longer
 * one behind it: "(in) last year" to "last year's second quarter". */
static bool
find_match(const Scan* scan, size_t at, TwDateMatch* out_match)
{
  TwDateMatch inner;
  if (!tw_daterules_match(scan->dates->rules, scan->article, scan->pieces, at,
                          out_match)) {
    return false;
  }
  if (out_match->from > at &&
      tw_daterules_match(scan->dates->rules, scan->article, scan->pieces,
                         out_match->from, &inner) &&
      inner.to > out_match->end) {
    *out_match = inner;
  }
  return true;
}

/* "24 April and 25 people" has no second day. */
static bool
counts_things(const Scan* scan, size_t at)
{
  const uint8_t tag =
    at < scan->pieces->count ? token_at(scan, at)->tag : TW_TAG_NONE;
  return tag == TW_TAG_NN || tag == TW_TAG_NNS || tag == TW_TAG_JJ;
}

/* Takes the month of "25" in "April 24 and 25" from the day before it; false
 * if that is not what stands there. `before`: the last match. */
static bool
complete(const Scan* scan, const TwDateMatch* before, TwDateMatch* match)
{
  if (match->action != TW_DATE_ALSO) {
    return true;
  }
  if (before->action != TW_DATE_DAY || before->to + 1 != match->from ||
      match->parts.day <= before->parts.day || counts_things(scan, match->to)) {
    return false;
  }
  match->action = TW_DATE_DAY;
  match->parts.year = before->parts.year;
  match->parts.month = before->parts.month;
  return true;
}

/* "between MARCH and June 2019", "MAY 3, June 4 and July 5, 2019": the year
 * stands with the last of several. */
static void
take_year_ahead(const Scan* scan, TwDateMatch* match)
{
  TwDateMatch last = *match;
  int years_back = 0;
  while (!last.parts.year && last.parts.month && !last.parts.relation.len &&
         (last.action == TW_DATE_DAY || last.action == TW_DATE_MONTH)) {
    const TwDateMatch before = last;
    if (last.to + 1 >= scan->pieces->count ||
        !find_match(scan, last.to + 1, &last) || last.from != before.to + 1) {
      return;
    }
    years_back += last.parts.month < before.parts.month;
  }
  if (last.parts.year && last.parts.month && last.from != match->from &&
      (last.action == TW_DATE_DAY || last.action == TW_DATE_MONTH)) {
    match->parts.year = last.parts.year - years_back;
  }
}

static TwStatus
run_sentence(const Scan* scan)
{
  const TwPieceVec* const pieces = scan->pieces;
  const TwDay told = day_of_quotes(scan);
  TwDateMatch before = {.action = TW_DATE_NONE};
  bool quoted = false;
  size_t done = 0;
  for (size_t i = 0; i < pieces->count;) {
    TwDateMatch match;
    quoted ^= is_quote(&pieces->at[i]);
    const bool starts = !i || !pieces->at[i].joined ||
                        !(pieces->at[i - 1].word || is_ratio(pieces, i));
    if (!starts || !find_match(scan, i, &match) ||
        !complete(scan, &before, &match)) {
      ++i;
      continue;
    }
    take_year_ahead(scan, &match);
    char value[TW_DATE_VALUE];
    const TwType type =
      value_of(scan, &match, quoted ? told : scan->today, value);
    if (type != TW_TYPE_NONE) {
      const size_t from = match.action == TW_DATE_REF
                            ? match.from
                            : extend_left(scan, match.from, done);
      TW_TRY(tw_pieces_annotate(pieces, from, match.to, type, tw_str(value),
                                scan->article));
    }
    const bool moves = type != TW_TYPE_NONE || match.action == TW_DATE_NONE;
    before = moves ? match : before;
    done = moves ? match.to : done;
    i = moves ? match.to : i + 1;
  }
  return TW_OK;
}

TwStatus
tw_dates_find(const TwDates* dates, TwArticle* article,
              const TwSentence* sentence, TwPieceVec* pieces,
              TwDateFocus* focus)
{
  const TwDocument* const document = article->document;
  Scan scan = {.dates = dates,
               .article = article,
               .sentence = sentence,
               .number = (size_t)(sentence - article->sentences.at),
               .pieces = pieces,
               .focus = focus};
  if (!tw_day_read(document->today, &scan.today) &&
      !tw_day_read(document->date, &scan.today)) {
    scan.today = (TwDay){0, 0, 0};
  }
  tw_daterules_mark(dates->rules, pieces);
  return run_sentence(&scan);
}
