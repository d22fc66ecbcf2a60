/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <stdio.h>
#include <string.h>

static const char graph[] =
  "@prefix x: <http://x/> .\n"
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
  "x:a a x:Port ; x:name \"Älmsund\" , \"Elm Sound\"@en ; x:ships 3 ;\n"
  "  x:near x:b , x:c ; x:since \"1911-05-02\"^^xsd:date .\n"
  "x:b a x:Port ; x:name \"B, \\\"the\\\"\\nsecond\" ; x:ships 12 ;\n"
  "  x:near x:c .\n"
  "x:c a x:Town ; x:name \"Cé\" .\n"
  "x:d a x:Port .\n";

static const char graphs[] =
  "<http://x/a> <http://x/p> <http://x/1> <http://x/g> .\n"
  "<http://x/a> <http://x/p> <http://x/1> <http://x/h> .\n"
  "<http://x/a> <http://x/p> <http://x/2> .\n";

static Scratch scratch;
static const char* file = "g.ttl";
static TwDiag seen;
static const TwBinding* given; /* With the query, or NULL */
static char message[400];
static char hint[400];
static char place[400];

static void
keep(void* data, const TwDiag* diag)
{
  (void)data;
  seen = *diag;
  snprintf(message, sizeof(message), "%.*s", TW_STR_ARG(diag->message));
  snprintf(place, sizeof(place), "%.*s", TW_STR_ARG(diag->file));
  snprintf(hint, sizeof(hint), "%.*s", TW_STR_ARG(diag->hint));
}

