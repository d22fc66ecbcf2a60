/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <stdio.h>

static Made made[2];
static Made* const articles[] = {&made[0], &made[1]};

/** A role of an event: a person, a city, words, a number or a date. */
typedef struct {
  const char* role;
  TwType type;
  const char* value;
} Value;

/** An event of an article. */
typedef struct {
  const char* term;
  Value values[4];
} Event;

/** Two articles, each of which tells of up to two events. */
typedef struct {
  bool one_story; ///< Both name three things that no other does
  Event events[2][2];
  unsigned n_events;
} Case;

static void
make_event(Made* article, const Event* event)
{
  made_fact(article, event->term, true, "happened");
  for (size_t v = 0; v < 4 && event->values[v].role; ++v) {
    const Value* const value = &event->values[v];
    if (value->type == TW_TYPE_PERSON) {
      const uint32_t person =
        made_entity(article, TW_TYPE_PERSON, value->value, "", "");
      made_thing(article, value->role, person);
    } else if (value->type == TW_TYPE_CITY) {
      made_thing(article, value->role,
                 made_entity(article, TW_TYPE_CITY, value->value, "", "PE"));
    } else {
      made_literal(article, value->role, value->type, value->value);
    }
  }
}

static void
make_case(const Case* row, const char* const said[2])
{
  static char texts[2][128];
  static const char* const story[] = {"Ana Luz", "Eva Mora", "Sol Ruiz"};
  for (size_t i = 0; i < 2; ++i) {
    snprintf(texts[i], sizeof(texts[i]), "It happened (%zu): \"%s\"", i,
             said ? said[i] : "");
    made_start(&made[i], i ? "B" : "A", "", texts[i]);
    for (size_t k = 0; row->one_story && k < 3; ++k) {
      made_entity(&made[i], TW_TYPE_PERSON, story[k], "", "");
    }
    for (size_t k = 0; k < 2 && row->events[i][k].term; ++k) {
      make_event(&made[i], &row->events[i][k]);
    }
  }
}

static size_t
count_events(const TwGraph* graph)
{
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    n += graph->things[i].is_event;
  }
  return n;
}

/* `said`: what the articles of each case quote, or NULL. */
static void
check_cases(const Case* rows, const char* const (*said)[2], size_t n_rows)
{
  for (size_t r = 0; r < n_rows; ++r) {
    make_case(&rows[r], said ? said[r] : NULL);
    TwFuser* const fuser = made_fuser();
    const TwGraph* const graph = made_fuse(fuser, articles, NULL, 2);
    ck_assert_msg(count_events(graph) == rows[r].n_events,
                  "case %zu: %zu events\n%s", r, count_events(graph),
                  made_dump(graph));
    tw_fuser_free(fuser);
  }
}

#define PERSON(role, name)                                                     \
  {                                                                            \
    role, TW_TYPE_PERSON, name                                                 \
  }
#define WORDS(role, words)                                                     \
  {                                                                            \
    role, TW_TYPE_NAME, words                                                  \
  }
#define CITY(role, name)                                                       \
  {                                                                            \
    role, TW_TYPE_CITY, name                                                   \
  }
#define COUNT(number)                                                          \
  {                                                                            \
    "count", TW_TYPE_NUMBER, number                                            \
  }
#define DATE(date)                                                             \
  {                                                                            \
    "date", TW_TYPE_DATE, date                                                 \
  }

