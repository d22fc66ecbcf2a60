/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/utf8.h"
#include "graph/store/store.h"
#include "output/literal.h"
#include "output/turtle.h"
#include "tests/unit/check_quads.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <stdio.h>
#include <string.h>

#define BASE "https://data.example/x/"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define N_SEEDS 40
#define N_QUADS 100
#define TW "https://w3id.org/triplewire#"

static TwQuads* quads;
static TwBuf text = TW_BUF_INIT;

static void
setup(void)
{
  quads = tw_quads_new();
  ck_assert_ptr_nonnull(quads);
}

static void
teardown(void)
{
  tw_quads_free(quads);
  tw_buf_clear(&text);
}

static void
end(TwWriter* writer, TwStatus status)
{
  ck_assert_int_eq(status, TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
}

static const char*
turtle(const char* base)
{
  TwWriter* writer = NULL;
  tw_buf_reset(&text);
  ck_assert_int_eq(tw_writer_open_text(&text, &writer), TW_OK);
  end(writer, tw_turtle_write(quads, tw_str(base), writer));
  return text.s;
}

static const char*
nquads(void)
{
  TwWriter* writer = NULL;
  tw_buf_reset(&text);
  ck_assert_int_eq(tw_writer_open_text(&text, &writer), TW_OK);
  end(writer, tw_nquads_write(quads, writer));
  return text.s;
}

/* What stands behind the prefixes. */
static const char*
body(void)
{
  const char* const start = strstr(turtle(BASE), "\n\n");
  ck_assert_ptr_nonnull(start);
  return start + 1;
}

START_TEST(a_subject_is_a_block)
{
  check_add(quads, "- " BASE "person/olga a:p '2^" XSD "integer");
  check_add(quads, "- " BASE "person/olga " RDF "type " TW "Person");
  check_add(quads, "g:1 " BASE "person/olga " TW "memberOf " BASE "cartel/b");
  check_add(quads, "g:2 " BASE "person/olga " TW "memberOf " BASE "cartel/a");
  check_add(quads, "g:3 " BASE "person/olga " TW "memberOf " BASE "cartel/a");
  check_add(quads, "- " BASE "person/ana " RDF "type " TW "Person");
  check_add(quads, "- b:s " TW "date '2024-05^" XSD "gYearMonth");
  ck_assert_str_eq(body(), "\n<b:s>\n"
                           "  tw:date \"2024-05\"^^xsd:gYearMonth .\n"
                           "\n<person/ana>\n"
                           "  a tw:Person .\n"
                           "\n<person/olga>\n"
                           "  a tw:Person ;\n"
                           "  <a:p> 2 ;\n"
                           "  tw:memberOf <cartel/a>, <cartel/b> .\n");
}
END_TEST

START_TEST(long_lists_go_on_in_the_next_line)
{
  char line[80];
  for (int i = 0; i < 12; ++i) {
    snprintf(line, sizeof(line), "- s:1 p:1 'value %02d", i);
    check_add(quads, line);
  }
  ck_assert_str_eq(
    body(), "\n<s:1>\n"
            "  <p:1> \"value 00\", \"value 01\", \"value 02\", \"value 03\", "
            "\"value 04\", \"value 05\",\n"
            "    \"value 06\", \"value 07\", \"value 08\", \"value 09\", "
            "\"value 10\", \"value 11\" .\n");
}
END_TEST

/* What `object` becomes. */
static const char*
written(const char* object)
{
  static char out[400];
  char line[400];
  tw_quads_free(quads);
  quads = tw_quads_new();
  snprintf(line, sizeof(line), "- s:1 p:1 %s", object);
  check_add(quads, line);
  const char* const all = body();
  snprintf(out, sizeof(out), "%s", strstr(all, "<p:1> ") + 6);
  ck_assert_ptr_nonnull(strstr(out, " .\n"));
  *strstr(out, " .\n") = '\0';
  return out;
}

START_TEST(only_canonical_numbers_stand_bare)
{
  static const char* const rows[][2] = {
    {"'0^" XSD "integer", "0"},
    {"'-12^" XSD "integer", "-12"},
    {"'012^" XSD "integer", "\"012\"^^xsd:integer"},
    {"'+1^" XSD "integer", "\"+1\"^^xsd:integer"},
    {"'-0^" XSD "integer", "\"-0\"^^xsd:integer"},
    {"'-^" XSD "integer", "\"-\"^^xsd:integer"},
    {"'1 .^" XSD "integer", "\"1 .\"^^xsd:integer"},
    {"'true^" XSD "boolean", "true"},
    {"'1^" XSD "boolean", "\"1\"^^xsd:boolean"},
    {"'1.0^" XSD "double", "\"1.0\"^^xsd:double"},
    {"'plain^" XSD "string", "\"plain\""},
    {"'plain@en-GB", "\"plain\"@en-GB"},
    {"'x^t:1", "\"x\"^^<t:1>"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    ck_assert_str_eq(written(rows[i][0]), rows[i][1]);
  }
}
END_TEST

START_TEST(only_plain_names_are_shortened)
{
  static const char* const rows[][2] = {
    {TW "Person", "tw:Person"},
    {TW "a/b", "<" TW "a/b>"},
    {TW, "<" TW ">"},
    {TW "-a", "<" TW "-a>"},
    {TW "a.", "<" TW "a.>"},
    {TW "a%20b", "<" TW "a%20b>"},
    {XSD "1", "xsd:1"},
    {BASE "doc/1/span/2-3", "<doc/1/span/2-3>"},
    {BASE "city/\xc3\xa9vora", "<city/\xc3\xa9vora>"},
    {BASE "a/../b", "<" BASE "a/../b>"},
    {BASE "./b", "<" BASE "./b>"},
    {BASE "a//b", "<" BASE "a//b>"},
    {BASE "/b", "<" BASE "/b>"},
    {BASE "a/", "<" BASE "a/>"},
    {BASE "a:b", "<" BASE "a:b>"},
    {BASE "a?b", "<" BASE "a?b>"},
    {BASE "a#b", "<" BASE "a#b>"},
    {BASE, "<" BASE ">"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    ck_assert_str_eq(written(rows[i][0]), rows[i][1]);
  }
}
END_TEST

START_TEST(a_base_that_moves_names_is_not_used)
{
  static const char* const bases[] = {
    "urn:x:",
    "https://a.example/x#",
    "https://a.example/x",
    "https://a.example/../",
    "https://a.example/?q=/",
    "",
  };
  for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); ++i) {
    ck_assert_ptr_null(strstr(turtle(bases[i]), "@base"));
  }
  ck_assert_ptr_nonnull(strstr(turtle(BASE), "@base <" BASE "> .\n"));
}
END_TEST

START_TEST(escapes_are_those_of_the_grammar)
{
  tw_buf_reset(&text);
  tw_literal_text(&text, TW_STR("a\"\\\n\r\t\b\f\x0b\x01\x7f\0\xc3\xa9'"));
  ck_assert_str_eq(text.s, "\"a\\\"\\\\\\n\\r\\t\\b\\f\\u000B\\u0001\\u007F"
                           "\\u0000\xc3\xa9'\"");
  tw_buf_reset(&text);
  tw_literal_iri(&text, TW_STR("a> <b\"{}|^`\\\x1f"));
  ck_assert_str_eq(text.s, "<a\\u003E\\u0020\\u003Cb\\u0022\\u007B\\u007D"
                           "\\u007C\\u005E\\u0060\\u005C\\u001F>");
}
END_TEST

START_TEST(quads_are_lines)
{
  check_add(quads, "g:1 s:1 p:1 'two\nlines@en");
  check_add(quads, "- s:2 p:1 o:1");
  check_add(quads, "- s:1 p:1 '4^" XSD "integer");
  check_add(quads, "- s:1 p:1 'x^" XSD "string");
  ck_assert_str_eq(nquads(), "<s:1> <p:1> \"4\"^^<" XSD "integer> .\n"
                             "<s:1> <p:1> \"x\" .\n"
                             "<s:2> <p:1> <o:1> .\n"
                             "<s:1> <p:1> \"two\\nlines\"@en <g:1> .\n");
}
END_TEST

START_TEST(nothing_is_a_file_too)
{
  ck_assert_str_eq(nquads() ? nquads() : "", "");
  ck_assert_ptr_null(strstr(turtle(BASE), "\n\n"));
}
END_TEST

/* --- Read back --- */

static uint32_t
draw(uint32_t* state, uint32_t below)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % below;
}

