/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/dateyear.h"

#include <stdlib.h>

static int
season_number(TwStr season)
{
  static const char* const names[] = {"SP", "SU", "FA", "WI"};
  int i = 0;
  while (i < 3 && !tw_str_equal(season, tw_str(names[i]))) {
    ++i;
  }
  return i;
}

int
tw_dateyear_of_season(TwStr season, TwDay today, int step, TwTense tense)
{
  /* March to May is 0. */
  const int now = (today.month + 9) % 12 / 3;
  const int then = season_number(season);
  const int began = today.month < 3 ? today.year - 1 : today.year;
  const bool future = step > 0 || tense == TW_TENSE_FUTURE;
  if (step < 0 || !future) {
    return began - (then > now || (then == now && step < 0));
  }
  return began + (then < now || (then == now && step > 0));
}

TwDay
tw_dateyear_holiday(TwStr rule, int year)
{
  const int month = atoi(rule.s);
  const int day = atoi(rule.s + 3);
  const size_t nth = tw_str_find(rule, TW_STR("w"), 0);
  return nth == SIZE_MAX
           ? (TwDay){year, month, day}
           : tw_day_of_weekday(year, month, day, rule.s[nth + 1] - '0');
}
