/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/json.h"
#include "tests/unit/runner.h"

static const struct {
  TwStr text;
  const char* json;
} cases[] = {
  {{NULL, 0}, "\"\""},
  {{"plain", 5}, "\"plain\""},
  {{"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
  {{"\n\r\t", 3}, "\"\\n\\r\\t\""},
  {{"a\0b\x1f", 4}, "\"a\\u0000b\\u001f\""},
  {{"Jos\xC3\xA9 \xF0\x9F\x8C\x8A", 10}, "\"Jos\xC3\xA9 \xF0\x9F\x8C\x8A\""},
  {{"Jos\xE9!", 5}, "\"Jos\xEF\xBF\xBD!\""},
  {{"\xE2\x80", 2}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
};

START_TEST(text_is_escaped)
{
  TwBuf out = TW_BUF_INIT;
  tw_json_text(&out, cases[_i].text);
  ck_assert_str_eq(out.s, cases[_i].json);
  tw_buf_clear(&out);
}
END_TEST

Suite*
test_json_suite(void)
{
  Suite* const suite = suite_create("json");
  TCase* const tcase = tcase_create("json");
  tcase_add_loop_test(tcase, text_is_escaped, 0,
                      sizeof(cases) / sizeof(cases[0]));
  suite_add_tcase(suite, tcase);
  return suite;
}
