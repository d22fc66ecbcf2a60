/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static Made made[3];
static Made* const articles[] = {&made[0], &made[1], &made[2]};

/* --- Omission --- */

/* A transfer that article `i` tells of, with the cities of a list. */
static void
list_cities(size_t i, const char* paper, const char* text,
            const char* const* cities)
{
  made_transfer(&made[i], paper, text, "2024-05-06", 12);
  for (; *cities; ++cities) {
    made_thing(&made[i], "destination",
               made_entity(&made[i], TW_TYPE_CITY, *cities, "", "CL"));
  }
}

static const char* const three[] = {"Arica", "Calama", "Iquique", NULL};
static const char* const two[] = {"Arica", "Calama", NULL};
#define THREE "Peru flew 12 to Chile: to Arica, Calama and Iquique."

START_TEST(what_a_list_lacks_is_left_out)
{
  TwFuser* fuser = NULL;
  list_cities(0, "A", THREE, three);
  list_cities(1, "B", "Peru flew 12 to Chile: to Arica and Calama.", two);
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  const TwConflict* const conflict = made_only_conflict(graph, "omission");
  ck_assert_str(conflict->predicate, "destination");
  ck_assert_uint_eq(conflict->n_statements, 1);
  ck_assert_uint_eq(conflict->n_silent, 1);
  ck_assert_str(graph->documents[conflict->silent[0]].publisher, "B");
  ck_assert(made_is_direct(graph, "destination", "Iquique"));
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(what_an_article_names_elsewhere_is_not_left_out)
{
  TwFuser* fuser = NULL;
  list_cities(0, "A", THREE, three);
  list_cities(1, "B", "Peru flew 12 to Arica, Calama; in Iquique it rained.",
              two);
  made_entity(&made[1], TW_TYPE_CITY, "Iquique", "", "CL");
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(lists_that_each_have_more_are_not_compared)
{
  static const char* const other[] = {"Arica", "Calama", "Talca", NULL};
  TwFuser* fuser = NULL;
  list_cities(0, "A", THREE, three);
  list_cities(1, "B", "Peru flew 12 to Arica, Calama and Talca.", other);
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

/* A killing of the people named, and of a group if there is one. */
static void
list_victims(size_t i, const char* paper, const char* text,
             const char* const* names, const char* others)
{
  made_start(&made[i], paper, "2024-05-07", text);
  made_fact(&made[i], "Killing", true, "killed");
  made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-06");
  for (; *names; ++names) {
    made_thing(&made[i], "victim",
               made_entity(&made[i], TW_TYPE_PERSON, *names, "", ""));
  }
  if (*others) {
    made_thing(&made[i], "victim",
               made_entity(&made[i], TW_TYPE_GROUP, others, "", ""));
  }
}

START_TEST(a_list_that_counts_others_leaves_nobody_out)
{
  static const char* const names[] = {"Ana Prado", "Eva Prado", "Juan Gil",
                                      NULL};
  static const char* const less[] = {"Ana Prado", "Eva Prado", NULL};
  for (int open = 0; open < 2; ++open) {
    TwFuser* fuser = NULL;
    list_victims(0, "A", "Ana Prado, Eva Prado and Juan Gil were killed.",
                 names, "");
    list_victims(1, "B", "Ana Prado, Eva Prado and a man were killed.", less,
                 open ? "a man" : "");
    ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts,
                      open ? 0 : 1);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Article `i` names those of 12 who were flown out. */
static void
name_some(size_t i, const char* text, const char* const* names)
{
  made_transfer(&made[i], i ? "B" : "A", text, "2024-05-06", 12);
  const uint32_t group = made_entity(&made[i], TW_TYPE_GROUP, "12 men", "", "");
  made[i].entities[group].count = 12;
  made_thing(&made[i], "person", group);
  for (; *names; ++names) {
    made_thing(&made[i], "person",
               made_entity(&made[i], TW_TYPE_PERSON, *names, "", ""));
  }
}

/* One that names nobody leaves nobody out, nor does a paper what it told. */
START_TEST(of_several_whom_only_one_names_the_other_leaves_out)
{
  static const char* const both[] = {"Juan Gil", "Leo Ruiz", NULL};
  static const char* const one[] = {"Juan Gil", NULL};
  static const char* const none[] = {NULL};
  const char* const* const cases[] = {one, none, both, one};
  for (size_t c = 0; c < 4; ++c) {
    TwFuser* fuser = NULL;
    name_some(0, "Peru flew 12 men to Chile, Juan Gil and Leo Ruiz too.", both);
    name_some(1, "To Chile Peru flew 12 men, as Juan Gil and Leo Ruiz.",
              cases[c]);
    made[1].document.publisher = c < 3 ? TW_STR("B") : TW_STR("A");
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, c ? 0 : 1);
    if (!c) {
      ck_assert_uint_eq(made_only_conflict(graph, "omission")->n_silent, 1);
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* --- Certainty --- */

/* Article `i` says that Ana Prado shot Juan Gil. */
static TwFact*
tell_killing(size_t i, const char* paper, const char* text)
{
  made_start(&made[i], paper, "2024-05-07", text);
  const uint32_t ana =
    made_entity(&made[i], TW_TYPE_PERSON, "Ana Prado", "", "");
  const uint32_t juan =
    made_entity(&made[i], TW_TYPE_PERSON, "Juan Gil", "", "");
  TwFact* const fact = made_fact(&made[i], "Killing", true, "shot");
  made_thing(&made[i], "killer", ana);
  made_thing(&made[i], "victim", juan);
  made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-06");
  return fact;
}

START_TEST(who_is_accused_is_doubted_and_not_the_deed)
{
  TwFuser* fuser = NULL;
  tell_killing(0, "A", "Ana Prado shot Juan Gil.");
  tell_killing(1, "B", "Ana Prado is accused of having shot Juan Gil.")
    ->certainty = TW_ACCUSED;
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  const TwConflict* const conflict = made_only_conflict(graph, "certainty");
  ck_assert_str(conflict->predicate, "killer");
  ck_assert(!made_is_direct(graph, "killer", "Ana Prado"));
  ck_assert(made_is_direct(graph, "victim", "Juan Gil"));
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(nobody_is_accused_of_a_name)
{
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 2; ++i) {
    made_start(&made[i], i ? "B" : "A", "2024-05-07",
               i ? "He robbed the Salto Fund (SF)." : "The Salto Fund (SF).");
    const uint32_t fund =
      made_entity(&made[i], TW_TYPE_ORGANIZATION, "Salto Fund", "", "");
    made_fact(&made[i], "alias", false, "Salto")->certainty =
      i ? TW_ACCUSED : TW_ASSERTED;
    made_thing(&made[i], "entity", fund);
    made_literal(&made[i], "name", TW_TYPE_NAME, "SF");
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(graph->n_conflicts, 0);
  ck_assert(made_is_direct(graph, "alias", "SF"));
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(time_goes_on)
{
  static const struct {
    const char* day;
    TwCertainty certainty;
    bool negated;
    size_t n;
  } cases[] = {{"2024-03-07", TW_ACCUSED, false, 0},
               {"2024-08-07", TW_ACCUSED, false, 1},
               {"2024-03-07", TW_ASSERTED, true, 0},
               {"2024-05-09", TW_ASSERTED, true, 1},
               {"", TW_ASSERTED, true, 0},
               {"2024-05-09", TW_POSSIBLE, false, 0}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    tell_killing(0, "A", "Ana Prado shot Juan Gil.");
    TwFact* const fact =
      tell_killing(1, "B", "Whether Ana Prado shot Juan Gil is not known.");
    fact->certainty = cases[c].certainty;
    fact->negated = cases[c].negated;
    made[1].document.date = tw_str(cases[c].day);
    ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, cases[c].n);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* The paper that accused them tells of the trial, too. */
START_TEST(a_paper_may_accuse_and_tell_later)
{
  static const TwCertainty doubts[] = {TW_ACCUSED, TW_ALLEGED};
  for (size_t i = 0; i < 2; ++i) {
    TwFuser* fuser = NULL;
    tell_killing(0, "A", "Ana Prado shot Juan Gil.");
    tell_killing(1, "A", "Ana Prado may have shot Juan Gil.")->certainty =
      doubts[i];
    ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, i);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* The one that told it first is of the paper that accuses: another may be. */
START_TEST(another_paper_may_tell_it_later)
{
  for (size_t i = 0; i < 2; ++i) {
    TwFuser* fuser = NULL;
    tell_killing(0, "A", "Ana Prado shot Juan Gil.");
    tell_killing(1, "A", "Ana Prado may have shot Juan Gil.")->certainty =
      TW_ACCUSED;
    tell_killing(2, i ? "B" : "A", "It was Ana Prado who shot Juan Gil.");
    made[2].document.date = TW_STR("2024-05-09");
    ck_assert_uint_eq(made_fused(&fuser, articles, 3)->n_conflicts, i);
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(a_denial_is_one_contradiction)
{
  TwFuser* fuser = NULL;
  tell_killing(0, "A", "Ana Prado shot Juan Gil.");
  tell_killing(1, "B", "Ana Prado never shot Juan Gil.")->negated = true;
  const TwConflict* const conflict =
    made_only_conflict(made_fused(&fuser, articles, 2), "contradiction");
  ck_assert_uint_eq(conflict->n_statements, 3);
  ck_assert_uint_eq(conflict->predicate.len, 0);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(an_article_counts_as_surely_as_it_says_it_anywhere)
{
  TwFuser* fuser = NULL;
  tell_killing(0, "A", "Ana Prado shot Juan Gil.");
  tell_killing(1, "B", "Ana Prado shot Juan Gil, or may have.");
  made_fact(&made[1], "Killing", true, "may")->certainty = TW_POSSIBLE;
  made[1].facts[1].event = made[1].facts[0].event;
  made_thing(&made[1], "killer", 0);
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

/* Article `i` calls those who were flown out by these words. */
static TwEntity*
call_them(size_t i, const char* paper, const char* text, const char* words,
          TwCertainty membership)
{
  made_transfer(&made[i], paper, text, "2024-05-06", 12);
  const uint32_t group = made_entity(&made[i], TW_TYPE_GROUP, words, "", "");
  made[i].entities[group].count = 12;
  made[i].entities[group].membership = membership;
  made_thing(&made[i], "person", group);
  return &made[i].entities[group];
}

START_TEST(an_article_may_differ_with_itself)
{
  TwFuser* fuser = NULL;
  call_them(0, "A", "Peru flew 12 alleged members to Chile: gang members.",
            "12 alleged members", TW_ALLEGED);
  const uint32_t group =
    made_entity(&made[0], TW_TYPE_GROUP, "gang members", "", "");
  made[0].entities[group].count = 0;
  made_thing(&made[0], "person", group);
  const TwConflict* const conflict =
    made_only_conflict(made_fused(&fuser, articles, 1), "certainty");
  ck_assert_uint_eq(conflict->n_statements, 2);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(members_and_alleged_members_are_a_conflict)
{
  TwFuser* fuser = NULL;
  call_them(0, "A", "Peru flew 12 members of a gang to Chile.",
            "12 members of a gang", TW_ASSERTED);
  call_them(1, "B", "Peru flew 12 alleged members to Chile.",
            "12 alleged members", TW_ALLEGED);
  call_them(2, "C", "Peru flew 12 men to Chile.", "12 men", TW_ASSERTED);
  const TwGraph* const graph = made_fused(&fuser, articles, 3);
  const TwConflict* const conflict = made_only_conflict(graph, "certainty");
  ck_assert_str(conflict->predicate, "person");
  ck_assert_uint_eq(conflict->n_statements, 2);
  ck_assert(made_is_direct(graph, "person", "12 alleged members"));
  tw_fuser_free(fuser);
}
END_TEST

/* So many, or as many as are not counted. */
START_TEST(groups_of_other_numbers_are_others)
{
  static const struct {
    uint32_t counts[2];
    size_t n;
  } cases[] = {{{12, 12}, 2}, {{12, 0}, 2}, {{0, 0}, 2}, {{12, 9}, 0}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    call_them(0, "A", "Peru flew alleged members to Chile.", "alleged members",
              TW_ALLEGED)
      ->count = cases[c].counts[0];
    call_them(1, "B", "Peru flew gang members to Chile.", "gang members",
              TW_ASSERTED)
      ->count = cases[c].counts[1];
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, cases[c].n ? 1 : 0);
    if (cases[c].n) {
      ck_assert_uint_eq(graph->conflicts[0].n_statements, cases[c].n);
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* --- Values --- */

START_TEST(an_airport_and_a_city_may_both_be_right)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile from Lima.", "2024-05-06",
                12);
  made_thing(&made[0], "place",
             made_entity(&made[0], TW_TYPE_CITY, "Lima", "", "PE"));
  made_transfer(&made[1], "B", "Peru flew 12 to Chile from Chávez Airport.",
                "2024-05-06", 12);
  made_thing(&made[1], "place",
             made_entity(&made[1], TW_TYPE_FACILITY, "Chávez Airport", "", ""));
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_str(made_only_conflict(graph, "possible")->predicate, "place");
  ck_assert(made_is_direct(graph, "place", "Lima"));
  ck_assert(made_is_direct(graph, "place", "Chávez Airport"));
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(a_city_is_finer_than_its_region)
{
  static const char* const regions[] = {"PE-CUS", "PE-TAC"};
  for (size_t i = 0; i < 2; ++i) {
    TwFuser* fuser = NULL;
    made_transfer(&made[0], "A", "Peru flew 12 to Chile from Pisac.",
                  "2024-05-06", 12);
    made_thing(&made[0], "place",
               made_entity(&made[0], TW_TYPE_CITY, "Pisac", "", "PE"));
    made_transfer(&made[1], "B", "Peru flew 12 to Chile from Cusco.",
                  "2024-05-06", 12);
    made_thing(&made[1], "place",
               made_entity(&made[1], TW_TYPE_REGION, "Cusco", "", "PE"));
    made[0].entities[made[0].reading.n_entities - 1].region = TW_STR("PE-CUS");
    made[1].entities[made[1].reading.n_entities - 1].region =
      tw_str(regions[i]);
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    (void)made_only_conflict(graph, i ? "possible" : "granularity");
    ck_assert(made_is_direct(graph, "place", "Cusco") == (i != 0));
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Article `i` says that `killer` killed Juan Gil. */
START_TEST(a_district_has_the_name_of_its_town)
{
  static const char* const texts[] = {"Peru flew 12 to Chile from Pisac.",
                                      "Peru flew 12 to Chile from Pisac Park."};
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 2; ++i) {
    made_transfer(&made[i], i ? "B" : "A", texts[i], "2024-05-06", 12);
    made_thing(&made[i], "place",
               made_entity(&made[i], i ? TW_TYPE_FACILITY : TW_TYPE_CITY,
                           i ? "Pisac Park" : "Pisac", "", i ? "" : "PE"));
  }
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(only_two_papers_contradict_each_other)
{
  static const struct {
    const char* paper;
    const char* text;
    size_t n;
  } cases[] = {{"B", "Peru flew 12 to Chile from Cusco.", 1},
               {"A", "Peru flew 12 to Chile from Cusco.", 0},
               {"B", "Peru flew 12 to Chile from Cusco, by Lima.", 0}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    made_transfer(&made[0], "A", "Peru flew 12 to Chile from Lima.",
                  "2024-05-06", 12);
    made_thing(&made[0], "place",
               made_entity(&made[0], TW_TYPE_CITY, "Lima", "", "PE"));
    made_transfer(&made[1], cases[c].paper, cases[c].text, "2024-05-06", 12);
    made_thing(&made[1], "place",
               made_entity(&made[1], TW_TYPE_CITY, "Cusco", "", "PE"));
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, cases[c].n);
    ck_assert(!made_is_direct(graph, "place", "Cusco"));
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(of_inferred_days_the_first_goes_first)
{
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 2; ++i) {
    made_transfer(&made[i], i ? "A" : "B",
                  i ? "Peru flew 12 to Chile." : "Peru flew 12 men to Chile.",
                  i ? "2024-05-06" : "2024-05-07", 12);
    made[i].roles[0][2].inferred = true;
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(graph->n_conflicts, 0);
  ck_assert(made_is_direct(graph, "date", "2024-05-06"));
  ck_assert(!made_is_direct(graph, "date", "2024-05-07"));
  tw_fuser_free(fuser);
}
END_TEST

/* --- Order --- */

START_TEST(what_is_done_was_not_done_later)
{
  static const struct {
    TwCertainty certainty;
    const char* told;
    const char* words;
    const char* by_another; ///< Day of an article that tells the same
    size_t n;
    bool direct;
  } cases[] = {
    {TW_ASSERTED, "2024-12-09", "on Dec. 9, 2024", "2024-05-08", 1, false},
    {TW_ASSERTED, "2024-12-09", "in 2024, on Day 29", "2024-05-08", 0, false},
    {TW_ASSERTED, "2024-12-09", "on Dec. 9", "2024-05-08", 0, false},
    {TW_ASSERTED, "2025", "in 2025", "2024-05-08", 1, false},
    {TW_ASSERTED, "2024-05-20", "on May 20, 2024", "2024-05-08", 0, false},
    {TW_ASSERTED, "2024-05-20", "on May 20, 2024", "2024-05-21", 0, true},
    {TW_ASSERTED, "2024-05-07", "on May 7, 2024", "2024-05-08", 0, true},
    {TW_ASSERTED, "2024-05", "in May 2024", "2024-05-08", 0, true},
    {TW_PLANNED, "2024-12-09", "on Dec. 9, 2024", "2024-05-08", 0, false},
  };
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    char texts[2][80];
    for (size_t i = 0; i < 2; ++i) {
      snprintf(texts[i], sizeof(texts[i]), "Eva Prado was held%s %s.",
               i ? " again" : "", cases[c].words);
      made_start(&made[i], i ? "B" : "A",
                 i ? cases[c].by_another : "2024-05-07", texts[i]);
      const uint32_t eva =
        made_entity(&made[i], TW_TYPE_PERSON, "Eva Prado", "", "");
      made_fact(&made[i], "Arrest", true, "held")->certainty =
        cases[c].certainty;
      made_thing(&made[i], "person", eva);
      made_literal(&made[i], "date", TW_TYPE_DATE, cases[c].told);
    }
    TwFuser* fuser = NULL;
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, cases[c].n);
    ck_assert(made_is_direct(graph, "date", cases[c].told) == cases[c].direct);
    if (cases[c].n) {
      ck_assert_str(made_only_conflict(graph, "chronology")->predicate, "date");
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

/* One paper that says so was misread. */
START_TEST(nobody_dies_twice)
{
  static const struct {
    const char* paper;
    const char* day;
    const char* kind;
  } cases[] = {{"B", "2022-05-06", "chronology"},
               {"A", "2022-05-06", NULL},
               {"B", "2024-05", "granularity"}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    tell_killing(0, "A", "Ana Prado shot Juan Gil.");
    tell_killing(1, cases[c].paper, "It was Ana Prado who shot Juan Gil.");
    made[1].roles[0][2].text = tw_str(cases[c].day);
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    if (cases[c].kind) {
      (void)made_only_conflict(graph, cases[c].kind);
    } else {
      ck_assert_uint_eq(graph->n_conflicts, 0);
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(the_dead_do_not_speak)
{
  static const struct {
    size_t evidence; ///< Where the sentence about the killing begins
    const char* day;
    size_t n;
  } cases[] = {{0, "2024-05-20", 1},
               {0, "2024-05-06", 0},
               {strlen("Of Juan Gil. "), "2024-05-20", 0}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    tell_killing(0, "A", "Of Juan Gil. Ana Prado shot Gil's mother.")
      ->evidence.start = cases[c].evidence;
    made_start(&made[1], "B", "2024-06-01", "Juan Gil spoke.");
    const uint32_t juan =
      made_entity(&made[1], TW_TYPE_PERSON, "Juan Gil", "", "");
    made_fact(&made[1], "Statement", true, "spoke");
    made_thing(&made[1], "speaker", juan);
    made_literal(&made[1], "date", TW_TYPE_DATE, cases[c].day);
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, cases[c].n);
    if (cases[c].n) {
      const TwConflict* const conflict =
        made_only_conflict(graph, "chronology");
      ck_assert_str(graph->things[conflict->about].label, "Juan Gil");
      ck_assert(!made_is_direct(graph, "date", "2024-05-20"));
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

Suite*
test_conflict_suite(void)
{
  const TTest* const tests[] = {
    what_a_list_lacks_is_left_out,
    what_an_article_names_elsewhere_is_not_left_out,
    lists_that_each_have_more_are_not_compared,
    a_list_that_counts_others_leaves_nobody_out,
    of_several_whom_only_one_names_the_other_leaves_out,
    who_is_accused_is_doubted_and_not_the_deed,
    time_goes_on,
    nobody_is_accused_of_a_name,
    a_paper_may_accuse_and_tell_later,
    another_paper_may_tell_it_later,
    a_denial_is_one_contradiction,
    an_article_counts_as_surely_as_it_says_it_anywhere,
    what_is_done_was_not_done_later,
    members_and_alleged_members_are_a_conflict,
    an_article_may_differ_with_itself,
    groups_of_other_numbers_are_others,
    an_airport_and_a_city_may_both_be_right,
    a_city_is_finer_than_its_region,
    a_district_has_the_name_of_its_town,
    only_two_papers_contradict_each_other,
    of_inferred_days_the_first_goes_first,
    nobody_dies_twice,
    the_dead_do_not_speak,
  };
  return SUITE_OF("conflict", tests);
}
