/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATE_H
#define TW_EXTRACT_MENTION_DATE_H

#include "extract/mention/datevalue.h"

/** What is known of times: words, numbers, rules. Read-only after opening:
 * threads share it. */
typedef struct TwDates TwDates;

/// Borrows `numbers`; returns owned
TwStatus
tw_dates_open(const char* dir, const TwNumbers* numbers, TwDiagSink* sink,
              TwDates** out_dates);

/// Accepts NULL
void
tw_dates_free(TwDates* dates);

/** Annotates each sentence's dates, times, durations and sets (TimeML's
 * TIMEX3) with TimeML values, resolved against the document's `today` (else
 * its `date`), never against the clock. Without either, what depends on it
 * keeps X for digits. tw_date_interval() turns a value to the form of facts. */
TwStatus
tw_dates_run(const TwDates* dates, TwArticle* article);

#endif
