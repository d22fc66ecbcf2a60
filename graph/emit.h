/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_EMIT_H
#define TW_GRAPH_EMIT_H

#include "base/buf.h"
#include "graph/graph.h"
#include "graph/store/quads.h"

#define TW_EMIT_KNOWN 256

/** Puts quads into a set, one after the other. After the first that is
 * refused, or when memory runs out, nothing more is added: look at
 * tw_emit_status() at the end. Nodes are numbers of the set, so that a node
 * which many quads name is looked up once. */
typedef struct {
  TwStr base;
  TwQuads* quads;
  uint32_t subject;
  uint32_t graph;
  TwBuf text; ///< Scratch
  TwStatus status;
  struct {
    const char* s;
    uint32_t id;
  } known[TW_EMIT_KNOWN]; ///< Vocabulary, rules: by where they are in memory
} TwEmit;

void
tw_emit_clear(TwEmit* emit);

TwStatus
tw_emit_status(const TwEmit* emit);

/// The node with this IRI, which is relative to the base
uint32_t
tw_emit_node(TwEmit* emit, TwStr iri);

/// What follows is about this node
void
tw_emit_subject(TwEmit* emit, uint32_t node);

/// What follows stands in this graph, or in TW_DEFAULT_GRAPH
void
tw_emit_graph(TwEmit* emit, uint32_t node);

/// The object is a node
void
tw_emit_link(TwEmit* emit, TwStr predicate, uint32_t node);

/// The object is an absolute IRI
void
tw_emit_iri(TwEmit* emit, TwStr predicate, TwStr iri);

/// The object is text; an empty one is left out. What no store would read is
/// replaced (tw_term_clean()).
void
tw_emit_text(TwEmit* emit, TwStr predicate, TwStr text);

/// The object is a literal of that type; an empty one is left out
void
tw_emit_typed(TwEmit* emit, TwStr predicate, TwStr text, TwStr datatype);

void
tw_emit_number(TwEmit* emit, TwStr predicate, size_t number);

/// The object is a year, month, day or interval (graph/moment.h), which is a
/// node; anything else is text
void
tw_emit_date(TwEmit* emit, TwStr predicate, TwStr date);

/// What there is to say of the interval `date` itself; it becomes the subject
void
tw_emit_interval(TwEmit* emit, TwStr date);

#endif
