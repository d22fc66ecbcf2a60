/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "graph/store/quads.h"
#include "graph/store/quads_index.h"
#include "tests/unit/check_quads.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

static TwQuads* quads;

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
}

START_TEST(an_empty_set_has_nothing)
{
  ck_assert_uint_eq(check_quads_count(quads), 0);
  ck_assert_str(check_quads_text(quads, false), "");
  ck_assert_str(check_quads_text(quads, true), "");
}
END_TEST

START_TEST(a_quad_is_held_once)
{
  for (int i = 0; i < 3; ++i) {
    check_add(quads, "g:1 s:1 p:1 o:1");
    check_add(quads, "- s:1 p:1 o:1");
    check_add(quads, "g:2 s:1 p:1 o:1");
    check_add(quads, "g:1 s:1 p:1 'o:1");
  }
  ck_assert_uint_eq(check_quads_count(quads), 4);
  ck_assert_str(check_quads_text(quads, true), "s:1 p:1 \"o:1\"\n"
                                               "s:1 p:1 o:1\n");
}
END_TEST

START_TEST(graphs_come_first_then_subjects)
{
  check_add(quads, "g:2 s:1 p:1 o:1");
  check_add(quads, "g:1 s:2 p:2 o:2");
  check_add(quads, "g:1 s:2 p:1 o:2");
  check_add(quads, "g:1 s:1 p:2 o:2");
  check_add(quads, "- z:1 p:1 o:1");
  ck_assert_str(check_quads_text(quads, false), "z:1 p:1 o:1\n"
                                                "g:1 s:1 p:2 o:2\n"
                                                "g:1 s:2 p:1 o:2\n"
                                                "g:1 s:2 p:2 o:2\n"
                                                "g:2 s:1 p:1 o:1\n");
}
END_TEST

START_TEST(adding_while_sorted_sorts_again)
{
  check_add(quads, "- s:2 p:1 o:1");
  ck_assert_str(check_quads_text(quads, false), "s:2 p:1 o:1\n");
  check_add(quads, "- s:1 p:1 o:1");
  ck_assert_str(check_quads_text(quads, false), "s:1 p:1 o:1\ns:2 p:1 o:1\n");
}
END_TEST

/* What N-Quads writes: literals before IRIs, the shorter one by the byte that
 * closes it, escapes by their backslash. */
START_TEST(terms_come_in_the_order_of_their_written_form)
{
  static const char* const objects[] = {
    "'",         "'\x01z",   "'!",     "'!@en",  "'!@en-GB",   "'!@fr",
    "'!^d:1",    "'!^d:1/2", "'!a",    "'A",     "'\"",        "'\"a",
    "'\\",       "'\bz",     "'\fz",   "'\nz",   "'\rz",       "'\tz",
    "'\x01z",    "'\x1fz",   "'\x7fz", "'^",     "'a",         "'ab",
    "'\xc3\xa9", "i:abc1",   "i:abc",  "i:abcd", "i:\xc3\xa9",
  };
  char line[64];
  const size_t n = sizeof(objects) / sizeof(objects[0]);
  for (size_t i = n; i > 0; --i) {
    snprintf(line, sizeof(line), "- s:1 p:1 %s", objects[i - 1]);
    check_add(quads, line);
  }
  TwStr lines = check_quads_nquads(quads, false);
  TwStr before = {NULL, 0};
  TwStr form;
  size_t n_lines = 0;
  while (tw_str_next(&lines, '\n', &form) && form.len) {
    ck_assert_msg(tw_str_compare(before, form) < 0, "%.*s before %.*s",
                  TW_STR_ARG(before), TW_STR_ARG(form));
    before = form;
    ++n_lines;
  }
  ck_assert_uint_eq(n_lines, n - 1);
}
END_TEST

START_TEST(quads_are_added_by_numbers)
{
  const TwTerm terms[] = {{.kind = TW_TERM_IRI, .text = TW_STR("s:1")},
                          {.kind = TW_TERM_LITERAL, .text = TW_STR("s:1")}};
  TwQuadIds ids = {{TW_DEFAULT_GRAPH}};
  uint32_t id = 9;
  check_add(quads, "- s:1 s:1 'x");
  ck_assert_int_eq(tw_quads_number(quads, &terms[0], &id), TW_OK);
  ids.part[TW_SUBJECT] = ids.part[TW_PREDICATE] = id;
  ck_assert_int_eq(tw_quads_number(quads, &terms[1], &id), TW_OK);
  ids.part[TW_OBJECT] = id;
  ck_assert_uint_ne(id, ids.part[TW_SUBJECT]);
  for (int i = 0; i < 3; ++i) {
    ck_assert_int_eq(tw_quads_add_ids(quads, &ids), TW_OK);
    ck_assert_uint_eq(check_quads_count(quads), 2);
  }
  ck_assert_str(check_quads_text(quads, false),
                "s:1 s:1 \"s:1\"\ns:1 s:1 \"x\"\n");
}
END_TEST

