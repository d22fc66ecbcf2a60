/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static Made made[3];
static Made* const articles[] = {&made[0], &made[1], &made[2]};

/* --- Offices --- */

/* Article `i` gives Eva Prado one more office. */
static void
add_office(size_t i, const char* office)
{
  made_fact(&made[i], "holdsRole", false, "Prado");
  made_thing(&made[i], "person", 0);
  made_literal(&made[i], "role", TW_TYPE_ROLE, office);
}

static void
give_office(size_t i, const char* paper, const char* day, const char* office)
{
  static char texts[3][80];
  snprintf(texts[i], sizeof(texts[i]), "Eva Prado, %s, told %s", office, paper);
  made_start(&made[i], paper, day, texts[i]);
  made_entity(&made[i], TW_TYPE_PERSON, "Eva Prado", "", "");
  add_office(i, office);
}

START_TEST(other_words_for_an_office_are_told)
{
  static const struct {
    const char* paper;
    const char* day;
    const char* office;
    size_t n;
  } cases[] = {{"B", "2024-05-08", "public security secretary", 1},
               {"A", "2024-05-08", "public security secretary", 0},
               {"B", "2019-05-08", "public security secretary", 0},
               {"B", "2024-05-08", "minister", 0},
               {"B", "2024-05-08", "poet", 0}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    give_office(0, "A", "2024-05-07", "security minister");
    give_office(1, cases[c].paper, cases[c].day, cases[c].office);
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, cases[c].n);
    if (cases[c].n) {
      ck_assert_str(made_only_conflict(graph, "wording")->predicate, "role");
      ck_assert(made_is_direct(graph, "role", "security minister"));
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* A third paper calls her both, or she held one of them before. */
START_TEST(two_offices_are_no_other_words)
{
  for (int former = 0; former < 2; ++former) {
    TwFuser* fuser = NULL;
    give_office(0, "A", "2024-05-07", "security minister");
    give_office(1, "B", "2024-05-07", "public security secretary");
    if (former) {
      made[1].facts[0].status = TW_STR("former");
    }
    give_office(2, "C", "2024-05-07", "public security secretary");
    add_office(2, "security minister");
    ck_assert_uint_eq(made_fused(&fuser, articles, former ? 2 : 3)->n_conflicts,
                      0);
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(words_that_have_nothing_in_common_are_two_conflicts)
{
  TwFuser* fuser = NULL;
  give_office(0, "A", "2024-05-07", "security minister");
  add_office(0, "head of a choir");
  give_office(1, "B", "2024-05-07", "public security secretary");
  add_office(1, "leader of the town choir");
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(graph->n_conflicts, 2);
  for (size_t i = 0; i < 2; ++i) {
    ck_assert_uint_eq(graph->conflicts[i].n_statements, 2);
  }
  tw_fuser_free(fuser);
}
END_TEST

/* --- Sentences --- */

static void
sentence(size_t i, const char* property, const char* words)
{
  made_start(&made[i], i ? "B" : "A", "2024-05-07", words);
  const uint32_t eva =
    made_entity(&made[i], TW_TYPE_PERSON, "Eva Prado", "", "");
  made_fact(&made[i], "Sentence", true, "Prado");
  made_thing(&made[i], "person", eva);
  made_literal(&made[i], "kind", TW_TYPE_NONE, "sentence");
  made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-06");
  made_literal(&made[i], property, TW_TYPE_NONE, words + strlen("Eva Prado: "));
}

START_TEST(what_is_told_in_words_differs_by_kind)
{
  static const struct {
    const char* property;
    const char* a;
    const char* b;
    const char* kind;
  } cases[] = {
    {"sentence", "12 years", "12 years in prison", "granularity"},
    {"sentence", "12 years in prison", "15 years", "possible"},
    {"sentence", "12 years in prison", "3 years of probation", "possible"},
    {"sentence", "a life term", "life in prison", "wording"},
    {"sentence", "12 years", "for 12 years", NULL},
    {"sentence", "12 years", "a fine", NULL},
    {"sentence", "life in\nprison", "life in prison", NULL},
    {"offence", "aggravated assault", "assault on a guard", NULL},
    {"offence", "leaving the scene of an accident",
     "leaving the scene of a fatal accident", "granularity"},
    {"offence", "murder in the death of Ana Gil", "assaulting Ana Gil", NULL},
  };
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    const char* const words[] = {cases[c].a, cases[c].b};
    char texts[2][80];
    for (size_t i = 0; i < 2; ++i) {
      snprintf(texts[i], sizeof(texts[i]), "Eva Prado: %s", words[i]);
      sentence(i, cases[c].property, texts[i]);
    }
    TwFuser* fuser = NULL;
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    if (cases[c].kind) {
      ck_assert_str(made_only_conflict(graph, cases[c].kind)->predicate,
                    cases[c].property);
    } else {
      ck_assert_uint_eq(graph->n_conflicts, 0);
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Of one day and one offence. */
START_TEST(other_figures_of_one_sentence_contradict_each_other)
{
  TwFuser* fuser = NULL;
  sentence(0, "sentence", "Eva Prado: 12 years in prison");
  made_literal(&made[0], "offence", TW_TYPE_NONE, "fraud");
  sentence(1, "sentence", "Eva Prado: 15 years");
  made_literal(&made[1], "offence", TW_TYPE_NONE, "fraud");
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  made_only_conflict(graph, "contradiction");
  ck_assert(!made_is_direct(graph, "sentence", "15 years"));
  tw_fuser_free(fuser);
}
END_TEST

/* The same was seized on one day. */
START_TEST(quantities_of_one_seizure_contradict_each_other)
{
  static const char* const quantities[] = {"32 kilos", "32 rounds"};
  for (size_t c = 0; c < 2; ++c) {
    TwFuser* fuser = NULL;
    for (size_t i = 0; i < 2; ++i) {
      made_start(&made[i], i ? "B" : "A", "2024-05-07",
                 i ? "It was seized in Salto." : "In Salto it was seized.");
      const uint32_t salto =
        made_entity(&made[i], TW_TYPE_CITY, "Salto", "", "UY");
      made_fact(&made[i], "Seizure", true, "seized");
      made_thing(&made[i], "place", salto);
      made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-06");
      made_literal(&made[i], "what", TW_TYPE_NONE, "cocaine");
      made_literal(&made[i], "quantity", TW_TYPE_NONE,
                   i ? quantities[c] : "20 kilos");
    }
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, c ? 0 : 1);
    if (!c) {
      ck_assert_str(made_only_conflict(graph, "contradiction")->predicate,
                    "quantity");
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Of an event, when the articles came out need not be known. */
START_TEST(articles_without_a_day_are_compared)
{
  TwFuser* fuser = NULL;
  sentence(0, "sentence", "Eva Prado: 12 years in prison");
  sentence(1, "sentence", "Eva Prado: 12 years");
  made[0].document.date = made[1].document.date = TW_STR("");
  made_only_conflict(made_fused(&fuser, articles, 2), "granularity");
  tw_fuser_free(fuser);
}
END_TEST

/* "Fraud against banks" is nearer to "fraud" than to another fraud. */
START_TEST(of_a_list_only_the_nearest_are_compared)
{
  for (int listed = 0; listed < 2; ++listed) {
    TwFuser* fuser = NULL;
    sentence(0, "offence", "Eva Prado: planning fraud against pensioners");
    if (listed) {
      made_literal(&made[0], "offence", TW_TYPE_NONE, "fraud");
    }
    sentence(1, "offence", "Eva Prado: fraud against banks");
    ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts,
                      listed ? 0 : 1);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Of two sentences of which a day is told of one only. */
START_TEST(other_figures_may_be_of_another_sentence)
{
  TwFuser* fuser = NULL;
  sentence(0, "sentence", "Eva Prado: 12 years in prison");
  sentence(1, "sentence", "Eva Prado: 15 years in prison");
  made[1].roles[0][2].inferred = true;
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

Suite*
test_conflict_words_suite(void)
{
  const TTest* const tests[] = {
    other_words_for_an_office_are_told,
    two_offices_are_no_other_words,
    words_that_have_nothing_in_common_are_two_conflicts,
    what_is_told_in_words_differs_by_kind,
    other_figures_of_one_sentence_contradict_each_other,
    other_figures_may_be_of_another_sentence,
    quantities_of_one_seizure_contradict_each_other,
    articles_without_a_day_are_compared,
    of_a_list_only_the_nearest_are_compared,
  };
  return SUITE_OF("conflict_words", tests);
}
