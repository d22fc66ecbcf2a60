/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <string.h>

/* Rows of Unicode 15, table 3-7, their borders and what is beyond. */
START_TEST(well_formed_prefixes)
{
  static const struct {
    TwStr bytes;
    size_t good;
  } cases[] = {
    {{"", 0}, 0},
    {{"abc", 3}, 3},
    {{"a\0b", 3}, 3},
    {{"\x7f", 1}, 1},
    {{"\x80", 1}, 0},
    {{"\xbf", 1}, 0},
    {{"\xc0\x80", 2}, 0},
    {{"\xc1\xbf", 2}, 0},
    {{"\xc2\x80", 2}, 2},
    {{"\xdf\xbf", 2}, 2},
    {{"\xdf\xc0", 2}, 0},
    {{"x\xc2", 2}, 1},
    {{"\xe0\x9f\xbf", 3}, 0},
    {{"\xe0\xa0\x80", 3}, 3},
    {{"\xe1\x80\x80", 3}, 3},
    {{"\xed\x9f\xbf", 3}, 3},
    {{"\xed\xa0\x80", 3}, 0},
    {{"\xed\xbf\xbf", 3}, 0},
    {{"\xee\x80\x80", 3}, 3},
    {{"\xef\xbf\xbf", 3}, 3},
    {{"ab\xe2\x82", 4}, 2},
    {{"\xe2\x82x", 3}, 0},
    {{"\xf0\x8f\xbf\xbf", 4}, 0},
    {{"\xf0\x90\x80\x80", 4}, 4},
    {{"\xf3\xbf\xbf\xbf", 4}, 4},
    {{"\xf4\x8f\xbf\xbf", 4}, 4},
    {{"\xf4\x90\x80\x80", 4}, 0},
    {{"\xf5\x80\x80\x80", 4}, 0},
    {{"\xf0\x9f\x98", 3}, 0},
    {{"\xf0\x9f\x98x", 4}, 0},
    {{"\xff", 1}, 0},
    {{"\xef\xbb\xbf"
      "a",
      4},
     4},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_msg(tw_utf8_valid_prefix(cases[i].bytes) == cases[i].good,
                  "case %zu", i);
  }
}
END_TEST

START_TEST(every_scalar_value_goes_there_and_back)
{
  for (uint32_t c = 0; c < 0x110000; ++c) {
    char bytes[4];
    uint32_t back = 0;
    const bool is_scalar = c < 0xd800 || c > 0xdfff;
    const TwStr str = {bytes, tw_utf8_encode(c, bytes)};
    if (tw_utf8_valid_prefix(str) != str.len ||
        tw_utf8_decode(str, 0, &back) != str.len ||
        back != (is_scalar ? c : 0xfffd)) {
      ck_abort_msg("U+%04X", (unsigned)c);
    }
  }
}
END_TEST

START_TEST(no_scalar_value_is_replaced)
{
  char bytes[4];
  ck_assert_uint_eq(tw_utf8_encode(0x110000, bytes), 3);
  ck_assert_int_eq(memcmp(bytes, "\xef\xbf\xbd", 3), 0);
  ck_assert_uint_eq(tw_utf8_encode(UINT32_MAX, bytes), 3);
}
END_TEST

START_TEST(broken_bytes_are_stepped_over)
{
  const TwStr str = TW_STR("a\xe2\x82z");
  uint32_t c = 0;
  ck_assert_uint_eq(tw_utf8_decode(str, 1, &c), 1);
  ck_assert_uint_eq(c, 0xfffd);
  ck_assert_uint_eq(tw_utf8_decode(str, 3, &c), 1);
  ck_assert_uint_eq(c, 'z');
  ck_assert_uint_eq(tw_utf8_decode(str, 4, &c), 0);
  ck_assert_uint_eq(tw_utf8_decode(str, SIZE_MAX, &c), 0);
  ck_assert_uint_eq(tw_utf8_decode((TwStr){NULL, 0}, 0, &c), 0);
}
END_TEST

START_TEST(code_points_are_counted)
{
  const TwStr str = TW_STR("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z");
  static const size_t counts[] = {0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5};
  for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); ++i) {
    ck_assert_uint_eq(tw_utf8_count(str, i), counts[i]);
  }
  ck_assert_uint_eq(tw_utf8_count((TwStr){NULL, 0}, 5), 0);
}
END_TEST

Suite*
test_utf8_suite(void)
{
  const TTest* const tests[] = {
    well_formed_prefixes,        every_scalar_value_goes_there_and_back,
    no_scalar_value_is_replaced, broken_bytes_are_stepped_over,
    code_points_are_counted,
  };
  return SUITE_OF("utf8", tests);
}
