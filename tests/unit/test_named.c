/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <string.h>

/* A small graph of every shape that the queries ask for. */
static const char graph[] =
  "@prefix tw: <https://w3id.org/triplewire#> .\n"
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
  "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
  "@prefix schema: <https://schema.org/> .\n"
  "@prefix oa: <http://www.w3.org/ns/oa#> .\n"
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
  "@prefix x: <http://x/> .\n"
  "x:d1 a schema:NewsArticle ; schema:publisher x:post ;\n"
  "  schema:datePublished \"2024-05-07\"^^xsd:date ; schema:headline \"A "
  "raid\" .\n"
  "x:d2 a schema:NewsArticle ; schema:publisher \"The Bell\" .\n"
  "x:post a tw:NewsOrganization ; rdfs:label \"Elm Post\" .\n"
  "x:ada a tw:Person ; rdfs:label \"Ada Prin\" ; tw:memberOf x:ring .\n"
  "x:ada2 a tw:Person ; rdfs:label \"A. Prin\" .\n"
  "x:bo a tw:Person ; rdfs:label \"Bo Lund\" ; tw:leads x:ring .\n"
  "x:ring a tw:Cartel ; rdfs:label \"Harbour Ring\" .\n"
  "x:elm a tw:City ; rdfs:label \"Elm\" .\n"
  "x:arrest a tw:Arrest ; rdfs:label \"Arrest of Ada Prin, 2024-05-06\" ;\n"
  "  tw:person x:ada ; tw:date \"2024-05-06\"^^xsd:date ; tw:place x:elm .\n"
  "x:charge a tw:Charge ; rdfs:label \"Charge against Ada Prin\" ;\n"
  "  tw:person x:ada ; tw:offence \"fraud\" .\n"
  "x:role a tw:Role ; rdfs:label \"Bo Lund, mayor of Elm\" ; tw:person x:bo ;\n"
  "  tw:role \"mayor\" ; tw:of x:elm ; tw:status \"former\" .\n"
  "x:c1 a tw:Claim ; rdf:subject x:arrest ; rdf:predicate tw:date ;\n"
  "  rdf:object \"2024-05-06\"^^xsd:date ; tw:certainty \"asserted\" ;\n"
  "  tw:polarity \"positive\" ; tw:evidence x:s1 ; prov:wasDerivedFrom x:d1 ;\n"
  "  tw:claimedBy x:bo .\n"
  "x:c2 a tw:Claim ; rdf:subject x:arrest ; rdf:predicate tw:date ;\n"
  "  rdf:object \"2024-05\"^^xsd:gYearMonth ; tw:certainty \"alleged\" ;\n"
  "  tw:polarity \"positive\" ; tw:evidence x:s2 ; prov:wasDerivedFrom x:d2 ;\n"
  "  tw:claimedBy \"police\" .\n"
  "x:c3 a tw:Claim ; rdf:subject x:arrest ; rdf:predicate tw:place ;\n"
  "  rdf:object x:elm ; tw:certainty \"asserted\" ; tw:polarity \"positive\" "
  ";\n"
  "  tw:evidence x:s1 ; prov:wasDerivedFrom x:d1 .\n"
  "x:c4 a tw:Claim ; rdf:subject x:arrest ; rdf:predicate tw:place ;\n"
  "  rdf:object x:elm ; tw:certainty \"asserted\" ; tw:polarity \"negative\" "
  ";\n"
  "  tw:evidence x:s2 ; prov:wasDerivedFrom x:d2 .\n"
  "x:s1 a tw:Span ; oa:exact \"Ada Prin was held in Elm on Monday\" .\n"
  "x:s2 a tw:Span ; oa:exact \"arrested in May, police say\" .\n"
  "x:k a tw:Conflict ; tw:about x:arrest ; tw:onProperty tw:date ;\n"
  "  tw:conflictKind \"granularity\" ; tw:alternative x:c1 , x:c2 .\n"
  "x:k2 a tw:Conflict ; tw:about x:arrest ; tw:onProperty tw:place ;\n"
  "  tw:conflictKind \"omission\" ; tw:alternative x:c3 ; tw:omittedBy x:d2 .\n"
  "x:s3 a tw:Span ; oa:exact \"The harbour is ours\" ; prov:wasDerivedFrom "
  "x:d1 .\n"
  "x:s4 a tw:Span ; oa:exact \"harbour is ours\" ; prov:wasDerivedFrom x:d2 .\n"
  "x:q a tw:Quote ; tw:quoted x:bo ; rdfs:label \"The harbour is ours\" ;\n"
  "  tw:variant x:s3 , x:s4 .\n"
  "x:i a tw:Identity ; tw:compares x:ada , x:ada2 ; tw:judgement \"undecided\" "
  ";\n"
  "  tw:reason \"one name is short\" .\n";

