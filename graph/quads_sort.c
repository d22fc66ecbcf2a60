/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/quads_index.h"

#include <stdlib.h>
#include <string.h>

/* Terms are compared once, by the bytes of their N-Quads form; quads are then
 * sorted by counting the ranks of their parts, last part first. */

typedef struct {
  TwStr key;
  uint32_t id;
} Entry;

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

static int
compare_entries(const void* a, const void* b)
{
  return compare_keys(((const Entry*)a)->key, ((const Entry*)b)->key);
}

static TwStatus
rank_terms(TwQuads* quads)
{
  const uint32_t n = tw_quads_term_count(quads);
  TwArena* const scratch = tw_arena_new(0);
  Entry* const entries = scratch ? TW_NEW(scratch, Entry, n) : NULL;
  uint32_t* const rank =
    entries ? TW_NEW(quads->order_arena, uint32_t, n) : NULL;
  if (rank) {
    for (uint32_t i = 0; i < n; ++i) {
      entries[i] = (Entry){tw_intern_text(&quads->terms, i), i};
    }
    qsort(entries, n, sizeof(*entries), compare_entries);
    for (uint32_t i = 0; i < n; ++i) {
      rank[entries[i].id] = i;
    }
    quads->rank = rank;
  }
  tw_arena_free(scratch);
  return rank ? TW_OK : TW_ERR_NOMEM;
}

/* --- Quads --- */

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

static TwStatus
make_order(TwQuads* quads, TwOrder order, TwArena* scratch)
{
  const size_t n = quads->count;
  uint32_t* const starts =
    TW_NEW(scratch, uint32_t, (size_t)tw_quads_term_count(quads) + 1);
  uint32_t* const other = TW_NEW(scratch, uint32_t, n);
  uint32_t* const rows = TW_NEW(quads->order_arena, uint32_t, n);
  if (!starts || !other || !rows) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    rows[i] = i;
  }
  /* An even number of passes ends where it began. */
  for (int i = TW_N_PARTS - 1; i >= 0; i -= 2) {
    sort_by_part(quads, tw_quads_sequences[order][i], rows, other, starts);
    sort_by_part(quads, tw_quads_sequences[order][i - 1], other, rows, starts);
  }
  quads->orders[order] = rows;
  return TW_OK;
}

TwStatus
tw_quads_sort(TwQuads* quads, TwOrder order)
{
  if (quads->orders[order]) {
    return TW_OK;
  }
  if (!quads->rank) {
    TW_TRY(rank_terms(quads));
  }
  TwArena* const scratch = tw_arena_new(0);
  const TwStatus status =
    scratch ? make_order(quads, order, scratch) : TW_ERR_NOMEM;
  tw_arena_free(scratch);
  return status;
}
