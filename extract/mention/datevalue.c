/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datevalue.h"

#include "extract/mention/dateduration.h"
#include "extract/mention/dateyear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A day and month without a year lie ahead if it is so many days or less to
 * them, whatever the tense. */
#define NEAR_AHEAD 100
#define NEAR_MONTHS 2

/* What is being worked out. */
typedef struct {
  const TwDateMatch* match;
  const TwDateParts* parts;
  TwDay today;
  TwTense tense;
  char* out;
} Value;

static TwType
put(const Value* value, const char* text)
{
  snprintf(value->out, TW_DATE_VALUE, "%s", text);
  return TW_TYPE_DATE;
}

static bool
is_unit(const Value* value, const char* unit)
{
  return tw_str_equal(value->parts->unit, tw_str(unit));
}

static bool
has_argument(const Value* value, const char* argument)
{
  return tw_str_equal(value->match->argument, tw_str(argument));
}

/* A part of the day behind the value makes it a time. */
static TwType
finish(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  char* const end = value->out + strlen(value->out);
  const size_t room = TW_DATE_VALUE - (size_t)(end - value->out);
  if (parts->timed) {
    snprintf(end, room, "T%02d:%02d", parts->hour, parts->minute);
    return TW_TYPE_TIME;
  }
  if (parts->part.len) {
    snprintf(end, room, "T%.*s", TW_STR_ARG(parts->part));
    return TW_TYPE_TIME;
  }
  return TW_TYPE_DATE;
}

static TwType
put_day(const Value* value, TwDay day)
{
  if (!tw_day_exists(day)) {
    return TW_TYPE_NONE;
  }
  char text[11];
  tw_day_write(day, text);
  put(value, text);
  return finish(value);
}

static TwType
put_day_number(const Value* value, int64_t number)
{
  return put_day(value, tw_day_of_number(number));
}

static TwType
put_week(const Value* value, TwDay day, const char* suffix)
{
  int year = 0;
  const int week = tw_day_week(day, &year);
  snprintf(value->out, TW_DATE_VALUE, "%04d-W%02d%s", year, week, suffix);
  return TW_TYPE_DATE;
}

static TwType
put_month(const Value* value, int year, int month)
{
  snprintf(value->out, TW_DATE_VALUE, "%04d-%02d", year, month);
  return TW_TYPE_DATE;
}

static TwType
put_year(const Value* value, int year)
{
  snprintf(value->out, TW_DATE_VALUE, "%04d", year);
  return TW_TYPE_DATE;
}

static bool
has_today(const Value* value)
{
  return value->today.year != 0;
}

/* "last", "this", "next"; "this" is 0, and so is none. */
static int
relation(const Value* value)
{
  return value->parts->relation.len ? atoi(value->parts->relation.s) : 0;
}

/* The year of a month that stands without one. */
static int
year_of_month(const Value* value, int month)
{
  const TwDay today = value->today;
  const int step = relation(value);
  if (value->parts->relation.len && step == 0) {
    return today.year;
  }
  if (step < 0) {
    return month < today.month ? today.year : today.year - 1;
  }
  if (step > 0) {
    return month > today.month ? today.year : today.year + 1;
  }
  const bool soon = (month - today.month + 12) % 12 <= NEAR_MONTHS;
  if (value->tense == TW_TENSE_FUTURE || soon) {
    return month >= today.month ? today.year : today.year + 1;
  }
  return month <= today.month ? today.year : today.year - 1;
}

static TwType
month_day(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  TwDay day = {parts->year, parts->month, parts->day};
  if (day.year) {
    return put_day(value, day);
  }
  day.year = 2000; /* Has a 29 February */
  if (!tw_day_exists(day)) {
    return TW_TYPE_NONE;
  }
  if (!has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%02d-%02d", day.month, day.day);
    return finish(value);
  }
  const int64_t today = tw_day_number(value->today);
  day.year = value->today.year - 1;
  /* The latest one that is not too far ahead. */
  const int64_t ahead = relation(value) < 0               ? 0
                        : value->tense == TW_TENSE_FUTURE ? 330
                                                          : NEAR_AHEAD;
  TwDay best = day;
  for (int i = 0; i < 3; ++i, ++day.year) {
    if (tw_day_exists(day) && tw_day_number(day) - today <= ahead) {
      best = day;
    }
  }
  return put_day(value, best);
}

