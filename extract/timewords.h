/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TIMEWORDS_H
#define TW_EXTRACT_TIMEWORDS_H

#include "extract/lexicon.h"

/** Kinds of words in lexicon/LANGUAGE/time.tsv, and what their value is. */
#define TW_TIME_KINDS(X)                                                       \
  X(MONTH, "month")       /* 1 to 12 */                                        \
  X(WEEKDAY, "weekday")   /* 1 (Monday) to 7 */                                \
  X(UNIT, "unit")         /* D W M Y, TH TM TS, Q quarter, E decade, C */      \
                          /* century, WE weekend, F fortnight */               \
  X(SEASON, "season")     /* SP SU FA WI */                                    \
  X(DEICTIC, "deictic")   /* Days from today, and maybe a part: "-1TNI" */     \
  X(PART, "part")         /* MO MI AF EV NI, or a clock time "12:00" */        \
  X(RELATION, "relation") /* Which one: -1, 0, 1; "P" past, "R" recent */      \
  X(BACK, "back")         /* Counts back from today ("t") or a day told */     \
  X(AHEAD, "ahead")                                                            \
  X(EDGE, "edge")         /* Early, late, the end of: leaves the value */      \
  X(EACH, "each")         /* Makes a set */                                    \
  X(SET, "set")           /* "P1D" */                                          \
  X(REF, "ref")           /* PRESENT_REF, PAST_REF, FUTURE_REF */              \
  X(MERIDIEM, "meridiem") /* am, pm */                                         \
  X(ZONE, "zone")                                                              \
  X(HOLIDAY, "holiday") /* "12-25", or month-week-weekday: "11-4w4" */         \
  X(DECADE, "decade")   /* "198" */                                            \
  X(SEVERAL, "several") /* How many is not said */                             \
  X(APPROX, "approx")   /* "about": leaves the value */                        \
  X(LINK, "link")       /* May stand between day, month and year */            \
  X(SPAN, "span")       /* "for", "during": what follows is a length */        \
  X(PLAN, "plan")       /* Verb whose matter is yet to come; "will": it is */  \
  X(FORWARD, "forward") /* Right before a date that is yet to come */          \
  X(PAST, "past")       /* "could not", "says": tells of what was */           \
  X(SMALL, "small")     /* Months and weekdays are written small here */

#define TW_TIME_ENUM_(id, name) TW_TIME_##id,
typedef enum { TW_TIME_KINDS(TW_TIME_ENUM_) TW_TIME_COUNT } TwTimeKind;
#undef TW_TIME_ENUM_

/// Opens the time words of a language below the data directory, of all if it is
/// empty; returns owned (see tw_lexicon_open_of)
TwStatus
tw_timewords_open(const char* dir, TwStr language, TwDiagSink* sink,
                  TwLexicon** out_words);

#endif
