/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/extract.h"

#include "base/buf.h"
#include "tests/unit/runner.h"

#include <stdlib.h>

static TwExtract* extract;
static TwDiagSink sink;

static void
setup(void)
{
  const TwExtractOptions options = {.data_dir = getenv("TRIPLEWIRE_DATA")};
  ck_assert_ptr_nonnull(options.data_dir);
  sink = (TwDiagSink){NULL, NULL, {0}};
  ck_assert_int_eq(tw_extract_open(&options, &sink, &extract), TW_OK);
}

static void
teardown(void)
{
  tw_extract_free(extract);
}

static TwRaw
raw_of(const char* text)
{
  return (TwRaw){.name = TW_STR("a"),
                 .id = TW_STR("a"),
                 .text = tw_str(text),
                 .date = TW_STR("2024-05-08")};
}

static const char* const articles[] = {
  "Police arrested Juan Pardo in Lima on Friday. He is 30 years old.",
  "Two men were killed in Naples on 2 May 2024, Judge Olga Prats said.",
};

/* All names, spans and numbers of the reading. */
static void
say(const TwReading* reading, TwBuf* out)
{
  for (size_t i = 0; i < reading->n_entities; ++i) {
    tw_buf_addf(out, "%.*s\n", TW_STR_ARG(reading->entities[i].name));
  }
  for (size_t i = 0; i < reading->n_facts; ++i) {
    const TwFact* const fact = &reading->facts[i];
    tw_buf_addf(out, "%.*s %u %zu\n", TW_STR_ARG(fact->rule), fact->event,
                fact->trigger.start);
    for (size_t k = 0; k < fact->n_roles; ++k) {
      tw_buf_addf(out, "  %.*s %u %.*s\n", TW_STR_ARG(fact->roles[k].role),
                  fact->roles[k].entity, TW_STR_ARG(fact->roles[k].text));
    }
  }
}

static void
read_and_say(TwReader* reader, size_t i, TwBuf* out)
{
  const TwRaw raw = raw_of(articles[i]);
  const TwReading* reading = NULL;
  ck_assert_int_eq(tw_reader_run(reader, &raw, &sink, &reading), TW_OK);
  ck_assert_uint_gt(reading->n_facts, 0);
  ck_assert_uint_eq(tw_reader_article(reader)->facts.count, reading->n_facts);
  tw_buf_reset(out);
  say(reading, out);
}

START_TEST(order_makes_no_difference)
{
  TwBuf first = TW_BUF_INIT;
  TwBuf later = TW_BUF_INIT;
  TwReader* const reader = tw_reader_new(extract);
  read_and_say(reader, 0, &first);
  read_and_say(reader, 1, &later);
  read_and_say(reader, 0, &later);
  ck_assert_str_eq(tw_buf_str(&first).s, tw_buf_str(&later).s);
  tw_buf_clear(&first);
  tw_buf_clear(&later);
  tw_reader_free(reader);
}
END_TEST

START_TEST(a_bad_document_is_set_aside)
{
  TwReader* const reader = tw_reader_new(extract);
  const TwReading* reading = NULL;
  const TwRaw empty = raw_of(" ");
  ck_assert_int_eq(tw_reader_run(reader, &empty, &sink, &reading),
                   TW_ERR_INPUT);
  ck_assert_ptr_null(reading);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
  const TwRaw good = raw_of(articles[0]);
  ck_assert_int_eq(tw_reader_run(reader, &good, &sink, &reading), TW_OK);
  ck_assert_ptr_nonnull(reading);
  tw_reader_free(reader);
}
END_TEST

START_TEST(mentions_come_without_facts)
{
  TwReader* const reader = tw_reader_new(extract);
  const TwArticle* article = NULL;
  const TwRaw raw = raw_of(articles[1]);
  ck_assert_int_eq(tw_reader_mentions(reader, &raw, &sink, &article), TW_OK);
  ck_assert_uint_gt(article->annotations.count, 0);
  ck_assert_uint_eq(article->facts.count, 0);
  tw_reader_free(reader);
}
END_TEST

/* Neither a name nor a word by which a rule is looked up: the tagger need not
 * run. */
START_TEST(what_no_rule_asks_for_is_not_tagged)
{
  TwReader* const reader = tw_reader_new(extract);
  const TwArticle* article = NULL;
  const TwRaw raw = raw_of("Slowly. Zorbin slept. They fled.");
  ck_assert_int_eq(tw_reader_mentions(reader, &raw, &sink, &article), TW_OK);
  ck_assert_uint_eq(article->sentences.count, 3);
  for (size_t i = 0; i < 3; ++i) {
    ck_assert_int_eq(article->sentences.at[i].tagged, i > 0);
  }
  tw_reader_free(reader);
}
END_TEST

START_TEST(missing_data_is_told)
{
  const TwExtractOptions options = {.data_dir = "/nowhere"};
  TwExtract* none = NULL;
  ck_assert_int_ne(tw_extract_open(&options, &sink, &none), TW_OK);
  ck_assert_ptr_null(none);
  ck_assert_uint_gt(sink.counts[TW_ERROR], 0);
}
END_TEST

Suite*
test_extract_suite(void)
{
  const TTest* const tests[] = {
    order_makes_no_difference,   a_bad_document_is_set_aside,
    mentions_come_without_facts, what_no_rule_asks_for_is_not_tagged,
    missing_data_is_told,
  };
  return SUITE_WITH("extract", tests, setup, teardown);
}
