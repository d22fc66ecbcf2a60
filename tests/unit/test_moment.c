/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/moment.h"

#include "base/calendar.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static TwMoment
read(const char* text)
{
  TwMoment moment;
  ck_assert_msg(tw_moment_read(tw_str(text), &moment), "%s", text);
  return moment;
}

START_TEST(dates_stand_for_their_days)
{
  ck_assert_int_eq(tw_moment_length(read("2024-05-06")), 1);
  ck_assert_int_eq(tw_moment_length(read("2024-02")), 29);
  ck_assert_int_eq(tw_moment_length(read("2023")), 365);
  ck_assert_int_eq(tw_moment_length(read("2024-01-01/2024-01-07")), 7);
  ck_assert_int_eq(tw_moment_length(read("1990/1999")), 3652);
  ck_assert_int_eq(tw_moment_length(read("2024/..")), INT64_MAX);
  ck_assert_int_eq(tw_moment_length(read("../2024-05")), INT64_MAX);
  ck_assert(tw_moment_is_interval(TW_STR("2024/..")));
  ck_assert(!tw_moment_is_interval(TW_STR("2024-05")));
}
END_TEST

START_TEST(other_text_is_no_date)
{
  static const char* const bad[] = {
    "",        "24",       "2024-13",    "2024-00", "2024-02-30", "2024/",
    "../..",   "/",        "2024/2023",  "2024-5",  "0000",       "20x4",
    "2024 05", "2024-W03", "2024-05-6x", "a/b",     "PAST_REF",   "2024/..x",
  };
  TwMoment moment;
  for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); ++i) {
    ck_assert_msg(!tw_moment_read(tw_str(bad[i]), &moment), "%s", bad[i]);
  }
}
END_TEST

START_TEST(days_are_shared)
{
  ck_assert(tw_moment_overlaps(read("2024-05"), read("2024-05-31")));
  ck_assert(!tw_moment_overlaps(read("2024-05"), read("2024-06-01")));
  ck_assert(tw_moment_overlaps(read("2024/.."), read("2030")));
  ck_assert(tw_moment_within(read("2024-05-06"), read("2024-05")));
  ck_assert(!tw_moment_within(read("2024-05"), read("2024-05-06")));
}
END_TEST

Suite*
test_moment_suite(void)
{
  const TTest* const tests[] = {
    dates_stand_for_their_days,
    other_text_is_no_date,
    days_are_shared,
  };
  return SUITE_OF("moment", tests);
}
