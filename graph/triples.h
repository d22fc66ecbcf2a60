/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_TRIPLES_H
#define TW_GRAPH_TRIPLES_H

#include "graph/graph.h"
#include "ontology/term.h"

/** Calls `visit` for each quad that says what the graph holds: things, direct
 * triples, conflicts in the default graph, an article's claims and spans in a
 * graph named as the article. Only terms of ontology/triplewire.ttl and of the
 * vocabularies it hangs on; terms live until `visit` returns. */
TwStatus
tw_triples_each(const TwGraph* graph,
                TwStatus (*visit)(void* data, const TwQuad* quad), void* data);

#endif
