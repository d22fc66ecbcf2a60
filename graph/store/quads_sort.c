/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/store/quads_index.h"

#include <stdlib.h>
#include <string.h>

/* Terms are compared once, by the bytes of their N-Quads form. Quads are then
 * brought together by their subjects, by counting, and the few of each subject
 * are sorted by the ranks of their other parts. */

#define MOST_BY_INSERTION 24

const TwQuadPart tw_quads_sequences[TW_N_ORDERS][TW_N_PARTS] = {
  [TW_ORDER_GSPO] = {TW_GRAPH, TW_SUBJECT, TW_PREDICATE, TW_OBJECT},
  [TW_ORDER_SPOG] = {TW_SUBJECT, TW_PREDICATE, TW_OBJECT, TW_GRAPH},
  [TW_ORDER_POSG] = {TW_PREDICATE, TW_OBJECT, TW_SUBJECT, TW_GRAPH},
  [TW_ORDER_OSPG] = {TW_OBJECT, TW_SUBJECT, TW_PREDICATE, TW_GRAPH},
};

/* --- Terms --- */

/* Where a byte of a literal stands in the order of its escaped form: the first
 * byte written, the second, and the byte itself behind `\u00`. The NUL that
 * ends the text is written as a quote. */
static uint32_t
weight_of(unsigned char c)
{
  static const char names[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
  if (c == '\0') {
    return (uint32_t)'"' << 16;
  }
  if (c == '"' || c == '\\') {
    return (uint32_t)'\\' << 16 | (uint32_t)c << 8;
  }
  if (c < 0x20 || c == 0x7f) {
    const char name = c < sizeof(names) && names[c] ? names[c] : 'u';
    return (uint32_t)'\\' << 16 | (uint32_t)name << 8 | c;
  }
  return (uint32_t)c << 16;
}

/* The byte at `at` of a key, or the one that its N-Quads form has behind its
 * end: IRIs and datatypes are closed by an angle, languages by nothing. */
static unsigned char
byte_or_end(TwStr key, size_t at, bool is_iri)
{
  if (at < key.len) {
    return (unsigned char)key.s[at];
  }
  return is_iri ? '>' : '\0';
}

static size_t
common_prefix(TwStr a, TwStr b)
{
  const size_t len = a.len < b.len ? a.len : b.len;
  size_t at = 0;
  for (; len - at >= 8; at += 8) {
    if (memcmp(a.s + at, b.s + at, 8)) {
      break;
    }
  }
  while (at < len && a.s[at] == b.s[at]) {
    ++at;
  }
  return at;
}

/* Orders the keys as their N-Quads forms. */
static int
compare_keys(TwStr a, TwStr b)
{
  const size_t at = common_prefix(a, b);
  if (!a.len || !b.len || !at) {
    return tw_str_compare(a, b);
  }
  const char* const end = a.s[0] == '"' ? memchr(a.s, '\0', at) : NULL;
  const size_t tail = end ? (size_t)(end - a.s) + 1 : at;
  const bool is_iri = a.s[0] == '<' || (tail < at && a.s[tail] == '^');
  uint32_t left = byte_or_end(a, at, is_iri);
  uint32_t right = byte_or_end(b, at, is_iri);
  if (a.s[0] == '"' && !end) {
    left = weight_of((unsigned char)left);
    right = weight_of((unsigned char)right);
  }
  return left < right ? -1 : left > right;
}

static bool
is_in_order(const TwQuads* quads, uint32_t a, uint32_t b)
{
  return compare_keys(tw_intern_text(&quads->terms, a),
                      tw_intern_text(&quads->terms, b)) <= 0;
}

/* Merges the two sorted runs [from, middle) and [middle, end). Many are one
 * run already: claims, things and articles are numbered in their order. */
static void
merge(const TwQuads* quads, const uint32_t* from, const uint32_t* middle,
      const uint32_t* end, uint32_t* to)
{
  const uint32_t* left = from;
  const uint32_t* right = middle;
  if (middle == end || is_in_order(quads, middle[-1], *middle)) {
    memcpy(to, from, (size_t)(end - from) * sizeof(*to));
    return;
  }
  while (left < middle && right < end) {
    *to++ = is_in_order(quads, *left, *right) ? *left++ : *right++;
  }
  memcpy(to, left, (size_t)(middle - left) * sizeof(*to));
  memcpy(to + (middle - left), right, (size_t)(end - right) * sizeof(*to));
}

/* Sorts the numbers of all terms, which mostly come in runs; `other` has as
 * much room. Returns which of the two they are in then. */
static uint32_t*
sort_terms(const TwQuads* quads, uint32_t* ids, uint32_t* other)
{
  const size_t n = tw_quads_term_count(quads);
  for (size_t width = 1; width < n; width *= 2) {
    for (size_t at = 0; at < n; at += 2 * width) {
      const size_t middle = at + width < n ? at + width : n;
      const size_t end = middle + width < n ? middle + width : n;
      merge(quads, ids + at, ids + middle, ids + end, other + at);
    }
    uint32_t* const sorted = other;
    other = ids;
    ids = sorted;
  }
  return ids;
}

static TwStatus
rank_terms(TwQuads* quads, TwArena* scratch)
{
  const uint32_t n = tw_quads_term_count(quads);
  uint32_t* const ids = TW_NEW(scratch, uint32_t, n);
  uint32_t* const other = TW_NEW(scratch, uint32_t, n);
  uint32_t* const rank = TW_NEW(quads->order_arena, uint32_t, n);
  if (!ids || !other || !rank) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    ids[i] = i;
  }
  const uint32_t* const sorted = sort_terms(quads, ids, other);
  for (uint32_t i = 0; i < n; ++i) {
    rank[sorted[i]] = i;
  }
  quads->rank = rank;
  return TW_OK;
}

