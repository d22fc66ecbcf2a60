/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/buf.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <string.h>

START_TEST(empty_buffer_is_the_empty_text)
{
  TwBuf buf = TW_BUF_INIT;
  ck_assert_uint_eq(tw_buf_str(&buf).len, 0);
  ck_assert_str_eq(tw_buf_str(&buf).s, "");
  ck_assert_int_eq(tw_buf_status(&buf), TW_OK);
  tw_buf_reset(&buf);
  tw_buf_add(&buf, (TwStr){NULL, 0});
  ck_assert_uint_eq(buf.len, 0);
  tw_buf_clear(&buf);
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(appends_stand_behind_each_other)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add(&buf, TW_STR("a\0b"));
  tw_buf_add_char(&buf, 'c');
  tw_buf_add_utf8(&buf, 0x20ac);
  tw_buf_addf(&buf, "%d-%s", 42, "x");
  tw_buf_addf(&buf, "%s", "");
  ck_assert_uint_eq(buf.len, 11);
  ck_assert_int_eq(memcmp(buf.s,
                          "a\0bc\xe2\x82\xac"
                          "42-x",
                          12),
                   0);
  tw_buf_reset(&buf);
  ck_assert_str_eq(tw_buf_str(&buf).s, "");
  tw_buf_add(&buf, TW_STR("z"));
  ck_assert_str(tw_buf_str(&buf), "z");
  tw_buf_clear(&buf);
  ck_assert_ptr_null(buf.s);
}
END_TEST

START_TEST(numbers_are_appended_in_decimal)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add_number(&buf, 0);
  tw_buf_add_char(&buf, ' ');
  tw_buf_add_number(&buf, 1090);
  tw_buf_add_char(&buf, ' ');
  tw_buf_add_number(&buf, UINT32_MAX);
  ck_assert_str(tw_buf_str(&buf), "0 1090 4294967295");
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(a_line_has_blanks_for_control_characters)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add_line(&buf, TW_STR("Ana\tdel\nR\u00edo"));
  ck_assert_str(tw_buf_str(&buf), "Ana del R\u00edo");
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(nul_stands_behind_every_length)
{
  TwBuf buf = TW_BUF_INIT;
  for (size_t i = 1; i < 1000; ++i) {
    tw_buf_add_char(&buf, 'x');
    ck_assert_uint_eq(strlen(tw_buf_str(&buf).s), i);
  }
  tw_buf_addf(&buf, "%0500d", 1);
  ck_assert_uint_eq(strlen(tw_buf_str(&buf).s), 1499);
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(room_can_be_reserved)
{
  TwBuf buf = TW_BUF_INIT;
  ck_assert(tw_buf_reserve(&buf, 5000));
  ck_assert_uint_gt(buf.capacity, 5000);
  const char* const before = buf.s;
  for (int i = 0; i < 5000; ++i) {
    tw_buf_add_char(&buf, 'x');
  }
  ck_assert_ptr_eq(buf.s, before);
  ck_assert(!tw_buf_reserve(&buf, SIZE_MAX));
  ck_assert_int_eq(tw_buf_status(&buf), TW_ERR_NOMEM);
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(failure_is_remembered)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add(&buf, TW_STR("kept"));
  tw_alloc_fail_after(0);
  tw_buf_addf(&buf, "%0500d", 1);
  ck_assert(tw_alloc_refused());
  tw_alloc_fail_after(SIZE_MAX);
  tw_buf_add(&buf, TW_STR("lost"));
  ck_assert_str(tw_buf_str(&buf), "kept");
  tw_buf_reset(&buf);
  ck_assert_int_eq(tw_buf_status(&buf), TW_ERR_NOMEM);
  tw_buf_clear(&buf);
  ck_assert_int_eq(tw_buf_status(&buf), TW_OK);
}
END_TEST

Suite*
test_buf_suite(void)
{
  const TTest* const tests[] = {
    empty_buffer_is_the_empty_text,  appends_stand_behind_each_other,
    numbers_are_appended_in_decimal, a_line_has_blanks_for_control_characters,
    nul_stands_behind_every_length,  room_can_be_reserved,
    failure_is_remembered,
  };
  return SUITE_OF("buf", tests);
}
