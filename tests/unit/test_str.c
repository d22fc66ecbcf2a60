/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/str.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>

static const TwStr empty = {NULL, 0};

START_TEST(null_is_the_empty_text)
{
  ck_assert(tw_str_equal(tw_str(NULL), TW_STR("")));
  ck_assert_int_eq(tw_str_compare(empty, TW_STR("")), 0);
  ck_assert(tw_str_starts(empty, empty) && tw_str_ends(empty, empty));
  ck_assert(tw_str_starts(TW_STR("a"), empty));
  ck_assert(tw_str_ends(TW_STR("a"), empty));
  ck_assert_uint_eq(tw_str_find(empty, empty, 0), 0);
  ck_assert_uint_eq(tw_str_find(empty, TW_STR("a"), 0), SIZE_MAX);
  ck_assert_uint_eq(tw_str_trim(empty).len, 0);
  ck_assert_ptr_null(tw_str_slice(empty, 1, 2).s);
}
END_TEST

START_TEST(slices_are_clamped)
{
  static const struct {
    size_t start, end;
    const char* expected;
  } cases[] = {
    {0, 5, "hello"},
    {1, 3, "el"},
    {0, SIZE_MAX, "hello"},
    {3, 1, ""},
    {9, SIZE_MAX, ""},
    {5, 5, ""},
    {4, 6, "o"},
    {SIZE_MAX, SIZE_MAX, ""},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_str(tw_str_slice(TW_STR("hello"), cases[i].start, cases[i].end),
                  cases[i].expected);
  }
}
END_TEST

START_TEST(order_is_that_of_bytes)
{
  ck_assert_int_lt(tw_str_compare(TW_STR("a"), TW_STR("b")), 0);
  ck_assert_int_lt(tw_str_compare(TW_STR("a"), TW_STR("ab")), 0);
  ck_assert_int_gt(tw_str_compare(TW_STR("\xc3\xa9"), TW_STR("z")), 0);
  ck_assert_int_lt(tw_str_compare(TW_STR("a\0a"), TW_STR("a\0b")), 0);
  ck_assert(!tw_str_equal(TW_STR("a\0a"), TW_STR("a\0b")));
  ck_assert(tw_str_starts(TW_STR("a\0b"), TW_STR("a\0")));
  ck_assert(!tw_str_starts(TW_STR("a"), TW_STR("ab")));
  ck_assert(tw_str_ends(TW_STR("a\0b"), TW_STR("\0b")));
  ck_assert(!tw_str_ends(TW_STR("b"), TW_STR("ab")));
}
END_TEST

START_TEST(needles_are_found)
{
  static const struct {
    const char* text;
    const char* needle;
    size_t from, expected;
  } cases[] = {
    {"abcabc", "abc", 0, 0},
    {"abcabc", "abc", 1, 3},
    {"abcabc", "abc", 4, SIZE_MAX},
    {"aaab", "ab", 0, 2},
    {"abc", "", 2, 2},
    {"abc", "", 3, 3},
    {"abc", "", 4, SIZE_MAX},
    {"abc", "abcd", 0, SIZE_MAX},
    {"abc", "c", 2, 2},
    {"abc", "c", 3, SIZE_MAX},
    {"abc", "d", 0, SIZE_MAX},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_uint_eq(tw_str_find(tw_str(cases[i].text),
                                  tw_str(cases[i].needle), cases[i].from),
                      cases[i].expected);
  }
  ck_assert_uint_eq(tw_str_find(TW_STR("a\0b\0c"), TW_STR("\0c"), 0), 3);
}
END_TEST

START_TEST(words_are_made_of_letters_and_digits)
{
  ck_assert(tw_str_is_word_byte('a') && tw_str_is_word_byte('Z'));
  ck_assert(tw_str_is_word_byte('7') && tw_str_is_word_byte('\xC3'));
  ck_assert(!tw_str_is_word_byte(' ') && !tw_str_is_word_byte('-'));
  ck_assert(!tw_str_is_word_byte('@') && !tw_str_is_word_byte('\0'));
}
END_TEST