static void
setup(void)
{
  scratch_init(&scratch);
  scratch_put(&scratch, "g.ttl", graph);
  scratch_put(&scratch, "g.nq", graphs);
  file = "g.ttl";
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

/* Asks the file; what comes is static. */
static TwStatus
ask_as(TwResultFormat format, const char* sparql, TwStr* out_answer)
{
  static TwBuf answer = TW_BUF_INIT;
  char text[1000];
  TwDiagSink sink = {.report = keep};
  snprintf(text, sizeof(text), "PREFIX x: <http://x/>\n%s", sparql);
  const TwQuery query = {.path = scratch_path(&scratch, file),
                         .sparql = tw_str(text),
                         .name = TW_STR("q.rq"),
                         .bindings = given,
                         .n_bindings = given != NULL,
                         .format = format,
                         .seconds = 20};
  seen = (TwDiag){.code = 0};
  message[0] = hint[0] = '\0';
  tw_buf_reset(&answer);
  const TwStatus status = tw_query_run(&query, &sink, &answer);
  *out_answer = tw_buf_str(&answer);
  return status;
}

static void
check_as(TwResultFormat format, const char* sparql, const char* expected)
{
  TwStr answer;
  ck_assert_msg(ask_as(format, sparql, &answer) == TW_OK, "%s: %s", sparql,
                message);
  ck_assert_str(answer, expected);
  ck_assert_int_eq(seen.code, 0);
}

static void
check(const char* sparql, const char* expected)
{
  check_as(TW_RESULT_TSV, sparql, expected);
}

/* --- Answers --- */

START_TEST(rows_come_sorted)
{
  check("SELECT ?s WHERE { ?s x:near ?o }",
        "?s\n<http://x/a>\n<http://x/a>\n<http://x/b>\n");
  check("SELECT DISTINCT ?o WHERE { ?s x:near ?o }",
        "?o\n<http://x/b>\n<http://x/c>\n");
}
END_TEST

START_TEST(an_order_is_kept)
{
  check("SELECT ?s WHERE { ?s x:ships ?n } ORDER BY DESC(?n)",
        "?s\n<http://x/b>\n<http://x/a>\n");
  check("SELECT ?s WHERE { ?s x:ships ?n } ORDER BY ?n LIMIT 1",
        "?s\n<http://x/a>\n");
}
END_TEST

START_TEST(what_is_not_bound_is_left_empty)
{
  check("SELECT ?s ?n WHERE { ?s a x:Port OPTIONAL { ?s x:ships ?n } }",
        "?s\t?n\n"
        "<http://x/a>\t\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
        "<http://x/b>\t\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>\n"
        "<http://x/d>\t\n");
  check_as(TW_RESULT_CSV,
           "SELECT ?n ?s WHERE { ?s a x:Port OPTIONAL { ?s x:ships ?n } }",
           "n,s\r\n,http://x/d\r\n12,http://x/b\r\n3,http://x/a\r\n");
}
END_TEST

START_TEST(columns_are_sorted_by_what_they_are_worth)
{
  check("SELECT ?n ?s WHERE { ?s x:ships ?n } ORDER BY DESC(STR(?n))",
        "?n\t?s\n"
        "\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>\t<http://x/a>\n"
        "\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>\t<http://x/b>\n");
  check("SELECT ?s ?o WHERE { ?s x:near ?o } ORDER BY ?o DESC(?s) OFFSET 1",
        "?s\t?o\n<http://x/b>\t<http://x/c>\n<http://x/a>\t<http://x/c>\n");
  check("SELECT ?s ?o WHERE { ?s x:near ?o } ORDER BY ASC(?s) LIMIT 1 OFFSET 9",
        "?s\t?o\n");
  check("SELECT DISTINCT ?o WHERE { ?s x:near ?o } LIMIT 1",
        "?o\n<http://x/b>\n");
}
END_TEST

START_TEST(what_is_optional_comes_whole_or_not)
{
  /* Both triples or none; as often as they match */
  check("SELECT ?s ?n WHERE { ?s a x:Port . "
        "OPTIONAL { ?s x:near ?o . ?o x:ships ?k ; x:name ?n . } . }",
        "?s\t?n\n"
        "<http://x/a>\t\"B, \\\"the\\\"\\nsecond\"\n"
        "<http://x/b>\t\n<http://x/d>\t\n");
  check("SELECT ?s ?o WHERE { ?s a x:Port OPTIONAL { ?s x:near ?o } "
        "OPTIONAL { ?s x:since ?t } FILTER(!BOUND(?t)) }",
        "?s\t?o\n<http://x/b>\t<http://x/c>\n<http://x/d>\t\n");
  /* One name in two groups; what no quad has */
  check("SELECT ?s ?o WHERE { { ?s a x:Town OPTIONAL { ?s x:near ?o } } UNION "
        "{ ?s x:ships 3 OPTIONAL { ?s x:near ?o } } }",
        "?s\t?o\n<http://x/a>\t<http://x/b>\n<http://x/a>\t<http://x/c>\n"
        "<http://x/c>\t\n");
  check("SELECT ?s ?o WHERE { ?s x:ships 3 OPTIONAL { ?s x:nope ?o } }",
        "?s\t?o\n<http://x/a>\t\n");
  /* Not written otherwise: one name in two OPTIONALs, all columns */
  check("SELECT ?s ?o WHERE { ?s a x:Port OPTIONAL { ?s x:nope ?o } "
        "OPTIONAL { ?s x:near ?o } FILTER(?s != x:a) }",
        "?s\t?o\n<http://x/b>\t<http://x/c>\n<http://x/d>\t\n");
  check("SELECT * WHERE { ?s x:ships 12 OPTIONAL { ?s x:near ?o } }",
        "?s\t?o\n<http://x/b>\t<http://x/c>\n");
}
END_TEST

START_TEST(no_rows_keep_their_columns)
{
  check("SELECT ?s ?n WHERE { ?s x:nope ?n }", "?s\t?n\n");
  check_as(TW_RESULT_JSON, "SELECT ?s WHERE { ?s x:nope ?n }",
           "{\"head\": {\"vars\": [\"s\"]},\n"
           " \"results\": {\"bindings\": []}}\n");
}
END_TEST

static void
check_with(const char* sparql, const char* name, const char* value,
           const char* expected)
{
  const TwBinding binding = {tw_str(name), tw_str(value)};
  given = &binding;
  check(sparql, expected);
  given = NULL;
}

START_TEST(a_value_stands_for_a_variable)
{
  check_with("SELECT ?s WHERE { ?s x:name $called }", "called", "Cé",
             "?s\n<http://x/c>\n");
  check_with("SELECT ?s WHERE { ?s x:name ?called }", "called",
             "B, \"the\"\nsecond", "?s\n<http://x/b>\n");
  check_with("SELECT ?s WHERE { ?s x:name $called } # $called", "called",
             "\" ) } DROP", "?s\n");
  check_with("SELECT ?s WHERE { ?s x:ships ?n . FILTER(STR(?n) = $few) }",
             "few", "3", "?s\n<http://x/a>\n");
}
END_TEST

START_TEST(a_value_for_a_column_keeps_rows)
{
  check_with("SELECT ?s ?n WHERE { ?s x:name ?n }", "n", "CE",
             "?s\t?n\n<http://x/c>\t\"Cé\"\n");
  check_with("SELECT ?s (STR(?n) AS ?text) WHERE { ?s x:ships ?n }", "text",
             "12", "?s\t?text\n<http://x/b>\t\"12\"\n");
  check_with("SELECT ?s WHERE { ?s x:near ?o }", "s", "/b",
             "?s\n<http://x/b>\n");
  check_with("SELECT ?s ?n WHERE { ?s a x:Port OPTIONAL { ?s x:ships ?n } }",
             "n", "7", "?s\t?n\n");
}
END_TEST

START_TEST(a_value_for_no_variable_is_refused)
{
  TwStr answer;
  const TwBinding binding = {TW_STR("nobody"), TW_STR("x")};
  given = &binding;
  const TwStatus status =
    ask_as(TW_RESULT_TSV, "SELECT ?s WHERE { ?s x:near ?o }", &answer);
  given = NULL;
  ck_assert_int_eq(status, TW_ERR_QUERY);
  ck_assert_int_eq(seen.code, 4207);
}
END_TEST

#define NAMES "SELECT ?n WHERE { ?s x:name ?n ; a x:Port }"

START_TEST(csv_quotes)
{
  check_as(TW_RESULT_CSV, NAMES,
           "n\r\n\"B, \"\"the\"\"\nsecond\"\r\nElm Sound\r\nÄlmsund\r\n");
}
END_TEST

START_TEST(tsv_writes_terms)
{
  check(NAMES, "?n\n\"B, \\\"the\\\"\\nsecond\"\n\"Elm Sound\"@en\n"
               "\"Älmsund\"\n");
}
END_TEST

START_TEST(json_names_types)
{
  check_as(TW_RESULT_JSON,
           "SELECT ?s ?n WHERE { ?s x:since ?n ; x:name \"Älmsund\" }",
           "{\"head\": {\"vars\": [\"s\", \"n\"]},\n"
           " \"results\": {\"bindings\": [\n"
           "    {\"s\": {\"type\": \"uri\", \"value\": \"http://x/a\"},\n"
           "     \"n\": {\"type\": \"literal\", \"value\": \"1911-05-02\", "
           "\"datatype\": \"http://www.w3.org/2001/XMLSchema#date\"}}]}}\n");
}
END_TEST

START_TEST(xml_escapes)
{
  check_as(TW_RESULT_XML, "SELECT ?n WHERE { x:b x:name ?n }",
           "<?xml version=\"1.0\"?>\n"
           "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
           "  <head>\n    <variable name=\"n\"/>\n  </head>\n  <results>\n"
           "    <result>\n      <binding name=\"n\"><literal>B, "
           "&quot;the&quot;\nsecond</literal></binding>\n    </result>\n"
           "  </results>\n</sparql>\n");
}
END_TEST

START_TEST(a_table_is_aligned_by_code_points)
{
  check_as(TW_RESULT_TABLE, "SELECT ?n ?t WHERE { ?s x:name ?n ; a ?t }",
           "n                t\n"
           "---------------  -------------\n"
           "B, \"the\" second  http://x/Port\n"
           "Cé               http://x/Town\n"
           "Elm Sound        http://x/Port\n"
           "Älmsund          http://x/Port\n"
           "(4 rows)\n");
}
END_TEST

START_TEST(ask_answers_yes_or_no)
{
  check("ASK { ?s x:near x:c }", "true\n");
  check_as(TW_RESULT_CSV, "ASK { ?s x:near x:d }", "false\r\n");
  check_as(TW_RESULT_JSON, "ASK { ?s x:near x:c }",
           "{\"head\": {}, \"boolean\": true}\n");
}
END_TEST

START_TEST(construct_gives_each_triple_once)
{
  check("CONSTRUCT { ?o x:beside ?s . x:b x:is \"next\" } WHERE "
        "{ ?s x:near ?o }",
        "<http://x/b> <http://x/beside> <http://x/a> .\n"
        "<http://x/b> <http://x/is> \"next\" .\n"
        "<http://x/c> <http://x/beside> <http://x/a> .\n"
        "<http://x/c> <http://x/beside> <http://x/b> .\n");
}
END_TEST

START_TEST(prefixes_need_not_be_declared)
{
  check("SELECT ?s WHERE { ?s rdf:type x:Town . OPTIONAL { ?s tw:date ?d } }",
        "?s\n<http://x/c>\n");
  check("PREFIX tw: <http://x/> SELECT ?s WHERE { ?s a tw:Town }",
        "?s\n<http://x/c>\n");
}
END_TEST

START_TEST(aggregates_over_nothing_are_right)
{
  check("SELECT (COUNT(*) AS ?n) WHERE { ?s a x:Port }",
        "?n\n\"3\"^^<http://www.w3.org/2001/XMLSchema#integer>\n");
  check("SELECT (COUNT(*) AS ?n) WHERE { ?s a x:Nope }",
        "?n\n\"0\"^^<http://www.w3.org/2001/XMLSchema#integer>\n");
  check("SELECT ?t (COUNT(*) AS ?n) WHERE { ?s a ?t FILTER(?t = x:Nope) } "
        "GROUP BY ?t",
        "?t\t?n\n");
  check("SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?o WHERE "
        "{ ?s x:near ?o } } }",
        "?n\n\"2\"^^<http://www.w3.org/2001/XMLSchema#integer>\n");
}
END_TEST

START_TEST(graphs_can_be_asked)
{
  file = "g.nq";
  check("SELECT ?o WHERE { ?s x:p ?o }", "?o\n<http://x/1>\n<http://x/2>\n");
  check("SELECT ?g ?o WHERE { GRAPH ?g { ?s x:p ?o } }",
        "?g\t?o\n<http://x/g>\t<http://x/1>\n<http://x/h>\t<http://x/1>\n");
  check("SELECT ?o WHERE { GRAPH x:h { ?s x:p ?o } }", "?o\n<http://x/1>\n");
}
END_TEST

/* While one triple of a group moves on, a part that is joined with it sets the
 * variables of another. */
START_TEST(parts_do_not_disturb_each_other)
{
  const char* const rows = "?s\t?t\t?n\n"
                           "<http://x/a>\t<http://x/a>\t\"Cé\"\n"
                           "<http://x/a>\t<http://x/b>\t\"Cé\"\n"
                           "<http://x/b>\t<http://x/a>\t\"Cé\"\n"
                           "<http://x/b>\t<http://x/b>\t\"Cé\"\n";
  check("SELECT ?s ?t ?n WHERE { ?s x:near x:c . ?t x:near ?c . ?t x:near x:c "
        "FILTER(?c = x:c) OPTIONAL { ?s x:near ?o . ?o x:name ?n "
        "FILTER(?o = x:c) } }",
        rows);
  check("SELECT ?s ?t ?n WHERE { ?s x:near x:c . ?t x:near x:c . "
        "{ ?s x:near ?o . ?o a x:Town ; x:name ?n } UNION "
        "{ ?s x:near ?o . ?o x:nope ?n } }",
        rows);
  check("SELECT ?s ?t ?n WHERE { ?s x:near x:c . ?t x:near x:c . "
        "FILTER(BOUND(?s)) ?s x:near ?o . ?o a x:Town ; x:name ?n . }",
        rows);
}
END_TEST

/* --- Refusals --- */

static void
check_refused(TwStatus status, int code, const char* sparql, size_t line,
              size_t column)
{
  TwStr answer;
  ck_assert_msg(ask_as(TW_RESULT_TSV, sparql, &answer) == status, "%s: %s",
                sparql, message);
  ck_assert_str(answer, "");
  ck_assert_msg(seen.code == code, "%s: %d %s", sparql, seen.code, message);
  ck_assert_msg(seen.line == line && seen.column == column, "%s: %zu:%zu %s",
                sparql, seen.line, seen.column, message);
}

START_TEST(errors_of_syntax_have_a_place)
{
  check_refused(TW_ERR_QUERY, 4201, "SELECT ?s WHERE {\n ?s FILTER ?o }", 3, 5);
  check_refused(TW_ERR_QUERY, 4201, "SELECT ?s WHERE { ?s ?p ?o", 2, 27);
  check_refused(TW_ERR_QUERY, 4201, "SELECT ?s WHERE { ?s y:p ?o }", 2, 22);
  check_refused(TW_ERR_QUERY, 4201, "SELECT ?s WHERE { ?s ?p \"x }", 2, 0);
  check_refused(TW_ERR_QUERY, 4201, "", 2, 1);
}
END_TEST

/* What the engine does not have, gets wrong, or would fetch, and a word of the
 * message. */
static const struct {
  const char* sparql;
  const char* word;
} refusals[] = {
  {"SELECT ?s WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"},
  {"SELECT ?s FROM <http://127.0.0.1:9/> WHERE { ?s ?p ?o }", "FROM"},
  {"SELECT ?s FROM NAMED x:g WHERE { ?s ?p ?o }", "FROM"},
  {"SELECT ?s WHERE { ?s x:near/x:near ?o }", "path"},
  {"SELECT ?s WHERE { ?s x:near+ ?o }", "path"},
  {"SELECT ?s WHERE { ?s ^x:near ?o }", "path"},
  {"SELECT ?s WHERE { ?s x:near|x:name ?o }", "path"},
  {"SELECT ?s WHERE { ?s a x:Port FILTER EXISTS { ?s x:near ?o } }", "EXISTS"},
  {"SELECT ?s WHERE { ?s a x:Port FILTER NOT EXISTS { ?s x:near x:c } }",
   "EXISTS"},
  {"SELECT ?s WHERE { ?s a x:Port MINUS { ?s x:near ?o } }", "MINUS"},
  {"DESCRIBE x:a", "DESCRIBE"},
  {"INSERT DATA { x:a x:p x:b }", "INSERT"},
  {"DELETE WHERE { x:a ?p ?o }", "DELETE"},
  {"LOAD <http://127.0.0.1:9/>", "LOAD"},
  {"SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s x:near ?o }", "DISTINCT"},
  {"SELECT ?v WHERE { VALUES ?v { 3 12 } ?s x:ships ?v }", "VALUES"},
  {"SELECT ?v { VALUES (?s ?v) { (x:a 3) (x:b 12) } ?s x:is ?v }", "VALUES"},
  {"SELECT * WHERE { { SELECT DISTINCT ?s { ?s x:near ?o } } }", "SELECT *"},
  {"SELECT ?v WHERE { ?s x:ships ?v } VALUES ?v { 3 }", "VALUES"},
  {"SELECT ?s ?m WHERE { ?s a x:Port { SELECT ?s (MAX(?v) AS ?m) WHERE "
   "{ ?s x:ships ?v } GROUP BY ?s } }",
   "SELECT"},
  {"SELECT ?s WHERE { { SELECT ?s (MAX(?v) AS ?m) WHERE { ?s x:ships ?v } "
   "GROUP BY ?s } }",
   "SELECT"},
  {"SELECT (CONCAT(STR(?s), \"!\") AS ?v) WHERE { ?s x:ships ?n }", "CONCAT"},
  {"SELECT ?s WHERE { { SELECT ?s WHERE { ?s x:name ?n FILTER(STRAFTER(STR(?n)"
   ", \"x\") = \"y\") } } }",
   "STRAFTER"},
  {"SELECT (MAX(YEAR(?d)) AS ?y) WHERE { ?s x:since ?d }", "YEAR"},
  {"SELECT (UCASE(?n) AS ?y) WHERE { ?s x:name ?n }", "UCASE"},
  {"SELECT ?s (COUNT(?n) AS ?c) WHERE { ?s a x:Port OPTIONAL "
   "{ ?s x:ships ?n } } GROUP BY ?s",
   "aggregate"},
  {"SELECT ?s WHERE { ?s x:near ?o } GROUP BY ?s", "GROUP"},
  {"SELECT (COUNT(*) AS ?n) WHERE { ?s x:near ?o } GROUP BY (STR(?s) AS ?x)",
   "GROUP"},
  {"SELECT DISTINCT ?n WHERE { ?s x:ships ?n } ORDER BY ?n", "ORDER"},
  {"SELECT (GROUP_CONCAT(?n; SEPARATOR=\"|\") AS ?m) WHERE { ?s x:ships ?n }",
   "SEPARATOR"},
  {"SELECT ?s WHERE { ?s x:name ?n FILTER(REGEX(?n, \"Ä.msund\")) }",
   "regular"},
  {"SELECT ?s WHERE { ?s x:name ?n FILTER(REGEX(?n, \"äl\", \"i\")) }",
   "regular"},
  {"SELECT ?s WHERE { ?s x:name ?n FILTER(REGEX(?n, \"\\\\d\")) }", "regular"},
  {"SELECT ?s ?m WHERE { ?s x:name ?n BIND(?n + 1 AS ?m) }", "BIND"},
  {"SELECT ?s WHERE { OPTIONAL { ?s x:nope ?n } }", "OPTIONAL"},
  {"SELECT ?s WHERE { ?s x:ships ?n FILTER(?n IN (3, \"three\")) }", "IN"},
  {"SELECT ?s WHERE { ?s x:ships ?n OPTIONAL { ?s x:near ?o OPTIONAL "
   "{ ?o x:near ?t FILTER(?n = 3) } } }",
   "FILTER"},
  {"SELECT ?s WHERE { ?s x:near ?n FILTER(?n < 3) }", "IRI"},
  {"SELECT ?s WHERE { ?s ?p ?n FILTER(?n >= 3) }", "IRI"},
  {"SELECT ?n WHERE { { SELECT ?n WHERE { ?s ?p ?n FILTER(?n >= 3) } } }",
   "IRI"},
  {"SELECT ?s WHERE { ?s a x:Port FILTER(!(?n > 3 && ?n < 9)) }", "negation"},
  {"SELECT ?s WHERE { ?s x:name ?n FILTER(?n < \"C\") }", "language"},
  {"SELECT ?s WHERE { ?s x:since ?n FILTER(?n < \"1912\"^^xsd:gYear) }",
   "type"},
};

START_TEST(what_the_engine_gets_wrong_is_refused)
{
  for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); ++i) {
    TwStr answer;
    const TwStatus status = ask_as(TW_RESULT_TSV, refusals[i].sparql, &answer);
    ck_assert_msg(status == TW_ERR_QUERY, "%s: status %d", refusals[i].sparql,
                  status);
    ck_assert_msg(seen.code == 4202, "%s: %d %s", refusals[i].sparql, seen.code,
                  message);
    ck_assert_msg(strstr(message, refusals[i].word), "%s: %s",
                  refusals[i].sparql, message);
    ck_assert_str(answer, "");
  }
}
END_TEST

