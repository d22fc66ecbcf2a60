/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/calendar.h"
#include "tests/unit/runner.h"

Suite*
test_calendar_suite(void);

START_TEST(days_that_do_not_exist_are_refused)
{
  static const struct {
    TwDay day;
    bool exists;
  } cases[] = {
    {{2024, 2, 29}, true},  {{2023, 2, 29}, false}, {{1900, 2, 29}, false},
    {{2000, 2, 29}, true},  {{2025, 2, 30}, false}, {{2025, 4, 31}, false},
    {{2025, 13, 1}, false}, {{2025, 0, 1}, false},  {{2025, 1, 0}, false},
    {{0, 1, 1}, false},     {{9999, 12, 31}, true},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_int_eq(tw_day_exists(cases[i].day), cases[i].exists);
  }
}
END_TEST

START_TEST(every_day_of_four_centuries_has_its_number)
{
  const int64_t first = tw_day_number((TwDay){1800, 1, 1});
  int weekday = tw_day_weekday(tw_day_of_number(first));
  for (int64_t n = first; n < first + 146097; ++n) {
    const TwDay day = tw_day_of_number(n);
    ck_assert(tw_day_exists(day));
    ck_assert_int_eq(tw_day_number(day), n);
    ck_assert_int_eq(tw_day_weekday(day), weekday);
    weekday = weekday % 7 + 1;
  }
  ck_assert_int_eq(tw_day_number((TwDay){1970, 1, 1}), 0);
}
END_TEST

START_TEST(weeks_are_those_of_iso_8601)
{
  static const struct {
    TwDay day;
    int year;
    int week;
  } cases[] = {
    {{2026, 1, 1}, 2026, 1},  {{2025, 12, 29}, 2026, 1},
    {{2021, 1, 3}, 2020, 53}, {{2021, 1, 4}, 2021, 1},
    {{2016, 1, 1}, 2015, 53}, {{2024, 12, 31}, 2025, 1},
    {{2026, 1, 14}, 2026, 3},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    int year = 0;
    ck_assert_int_eq(tw_day_week(cases[i].day, &year), cases[i].week);
    ck_assert_int_eq(year, cases[i].year);
    const TwDay monday = tw_day_of_week(cases[i].year, cases[i].week);
    ck_assert_int_eq(tw_day_weekday(monday), 1);
    const int64_t apart = tw_day_number(cases[i].day) - tw_day_number(monday);
    ck_assert(apart >= 0 && apart < 7);
  }
}
END_TEST

START_TEST(months_keep_the_day_within_their_length)
{
  const TwDay february = tw_day_add_months((TwDay){2025, 3, 31}, -1);
  ck_assert_int_eq(february.day, 28);
  const TwDay before = tw_day_add_months((TwDay){2026, 1, 15}, -13);
  ck_assert_int_eq(before.year, 2024);
  ck_assert_int_eq(before.month, 12);
}
END_TEST

START_TEST(weekdays_of_a_month_are_counted)
{
  ck_assert_int_eq(tw_day_of_weekday(2025, 11, 4, 4).day, 27);
  ck_assert_int_eq(tw_day_of_weekday(2025, 9, 1, 1).day, 1);
  ck_assert_int_eq(tw_day_of_weekday(2026, 3, 1, 7).day, 1);
}
END_TEST

START_TEST(days_are_read_and_written)
{
  TwDay day;
  char text[11];
  ck_assert(tw_day_read(TW_STR("0987-06-05"), &day));
  tw_day_write(day, text);
  ck_assert_str_eq(text, "0987-06-05");
  ck_assert(!tw_day_read(TW_STR("2025-02-30"), &day));
  ck_assert(!tw_day_read(TW_STR("2025-2-3"), &day));
  ck_assert(!tw_day_read(TW_STR("2025-02-03T"), &day));
  ck_assert(!tw_day_read(TW_STR(""), &day));
}
END_TEST

Suite*
test_calendar_suite(void)
{
  const TTest* const tests[] = {
    days_that_do_not_exist_are_refused,
    every_day_of_four_centuries_has_its_number,
    weeks_are_those_of_iso_8601,
    months_keep_the_day_within_their_length,
    weekdays_of_a_month_are_counted,
    days_are_read_and_written,
  };
  return SUITE_OF("calendar", tests);
}
