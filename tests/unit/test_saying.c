/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <string.h>

static Made made[3];
static Made* const articles[] = {&made[0], &made[1], &made[2]};

/* --- Evidence --- */

/* Words of article `i` that are all the evidence of its day, which its event
 * has last. */
static TwSpan*
quote_day(size_t i, const char* words)
{
  const size_t at = tw_str_find(made[i].document.source, tw_str(words), 0);
  TwSpan* const evidence =
    &made[i].roles[0][made[i].facts[0].n_roles - 1].evidence;
  ck_assert_uint_ne(at, SIZE_MAX);
  *evidence = (TwSpan){at, at + strlen(words)};
  return evidence;
}

START_TEST(a_value_may_have_evidence_of_its_own)
{
  static const char* const words[] = {"It was Monday.", "Monday, it was."};
  static const char* const texts[] = {"It was Monday. Peru flew 12 to Chile.",
                                      "Peru flew 12 to Chile. Monday, it was."};
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 2; ++i) {
    made_transfer(&made[i], i ? "B" : "A", texts[i], "2024-05-06", 0);
    quote_day(i, words[i]);
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  for (size_t s = 0; s < graph->n_statements; ++s) {
    const TwStatement* const statement = &graph->statements[s];
    const bool is_day = statement->kind == TW_VALUE_DATE;
    ck_assert_uint_eq(statement->end_claim - statement->first_claim, 2);
    for (uint32_t c = 0; c < 2; ++c) {
      const TwGraphSpan* const evidence =
        &graph->claims[statement->first_claim + c].evidence;
      ck_assert_uint_eq(evidence->document, c);
      ck_assert(
        tw_str_equal(evidence->exact, tw_str(is_day ? words[c] : texts[c])));
    }
  }
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(evidence_of_a_value_ends_with_the_article)
{
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  TwFuser* const fuser = made_fuser();
  made_transfer(&made[0], "A", "Peru flew 12 to Chile on Monday.", "2024-05-06",
                0);
  quote_day(0, "on Monday.")->end += 1;
  ck_assert_int_eq(tw_fuser_add(fuser, &made[0].reading, &sink),
                   TW_ERR_INTERNAL);
  tw_fuser_free(fuser);
}
END_TEST

/* --- Groups --- */

/* Two groups of a gang, of which a fact speaks of one; with `swapped` the
 * other one was found first. */
static void
make_groups(Made* one, const char* text, bool swapped)
{
  made_start(one, "", "", text);
  one->of[0] = made_entity(one, TW_TYPE_CARTEL, "Red Hand", "", "");
  uint32_t groups[2];
  for (size_t i = 0; i < 2; ++i) {
    const uint32_t group = made_entity(
      one, TW_TYPE_GROUP,
      (i == 0) == swapped ? "its boss" : "12 members of the Red Hand", "", "");
    one->entities[group].of = one->of;
    one->entities[group].n_of = 1;
    groups[i] = group;
  }
  made_fact(one, "Escape", true, "left");
  made_thing(one, "person", groups[swapped ? 1 : 0]);
}

START_TEST(a_group_is_told_of_in_its_own_article)
{
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 3; ++i) {
    static const char* const texts[] = {
      "12 members of the Red Hand left its boss.",
      "Some 12 members of the Red Hand left its boss.",
      "The 12 members of the Red Hand left its boss."};
    make_groups(&made[i], texts[i], false);
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 3);
  size_t n = 0;
  for (size_t i = 0; i < graph->n_claims; ++i) {
    n += tw_str_equal(graph->claims[i].rule, TW_STR("group"));
  }
  ck_assert_uint_eq(n, 3);
  for (size_t i = 0; i < 3; ++i) {
    ck_assert_uint_eq(graph->documents[i].n_claims, graph->n_claims / 3);
  }
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(where_groups_were_found_first_makes_no_difference)
{
  char first[8192];
  for (size_t i = 0; i < 2; ++i) {
    TwFuser* fuser = NULL;
    make_groups(&made[0], "12 members of the Red Hand left its boss.", i);
    const char* const dump = made_dump(made_fused(&fuser, articles, 1));
    if (i) {
      ck_assert_str_eq(dump, first);
    } else {
      ck_assert_uint_lt(strlen(dump), sizeof(first));
      memcpy(first, dump, strlen(dump) + 1);
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

Suite*
test_saying_suite(void)
{
  const TTest* const tests[] = {
    a_value_may_have_evidence_of_its_own,
    evidence_of_a_value_ends_with_the_article,
    a_group_is_told_of_in_its_own_article,
    where_groups_were_found_first_makes_no_difference,
  };
  return SUITE_OF("saying", tests);
}