/* Code points that a writer or a reader may get wrong. */
static const uint32_t hostile[] = {
  1,      8,      9,      10,     11,     12,     13,      0x1f,    ' ',
  '"',    '\'',   '\\',   '<',    '>',    '{',    '}',     '^',     '@',
  '.',    ';',    ',',    '#',    '%',    ':',    '/',     '?',     'a',
  'Z',    '0',    '-',    '_',    '~',    0x7f,   0x85,    0xa0,    0xe9,
  0x2011, 0x2028, 0x202e, 0xd7ff, 0xe000, 0xfeff, 0xfffd,  0x1f600, 0x10ffff,
  'u',    'n',    't',    '`',    '|',    '&',    0x20000, '$',     '='};

static size_t
draw_text(uint32_t* state, char* out)
{
  size_t len = 0;
  const uint32_t n = draw(state, 12);
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t at = draw(state, sizeof(hostile) / sizeof(hostile[0]));
    len += tw_utf8_encode(hostile[at], out + len);
  }
  return len;
}

/* Without full stops: readers remove dot segments (RFC 3986, 5.2.4). */
static TwStr
draw_iri(uint32_t* state, char* out)
{
  static const char* const stems[] = {
    BASE, TW, XSD, BASE "doc/", "urn:x:", "https://o.example/"};
  const char* const stem = stems[draw(state, sizeof(stems) / sizeof(stems[0]))];
  const size_t len = strlen(stem);
  memcpy(out, stem, len);
  const size_t end = len + draw_text(state, out + len);
  for (char* at = out + len; (at = memchr(at, '.', (size_t)(out + end - at)));
       ++at) {
    *at = '-';
  }
  return (TwStr){out, end};
}

