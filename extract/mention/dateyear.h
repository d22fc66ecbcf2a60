/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATEYEAR_H
#define TW_EXTRACT_MENTION_DATEYEAR_H

#include "extract/mention/datevalue.h"

/** The year of a season ("SP SU FA WI") that stands without one; `step` is -1
 * for "last", 1 for "next", else 0. A winter is named after the year it began
 * in. */
int
tw_dateyear_of_season(TwStr season, TwDay today, int step, TwTense tense);

/// The day of a holiday, "12-25" or "11-4w4" (the fourth Thursday of November),
/// in that year
TwDay
tw_dateyear_holiday(TwStr rule, int year);

#endif
