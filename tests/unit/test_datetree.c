/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datetree.h"
#include "tests/unit/runner.h"

Suite*
test_datetree_suite(void);

static TwArena* arena;
static TwDateTree tree;
static TwDiagSink sink;

static void
prepare(void)
{
  arena = tw_arena_new(0);
  ck_assert_ptr_nonnull(arena);
  sink = (TwDiagSink){NULL, NULL, {0}};
}

static void
forget(void)
{
  tw_datetree_clear(&tree);
  tw_arena_free(arena);
}

static TwStatus
read_rules(const TwLexiconRow* rows, size_t n)
{
  return tw_datetree_open(arena, rows, n, &sink, &tree);
}

/* The node behind a word and a kind. */
static const TwDateNode*
behind(const char* word, unsigned kind)
{
  const uint16_t symbol = tw_datetree_word(&tree, tw_str(word));
  ck_assert_uint_ge(symbol, TW_DATE_ELEMENT_WORD);
  const TwDateNode* const node = &tree.nodes.at[tree.nodes.at[0].next[symbol]];
  ck_assert(node->kinds & UINT32_C(1) << kind);
  return &tree.nodes.at[node->next[kind]];
}

START_TEST(test_rules_that_begin_alike_share_a_path)
{
  const TwLexiconRow rows[] = {
    {.words = TW_STR("the @season"), .kind = TW_DATE_SEASON},
    {.words = TW_STR("the @season of? %year"), .kind = TW_DATE_SEASON},
  };
  ck_assert_int_eq(read_rules(rows, 2), TW_OK);
  ck_assert_uint_eq(tree.variants.count, 3);
  /* Root, "the", season, year, "of", year */
  ck_assert_uint_eq(tree.nodes.count, 6);
  const TwDateNode* const season = behind("the", TW_TIME_SEASON);
  ck_assert_uint_eq(season->variant, 0);
  ck_assert(season->kinds & UINT32_C(1) << TW_DATE_ELEMENT_YEAR);
  ck_assert_uint_eq(tw_datetree_word(&tree, TW_STR("winter")), 0);
}
END_TEST

START_TEST(test_of_equal_rules_the_first_wins)
{
  const TwLexiconRow rows[] = {
    {.words = TW_STR("this @part"), .kind = TW_DATE_RELATIVE},
    {.words = TW_STR("this (@part)?"), .kind = TW_DATE_NONE},
  };
  ck_assert_int_eq(read_rules(rows, 2), TW_OK);
  ck_assert_uint_eq(tree.variants.count, 2); /* The other is "this" alone */
  const TwDateNode* const part = behind("this", TW_TIME_PART);
  ck_assert_uint_eq(tree.variants.at[part->variant].rule, 0);
}
END_TEST

START_TEST(test_context_alone_is_no_match)
{
  const TwLexiconRow row = {.words = TW_STR("(in) @season?"),
                            .kind = TW_DATE_SEASON};
  ck_assert_int_eq(read_rules(&row, 1), TW_OK);
  ck_assert_uint_eq(tree.variants.count, 1);
  ck_assert_uint_eq(behind("in", TW_TIME_SEASON)->variant, 0);
}
END_TEST

START_TEST(test_unknown_element_is_told)
{
  const TwLexiconRow row = {.words = TW_STR("the @nothing"),
                            .kind = TW_DATE_DAY};
  ck_assert_int_eq(read_rules(&row, 1), TW_ERR_RULE);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
}
END_TEST

Suite*
test_datetree_suite(void)
{
  const TTest* const tests[] = {
    test_rules_that_begin_alike_share_a_path,
    test_of_equal_rules_the_first_wins,
    test_context_alone_is_no_match,
    test_unknown_element_is_told,
  };
  Suite* const suite = suite_create("datetree");
  TCase* const tcase = tcase_create("datetree");
  tcase_add_checked_fixture(tcase, prepare, forget);
  for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); ++i) {
    tcase_add_test(tcase, tests[i]);
  }
  suite_add_tcase(suite, tcase);
  return suite;
}
