/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_FUSE_H
#define TW_GRAPH_FUSE_H

#include "base/diag.h"
#include "base/status.h"
#include "graph/correct.h"
#include "graph/graph.h"

/** Takes the readings of articles and makes one graph of them. */
typedef struct TwFuser TwFuser;

/** Which statements get direct triples. */
typedef enum {
  TW_DIRECT_SAFE, ///< Asserted, positive, not contested
  TW_DIRECT_ALL,
  TW_DIRECT_NONE,
} TwDirect;

typedef struct {
  TwStr base; ///< Stem of IRIs; empty for the default one
  TwDirect direct;
  TwCorrections* corrections; ///< Or NULL; a run counts their hits
} TwFuseOptions;

/// Returns owned. TW_ERR_USAGE if the base is no IRI.
TwStatus
tw_fuser_new(const TwFuseOptions* options, TwFuser** out_fuser);

/// Accepts NULL; frees the graph, too
void
tw_fuser_free(TwFuser* fuser);

/// Adds what one article says; copies what it needs. Of articles with the same
/// bytes one counts, whatever their order; the other is told to `sink` (TW4001)
/// and left out. TW_NONE if that is the one at hand.
TwStatus
tw_fuser_add(TwFuser* fuser, const TwReading* reading, TwDiagSink* sink);

/// Fuses what was added; `*out_graph` lives as long as the fuser
TwStatus
tw_fuser_run(TwFuser* fuser, const TwGraph** out_graph);

/// Lets go of what only another run would need; after that nothing can be
/// added, and the graph stays
void
tw_fuser_forget(TwFuser* fuser);

#endif
