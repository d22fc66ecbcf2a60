/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_STORE_QUADS_INDEX_H
#define TW_GRAPH_STORE_QUADS_INDEX_H

#include "base/arena.h"
#include "base/map.h"
#include "graph/store/quads.h"

/* What the files of the quad set and the storage share: terms and quads by
 * number, and how to find quads by any part of them. */

/** Matches every term of a pattern. */
#define TW_ANY_TERM UINT32_MAX
/** The orders in which quads are kept; each is built when it is first read. */
typedef enum {
  TW_ORDER_GSPO,
  TW_ORDER_SPOG,
  TW_ORDER_POSG,
  TW_ORDER_OSPG
} TwOrder;
#define TW_N_ORDERS 4

/// The parts in the sequence of each order
extern const TwQuadPart tw_quads_sequences[TW_N_ORDERS][TW_N_PARTS];

#define TW_CHUNK_BITS 12
#define TW_CHUNK_SIZE (1u << TW_CHUNK_BITS)

/*  terms   number ─▶ key: `<iri`, or `"text NUL tail` with a tail that is
 *          empty, `@language` or `^datatype`; the default graph is the empty
 *          key with number 0
 *  chunks  quad i is chunks[i / 4096][i % 4096]; until they are sorted, a
 *          quad that was added twice stands there twice
 *  rank    the place of a term in the order of N-Quads forms
 *  orders  permutations of all quads, by the ranks of their parts           */
struct TwQuads {
  TwIntern terms;
  TwArena* arena; ///< Of the chunks
  TwQuadIds** chunks;
  size_t n_chunks;
  size_t chunk_capacity;
  size_t count;
  TwArena* order_arena; ///< Reset when a quad is added
  uint32_t* rank;
  const uint32_t* orders[TW_N_ORDERS];
  TwBuf key;                 ///< Scratch
  uint32_t last[TW_N_PARTS]; ///< Articles repeat subjects and graphs
};

/// True if `term` may stand in a quad: its texts are what they should be
bool
tw_quads_is_term(const TwTerm* term);

/// Quad number `at` of the set
const TwQuadIds*
tw_quads_at(const TwQuads* quads, uint32_t at);

/// TW_OK and the number of `term`, or TW_NONE if no quad has it
TwStatus
tw_quads_term_id(TwQuads* quads, const TwTerm* term, uint32_t* out_id);

/// Makes the permutation for `order` and the ranks, unless they are there; then
/// each quad is held once
TwStatus
tw_quads_sort(TwQuads* quads, TwOrder order);

/** Quads that match a pattern, in an order. Adding a quad ends it. */
typedef struct {
  const TwQuads* quads;
  const uint32_t* rows; ///< The permutation
  TwQuadIds pattern;
  bool is_union;  ///< Each triple once, whatever its graphs
  size_t at;      ///< Next row
  size_t end;     ///< Behind the last row
  uint32_t found; ///< The quad found last, if has_found
  bool has_found;
} TwQuadWalk;

/// Starts a walk over all quads that match `pattern` (TW_ANY_TERM matches
/// every term). With `is_union` the graph is not looked at, and triples come
/// once.
TwStatus
tw_quads_find(TwQuads* quads, const TwQuadIds* pattern, bool is_union,
              TwQuadWalk* out_walk);

/// Moves to the next match; NULL at the end
const TwQuadIds*
tw_quad_walk_next(TwQuadWalk* walk);

/// Appends the numbers of all named graphs, sorted, to a new array in `arena`
TwStatus
tw_quads_graphs(TwQuads* quads, TwArena* arena, uint32_t** out_ids,
                size_t* out_n);

#endif