static TwTerm
draw_term(uint32_t* state, char* out)
{
  static const char* const types[] = {"integer", "boolean", "date", "string"};
  /* Raptor writes tags in lower case; RFC 5646 lets it. */
  static const char* const languages[] = {"en", "es-mx", "zh-hant-tw"};
  static const char* const numbers[] = {"12", "-3", "007", "true", "x"};
  static char datatype[80];
  TwTerm term = {.kind = TW_TERM_LITERAL};
  const uint32_t kind = draw(state, 6);
  if (kind == 0) {
    return (TwTerm){.kind = TW_TERM_IRI, .text = draw_iri(state, out)};
  }
  term.text = (TwStr){out, draw_text(state, out)};
  if (kind < 3) {
    snprintf(datatype, sizeof(datatype), XSD "%s", types[draw(state, 4)]);
    term.datatype = tw_str(datatype);
    term.text = tw_str(numbers[draw(state, 5)]);
  } else if (kind == 3) {
    term.language = tw_str(languages[draw(state, 3)]);
  }
  return term;
}

/* Adds at least `n` quads; of few terms, so that lists and blocks come
 * about. */
static void
draw_quads(uint32_t seed, size_t n)
{
  static const char* const predicates[] = {RDF "type", TW "memberOf", "p:1",
                                           "https://o.example/#p"};
  char subject[200];
  char object[200];
  uint32_t state = seed;
  for (size_t added = 0; added < n;) {
    TwQuad quad = {.subject = {.kind = TW_TERM_IRI}};
    quad.subject.text = draw_iri(&state, subject);
    quad.predicate = (TwTerm){.kind = TW_TERM_IRI,
                              .text = tw_str(predicates[draw(&state, 4)])};
    quad.graph = draw(&state, 2) ? TW_STR("g:1") : TW_STR("");
    for (uint32_t i = draw(&state, 4); i < 5; ++i) {
      quad.object = draw_term(&state, object);
      const TwStatus status = tw_quads_add(quads, &quad);
      ck_assert(status == TW_OK || status == TW_ERR_STORE);
      added += status == TW_OK;
    }
  }
}

