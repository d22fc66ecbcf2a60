/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/fuse.h"

#include "graph/conflict.h"
#include "graph/correct_apply.h"
#include "graph/correct_event.h"
#include "graph/event.h"
#include "graph/identity.h"
#include "graph/iri.h"
#include "graph/node.h"
#include "graph/quote.h"
#include "graph/statement.h"
#include "graph/sum.h"
#include "graph/title.h"
#include "ontology/term.h"

#include <stdlib.h>

struct TwFuser {
  TwArena* arena; ///< Where it lives itself
  TwRecords records;
  TwFuseOptions options;
  TwArena* graph_arena;
  TwArena* drafting;
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
  fuser->drafting = tw_arena_new(0);
  fuser->scratch = tw_arena_new(0);
  TwStatus status = tw_records_init(&fuser->records);
  if (!fuser->options.base.s || !fuser->graph_arena || !fuser->drafting ||
      !fuser->scratch) {
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
    tw_arena_free(fuser->drafting);
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
  TwArticleRecord** const sorted = TW_NEW(fusion->arena, TwArticleRecord*, n);
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

static TwStatus
point_to_publishers(TwFusion* fusion)
{
  for (size_t i = 0; i < fusion->n_articles; ++i) {
    TwArticleRecord* const article = fusion->articles[i];
    article->document.publisher_thing =
      article->publisher == TW_NO_ENTITY
        ? TW_NO_THING
        : article->entities[article->publisher].thing;
  }
  return TW_OK;
}

static TwStatus
list_documents(TwFusion* fusion)
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
  fusion->documents = documents;
  return TW_OK;
}

static int
conflict_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwConflict*)left)->iri,
                        ((const TwConflict*)right)->iri);
}

static int
check_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwCheck*)left)->iri,
                        ((const TwCheck*)right)->iri);
}

static int
quote_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwQuote*)left)->iri,
                        ((const TwQuote*)right)->iri);
}

static int
identity_by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwIdentity*)left)->iri,
                        ((const TwIdentity*)right)->iri);
}

/* What an article takes: its records and their words, but not its path, which
 * says nothing. */
static size_t
bytes_of(const TwArticleRecord* article)
{
  const char* last = NULL;
  size_t n = sizeof(*article) + article->n_entities * sizeof(TwEntityRecord) +
             article->n_facts * sizeof(TwFactRecord);
  for (size_t e = 0; e < article->n_entities; ++e) {
    n += article->entities[e].name.len;
  }
  for (size_t f = 0; f < article->n_facts; ++f) {
    const TwFactRecord* const fact = &article->facts[f];
    n += fact->n_roles * sizeof(TwRoleRecord) + fact->trigger.exact.len;
    /* Facts of one sentence share its words. */
    n += fact->evidence.exact.s == last ? 0 : fact->evidence.exact.len;
    last = fact->evidence.exact.s;
  }
  return n;
}

/* The sum of what is there, not of what was asked for: the same in any order
 * of the articles. */
static size_t
count_bytes(const TwFusion* fusion)
{
  size_t n = fusion->n_things * sizeof(TwGraphThing) +
             fusion->n_statements * sizeof(TwStatement) +
             fusion->n_claims * sizeof(TwGraphClaim);
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    n += bytes_of(fusion->articles[a]);
  }
  return n;
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
  if (fusion->checks.count) {
    qsort(fusion->checks.at, fusion->checks.count, sizeof(*fusion->checks.at),
          check_by_iri);
  }
  if (fusion->quotes.count) {
    qsort(fusion->quotes.at, fusion->quotes.count, sizeof(*fusion->quotes.at),
          quote_by_iri);
  }
  graph->arena = fusion->arena;
  graph->base = fusion->options.base;
  graph->n_bytes_held = count_bytes(fusion);
  graph->documents = fusion->documents;
  graph->n_documents = fusion->n_articles;
  graph->things = fusion->things;
  graph->n_things = fusion->n_things;
  graph->statements = fusion->statements;
  graph->n_statements = fusion->n_statements;
  graph->claims = fusion->claims;
  graph->n_claims = fusion->n_claims;
  graph->conflicts = fusion->conflicts.at;
  graph->n_conflicts = fusion->conflicts.count;
  graph->checks = fusion->checks.at;
  graph->n_checks = fusion->checks.count;
  graph->quotes = fusion->quotes.at;
  graph->n_quotes = fusion->quotes.count;
  graph->identities = fusion->identities.at;
  graph->n_identities = fusion->identities.count;
}

/* In this order; what a step puts into the scratch arena ends with it. */
static TwStatus (*const steps[])(TwFusion* fusion) = {
  sort_articles,
  tw_correct_records,
  tw_correct_facts,
  tw_identity_run,
  tw_correct_labels,
  point_to_publishers,
  tw_event_run,
  tw_node_run,
  tw_fusion_things,
  tw_statement_run,
  tw_conflict_future,
  tw_conflict_values,
  tw_conflict_certainty,
  tw_conflict_omission,
  tw_conflict_wording,
  tw_conflict_words,
  tw_conflict_actors,
  tw_conflict_order,
  tw_sum_run,
  tw_conflict_direct,
  tw_quote_run,
  tw_title_run,
  tw_correct_titles,
  list_documents,
};

static TwStatus
run(TwFusion* fusion)
{
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < sizeof(steps) / sizeof(steps[0]);
       ++i) {
    status = steps[i](fusion);
    tw_arena_reset(fusion->scratch);
  }
  tw_arena_reset(fusion->drafting);
  return status;
}

TwStatus
tw_fuser_run(TwFuser* fuser, const TwGraph** out_graph)
{
  tw_arena_reset(fuser->graph_arena);
  fuser->graph = (TwGraph){.arena = fuser->graph_arena};
  TwFusion fusion = {.records = &fuser->records,
                     .options = fuser->options,
                     .arena = fuser->graph_arena,
                     .drafting = fuser->drafting,
                     .scratch = fuser->scratch,
                     .text = TW_BUF_INIT};
  const TwStatus status = run(&fusion);
  tw_buf_clear(&fusion.text);
  *out_graph = NULL;
  if (status == TW_OK) {
    fill_graph(&fusion, &fuser->graph);
    *out_graph = &fuser->graph;
  }
  return status;
}

void
tw_fuser_forget(TwFuser* fuser)
{
  tw_records_forget(&fuser->records);
}
