/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/table.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

/* What a table's rows and messages came to. */
typedef struct {
  char rows[256];
  char messages[256];
} Seen;

static TwStatus
take_row(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
         const char** why)
{
  Seen* const seen = data;
  if (tw_str_equal(cells[1], TW_STR("bad"))) {
    *bad_cell = 1;
    *why = "bad is no kind";
    return TW_ERR_RULE;
  }
  const size_t used = strlen(seen->rows);
  snprintf(seen->rows + used, sizeof(seen->rows) - used, "%zu:%.*s|%.*s|%.*s;",
           line, TW_STR_ARG(cells[0]), TW_STR_ARG(cells[1]),
           TW_STR_ARG(cells[2]));
  return TW_OK;
}

static void
take_message(void* data, const TwDiag* diag)
{
  Seen* const seen = data;
  const size_t used = strlen(seen->messages);
  snprintf(seen->messages + used, sizeof(seen->messages) - used,
           "%.*s:%zu:%zu: TW%d: %.*s\n", TW_STR_ARG(diag->file), diag->line,
           diag->column, diag->code, TW_STR_ARG(diag->message));
}

static const TwTableFormat format = {2, 3, take_row};

static TwStatus
read_table(TwStr text, Seen* seen)
{
  memset(seen, 0, sizeof(*seen));
  TwDiagSink sink = {take_message, seen, {0}};
  return tw_table_read(&format, TW_STR("t.tsv"), text, seen, &sink);
}

START_TEST(rows_are_cut_at_tabs)
{
  Seen seen;
  ck_assert_int_eq(read_table(TW_STR("# head\n\na\tb\tc\r\nd\te\n"), &seen),
                   TW_OK);
  ck_assert_str_eq(seen.rows, "3:a|b|c;4:d|e|;");
  ck_assert_str_eq(seen.messages, "");
}
END_TEST

START_TEST(the_last_line_needs_no_end)
{
  Seen seen;
  ck_assert_int_eq(read_table(TW_STR("a\tb"), &seen), TW_OK);
  ck_assert_str_eq(seen.rows, "1:a|b|;");
  ck_assert_int_eq(read_table(TW_STR(""), &seen), TW_OK);
  ck_assert_str_eq(seen.rows, "");
}
END_TEST

START_TEST(bad_rows_are_named_and_the_rest_is_read)
{
  Seen seen;
  const TwStr text = TW_STR("a\n"
                            "a\tb\tc\td\n"
                            "\xc3\xa9t\xc3\xa9\tbad\n"
                            "x\t\xc3\xa9\xff\n"
                            "y\tz\n");
  ck_assert_int_eq(read_table(text, &seen), TW_ERR_RULE);
  ck_assert_str_eq(seen.rows, "5:y|z|;");
  ck_assert_str_eq(seen.messages,
                   "t.tsv:1:2: TW2301: a column is missing here\n"
                   "t.tsv:2:7: TW2301: more columns than the table has\n"
                   "t.tsv:3:5: TW2301: bad is no kind\n"
                   "t.tsv:4:4: TW2301: these bytes are not UTF-8\n");
}
END_TEST

Suite*
test_table_suite(void)
{
  const TTest* const tests[] = {
    rows_are_cut_at_tabs,
    the_last_line_needs_no_end,
    bad_rows_are_named_and_the_rest_is_read,
  };
  return SUITE_OF("table", tests);
}
