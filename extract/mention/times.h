/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_TIMES_H
#define TW_EXTRACT_MENTION_TIMES_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"

/** What is known of numbers and times, one set of tables for each language, so
 * that a word means in a sentence what it means in its language: "once" is 11
 * in Spanish. Read-only after opening: threads share it. */
typedef struct TwTimes TwTimes;

/// Opens the tables time, numbers and dates of each language that has the first
/// of them. Returns owned.
TwStatus
tw_times_open(const char* dir, TwDiagSink* sink, TwTimes** out_times);

/// Accepts NULL
void
tw_times_free(TwTimes* times);

/// Annotates the numbers and dates of all sentences (tw_numbers_find(),
/// tw_dates_find()). A sentence in a language without tables is read by those
/// of the first one in the order of names.
TwStatus
tw_times_run(const TwTimes* times, TwArticle* article);

#endif
