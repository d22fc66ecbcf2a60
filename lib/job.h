/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_JOB_H
#define TW_LIB_JOB_H

#include "extract/claim.h"
#include "extract/ingest/source.h"
#include "graph/fuse.h"
#include "output/report.h"

/** The main job: what articles say, in; one graph, out in every form. What the
 * program and the public header do, they do through this. */
typedef struct TwJob TwJob;

typedef struct {
  TwFuseOptions fuse;
  const char* store;     ///< Redland's storage; NULL for that of the house
  TwStr title;           ///< Of the drawing; empty: made from what it shows
  size_t max_nodes;      ///< Of the drawing; 0 for the default
  const char* spool_dir; ///< Where sources wait to be written; NULL if they
                         ///< are not asked for
  size_t n_threads;      ///< In which the products are written; 0 is one
} TwJobOptions;

/// Borrows the options' texts. TW_ERR_USAGE if the base is no IRI;
/// TW_ERR_WRITE with errno. Returns owned.
TwStatus
tw_job_open(const TwJobOptions* options, TwJob** out_job);

/// Accepts NULL
void
tw_job_free(TwJob* job);

/// Adds what an article says; `raw` is what was read. TW_NONE if another
/// with this text counts; TW_ERR_WRITE with errno if it cannot wait on the
/// disk.
TwStatus
tw_job_add(TwJob* job, const TwRaw* raw, const TwReading* reading,
           TwDiagSink* sink);

/// Fuses what was added; after that nothing can be added. Call it and what
/// follows while the process has one thread: Redland and Graphviz cannot take
/// more.
TwStatus
tw_job_fuse(TwJob* job);

/// What the report is to say of the run, which it borrows
void
tw_job_tell(TwJob* job, const TwRun* run);

/// In how many threads it may be written
size_t
tw_job_threads(const TwJob* job);

/// The graph, after tw_job_fuse(); borrows
const TwGraph*
tw_job_graph(const TwJob* job);

/** A form in which the graph can be had. */
typedef struct {
  const char* name;   ///< In a bundle: "graph.ttl"
  const char* suffix; ///< ".ttl"
  const char* what;   ///< For help: "Turtle"
  /** Makes what it is written from, if that is not there, or NULL. When this
   * was done for all that are asked for, threads may write different ones side
   * by side. */
  TwStatus (*prepare)(TwJob* job, TwDiagSink* sink);
  TwStatus (*write)(TwJob* job, TwDiagSink* sink, TwWriter* writer);
} TwProduct;

/// All of them; static
const TwProduct*
tw_products(size_t* out_n);

/// The product that `path` asks for by its suffix, or NULL; static
const TwProduct*
tw_product_find(TwStr path);

#endif