static TwType
month(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  if (parts->year) {
    return put_month(value, parts->year, parts->month);
  }
  if (!has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%02d", parts->month);
    return TW_TYPE_DATE;
  }
  /* "June last year": the relation is that of the year */
  const int year = is_unit(value, "Y") ? value->today.year + relation(value)
                                       : year_of_month(value, parts->month);
  return put_month(value, year, parts->month);
}

static TwType
weekday(const Value* value)
{
  const int wanted = value->parts->weekday;
  if (!has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-WXX-%d", wanted);
    return finish(value);
  }
  const int64_t today = tw_day_number(value->today);
  const int back = (tw_day_weekday(value->today) - wanted + 7) % 7;
  const int step = relation(value);
  const bool bare = !value->parts->relation.len || step == 0;
  const bool ahead_of =
    value->tense == TW_TENSE_FUTURE || has_argument(value, "ahead");
  if (step < 0 || (bare && !ahead_of)) {
    return put_day_number(value, today - (back || bare ? back : 7));
  }
  const int ahead = (7 - back) % 7;
  return put_day_number(value, today + (ahead || bare ? ahead : 7));
}

static TwType
season(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  int year = parts->year;
  if (!year && !has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%.*s", TW_STR_ARG(parts->season));
    return TW_TYPE_DATE;
  }
  if (!year) {
    year = tw_dateyear_of_season(parts->season, value->today, relation(value),
                                 value->tense);
  }
  snprintf(value->out, TW_DATE_VALUE, "%04d-%.*s", year,
           TW_STR_ARG(parts->season));
  return TW_TYPE_DATE;
}

static TwType
put_part(const Value* value, int year, char part, int n)
{
  snprintf(value->out, TW_DATE_VALUE, "%04d-%c%d", year, part, n);
  return TW_TYPE_DATE;
}

static TwType
put_quarter(const Value* value, int year, int quarter)
{
  return put_part(value, year, 'Q', quarter);
}

static TwType
century(const Value* value)
{
  const int64_t n = value->parts->n / TW_NUMBER_ONE;
  if (n < 1 || n > 30) {
    return TW_TYPE_NONE;
  }
  snprintf(value->out, TW_DATE_VALUE, "%02d", (int)n - 1);
  return TW_TYPE_DATE;
}

static TwType
quarter(const Value* value)
{
  const int64_t n = value->parts->n / TW_NUMBER_ONE;
  if (is_unit(value, "C")) {
    return century(value);
  }
  const char part = has_argument(value, "H") ? 'H' : 'Q';
  const bool named = value->match->argument.len > 0;
  if ((!named && !is_unit(value, "Q")) || n < 1 || n > (part == 'H' ? 2 : 4)) {
    return TW_TYPE_NONE;
  }
  if (value->parts->year) {
    return put_part(value, value->parts->year, part, (int)n);
  }
  if (!has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%c%d", part, (int)n);
    return TW_TYPE_DATE;
  }
  if (named) { /* "last year's third quarter" */
    return put_part(value, value->today.year + relation(value), part, (int)n);
  }
  const int now = (value->today.month - 1) / 3 + 1;
  const bool before = n > now && value->tense == TW_TENSE_PAST;
  return put_quarter(value, value->today.year - before, (int)n);
}

const char*
tw_datevalue_unknown(TwStr unit)
{
  static const struct {
    const char* unit;
    const char* value;
  } units[] = {
    {"D", "XXXX-XX-XX"}, {"W", "XXXX-WXX"}, {"WE", "XXXX-WXX-WE"},
    {"M", "XXXX-XX"},    {"Q", "XXXX-QX"},
  };
  for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); ++i) {
    if (tw_str_equal(unit, tw_str(units[i].unit))) {
      return units[i].value;
    }
  }
  return "XXXX";
}