START_TEST(a_refusal_has_a_place_and_a_way_out)
{
  check_refused(TW_ERR_QUERY, 4202,
                "SELECT ?s WHERE {\n  ?s a x:Port\n  MINUS { ?s x:near ?o } }",
                4, 3);
  ck_assert_msg(strstr(hint, "OPTIONAL"), "%s", hint);
}
END_TEST

/* Names, variables and texts that only look like what is refused. */
START_TEST(what_only_looks_wrong_runs)
{
  check("SELECT ?service ?minus WHERE { ?service x:ships ?minus . "
        "FILTER(?minus / 4 * 2 + 1 > 3) } # EXISTS",
        "?service\t?minus\n"
        "<http://x/b>\t\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>\n");
  check("SELECT ?s WHERE { ?s x:name ?n . FILTER(STR(?n) = \"MINUS\") }",
        "?s\n");
  check("SELECT ?s WHERE { ?s x:since \"1911-05-02\"^^xsd:date }",
        "?s\n<http://x/a>\n");
  check("SELECT ?s WHERE { ?s ?p ?n FILTER(ISNUMERIC(?n) && ?n > 3) }",
        "?s\n<http://x/b>\n");
  check("SELECT * WHERE { ?s x:ships 3 }", "?s\n<http://x/a>\n");
  check("SELECT ?v WHERE { VALUES ?v { \"1911-05-02\"^^xsd:date } "
        "?s x:since ?v }",
        "?v\n\"1911-05-02\"^^<http://www.w3.org/2001/XMLSchema#date>\n");
  check("SELECT ?s WHERE { ?s x:name ?n FILTER(REGEX(STR(?n), \"^.*msu\")) }",
        "?s\n<http://x/a>\n");
}
END_TEST

