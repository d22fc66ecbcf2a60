/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/utf8.h"
#include "output/facts.h"
#include "output/report.h"
#include "tests/unit/made_graph.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <string.h>

static MadeGraph* made;
static Scratch scratch;
static TwBuf text = TW_BUF_INIT;

static void
setup(void)
{
  made = made_graph_new();
  scratch_init(&scratch);
}

static void
teardown(void)
{
  made_graph_free(made);
  tw_buf_clear(&text);
  scratch_clear(&scratch);
}

static const TwRun run = {.version = "9.9",
                          .n_read = 3,
                          .n_set_aside = 1,
                          .engine = "dot"};

static TwStatus
write_report(const TwGraph* graph, TwWriter* writer)
{
  return tw_report_write(graph, &run, writer);
}

/* What `write` makes of the graph. */
static const char*
written(TwStatus (*write)(const TwGraph* graph, TwWriter* writer))
{
  const char* const path = scratch_path(&scratch, "out");
  TwWriter* writer = NULL;
  ck_assert_int_eq(tw_writer_open(path, &writer), TW_OK);
  ck_assert_int_eq(write(made_graph_finish(made), writer), TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  tw_buf_reset(&text);
  ck_assert_int_eq(tw_file_read(path, 0, &text), TW_OK);
  return text.s;
}

static void
check_has(const char* whole, const char* part)
{
  ck_assert_msg(strstr(whole, part) != NULL, "no \"%s\" in:\n%s", part, whole);
}

START_TEST(a_report_tells_what_is_contested)
{
  const MadeStory story = made_story(made);
  made_value(made, story.papers[2], story.transfer, "count", "30");
  made_conflict(made, "contradiction", story.transfer, "count");
  const char* const report = written(write_report);
  check_has(report, "triplewire 9.9\n");
  check_has(report, "       3  articles\n");
  check_has(report, "       1  documents set aside\n");
  check_has(report, "laid out by dot.");
  check_has(report, ": count\n   They cannot all be right. (contradiction)\n");
  check_has(report, "\n     30\n");
}
END_TEST

START_TEST(a_report_tells_how_surely_it_is_said)
{
  const uint32_t sure = made_document(made, "The Sun", "2025-01-02", "");
  const uint32_t other = made_document(made, "The Star", "", "");
  const uint32_t ana = made_thing(made, TW_TYPE_PERSON, "Person", "Ana");
  const uint32_t gang = made_thing(made, TW_TYPE_CARTEL, "Cartel", "The Reds");
  made_link(made, sure, ana, "leads", gang);
  made_link(made, other, ana, "leads", gang)->certainty = TW_ALLEGED;
  made_conflict(made, "certainty", ana, "leads");
  const char* const report = written(write_report);
  check_has(report, "1. Ana: leads The Reds\n");
  check_has(report, "\n     asserted\n       The Sun, 2025-01-02: “");
  check_has(report, "\n     alleged\n       The Star: “");
}
END_TEST

START_TEST(a_report_tells_who_leaves_out_what)
{
  const uint32_t paper = made_document(made, "The Sun", "2025-01-02", "");
  const uint32_t other = made_document(made, "The Star", "", "");
  const uint32_t event = made_thing(made, TW_TYPE_NONE, "Transfer", "Transfer");
  const uint32_t city = made_thing(made, TW_TYPE_CITY, "City", "Arica");
  const uint32_t person = made_thing(made, TW_TYPE_PERSON, "Person", "Ana");
  made_link(made, paper, event, "destination", city);
  made_link(made, other, event, "person", person);
  made_omission(made, event, "destination", other);
  const char* const report = written(write_report);
  check_has(report, "1. Transfer: destination Arica\n");
  check_has(report, "(omission)\n     Arica\n       The Sun, 2025-01-02: “");
  check_has(report, "\n     left out by The Star\n");
}
END_TEST

START_TEST(a_report_has_80_columns)
{
  char words[400] = "";
  for (int i = 0; i < 30; ++i) {
    strcat(words, i % 7 ? "señora " : "o\n\t ");
  }
  const uint32_t paper = made_document(made, words, "2025-01-02", "");
  const uint32_t event = made_thing(made, TW_TYPE_NONE, "Arrest", words);
  made_value(made, paper, event, "count", words);
  made_value(made, paper, event, "count", "7");
  made_conflict(made, "contradiction", event, "count");
  const TwStr report = tw_str(written(write_report));
  TwStr rest = report;
  TwStr line = {NULL, 0};
  while (tw_str_next(&rest, '\n', &line)) {
    ck_assert_msg(tw_utf8_count(line, line.len) <= 80, "%.*s",
                  TW_STR_ARG(line));
    ck_assert(!tw_str_ends(line, TW_STR(" ")));
  }
}
END_TEST

START_TEST(a_report_tells_what_is_not_known)
{
  made_document(made, "", "", "");
  made_thing(made, TW_TYPE_NONE, "Arrest", "Arrest of Ana Morel");
  const char* const report = written(write_report);
  check_has(report, "\nunknown     unknown ");
  check_has(report, "Articles without a date");
  check_has(report, "Events whose date is not told or is contested:\n"
                    "  Arrest of Ana Morel\n");
  check_has(report, "Nowhere that was noticed.");
}
END_TEST

START_TEST(a_graph_is_a_table_of_facts)
{
  made_story(made);
  const char* const facts = written(tw_facts_graph);
  check_has(facts, "entity\ttype=Country\tname=Chile\t");
  check_has(facts, "\nTransfer\t");
  check_has(facts, "\tdestination=Spain");
  check_has(facts, "\tdoc=");
  check_has(facts, "\tevidence=");
}
END_TEST

START_TEST(evidence_is_csv)
{
  const uint32_t paper = made_document(made, "The \"Post\", Lima", "", "");
  const uint32_t person = made_thing(made, TW_TYPE_PERSON, "Person", "Ana");
  made_value(made, paper, person, "alias", "La Loba");
  const char* const sheet = written(tw_evidence_write);
  check_has(sheet, "\"claim\",\"subject\",\"predicate\",\"object\",");
  check_has(sheet, ",\"url\"\r\n");
  check_has(sheet, "\"Ana\",\"alias\",\"La Loba\",\"asserted\",\"positive\",");
  check_has(sheet, "\"The \"\"Post\"\", Lima\"");
  size_t lines = 0;
  for (const char* at = sheet; (at = strstr(at, "\r\n")); at += 2) {
    ++lines;
  }
  ck_assert_uint_eq(lines, 2);
}
END_TEST

START_TEST(a_full_disk_and_no_memory_are_told)
{
  static TwStatus (*const writers[])(const TwGraph*, TwWriter*) = {
    write_report, tw_facts_graph, tw_evidence_write};
  made_story(made);
  const TwGraph* const graph = made_graph_finish(made);
  for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]); ++i) {
    TwWriter* writer = NULL;
    ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
    ck_assert_int_eq(writers[i](graph, writer), TW_OK);
    ck_assert_int_eq(tw_writer_commit(writer), TW_ERR_WRITE);
    bool refused = true;
    for (size_t n = 0; refused; ++n) {
      ck_assert_int_eq(tw_writer_open("/dev/null", &writer), TW_OK);
      tw_alloc_fail_after(n);
      const TwStatus status = writers[i](graph, writer);
      refused = tw_alloc_refused();
      tw_alloc_fail_after(SIZE_MAX);
      ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
      tw_writer_abort(writer);
    }
  }
}
END_TEST

Suite*
test_report_suite(void)
{
  const TTest* const tests[] = {
    a_report_tells_what_is_contested,
    a_report_tells_how_surely_it_is_said,
    a_report_tells_who_leaves_out_what,
    a_report_has_80_columns,
    a_report_tells_what_is_not_known,
    a_graph_is_a_table_of_facts,
    evidence_is_csv,
    a_full_disk_and_no_memory_are_told,
  };
  return SUITE_WITH("report", tests, setup, teardown);
}