/* A unit `steps` from the one that today is in. */
static TwType
unit_from_today(const Value* value, int64_t steps)
{
  if (!has_today(value)) {
    return put(value, tw_datevalue_unknown(value->parts->unit));
  }
  if (steps < -9000 || steps > 9000) {
    return TW_TYPE_NONE;
  }
  const int n = (int)steps;
  const int64_t today = tw_day_number(value->today);
  const int year = value->today.year;
  if (is_unit(value, "D")) {
    return put_day_number(value, today + n);
  }
  if (is_unit(value, "W") || is_unit(value, "F")) {
    const int days = is_unit(value, "W") ? 7 : 14;
    return put_week(value, tw_day_of_number(today + n * days), "");
  }
  if (is_unit(value, "WE")) {
    /* On a weekend, "this" one is today's */
    return put_week(value, tw_day_of_number(today + n * 7), "-WE");
  }
  if (is_unit(value, "M")) {
    const TwDay day = tw_day_add_months(value->today, n);
    return put_month(value, day.year, day.month);
  }
  if (is_unit(value, "Q")) {
    const TwDay day = tw_day_add_months(value->today, n * 3);
    return put_quarter(value, day.year, (day.month - 1) / 3 + 1);
  }
  if (is_unit(value, "Y")) {
    return year + n > 0 && year + n <= 9999 ? put_year(value, year + n)
                                            : TW_TYPE_NONE;
  }
  if (is_unit(value, "E")) {
    snprintf(value->out, TW_DATE_VALUE, "%03d", year / 10 + n);
    return TW_TYPE_DATE;
  }
  if (is_unit(value, "C")) {
    snprintf(value->out, TW_DATE_VALUE, "%02d", year / 100 + n);
    return TW_TYPE_DATE;
  }
  return TW_TYPE_NONE;
}

static TwType
put_duration(const Value* value, int64_t n, bool several)
{
  tw_dateduration(value->parts->unit, n, several, value->out);
  return TW_TYPE_DURATION;
}

static TwType
relative(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  const bool open = tw_str_equal(parts->relation, TW_STR("P"));
  const bool vague =
    parts->several || tw_str_equal(parts->relation, TW_STR("R"));
  if (parts->month) {
    return month(value);
  }
  if (parts->weekday) {
    return weekday(value);
  }
  if (parts->season.len) {
    return season(value);
  }
  if (parts->unit.len && (open || vague)) {
    return put_duration(value, TW_NUMBER_ONE, vague);
  }
  if (parts->unit.len) {
    const bool within_day = parts->unit.s[0] == 'T' && parts->unit.len == 2;
    return within_day ? TW_TYPE_NONE : unit_from_today(value, relation(value));
  }
  if (parts->part.len && has_today(value)) {
    /* "last night" is yesterday's, "this morning" today's */
    return put_day_number(value, tw_day_number(value->today) + relation(value));
  }
  return TW_TYPE_NONE;
}

/* How many units the rule says there are, if it does not count them. */
static int64_t
count_of(const Value* value)
{
  static const struct {
    const char* argument;
    int64_t halves;
  } counts[] = {{"one", 2},     {"two", 4}, {"half", 1},
                {"onehalf", 3}, {"+1", 2},  {"-1", 2}};
  for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); ++i) {
    if (has_argument(value, counts[i].argument)) {
      return value->parts->n + counts[i].halves * TW_NUMBER_ONE / 2;
    }
  }
  return value->parts->n;
}

static TwType
ago(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  const bool from_today = parts->back.len == 1 && parts->back.s[0] == 't';
  const bool several = parts->several || has_argument(value, "several");
  const int64_t count = count_of(value);
  if (!from_today) {
    /* Counted from a day that was told, not from today */
    return put_duration(value, count, several);
  }
  if (several) {
    return put(value, parts->ahead ? "FUTURE_REF" : "PAST_REF");
  }
  const int64_t n = count / TW_NUMBER_ONE;
  if (parts->unit.len == 2 && parts->unit.s[0] == 'T') {
    return put_duration(value, count, false);
  }
  TwDateParts scaled = *parts;
  Value counted = *value;
  counted.parts = &scaled;
  int64_t steps = n;
  if (is_unit(value, "E") || is_unit(value, "C")) {
    steps *= is_unit(value, "E") ? 10 : 100;
    scaled.unit = TW_STR("Y");
  }
  return unit_from_today(&counted, parts->ahead ? steps : -steps);
}

static TwType
deictic(const Value* value)
{
  const TwStr text = value->parts->deictic;
  if (!has_today(value)) {
    return put(value, "XXXX-XX-XX");
  }
  const size_t part = tw_str_find(text, TW_STR("T"), 0);
  const TwType type =
    put_day_number(value, tw_day_number(value->today) + atoi(text.s));
  if (type == TW_TYPE_DATE && part != SIZE_MAX) {
    const TwStr rest = tw_str_slice(text, part, text.len);
    char* const end = value->out + strlen(value->out);
    snprintf(end, TW_DATE_VALUE - (size_t)(end - value->out), "%.*s",
             TW_STR_ARG(rest));
    return TW_TYPE_TIME;
  }
  return type;
}

