/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datefocus.h"

#include <stdio.h>
#include <string.h>

#define REACH 3      /* Sentences that a date is remembered for */
#define UNITS_MAX 40 /* That somebody counts from a date */

/* The number in characters [from, to) of a value, or 0. */
static int
digits(TwStr value, size_t from, size_t to)
{
  uint64_t number = 0;
  return to <= value.len &&
             tw_str_to_u64(tw_str_slice(value, from, to), &number)
           ? (int)number
           : 0;
}

static bool
is_quarter(TwStr value)
{
  return value.len == 7 && value.s[5] == 'Q';
}

static TwStr
date_of(TwStr value)
{
  return tw_str_slice(value, 0, value.len > 10 ? 10 : value.len);
}

void
tw_datefocus_note(TwDateFocus* focus, TwStr value, TwDay today, size_t sentence,
                  bool named)
{
  const int year = digits(value, 0, 4);
  if (!year || (value.len > 4 && value.s[4] != '-')) {
    return;
  }
  snprintf(focus->value, sizeof(focus->value), "%.*s", TW_STR_ARG(value));
  focus->sentence = sentence;
  const int index = year * 4 + digits(value, 6, 7) - 1;
  const int now = today.year * 4 + (today.month - 1) / 3;
  if (is_quarter(value)) {
    /* The report is of the latest quarter, whatever it compares it with or
     * expects of the next */
    const int last = focus->year * 4 + focus->quarter - 1;
    if (!focus->quarter || last >= now || (index >= last && index < now)) {
      focus->year = year;
      focus->quarter = index % 4 + 1;
    }
  } else if (named && year != focus->year) {
    focus->quarter = 0;
  }
}

static TwType
put_year(char* out, int year)
{
  snprintf(out, TW_DATE_VALUE, "%04d", year);
  return year > 0 && year <= 9999 ? TW_TYPE_DATE : TW_TYPE_NONE;
}

static TwType
put_quarter(char* out, int year, int quarter)
{
  snprintf(out, TW_DATE_VALUE, "%04d-Q%d", year, quarter);
  return TW_TYPE_DATE;
}

static TwType
put_day(char* out, int64_t number)
{
  char text[11];
  tw_day_write(tw_day_of_number(number), text);
  snprintf(out, TW_DATE_VALUE, "%s", text);
  return TW_TYPE_DATE;
}

/* "the third Friday" is not asked for: the nearest one in that direction. */
static int64_t
weekday_steps(TwDay day, int wanted, int step)
{
  const int ahead = (wanted - tw_day_weekday(day) + 7) % 7;
  if (step > 0) {
    return ahead ? ahead : 7;
  }
  return step < 0 ? ahead - 7 : ahead;
}

/* A unit or weekday `step` from the day or month that was told. */
static TwType
told_from(TwStr value, TwStr unit, int weekday, int step, char* out)
{
  TwDay day;
  const int year = digits(value, 0, 4);
  const bool is_day = tw_day_read(date_of(value), &day);
  if (weekday && is_day) {
    const int64_t steps = weekday_steps(day, weekday, step);
    return step || !steps ? put_day(out, tw_day_number(day) + steps)
                          : TW_TYPE_NONE;
  }
  if (tw_str_equal(unit, TW_STR("Y"))) {
    return put_year(out, year + step);
  }
  if (tw_str_equal(unit, TW_STR("D")) && is_day) {
    return put_day(out, tw_day_number(day) + step);
  }
  const int month = digits(value, 5, 7);
  if (tw_str_equal(unit, TW_STR("M")) && month >= 1 && month <= 12) {
    const TwDay moved = tw_day_add_months((TwDay){year, month, 1}, step);
    snprintf(out, TW_DATE_VALUE, "%04d-%02d", moved.year, moved.month);
    return TW_TYPE_DATE;
  }
  if (tw_str_equal(unit, TW_STR("W")) && is_day) {
    const int week =
      tw_day_week(tw_day_of_number(tw_day_number(day) + step * 7), &day.year);
    snprintf(out, TW_DATE_VALUE, "%04d-W%02d", day.year, week);
    return TW_TYPE_DATE;
  }
  return TW_TYPE_NONE;
}

static int
direction(TwStr argument)
{
  const char sign = argument.len ? argument.s[0] : '=';
  return (sign == '+') - (sign == '-');
}

static bool
is_near(const TwDateFocus* focus, size_t sentence)
{
  return focus->value[0] && focus->sentence + REACH >= sentence;
}

static TwType
not_resolved(TwStr unit, int weekday, char* out)
{
  if (weekday) {
    snprintf(out, TW_DATE_VALUE, "XXXX-WXX-%d", weekday);
    return TW_TYPE_DATE;
  }
  snprintf(out, TW_DATE_VALUE, "%s", tw_datevalue_unknown(unit));
  const bool within_day = unit.len == 2 && unit.s[0] == 'T';
  return within_day ? TW_TYPE_NONE : TW_TYPE_DATE;
}

