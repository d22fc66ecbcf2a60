/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/calendar.h"

#define DAYS_PER_ERA 146097 /* Of 400 years */
#define EPOCH 719468        /* Days from 0000-03-01 to 1970-01-01 */

int
tw_day_month_length(int year, int month)
{
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return lengths[month - 1] + (month == 2 && leap);
}

bool
tw_day_exists(TwDay day)
{
  return day.year >= 1 && day.year <= 9999 && day.month >= 1 &&
         day.month <= 12 && day.day >= 1 &&
         day.day <= tw_day_month_length(day.year, day.month);
}

/* Years begin in March here, so that the leap day is the last one of a year:
 * H. Hinnant, chrono-compatible low-level date algorithms. */
int64_t
tw_day_number(TwDay day)
{
  const int64_t year = day.year - (day.month <= 2);
  const int64_t era = (year >= 0 ? year : year - 399) / 400;
  const int64_t year_of_era = year - era * 400;
  const int64_t month = (day.month + 9) % 12;
  const int64_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
  const int64_t day_of_era =
    year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DAYS_PER_ERA + day_of_era - EPOCH;
}

TwDay
tw_day_of_number(int64_t number)
{
  const int64_t days = number + EPOCH;
  const int64_t era =
    (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
  const int64_t day_of_era = days - era * DAYS_PER_ERA;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                               day_of_era / 36524 - day_of_era / 146096) /
                              365;
  const int64_t day_of_year =
    day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month = (5 * day_of_year + 2) / 153;
  const int civil_month = (int)(month < 10 ? month + 3 : month - 9);
  return (TwDay){(int)(year_of_era + era * 400) + (civil_month <= 2),
                 civil_month, (int)(day_of_year - (153 * month + 2) / 5 + 1)};
}

int
tw_day_weekday(TwDay day)
{
  /* 1970-01-01 was a Thursday */
  const int64_t since_monday = (tw_day_number(day) + 3) % 7;
  return (int)(since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

int
tw_day_week(TwDay day, int* out_year)
{
  /* A week belongs to the year of its Thursday */
  const int64_t thursday = tw_day_number(day) + 4 - tw_day_weekday(day);
  const int year = tw_day_of_number(thursday).year;
  *out_year = year;
  return (int)((thursday - tw_day_number((TwDay){year, 1, 1})) / 7) + 1;
}

TwDay
tw_day_of_week(int year, int week)
{
  const TwDay fourth = {year, 1, 4}; /* Always in week 1 */
  return tw_day_of_number(tw_day_number(fourth) + 1 - tw_day_weekday(fourth) +
                          (int64_t)(week - 1) * 7);
}

TwDay
tw_day_of_weekday(int year, int month, int nth, int weekday)
{
  const TwDay first = {year, month, 1};
  const int ahead = (weekday - tw_day_weekday(first) + 7) % 7;
  return (TwDay){year, month, 1 + ahead + (nth - 1) * 7};
}

TwDay
tw_day_add_months(TwDay day, int months)
{
  const int total = day.year * 12 + day.month - 1 + months;
  TwDay moved = {total / 12, total % 12 + 1, day.day};
  const int length = tw_day_month_length(moved.year, moved.month);
  if (moved.day > length) {
    moved.day = length;
  }
  return moved;
}

bool
tw_day_read(TwStr str, TwDay* out_day)
{
  uint64_t year = 0;
  uint64_t month = 0;
  uint64_t day = 0;
  if (str.len != 10 || str.s[4] != '-' || str.s[7] != '-' ||
      !tw_str_to_u64(tw_str_slice(str, 0, 4), &year) ||
      !tw_str_to_u64(tw_str_slice(str, 5, 7), &month) ||
      !tw_str_to_u64(tw_str_slice(str, 8, 10), &day)) {
    return false;
  }
  const TwDay read = {(int)year, (int)month, (int)day};
  if (!tw_day_exists(read)) {
    return false;
  }
  *out_day = read;
  return true;
}

void
tw_day_write(TwDay day, char out[11])
{
  const int parts[] = {day.year / 100, day.year % 100, day.month, day.day};
  char* at = out;
  for (int i = 0; i < 4; ++i) {
    if (i > 1) {
      *at++ = '-';
    }
    *at++ = (char)('0' + parts[i] / 10 % 10);
    *at++ = (char)('0' + parts[i] % 10);
  }
  *at = '\0';
}
