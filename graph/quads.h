/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUADS_H
#define TW_GRAPH_QUADS_H

#include "base/status.h"
#include "ontology/term.h"

#include <stddef.h>

/** A set of quads: terms interned, quads held once. store.c shows it to
 * Redland as a storage of its own. */
typedef struct TwQuads TwQuads;

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

/// Distinct quads
size_t
tw_quads_count(const TwQuads* quads);

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

#endif
