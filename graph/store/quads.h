/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_STORE_QUADS_H
#define TW_GRAPH_STORE_QUADS_H

#include "base/status.h"
#include "ontology/term.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A set of quads: terms interned, quads held once. store.c shows it to
 * Redland as a storage of its own. */
typedef struct TwQuads TwQuads;

/** The parts of a quad, as indexes of `TwQuadIds.part`. */
typedef enum { TW_GRAPH, TW_SUBJECT, TW_PREDICATE, TW_OBJECT } TwQuadPart;
#define TW_N_PARTS 4

/** The number of the default graph. */
#define TW_DEFAULT_GRAPH 0

/** A quad of term numbers. */
typedef struct {
  uint32_t part[TW_N_PARTS];
} TwQuadIds;

/// Returns owned, or NULL if memory runs out
TwQuads*
tw_quads_new(void);

/// Accepts NULL
void
tw_quads_free(TwQuads* quads);

/// Adds a quad; one that is there stays once. TW_ERR_STORE if a term is none
/// (tw_term_is_iri(), tw_term_is_text()).
TwStatus
tw_quads_add(TwQuads* quads, const TwQuad* quad);

/// The number of a term, which gets one if it is new; TW_ERR_STORE as above
TwStatus
tw_quads_number(TwQuads* quads, const TwTerm* term, uint32_t* out_id);

/// Adds a quad of numbers that tw_quads_number() gave: many quads share a few
/// terms, which are then looked up once
TwStatus
tw_quads_add_ids(TwQuads* quads, const TwQuadIds* ids);

/// Distinct quads
TwStatus
tw_quads_count(TwQuads* quads, size_t* out_n);

/// The term with that number; borrows from the set
TwTerm
tw_quads_term(const TwQuads* quads, uint32_t id);

/// Fetches what tw_quads_term() will read, so that one need not wait for it:
/// some time before, where its text is, and after that the text
void
tw_quads_prefetch(const TwQuads* quads, uint32_t id, bool is_text);

/// How many terms there are, the default graph included
uint32_t
tw_quads_term_count(const TwQuads* quads);

/** Calls `visit` for each quad in the order of graph, subject, predicate,
 * object (bytes of their N-Quads form, the default graph first); terms borrow
 * from the set. `visit` ends the walk by returning anything but TW_OK. */
TwStatus
tw_quads_each(TwQuads* quads, TwStatus (*visit)(void* data, const TwQuad*),
              void* data);

/// As tw_quads_each() for the union of all graphs: each triple once, in the
/// order of subject, predicate, object, its `graph` empty
TwStatus
tw_quads_each_triple(TwQuads* quads,
                     TwStatus (*visit)(void* data, const TwQuad*), void* data);

/// Puts the set in the order of tw_quads_each(), or of tw_quads_each_triple()
/// with `is_union`: until a quad is added, threads may walk it side by side
TwStatus
tw_quads_settle(TwQuads* quads, bool is_union);

/// As the two above (the second with `is_union`), by numbers
TwStatus
tw_quads_each_ids(TwQuads* quads, bool is_union,
                  TwStatus (*visit)(void* data, const TwQuadIds*), void* data);

#endif
