/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "graph/store/quads_index.h"
#include "graph/store/store.h"
#include "graph/store/store_parts.h"
#include "tests/unit/check_quads.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <stdio.h>
#include <string.h>

static Scratch scratch;
static TwStore* store;
static TwDiagSink sink;
static TwDiag seen;
static char seen_text[400];

/* Keeps the last message. */
static void
keep(void* data, const TwDiag* diag)
{
  (void)data;
  seen = *diag;
  snprintf(seen_text, sizeof(seen_text), "%.*s", TW_STR_ARG(diag->message));
}

static void
setup(void)
{
  scratch_init(&scratch);
  seen = (TwDiag){.code = 0};
  seen_text[0] = '\0';
  sink = (TwDiagSink){.report = keep};
  ck_assert_int_eq(tw_store_open(NULL, &sink, &store), TW_OK);
}

static void
teardown(void)
{
  tw_store_free(store);
  scratch_clear(&scratch);
}

static TwStatus
add(TwStore* to, const char* line)
{
  const TwQuad quad = check_quad(line);
  return tw_store_add(to, &quad);
}

static TwStr
text_of(TwStore* of)
{
  TwQuads* quads = NULL;
  ck_assert_int_eq(tw_store_quads(of, &quads), TW_OK);
  return check_quads_nquads(quads, false);
}

START_TEST(an_unknown_kind_is_refused)
{
  TwStore* none = store;
  ck_assert_int_eq(tw_store_open("trees", &sink, &none), TW_ERR_STORE);
  ck_assert_ptr_null(none);
  ck_assert_int_eq(seen.code, 4101);
}
END_TEST

static const char* const lines[] = {
  "- s:1 p:1 o:1",
  "g:1 s:1 p:1 o:1",
  "g:1 s:1 p:1 o:1",
  "g:2 s:1 p:2 'plain",
  "g:2 s:1 p:2 'plain@en",
  "g:2 s:1 p:2 '2026-01-20^http://www.w3.org/2001/XMLSchema#date",
  "g:2 s:2 p:1 '",
  "- s:2 p:1 'two\nlines \"and\" \\ \xc3\xa9",
};

START_TEST(both_storages_hold_the_same)
{
  TwStore* hashes = NULL;
  char own[2000];
  ck_assert_int_eq(tw_store_open("hashes", &sink, &hashes), TW_OK);
  for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); ++i) {
    ck_assert_int_eq(add(store, lines[i]), TW_OK);
    ck_assert_int_eq(add(hashes, lines[i]), TW_OK);
  }
  snprintf(own, sizeof(own), "%.*s", TW_STR_ARG(text_of(store)));
  ck_assert_str(text_of(hashes), own);
  ck_assert_int_eq(add(hashes, "- s:9 p:9 o:9"), TW_OK);
  ck_assert_int_eq(add(store, "- s:9 p:9 o:9"), TW_OK);
  snprintf(own, sizeof(own), "%.*s", TW_STR_ARG(text_of(store)));
  ck_assert_str(text_of(hashes), own);
  tw_store_free(hashes);
}
END_TEST

START_TEST(both_storages_refuse_what_is_no_term)
{
  TwStore* hashes = NULL;
  ck_assert_int_eq(tw_store_open("hashes", &sink, &hashes), TW_OK);
  TwStore* const both[] = {store, hashes};
  for (size_t i = 0; i < 2; ++i) {
    TwStore* const one = both[i];
    ck_assert_int_eq(add(one, "- s p:1 o:1"), TW_ERR_STORE);
    ck_assert_int_eq(add(one, "- s:1 'p o:1"), TW_ERR_STORE);
    ck_assert_int_eq(add(one, "g s:1 p:1 o:1"), TW_ERR_STORE);
    ck_assert_int_eq(add(one, "- s:1 p:1 '\xff"), TW_ERR_STORE);
    ck_assert_str(text_of(one), "");
  }
  tw_store_free(hashes);
}
END_TEST

/* --- Redland asks our storage --- */