START_TEST(a_count_tells_in_one_story)
{
  static const Case rows[] = {
    {true, {{{"Arrest", {COUNT("23")}}}, {{"Arrest", {COUNT("23")}}}}, 1},
    {false, {{{"Arrest", {COUNT("23")}}}, {{"Arrest", {COUNT("23")}}}}, 2},
    {true, {{{"Arrest", {COUNT("23")}}}, {{"Arrest", {COUNT("9")}}}}, 2},
    {true,
     {{{"Arrest", {COUNT("23"), DATE("2024-05-06")}}},
      {{"Arrest", {COUNT("23"), DATE("2023-02")}}}},
     2},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(nobody_dies_twice)
{
  static const Case rows[] = {
    {false,
     {{{"Killing", {PERSON("victim", "Pablo Rey")}}},
      {{"Killing", {PERSON("victim", "Pablo Rey")}}}},
     1},
    {false,
     {{{"Killing", {PERSON("victim", "Pablo Rey")}},
       {"Killing", {PERSON("victim", "Pablo Rey"), DATE("2024-05-06")}}}},
     1},
    {false,
     {{{"Killing", {PERSON("victim", "Pablo Rey"), DATE("2024-05-06")}}},
      {{"Killing", {PERSON("victim", "Pablo Rey"), DATE("2023-05-06")}}}},
     2},
    {true,
     {{{"Killing", {PERSON("killer", "Pablo Rey")}}},
      {{"Killing", {PERSON("killer", "Pablo Rey")}}}},
     2},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(what_recurs_may_recur_in_one_story)
{
  static const Case rows[] = {
    {true,
     {{{"Statement", {PERSON("speaker", "Pablo Rey")}}},
      {{"Statement", {PERSON("speaker", "Pablo Rey")}}}},
     2},
    {true,
     {{{"Arrest", {PERSON("person", "Pablo Rey")}}},
      {{"Arrest", {PERSON("person", "Pablo Rey")}}}},
     1},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

#define BY_PABLO                                                               \
  {                                                                            \
    "Statement",                                                               \
    {                                                                          \
      PERSON("speaker", "Pablo Rey")                                           \
    }                                                                          \
  }
#define BY_EVA                                                                 \
  {                                                                            \
    "Statement",                                                               \
    {                                                                          \
      PERSON("speaker", "Eva Gil")                                             \
    }                                                                          \
  }
#define BY_NOBODY                                                              \
  {                                                                            \
    "Statement",                                                               \
    {                                                                          \
      WORDS("speaker", "a witness")                                            \
    }                                                                          \
  }
#define LONG "The water came at night and took the bridge away"
#define REPORT "\" He said that the water had come at night and that he fled"
#define PART "came at night and took the bridge"

START_TEST(one_statement_has_the_same_words)
{
  static const Case rows[] = {
    {true, {{BY_PABLO}, {BY_PABLO}}, 1},
    {true, {{BY_PABLO}, {BY_PABLO}}, 2},
    {true, {{BY_PABLO}, {BY_EVA}}, 2},
    {true, {{BY_NOBODY}, {BY_PABLO}}, 1},
    {true, {{BY_PABLO}, {BY_PABLO}}, 1},
    /* What somebody says again and again, of other things */
    {false, {{BY_PABLO}, {BY_PABLO}}, 2},
  };
  static const char* const said[][2] = {
    {LONG, PART}, {LONG, "The bridge was old"}, {LONG, LONG},
    {LONG, LONG}, {REPORT, REPORT " he knew"},  {LONG, LONG}};
  check_cases(rows, said, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(two_who_meet_tell_but_not_one_twice)
{
  static const Case rows[] = {
    {true,
     {{{"Conversation",
        {PERSON("participant", "Pablo Rey"), PERSON("participant", "Eva Gil"),
         DATE("2024-05-06")}}},
      {{"Conversation",
        {PERSON("participant", "Pablo Rey"),
         PERSON("participant", "Eva Gil")}}}},
     1},
    {false,
     {{{"Conversation",
        {PERSON("participant", "Pablo Rey"), PERSON("participant", "Eva Gil"),
         DATE("2024-05-06")}}},
      {{"Conversation",
        {PERSON("participant", "Pablo Rey"),
         PERSON("participant", "Eva Gil")}}}},
     2},
    {true,
     {{{"Statement",
        {PERSON("speaker", "Pablo Rey"), PERSON("speaker", "Pablo Rey"),
         DATE("2024")}}},
      {{"Statement",
        {PERSON("speaker", "Pablo Rey"), PERSON("speaker", "Pablo Rey"),
         DATE("2024-05-06")}}}},
     2},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(other_words_are_another_offence)
{
  static const Case rows[] = {
    {true,
     {{{"Charge",
        {PERSON("person", "Pablo Rey"),
         WORDS("offence", "the murder of a guard")}}},
      {{"Charge",
        {PERSON("person", "Pablo Rey"), WORDS("offence", "murder")}}}},
     1},
    {true,
     {{{"Charge",
        {PERSON("person", "Pablo Rey"), WORDS("offence", "theft of a bell")}}},
      {{"Charge",
        {PERSON("person", "Pablo Rey"), WORDS("offence", "murder")}}}},
     2},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(a_plea_is_no_sentence)
{
  static const Case rows[] = {
    {true,
     {{{"Sentence",
        {PERSON("person", "Pablo Rey"), WORDS("kind", "plea"),
         DATE("2024-05-06")}}},
      {{"Sentence",
        {PERSON("person", "Pablo Rey"), WORDS("kind", "sentence"),
         DATE("2024-05-06")}}}},
     2},
    {true,
     {{{"Sentence", {PERSON("person", "Pablo Rey"), WORDS("kind", "plea")}}},
      {{"Sentence", {PERSON("person", "Pablo Rey"), WORDS("kind", "plea")}}}},
     1},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

#define FIRE(count)                                                            \
  {                                                                            \
    "Killing",                                                                 \
    {                                                                          \
      COUNT(count), DATE("2024-05-06"), CITY("place", "Lima")                  \
    }                                                                          \
  }
#define FLIGHT(from, to)                                                       \
  {                                                                            \
    "Transfer",                                                                \
    {                                                                          \
      COUNT("40"), DATE("2024-05-06"), CITY("origin", from),                   \
        CITY("destination", to)                                                \
    }                                                                          \
  }
#define TRIAL(offence, date)                                                   \
  {                                                                            \
    "Charge",                                                                  \
    {                                                                          \
      PERSON("person", "Pablo Rey"), WORDS("offence", offence), DATE(date)     \
    }                                                                          \
  }

START_TEST(two_papers_may_contradict_each_other)
{
  static const Case rows[] = {
    {true, {{FIRE("4")}, {FIRE("6")}}, 1},
    {true, {{FIRE("4")}, {FIRE("9")}}, 2},
    {false, {{FIRE("4")}, {FIRE("6")}}, 2},
    {true, {{FIRE("4"), FIRE("2")}, {FIRE("6")}}, 3},
    {false, {{FLIGHT("Cusco", "Lima")}, {FLIGHT("Tacna", "Lima")}}, 1},
    {false, {{FLIGHT("Cusco", "Lima")}, {FLIGHT("Tacna", "Ica")}}, 2},
    {false,
     {{TRIAL("theft", "2024-05-06")}, {TRIAL("theft", "2024-05-09")}},
     1},
    {false,
     {{TRIAL("theft", "2024-05-06")}, {TRIAL("arson", "2024-05-09")}},
     2},
    {false,
     {{TRIAL("theft", "2024-05-06")}, {TRIAL("theft", "2024-06-09")}},
     2},
  };
  check_cases(rows, NULL, sizeof(rows) / sizeof(rows[0]));
}
END_TEST

START_TEST(at_least_so_many_may_be_more)
{
  static const Case row = {true, {{FIRE("4")}, {FIRE("7")}}, 1};
  static const struct {
    bool approximate[2];
    const char* kind;
    bool direct[2];
  } cases[] = {{{false, false}, "contradiction", {false, false}},
               {{true, false}, "granularity", {false, true}},
               {{false, true}, "possible", {true, false}}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    make_case(&row, NULL);
    made[0].roles[0][0].approximate = cases[c].approximate[0];
    made[1].roles[0][0].approximate = cases[c].approximate[1];
    TwFuser* const fuser = made_fuser();
    const TwGraph* const graph = made_fuse(fuser, articles, NULL, 2);
    (void)made_only_conflict(graph, cases[c].kind);
    ck_assert(made_is_direct(graph, "count", "4") == cases[c].direct[0]);
    ck_assert(made_is_direct(graph, "count", "7") == cases[c].direct[1]);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Article `i` tells of the killing of somebody by Eva Prado, or a gang that is
 * called so. */
static TwEntity*
kill(size_t i, const char* text, TwType killer, TwType type, const char* victim)
{
  made_start(&made[i], i ? "B" : "A", "2024-05-07", text);
  const uint32_t police =
    made_entity(&made[i], TW_TYPE_GOVERNMENT_BODY, "Harbour Police", "", "");
  const uint32_t eva = made_entity(&made[i], killer, "Eva Prado", "", "");
  const uint32_t who = made_entity(&made[i], type, victim, "", "");
  made[i].of[0] = police;
  made_fact(&made[i], "Killing", true, "killed");
  made_thing(&made[i], "killer", eva);
  made_thing(&made[i], "victim", who);
  return &made[i].entities[who];
}

START_TEST(an_agent_may_be_named_elsewhere)
{
  static const struct {
    TwType killer;
    const char* words;
    size_t n;
  } cases[] = {{TW_TYPE_PERSON, "Harbour Police agent", 1},
               {TW_TYPE_PERSON, "Harbour Police cook", 2},
               {TW_TYPE_CARTEL, "Harbour Police agent", 2}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    char text[80];
    snprintf(text, sizeof(text), "Eva Prado killed a %s.", cases[c].words);
    TwEntity* const agent =
      kill(0, text, cases[c].killer, TW_TYPE_GROUP, cases[c].words);
    agent->of = made[0].of;
    agent->n_of = 1;
    (void)kill(1, "Eva Prado killed Juan Gil, agent of the Harbour Police.",
               cases[c].killer, TW_TYPE_PERSON, "Juan Gil");
    made_fact(&made[1], "holdsRole", false, "agent");
    made_thing(&made[1], "person", 2);
    made_literal(&made[1], "role", TW_TYPE_ROLE, "agent");
    made_thing(&made[1], "of", 0);
    TwFuser* const fuser = made_fuser();
    const TwGraph* const graph = made_fuse(fuser, articles, NULL, 2);
    ck_assert_uint_eq(count_events(graph), cases[c].n);
    tw_fuser_free(fuser);
  }
}
END_TEST

Suite*
test_match_suite(void)
{
  const TTest* const tests[] = {
    a_count_tells_in_one_story,
    nobody_dies_twice,
    what_recurs_may_recur_in_one_story,
    one_statement_has_the_same_words,
    two_who_meet_tell_but_not_one_twice,
    other_words_are_another_offence,
    a_plea_is_no_sentence,
    two_papers_may_contradict_each_other,
    at_least_so_many_may_be_more,
    an_agent_may_be_named_elsewhere,
  };
  return SUITE_OF("match", tests);
}
