/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_words.h"
#include "tests/unit/runner.h"

#define ASSERT_TEXT(str, text)                                                 \
  ck_assert_msg(tw_str_equal((str), tw_str(text)), "“%.*s” is not “%s”",       \
                TW_STR_ARG(str), (text))

START_TEST(words_come_from_one_table)
{
  static const struct {
    const char* term;
    const char* property;
    TwCertainty certainty;
    bool negated;
    bool is_former;
    const char* wanted;
  } rows[] = {
    {"Transfer", "person", TW_ASSERTED, false, false, "sent"},
    {"Arrest", "person", TW_ASSERTED, false, false, "arrested"},
    {"Charge", "person", TW_ALLEGED, false, false, "allegedly charged"},
    {"Escape", "from", TW_ASSERTED, false, false, "from"},
    {"Person", "leads", TW_ASSERTED, false, true, "led"},
    {"Person", "leads", TW_DENIED, false, false, "denied: leads"},
    {"Person", "memberOf", TW_ALLEGED, false, false, "alleged member of"},
    {"Person", "memberOf", TW_ASSERTED, true, false, "not member of"},
    {"Person", "memberOf", TW_ASSERTED, false, true, "former member of"},
    {"Killing", "killer", TW_ACCUSED, false, false, "accused of"},
    {"Killing", "killer", TW_POSSIBLE, false, false, "possibly killed"},
    {"Flood", "causedBy", TW_ASSERTED, false, false, "caused by"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    TwBuf buf = TW_BUF_INIT;
    const TwDiagramWords* const words =
      tw_diagram_words(tw_str(rows[i].term), tw_str(rows[i].property));
    tw_diagram_words_add(&buf, words, tw_str(rows[i].property),
                         rows[i].certainty, rows[i].negated, rows[i].is_former);
    ASSERT_TEXT(tw_buf_str(&buf), rows[i].wanted);
    tw_buf_clear(&buf);
  }
}
END_TEST

START_TEST(dates_are_for_people)
{
  static const char* const rows[][2] = {
    {"2026-01-20", "20 Jan 2026"},
    {"2025-08", "Aug 2025"},
    {"1985", "1985"},
    {"2026-01-12/2026-01-18", "12–18 Jan 2026"},
    {"2025-12-29/2026-01-04", "29 Dec 2025–4 Jan 2026"},
    {"2026-01-28/2026-02-03", "28 Jan–3 Feb 2026"},
    {"2025-08/..", "since Aug 2025"},
    {"../2025-12", "by Dec 2025"},
    {"2024/2025", "2024–2025"},
    {"soon", "soon"},
    {"2025-13", "2025-13"},
    {"2025-01-", "2025-01-"},
    {"/", "/"},
    {"", ""},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    TwBuf buf = TW_BUF_INIT;
    tw_diagram_date_add(&buf, tw_str(rows[i][0]));
    ASSERT_TEXT(tw_buf_str(&buf), rows[i][1]);
    tw_buf_clear(&buf);
  }
}
END_TEST

Suite*
test_diagram_words_suite(void)
{
  const TTest* const tests[] = {
    words_come_from_one_table,
    dates_are_for_people,
  };
  return SUITE_OF("diagram_words", tests);
}
