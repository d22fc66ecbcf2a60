/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static Made made[11];
static Made* const articles[] = {&made[0], &made[1], &made[2], &made[3],
                                 &made[4], &made[5], &made[6], &made[7],
                                 &made[8], &made[9], &made[10]};

static size_t
count_term(const TwGraph* graph, const char* term)
{
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    n += tw_str_equal(graph->things[i].term, tw_str(term));
  }
  return n;
}

static const TwGraphThing*
thing_labelled(const TwGraph* graph, const char* label)
{
  for (size_t i = 0; i < graph->n_things; ++i) {
    if (tw_str_equal(graph->things[i].label, tw_str(label))) {
      return &graph->things[i];
    }
  }
  ck_abort_msg("nothing is called %s in\n%s", label, made_dump(graph));
  return NULL;
}

static size_t
count_conflicts(const TwGraph* graph, const char* kind)
{
  size_t n = 0;
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    n += tw_str_equal(graph->conflicts[i].kind, tw_str(kind));
  }
  return n;
}

START_TEST(one_event_told_twice_is_one)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "In May Peru flew 12 men to Chile.", "2024-05",
                12);
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(count_term(graph, "Transfer"), 1);
  const TwGraphThing* const event =
    thing_labelled(graph, "Transfer of 12 people from Peru to Chile, "
                          "2024-05-06");
  ck_assert_uint_eq(event->n_documents, 2);
  ck_assert_str(event->date, "2024-05-06");
  ck_assert_uint_eq(count_conflicts(graph, "granularity"), 1);
  ck_assert_uint_eq(graph->n_conflicts, 1);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(events_of_other_days_and_counts_stay_apart)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "Peru flew 12 men to Chile.", "2023-02", 12);
  made_transfer(&made[2], "C", "Peru flew 5 men to Chile.", "2024-05-06", 5);
  made_transfer(&made[3], "D", "Earlier Peru flew men to Chile.", "", 0);
  made[3].facts[0].recap = true;
  const TwGraph* const graph = made_fused(&fuser, articles, 4);
  ck_assert_uint_eq(count_term(graph, "Transfer"), 4);
  ck_assert_uint_eq(graph->n_conflicts, 0);
  tw_fuser_free(fuser);
}
END_TEST

/* An article with a Killing, told by day, by year or without a date. */
static TwFact*
make_killing(Made* article, const char* text, const char* date)
{
  made_start(article, "A", "2024-05-07", text);
  const uint32_t olga =
    made_entity(article, TW_TYPE_PERSON, "Olga Prats", "", "");
  TwFact* const fact = made_fact(article, "Killing", true, "killed");
  made_thing(article, "victim", olga);
  if (*date) {
    made_literal(article, "date", TW_TYPE_DATE, date);
  }
  return fact;
}

START_TEST(nobody_is_killed_twice)
{
  TwFuser* fuser = NULL;
  make_killing(&made[0], "Olga Prats was killed in May.", "2024-05-06");
  make_killing(&made[1], "Olga Prats is killed.", "");
  make_killing(&made[2], "Olga Prats had been killed.", "")->recap = true;
  make_killing(&made[3], "Olga Prats was killed early.", "2024-05-04");
  made[3].document.publisher = tw_str("B");
  make_killing(&made[4], "Olga Prats was killed long ago.", "1987");
  make_killing(&made[5], "Olga Prats may be killed.", "")->certainty =
    TW_POSSIBLE;
  const TwGraph* const graph = made_fused(&fuser, articles, 6);
  ck_assert_uint_eq(count_term(graph, "Killing"), 3);
  ck_assert_uint_eq(count_conflicts(graph, "contradiction"), 1);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(counts_that_nearly_agree_are_a_contradiction)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "Peru flew 13 men to Chile.", "2024-05-06", 13);
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(count_term(graph, "Transfer"), 1);
  ck_assert_uint_eq(count_conflicts(graph, "contradiction"), 1);
  for (size_t i = 0; i < graph->n_statements; ++i) {
    const TwStatement* const statement = &graph->statements[i];
    const bool count = tw_str_equal(statement->predicate, TW_STR("count"));
    ck_assert_int_eq(statement->contested, count);
    ck_assert_int_eq(statement->direct, !count);
    ck_assert_uint_eq(statement->n_sources, count ? 1 : 2);
  }
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(papers_that_print_one_agency_are_one_source)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "Peru flew 12 men to Chile.", "2024-05-06", 12);
  made_transfer(&made[2], "Northwire", "Peru flew a dozen, 12, to Chile.",
                "2024-05-06", 12);
  made[0].document.agency = made[1].document.agency = TW_STR("Northwire");
  const TwGraph* const graph = made_fused(&fuser, articles, 3);
  for (size_t i = 0; i < graph->n_statements; ++i) {
    ck_assert_uint_eq(graph->statements[i].n_documents, 3);
    ck_assert_uint_eq(graph->statements[i].n_sources, 1);
  }
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(an_inferred_date_gives_way)
{
  TwFuser* fuser = NULL;
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "Peru flew 12 men to Chile.", "2024-05-07", 12);
  made[1].roles[0][2].inferred = true;
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(count_term(graph, "Transfer"), 1);
  ck_assert_uint_eq(graph->n_conflicts, 0);
  thing_labelled(graph, "Transfer of 12 people from Peru to Chile, 2024-05-06");
  tw_fuser_free(fuser);
}
END_TEST

