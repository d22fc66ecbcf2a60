/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/text.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static TwText* text;
static TwWordCache* cache;
static TwDiagSink sink;

static void
setup(void)
{
  sink = (TwDiagSink){NULL, NULL, {0}};
  ck_assert_int_eq(tw_text_open(check_text_data(), &sink, &text), TW_OK);
  cache = tw_word_cache_new();
}

static void
teardown(void)
{
  tw_word_cache_free(cache);
  tw_text_free(text);
}

/* Rules that are looked up by one word. */
static bool
asked(const void* rules, TwStr word)
{
  return tw_str_equal(word, tw_str(rules));
}

/* True if the tagger ran on the sentence: all or none of its words have tags.
 */
static bool
is_tagged(const char* source)
{
  const TwStr words = tw_str(source);
  TwBlock block = {TW_BLOCK_PARAGRAPH, {0, words.len}, {NULL, 0}};
  const TwDocument document = {
    .source = words, .blocks = &block, .n_blocks = 1};
  TwArticle article = {.document = &document, .arena = tw_arena_new(0)};
  ck_assert_int_eq(tw_text_run(text, cache, &article, &sink), TW_OK);
  ck_assert_uint_eq(article.sentences.count, 1);
  const bool tagged = article.sentences.at[0].tagged;
  for (size_t i = 0; i < article.tokens.count; ++i) {
    const TwToken* const token = &article.tokens.at[i];
    ck_assert_int_eq(token->tag != TW_TAG_NONE, tagged);
    ck_assert_int_eq(token->tagged != NULL, tagged);
    ck_assert(tagged || tw_str_equal(token->lemma, token->fold));
  }
  tw_arena_free(article.arena);
  return tagged;
}

START_TEST(only_names_and_words_of_rules_are_tagged)
{
  static const struct {
    const char* source;
    bool tagged;
  } cases[] = {
    {"Perhaps so.", false},
    {"\u201cPerhaps so.\u201d", false},
    {"and 12 more.", false},
    {"perhaps near Lindel.", true},
    {"Zorbin slept.", true},
    {"perhaps the RSG.", true},
    {"they slept at deVelmo.", true},
    {"They flee.", true},
    {"they fled.", true},
    {"a fleeing bird.", true},
    {"a flea slept.", false},
  };
  tw_text_ask(text, &(TwTagGate){asked, "flee"});
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    for (int again = 0; again < 2; ++again) {
      ck_assert_msg(is_tagged(cases[i].source) == cases[i].tagged, "%s",
                    cases[i].source);
    }
  }
}
END_TEST

START_TEST(without_rules_all_is_tagged)
{
  ck_assert(is_tagged("Perhaps so."));
}
END_TEST

Suite*
test_gate_suite(void);

Suite*
test_gate_suite(void)
{
  const TTest* const tests[] = {
    only_names_and_words_of_rules_are_tagged,
    without_rules_all_is_tagged,
  };
  return SUITE_WITH("gate", tests, setup, teardown);
}
