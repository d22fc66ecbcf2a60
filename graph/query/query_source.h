/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_SOURCE_H
#define TW_GRAPH_QUERY_QUERY_SOURCE_H

#include "graph/store/store_parts.h"

/** Hands triples to Rasqal. */
typedef struct TwQuerySource TwQuerySource;

/// Makes all queries of the store's world read `quads`, its own or others, with
/// `has_graphs` by graph; lives in the arena. Nothing may be added to the quads
/// from now on.
TwStatus
tw_query_source_new(TwStore* store, TwQuads* quads, TwArena* arena,
                    bool has_graphs, TwQuerySource** out_source);

/// Frees what Rasqal holds for it; accepts NULL
void
tw_query_source_free(TwQuerySource* source);

#endif