/* Where the sentence that leaves the day out doubts less, it is kept. */
START_TEST(what_an_article_tells_is_not_inferred_as_well)
{
  for (int doubted = 0; doubted < 2; ++doubted) {
    TwFuser* fuser = NULL;
    made_start(&made[0], "A", "2024-05-07", "Monday: Eva fled. Eva fled.");
    const uint32_t eva = made_entity(&made[0], TW_TYPE_PERSON, "Eva", "", "");
    made_fact(&made[0], "Escape", true, "Monday");
    made_thing(&made[0], "person", eva);
    made_literal(&made[0], "date", TW_TYPE_DATE, "2024-05-06");
    made[0].facts[0].certainty = doubted ? TW_ALLEGED : TW_ASSERTED;
    made_fact(&made[0], "Escape", true, "fled")->event = 0;
    made_thing(&made[0], "person", eva);
    made_literal(&made[0], "date", TW_TYPE_DATE, "2024-05-06")->inferred = true;
    const TwGraph* const graph = made_fused(&fuser, articles, 1);
    size_t n_dates = 0;
    for (size_t c = 0; c < graph->n_claims; ++c) {
      const uint32_t s = graph->claims[c].statement;
      n_dates += tw_str_equal(graph->statements[s].predicate, TW_STR("date"));
    }
    ck_assert_uint_eq(n_dates, doubted ? 2 : 1);
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(people_are_one_by_full_name_only)
{
  TwFuser* fuser = NULL;
  made_start(&made[0], "A", "2024-05-07", "Ana García Prado left.");
  made_entity(&made[0], TW_TYPE_PERSON, "Ana García Prado", "", "");
  made_start(&made[1], "B", "2024-05-07", "Ana Garcia Prado came.");
  made_entity(&made[1], TW_TYPE_PERSON, "Ana Garcia Prado", "", "");
  made_start(&made[2], "C", "2024-05-07", "Prado spoke.");
  made_entity(&made[2], TW_TYPE_PERSON, "Prado", "", "");
  made_start(&made[3], "D", "2024-05-07", "Prado spoke again.");
  made_entity(&made[3], TW_TYPE_PERSON, "Prado", "", "");
  made_start(&made[4], "E", "2024-05-07", "Alma Prado spoke.");
  made_entity(&made[4], TW_TYPE_PERSON, "Alma Prado", "", "");
  const TwGraph* const graph = made_fused(&fuser, articles, 5);
  ck_assert_uint_eq(count_term(graph, "Person"), 4);
  const TwGraphThing* const ana = thing_labelled(graph, "Ana García Prado");
  ck_assert_str(ana->iri, "person/ana-garcia-prado");
  ck_assert_uint_eq(ana->n_names, 1);
  ck_assert_str(ana->names[0], "Ana Garcia Prado");
  size_t same = 0;
  for (size_t i = 0; i < graph->n_identities; ++i) {
    same += tw_str_equal(graph->identities[i].judgement, TW_STR("same"));
  }
  ck_assert_uint_eq(same, 1);
  ck_assert_uint_eq(graph->n_identities, 1);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(what_one_of_many_calls_a_thing_is_not_its_name)
{
  TwFuser* fuser = NULL;
  char texts[11][64];
  for (size_t i = 0; i < 11; ++i) {
    const char* const name = i ? "Ana Garcia Prado" : "Ana García Prado";
    snprintf(texts[i], sizeof(texts[i]), "%s left %zu times.", name, i);
    made_start(&made[i], "A", "2024-05-07", texts[i]);
    made_entity(&made[i], TW_TYPE_PERSON, name, "", "");
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 11);
  ck_assert_uint_eq(count_term(graph, "Person"), 1);
  (void)thing_labelled(graph, "Ana Garcia Prado");
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(kinds_that_exclude_each_other_stay_apart)
{
  TwFuser* fuser = NULL;
  made_start(&made[0], "", "", "The Red Hand struck.");
  made_entity(&made[0], TW_TYPE_CARTEL, "Red Hand", "", "");
  made_start(&made[1], "", "", "The Red Hand wrote.");
  made_entity(&made[1], TW_TYPE_NEWS_ORGANIZATION, "Red Hand", "", "");
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(graph->n_things, 2);
  ck_assert_str(graph->identities[0].judgement, "apart");
  ck_assert(!tw_str_equal(graph->things[0].iri, graph->things[1].iri));
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(an_alias_leads_to_its_person)
{
  TwFuser* fuser = NULL;
  made_start(&made[0], "A", "", "Juan Pardo, alias El Toro, fled.");
  const uint32_t juan =
    made_entity(&made[0], TW_TYPE_PERSON, "Juan Pardo", "", "");
  made_fact(&made[0], "alias", false, "alias");
  made_thing(&made[0], "entity", juan);
  made_literal(&made[0], "name", TW_TYPE_NAME, "El Toro");
  made_start(&made[1], "B", "", "El Toro was seen.");
  made_entity(&made[1], TW_TYPE_PERSON, "El Toro", "", "");
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  ck_assert_uint_eq(count_term(graph, "Person"), 1);
  ck_assert_uint_eq(thing_labelled(graph, "Juan Pardo")->n_documents, 2);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(relations_become_statements_and_nodes)
{
  TwFuser* fuser = NULL;
  for (size_t i = 0; i < 2; ++i) {
    made_start(&made[i], "A", "",
               i ? "Eva Prado leads the Red Hand. A former judge of Peru."
                 : "Former judge of Peru Eva Prado leads the Red Hand.");
    const uint32_t eva =
      made_entity(&made[i], TW_TYPE_PERSON, "Eva Prado", "", "");
    const uint32_t hand =
      made_entity(&made[i], TW_TYPE_CARTEL, "Red Hand", "", "");
    const uint32_t peru =
      made_entity(&made[i], TW_TYPE_COUNTRY, "Peru", "iso:PE", "PE");
    made_fact(&made[i], "leads", false, "leads")->certainty =
      i ? TW_ALLEGED : TW_ASSERTED;
    made_thing(&made[i], "person", eva);
    made_thing(&made[i], "org", hand);
    made_fact(&made[i], "holdsRole", false, "judge")->status = TW_STR("former");
    made_thing(&made[i], "person", eva);
    made_literal(&made[i], "role", TW_TYPE_ROLE, "judge");
    made_thing(&made[i], "of", peru);
  }
  const TwGraph* const graph = made_fused(&fuser, articles, 2);
  thing_labelled(graph, "Eva Prado, former judge of Peru");
  ck_assert_uint_eq(count_term(graph, "Role"), 1);
  ck_assert_uint_eq(graph->n_statements, 5);
  ck_assert_uint_eq(count_conflicts(graph, "certainty"), 1);
  for (size_t i = 0; i < graph->n_statements; ++i) {
    ck_assert_uint_eq(graph->statements[i].n_documents, 2);
    ck_assert_uint_eq(graph->statements[i].n_sources, 1);
    ck_assert_int_eq(graph->statements[i].direct,
                     !graph->statements[i].contested);
  }
  tw_fuser_free(fuser);
}
END_TEST

/* Article `i` calls Eva Prado a judge, of a country if one is given. */
static void
make_judge(size_t i, const char* text, const char* country)
{
  made_start(&made[i], "A", "", text);
  const uint32_t eva =
    made_entity(&made[i], TW_TYPE_PERSON, "Eva Prado", "", "");
  made_fact(&made[i], "holdsRole", false, "Judge");
  made_thing(&made[i], "person", eva);
  made_literal(&made[i], "role", TW_TYPE_ROLE, "judge");
  if (*country) {
    made_thing(&made[i], "of",
               made_entity(&made[i], TW_TYPE_COUNTRY, country, "", ""));
  }
}

START_TEST(a_relation_that_says_less_is_the_fuller_one)
{
  static const struct {
    const char* countries[2];
    unsigned n_roles;
  } cases[] = {{{"Peru", "Peru"}, 1}, {{"Peru", "Chile"}, 3}, {{"", ""}, 1}};
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    make_judge(0, "Judge Eva Prado spoke.", "");
    make_judge(1, "Judge Eva Prado of Peru, or of Chile, heard.",
               cases[c].countries[0]);
    make_judge(2, "Judge Eva Prado of Peru, or of Chile, left.",
               cases[c].countries[1]);
    const TwGraph* const graph = made_fused(&fuser, articles, 3);
    ck_assert_uint_eq(count_term(graph, "Role"), cases[c].n_roles);
    tw_fuser_free(fuser);
  }
}
END_TEST

/* Six articles that agree, differ, look alike. */
static void
make_six(void)
{
  made_transfer(&made[0], "A", "Peru flew 12 to Chile.", "2024-05-06", 12);
  made_transfer(&made[1], "B", "Peru flew 13 men to Chile.", "2024-05-06", 13);
  made_transfer(&made[2], "", "Peru flew 12 to Chile in May.", "2024-05", 12);
  made_transfer(&made[3], "A", "Peru flew 3 to Chile.", "2021", 3);
  made_start(&made[4], "B", "", "Ana Prado met Juan Rey in Lima.");
  made_start(&made[5], "C", "", "Ana Prado and Juan Rey met.");
  for (size_t i = 4; i < 6; ++i) {
    const uint32_t ana =
      made_entity(&made[i], TW_TYPE_PERSON, "Ana Prado", "", "");
    const uint32_t juan =
      made_entity(&made[i], TW_TYPE_PERSON, "Juan Rey", "", "");
    made_fact(&made[i], "Conversation", true, "met");
    made_thing(&made[i], "participant", ana);
    made_thing(&made[i], "participant", juan);
    made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-01/2024-05-05");
  }
}

START_TEST(the_order_of_articles_does_not_matter)
{
  static const size_t orders[][6] = {{0, 1, 2, 3, 4, 5},
                                     {5, 4, 3, 2, 1, 0},
                                     {2, 5, 0, 4, 1, 3},
                                     {3, 0, 5, 1, 4, 2}};
  static char first[1 << 16];
  make_six();
  for (size_t i = 0; i < 4; ++i) {
    TwFuser* const fuser = made_fuser();
    const TwGraph* graph = made_fuse(fuser, articles, orders[i], 6);
    if (!i) {
      strcpy(first, made_dump(graph));
      ck_assert_uint_eq(count_term(graph, "Transfer"), 2);
    }
    ck_assert_str_eq(made_dump(graph), first);
    ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
    ck_assert_str_eq(made_dump(graph), first);
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(what_does_not_fit_is_told_and_left_out)
{
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  TwFuser* const fuser = made_fuser();
  const TwGraph* graph = NULL;
  made_transfer(&made[0], "A", "Peru flew Ana Rey to Chile.", "", 0);
  const uint32_t ana = made_entity(&made[0], TW_TYPE_PERSON, "Ana Rey", "", "");
  made_literal(&made[0], "victim", TW_TYPE_NONE, "nobody");
  made_fact(&made[0], "memberOf", false, "flew");
  made_literal(&made[0], "person", TW_TYPE_NONE, "somebody");
  made_thing(&made[0], "org", ana);
  ck_assert_int_eq(tw_fuser_add(fuser, &made[0].reading, &sink), TW_OK);
  ck_assert_uint_eq(sink.counts[TW_WARNING], 2);
  /* All of it is said again, and that it was there. */
  ck_assert_int_eq(tw_fuser_add(fuser, &made[0].reading, &sink), TW_NONE);
  ck_assert_uint_eq(sink.counts[TW_WARNING], 5);
  ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
  ck_assert_uint_eq(graph->n_documents, 1);
  ck_assert_uint_eq(graph->n_statements, 2);
  made[1] = made[0];
  made[1].sha256[0] ^= 1;
  made[1].document.sha256.s = made[1].sha256;
  made[1].reading.document = &made[1].document;
  made[1].facts[0].evidence.end += 1;
  made[1].reading.facts = made[1].facts;
  ck_assert_int_eq(tw_fuser_add(fuser, &made[1].reading, &sink),
                   TW_ERR_INTERNAL);
  tw_fuser_free(fuser);
}
END_TEST

/* Adds the two and says whose the one text is. */
static const char*
winner_of(const Made* first, const Made* second)
{
  static char publisher[32];
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  TwFuser* const fuser = made_fuser();
  const TwGraph* graph = NULL;
  ck_assert_int_eq(tw_fuser_add(fuser, &first->reading, &sink), TW_OK);
  const TwStatus status = tw_fuser_add(fuser, &second->reading, &sink);
  ck_assert_uint_eq(sink.counts[TW_WARNING], 1);
  ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
  ck_assert_uint_eq(graph->n_documents, 1);
  const TwStr name = graph->documents[0].publisher;
  ck_assert_int_eq(
    status, tw_str_equal(name, second->document.publisher) ? TW_OK : TW_NONE);
  snprintf(publisher, sizeof(publisher), "%.*s", TW_STR_ARG(name));
  tw_fuser_free(fuser);
  return publisher;
}

START_TEST(of_one_text_the_same_article_counts_in_any_order)
{
  static const struct {
    const char* publishers[2];
    const char* dates[2];
    const char* ids[2];
    const char* winner;
  } rows[] = {
    {{"Zeta", "Alpha"}, {"", ""}, {"a", "b"}, "Zeta"},
    {{"Zeta", "Alpha"}, {"", ""}, {"a", "a"}, "Alpha"},
    {{"Zeta", "Alpha"}, {"2024-05-07", ""}, {"b", "a"}, "Zeta"},
    {{"Zeta", ""}, {"", ""}, {"b", "a"}, "Zeta"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    for (size_t k = 0; k < 2; ++k) {
      made_transfer(&made[k], rows[i].publishers[k], "Peru flew 12 to Chile.",
                    "2024-05-06", 12);
      made[k].document.date = tw_str(rows[i].dates[k]);
      made[k].document.id = tw_str(rows[i].ids[k]);
    }
    ck_assert_str_eq(winner_of(&made[0], &made[1]), rows[i].winner);
    ck_assert_str_eq(winner_of(&made[1], &made[0]), rows[i].winner);
  }
}
END_TEST

START_TEST(nothing_gives_an_empty_graph)
{
  TwFuser* const fuser = made_fuser();
  const TwGraph* graph = NULL;
  ck_assert_int_eq(tw_fuser_run(fuser, &graph), TW_OK);
  ck_assert_uint_eq(graph->n_things + graph->n_claims, 0);
  tw_fuser_free(fuser);
  TwFuser* none = NULL;
  const TwFuseOptions options = {.base = TW_STR("no iri")};
  ck_assert_int_eq(tw_fuser_new(&options, &none), TW_ERR_USAGE);
  ck_assert_ptr_null(none);
}
END_TEST

static TwStatus
fuse_six(void)
{
  const TwFuseOptions options = {.direct = TW_DIRECT_ALL};
  TwDiagSink sink = {NULL, NULL, {0, 0, 0}};
  TwFuser* fuser = NULL;
  const TwGraph* graph = NULL;
  TwStatus status = tw_fuser_new(&options, &fuser);
  for (size_t i = 0; status == TW_OK && i < 6; ++i) {
    status = tw_fuser_add(fuser, &made[i].reading, &sink);
  }
  if (status == TW_OK) {
    status = tw_fuser_run(fuser, &graph);
  }
  tw_fuser_free(fuser);
  return status;
}

START_TEST(refused_allocations_are_said)
{
  make_six();
  size_t n = 0;
  for (TwStatus status = TW_ERR_NOMEM; status != TW_OK; ++n) {
    tw_alloc_fail_after(n);
    status = fuse_six();
    ck_assert_int_eq(status, tw_alloc_refused() ? TW_ERR_NOMEM : TW_OK);
  }
  tw_alloc_fail_after(SIZE_MAX);
  ck_assert_uint_gt(n, 10);
}
END_TEST

Suite*
test_fuse_suite(void)
{
  const TTest* const tests[] = {
    one_event_told_twice_is_one,
    events_of_other_days_and_counts_stay_apart,
    nobody_is_killed_twice,
    counts_that_nearly_agree_are_a_contradiction,
    papers_that_print_one_agency_are_one_source,
    an_inferred_date_gives_way,
    what_an_article_tells_is_not_inferred_as_well,
    people_are_one_by_full_name_only,
    kinds_that_exclude_each_other_stay_apart,
    an_alias_leads_to_its_person,
    what_one_of_many_calls_a_thing_is_not_its_name,
    relations_become_statements_and_nodes,
    a_relation_that_says_less_is_the_fuller_one,
    the_order_of_articles_does_not_matter,
    what_does_not_fit_is_told_and_left_out,
    of_one_text_the_same_article_counts_in_any_order,
    nothing_gives_an_empty_graph,
    refused_allocations_are_said,
  };
  return SUITE_OF("fuse", tests);
}
