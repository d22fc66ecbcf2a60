/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/fuse.h"

#include "graph/conflict.h"
#include "graph/correct_apply.h"
#include "graph/event.h"
#include "graph/identity.h"
#include "graph/iri.h"
#include "graph/node.h"
#include "graph/statement.h"
#include "graph/title.h"
#include "ontology/term.h"

#include <stdlib.h>

struct TwFuser {
  TwArena* arena; ///< Where it lives itself
  TwRecords records;
  TwFuseOptions options;
  TwArena* graph_arena;
  TwArena* scratch;
  TwGraph graph;
};

TwStatus
tw_fuser_new(const TwFuseOptions* options, TwFuser** out_fuser)
{
  *out_fuser = NULL;
  const TwStr base = options->base.len ? options->base : TW_STR(TW_IRI_BASE);
  if (!tw_term_is_iri(base)) {
    return TW_ERR_USAGE;
  }
  TwArena* const arena = tw_arena_new(0);
  TwFuser* const fuser = arena ? TW_NEW(arena, TwFuser, 1) : NULL;
  if (!fuser) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  fuser->arena = arena;
  fuser->options = *options;
  fuser->options.base = tw_arena_copy(arena, base);
  fuser->graph_arena = tw_arena_new(0);
  fuser->scratch = tw_arena_new(0);
  TwStatus status = tw_records_init(&fuser->records);
  if (!fuser->options.base.s || !fuser->graph_arena || !fuser->scratch) {
    status = TW_ERR_NOMEM;
  }
  if (status != TW_OK) {
    tw_fuser_free(fuser);
    return status;
  }
  *out_fuser = fuser;
  return TW_OK;
}

void
tw_fuser_free(TwFuser* fuser)
{
  if (fuser) {
    tw_records_clear(&fuser->records);
    tw_arena_free(fuser->graph_arena);
    tw_arena_free(fuser->scratch);
    tw_arena_free(fuser->arena);
  }
}

TwStatus
tw_fuser_add(TwFuser* fuser, const TwReading* reading, TwDiagSink* sink)
{
  return tw_records_add(&fuser->records, reading, sink);
}

/* --- One run --- */

static int
by_hash(const void* left, const void* right)
{
  const TwArticleRecord* const a = *(TwArticleRecord* const*)left;
  const TwArticleRecord* const b = *(TwArticleRecord* const*)right;
  return tw_str_compare(a->document.sha256, b->document.sha256);
}

static TwStatus
sort_articles(TwFusion* fusion)
{
  const size_t n = fusion->records->articles.count;
  TwArticleRecord** const sorted = TW_NEW(fusion->scratch, TwArticleRecord*, n);
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    sorted[i] = &fusion->records->articles.at[i];
  }
  qsort(sorted, n, sizeof(TwArticleRecord*), by_hash);
  for (uint32_t i = 0; i < n; ++i) {
    tw_fusion_number(sorted[i], i);
  }
  fusion->articles = sorted;
  fusion->n_articles = n;
  return TW_OK;
}

static void
point_to_publishers(TwFusion* fusion)
{
  for (size_t i = 0; i < fusion->n_articles; ++i) {
    TwArticleRecord* const article = fusion->articles[i];
    article->document.publisher_thing =
      article->publisher == TW_NO_ENTITY
        ? TW_NO_THING
        : article->entities[article->publisher].thing;
  }
}

static TwStatus
list_documents(TwFusion* fusion, TwGraph* graph)
{
  TwGraphDocument* const documents =
    TW_NEW(fusion->arena, TwGraphDocument, fusion->n_articles);
  if (!documents) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < fusion->n_articles; ++i) {
    documents[i] = fusion->articles[i]->document;
    tw_buf_addf(&fusion->text, "doc/%.*s", TW_STR_ARG(documents[i].sha256));
    TW_TRY(tw_fusion_text(fusion, &documents[i].iri));
  }
  for (size_t i = 0; i < fusion->n_claims; ++i) {
    documents[fusion->claims[i].evidence.document].n_claims += 1;
  }
  graph->documents = documents;
  graph->n_documents = fusion->n_articles;
  return TW_OK;
}

static int
conflict_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwConflict*)left)->iri,
                        ((const TwConflict*)right)->iri);
}

static int
identity_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwIdentity*)left)->iri,
                        ((const TwIdentity*)right)->iri);
}

static void
fill_graph(TwFusion* fusion, TwGraph* graph)
{
  if (fusion->conflicts.count) {
    qsort(fusion->conflicts.at, fusion->conflicts.count,
          sizeof(*fusion->conflicts.at), conflict_by_iri);
  }
  if (fusion->identities.count) {
    qsort(fusion->identities.at, fusion->identities.count,
          sizeof(*fusion->identities.at), identity_by_iri);
  }
  graph->arena = fusion->arena;
  graph->base = fusion->options.base;
  graph->things = fusion->things;
  graph->n_things = fusion->n_things;
  graph->statements = fusion->statements;
  graph->n_statements = fusion->n_statements;
  graph->claims = fusion->claims;
  graph->n_claims = fusion->n_claims;
  graph->conflicts = fusion->conflicts.at;
  graph->n_conflicts = fusion->conflicts.count;
  graph->identities = fusion->identities.at;
  graph->n_identities = fusion->identities.count;
}

static TwStatus
run(TwFusion* fusion, TwGraph* graph)
{
  TW_TRY(sort_articles(fusion));
  TW_TRY(tw_correct_records(fusion));
  TW_TRY(tw_identity_run(fusion));
  TW_TRY(tw_correct_labels(fusion));
  point_to_publishers(fusion);
  TW_TRY(tw_event_run(fusion));
  TW_TRY(tw_node_run(fusion));
  TW_TRY(tw_fusion_things(fusion));
  TW_TRY(tw_statement_run(fusion));
  TW_TRY(tw_conflict_run(fusion));
  TW_TRY(tw_title_run(fusion));
  TW_TRY(list_documents(fusion, graph));
  fill_graph(fusion, graph);
  return TW_OK;
}

TwStatus
tw_fuser_run(TwFuser* fuser, const TwGraph** out_graph)
{
  tw_arena_reset(fuser->graph_arena);
  tw_arena_reset(fuser->scratch);
  tw_arena_reset(fuser->records.scratch);
  fuser->graph = (TwGraph){.arena = fuser->graph_arena};
  TwFusion fusion = {.records = &fuser->records,
                     .options = fuser->options,
                     .arena = fuser->graph_arena,
                     .scratch = fuser->scratch,
                     .text = TW_BUF_INIT};
  const TwStatus status = run(&fusion, &fuser->graph);
  tw_buf_clear(&fusion.text);
  tw_arena_reset(fuser->scratch);
  *out_graph = status == TW_OK ? &fuser->graph : NULL;
  return status;
}