/* How many statements Redland finds in graph `g` (NULL: in any). */
static size_t
ask(librdf_model* model, const char* g, const char* s, const char* p,
    const char* o)
{
  librdf_world* const world = tw_store_world(store);
  const char* const names[4] = {g, s, p, o};
  librdf_node* nodes[4] = {NULL, NULL, NULL, NULL};
  for (int i = 0; i < 4; ++i) {
    if (names[i] && names[i][0] == '\'') {
      nodes[i] = librdf_new_node_from_literal(
        world, (const unsigned char*)names[i] + 1, NULL, 0);
    } else if (names[i]) {
      nodes[i] =
        librdf_new_node_from_uri_string(world, (const unsigned char*)names[i]);
    }
  }
  librdf_statement* const like =
    librdf_new_statement_from_nodes(world, nodes[1], nodes[2], nodes[3]);
  librdf_stream* const stream =
    g ? librdf_model_find_statements_in_context(model, like, nodes[0])
      : librdf_model_find_statements(model, like);
  size_t n = 0;
  ck_assert_ptr_nonnull(stream);
  for (; !librdf_stream_end(stream); librdf_stream_next(stream)) {
    librdf_statement* const found = librdf_stream_get_object(stream);
    ck_assert(librdf_statement_match(found, like));
    ck_assert(!g ||
              librdf_node_equals(librdf_stream_get_context2(stream), nodes[0]));
    ++n;
  }
  librdf_free_stream(stream);
  librdf_free_statement(like);
  if (nodes[0]) {
    librdf_free_node(nodes[0]);
  }
  return n;
}

START_TEST(redland_finds_every_pattern)
{
  static const char* const quads[] = {
    "- s:1 p:1 o:1",    "g:1 s:1 p:1 o:1", "g:1 s:1 p:2 o:1",
    "g:2 s:1 p:1 'o:1", "g:2 s:2 p:1 o:1",
  };
  librdf_model* const model = tw_store_model(store, 1);
  for (size_t i = 0; i < sizeof(quads) / sizeof(quads[0]); ++i) {
    ck_assert_int_eq(add(store, quads[i]), TW_OK);
  }
  ck_assert_int_eq(librdf_model_size(model), 5);
  ck_assert_uint_eq(ask(model, NULL, NULL, NULL, NULL), 4);
  ck_assert_uint_eq(ask(model, NULL, "s:1", NULL, NULL), 3);
  ck_assert_uint_eq(ask(model, NULL, "s:1", "p:1", NULL), 2);
  ck_assert_uint_eq(ask(model, NULL, "s:1", "p:1", "o:1"), 1);
  ck_assert_uint_eq(ask(model, NULL, "s:1", NULL, "o:1"), 2);
  ck_assert_uint_eq(ask(model, NULL, NULL, "p:1", NULL), 3);
  ck_assert_uint_eq(ask(model, NULL, NULL, "p:1", "o:1"), 2);
  ck_assert_uint_eq(ask(model, NULL, NULL, NULL, "o:1"), 3);
  ck_assert_uint_eq(ask(model, NULL, NULL, NULL, "'o:1"), 1);
  ck_assert_uint_eq(ask(model, NULL, NULL, NULL, "'never"), 0);
  ck_assert_uint_eq(ask(model, "g:1", NULL, NULL, NULL), 2);
  ck_assert_uint_eq(ask(model, "g:2", "s:1", NULL, NULL), 1);
  ck_assert_uint_eq(ask(model, "g:2", NULL, "p:2", NULL), 0);
  ck_assert_uint_eq(ask(model, "g:3", NULL, NULL, NULL), 0);
}
END_TEST

static size_t
count_graphs(librdf_model* model)
{
  librdf_iterator* const iterator = librdf_model_get_contexts(model);
  size_t n = 0;
  if (iterator) {
    for (; !librdf_iterator_end(iterator); librdf_iterator_next(iterator)) {
      ++n;
    }
    librdf_free_iterator(iterator);
  }
  return n;
}