/* --- Quads --- */

/* Where the quads of each subject begin, by its rank; one more for the end. */
static uint32_t*
count_subjects(const TwQuads* quads, TwArena* scratch)
{
  const size_t n_terms = tw_quads_term_count(quads);
  uint32_t* const starts = TW_NEW(scratch, uint32_t, n_terms + 2);
  if (starts) {
    for (uint32_t i = 0; i < quads->count; ++i) {
      ++starts[quads->rank[tw_quads_at(quads, i)->part[TW_SUBJECT]] + 2];
    }
    for (size_t i = 1; i <= n_terms; ++i) {
      starts[i + 1] += starts[i];
    }
  }
  return starts;
}

/* A quad among those of its subject. */
typedef struct {
  uint64_t front; /* Ranks of predicate and object */
  uint32_t graph;
  uint32_t row;
} Rest;

static int
compare_rests(const void* left, const void* right)
{
  const Rest* const a = left;
  const Rest* const b = right;
  if (a->front != b->front) {
    return a->front < b->front ? -1 : 1;
  }
  return (a->graph > b->graph) - (a->graph < b->graph);
}

/* Most subjects have a few quads. */
static void
sort_rests(Rest* rests, size_t n)
{
  if (n > MOST_BY_INSERTION) {
    qsort(rests, n, sizeof(*rests), compare_rests);
    return;
  }
  for (size_t i = 1; i < n; ++i) {
    const Rest rest = rests[i];
    size_t at = i;
    for (; at && compare_rests(&rests[at - 1], &rest) > 0; --at) {
      rests[at] = rests[at - 1];
    }
    rests[at] = rest;
  }
}

/* Sorts the rows of one subject; returns how many are left when each quad
 * stands once. */
static size_t
sort_subject(const TwQuads* quads, uint32_t* rows, size_t n, Rest* rests)
{
  size_t kept = 0;
  for (size_t i = 0; i < n; ++i) {
    const uint32_t* const part = tw_quads_at(quads, rows[i])->part;
    rests[i] = (Rest){(uint64_t)quads->rank[part[TW_PREDICATE]] << 32 |
                        quads->rank[part[TW_OBJECT]],
                      quads->rank[part[TW_GRAPH]], rows[i]};
  }
  sort_rests(rests, n);
  for (size_t i = 0; i < n; ++i) {
    if (!i || compare_rests(&rests[i - 1], &rests[i])) {
      rows[kept++] = rests[i].row;
    }
  }
  return kept;
}

/* Sorts within each subject; returns how many rows are left. */
static size_t
sort_subjects(const TwQuads* quads, const uint32_t* starts, uint32_t* rows,
              Rest* rests)
{
  size_t kept = 0;
  for (uint32_t i = 0; i < tw_quads_term_count(quads); ++i) {
    const size_t n = starts[i + 1] - starts[i];
    const size_t n_kept = sort_subject(quads, rows + starts[i], n, rests);
    memmove(rows + kept, rows + starts[i], n_kept * sizeof(*rows));
    kept += n_kept;
  }
  return kept;
}

/* Moves the quads that have a row together, so that none stands twice. */
static TwStatus
drop_doubles(TwQuads* quads, uint32_t* rows, size_t n_rows, TwArena* scratch)
{
  uint32_t* const places = TW_NEW(scratch, uint32_t, quads->count);
  uint32_t count = 0;
  if (!places) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n_rows; ++i) {
    places[rows[i]] = 1;
  }
  for (uint32_t i = 0; i < quads->count; ++i) {
    if (places[i]) {
      quads->chunks[count >> TW_CHUNK_BITS][count & (TW_CHUNK_SIZE - 1)] =
        *tw_quads_at(quads, i);
      places[i] = count++;
    }
  }
  for (size_t i = 0; i < n_rows; ++i) {
    rows[i] = places[rows[i]];
  }
  quads->count = n_rows;
  return TW_OK;
}

