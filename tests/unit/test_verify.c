/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "base/sha256.h"
#include "graph/audit/verify.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <stdio.h>
#include <string.h>

static const char article[] = "Málaga – Ada Prin was held in Elm on Monday.\n";

/* A graph of that article; @…@ stand for what a test changes. */
static const char graph[] =
  "@prefix tw: <https://w3id.org/triplewire#> .\n"
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
  "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
  "@prefix schema: <https://schema.org/> .\n"
  "@prefix oa: <http://www.w3.org/ns/oa#> .\n"
  "@prefix x: <http://x/> .\n"
  "x:doc a schema:NewsArticle ; tw:sha256 \"@hash@\" ;\n"
  "  tw:byteSize @size@ ; tw:charSize 45 .\n"
  "x:span a tw:Span ; prov:wasDerivedFrom x:doc ; tw:byteStart @start@ ;\n"
  "  tw:byteEnd 36 ; oa:start @char@ ; oa:end 33 ; oa:exact \"@words@\" .\n"
  "x:claim a tw:Claim , rdf:Statement ; rdf:subject x:arrest ;\n"
  "  rdf:predicate tw:place ; rdf:object x:elm ; tw:certainty \"asserted\" ;\n"
  "  tw:polarity \"positive\" ; tw:evidence @span@ ; tw:rule \"arrest\" ;\n"
  "  prov:wasDerivedFrom x:doc .\n"
  "x:arrest a tw:Arrest ; rdfs:label \"Arrest\" ; tw:certainty \"asserted\" ;\n"
  "  tw:place @place@ .\n"
  "x:elm a tw:City ; tw:countryCode \"ES\" .\n";

typedef struct {
  const char* name;
  const char* value;
} Change;

static Scratch scratch;
static int codes[8];
static size_t n_codes;
static char message[600];

static void
keep(void* data, const TwDiag* diag)
{
  (void)data;
  if (n_codes < 8) {
    codes[n_codes++] = diag->code;
  }
  snprintf(message, sizeof(message), "%.*s", TW_STR_ARG(diag->message));
}

static void
setup(void)
{
  scratch_init(&scratch);
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

/* Writes the graph with one change; the rest as it should be. */
static void
put_graph(Change change)
{
  char hash[65];
  tw_sha256_hex(tw_str(article), hash);
  const Change changes[] = {
    {"hash", hash},
    {"size", "48"},
    {"start", "12"},
    {"char", "9"},
    {"span", "x:span"},
    {"place", "x:elm"},
    {"words", "Ada Prin was held in Elm"},
  };
  TwBuf text = TW_BUF_INIT;
  TwStr rest = tw_str(graph);
  TwStr part;
  for (bool is_name = false; tw_str_next(&rest, '@', &part);
       is_name = !is_name) {
    if (!is_name || tw_str_find(part, TW_STR(" "), 0) != SIZE_MAX) {
      tw_buf_addf(&text, "%s%.*s", is_name ? "@" : "", TW_STR_ARG(part));
      is_name = false;
      continue;
    }
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); ++i) {
      if (tw_str_equal(part, tw_str(changes[i].name))) {
        const bool is_changed =
          change.name && !strcmp(change.name, changes[i].name);
        tw_buf_addf(&text, "%s", is_changed ? change.value : changes[i].value);
      }
    }
  }
  scratch_put(&scratch, "g.ttl", text.s);
  tw_buf_clear(&text);
}

static TwVerifyTally
verify(Change change, const char* source)
{
  TwDiagSink sink = {.report = keep};
  TwVerify* check = NULL;
  TwVerifyTally tally = {0, 0, 0, 0, 0};
  n_codes = 0;
  message[0] = '\0';
  put_graph(change);
  ck_assert_int_eq(
    tw_verify_open(scratch_path(&scratch, "g.ttl"), &sink, &check), TW_OK);
  if (source) {
    tw_verify_source(check, TW_STR("a.txt"), tw_str(source), &sink);
  }
  ck_assert_int_eq(tw_verify_finish(check, &sink, &tally), TW_OK);
  tw_verify_free(check);
  ck_assert_uint_eq(tally.n_wrong, n_codes);
  return tally;
}

START_TEST(a_right_graph_holds)
{
  const TwVerifyTally tally = verify((Change){NULL, NULL}, article);
  ck_assert_msg(!tally.n_wrong, "%s", message);
  ck_assert_uint_eq(tally.n_documents, 1);
  ck_assert_uint_eq(tally.n_spans, 1);
  ck_assert_uint_eq(tally.n_claims, 1);
}
END_TEST

/* Each change with the code it must be told with, and words of the message. */
static const struct {
  Change change;
  int code;
  const char* words;
} wrongs[] = {
  {{"words", "Ada Prin was held in Oak"}, 4303, "held in Oak"},
  {{"words", "Ada Prin was held in Oak"}, 4303, "held in Elm"},
  {{"words", "Ada Prin was held in Oak"}, 4303, "http://x/span"},
  {{"start", "13"}, 4303, "da Prin"},
  {{"char", "10"}, 4304, "code points 10"},
  {{"start", "2"}, 4304, "no place"},
  {{"start", "40"}, 4304, "no place"},
  {{"start", "\"x\""}, 4305, "byteStart"},
  {{"size", "49"}, 4307, "49"},
  {{"span", "x:doc"}, 4305, "no span"},
  {{"span", "x:span , x:other"}, 4305, "evidence"},
  {{"place", "x:oak"}, 4306, "http://x/oak"},
};

