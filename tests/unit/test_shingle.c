/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "graph/shingle.h"
#include "tests/unit/runner.h"

/* A text of `n` words that no other `series` has. */
static TwStr
make_text(TwBuf* out, const char* series, unsigned n, const char* between)
{
  for (unsigned i = 0; i < n; ++i) {
    tw_buf_addf(out, "%s%u%s", series, i, between);
  }
  return tw_buf_str(out);
}

static size_t
count_shared(TwShingles a, TwShingles b)
{
  size_t n = 0;
  for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
    n += a.at[i] == b.at[k];
    const uint32_t x = a.at[i];
    i += x <= b.at[k];
    k += x >= b.at[k];
  }
  return n;
}

START_TEST(marks_and_case_make_no_difference)
{
  TwArena* const arena = tw_arena_new(0);
  TwBuf a = TW_BUF_INIT;
  TwBuf b = TW_BUF_INIT;
  TwShingles x;
  TwShingles y;
  ck_assert_int_eq(tw_shingles_make(make_text(&a, "word", 400, " "), arena, &x),
                   TW_OK);
  ck_assert_int_eq(
    tw_shingles_make(make_text(&b, "WORD", 400, ",\n-- "), arena, &y), TW_OK);
  ck_assert_uint_gt(x.n, 50);
  ck_assert_uint_lt(x.n, 200);
  ck_assert_uint_eq(x.n, y.n);
  ck_assert_uint_eq(count_shared(x, y), x.n);
  for (size_t i = 1; i < x.n; ++i) {
    ck_assert_uint_lt(x.at[i - 1], x.at[i]);
  }
  tw_buf_clear(&a);
  tw_buf_clear(&b);
  tw_arena_free(arena);
}
END_TEST

START_TEST(a_part_shares_a_part)
{
  TwArena* const arena = tw_arena_new(0);
  TwBuf a = TW_BUF_INIT;
  TwBuf b = TW_BUF_INIT;
  TwShingles x;
  TwShingles y;
  ck_assert_int_eq(tw_shingles_make(make_text(&a, "word", 400, " "), arena, &x),
                   TW_OK);
  make_text(&b, "other", 400, " ");
  ck_assert_int_eq(tw_shingles_make(tw_buf_str(&b), arena, &y), TW_OK);
  ck_assert_uint_eq(count_shared(x, y), 0);
  ck_assert_int_eq(tw_shingles_make(make_text(&b, "word", 200, " "), arena, &y),
                   TW_OK);
  ck_assert_uint_gt(count_shared(x, y) * 3, x.n);
  ck_assert_uint_lt(count_shared(x, y) * 3, x.n * 2);
  tw_buf_clear(&a);
  tw_buf_clear(&b);
  tw_arena_free(arena);
}
END_TEST

START_TEST(few_words_have_none)
{
  TwArena* const arena = tw_arena_new(0);
  TwShingles x;
  ck_assert_int_eq(
    tw_shingles_make(TW_STR("one two three four five six seven"), arena, &x),
    TW_OK);
  ck_assert_uint_eq(x.n, 0);
  ck_assert_int_eq(tw_shingles_make(TW_STR(""), arena, &x), TW_OK);
  ck_assert_uint_eq(x.n, 0);
  tw_arena_free(arena);
}
END_TEST

Suite*
test_shingle_suite(void)
{
  TCase* const tcase = tcase_create("shingle");
  tcase_add_test(tcase, marks_and_case_make_no_difference);
  tcase_add_test(tcase, a_part_shares_a_part);
  tcase_add_test(tcase, few_words_have_none);
  Suite* const suite = suite_create("shingle");
  suite_add_tcase(suite, tcase);
  return suite;
}
