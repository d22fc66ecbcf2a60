/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static Made made[8];
static Made* const articles[] = {&made[0], &made[1], &made[2], &made[3],
                                 &made[4], &made[5], &made[6], &made[7]};

/** An article that names some people and things. */
typedef struct {
  const char* date;
  const char* country; ///< Code, or NULL
  const char* people[3];
  const char* body; ///< Or NULL
} Article;

static void
make_article(size_t i, const Article* article)
{
  static char texts[8][512];
  snprintf(texts[i], sizeof(texts[i]), "In %s: %s, %s, %s, of %s (%zu).",
           article->country ? article->country : "",
           article->people[0] ? article->people[0] : "",
           article->people[1] ? article->people[1] : "",
           article->people[2] ? article->people[2] : "",
           article->body ? article->body : "", i);
  made_start(&made[i], "A", article->date, texts[i]);
  for (size_t k = 0; k < 3 && article->people[k]; ++k) {
    made_entity(&made[i], TW_TYPE_PERSON, article->people[k], "", "");
  }
  if (article->country) {
    made_entity(&made[i], TW_TYPE_COUNTRY, article->country, "",
                article->country);
  }
  if (article->body) {
    made_entity(&made[i], TW_TYPE_GOVERNMENT_BODY, article->body, "", "");
  }
}

static size_t
count_of(const TwGraph* graph, TwType type)
{
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    n += graph->things[i].type == type;
  }
  return n;
}

/* The decision with that reason; fails if there is none. */
static const TwIdentity*
decision(const TwGraph* graph, const char* reason)
{
  for (size_t i = 0; i < graph->n_identities; ++i) {
    if (tw_str_find(graph->identities[i].reason, tw_str(reason), 0) !=
        SIZE_MAX) {
      return &graph->identities[i];
    }
  }
  ck_abort_msg("no decision because of: %s", reason);
  return NULL;
}

/** Articles, how many people they tell of, and a decision. */
typedef struct {
  Article articles[3];
  unsigned n_people;
  const char* judgement;
  const char* reason;
} Case;

static void
check_cases(const Case* cases, size_t n_cases)
{
  for (size_t c = 0; c < n_cases; ++c) {
    size_t n = 0;
    while (n < 3 && cases[c].articles[n].people[0]) {
      make_article(n, &cases[c].articles[n]);
      ++n;
    }
    TwFuser* const fuser = made_fuser();
    const TwGraph* const graph = made_fuse(fuser, articles, NULL, n);
    ck_assert_msg(count_of(graph, TW_TYPE_PERSON) == cases[c].n_people,
                  "case %zu: %zu people\n%s", c,
                  count_of(graph, TW_TYPE_PERSON), made_dump(graph));
    ck_assert_str(decision(graph, cases[c].reason)->judgement,
                  cases[c].judgement);
    tw_fuser_free(fuser);
  }
}

START_TEST(names_that_fit_need_company)
{
  static const Case cases[] = {
    {{{"2024-05-06", NULL, {"Pablo Luis Rey", "Ana Prado", NULL}, NULL},
      {"2024-05-09", NULL, {"Pablo Rey", "Ana Prado", NULL}, NULL}},
     2,
     "same",
     "one name says more"},
    {{{"2024-05-06", NULL, {"Pablo Luis Rey", NULL, NULL}, NULL},
      {"2024-05-09", NULL, {"Pablo Rey", NULL, NULL}, NULL}},
     2,
     "undecided",
     "one name says more"},
    {{{"2024-05-06", NULL, {"Bob Marsh", "Ana Prado", NULL}, NULL},
      {"2024-05-09", NULL, {"Robert Marsh", "Ana Prado", NULL}, NULL}},
     2,
     "same",
     "a nickname"},
    {{{"2024-05-06", NULL, {"Mohamed Qasemi", "Ana Prado", "Eva Luz"}, NULL},
      {"2024-05-09", NULL, {"Muhammad Kasemi", "Ana Prado", "Eva Luz"}, NULL}},
     3,
     "same",
     "sound alike"},
  };
  check_cases(cases, sizeof(cases) / sizeof(cases[0]));
}
END_TEST

START_TEST(father_and_son_stay_apart)
{
  static const Case cases[] = {
    {{{"2024-05-06", NULL, {"Pablo Rey Sr.", "Ana Prado", NULL}, NULL},
      {"2024-05-09", NULL, {"Pablo Rey Jr.", "Ana Prado", NULL}, NULL},
      {"2024-05-09", NULL, {"Pablo Rey", "Ana Prado", NULL}, NULL}},
     4,
     "undecided",
     "each of two who are not one"},
    {{{"2024-05-06", NULL, {"Pablo Rey", "Pablo Rey Jr.", NULL}, NULL},
      {"2024-05-09", NULL, {"Pablo Rey Jr.", "Ana Prado", NULL}, NULL}},
     3,
     "apart",
     "one article tells of both"},
  };
  check_cases(cases, sizeof(cases) / sizeof(cases[0]));
}
END_TEST

