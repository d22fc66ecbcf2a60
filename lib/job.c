/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "lib/job.h"

#include "graph/store/store.h"
#include "graph/triples.h"
#include "lib/sources.h"
#include "output/diagram.h"
#include "output/draw.h"
#include "output/facts.h"
#include "output/turtle.h"
#include "output/undecided.h"

struct TwJob {
  TwJobOptions options;
  TwArena* arena; /* Of the drawing */
  TwFuser* fuser;
  TwSources* sources; /* Or NULL */
  const TwGraph* graph;
  TwRun run;
  TwStore* store; /* Filled when first asked for, as the drawing is */
  TwQuads* quads;
  TwBuf dot;
  TwBuf svg;
};

TwStatus
tw_job_open(const TwJobOptions* options, TwJob** out_job)
{
  TwArena* const arena = tw_arena_new(0);
  TwJob* const job = arena ? TW_NEW(arena, TwJob, 1) : NULL;
  if (!job) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  job->arena = arena;
  job->options = *options;
  TwStatus status = tw_fuser_new(&options->fuse, &job->fuser);
  if (status == TW_OK && options->spool_dir) {
    status = tw_sources_open(options->spool_dir, &job->sources);
  }
  if (status != TW_OK) {
    tw_job_free(job);
    return status;
  }
  *out_job = job;
  return TW_OK;
}

void
tw_job_free(TwJob* job)
{
  if (job) {
    tw_sources_free(job->sources);
    tw_store_free(job->store);
    tw_fuser_free(job->fuser);
    tw_buf_clear(&job->dot);
    tw_buf_clear(&job->svg);
    tw_arena_free(job->arena);
  }
}

TwStatus
tw_job_add(TwJob* job, const TwRaw* raw, const TwReading* reading,
           TwDiagSink* sink)
{
  if (job->graph) {
    return TW_ERR_USAGE;
  }
  TW_TRY(tw_fuser_add(job->fuser, reading, sink));
  return job->sources
           ? tw_sources_add(job->sources, raw, reading->document->sha256)
           : TW_OK;
}

TwStatus
tw_job_fuse(TwJob* job)
{
  if (!job->graph) {
    TW_TRY(tw_fuser_run(job->fuser, &job->graph));
    tw_fuser_forget(job->fuser);
  }
  return TW_OK;
}

void
tw_job_tell(TwJob* job, const TwRun* run)
{
  const char* const engine = job->run.engine;
  job->run = *run;
  job->run.engine = engine;
}

size_t
tw_job_threads(const TwJob* job)
{
  return job->options.n_threads;
}

const TwGraph*
tw_job_graph(const TwJob* job)
{
  return job->graph;
}

static TwStatus
add_to_store(void* store, const TwQuad* quad)
{
  return tw_store_add(store, quad);
}

/* Another storage than that of the house takes its quads one by one. */
static TwStatus
fill_by_redland(TwJob* job)
{
  TwQuads* const quads = tw_quads_new();
  TwStatus status = quads ? tw_triples_add(job->graph, quads) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = tw_quads_each(quads, add_to_store, job->store);
  }
  tw_quads_free(quads);
  return status;
}

/* The graph goes through Redland's model, whatever its storage is. */
static TwStatus
need_store(TwJob* job, TwDiagSink* sink)
{
  if (job->quads) {
    return TW_OK;
  }
  if (!job->store) {
    TW_TRY(tw_store_open(job->options.store, sink, &job->store));
    TwQuads* const own = tw_store_own_quads(job->store);
    TW_TRY(own ? tw_triples_add(job->graph, own) : fill_by_redland(job));
  }
  return tw_store_quads(job->store, &job->quads);
}

static TwStatus
need_triples(TwJob* job, TwDiagSink* sink)
{
  TW_TRY(need_store(job, sink));
  return tw_quads_settle(job->quads, true);
}

static TwStatus
need_quads(TwJob* job, TwDiagSink* sink)
{
  TW_TRY(need_store(job, sink));
  return tw_quads_settle(job->quads, false);
}

static TwStatus
need_drawing(TwJob* job, TwDiagSink* sink)
{
  if (job->svg.len) {
    return TW_OK;
  }
  const TwDiagramOptions options = {.title = job->options.title,
                                    .max_nodes = job->options.max_nodes};
  TwDrawing drawing = {.arena = job->arena};
  TW_TRY(tw_diagram_make(job->graph, &options, job->arena, &drawing));
  return tw_draw_render(&drawing, sink, &job->dot, &job->svg, &job->run.engine);
}

static TwStatus
write_turtle(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  TW_TRY(need_triples(job, sink));
  return tw_turtle_write(job->quads, job->graph->base, writer);
}

static TwStatus
write_nquads(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  TW_TRY(need_quads(job, sink));
  return tw_nquads_write(job->quads, writer);
}

static TwStatus
write_dot(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  TW_TRY(need_drawing(job, sink));
  tw_writer_add(writer, tw_buf_str(&job->dot));
  return TW_OK;
}

static TwStatus
write_svg(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  TW_TRY(need_drawing(job, sink));
  tw_writer_add(writer, tw_buf_str(&job->svg));
  return TW_OK;
}

static TwStatus
write_facts(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  (void)sink;
  return tw_facts_graph(job->graph, writer);
}

static TwStatus
write_evidence(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  (void)sink;
  return tw_evidence_write(job->graph, writer);
}

static TwStatus
write_undecided(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  (void)sink;
  return tw_undecided_write(job->graph, writer);
}

static TwStatus
write_sources(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  (void)sink;
  return job->sources ? tw_sources_write(job->sources, writer)
                      : TW_ERR_INTERNAL;
}

static TwStatus
write_report(TwJob* job, TwDiagSink* sink, TwWriter* writer)
{
  (void)sink;
  return tw_report_write(job->graph, &job->run, writer);
}

/* Longest first, for several threads. The report says how the drawing was laid
 * out, which is prepared then. */
static const TwProduct products[] = {
  {"graph.ttl", ".ttl", "Turtle", need_triples, write_turtle},
  {"graph.nq", ".nq", "N-Quads", need_quads, write_nquads},
  {"graph.svg", ".svg", "drawing", need_drawing, write_svg},
  {"graph.dot", ".dot", "source of the drawing", need_drawing, write_dot},
  {"undecided.tsv", "undecided.tsv", "open identities", NULL, write_undecided},
  {"facts.tsv", ".tsv", "facts", NULL, write_facts},
  {"evidence.csv", ".csv", "claims", NULL, write_evidence},
  {"sources.jsonl", ".jsonl", "articles", NULL, write_sources},
  {"report.txt", ".txt", "report", NULL, write_report},
};

#define N_PRODUCTS (sizeof(products) / sizeof(products[0]))

const TwProduct*
tw_products(size_t* out_n)
{
  *out_n = N_PRODUCTS;
  return products;
}

const TwProduct*
tw_product_find(TwStr path)
{
  for (size_t i = 0; i < N_PRODUCTS; ++i) {
    if (tw_str_ends(path, tw_str(products[i].suffix))) {
      return &products[i];
    }
  }
  return NULL;
}
