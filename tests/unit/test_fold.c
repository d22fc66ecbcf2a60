/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "ontology/fold.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* fold;
} cases[] = {
  {"", ""},
  {"Plain TEXT 42", "plain text 42"},
  {"García Ñuñoa Über", "garcia nunoa uber"},
  {"Straße Æsir Œuvre Søren Đorđe Þór Ħal ıŁŋŧ",
   "strasse aesir oeuvre soren dorde thor hal ilnt"},
  {"Gonza\u0301lez", "gonzalez"},
  {"Nguyễn Żółć Ħ", "nguyen zolc h"},
  {"ΑΘΉΝΑ ς", "αθηνα σ"},
  {"МОСКВА Ёлка", "москва елка"},
  {"a\u2013b\u2014c\u2011d", "a-b-c-d"},
  {"\u2018x\u2019 \u201cy\u201d \u00abz\u00bb", "'x' \"y\" \"z\""},
  {"a\u00a0b\u202fc", "a b c"},
  {"so\u00adft\u200bly\ufeff", "softly"},
  {"wait\u2026", "wait..."},
  {"中文 \U0001F600", "中文 \U0001F600"},
};

START_TEST(text_folds)
{
  TwArena* const arena = tw_arena_new(0);
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwBuf buf = TW_BUF_INIT;
    tw_fold_add(&buf, tw_str(cases[i].text));
    ck_assert_str(tw_buf_str(&buf), cases[i].fold);
    ck_assert_str(tw_fold(arena, tw_str(cases[i].text)), cases[i].fold);
    tw_buf_clear(&buf);
  }
  tw_arena_free(arena);
}
END_TEST

/* One way asks the table for each character, the other does not. */
START_TEST(both_ways_fold_ascii_alike)
{
  char text[128];
  char folded[128];
  TwBuf buf = TW_BUF_INIT;
  for (size_t i = 0; i < sizeof(text); ++i) {
    text[i] = (char)i;
  }
  const TwStr all = {text, sizeof(text)};
  tw_fold_add(&buf, all);
  ck_assert(
    tw_str_equal(tw_buf_str(&buf), (TwStr){folded, tw_fold_into(all, folded)}));
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(long_text_folds_across_chunks)
{
  TwBuf text = TW_BUF_INIT;
  TwBuf buf = TW_BUF_INIT;
  for (int i = 0; i < 1000; ++i) {
    tw_buf_add(&text, TW_STR("Éß"));
  }
  tw_fold_add(&buf, tw_buf_str(&text));
  ck_assert_uint_eq(buf.len, 3000);
  ck_assert_int_eq(buf.s[2999], 's');
  tw_buf_clear(&buf);
  tw_buf_clear(&text);
}
END_TEST

START_TEST(nul_is_a_character)
{
  TwBuf buf = TW_BUF_INIT;
  tw_fold_add(&buf, TW_STR("A\0B"));
  ck_assert(tw_str_equal(tw_buf_str(&buf), TW_STR("a\0b")));
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(letters_are_known)
{
  ck_assert(tw_fold_is_upper('A') && tw_fold_is_upper(0xc1));
  ck_assert(tw_fold_is_upper(0x410) && tw_fold_is_upper(0x1c5));
  ck_assert(!tw_fold_is_upper('a') && !tw_fold_is_upper('1'));
  ck_assert(tw_fold_is_letter('z') && tw_fold_is_letter(0xe9));
  ck_assert(tw_fold_is_letter(0x4e2d) && tw_fold_is_letter(0x301));
  ck_assert(!tw_fold_is_letter('-') && !tw_fold_is_letter(0x2019));
  ck_assert(!tw_fold_is_letter(0x10ffff) && !tw_fold_is_letter(0));
}
END_TEST

Suite*
test_fold_suite(void);

Suite*
test_fold_suite(void)
{
  const TTest* const tests[] = {
    text_folds,
    both_ways_fold_ascii_alike,
    long_text_folds_across_chunks,
    nul_is_a_character,
    letters_are_known,
  };
  return SUITE_OF("fold", tests);
}
