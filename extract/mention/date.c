/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/date.h"

#include "ontology/gazetteer.h"

#include <string.h>

/* A verb that tells the tense stands at most so many tokens away. */
#define TENSE_WINDOW 20
/* How far before a verb its "will" or "to" may stand. */
#define AUXILIARY_WINDOW 4

struct TwDates {
  TwArena* arena; /* Holds this struct */
  TwLexicon* words;
  TwDateRules* rules;
};

TwStatus
tw_dates_open(const char* dir, TwDiagSink* sink, TwDates** out_dates)
{
  *out_dates = NULL;
  TwArena* const arena = tw_arena_new(sizeof(TwDates));
  TwDates* const dates = arena ? TW_NEW(arena, TwDates, 1) : NULL;
  if (!dates) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  dates->arena = arena;
  TwStatus status = tw_timewords_open(dir, sink, &dates->words);
  if (status == TW_OK) {
    status = tw_daterules_open(dir, dates->words, sink, &dates->rules);
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

static bool
is_verb(uint8_t tag)
{
  return tag == TW_TAG_VB || tag == TW_TAG_VBD || tag == TW_TAG_VBN ||
         tag == TW_TAG_VBZ || tag == TW_TAG_VBP;
}

/* The tense of the verb at token `at`: a bare form is one of the future behind
 * "to" or a modal. */
static TwTense
tense_of(const TwArticle* article, const TwSentence* sentence, uint32_t at)
{
  const TwToken* const tokens = article->tokens.at;
  const uint8_t tag = tokens[at].tag;
  if (tag == TW_TAG_VBD || tag == TW_TAG_VBN) {
    return TW_TENSE_PAST;
  }
  if (tag == TW_TAG_VBZ) {
    return TW_TENSE_PRESENT;
  }
  for (uint32_t i = at; i > sentence->first && at - i < AUXILIARY_WINDOW;) {
    --i;
    if (tokens[i].tag == TW_TAG_MD || tokens[i].tag == TW_TAG_TO) {
      return TW_TENSE_FUTURE;
    }
  }
  /* "they meet", "they did not meet" */
  return tag == TW_TAG_VBP ? TW_TENSE_PRESENT : TW_TENSE_PAST;
}

/* The tense of the nearest verb, those before the date first. */
static TwTense
find_tense(const TwArticle* article, const TwSentence* sentence, uint32_t first,
           uint32_t end)
{
  for (uint32_t i = first; i > sentence->first && first - i < TENSE_WINDOW;) {
    --i;
    if (article->tokens.at[i].tag == TW_TAG_MD) {
      return TW_TENSE_FUTURE;
    }
    if (is_verb(article->tokens.at[i].tag)) {
      return tense_of(article, sentence, i);
    }
  }
  for (uint32_t i = end; i < sentence->end && i - end < TENSE_WINDOW; ++i) {
    const uint8_t tag = article->tokens.at[i].tag;
    if (tag == TW_TAG_MD) {
      return TW_TENSE_FUTURE;
    }
    if (is_verb(tag)) {
      return tense_of(article, sentence, i);
    }
  }
  return TW_TENSE_PAST;
}

/* A sentence being looked through. */
typedef struct {
  const TwDates* dates;
  TwArticle* article;
  const TwSentence* sentence;
  const TwPieceVec* pieces;
  TwDay today;
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
  const bool counts = next && next->tag == TW_TAG_NNS;
  const bool percent = tw_pieces_is(pieces, match->to, "%");
  return !tied_before && !money && !counts && !percent &&
         match->parts.year >= 1500 && match->parts.year < 2100;
}

/* "April" and "June" are given names, too. */
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
  return !short_form && !surname;
}

static bool
applies(const Scan* scan, const TwDateMatch* match)
{
  const size_t length = match->to - match->from;
  if (match->action == TW_DATE_YEAR && length == 1) {
    return is_year(scan, match);
  }
  if (match->action == TW_DATE_MONTH && length == 1) {
    return is_month_name(scan, match);
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

static TwStatus
run_sentence(const Scan* scan)
{
  const TwPieceVec* const pieces = scan->pieces;
  const TwDay told = day_of_quotes(scan);
  bool quoted = false;
  size_t done = 0;
  for (size_t i = 0; i < pieces->count;) {
    TwDateMatch match;
    quoted ^= is_quote(&pieces->at[i]);
    const bool starts = !i || !pieces->at[i].joined || !pieces->at[i - 1].word;
    if (!starts || !tw_daterules_match(scan->dates->rules, scan->article,
                                       pieces, i, &match)) {
      ++i;
      continue;
    }
    char value[TW_DATE_VALUE];
    const TwTense tense =
      find_tense(scan->article, scan->sentence, pieces->at[match.from].token,
                 pieces->at[match.to - 1].token + 1);
    const TwType type =
      applies(scan, &match)
        ? tw_datevalue(&match, quoted ? told : scan->today, tense, value)
        : TW_TYPE_NONE;
    if (type != TW_TYPE_NONE) {
      const size_t from = match.action == TW_DATE_REF
                            ? match.from
                            : extend_left(scan, match.from, done);
      TW_TRY(tw_pieces_annotate(pieces, from, match.to, type, tw_str(value),
                                scan->article));
    }
    const bool moves = type != TW_TYPE_NONE || match.action == TW_DATE_NONE;
    done = moves ? match.to : done;
    i = moves ? match.to : i + 1;
  }
  return TW_OK;
}

TwStatus
tw_dates_find(const TwDates* dates, TwArticle* article,
              const TwSentence* sentence, TwPieceVec* pieces)
{
  const TwDocument* const document = article->document;
  Scan scan = {
    .dates = dates, .article = article, .sentence = sentence, .pieces = pieces};
  if (!tw_day_read(document->today, &scan.today) &&
      !tw_day_read(document->date, &scan.today)) {
    scan.today = (TwDay){0, 0, 0};
  }
  tw_daterules_mark(dates->rules, pieces);
  return run_sentence(&scan);
}