/* The quads that raptor finds in `path`, as text. */
static TwBuf
read_back(const char* path, bool is_union)
{
  TwDiagSink sink = {.report = NULL};
  TwStore* store = NULL;
  TwQuads* found = NULL;
  TwBuf out = TW_BUF_INIT;
  ck_assert_int_eq(tw_store_open(NULL, &sink, &store), TW_OK);
  ck_assert_int_eq(tw_store_read(store, path), TW_OK);
  ck_assert_int_eq(tw_store_quads(store, &found), TW_OK);
  tw_buf_add(&out, check_quads_nquads(found, is_union));
  ck_assert_uint_eq(sink.counts[TW_ERROR], 0);
  tw_store_free(store);
  return out;
}

/* Both are lines; the message shows the first that differ. */
static void
check_same_lines(TwStr wanted, TwStr found)
{
  TwStr a = {NULL, 0};
  TwStr b = {NULL, 0};
  while (tw_str_next(&wanted, '\n', &a) && tw_str_next(&found, '\n', &b)) {
    ck_assert_msg(tw_str_equal(a, b), "\"%.*s\" is not \"%.*s\"", TW_STR_ARG(b),
                  TW_STR_ARG(a));
  }
  ck_assert_uint_eq(wanted.len, found.len);
}

static void
check_reads_back(const Scratch* scratch)
{
  scratch_put(scratch, "a.ttl", turtle(BASE));
  TwBuf found = read_back(scratch_path(scratch, "a.ttl"), true);
  check_same_lines(check_quads_nquads(quads, true), tw_buf_str(&found));
  tw_buf_clear(&found);
  scratch_put(scratch, "a.nq", nquads());
  found = read_back(scratch_path(scratch, "a.nq"), false);
  check_same_lines(check_quads_nquads(quads, false), tw_buf_str(&found));
  tw_buf_clear(&found);
}

START_TEST(what_was_written_reads_back)
{
  Scratch scratch;
  scratch_init(&scratch);
  for (uint32_t seed = 0; seed < N_SEEDS; ++seed) {
    draw_quads(seed, N_QUADS);
    check_reads_back(&scratch);
    tw_quads_free(quads);
    quads = tw_quads_new();
  }
  scratch_clear(&scratch);
}
END_TEST

START_TEST(a_full_disk_is_told)
{
  TwWriter* writer = NULL;
  draw_quads(3, 100);
  ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
  ck_assert_int_eq(tw_turtle_write(quads, TW_STR(BASE), writer), TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_ERR_WRITE);
  ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
  ck_assert_int_eq(tw_nquads_write(quads, writer), TW_OK);
  ck_assert_int_eq(tw_writer_commit(writer), TW_ERR_WRITE);
}
END_TEST

static void
starve(TwStatus (*write)(TwWriter* writer))
{
  bool refused = true;
  for (size_t n = 0; refused; ++n) {
    TwWriter* writer = NULL;
    ck_assert_int_eq(tw_writer_open("/dev/null", &writer), TW_OK);
    tw_alloc_fail_after(n);
    const TwStatus status = write(writer);
    refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
    tw_writer_abort(writer);
  }
}

static TwStatus
write_turtle(TwWriter* writer)
{
  return tw_turtle_write(quads, TW_STR(BASE), writer);
}

static TwStatus
write_nquads(TwWriter* writer)
{
  return tw_nquads_write(quads, writer);
}

START_TEST(no_memory_is_told)
{
  draw_quads(5, 40);
  starve(write_turtle);
  starve(write_nquads);
}
END_TEST

Suite*
test_turtle_suite(void)
{
  const TTest* const tests[] = {
    a_subject_is_a_block,
    long_lists_go_on_in_the_next_line,
    only_canonical_numbers_stand_bare,
    only_plain_names_are_shortened,
    a_base_that_moves_names_is_not_used,
    escapes_are_those_of_the_grammar,
    quads_are_lines,
    nothing_is_a_file_too,
    what_was_written_reads_back,
    a_full_disk_is_told,
    no_memory_is_told,
  };
  return SUITE_WITH("turtle", tests, setup, teardown);
}
