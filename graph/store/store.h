/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_STORE_STORE_H
#define TW_GRAPH_STORE_STORE_H

#include "base/diag.h"
#include "graph/store/quads.h"

/** A Redland model with a world of its own. Redland is not thread-safe: use it
 * from one thread. */
typedef struct TwStore TwStore;

/** Opens a model on storage `kind`: NULL or "triplewire" for the storage of
 * this house, "hashes" for Redland's own in memory (with contexts). What
 * Redland says goes to `sink` (TW4101). TW_ERR_STORE. Returns owned. */
TwStatus
tw_store_open(const char* kind, TwDiagSink* sink, TwStore** out_store);

/// Accepts NULL
void
tw_store_free(TwStore* store);

/// Adds a quad to the model
TwStatus
tw_store_add(TwStore* store, const TwQuad* quad);

/// The set in which the storage of this house keeps its quads, to be filled
/// with many; NULL for another storage. Borrows.
TwQuads*
tw_store_own_quads(TwStore* store);

/// The quads of the model: with the storage of this house its own set, else a
/// copy read through Redland. Lives in the store.
TwStatus
tw_store_quads(TwStore* store, TwQuads** out_quads);

/// Reads Turtle, N-Triples, N-Quads or TriG (by the suffix of `path`) into the
/// model by raptor, graph names kept; errors name file and line (TW4102).
TwStatus
tw_store_read(TwStore* store, const char* path);

/** Reads a file of N-Quads ("-" is standard input) without keeping it: calls
 * `visit` for each quad with the predicate, and may call it for others; it
 * borrows the terms for the call. Lines that begin and end as those of quads
 * with another predicate are not looked at any further. Errors name file and
 * line (TW4102); whatever `visit` returns but TW_OK ends it. */
TwStatus
tw_store_each(const char* path, TwStr predicate, TwDiagSink* sink,
              TwStatus (*visit)(void* data, const TwQuad* quad), void* data);

/// The model, a librdf_model*, for graph/query/query.c
void*
tw_store_model(TwStore* store, int is_for_graphs);

/// Its world, a librdf_world*
void*
tw_store_world(TwStore* store);

#endif
