/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_ASKING_H
#define TW_GRAPH_QUERY_QUERY_ASKING_H

#include "graph/query/query_guard.h"
#include "graph/store/store_parts.h"

#define TW_QUERY_LANGUAGE "sparql11-query"
/** Relative IRIs have no meaning in a query; this name of RFC 2606 shows where
 * one slipped in. */
#define TW_QUERY_BASE "http://base.invalid/"

/** One query being asked, in the child. */
typedef struct {
  const TwQuery* query;
  TwDiagSink* sink;
  TwArena* arena;
  TwQueryTokens tokens;
  TwStr text;     ///< With the prefixes that it does not declare, in its first
                  ///< line
  TwStr ask_text; ///< Whether anything matches; empty without aggregates
  TwStr part_query;  ///< A SELECT DISTINCT that stands alone inside, if that is
                     ///< to be asked first; else empty
  TwStr outer_query; ///< What is then asked of its rows
  TwStore* store;
  TwRows* rows;   ///< Of a part
  bool has_error; ///< Something was told
  TwQueryTraits traits;
  TwQueryTraits part; ///< Of the SELECT that stands alone inside, if any
} TwAsking;

/// Takes what Rasqal and Redland say about the query; the `report` of a sink
/// whose data is a TwAsking
void
tw_asking_take(void* data, const TwDiag* diag);

/// Says that the query failed, unless more was said before
void
tw_asking_fail(TwAsking* asking, const char* message);

/// Reads the query and looks at it: fills in tokens, texts and traits. TW_OK,
/// TW_ERR_QUERY (told) or TW_ERR_NOMEM
TwStatus
tw_asking_read(TwAsking* asking);

/// Makes quads of the rows of a part, one for each cell. TW_NONE if a cell is
/// empty, or else cannot stand in a quad.
TwStatus
tw_query_part_quads(const TwRows* rows, TwQuads** out_quads);

/// Appends triples that match the quads of such rows
void
tw_query_part_pattern(const TwQueryTraits* part, TwBuf* out);

/// Looks at what the query needs of the graph that was read: the graphs that it
/// names, literals where it compares. TW_OK, TW_ERR_QUERY (told) or
/// TW_ERR_NOMEM
TwStatus
tw_asking_check(TwAsking* asking);

#endif