START_TEST(space_is_trimmed)
{
  ck_assert_str(tw_str_trim(TW_STR(" \t\r\n\v\f a b \n")), "a b");
  ck_assert_str(tw_str_trim(TW_STR(" \n ")), "");
  ck_assert_str(tw_str_trim(TW_STR("\xc2\xa0x")), "\xc2\xa0x");
}
END_TEST

START_TEST(parts_come_one_by_one)
{
  static const struct {
    const char* text;
    const char* parts[4];
  } cases[] = {
    {"a,b,c", {"a", "b", "c"}},
    {"a,,c", {"a", "", "c"}},
    {"a,", {"a", ""}},
    {",", {"", ""}},
    {"", {""}},
    {NULL, {NULL}},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwStr rest = tw_str(cases[i].text);
    TwStr part;
    size_t n = 0;
    while (tw_str_next(&rest, ',', &part)) {
      ck_assert_ptr_nonnull(cases[i].parts[n]);
      ck_assert_str(part, cases[i].parts[n]);
      ++n;
    }
    ck_assert_ptr_null(rest.s);
    ck_assert_ptr_null(cases[i].parts[n]);
  }
}
END_TEST

START_TEST(numbers_fill_all_of_it)
{
  static const char* const bad[] = {"",   "-1",  "+1",  " 1",
                                    "1 ", "0x1", "1.0", "18446744073709551616"};
  uint64_t value = 7;
  for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); ++i) {
    ck_assert_msg(!tw_str_to_u64(tw_str(bad[i]), &value), "%s", bad[i]);
    ck_assert_uint_eq(value, 7);
  }
  ck_assert(!tw_str_to_u64(TW_STR("1\0"), &value));
  ck_assert(tw_str_to_u64(TW_STR("0"), &value));
  ck_assert_uint_eq(value, 0);
  ck_assert(tw_str_to_u64(TW_STR("007"), &value));
  ck_assert_uint_eq(value, 7);
  ck_assert(tw_str_to_u64(TW_STR("18446744073709551615"), &value));
  ck_assert_uint_eq(value, UINT64_MAX);
}
END_TEST

/* Identities of things are made of it: it may never change. */
START_TEST(hash_stands)
{
  ck_assert_uint_eq(tw_str_hash(empty), UINT64_C(0xefd01f60ba992926));
  ck_assert_uint_eq(tw_str_hash(TW_STR("a")), tw_str_hash(tw_str("a")));
  ck_assert_uint_ne(tw_str_hash(TW_STR("a")), tw_str_hash(TW_STR("b")));
  ck_assert_uint_ne(tw_str_hash(TW_STR("a")), tw_str_hash(TW_STR("a\0")));
}
END_TEST

START_TEST(printf_takes_a_text)
{
  char out[16];
  snprintf(out, sizeof(out), "<%.*s>", TW_STR_ARG(TW_STR("ab")));
  ck_assert_str_eq(out, "<ab>");
  snprintf(out, sizeof(out), "<%.*s>", TW_STR_ARG(empty));
  ck_assert_str_eq(out, "<>");
  const TwStr huge = {"x", SIZE_MAX};
  snprintf(out, sizeof(out), "<%.*s>", TW_STR_ARG(huge));
  ck_assert_str_eq(out, "<x>");
}
END_TEST

Suite*
test_str_suite(void)
{
  const TTest* const tests[] = {
    null_is_the_empty_text,
    slices_are_clamped,
    order_is_that_of_bytes,
    needles_are_found,
    words_are_made_of_letters_and_digits,
    space_is_trimmed,
    parts_come_one_by_one,
    numbers_fill_all_of_it,
    hash_stands,
    printf_takes_a_text,
  };
  return SUITE_OF("str", tests);
}
