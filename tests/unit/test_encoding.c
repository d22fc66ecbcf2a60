/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/encoding.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

Suite*
test_encoding_suite(void);

static void
take_message(void* data, const TwDiag* diag)
{
  snprintf(data, 256, "TW%d %zu:%zu %.*s | %.*s", diag->code, diag->line,
           diag->column, TW_STR_ARG(diag->message), TW_STR_ARG(diag->hint));
}

static TwStatus
read_bytes(const char* name, TwStr bytes, TwBuf* scratch, char message[256],
           TwStr* out)
{
  TwEncoding encoding = TW_ENCODING_UTF8;
  ck_assert(tw_encoding_find(tw_str(name), &encoding));
  TwDiagSink sink = {take_message, message, {0}};
  message[0] = '\0';
  return tw_encoding_read(encoding, TW_STR("f"), bytes, scratch, &sink, out);
}

START_TEST(texts_become_utf8)
{
  static const struct {
    const char* encoding;
    TwStr bytes;
    TwStr text;
  } cases[] = {
    {"utf-8",
     {"\xEF\xBB\xBFol\xC3\xA1\r\n", 9},
     {"\xEF\xBB\xBFol\xC3\xA1\r\n", 9}},
    {"utf-8", {"a\0b", 3}, {"a\0b", 3}},
    {"Latin-1", {"caf\xE9 \x80", 6}, {"caf\xC3\xA9 \xC2\x80", 8}},
    {"windows-1252", {"\x93ol\xE1\x94", 5}, {"\u201Col\u00E1\u201D", 10}},
    {"utf-16le",
     {"\xFF\xFE"
      "a\0\xE9\0",
      6},
     {"a\u00E9", 3}},
    {"utf-16be", {"\0a\xD8\x3D\xDE\x00", 6}, {"a\U0001F600", 5}},
  };
  TwBuf scratch = TW_BUF_INIT;
  char message[256];
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwStr text;
    ck_assert_int_eq(
      read_bytes(cases[i].encoding, cases[i].bytes, &scratch, message, &text),
      TW_OK);
    ck_assert_msg(tw_str_equal(text, cases[i].text), "case %zu", i);
  }
  tw_buf_clear(&scratch);
}
END_TEST

START_TEST(other_bytes_are_refused_with_a_hint)
{
  static const struct {
    const char* encoding;
    TwStr bytes;
    const char* message;
  } cases[] = {
    {"utf-8",
     {"one\ncaf\xE9 two", 12},
     "TW1004 2:4 byte E9 at offset 7 is not UTF-8 | if the text is Western "
     "European, read it with --encoding=windows-1252 or --encoding=latin-1"},
    {"utf-8",
     {"\xFF\xFE"
      "a\0",
      4},
     "TW1005 0:0 this is UTF-16 (little-endian), not UTF-8 | read it with "
     "--encoding=utf-16le"},
    {"utf-8",
     {"\0o\0n\0e\0 \0t\0w\0o", 14},
     "TW1005 0:0 this is UTF-16 (big-endian), not UTF-8 | read it with "
     "--encoding=utf-16be"},
    {"utf-8",
     {"\x7F"
      "ELF\0\0\0\0\0\0",
      10},
     "TW1006 0:0 this is no text: it is full of NUL bytes | "},
    {"cp1252",
     {"a\x81", 2},
     "TW1004 1:2 byte 81 at offset 1 is not used in windows-1252 | "},
    {"utf-16be",
     {"\xD8\x3D\0a", 4},
     "TW1004 0:0 half a character: these bytes are not UTF-16 | "},
  };
  TwBuf scratch = TW_BUF_INIT;
  char message[256];
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwStr text;
    ck_assert_int_eq(
      read_bytes(cases[i].encoding, cases[i].bytes, &scratch, message, &text),
      TW_ERR_ENCODING);
    ck_assert_str_eq(message, cases[i].message);
  }
  tw_buf_clear(&scratch);
}
END_TEST

START_TEST(unknown_encodings_are_not_found)
{
  TwEncoding encoding;
  ck_assert(!tw_encoding_find(TW_STR("utf-7"), &encoding));
  ck_assert(!tw_encoding_find(TW_STR(""), &encoding));
}
END_TEST

Suite*
test_encoding_suite(void)
{
  const TTest* const tests[] = {
    texts_become_utf8,
    other_bytes_are_refused_with_a_hint,
    unknown_encodings_are_not_found,
  };
  return SUITE_OF("encoding", tests);
}
