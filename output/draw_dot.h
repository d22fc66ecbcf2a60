/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_DOT_H
#define TW_OUTPUT_DRAW_DOT_H

#include "output/drawing.h"

struct Agraph_s;

/** The drawing as a graph of Graphviz: nodes n0, n1 …, edges e0, e1 … as `id`.
 * Edges carry their words if `has_labels`. Returns owned (agclose), or NULL. */
struct Agraph_s*
tw_draw_dot_build(const TwDrawing* drawing, bool has_labels);

/// Sets an attribute of a graph, a node or an edge
void
tw_draw_dot_set(void* object, const char* name, const char* value);

/// Appends `graph` in the DOT language
TwStatus
tw_draw_dot_write(struct Agraph_s* graph, TwBuf* out);

#endif
