/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_TRIPLES_H
#define TW_GRAPH_TRIPLES_H

#include "graph/graph.h"
#include "graph/store/quads.h"

/** Adds to a set of quads what the graph holds: things, direct triples,
 * conflicts in the default graph, an article's claims and spans in a graph
 * named as the article. Only terms of ontology/triplewire.ttl and of the
 * vocabularies it hangs on. */
TwStatus
tw_triples_add(const TwGraph* graph, TwQuads* quads);

#endif
