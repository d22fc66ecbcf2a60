/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/term.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

START_TEST(iris_are_told_from_other_text)
{
  static const char* const good[] = {
    "https://w3id.org/triplewire#Person",
    "http://a.example/b?c=d&e=(f)",
    "http://[2001:db8::1]/x",
    "urn:isbn:0",
    "x+y-z.1:a",
    "http://a.example/garc\xc3\xad"
    "a/%20",
    "http://a.example/\xf0\x9f\x9a\x80",
    "mailto:a@b.example",
  };
  static const char* const bad[] = {
    "",
    "person/olga",
    ":x",
    "1a:b",
    "http//a",
    "http://a.example/ b",
    "http://a.example/<b>",
    "http://a.example/\"b\"",
    "http://a.example/a\\b",
    "http://a.example/a|b",
    "http://a.example/{b}",
    "http://a.example/a^b`c",
    "http://a.example/100%",
    "http://a.example/%2",
    "http://a.example/%zz",
    "http://a.example/a#b#c",
    "http://a.example/a[1]",
    "http://a.example/\n",
    "http://a.example/\x7f",
    "http://a.example/\xc2\x80",
    "http://a.example/\xff",
    "http://a.example/\xef\xbf\xbe",
    "http://a.example/\xee\x80\x80",
  };
  for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); ++i) {
    ck_assert_msg(tw_term_is_iri(tw_str(good[i])), "%s is one", good[i]);
  }
  for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); ++i) {
    ck_assert_msg(!tw_term_is_iri(tw_str(bad[i])), "%s is none", bad[i]);
  }
  ck_assert(!tw_term_is_iri(TW_STR("http://a.example/\0")));
}
END_TEST

START_TEST(texts_are_what_every_store_reads)
{
  ck_assert(tw_term_is_text(TW_STR("")));
  ck_assert(tw_term_is_text((TwStr){NULL, 0}));
  ck_assert(tw_term_is_text(TW_STR("Garc\xc3\xad"
                                   "a\n\t\x01 \xef\xbf\xbd")));
  ck_assert(!tw_term_is_text(TW_STR("a\0b")));
  ck_assert(!tw_term_is_text(TW_STR("\xff")));
  ck_assert(!tw_term_is_text(TW_STR("\xed\xa0\x80")));
  ck_assert(!tw_term_is_text(TW_STR("\xef\xbf\xbd\xef\xbf\xbe")));
  ck_assert(!tw_term_is_text(TW_STR("\xef\xbf\xbf")));
}
END_TEST

static void
check_encoded(TwStr text, const char* expected)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add(&buf, TW_STR("x:"));
  tw_term_encode(&buf, text);
  ck_assert(tw_term_is_iri(tw_buf_str(&buf)));
  ck_assert_str(tw_str_slice(tw_buf_str(&buf), 2, buf.len), expected);
  tw_buf_clear(&buf);
}

START_TEST(what_an_iri_may_not_hold_is_encoded)
{
  check_encoded(TW_STR("Az09-_."), "Az09-_.");
  check_encoded(TW_STR("a b/c#d?%<>"), "a%20b%2Fc%23d%3F%25%3C%3E");
  check_encoded(TW_STR("\xc3\xa9\xf0\x9f\x9a\x80"), "\xc3\xa9\xf0\x9f\x9a\x80");
  check_encoded(TW_STR("\0\x7f\xff\xc2\x80"), "%00%7F%FF%C2%80");
  check_encoded(TW_STR("\xef\xbf\xbe\xee\x80\x80"), "%EF%BF%BE%EE%80%80");
}
END_TEST

START_TEST(what_no_store_reads_is_replaced)
{
  TwBuf buf = TW_BUF_INIT;
  tw_term_clean(&buf, TW_STR("a\0b\xff\xef\xbf\xbf\xc3\xad\xef\xbf\xbd"));
  ck_assert(tw_term_is_text(tw_buf_str(&buf)));
  ck_assert_str(tw_buf_str(&buf), "a\xef\xbf\xbd"
                                  "b\xef\xbf\xbd\xef\xbf\xbd\xc3\xad"
                                  "\xef\xbf\xbd");
  tw_buf_clear(&buf);
}
END_TEST

Suite*
test_term_suite(void)
{
  const TTest* const tests[] = {
    iris_are_told_from_other_text,
    texts_are_what_every_store_reads,
    what_an_iri_may_not_hold_is_encoded,
    what_no_store_reads_is_replaced,
  };
  return SUITE_OF("term", tests);
}
