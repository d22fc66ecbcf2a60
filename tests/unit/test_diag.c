/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/diag.h"
#include "tests/unit/runner.h"

#include <stdlib.h>
#include <string.h>

static const TwStr none = {NULL, 0};

/* What the sink of a test has seen, printed. */
typedef struct {
  char text[2048];
  bool colour;
} Seen;

static void
print(void* data, const TwDiag* diag)
{
  Seen* const seen = data;
  FILE* const out = fmemopen(seen->text, sizeof(seen->text), "w");
  ck_assert_ptr_nonnull(out);
  tw_diag_print(out, diag, seen->colour);
  ck_assert_int_eq(fclose(out), 0);
}

START_TEST(messages_are_counted)
{
  TwDiagSink sink = {0};
  tw_diag_error(&sink, 3001, TW_STR("f"), "bad");
  tw_diag_error(&sink, 3001, TW_STR("f"), "bad");
  tw_diag_warn(&sink, 3002, none, "odd");
  ck_assert_uint_eq(sink.counts[TW_ERROR], 2);
  ck_assert_uint_eq(sink.counts[TW_WARNING], 1);
  ck_assert_uint_eq(sink.counts[TW_NOTE], 0);
  tw_diag_error(NULL, 3001, none, "nobody listens");
}
END_TEST

START_TEST(files_as_a_whole)
{
  Seen seen = {{0}, false};
  TwDiagSink sink = {print, &seen, {0}};
  tw_diag_error(&sink, 1001, TW_STR("a.txt"), "cannot open: %s", "no");
  ck_assert_str_eq(seen.text, "a.txt: error[TW1001]: cannot open: no\n");
  tw_diag_warn(&sink, 12, none, "odd");
  ck_assert_str_eq(seen.text, "warning[TW0012]: odd\n");
}
END_TEST

START_TEST(places_have_line_and_caret)
{
  static const struct {
    const char* text;
    size_t offset;
    const char* expected;
  } cases[] = {
    {"one\ntwo\nthree", 4, "f:2:1: error[TW2107]: bad\n  two\n  ^\n"},
    {"one\ntwo\nthree", 12, "f:3:5: error[TW2107]: bad\n  three\n      ^\n"},
    {"one\ntwo", 3, "f:1:4: error[TW2107]: bad\n  one\n     ^\n"},
    {"one\r\ntwo", 4, "f:1:5: error[TW2107]: bad\n  one\n     ^\n"},
    {"one\n", 4, "f:2:1: error[TW2107]: bad\n"},
    {"one", 99, "f:1:4: error[TW2107]: bad\n  one\n     ^\n"},
    {"", 0, "f:1:1: error[TW2107]: bad\n"},
    {"a\tb: c", 2, "f:1:3: error[TW2107]: bad\n  a b: c\n    ^\n"},
    {"\xc3\xa9\xe2\x82\xacx", 5,
     "f:1:3: error[TW2107]: bad\n  \xc3\xa9\xe2\x82\xacx\n    ^\n"},
  };
  Seen seen = {{0}, false};
  TwDiagSink sink = {print, &seen, {0}};
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    tw_diag_error_at(&sink, 2107, TW_STR("f"), tw_str(cases[i].text),
                     cases[i].offset, none, "bad");
    ck_assert_str_eq(seen.text, cases[i].expected);
  }
}
END_TEST

START_TEST(hints_and_colours)
{
  Seen seen = {{0}, true};
  TwDiagSink sink = {print, &seen, {0}};
  tw_diag_error_at(&sink, 2107, TW_STR("f"), TW_STR("x y"), 2,
                   TW_STR("write z"), "bad");
  ck_assert_str_eq(seen.text, "f:1:3: \33[1;31merror[TW2107]:\33[0m bad\n"
                              "  x y\n"
                              "    \33[1;32m^\33[0m\n"
                              "  hint: write z\n");
}
END_TEST

START_TEST(foreign_text_is_harmless)
{
  Seen seen = {{0}, false};
  TwDiagSink sink = {print, &seen, {0}};
  tw_diag_error_at(&sink, 1, TW_STR("a\33[2J"), TW_STR("\33]0;\a\xff!"), 6,
                   TW_STR("\xc2\x9b"), "%s", "\xe2\x80\xae");
  ck_assert_str_eq(seen.text, "a\\x1B[2J:1:7: error[TW0001]: \\xE2\\x80\\xAE\n"
                              "  \\x1B]0;\\x07\\xFF!\n"
                              "                 ^\n"
                              "  hint: \\xC2\\x9B\n");
  tw_diag_error_at(&sink, 1, none, TW_STR("a\0b"), 2, none, "nul");
  ck_assert_str_eq(seen.text, "error[TW0001]: nul\n  a\\x00b\n       ^\n");
}
END_TEST

START_TEST(long_lines_are_cut)
{
  char line[1000];
  for (size_t i = 0; i < sizeof(line); ++i) {
    line[i] = (char)('a' + i % 26);
  }
  const TwStr text = {line, sizeof(line)};
  static const struct {
    size_t offset;
    const char* head;
    size_t caret;
  } cases[] = {{0, "  abcd", 2}, {500, "  ...", 43}, {999, "  ...", 43}};
  Seen seen = {{0}, false};
  TwDiagSink sink = {print, &seen, {0}};
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    tw_diag_error_at(&sink, 1, none, text, cases[i].offset, none, "long");
    const char* const source = strchr(seen.text, '\n') + 1;
    const char* const caret = strchr(source, '\n') + 1;
    ck_assert_int_eq(strncmp(source, cases[i].head, strlen(cases[i].head)), 0);
    ck_assert_int_lt(caret - source, 90);
    ck_assert_uint_eq(strcspn(caret, "^"), cases[i].caret);
    ck_assert_int_eq(source[cases[i].caret], line[cases[i].offset]);
  }
}
END_TEST

START_TEST(long_messages_are_whole)
{
  Seen seen = {{0}, false};
  TwDiagSink sink = {print, &seen, {0}};
  tw_diag_error(&sink, 1, none, "%0600d.", 1);
  ck_assert_uint_eq(strlen(seen.text), strlen("error[TW0001]: ") + 602);
  tw_alloc_fail_after(0);
  tw_diag_error(&sink, 1, none, "%0600d.", 1);
  tw_alloc_fail_after(SIZE_MAX);
  ck_assert_uint_eq(strlen(seen.text), strlen("error[TW0001]: ") + 256);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 2);
}
END_TEST

Suite*
test_diag_suite(void)
{
  const TTest* const tests[] = {
    messages_are_counted,       files_as_a_whole,
    places_have_line_and_caret, hints_and_colours,
    foreign_text_is_harmless,   long_lines_are_cut,
    long_messages_are_whole,
  };
  return SUITE_OF("diag", tests);
}
