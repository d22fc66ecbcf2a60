/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATERULE_H
#define TW_EXTRACT_MENTION_DATERULE_H

#include "extract/mention/number.h"
#include "extract/mention/piece.h"
#include "extract/timewords.h"

/** What a rule makes of the words that it matched. */
#define TW_DATE_ACTIONS(X)                                                     \
  X(NONE, "none")   /* Nothing: it keeps shorter rules away */                 \
  X(DAY, "day")     /* Month and day, maybe year */                            \
  X(ALSO, "also")   /* Another day of the month right before it */             \
  X(MONTH, "month") /* Month, maybe year */                                    \
  X(YEAR, "year")                                                              \
  X(SEASON, "season")                                                          \
  X(QUARTER, "quarter") /* Number and unit, Q or century */                    \
  X(DECADE, "decade")                                                          \
  X(WEEKDAY, "weekday")                                                        \
  X(RELATIVE, "relative") /* Relation and month, weekday, season, unit */      \
  X(AGO, "ago")           /* Number and unit, back from or after today */      \
  X(DEICTIC, "deictic")                                                        \
  X(HOLIDAY, "holiday")                                                        \
  X(CURRENT, "current") /* The unit that today is in */                        \
  X(TOLD, "told")       /* From what was told: =, + or -, maybe a unit */      \
  X(REPORT, "report")   /* Period of a report: =, or - a year before */        \
  X(CLOCK, "clock")     /* Time of today */                                    \
  X(REF, "ref")                                                                \
  X(DURATION, "duration") /* Number and unit; "half" adds a half */            \
  X(SET, "set")

#define TW_DATE_ENUM_(id, name) TW_DATE_##id,
typedef enum {
  TW_DATE_ACTIONS(TW_DATE_ENUM_) TW_DATE_ACTION_COUNT
} TwDateAction;
#undef TW_DATE_ENUM_

/** What the elements of a rule caught; 0, empty or false where they did not. */
typedef struct {
  int year;
  int month;
  int day;
  int weekday;
  int decade; ///< Its first three digits
  int64_t n;  ///< A count or ordinal, in ten-thousandths
  TwStr unit; ///< As time.tsv writes it
  TwStr season;
  TwStr relation;
  TwStr deictic;
  TwStr part;
  TwStr ref;
  TwStr set;
  TwStr holiday;
  TwStr back; ///< Value of "back" or "ahead"
  bool ahead;
  bool several;
  bool each;
  bool timed; ///< `hour` and `minute` hold
  int hour;
  int minute;
} TwDateParts;

/** A rule that fits, and where. */
typedef struct {
  TwDateAction action;
  TwStr argument; ///< Third column of the rule
  size_t from;    ///< Pieces [from, to) are the expression; context is not
  size_t to;
  size_t end; ///< Behind its context
  TwDateParts parts;
} TwDateMatch;

/** Rules of lexicon/LANGUAGE/dates.tsv: a pattern, an action, an argument. A
 * pattern is a row of elements: a word or mark as it stands, `@kind` a word of
 * time.tsv, `%year %day %n %ord %two %clock %decade` numbers; `x?` may be
 * missing, `(x)` must be there but is not part of the expression. The longest
 * match wins, of two the earlier row. Read-only after opening. */
typedef struct TwDateRules TwDateRules;

/// Borrows the words; returns owned. TW_ERR_RULE (TW2305) for an element that
/// is not known.
TwStatus
tw_daterules_open(const char* dir, TwStr language, const TwLexicon* time,
                  TwDiagSink* sink, TwDateRules** out_rules);

/// Accepts NULL
void
tw_daterules_free(TwDateRules* rules);

/// Notes for each piece what it may begin; to be called before matching, behind
/// tw_numbers_mark()
void
tw_daterules_mark(const TwDateRules* rules, TwPieceVec* pieces);

/// The best match that starts at piece `at`; false if none does
bool
tw_daterules_match(const TwDateRules* rules, const TwArticle* article,
                   const TwPieceVec* pieces, size_t at, TwDateMatch* out_match);

#endif
