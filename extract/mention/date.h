/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATE_H
#define TW_EXTRACT_MENTION_DATE_H

#include "extract/mention/datefocus.h"

/** What is known of times: words, numbers, rules. Read-only after opening:
 * threads share it. */
typedef struct TwDates TwDates;

/// Opens that of a language; returns owned (see tw_lexicon_open_of)
TwStatus
tw_dates_open(const char* dir, TwStr language, TwDiagSink* sink,
              TwDates** out_dates);

/// Accepts NULL
void
tw_dates_free(TwDates* dates);

/** Annotates the sentence's dates, times, durations and sets (TimeML's
 * TIMEX3) with TimeML values, resolved against the document's `today` (else
 * its `date`), never against the clock. Without either, what depends on it
 * keeps X for digits. tw_date_interval() turns a value to the form of facts.
 * `pieces`: all of the sentence, marked by tw_numbers_mark(). `focus` is zeroed
 * before the first sentence of an article and goes from one to the next. */
TwStatus
tw_dates_find(const TwDates* dates, TwArticle* article,
              const TwSentence* sentence, TwPieceVec* pieces,
              TwDateFocus* focus);

#endif
