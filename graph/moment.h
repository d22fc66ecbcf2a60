/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_MOMENT_H
#define TW_GRAPH_MOMENT_H

#include "base/str.h"

#include <stdint.h>

/** The days that a date stands for: those of "2025-02" are 1 to 28 February.
 * Days are numbers as in base/calendar.h; an open end is INT64_MIN or
 * INT64_MAX. */
typedef struct {
  int64_t first;
  int64_t last;
} TwMoment;

/// Reads a year, month or day of ISO 8601, or an interval of these: "A/B",
/// "A/..", "../B"
bool
tw_moment_read(TwStr text, TwMoment* out);

/// True if `text` is an interval, not a single year, month or day
bool
tw_moment_is_interval(TwStr text);

/// True if the two share a day
bool
tw_moment_overlaps(TwMoment a, TwMoment b);

/// True if all days of `inner` are days of `outer`
bool
tw_moment_within(TwMoment inner, TwMoment outer);

/// How many days it has; INT64_MAX if an end is open
int64_t
tw_moment_length(TwMoment moment);

#endif