START_TEST(what_is_wrong_is_told)
{
  for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); ++i) {
    const TwVerifyTally tally = verify(wrongs[i].change, article);
    ck_assert_msg(tally.n_wrong >= 1, "%s %s", wrongs[i].change.name,
                  wrongs[i].change.value);
    ck_assert_msg(codes[0] == wrongs[i].code, "%s %s: %d %s",
                  wrongs[i].change.name, wrongs[i].change.value, codes[0],
                  message);
    ck_assert_msg(tally.n_wrong > 1 || strstr(message, wrongs[i].words), "%s",
                  message);
  }
}
END_TEST

START_TEST(a_source_that_is_missing_is_told)
{
  const TwVerifyTally tally = verify((Change){NULL, NULL}, NULL);
  ck_assert_uint_eq(tally.n_wrong, 1);
  ck_assert_int_eq(codes[0], 4302);
  ck_assert_uint_eq(tally.n_spans, 0);
}
END_TEST

START_TEST(a_changed_source_is_not_the_article)
{
  verify((Change){NULL, NULL}, "Another text.\n");
  ck_assert_uint_eq(n_codes, 1);
  ck_assert_int_eq(codes[0], 4302);
}
END_TEST

START_TEST(a_graph_without_articles_is_told)
{
  TwDiagSink sink = {.report = keep};
  TwVerify* check = NULL;
  n_codes = 0;
  scratch_put(&scratch, "g.ttl", "");
  ck_assert_int_eq(
    tw_verify_open(scratch_path(&scratch, "g.ttl"), &sink, &check), TW_OK);
  ck_assert_int_eq(codes[0], 4301);
  tw_verify_free(check);
  ck_assert_int_eq(
    tw_verify_open(scratch_path(&scratch, "h.ttl"), &sink, &check),
    TW_ERR_READ);
  ck_assert_ptr_null(check);
}
END_TEST

/* A long text of two-byte letters: blocks of bytes cut letters in two. */
START_TEST(spans_deep_in_a_long_article_are_counted)
{
  TwDiagSink sink = {.report = keep};
  TwVerify* check = NULL;
  TwVerifyTally tally = {0, 0, 0, 0, 0};
  TwBuf text = TW_BUF_INIT;
  TwBuf turtle = TW_BUF_INIT;
  char hash[65];
  tw_buf_add(&text, TW_STR("x"));
  while (text.len < 20000) {
    tw_buf_add(&text, TW_STR("é"));
  }
  tw_sha256_hex(tw_buf_str(&text), hash);
  tw_buf_addf(&turtle,
              "@prefix tw: <https://w3id.org/triplewire#> .\n"
              "<http://x/d> a <https://schema.org/NewsArticle> ; tw:sha256 "
              "\"%s\" ; tw:byteSize %zu ; tw:charSize %zu .\n",
              hash, text.len, (text.len + 1) / 2);
  for (size_t at = 1; at + 4 <= text.len; at += 998) {
    tw_buf_addf(&turtle,
                "<http://x/s%zu> a tw:Span ; tw:byteStart %zu ; tw:byteEnd "
                "%zu ; <http://www.w3.org/ns/oa#start> %zu ; "
                "<http://www.w3.org/ns/oa#end> %zu ; "
                "<http://www.w3.org/ns/oa#exact> \"éé\" ; "
                "<http://www.w3.org/ns/prov#wasDerivedFrom> <http://x/d> .\n",
                at, at, at + 4, (at + 1) / 2, (at + 5) / 2);
  }
  scratch_put(&scratch, "g.ttl", turtle.s);
  message[0] = '\0';
  ck_assert_int_eq(
    tw_verify_open(scratch_path(&scratch, "g.ttl"), &sink, &check), TW_OK);
  ck_assert_int_eq(
    tw_verify_source(check, TW_STR("long"), tw_buf_str(&text), &sink), TW_OK);
  ck_assert_int_eq(tw_verify_finish(check, &sink, &tally), TW_OK);
  ck_assert_msg(!tally.n_wrong, "%s", message);
  ck_assert_uint_eq(tally.n_spans, 21);
  tw_verify_free(check);
  tw_buf_clear(&text);
  tw_buf_clear(&turtle);
}
END_TEST

Suite*
test_verify_suite(void)
{
  const TTest* const tests[] = {
    a_right_graph_holds,
    what_is_wrong_is_told,
    a_source_that_is_missing_is_told,
    a_changed_source_is_not_the_article,
    a_graph_without_articles_is_told,
    spans_deep_in_a_long_article_are_counted,
  };
  return SUITE_WITH("verify", tests, setup, teardown);
}