/* The quarter a report is of, counted from the year 0: that it named, else the
 * last one before today; 0 if neither is known. */
static int
last_quarter(const TwDateFocus* focus, TwDay today)
{
  return focus->quarter ? focus->year * 4 + focus->quarter - 1
         : today.year   ? today.year * 4 + (today.month - 1) / 3 - 1
                        : 0;
}

/* "the following year", "that month", "the quarter". */
static TwType
told(const TwDateFocus* focus, const TwDateMatch* match, TwDay today,
     size_t sentence, char* out)
{
  const TwStr argument = match->argument;
  const TwStr unit = match->parts.unit.len
                       ? match->parts.unit
                       : tw_str_slice(argument, argument.len > 0, argument.len);
  const int step = direction(argument);
  TwType type = TW_TYPE_NONE;
  if (tw_str_equal(unit, TW_STR("Q"))) {
    const int n = last_quarter(focus, today) + step;
    type = n > 0 ? put_quarter(out, n / 4, n % 4 + 1) : TW_TYPE_NONE;
  } else if (is_near(focus, sentence)) {
    type =
      told_from(tw_str(focus->value), unit, match->parts.weekday, step, out);
  }
  return type == TW_TYPE_NONE ? not_resolved(unit, match->parts.weekday, out)
                              : type;
}

/* "the year-earlier period", "the 1988 quarter", "the period" of a report. */
static TwType
report(const TwDateFocus* focus, const TwDateMatch* match, TwDay today,
       char* out)
{
  const int step = direction(match->argument);
  const int named = match->parts.year;
  const int64_t n = match->parts.n / TW_NUMBER_ONE;
  const int quarter = n >= 1 && n <= 4 ? (int)n : focus->quarter;
  if (quarter) {
    const int year = focus->quarter ? focus->year : today.year;
    return year || named
             ? put_quarter(out, named ? named : year + step, quarter)
             : TW_TYPE_NONE;
  }
  if (named) {
    return put_year(out, named);
  }
  return step && today.year ? put_year(out, today.year + step) : TW_TYPE_NONE;
}

/* "a year earlier", and "a year ago" where the talk is of a quarter. */
static TwType
year_before(const TwDateFocus* focus, const TwDateMatch* match, TwDay today,
            size_t sentence, char* out)
{
  const bool from_today = match->parts.back.len > 0;
  if ((!tw_str_equal(match->argument, TW_STR("one")) &&
       !tw_str_equal(match->argument, TW_STR("-1"))) ||
      match->parts.ahead || !tw_str_equal(match->parts.unit, TW_STR("Y"))) {
    return TW_TYPE_NONE;
  }
  if (focus->quarter) {
    return put_quarter(out, focus->year - 1, focus->quarter);
  }
  if (from_today) {
    return TW_TYPE_NONE;
  }
  const int year =
    is_near(focus, sentence) ? digits(tw_str(focus->value), 0, 4) : today.year;
  return year ? put_year(out, year - 1) : TW_TYPE_NONE;
}

/* "two days later", "a month earlier": from the date told, if that is as
 * precise as the unit. */
static TwType
units_from(const TwDateFocus* focus, const TwDateMatch* match, size_t sentence,
           char* out)
{
  const int step = direction(match->argument);
  const bool one = step && tw_str_ends(match->argument, TW_STR("1"));
  const int64_t n = one ? 1 : match->parts.n / TW_NUMBER_ONE;
  if (!step || n > UNITS_MAX || (!one && n * TW_NUMBER_ONE != match->parts.n) ||
      !is_near(focus, sentence)) {
    return TW_TYPE_NONE;
  }
  return told_from(tw_str(focus->value), match->parts.unit, 0, step * (int)n,
                   out);
}

/* "It began on Friday. At 9 a.m., …": a clock tells of the day told. */
static TwType
clock(const TwDateFocus* focus, const TwDateMatch* match, size_t sentence,
      char* out)
{
  TwDay day;
  const TwStr date = date_of(tw_str(focus->value));
  if (!match->parts.timed || !is_near(focus, sentence) ||
      !tw_day_read(date, &day)) {
    return TW_TYPE_NONE;
  }
  snprintf(out, TW_DATE_VALUE, "%.*sT%02d:%02d", TW_STR_ARG(date),
           match->parts.hour, match->parts.minute);
  return TW_TYPE_TIME;
}

TwType
tw_datefocus_value(const TwDateFocus* focus, const TwDateMatch* match,
                   TwDay today, size_t sentence, char out[TW_DATE_VALUE])
{
  switch (match->action) {
  case TW_DATE_TOLD:
    return told(focus, match, today, sentence, out);
  case TW_DATE_REPORT:
    return report(focus, match, today, out);
  case TW_DATE_AGO: {
    const TwType type = year_before(focus, match, today, sentence, out);
    return type == TW_TYPE_NONE ? units_from(focus, match, sentence, out)
                                : type;
  }
  case TW_DATE_CLOCK:
    return clock(focus, match, sentence, out);
  default:
    return TW_TYPE_NONE;
  }
}
