/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/label.h"
#include "tests/unit/runner.h"

static TwBuf buf = TW_BUF_INIT;

static void
setup(void)
{
  tw_buf_reset(&buf);
}

static void
teardown(void)
{
  tw_buf_clear(&buf);
}

START_TEST(markup_cannot_be_left)
{
  tw_label_markup(&buf, TW_STR("<b> & \"x\" 'y' \\N &amp;"));
  ck_assert_str_eq(buf.s, "&lt;b&gt; &amp; &quot;x&quot; 'y' \\N &amp;amp;");
}
END_TEST

START_TEST(graphviz_expands_nothing)
{
  tw_label_plain(&buf, TW_STR("\\N \\\\G &lt; \" end\\"));
  ck_assert_str_eq(buf.s, "⧵N ⧵⧵G &amp;lt; &quot; end⧵");
  tw_buf_reset(&buf);
  tw_label_html(&buf, TW_STR("<IMG SRC=\"x\"/>\\N"), 99);
  ck_assert_str_eq(buf.s, "&lt;IMG SRC=&quot;x&quot;/&gt;⧵N");
}
END_TEST

START_TEST(what_xml_forbids_is_left_out)
{
  static const struct {
    TwStr in;
    const char* out;
  } rows[] = {
    {{"a\0b", 3}, "a b"},
    {{"a\r\n\t b\x01\x1b[0m", 11}, "a b [0m"},
    {{"a\x7f\xc2\x9f"
      "b",
      5},
     "ab"},
    {{"a\xff\xc3", 3}, "a"},
    {{"\xed\xa0\x80z", 4}, "z"},           /* a surrogate */
    {{"\xef\xbf\xbe\xef\xbf\xbf", 6}, ""}, /* U+FFFE, U+FFFF */
    {{"\xf0\x9f\xbf\xbex", 5}, "x"},       /* U+1FFFE */
    {{"x\xe2\x80\xae"
      "yz\xe2\x81\xa9",
      9},
     "xyz"}, /* direction turned and back */
    {{"\xef\xbb\xbfx", 4}, "x"},
    {{"\xe2\x80\xa8x", 4}, " x"}, /* line separator */
    {{"\xe5\x8c\x97\xf0\x9f\x9a\x93", 7}, "北🚓"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    tw_buf_reset(&buf);
    tw_buf_add_char(&buf, '|');
    tw_label_markup(&buf, rows[i].in);
    ck_assert_msg(tw_str_equal(tw_str_slice(tw_buf_str(&buf), 1, buf.len),
                               tw_str(rows[i].out)),
                  "row %zu: %s", i, buf.s);
  }
}
END_TEST

START_TEST(long_text_ends_in_an_ellipsis)
{
  tw_label_html(&buf, TW_STR("Ñandú & co"), 7);
  ck_assert_str_eq(buf.s, "Ñandú …");
  tw_buf_reset(&buf);
  tw_label_html(&buf, TW_STR("Ñandú & co"), 8);
  ck_assert_str_eq(buf.s, "Ñandú &amp;…");
  tw_buf_reset(&buf);
  tw_label_html(&buf, TW_STR("Ñandú & co"), 10);
  ck_assert_str_eq(buf.s, "Ñandú &amp; co");
}
END_TEST

START_TEST(only_harmless_links_pass)
{
  static const struct {
    const char* in;
    const char* out; ///< NULL: refused
  } rows[] = {
    {"https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"},
    {"HTTP://example.org/", "HTTP://example.org/"},
    {"#n12", "#n12"},
    {"http://x/\" onload=\"alert(1)", "http://x/%22%20onload=%22alert(1)"},
    {"http://x/<script>'\\\n", "http://x/%3Cscript%3E%27%5C%0A"},
    {"http://x/ñ", "http://x/%C3%B1"},
    {"javascript:alert(1)", NULL},
    {" javascript:alert(1)", NULL},
    {"java\nscript:alert(1)", NULL},
    {"data:text/html,x", NULL},
    {"file:///etc/passwd", NULL},
    {"//example.org", NULL},
    {"", NULL},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    tw_buf_reset(&buf);
    ck_assert_int_eq(tw_label_url(&buf, tw_str(rows[i].in)),
                     rows[i].out != NULL);
    if (rows[i].out) {
      ck_assert_str_eq(buf.s, rows[i].out);
    } else {
      ck_assert_uint_eq(buf.len, 0);
    }
  }
}
END_TEST

START_TEST(cells_hold_no_separators)
{
  tw_label_cell(&buf, TW_STR("a\tb\nc \"d\" \\ &"));
  ck_assert_str_eq(buf.s, "a b c \"d\" \\ &");
}
END_TEST

Suite*
test_label_suite(void)
{
  const TTest* const tests[] = {
    markup_cannot_be_left,        graphviz_expands_nothing,
    what_xml_forbids_is_left_out, long_text_ends_in_an_ellipsis,
    only_harmless_links_pass,     cells_hold_no_separators,
  };
  return SUITE_WITH("label", tests, setup, teardown);
}