/* Of a few subjects with many quads each, and the other way round. */
START_TEST(each_quad_is_held_once_however_many_there_are)
{
  char line[64];
  for (uint32_t round = 0; round < 3; ++round) {
    for (uint32_t i = 0; i < 9000; ++i) {
      const uint32_t n = i * 7919u % 9000u;
      snprintf(line, sizeof(line), "- s:%u p:1 o:%u", n < 6000 ? n % 3 : n, n);
      check_add(quads, line);
    }
    ck_assert_uint_eq(check_quads_count(quads), 9000);
  }
}
END_TEST

START_TEST(strings_are_plain_literals)
{
  const TwTerm s = {.kind = TW_TERM_IRI, .text = TW_STR("s:1")};
  TwQuad quad = {.subject = s, .predicate = s};
  quad.object = (TwTerm){.kind = TW_TERM_LITERAL, .text = TW_STR("x")};
  ck_assert_int_eq(tw_quads_add(quads, &quad), TW_OK);
  quad.object.datatype = TW_STR("http://www.w3.org/2001/XMLSchema#string");
  ck_assert_int_eq(tw_quads_add(quads, &quad), TW_OK);
  ck_assert_uint_eq(check_quads_count(quads), 1);
}
END_TEST

static TwStatus
try_terms(TwTerm s, TwTerm p, TwTerm o, const char* graph)
{
  const TwQuad quad = {s, p, o, tw_str(graph)};
  return tw_quads_add(quads, &quad);
}

START_TEST(what_is_no_term_is_refused)
{
  const TwTerm iri = {.kind = TW_TERM_IRI, .text = TW_STR("s:1")};
  const TwTerm bad = {.kind = TW_TERM_IRI, .text = TW_STR("s:1 2")};
  const TwTerm empty = {.kind = TW_TERM_IRI};
  const TwTerm text = {.kind = TW_TERM_LITERAL, .text = TW_STR("t")};
  TwTerm wrong[] = {text, text, text, text, text, text, bad, iri, empty};
  wrong[0].text = TW_STR("a\0b");
  wrong[1].text = TW_STR("a\xff");
  wrong[2].datatype = TW_STR("no iri");
  wrong[3].language = TW_STR("1e");
  wrong[4].language = TW_STR("en-");
  wrong[5].language = TW_STR("en");
  wrong[5].datatype = TW_STR("d:1");
  wrong[7].language = TW_STR("en");
  for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); ++i) {
    ck_assert_int_eq(try_terms(iri, iri, wrong[i], ""), TW_ERR_STORE);
  }
  ck_assert_int_eq(try_terms(text, iri, iri, ""), TW_ERR_STORE);
  ck_assert_int_eq(try_terms(iri, text, iri, ""), TW_ERR_STORE);
  ck_assert_int_eq(try_terms(iri, iri, iri, "g"), TW_ERR_STORE);
  ck_assert_uint_eq(check_quads_count(quads), 0);
  ck_assert_int_eq(try_terms(iri, iri, text, "g:1"), TW_OK);
  ck_assert_str(check_quads_text(quads, false), "g:1 s:1 s:1 \"t\"\n");
  ck_assert_int_eq(try_terms(iri, iri, bad, "g:2"), TW_ERR_STORE);
  ck_assert_str(check_quads_text(quads, false), "g:1 s:1 s:1 \"t\"\n");
}
END_TEST

static TwStatus
stop_at_two(void* data, const TwQuad* quad)
{
  (void)quad;
  return ++*(int*)data == 2 ? TW_ERR_WRITE : TW_OK;
}

START_TEST(a_visitor_ends_the_walk)
{
  int n = 0;
  check_add(quads, "- s:1 p:1 o:1");
  check_add(quads, "- s:2 p:1 o:1");
  check_add(quads, "- s:3 p:1 o:1");
  ck_assert_int_eq(tw_quads_each(quads, stop_at_two, &n), TW_ERR_WRITE);
  ck_assert_int_eq(n, 2);
}
END_TEST

/* --- Every pattern against a naive scan --- */

#define N_RANDOM 3000
#define N_NAMES 7

static uint32_t
draw(uint32_t* state, uint32_t n)
{
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % n;
}

static void
add_random(uint32_t* state)
{
  char line[64];
  for (int i = 0; i < N_RANDOM; ++i) {
    const uint32_t g = draw(state, 4);
    const uint32_t s = draw(state, N_NAMES);
    const uint32_t p = draw(state, N_NAMES);
    const uint32_t o = draw(state, N_NAMES);
    if (g) {
      snprintf(line, sizeof(line), "g:%u n:%u n:%u n:%u", g, s, p, o);
    } else {
      snprintf(line, sizeof(line), "- n:%u n:%u n:%u", s, p, o);
    }
    check_add(quads, line);
  }
}

static bool
is_seen(const TwQuadIds* seen, size_t n, const TwQuadIds* quad)
{
  for (size_t i = 0; i < n; ++i) {
    if (!memcmp(&seen[i].part[1], &quad->part[1], 3 * sizeof(uint32_t))) {
      return true;
    }
  }
  return false;
}

