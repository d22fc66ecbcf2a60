/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datevalue.h"

#include <stdio.h>

static int
digits(TwStr text, size_t from, size_t to)
{
  uint64_t number = 0;
  return to <= text.len && tw_str_to_u64(tw_str_slice(text, from, to), &number)
           ? (int)number
           : -1;
}

static bool
put_days(int64_t first, int64_t last, char out[TW_DATE_VALUE])
{
  tw_day_write(tw_day_of_number(first), out);
  out[10] = '/';
  tw_day_write(tw_day_of_number(last), out + 11);
  return true;
}

static bool
put_months(int from_year, int from, int to_year, int to,
           char out[TW_DATE_VALUE])
{
  snprintf(out, TW_DATE_VALUE, "%04d-%02d/%04d-%02d", from_year, from, to_year,
           to);
  return true;
}

/* "2026-W03", "2026-W03-WE" */
static bool
week_interval(TwStr value, int year, char out[TW_DATE_VALUE])
{
  const int week = digits(value, 6, 8);
  if (week < 1 || week > 53) {
    return false;
  }
  const int64_t monday = tw_day_number(tw_day_of_week(year, week));
  const bool weekend = tw_str_ends(value, TW_STR("-WE"));
  return put_days(monday + (weekend ? 5 : 0), monday + 6, out);
}

static bool
season_interval(TwStr value, int year, char out[TW_DATE_VALUE])
{
  static const char* const names[] = {"SP", "SU", "FA", "WI"};
  for (int i = 0; i < 4; ++i) {
    if (tw_str_equal(tw_str_slice(value, 5, value.len), tw_str(names[i]))) {
      const int first = 3 + i * 3;
      return put_months(year, first, year + (i == 3), i == 3 ? 2 : first + 2,
                        out);
    }
  }
  return false;
}

bool
tw_date_interval(TwStr value, char out[TW_DATE_VALUE])
{
  const size_t time = tw_str_find(value, TW_STR("T"), 0);
  const TwStr date = tw_str_slice(value, 0, time == 10 ? time : value.len);
  const int first = digits(date, 0, 4);
  TwDay day;
  out[0] = '\0';
  if (date.len == 3 && digits(date, 0, 3) > 0) {
    const int decade_start = digits(date, 0, 3) * 10;
    snprintf(out, TW_DATE_VALUE, "%04d/%04d", decade_start, decade_start + 9);
    return true;
  }
  if (first < 1 || (date.len > 4 && date.s[4] != '-')) {
    return false;
  }
  const int second = digits(date, 5, 7);
  const bool is_month = date.len == 7 && second >= 1 && second <= 12;
  if (date.len == 4 || is_month || tw_day_read(date, &day)) {
    snprintf(out, TW_DATE_VALUE, "%.*s", TW_STR_ARG(date));
    return true;
  }
  if (date.len >= 8 && date.s[5] == 'W') {
    return week_interval(date, first, out);
  }
  if (date.len == 7 && date.s[5] == 'Q' && date.s[6] >= '1' &&
      date.s[6] <= '4') {
    const int start = (date.s[6] - '1') * 3 + 1;
    return put_months(first, start, first, start + 2, out);
  }
  if (date.len == 7 && date.s[5] == 'H' &&
      (date.s[6] == '1' || date.s[6] == '2')) {
    const int start = date.s[6] == '1' ? 1 : 7;
    return put_months(first, start, first, start + 5, out);
  }
  return date.len == 7 && season_interval(date, first, out);
}
