/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_CALENDAR_H
#define TW_BASE_CALENDAR_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/** A day of the proleptic Gregorian calendar. Nothing here reads the clock. */
typedef struct {
  int year;  ///< 1 to 9999
  int month; ///< 1 to 12
  int day;   ///< From 1
} TwDay;

/// True if that day exists (30 February does not)
bool
tw_day_exists(TwDay day);

/// How many days the month has
int
tw_day_month_length(int year, int month);

/// Days since 1970-01-01
int64_t
tw_day_number(TwDay day);

/// The day with that number
TwDay
tw_day_of_number(int64_t number);

/// Monday is 1, Sunday is 7 (ISO 8601)
int
tw_day_weekday(TwDay day);

/// The week of ISO 8601, and the year it counts in
int
tw_day_week(TwDay day, int* out_year);

/// The Monday of an ISO week
TwDay
tw_day_of_week(int year, int week);

/// The `nth` (from 1) of that weekday in a month: the fourth Thursday
TwDay
tw_day_of_weekday(int year, int month, int nth, int weekday);

/// `day` moved by `months`, its day clamped to the length of the month
TwDay
tw_day_add_months(TwDay day, int months);

/// Reads "YYYY-MM-DD" that fills all of `str` and exists
bool
tw_day_read(TwStr str, TwDay* out_day);

/// Writes "YYYY-MM-DD" and a NUL
void
tw_day_write(TwDay day, char out[11]);

#endif
