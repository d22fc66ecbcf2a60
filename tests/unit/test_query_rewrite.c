/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <stdio.h>

/* What is taken out of a query, or written into it, must not change what it
 * means. */

static const char graph[] =
  "@prefix x: <http://x/> .\n"
  "x:a a x:Port ; x:near x:b , x:c ; x:depth 1.5e2 ; x:height 0.5 .\n"
  "x:b a x:Port ; x:near x:c ; x:flag \"red\" ; x:depth 2.0e1 ;\n"
  "  x:height 0.50 .\n"
  "x:c a x:Town ; x:flag \"blue\" ; x:near x:a ; x:depth -3.0e0 ;\n"
  "  x:height -0 .\n"
  "x:d a x:Town ; x:d x:d ; x:depth 9 ; x:height 0 .\n";

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

/* Asks for CSV, with CR taken out; IRIs are as long as they are. */
static void
check(const char* sparql, const char* expected)
{
  char text[1000];
  TwBuf answer = TW_BUF_INIT;
  TwBuf plain = TW_BUF_INIT;
  TwDiagSink sink = {.report = NULL};
  snprintf(text, sizeof(text), "PREFIX x: <http://x/>\n%s", sparql);
  const TwQuery query = {.path = scratch_path(&scratch, "g.ttl"),
                         .sparql = tw_str(text),
                         .name = TW_STR("q.rq"),
                         .format = TW_RESULT_CSV,
                         .seconds = 20};
  ck_assert_msg(tw_query_run(&query, &sink, &answer) == TW_OK, "%s", sparql);
  TwStr rest = tw_buf_str(&answer);
  for (size_t i = 0; i < rest.len; ++i) {
    if (rest.s[i] != '\r') {
      tw_buf_add_char(&plain, rest.s[i]);
    }
  }
  ck_assert_str(tw_buf_str(&plain), expected);
  tw_buf_clear(&plain);
  tw_buf_clear(&answer);
}

START_TEST(blank_nodes_are_variables)
{
  check("SELECT ?s ?f { ?s a x:Port OPTIONAL { ?s x:near _:o ; x:flag ?f } }",
        "s,f\nhttp://x/a,\nhttp://x/b,red\n");
}
END_TEST

START_TEST(a_variable_may_stand_in_a_triple_twice)
{
  check("SELECT ?s ?p { ?s a x:Town OPTIONAL { ?s ?p ?p } }",
        "s,p\nhttp://x/c,\nhttp://x/d,http://x/d\n");
  check("SELECT ?s ?p { ?s a x:Town OPTIONAL { ?p ?p ?s } }",
        "s,p\nhttp://x/c,\nhttp://x/d,http://x/d\n");
}
END_TEST

START_TEST(names_of_our_own_can_be_the_query_s)
{
  check("SELECT ?s ?_tw_optional1 { ?s a x:Port "
        "OPTIONAL { ?s x:flag ?_tw_optional1 } }",
        "s,_tw_optional1\nhttp://x/a,\nhttp://x/b,red\n");
  check("SELECT ?_tw_row { { SELECT DISTINCT ?_tw_row { ?_tw_row x:flag ?f } "
        "} }",
        "_tw_row\nhttp://x/b\nhttp://x/c\n");
}
END_TEST

START_TEST(what_is_joined_is_bound_by_both)
{
  check("SELECT ?s ?f { ?s x:flag ?f "
        "{ ?s x:near ?o OPTIONAL { ?o x:flag ?f } } }",
        "s,f\nhttp://x/c,blue\n");
  check("SELECT ?s ?f { { ?s x:near ?o OPTIONAL { ?o x:flag ?f } } UNION "
        "{ ?s a x:Port OPTIONAL { ?s x:nope ?f } } ?s x:flag ?f }",
        "s,f\nhttp://x/b,red\nhttp://x/c,blue\n");
  check("SELECT ?s ?f { BIND(\"red\" AS ?f) "
        "{ ?s a x:Port OPTIONAL { ?s x:flag ?f } } }",
        "s,f\nhttp://x/a,red\nhttp://x/b,red\n");
}
END_TEST

START_TEST(only_a_select_is_made_distinct)
{
  check("CONSTRUCT { ?o x:q ?o } WHERE { { SELECT DISTINCT ?o "
        "{ ?s x:near ?o } } }",
        "<http://x/a> <http://x/q> <http://x/a> .\n"
        "<http://x/b> <http://x/q> <http://x/b> .\n"
        "<http://x/c> <http://x/q> <http://x/c> .\n");
  check("CONSTRUCT { ?s x:q ?o } WHERE { { SELECT DISTINCT ?s ?o "
        "{ ?s x:near ?o OPTIONAL { ?o x:flag ?f } } } } LIMIT 1",
        "<http://x/c> <http://x/q> <http://x/a> .\n");
}
END_TEST

START_TEST(what_is_distinct_inside_is_counted_once)
{
  check("SELECT ?t (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?t ?o WHERE "
        "{ ?s a ?t ; x:near ?o } } } GROUP BY ?t ORDER BY DESC(?n)",
        "t,n\nhttp://x/Port,2\nhttp://x/Town,1\n");
  check("SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?o WHERE "
        "{ ?s x:nope ?o } } }",
        "n\n0\n");
}
END_TEST

START_TEST(a_row_need_not_be_made_of_terms)
{
  check(
    "SELECT ?i { { SELECT DISTINCT (IRI(\"a b\") AS ?i) { ?s x:flag ?f } } }",
    "i\nhttp://base.invalid/a b\n");
}
END_TEST

START_TEST(numbers_are_sorted_by_what_they_are_worth)
{
  check("SELECT ?s ?n { ?s x:depth ?n } ORDER BY ?n",
        "s,n\nhttp://x/c,-3.0e0\nhttp://x/d,9\nhttp://x/b,2.0e1\n"
        "http://x/a,1.5e2\n");
  /* Of one worth, though not of one text: the next column counts. */
  check("SELECT ?s ?n { ?s x:height ?n } ORDER BY DESC(?n) DESC(?s)",
        "s,n\nhttp://x/b,0.50\nhttp://x/a,0.5\nhttp://x/d,0\nhttp://x/c,-0\n");
}
END_TEST

START_TEST(a_comment_ends_with_its_line)
{
  check("SELECT ?s # {\r{ ?s a x:Port # }\r OPTIONAL { ?s x:flag ?f # }\n } "
        "FILTER(BOUND(?f)) }",
        "s\nhttp://x/b\n");
}
END_TEST

/* Nobody writes such a query, but it must end like any other. */
START_TEST(a_marker_of_a_stranger_is_a_triple)
{
  check("SELECT ?s { ?s <tag:triplewire,2026:optional> \"0\" }", "s\n");
  check("SELECT ?s { ?s <tag:triplewire,2026:optional> \"3 s\" }", "s\n");
}
END_TEST

Suite*
test_query_rewrite_suite(void)
{
  const TTest* const tests[] = {
    blank_nodes_are_variables,
    a_variable_may_stand_in_a_triple_twice,
    names_of_our_own_can_be_the_query_s,
    what_is_joined_is_bound_by_both,
    only_a_select_is_made_distinct,
    what_is_distinct_inside_is_counted_once,
    a_row_need_not_be_made_of_terms,
    numbers_are_sorted_by_what_they_are_worth,
    a_comment_ends_with_its_line,
    a_marker_of_a_stranger_is_a_triple,
  };
  return SUITE_WITH("query_rewrite", tests, setup, teardown);
}