/* How many quads, or distinct triples, match. */
static size_t
scan(const TwQuadIds* pattern, bool is_union)
{
  static TwQuadIds seen[N_RANDOM];
  size_t n = 0;
  const size_t n_quads = check_quads_count(quads);
  for (uint32_t i = 0; i < n_quads; ++i) {
    const TwQuadIds* const quad = tw_quads_at(quads, i);
    bool is_match = true;
    for (int part = is_union; part < TW_N_PARTS; ++part) {
      is_match = is_match && (pattern->part[part] == TW_ANY_TERM ||
                              pattern->part[part] == quad->part[part]);
    }
    if (is_match && !(is_union && is_seen(seen, n, quad))) {
      seen[n++] = *quad;
    }
  }
  return n;
}

static size_t
walk(const TwQuadIds* pattern, bool is_union)
{
  TwQuadWalk found;
  const TwQuadIds* quad;
  size_t n = 0;
  ck_assert_int_eq(tw_quads_find(quads, pattern, is_union, &found), TW_OK);
  while ((quad = tw_quad_walk_next(&found))) {
    for (int part = is_union; part < TW_N_PARTS; ++part) {
      ck_assert(pattern->part[part] == TW_ANY_TERM ||
                pattern->part[part] == quad->part[part]);
    }
    ++n;
  }
  ck_assert_ptr_null(tw_quad_walk_next(&found));
  return n;
}

START_TEST(every_pattern_finds_what_a_scan_finds)
{
  uint32_t state = 1;
  add_random(&state);
  for (int round = 0; round < 40; ++round) {
    const TwQuadIds* const like =
      tw_quads_at(quads, draw(&state, (uint32_t)check_quads_count(quads)));
    for (unsigned bits = 0; bits < 16; ++bits) {
      TwQuadIds pattern = *like;
      for (int part = 0; part < TW_N_PARTS; ++part) {
        if (bits & 1u << part) {
          pattern.part[part] = TW_ANY_TERM;
        }
      }
      ck_assert_uint_eq(walk(&pattern, false), scan(&pattern, false));
      ck_assert_uint_eq(walk(&pattern, true), scan(&pattern, true));
    }
  }
}
END_TEST

START_TEST(all_named_graphs_are_listed_sorted)
{
  TwArena* const arena = tw_arena_new(0);
  uint32_t* ids = NULL;
  size_t n = 9;
  ck_assert_int_eq(tw_quads_graphs(quads, arena, &ids, &n), TW_OK);
  ck_assert_uint_eq(n, 0);
  check_add(quads, "g:2 s:1 p:1 o:1");
  check_add(quads, "- s:1 p:1 o:1");
  check_add(quads, "g:1 s:1 p:1 o:1");
  check_add(quads, "g:2 s:2 p:1 o:1");
  ck_assert_int_eq(tw_quads_graphs(quads, arena, &ids, &n), TW_OK);
  ck_assert_uint_eq(n, 2);
  ck_assert_str(tw_quads_term(quads, ids[0]).text, "g:1");
  ck_assert_str(tw_quads_term(quads, ids[1]).text, "g:2");
  tw_arena_free(arena);
}
END_TEST

static TwStatus
fill_and_walk(TwQuads* set)
{
  int n = 0;
  for (int i = 0; i < 2000; ++i) {
    char line[64];
    snprintf(line, sizeof(line), "- s:%d p:1 o:%d", i, i % 10);
    TW_TRY(check_try_add(set, line));
  }
  const TwStatus status = tw_quads_each(set, stop_at_two, &n);
  return status == TW_ERR_WRITE ? TW_OK : status;
}

START_TEST(memory_that_runs_out_is_said)
{
  TwStatus status = TW_ERR_NOMEM;
  /* With sanitizers each object is an allocation: the steps grow. */
  for (size_t i = 0; status != TW_OK; i += 1 + i / 16) {
    ck_assert_uint_lt(i, 100000);
    tw_alloc_fail_after(i);
    TwQuads* const set = tw_quads_new();
    status = set ? fill_and_walk(set) : TW_ERR_NOMEM;
    tw_quads_free(set);
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert(status == TW_OK || status == TW_ERR_NOMEM);
  }
}
END_TEST

Suite*
test_quads_suite(void)
{
  const TTest* const tests[] = {
    an_empty_set_has_nothing,
    a_quad_is_held_once,
    graphs_come_first_then_subjects,
    adding_while_sorted_sorts_again,
    terms_come_in_the_order_of_their_written_form,
    quads_are_added_by_numbers,
    each_quad_is_held_once_however_many_there_are,
    strings_are_plain_literals,
    what_is_no_term_is_refused,
    a_visitor_ends_the_walk,
    every_pattern_finds_what_a_scan_finds,
    all_named_graphs_are_listed_sorted,
    memory_that_runs_out_is_said,
  };
  return SUITE_WITH("quads", tests, setup, teardown);
}