START_TEST(one_model_knows_graphs_and_one_does_not)
{
  ck_assert_int_eq(add(store, "- s:1 p:1 o:1"), TW_OK);
  ck_assert_int_eq(add(store, "g:1 s:1 p:1 o:1"), TW_OK);
  ck_assert_int_eq(add(store, "g:2 s:1 p:1 o:1"), TW_OK);
  librdf_model* const plain = tw_store_model(store, 0);
  ck_assert_uint_eq(count_graphs(tw_store_model(store, 1)), 2);
  ck_assert(!librdf_model_supports_contexts(plain));
  ck_assert(librdf_model_supports_contexts(tw_store_model(store, 1)));
  ck_assert_uint_eq(ask(plain, NULL, NULL, NULL, NULL), 1);
}
END_TEST

START_TEST(redland_adds_to_our_storage)
{
  librdf_world* const world = tw_store_world(store);
  librdf_model* const model = tw_store_model(store, 1);
  const unsigned char* const names[] = {(const unsigned char*)"s:1",
                                        (const unsigned char*)"p:1",
                                        (const unsigned char*)"g:1"};
  librdf_statement* const statement = librdf_new_statement_from_nodes(
    world, librdf_new_node_from_uri_string(world, names[0]),
    librdf_new_node_from_uri_string(world, names[1]),
    librdf_new_node_from_literal(world, names[0], "en", 0));
  librdf_node* const graph = librdf_new_node_from_uri_string(world, names[2]);
  ck_assert_int_eq(librdf_model_add_statement(model, statement), 0);
  ck_assert_int_eq(librdf_model_add_statement(model, statement), 0);
  ck_assert_int_eq(librdf_model_context_add_statement(model, graph, statement),
                   0);
  ck_assert(librdf_model_contains_statement(model, statement));
  librdf_free_node(graph);
  librdf_free_statement(statement);
  ck_assert_str(text_of(store), "<s:1> <p:1> \"s:1\"@en\n"
                                "<g:1> <s:1> <p:1> \"s:1\"@en\n");
}
END_TEST

/* --- Reading files --- */

static TwStatus
read_file(const char* name, const char* text)
{
  scratch_put(&scratch, name, text);
  return tw_store_read(store, scratch_path(&scratch, name));
}

START_TEST(files_are_read_by_their_suffix)
{
  ck_assert_int_eq(read_file("a.ttl", "@prefix x: <x:> .\n"
                                      "x:s x:p x:o , \"l\"@en , 37 .\n"),
                   TW_OK);
  ck_assert_int_eq(read_file("a.nt", "<x:s> <x:p> <x:n> .\n"), TW_OK);
  ck_assert_int_eq(read_file("a.nq", "<x:s> <x:p> <x:q> <x:g> .\n"
                                     "<x:s> <x:p> <x:q> .\n"),
                   TW_OK);
  ck_assert_int_eq(read_file("a.trig", "<x:t> { <x:s> <x:p> <x:i> }\n"), TW_OK);
  ck_assert_str(text_of(store),
                "<x:s> <x:p> \"37\"^^<http://www.w3.org/2001/XMLSchema#"
                "integer>\n"
                "<x:s> <x:p> \"l\"@en\n"
                "<x:s> <x:p> <x:n>\n"
                "<x:s> <x:p> <x:o>\n"
                "<x:s> <x:p> <x:q>\n"
                "<x:g> <x:s> <x:p> <x:q>\n"
                "<x:t> <x:s> <x:p> <x:i>\n");
  ck_assert_int_eq(seen.code, 0);
}
END_TEST

START_TEST(hashes_read_graphs_too)
{
  TwStore* hashes = NULL;
  ck_assert_int_eq(tw_store_open("hashes", &sink, &hashes), TW_OK);
  scratch_put(&scratch, "a.nq",
              "<x:s> <x:p> <x:q> <x:g> .\n"
              "<x:s> <x:p> <x:q> .\n");
  ck_assert_int_eq(tw_store_read(hashes, scratch_path(&scratch, "a.nq")),
                   TW_OK);
  ck_assert_str(text_of(hashes), "<x:s> <x:p> <x:q>\n"
                                 "<x:g> <x:s> <x:p> <x:q>\n");
  tw_store_free(hashes);
}
END_TEST