START_TEST(namesakes_of_other_countries_stay_apart)
{
  static const Case cases[] = {
    {{{"2024-05-06", "PE", {"Pablo Rey", NULL, NULL}, NULL},
      {"2020-02-09", "CL", {"Pablo Rey", NULL, NULL}, NULL}},
     2,
     "undecided",
     "different countries"},
    {{{"2024-05-06", "PE", {"Pablo Rey", "Ana Prado", NULL}, NULL},
      {"2024-05-09", "CL", {"Pablo Rey", "Ana Prado", NULL}, NULL}},
     2,
     "same",
     "one full name"},
    {{{"2024-05-06", "PE", {"Pablo Rey", NULL, NULL}, NULL},
      {"2020-02-09", "PE", {"Pablo Rey", NULL, NULL}, NULL}},
     1,
     "same",
     "one full name"},
  };
  check_cases(cases, sizeof(cases) / sizeof(cases[0]));
}
END_TEST

START_TEST(each_country_has_its_court)
{
  static const Article courts[] = {
    {"2024-05-06", "PE", {NULL}, "Supreme Court"},
    {"2024-06-06", "PE", {NULL}, "Supreme Court"},
    {"2020-05-06", "CL", {NULL}, "Supreme Court"},
  };
  for (size_t i = 0; i < 3; ++i) {
    make_article(i, &courts[i]);
  }
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = made_fuse(fuser, articles, NULL, 3);
  ck_assert_uint_eq(count_of(graph, TW_TYPE_GOVERNMENT_BODY), 2);
  const TwIdentity* const kept = decision(graph, "different countries");
  ck_assert_str(kept->judgement, "undecided");
  ck_assert_str(graph->things[kept->a].iri, "org/supreme-court-cl");
  ck_assert_str(graph->things[kept->b].iri, "org/supreme-court-pe");
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(nobody_is_the_same_nobody)
{
  static const Article does[] = {
    {"2024-05-06", "PE", {"Jane Doe"}, NULL},
    {"2024-06-06", "PE", {"Jane Doe"}, NULL},
  };
  make_article(0, &does[0]);
  make_article(1, &does[1]);
  TwFuser* const fuser = made_fuser();
  const TwGraph* const graph = made_fuse(fuser, articles, NULL, 2);
  ck_assert_uint_eq(count_of(graph, TW_TYPE_PERSON), 2);
  tw_fuser_free(fuser);
}
END_TEST

/* An article of a body that it calls by letters, or of the letters alone. */
static void
make_body(size_t i, const char* text, const char* name, const char* letters)
{
  made_start(&made[i], "A", "", text);
  const uint32_t body =
    made_entity(&made[i], TW_TYPE_GOVERNMENT_BODY, name, "", "");
  if (letters) {
    made[i].forms[0] = tw_str(letters);
    made[i].entities[body].forms = made[i].forms;
    made[i].entities[body].n_forms = 1;
  }
}

START_TEST(letters_lead_to_one_body)
{
  static const struct {
    const char* other; ///< Another body of these letters
    unsigned n_bodies;
  } rows[] = {{"National Roads Council", 1}, {"Northern Rail Company", 4}};
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    char text[128];
    snprintf(text, sizeof(text), "The %s (NRC) met today.", rows[i].other);
    make_body(0, "The National Roads Council (NRC) met.",
              "National Roads Council", "NRC");
    make_body(1, text, rows[i].other, "NRC");
    make_body(2, "The NRC met.", "NRC", NULL);
    make_body(3, "The NRC met again.", "NRC", NULL);
    TwFuser* const fuser = made_fuser();
    const TwGraph* const graph = made_fuse(fuser, articles, NULL, 4);
    ck_assert_uint_eq(count_of(graph, TW_TYPE_GOVERNMENT_BODY),
                      rows[i].n_bodies);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* People of eight given names and eight surnames, so that every name is one
 * that many have. */
START_TEST(a_common_name_alone_is_nobodys)
{
  static const char* const given[] = {"Ana",  "Eva", "Luz", "Sol",
                                      "Rosa", "Ada", "Mia", "Zoe"};
  static const char* const surnames[] = {"Rey",  "Luna", "Prado", "Vega",
                                         "Soto", "Mora", "Cruz",  "Ruiz"};
  static Made crowd[66];
  static char texts[66][64];
  TwFuser* const fuser = made_fuser();
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  for (size_t i = 0; i < 66; ++i) {
    const size_t k = i < 64 ? i : 0;
    snprintf(texts[i], sizeof(texts[i]), "%s %s spoke (%zu).", given[k % 8],
             surnames[k / 8], i);
    made_start(&crowd[i], "A", "", texts[i]);
    char* const end = strstr(texts[i], " spoke");
    static char names[66][32];
    snprintf(names[i], sizeof(names[i]), "%.*s", (int)(end - texts[i]),
             texts[i]);
    made_entity(&crowd[i], TW_TYPE_PERSON, names[i], "", "");
    ck_assert_int_eq(tw_fuser_add(fuser, &crowd[i].reading, &sink), TW_OK);
  }
  const TwGraph* graph = NULL;
  ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
  ck_assert_uint_eq(count_of(graph, TW_TYPE_PERSON), 66);
  ck_assert_str(decision(graph, "a name that many have")->judgement,
                "undecided");
  tw_fuser_free(fuser);
}
END_TEST

Suite*
test_identity_suite(void)
{
  const TTest* const tests[] = {
    names_that_fit_need_company,
    father_and_son_stay_apart,
    namesakes_of_other_countries_stay_apart,
    each_country_has_its_court,
    nobody_is_the_same_nobody,
    letters_lead_to_one_body,
    a_common_name_alone_is_nobodys,
  };
  return SUITE_OF("identity", tests);
}
