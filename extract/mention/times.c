/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/times.h"

#include "extract/mention/date.h"
#include "extract/mention/number.h"

typedef struct {
  TwStr language;
  TwNumbers* numbers;
  TwDates* dates;
} Tongue;

struct TwTimes {
  TwArena* arena; /* Holds this struct */
  TW_VEC(Tongue) tongues;
};

static const Tongue*
find_tongue(const TwTimes* times, TwStr language)
{
  for (size_t i = 0; i < times->tongues.count; ++i) {
    if (tw_str_equal(times->tongues.at[i].language, language)) {
      return &times->tongues.at[i];
    }
  }
  return NULL;
}

static TwStatus
open_tongue(TwTimes* times, const char* dir, TwStr language, TwDiagSink* sink)
{
  Tongue* const tongue = TW_VEC_PUSH(times->arena, &times->tongues);
  if (!tongue) {
    return TW_ERR_NOMEM;
  }
  *tongue = (Tongue){tw_arena_copy(times->arena, language), NULL, NULL};
  TW_TRY(tw_numbers_open(dir, language, sink, &tongue->numbers));
  return tw_dates_open(dir, language, sink, &tongue->dates);
}

static TwStatus
open_tongues(TwTimes* times, const char* dir, TwDiagSink* sink)
{
  TwLexicon* all = NULL;
  size_t n = 0;
  TwStatus status = tw_timewords_open(dir, TW_STR(""), sink, &all);
  const TwLexiconRow* const rows =
    status == TW_OK ? tw_lexicon_rows(all, &n) : NULL;
  for (size_t i = 0; i < n && status == TW_OK; ++i) {
    if (!find_tongue(times, rows[i].language)) {
      status = open_tongue(times, dir, rows[i].language, sink);
    }
  }
  tw_lexicon_free(all);
  return status;
}

TwStatus
tw_times_open(const char* dir, TwDiagSink* sink, TwTimes** out_times)
{
  *out_times = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwTimes* const times = arena ? TW_NEW(arena, TwTimes, 1) : NULL;
  if (!times) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  times->arena = arena;
  const TwStatus status = open_tongues(times, dir, sink);
  if (status != TW_OK) {
    tw_times_free(times);
    return status;
  }
  *out_times = times;
  return TW_OK;
}

void
tw_times_free(TwTimes* times)
{
  if (times) {
    for (size_t i = 0; i < times->tongues.count; ++i) {
      tw_dates_free(times->tongues.at[i].dates);
      tw_numbers_free(times->tongues.at[i].numbers);
    }
    tw_arena_free(times->arena);
  }
}

TwStatus
tw_times_run(const TwTimes* times, TwArticle* article)
{
  TwPieceVec pieces = {NULL, 0, 0};
  TwDateFocus focus = {.sentence = 0};
  for (size_t i = 0; i < article->sentences.count; ++i) {
    const TwSentence* const sentence = &article->sentences.at[i];
    const Tongue* tongue =
      find_tongue(times, tw_sentence_language(article, sentence));
    tongue = tongue ? tongue : &times->tongues.at[0];
    TW_TRY(tw_pieces_cut(article, sentence->first, sentence->end,
                         article->arena, &pieces));
    tw_numbers_mark(tongue->numbers, &pieces);
    TW_TRY(tw_numbers_find(tongue->numbers, article, sentence, &pieces));
    TW_TRY(tw_dates_find(tongue->dates, article, sentence, &pieces, &focus));
  }
  return TW_OK;
}
