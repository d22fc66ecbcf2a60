/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_LOOKUP_H
#define TW_GRAPH_AUDIT_LOOKUP_H

#include "graph/store/quads_index.h"
#include "graph/store/store.h"

/** The number of a term that the graph does not have. */
#define TW_NO_TERM (UINT32_MAX - 1)

/** A graph file, read to be looked things up in: its triples, whatever their
 * named graphs. */
typedef struct {
  TwStore* store;
  TwQuads* quads;
} TwLookup;

/// Reads Turtle, N-Triples, N-Quads or TriG as tw_store_read() does
TwStatus
tw_lookup_open(const char* path, TwDiagSink* sink, TwLookup* lookup);

/// Accepts one that was not opened
void
tw_lookup_close(TwLookup* lookup);

/// The number of an IRI, TW_NO_TERM if no triple has it
TwStatus
tw_lookup_iri(TwLookup* lookup, TwStr iri, uint32_t* out_id);

/// All triples that match, each once; TW_ANY_TERM matches every term,
/// TW_NO_TERM none
TwStatus
tw_lookup_find(TwLookup* lookup, uint32_t subject, uint32_t predicate,
               uint32_t object, TwQuadWalk* out_walk);

/// TW_OK and the only object of a subject and predicate; TW_NONE (and
/// TW_NO_TERM) if there is none or more than one
TwStatus
tw_lookup_value(TwLookup* lookup, uint32_t subject, uint32_t predicate,
                uint32_t* out_object);

/// The only object of a subject and predicate; TW_NO_TERM if there is none or
/// more than one
TwStatus
tw_lookup_maybe(TwLookup* lookup, uint32_t subject, uint32_t predicate,
                uint32_t* out_object);

/// TW_OK if there is such a triple, or TW_NONE
TwStatus
tw_lookup_has(TwLookup* lookup, uint32_t subject, uint32_t predicate,
              uint32_t object);

/// The lexical form or IRI of a term; empty for TW_NO_TERM
TwStr
tw_lookup_text(const TwLookup* lookup, uint32_t id);

#endif
