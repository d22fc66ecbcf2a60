/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_OPTIONAL_H
#define TW_GRAPH_QUERY_QUERY_OPTIONAL_H

#include "graph/query/query_asking.h"
#include "graph/store/quads_index.h"

/* OPTIONAL without its price. Rasqal matches what stands in an OPTIONAL apart,
 * and holds each match against each one of what stands before it. Triples that
 * it is given in one piece it matches one within the other. So where nothing
 * but triples stand in an OPTIONAL, right behind triples, they are written
 * among those, behind a marker that our source of triples knows:
 *
 *     ?e a ?class OPTIONAL { ?e tw:date ?day }
 *     ?e a ?class . ?_tw_optional1 <marker> "1 day" . ?e tw:date ?day .
 *
 * A variable that other patterns could bind as well would mean something else
 * there; a group with such a one stays as it is.
 *
 * The marker tells how many triples follow and which variables these bind. It
 * matches as often as the triples do all together, once if they do not, and
 * they match what it found. */

#define TW_QUERY_OPTIONAL "tag:triplewire,2026:optional"

/** The variables of a triple that its OPTIONAL binds, by their parts. */
typedef struct {
  rasqal_variable* in[TW_N_PARTS]; ///< Or NULL
} TwQueryFresh;

/** Triples that may have no match. */
typedef struct {
  rasqal_triple** triples; ///< The marker and those behind it
  size_t n;                ///< Behind the marker
  TwQueryFresh* fresh;     ///< Of each of `triples`
  TwQuadWalk* walks;       ///< Of each, while they are matched
  TwQuadIds* quads;        ///< Of each, what it matches meanwhile
  TW_VEC(TwQuadIds) found; ///< All matches, each of `n` quads
  size_t current;          ///< Of the matches: the one at hand
} TwQueryOptional;

typedef TW_VEC(TwQueryOptional) TwQueryOptionals;

/** Quads, and the number that a literal of a query has there. */
typedef struct {
  TwQuads* quads;
  TwStatus (*id_of)(void* data, rasqal_literal* literal, uint32_t* out_id);
  void* data;
} TwQueryTerms;

/// The query with its OPTIONALs written so, as far as that means the same;
/// else as it is
TwStatus
tw_query_optional_write(TwArena* arena, TwStr sparql,
                        const TwQueryTokens* tokens, TwStr* out_sparql);

/// Appends those of a query that Rasqal has read
TwStatus
tw_query_optional_find(TwArena* arena, rasqal_query* query,
                       TwQueryOptionals* optionals);

/// The one that `triple` belongs to; `*out_at` is 0 for the marker, else the
/// place behind it. NULL if there is none.
TwQueryOptional*
tw_query_optional_of(const TwQueryOptionals* optionals,
                     const rasqal_triple* triple, size_t* out_at);

/// Matches the triples with what the variables are now, whatever graph they
/// stand in
TwStatus
tw_query_optional_solve(TwQueryOptional* optional, TwArena* arena,
                        const TwQueryTerms* terms);

/// How often the marker matches: at least once
size_t
tw_query_optional_count(const TwQueryOptional* optional);

/// What the triple in place `at` matches at present; NULL for the marker, or
/// if there is no match
const TwQuadIds*
tw_query_optional_match(const TwQueryOptional* optional, size_t at);

#endif