static void
check_refused(const char* name, const char* text, TwStatus status, size_t line)
{
  seen = (TwDiag){.code = 0};
  ck_assert_int_eq(read_file(name, text), status);
  ck_assert_int_eq(seen.code, 4102);
  ck_assert_msg(seen.line == line, "%s: line %zu", seen_text, seen.line);
  ck_assert_msg(tw_str_ends(seen.file, tw_str(name)), "%.*s",
                TW_STR_ARG(seen.file));
}

START_TEST(a_bad_file_is_told_with_its_line)
{
  check_refused("a.ttl", "<x:s> <x:p>\n<x:o> .\n<x:s> what .\n", TW_ERR_READ,
                3);
  check_refused("a.nt", "<x:s> <x:p> <x:o> .\n<x:s> <x:p> .\n", TW_ERR_READ, 2);
  check_refused("a.nq", "<x:s> <x:p> <x:o> .\n<x:s <x:p> .\n", TW_ERR_READ, 2);
  check_refused("b.nt", "<x:s> <x:p> <x:o> .\n_:b <x:p> <x:o> .\n",
                TW_ERR_STORE, 2);
  check_refused("c.ttl", "<x:s> <x:p> \"\xef\xbf\xbf\" .\n", TW_ERR_STORE, 1);
}
END_TEST

START_TEST(what_is_no_graph_file_is_refused)
{
  ck_assert_int_eq(read_file("a.txt", "x"), TW_ERR_READ);
  ck_assert_int_eq(seen.code, 4102);
  seen.code = 0;
  ck_assert_int_eq(tw_store_read(store, scratch_path(&scratch, "none.ttl")),
                   TW_ERR_READ);
  ck_assert_int_eq(seen.code, 4102);
}
END_TEST

START_TEST(an_empty_file_is_an_empty_graph)
{
  ck_assert_int_eq(read_file("a.ttl", ""), TW_OK);
  ck_assert_int_eq(read_file("a.nq", ""), TW_OK);
  ck_assert_str(text_of(store), "");
}
END_TEST

/* --- Quads with one predicate --- */

static TwStatus
add_seen(void* quads, const TwQuad* quad)
{
  return tw_quads_add(quads, quad);
}

/* What tw_store_each() visits of a file, as N-Quads. */
static TwStr
seen_of(const char* text, TwStatus status)
{
  static TwQuads* quads;
  tw_quads_free(quads);
  quads = tw_quads_new();
  seen = (TwDiag){.code = 0};
  scratch_put(&scratch, "each.nq", text);
  ck_assert_int_eq(tw_store_each(scratch_path(&scratch, "each.nq"),
                                 TW_STR("x:p"), &sink, add_seen, quads),
                   status);
  return check_quads_nquads(quads, false);
}

START_TEST(lines_with_another_predicate_are_left_out)
{
  ck_assert_str(seen_of("<x:a> <x:p> \"1\" <x:g> .\n"
                        "<x:b> <x:q> broken in between .\n"
                        "<x:c> <x:p> \"<x:d> <x:q> .\" .\n"
                        "<x:e> <x:p> <x:q> .\n"
                        "<x:f> <x:q> <x:p> .\n",
                        TW_OK),
                "<x:c> <x:p> \"<x:d> <x:q> .\"\n"
                "<x:e> <x:p> <x:q>\n"
                "<x:g> <x:a> <x:p> \"1\"\n");
  ck_assert_str(seen_of("", TW_OK), "");
  ck_assert_str(seen_of("<x:f> <x:q> <x:p> .\n", TW_OK), "");
}
END_TEST