static TwType
holiday(const Value* value)
{
  const TwStr rule = value->parts->holiday;
  if (value->parts->year) {
    return put_day(value, tw_dateyear_holiday(rule, value->parts->year));
  }
  if (!has_today(value)) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%.2s-XX", rule.s);
    return TW_TYPE_DATE;
  }
  const TwDay day = tw_dateyear_holiday(rule, value->today.year);
  const bool later =
    tw_day_number(day) > tw_day_number(value->today) + NEAR_AHEAD;
  const bool before = tw_day_number(day) < tw_day_number(value->today);
  const int step = later && value->tense != TW_TENSE_FUTURE    ? -1
                   : before && value->tense == TW_TENSE_FUTURE ? 1
                                                               : 0;
  return put_day(value, tw_dateyear_holiday(rule, value->today.year + step));
}

/* The unit that the rule caught, or that it names itself. */
static TwStr
unit_of(const Value* value)
{
  return value->parts->unit.len ? value->parts->unit : value->match->argument;
}

static TwType
current(const Value* value)
{
  TwDateParts parts = *value->parts;
  parts.unit = unit_of(value);
  Value named = *value;
  named.parts = &parts;
  /* "the weekend" of a report is the last one, unless it is still ahead */
  const bool gone = is_unit(&named, "WE") && has_today(value) &&
                    value->tense != TW_TENSE_FUTURE &&
                    tw_day_weekday(value->today) < 6;
  return unit_from_today(&named, gone ? -1 : 0);
}

static TwType
duration(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  if (!parts->unit.len || is_unit(value, "WE")) {
    return TW_TYPE_NONE;
  }
  if (parts->several || has_argument(value, "several")) {
    return put_duration(value, 0, true);
  }
  return put_duration(value, count_of(value), false);
}

static TwType
set(const Value* value)
{
  const TwDateParts* const parts = value->parts;
  if (parts->set.len) {
    snprintf(value->out, TW_DATE_VALUE, "%.*s", TW_STR_ARG(parts->set));
  } else if (parts->weekday) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-WXX-%d%s%.*s", parts->weekday,
             parts->part.len ? "T" : "", TW_STR_ARG(parts->part));
  } else if (parts->month) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%02d", parts->month);
  } else if (parts->season.len) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-%.*s", TW_STR_ARG(parts->season));
  } else if (parts->unit.len) {
    put_duration(value, parts->n ? parts->n : TW_NUMBER_ONE, false);
  } else if (parts->part.len) {
    snprintf(value->out, TW_DATE_VALUE, "XXXX-XX-XXT%.*s",
             TW_STR_ARG(parts->part));
  } else {
    return TW_TYPE_NONE;
  }
  return TW_TYPE_SET;
}

static TwType
decade(const Value* value)
{
  snprintf(value->out, TW_DATE_VALUE, "%03d", value->parts->decade);
  return TW_TYPE_DATE;
}

static TwType
year(const Value* value)
{
  return put_year(value, value->parts->year);
}

static TwType
clock_time(const Value* value)
{
  if (!has_today(value)) {
    put(value, "XXXX-XX-XX");
    return finish(value);
  }
  return put_day(value, value->today);
}

static TwType
ref(const Value* value)
{
  snprintf(value->out, TW_DATE_VALUE, "%.*s", TW_STR_ARG(value->parts->ref));
  return TW_TYPE_DATE;
}

TwType
tw_datevalue(const TwDateMatch* match, TwDay today, TwTense tense,
             char out[TW_DATE_VALUE])
{
  static TwType (*const actions[TW_DATE_ACTION_COUNT])(const Value*) = {
    [TW_DATE_DAY] = month_day,     [TW_DATE_MONTH] = month,
    [TW_DATE_YEAR] = year,         [TW_DATE_SEASON] = season,
    [TW_DATE_QUARTER] = quarter,   [TW_DATE_DECADE] = decade,
    [TW_DATE_WEEKDAY] = weekday,   [TW_DATE_RELATIVE] = relative,
    [TW_DATE_AGO] = ago,           [TW_DATE_DEICTIC] = deictic,
    [TW_DATE_HOLIDAY] = holiday,   [TW_DATE_CURRENT] = current,
    [TW_DATE_CLOCK] = clock_time,  [TW_DATE_REF] = ref,
    [TW_DATE_DURATION] = duration, [TW_DATE_SET] = set,
  };
  const Value value = {match, &match->parts, today, tense, out};
  out[0] = '\0';
  return actions[match->action] ? actions[match->action](&value) : TW_TYPE_NONE;
}
