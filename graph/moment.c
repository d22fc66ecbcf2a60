/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/moment.h"

#include "base/calendar.h"

#define OPEN TW_STR("..")

static bool
read_number(TwStr text, size_t start, size_t end, int* out)
{
  uint64_t number = 0;
  if (!tw_str_to_u64(tw_str_slice(text, start, end), &number)) {
    return false;
  }
  *out = (int)number;
  return true;
}

/* A year, month or day. */
static bool
read_one(TwStr text, TwMoment* out)
{
  TwDay first = {0, 1, 1};
  if ((text.len != 4 && text.len != 7 && text.len != 10) ||
      !read_number(text, 0, 4, &first.year) || first.year < 1) {
    return false;
  }
  TwDay last = {first.year, 12, 31};
  if (text.len == 7) {
    if (text.s[4] != '-' || !read_number(text, 5, 7, &first.month) ||
        first.month < 1 || first.month > 12) {
      return false;
    }
    last.month = first.month;
    last.day = tw_day_month_length(first.year, first.month);
  } else if (text.len == 10) {
    if (!tw_day_read(text, &first)) {
      return false;
    }
    last = first;
  }
  *out = (TwMoment){tw_day_number(first), tw_day_number(last)};
  return true;
}

bool
tw_moment_is_interval(TwStr text)
{
  return tw_str_find(text, TW_STR("/"), 0) != SIZE_MAX;
}

bool
tw_moment_read(TwStr text, TwMoment* out)
{
  const size_t slash = tw_str_find(text, TW_STR("/"), 0);
  if (slash == SIZE_MAX) {
    return read_one(text, out);
  }
  const TwStr from = tw_str_slice(text, 0, slash);
  const TwStr to = tw_str_slice(text, slash + 1, text.len);
  const bool no_start = tw_str_equal(from, OPEN);
  const bool no_end = tw_str_equal(to, OPEN);
  TwMoment first = {INT64_MIN, INT64_MIN};
  TwMoment last = {INT64_MAX, INT64_MAX};
  if ((no_start && no_end) || (!no_start && !read_one(from, &first)) ||
      (!no_end && !read_one(to, &last)) || first.first > last.last) {
    return false;
  }
  *out = (TwMoment){first.first, last.last};
  return true;
}

bool
tw_moment_overlaps(TwMoment a, TwMoment b)
{
  return a.first <= b.last && b.first <= a.last;
}

bool
tw_moment_within(TwMoment inner, TwMoment outer)
{
  return inner.first >= outer.first && inner.last <= outer.last;
}

int64_t
tw_moment_length(TwMoment moment)
{
  return moment.first == INT64_MIN || moment.last == INT64_MAX
           ? INT64_MAX
           : moment.last - moment.first + 1;
}