static size_t
longest(const uint32_t* starts, size_t n)
{
  size_t most = 0;
  for (size_t i = 0; i < n; ++i) {
    const size_t length = starts[i + 1] - starts[i];
    most = length > most ? length : most;
  }
  return most;
}

/* The order that all others are made from. */
static TwStatus
make_first_order(TwQuads* quads, TwArena* scratch)
{
  const uint32_t n_terms = tw_quads_term_count(quads);
  uint32_t* const starts = count_subjects(quads, scratch);
  uint32_t* const rows = TW_NEW(quads->order_arena, uint32_t, quads->count);
  if (!starts || !rows) {
    return TW_ERR_NOMEM;
  }
  /* One place ahead, each start moves on to where it belongs. */
  for (uint32_t i = 0; i < quads->count; ++i) {
    const uint32_t subject = tw_quads_at(quads, i)->part[TW_SUBJECT];
    rows[starts[quads->rank[subject] + 1]++] = i;
  }
  Rest* const rests = TW_NEW(scratch, Rest, longest(starts, n_terms));
  if (!rests) {
    return TW_ERR_NOMEM;
  }
  const size_t n_rows = sort_subjects(quads, starts, rows, rests);
  if (n_rows < quads->count) {
    TW_TRY(drop_doubles(quads, rows, n_rows, scratch));
  }
  quads->orders[TW_ORDER_SPOG] = rows;
  return TW_OK;
}

/* One pass of a radix sort: moves `from` to `to`, stable, by the ranks of
 * `part`; `starts` has room for a number a term and one more. */
static void
sort_by_part(const TwQuads* quads, TwQuadPart part, const uint32_t* from,
             uint32_t* to, uint32_t* starts)
{
  const uint32_t n_terms = tw_quads_term_count(quads);
  memset(starts, 0, ((size_t)n_terms + 1) * sizeof(*starts));
  for (uint32_t i = 0; i < quads->count; ++i) {
    ++starts[quads->rank[tw_quads_at(quads, i)->part[part]] + 1];
  }
  for (uint32_t i = 0; i < n_terms; ++i) {
    starts[i + 1] += starts[i];
  }
  for (uint32_t i = 0; i < quads->count; ++i) {
    const uint32_t id = tw_quads_at(quads, from[i])->part[part];
    to[starts[quads->rank[id]]++] = from[i];
  }
}

/* By which parts the first order is sorted again, the last one first. */
static const struct {
  size_t n;
  TwQuadPart parts[2];
} passes[TW_N_ORDERS] = {
  [TW_ORDER_GSPO] = {1, {TW_GRAPH}},
  [TW_ORDER_POSG] = {2, {TW_OBJECT, TW_PREDICATE}},
  [TW_ORDER_OSPG] = {1, {TW_OBJECT}},
};

static TwStatus
make_order(TwQuads* quads, TwOrder order, TwArena* scratch)
{
  const size_t n_terms = tw_quads_term_count(quads);
  uint32_t* const starts = TW_NEW(scratch, uint32_t, n_terms + 1);
  const uint32_t* rows = quads->orders[TW_ORDER_SPOG];
  for (size_t i = 0; i < passes[order].n; ++i) {
    const bool is_last = i + 1 == passes[order].n;
    uint32_t* const to =
      TW_NEW(is_last ? quads->order_arena : scratch, uint32_t, quads->count);
    if (!starts || !to) {
      return TW_ERR_NOMEM;
    }
    sort_by_part(quads, passes[order].parts[i], rows, to, starts);
    rows = to;
  }
  quads->orders[order] = rows;
  return TW_OK;
}

static TwStatus
sort(TwQuads* quads, TwOrder order, TwArena* scratch)
{
  if (!quads->rank) {
    TW_TRY(rank_terms(quads, scratch));
    tw_arena_reset(scratch);
  }
  if (!quads->orders[TW_ORDER_SPOG]) {
    TW_TRY(make_first_order(quads, scratch));
    tw_arena_reset(scratch);
  }
  return quads->orders[order] ? TW_OK : make_order(quads, order, scratch);
}

TwStatus
tw_quads_sort(TwQuads* quads, TwOrder order)
{
  if (quads->orders[order]) {
    return TW_OK;
  }
  TwArena* const scratch = tw_arena_new(0);
  const TwStatus status = scratch ? sort(quads, order, scratch) : TW_ERR_NOMEM;
  tw_arena_free(scratch);
  return status;
}
