/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_CHECK_PARTS_H
#define TW_GRAPH_AUDIT_CHECK_PARTS_H

#include "graph/audit/check.h"
#include "graph/audit/lookup.h"
#include "ontology/schema.h"

/* What the files of the check share. */

#define TW_CHECK_CODE_UNKNOWN 4601
#define TW_CHECK_CODE_MISUSED 4602
#define TW_CHECK_CODE_SHAPE 4603
#define TW_CHECK_CODE_SHAPES 4604
#define TW_CHECK_CODE_NAMES 4605

typedef struct {
  TwArena* arena;
  TwLookup graph;
  TwStr path;    ///< Of the graph, for messages
  uint32_t type; ///< The number of rdf:type
  TwDiagSink* sink;
  TwCheckTally* tally;
} TwCheck;

/// All nodes of a class or one below it, each once, sorted; in the arena
TwStatus
tw_check_instances(TwCheck* check, TwStr class_iri, uint32_t** out_nodes,
                   size_t* out_n);

/// Warns of people who have two full names that do not fit
TwStatus
tw_check_names(TwCheck* check);

/// Holds the nodes against the shapes
TwStatus
tw_check_shapes(TwCheck* check, const char* shapes_path);

#endif