static Scratch scratch;

static void
setup(void)
{
  scratch_init(&scratch);
  scratch_put(&scratch, "g.ttl", graph);
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

static const TwNamedQuery*
named(const char* name)
{
  size_t n = 0;
  const TwNamedQuery* const queries = tw_query_named(&n);
  for (size_t i = 0; i < n; ++i) {
    if (!strcmp(queries[i].name, name)) {
      return &queries[i];
    }
  }
  ck_abort_msg("there is no query %s", name);
  return NULL;
}

static void
check(const char* name, const char* expected)
{
  TwBuf answer = TW_BUF_INIT;
  const TwQuery query = {.path = scratch_path(&scratch, "g.ttl"),
                         .sparql = tw_str(named(name)->sparql),
                         .name = tw_str(name)};
  ck_assert_int_eq(tw_query_run(&query, NULL, &answer), TW_OK);
  ck_assert_str(tw_buf_str(&answer), expected);
  tw_buf_clear(&answer);
}

START_TEST(events_have_dates_and_places)
{
  check("events", "date        event                           place\n"
                  "----------  ------------------------------  -----\n"
                  "            Charge against Ada Prin\n"
                  "2024-05-06  Arrest of Ada Prin, 2024-05-06  Elm\n"
                  "(2 rows)\n");
}
END_TEST

START_TEST(people_are_asked_for_what_happened_to_them)
{
  check(
    "people",
    "person    what       date        event                           place\n"
    "--------  ---------  ----------  ------------------------------  -----\n"
    "Ada Prin  tw:Arrest  2024-05-06  Arrest of Ada Prin, 2024-05-06  Elm\n"
    "Ada Prin  tw:Charge              Charge against Ada Prin\n"
    "(2 rows)\n");
}
END_TEST

START_TEST(claims_have_their_words)
{
  check("claims", "about                           property  value       "
                  "certainty  polarity  quote\n"
                  "------------------------------  --------  ----------  "
                  "---------  --------  ----------------------------------\n"
                  "Arrest of Ada Prin, 2024-05-06  tw:date   2024-05     "
                  "alleged    positive  arrested in May, police say\n"
                  "Arrest of Ada Prin, 2024-05-06  tw:date   2024-05-06  "
                  "asserted   positive  Ada Prin was held in Elm on Monday\n"
                  "Arrest of Ada Prin, 2024-05-06  tw:place  Elm         "
                  "asserted   negative  arrested in May, police say\n"
                  "Arrest of Ada Prin, 2024-05-06  tw:place  Elm         "
                  "asserted   positive  Ada Prin was held in Elm on Monday\n"
                  "(4 rows)\n");
}
END_TEST

START_TEST(speakers_are_things_or_words)
{
  check("speakers",
        "speaker  about                           property  value       "
        "certainty  polarity  quote\n"
        "-------  ------------------------------  --------  ----------  "
        "---------  --------  ----------------------------------\n"
        "Bo Lund  Arrest of Ada Prin, 2024-05-06  tw:date   2024-05-06  "
        "asserted   positive  Ada Prin was held in Elm on Monday\n"
        "police   Arrest of Ada Prin, 2024-05-06  tw:date   2024-05     "
        "alleged    positive  arrested in May, police say\n"
        "(2 rows)\n");
}
END_TEST

START_TEST(conflicts_show_both_sides)
{
  check("conflicts",
        "about                           property  kind         value       "
        "source    quote\n"
        "------------------------------  --------  -----------  ----------  "
        "--------  ----------------------------------\n"
        "Arrest of Ada Prin, 2024-05-06  tw:date   granularity  2024-05     "
        "The Bell  arrested in May, police say\n"
        "Arrest of Ada Prin, 2024-05-06  tw:date   granularity  2024-05-06  "
        "Elm Post  Ada Prin was held in Elm on Monday\n"
        "Arrest of Ada Prin, 2024-05-06  tw:place  omission     Elm         "
        "Elm Post  Ada Prin was held in Elm on Monday\n"
        "(3 rows)\n");
}
END_TEST

START_TEST(omissions_show_who_leaves_out_what)
{
  check("omissions",
        "about                           property  value  left_out_by\n"
        "------------------------------  --------  -----  -----------\n"
        "Arrest of Ada Prin, 2024-05-06  tw:place  Elm    The Bell\n"
        "(1 row)\n");
}
END_TEST

START_TEST(quotes_show_their_wordings)
{
  check("quotes",
        "speaker  quote                wording              source\n"
        "-------  -------------------  -------------------  --------\n"
        "Bo Lund  The harbour is ours  The harbour is ours  Elm Post\n"
        "Bo Lund  The harbour is ours  harbour is ours      The Bell\n"
        "(2 rows)\n");
}
END_TEST

START_TEST(bodies_have_leaders_and_members)
{
  check("members", "body          relation     person\n"
                   "------------  -----------  --------\n"
                   "Harbour Ring  tw:leads     Bo Lund\n"
                   "Harbour Ring  tw:memberOf  Ada Prin\n"
                   "(2 rows)\n");
}
END_TEST

START_TEST(offices_have_holders)
{
  check("offices", "person   office  of   status\n"
                   "-------  ------  ---  ------\n"
                   "Bo Lund  mayor   Elm  former\n"
                   "(1 row)\n");
}
END_TEST

START_TEST(articles_are_counted_once)
{
  check("sources",
        "about                           property  value         articles\n"
        "------------------------------  --------  ------------  --------\n"
        "Arrest of Ada Prin, 2024-05-06  tw:place  http://x/elm  2\n"
        "Arrest of Ada Prin, 2024-05-06  tw:date   2024-05       1\n"
        "Arrest of Ada Prin, 2024-05-06  tw:date   2024-05-06    1\n"
        "(3 rows)\n");
}
END_TEST

START_TEST(articles_are_listed)
{
  check("articles", "date        source    title   article\n"
                    "----------  --------  ------  -----------\n"
                    "            The Bell          http://x/d2\n"
                    "2024-05-07  Elm Post  A raid  http://x/d1\n"
                    "(2 rows)\n");
}
END_TEST

START_TEST(identities_are_listed_once)
{
  check("identities", "judgement  first     second   reason\n"
                      "---------  --------  -------  -----------------\n"
                      "undecided  Ada Prin  A. Prin  one name is short\n"
                      "(1 row)\n");
}
END_TEST

START_TEST(each_has_a_name_and_a_summary)
{
  size_t n = 0;
  const TwNamedQuery* const queries = tw_query_named(&n);
  ck_assert_uint_ge(n, 5);
  for (size_t i = 0; i < n; ++i) {
    ck_assert(queries[i].name[0] && queries[i].summary[0]);
    ck_assert_ptr_eq(named(queries[i].name), &queries[i]);
  }
}
END_TEST

Suite*
test_named_suite(void)
{
  const TTest* const tests[] = {
    events_have_dates_and_places,
    people_are_asked_for_what_happened_to_them,
    claims_have_their_words,
    speakers_are_things_or_words,
    omissions_show_who_leaves_out_what,
    quotes_show_their_wordings,
    conflicts_show_both_sides,
    bodies_have_leaders_and_members,
    offices_have_holders,
    articles_are_counted_once,
    articles_are_listed,
    identities_are_listed_once,
    each_has_a_name_and_a_summary,
  };
  return SUITE_WITH("named", tests, setup, teardown);
}
