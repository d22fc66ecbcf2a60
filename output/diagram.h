/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DIAGRAM_H
#define TW_OUTPUT_DIAGRAM_H

#include "base/status.h"
#include "graph/graph.h"
#include "output/drawing.h"

typedef struct {
  TwStr title;      ///< Or empty: made from what the graph holds
  size_t max_nodes; ///< 0 for the default; what is left out is said in the
                    ///< caveat
} TwDiagramOptions;

/// Chooses what of the graph is drawn and says it in words. Text lives in
/// `arena` or borrows from the graph.
TwStatus
tw_diagram_make(const TwGraph* graph, const TwDiagramOptions* options,
                TwArena* arena, TwDrawing* out_drawing);

#endif
