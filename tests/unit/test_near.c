/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/near.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#define PACK_OF_TWO                                                            \
  PACK "rules:\n"                                                              \
       "- id: a\n  match: '<Person a> met <Person b> yesterday'\n  emit: []\n" \
       "- id: b\n  match: '<City c> near <City d> fell'\n  emit: []\n"

static TwBuf missed = TW_BUF_INIT;

static void
add_miss(void* data, const TwNearMiss* miss)
{
  (void)data;
  tw_buf_addf(&missed, "%.*s: %.*s\n", TW_STR_ARG(miss->rule->id),
              TW_STR_ARG(miss->element->text));
}

/* The rules that nearly match, and the element that each lacks. */
static const char*
read_missed(const TwRuleSet* rules, const char* text, bool use_jit)
{
  const TwArticle* const article = check_rules_article(text);
  TwAtoms atoms = {.text = TW_BUF_INIT};
  TwNearSet* near = NULL;
  tw_buf_reset(&missed);
  ck_assert_int_eq(tw_near_open(rules, use_jit, &near), TW_OK);
  TwMatcher* const matcher = tw_near_matcher(near);
  ck_assert_int_eq(tw_atoms_read(article, &article->sentences.at[0],
                                 &tw_ruleset_prefilter(rules)->numbers,
                                 article->arena, &atoms),
                   TW_OK);
  ck_assert_int_eq(tw_atoms_write(article, &atoms), TW_OK);
  ck_assert_int_eq(tw_near_run(near, matcher, &atoms, add_miss, NULL), TW_OK);
  tw_matcher_free(matcher);
  tw_near_free(near);
  tw_buf_clear(&atoms.text);
  return tw_buf_str(&missed).s;
}

START_TEST(test_each_rule_that_lacks_one_element_is_near)
{
  for (int use_jit = 0; use_jit < 2; ++use_jit) {
    const TwRuleSet* const rules =
      check_rules_open((const char* const[]){PACK_OF_TWO}, 1, (bool)use_jit);
    ck_assert_str_eq(read_missed(rules,
                                 "<Person Ana> saw <Person Eva> yesterday and "
                                 "<City Ica> near <City Lima> rose",
                                 (bool)use_jit),
                     "a: met\nb: fell\n");
  }
}
END_TEST

START_TEST(test_what_matches_is_not_near)
{
  const TwRuleSet* const rules = check_rules_read(PACK_OF_TWO);
  ck_assert_str_eq(read_missed(rules,
                               "<Person Ana> met <Person Eva> yesterday and "
                               "<City Ica> near <City Lima> rose",
                               true),
                   "b: fell\n");
}
END_TEST

static void
clear(void)
{
  tw_buf_clear(&missed);
  check_rules_close();
}

Suite*
test_near_suite(void)
{
  const TTest* const tests[] = {
    test_each_rule_that_lacks_one_element_is_near,
    test_what_matches_is_not_near,
  };
  return SUITE_WITH("near", tests, NULL, clear);
}