START_TEST(a_graph_that_is_not_there_is_said)
{
  check_refused(TW_ERR_QUERY, 4206, "SELECT ?s WHERE { GRAPH ?g { ?s a ?t } }",
                0, 0);
  file = "g.nq";
  check_refused(TW_ERR_QUERY, 4206, "SELECT ?s WHERE { GRAPH x:i { ?s a ?t } }",
                0, 0);
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_said)
{
  TwStr answer;
  file = "none.ttl";
  ck_assert_int_eq(ask_as(TW_RESULT_TSV, "ASK { ?s ?p ?o }", &answer),
                   TW_ERR_READ);
  ck_assert_int_eq(seen.code, 4102);
  scratch_put(&scratch, "bad.ttl", "<x:s> <x:p> <x:o> .\n<x:s> what .\n");
  file = "bad.ttl";
  ck_assert_int_eq(ask_as(TW_RESULT_TSV, "ASK { ?s ?p ?o }", &answer),
                   TW_ERR_READ);
  ck_assert_int_eq(seen.code, 4102);
  ck_assert_uint_eq(seen.line, 2);
  ck_assert_uint_eq(seen.column, 0);
  ck_assert_msg(strstr(place, "bad.ttl"), "%s", place);
}
END_TEST

START_TEST(a_query_without_end_is_ended)
{
  TwBuf nodes = TW_BUF_INIT;
  TwBuf answer = TW_BUF_INIT;
  TwDiagSink sink = {.report = keep};
  for (int i = 0; i < 400; ++i) {
    tw_buf_addf(&nodes, "<http://x/%d> <http://x/p> <http://x/q> .\n", i);
  }
  scratch_put(&scratch, "many.nt", nodes.s);
  const TwQuery query = {
    .path = scratch_path(&scratch, "many.nt"),
    .sparql = TW_STR("SELECT ?a WHERE { ?a ?p ?q . ?b ?p ?q . ?c ?p ?q . "
                     "?d ?p ?q . ?e ?p ?q FILTER(?a = ?none) }"),
    .name = TW_STR("q.rq"),
    .seconds = 1,
  };
  ck_assert_int_eq(tw_query_run(&query, &sink, &answer), TW_ERR_CHILD);
  ck_assert_int_eq(seen.code, 4203);
  ck_assert_uint_eq(answer.len, 0);
  tw_buf_clear(&nodes);
  tw_buf_clear(&answer);
}
END_TEST

Suite*
test_query_suite(void)
{
  const TTest* const tests[] = {
    rows_come_sorted,
    an_order_is_kept,
    columns_are_sorted_by_what_they_are_worth,
    what_is_optional_comes_whole_or_not,
    what_is_not_bound_is_left_empty,
    no_rows_keep_their_columns,
    a_value_stands_for_a_variable,
    a_value_for_a_column_keeps_rows,
    a_value_for_no_variable_is_refused,
    csv_quotes,
    tsv_writes_terms,
    json_names_types,
    xml_escapes,
    a_table_is_aligned_by_code_points,
    ask_answers_yes_or_no,
    construct_gives_each_triple_once,
    prefixes_need_not_be_declared,
    aggregates_over_nothing_are_right,
    graphs_can_be_asked,
    parts_do_not_disturb_each_other,
    errors_of_syntax_have_a_place,
    what_the_engine_gets_wrong_is_refused,
    a_refusal_has_a_place_and_a_way_out,
    what_only_looks_wrong_runs,
    a_graph_that_is_not_there_is_said,
    a_file_that_cannot_be_read_is_said,
    a_query_without_end_is_ended,
  };
  return SUITE_WITH("query", tests, setup, teardown);
}