START_TEST(lines_of_any_form_are_found)
{
  ck_assert_str(seen_of("# a note\r\n"
                        "\r\n"
                        "<x:a> <x:q> <x:o> .\r\n"
                        "<x:a> <x:p> <x:o> .\r\n"
                        "<x:b>\t<x:p>  <x:o>.\n"
                        "<x:c> <x:\\u0070> <x:o> . # a note\n"
                        "<x:d> <x:p> <x:o> .\n",
                        TW_OK),
                "<x:a> <x:p> <x:o>\n"
                "<x:b> <x:p> <x:o>\n"
                "<x:c> <x:p> <x:o>\n"
                "<x:d> <x:p> <x:o>\n");
  ck_assert_str(seen_of("<x:a> <x:q> <x:o> .\r<x:b> <x:p> <x:o> .\r", TW_OK),
                "<x:a> <x:q> <x:o>\n<x:b> <x:p> <x:o>\n");
}
END_TEST

START_TEST(lines_longer_than_a_piece_are_whole)
{
  TwBuf text = TW_BUF_INIT;
  for (size_t i = 0; i < 3; ++i) {
    tw_buf_addf(&text, "<x:%zu> <x:p> \"%0200000zu\" .\n", i, i);
    for (size_t k = 0; k < 5000; ++k) {
      tw_buf_addf(&text, "<x:%zu> <x:q> \"%zu\" .\n", i, k);
    }
  }
  const size_t n = tw_str_find(tw_buf_str(&text), TW_STR("\n"), 0) - 1;
  ck_assert_uint_eq(seen_of(text.s, TW_OK).len, 3 * n);
  tw_buf_clear(&text);
}
END_TEST

START_TEST(a_bad_line_is_told_behind_lines_left_out)
{
  seen_of("<x:a> <x:q> <x:o> .\n\n<x:a> <x:p> <x:o> .\n<x:b> <x:q> <x:o> .\n"
          "<x:c> <x:p> .\n<x:d> <x:q> <x:o> .\n",
          TW_ERR_READ);
  ck_assert_int_eq(seen.code, 4102);
  ck_assert_uint_eq(seen.line, 5);
  seen_of("<x:a> <x:q> <x:o> .\n<x:b> <x:q> \"cut o", TW_ERR_READ);
  ck_assert_uint_eq(seen.line, 2);
}
END_TEST

static TwStatus
fill_and_ask(void)
{
  TwStore* one = NULL;
  TwQuads* quads = NULL;
  TwStatus status = tw_store_open(NULL, NULL, &one);
  if (status == TW_OK) {
    status = add(one, "g:1 s:1 p:1 o:1");
  }
  if (status == TW_OK) {
    librdf_stream* const stream =
      librdf_model_as_stream(tw_store_model(one, 1));
    status = stream ? TW_OK : TW_ERR_NOMEM;
    if (stream) {
      librdf_stream_get_object(stream);
      librdf_free_stream(stream);
    }
  }
  if (status == TW_OK) {
    status = tw_store_quads(one, &quads);
  }
  tw_store_free(one);
  return status;
}

START_TEST(memory_that_runs_out_is_said)
{
  TwStatus status = TW_ERR_NOMEM;
  for (size_t i = 0; status != TW_OK; ++i) {
    ck_assert_uint_lt(i, 1000);
    tw_alloc_fail_after(i);
    status = fill_and_ask();
    const bool was_refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert(status == TW_OK || (status == TW_ERR_NOMEM && was_refused));
  }
}
END_TEST

Suite*
test_store_suite(void)
{
  const TTest* const tests[] = {
    an_unknown_kind_is_refused,
    both_storages_hold_the_same,
    both_storages_refuse_what_is_no_term,
    redland_finds_every_pattern,
    one_model_knows_graphs_and_one_does_not,
    redland_adds_to_our_storage,
    files_are_read_by_their_suffix,
    hashes_read_graphs_too,
    a_bad_file_is_told_with_its_line,
    what_is_no_graph_file_is_refused,
    an_empty_file_is_an_empty_graph,
    lines_with_another_predicate_are_left_out,
    lines_of_any_form_are_found,
    lines_longer_than_a_piece_are_whole,
    a_bad_line_is_told_behind_lines_left_out,
    memory_that_runs_out_is_said,
  };
  return SUITE_WITH("store", tests, setup, teardown);
}
