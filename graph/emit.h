/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_EMIT_H
#define TW_GRAPH_EMIT_H

#include "base/buf.h"
#include "graph/graph.h"
#include "ontology/term.h"

/** Hands quads to a visitor, one after the other. After the first that is
 * refused, or when memory runs out, nothing more is handed on: look at
 * tw_emit_status() at the end. */
typedef struct {
  TwStr base;
  TwStatus (*visit)(void* data, const TwQuad* quad);
  void* data;
  TwBuf subject; ///< Absolute IRI
  TwBuf object;
  TwBuf graph; ///< Absolute IRI, or empty
  TwStatus status;
} TwEmit;

void
tw_emit_clear(TwEmit* emit);

TwStatus
tw_emit_status(const TwEmit* emit);

/// What follows is about this node; the IRI is relative to the base
void
tw_emit_subject(TwEmit* emit, TwStr iri);

/// What follows stands in this graph; empty for the default one
void
tw_emit_graph(TwEmit* emit, TwStr iri);

/// The object is a node; its IRI is relative to the base
void
tw_emit_node(TwEmit* emit, TwStr predicate, TwStr iri);

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
