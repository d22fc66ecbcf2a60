/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/store/quads_index.h"

/* Compares the first `n` parts of a quad in the sequence of `order` with those
 * of a pattern. */
static int
compare_parts(const TwQuads* quads, TwOrder order, uint32_t row,
              const TwQuadIds* pattern, size_t n)
{
  const TwQuadIds* const quad = tw_quads_at(quads, row);
  for (size_t i = 0; i < n; ++i) {
    const TwQuadPart part = tw_quads_sequences[order][i];
    const uint32_t a = quads->rank[quad->part[part]];
    const uint32_t b = quads->rank[pattern->part[part]];
    if (a != b) {
      return a < b ? -1 : 1;
    }
  }
  return 0;
}

/* The first row whose first `n` parts are not below the pattern, or are above
 * it. */
static size_t
bound(const TwQuads* quads, TwOrder order, const TwQuadIds* pattern, size_t n,
      bool is_upper)
{
  size_t low = 0;
  size_t high = quads->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int sign =
      compare_parts(quads, order, quads->orders[order][middle], pattern, n);
    if (sign < 0 || (is_upper && !sign)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* How many leading parts of `order` the pattern binds. */
static size_t
n_bound(TwOrder order, const TwQuadIds* pattern)
{
  size_t n = 0;
  while (n < TW_N_PARTS &&
         pattern->part[tw_quads_sequences[order][n]] != TW_ANY_TERM) {
    ++n;
  }
  return n;
}

static TwStatus
narrow(TwQuads* quads, TwOrder order, TwQuadWalk* walk)
{
  TW_TRY(tw_quads_sort(quads, order));
  const size_t n = n_bound(order, &walk->pattern);
  const size_t start = n ? bound(quads, order, &walk->pattern, n, false) : 0;
  const size_t end =
    n ? bound(quads, order, &walk->pattern, n, true) : quads->count;
  if (!walk->rows || end - start < walk->end - walk->at) {
    walk->rows = quads->orders[order];
    walk->at = start;
    walk->end = end;
  }
  return TW_OK;
}

/* The order that binds most parts, of those that end with the graph: there a
 * triple's copies stand side by side. */
static TwOrder
best_order(const TwQuadIds* pattern)
{
  TwOrder best = TW_ORDER_SPOG;
  for (TwOrder i = TW_ORDER_POSG; i < TW_N_ORDERS; ++i) {
    best = n_bound(i, pattern) > n_bound(best, pattern) ? i : best;
  }
  return best;
}

TwStatus
tw_quads_find(TwQuads* quads, const TwQuadIds* pattern, bool is_union,
              TwQuadWalk* out_walk)
{
  *out_walk =
    (TwQuadWalk){.quads = quads, .pattern = *pattern, .is_union = is_union};
  if (is_union) {
    out_walk->pattern.part[TW_GRAPH] = TW_ANY_TERM;
    return narrow(quads, best_order(pattern), out_walk);
  }
  const TwOrder order = best_order(pattern);
  const bool has_graph = pattern->part[TW_GRAPH] != TW_ANY_TERM;
  if (has_graph || !n_bound(order, pattern)) {
    TW_TRY(narrow(quads, TW_ORDER_GSPO, out_walk));
  }
  return n_bound(order, pattern) ? narrow(quads, order, out_walk) : TW_OK;
}

static bool
is_match(const TwQuadIds* quad, const TwQuadIds* pattern)
{
  for (int i = 0; i < TW_N_PARTS; ++i) {
    if (pattern->part[i] != TW_ANY_TERM && pattern->part[i] != quad->part[i]) {
      return false;
    }
  }
  return true;
}

static bool
is_same_triple(const TwQuadIds* a, const TwQuadIds* b)
{
  return a->part[TW_SUBJECT] == b->part[TW_SUBJECT] &&
         a->part[TW_PREDICATE] == b->part[TW_PREDICATE] &&
         a->part[TW_OBJECT] == b->part[TW_OBJECT];
}

const TwQuadIds*
tw_quad_walk_next(TwQuadWalk* walk)
{
  while (walk->at < walk->end) {
    const uint32_t row = walk->rows[walk->at++];
    const TwQuadIds* const quad = tw_quads_at(walk->quads, row);
    if (is_match(quad, &walk->pattern) &&
        !(walk->is_union && walk->has_found &&
          is_same_triple(quad, tw_quads_at(walk->quads, walk->found)))) {
      walk->found = row;
      walk->has_found = true;
      return quad;
    }
  }
  return NULL;
}

/* --- All of them --- */

static TwOrder
order_of(bool is_union)
{
  return is_union ? TW_ORDER_SPOG : TW_ORDER_GSPO;
}

TwStatus
tw_quads_settle(TwQuads* quads, bool is_union)
{
  return tw_quads_sort(quads, order_of(is_union));
}

TwStatus
tw_quads_each_ids(TwQuads* quads, bool is_union,
                  TwStatus (*visit)(void* data, const TwQuadIds*), void* data)
{
  const TwOrder order = order_of(is_union);
  const TwQuadIds* last = NULL;
  TW_TRY(tw_quads_sort(quads, order));
  const uint32_t* const rows = quads->orders[order];
  for (size_t i = 0; i < quads->count; ++i) {
    const TwQuadIds* const ids = tw_quads_at(quads, rows[i]);
    if (!is_union || !last || !is_same_triple(ids, last)) {
      TW_TRY(visit(data, ids));
    }
    last = ids;
  }
  return TW_OK;
}

typedef struct {
  const TwQuads* quads;
  bool is_union;
  TwStatus (*visit)(void* data, const TwQuad*);
  void* data;
} Visitor;

/* Hands on the quad with these numbers as terms. */
static TwStatus
visit_terms(void* data, const TwQuadIds* ids)
{
  const Visitor* const visitor = data;
  const TwQuads* const quads = visitor->quads;
  TwQuad quad = {
    .subject = tw_quads_term(quads, ids->part[TW_SUBJECT]),
    .predicate = tw_quads_term(quads, ids->part[TW_PREDICATE]),
    .object = tw_quads_term(quads, ids->part[TW_OBJECT]),
  };
  if (!visitor->is_union) {
    quad.graph = tw_quads_term(quads, ids->part[TW_GRAPH]).text;
  }
  return visitor->visit(visitor->data, &quad);
}

TwStatus
tw_quads_each(TwQuads* quads, TwStatus (*visit)(void* data, const TwQuad*),
              void* data)
{
  Visitor visitor = {quads, false, visit, data};
  return tw_quads_each_ids(quads, false, visit_terms, &visitor);
}

TwStatus
tw_quads_each_triple(TwQuads* quads,
                     TwStatus (*visit)(void* data, const TwQuad*), void* data)
{
  Visitor visitor = {quads, true, visit, data};
  return tw_quads_each_ids(quads, true, visit_terms, &visitor);
}

TwStatus
tw_quads_graphs(TwQuads* quads, TwArena* arena, uint32_t** out_ids,
                size_t* out_n)
{
  TW_VEC(uint32_t) graphs = {NULL, 0, 0};
  TW_TRY(tw_quads_sort(quads, TW_ORDER_GSPO));
  const uint32_t* const rows = quads->orders[TW_ORDER_GSPO];
  uint32_t last = TW_DEFAULT_GRAPH;
  for (size_t i = 0; i < quads->count; ++i) {
    const uint32_t graph = tw_quads_at(quads, rows[i])->part[TW_GRAPH];
    if (graph != last) {
      uint32_t* const place = TW_VEC_PUSH(arena, &graphs);
      if (!place) {
        return TW_ERR_NOMEM;
      }
      last = *place = graph;
    }
  }
  *out_ids = graphs.at;
  *out_n = graphs.count;
  return TW_OK;
}
