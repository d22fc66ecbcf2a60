/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_DATELINE_H
#define TW_EXTRACT_INGEST_DATELINE_H

#include "base/calendar.h"
#include "extract/ingest/unit.h"

/** Words of datelines and page stamps (lexicon/LANGUAGE/dateline.tsv) and of
 * time (time.tsv). */
typedef struct {
  const TwLexicon* dateline;
  const TwLexicon* time;
} TwDatelineWords;

/** "MONTEVIDEO, March 4 (Northwire) -" at the start of a paragraph. */
typedef struct {
  TwSpan span;  ///< All of it, with its dash and brackets
  TwSpan place; ///< "MONTEVIDEO"; may be empty
  TwStr agency; ///< Name of the agency, static or in the source; or empty
  TwDay day;    ///< `month` is 0 if it has none, `year` is 0 if not said
} TwDateline;

/** "Published: 5 March 2025, 10:00 GMT". */
typedef struct {
  TwDay day;
  size_t n_words; ///< How many words of the unit it takes, from the first on
  bool updated;   ///< A later day than that of publication
  bool cued;      ///< A word such as "published" says what it is
  bool timed;     ///< With a clock time
} TwStamp;

/// The three tables' kinds, opened from the data directory; returns owned
TwStatus
tw_dateline_open(const char* dir, TwDiagSink* sink, TwLexicon** out_lexicon);

/// True if the unit begins with a dateline
bool
tw_dateline_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
                 TwDateline* out_dateline);

/// True if the unit begins with a stamp that names an existing day
bool
tw_stamp_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
              TwStamp* out_stamp);

/** The day at word `at` with year ("January 20, 2026", "20 de enero de 2026",
 * "2026-01-20", "25.10.2026"; not "01/02/2026", which may be two days).
 * Returns how many words it takes, or 0; the day exists. Without a year (then
 * `year` is 0) only if `yearless`. */
size_t
tw_dateline_day(TwDatelineWords words, TwStr source, const TwUnit* unit,
                size_t at, bool yearless, TwDay* out_day);

/** True if the unit ends with the signature of an embedded post, "— Name
 * (@handle) January 20, 2026"; its day, and where the signature starts. */
bool
tw_post_find(TwDatelineWords words, TwStr source, const TwUnit* unit,
             TwDay* out_day, size_t* out_start);

/// The name of the agency at word `at`, or empty; `*out_words` is its length
TwStr
tw_dateline_agency(TwDatelineWords words, const TwUnit* unit, size_t at,
                   size_t* out_words);

/// True if the words [from, to) of the unit are no place ("exclusive")
bool
tw_dateline_no_place(TwDatelineWords words, const TwUnit* unit, size_t from,
                     size_t to);

/// A day given as metadata: "2026-01-20", with or without a time behind, or
/// any form that tw_dateline_day knows; false if it is none
bool
tw_dateline_read(TwDatelineWords words, TwStr text, const TwLexicon* functions,
                 TwArena* arena, TwDay* out_day);

#endif
