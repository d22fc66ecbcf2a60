/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/store/store.h"

#include "graph/store/store_parts.h"

#include <string.h>

/* Redland's own storages look through all they hold before they add a
 * statement without a graph, so the default graph has a name there. */
#define DEFAULT_GRAPH "urn:triplewire:default-graph"

/* --- What Redland says --- */

static TwSeverity
severity_of(librdf_log_level level)
{
  return level >= LIBRDF_LOG_ERROR  ? TW_ERROR
         : level == LIBRDF_LOG_WARN ? TW_WARNING
                                    : TW_NOTE;
}

void
tw_store_tell(TwStore* store, TwSeverity severity,
              const raptor_locator* locator, const char* message)
{
  TwDiag diag = {
    .severity = severity,
    .code = store->about.len ? store->about_code : TW_STORE_MESSAGE,
    .file = store->about,
    .message = tw_str(message),
  };
  if (store->about.len && locator) {
    diag.line = locator->line > 0 ? (size_t)locator->line : 0;
    diag.column = locator->column > 0 ? (size_t)locator->column : 0;
  }
  if (severity != TW_NOTE) {
    store->n_errors += severity == TW_ERROR;
    tw_diag_report(store->sink, &diag);
  }
}

/* Takes all messages; 1 tells Redland that it need not print them. */
static int
take_message(void* data, librdf_log_message* message)
{
  tw_store_tell(data, severity_of(librdf_log_message_level(message)),
                librdf_log_message_locator(message),
                librdf_log_message_message(message));
  return 1;
}

/* --- Opening --- */

static TwStatus
open_world(TwStore* store)
{
  store->world = librdf_new_world();
  if (!store->world) {
    return TW_ERR_NOMEM;
  }
  /* The loggers that are there until then read memory that nobody has set. */
  librdf_world_set_logger(store->world, store, take_message);
  librdf_world_open(store->world);
  return store->n_errors ? TW_ERR_STORE : TW_OK;
}

/* Makes a storage of ours and a model on it. */
static TwStatus
open_view(TwStore* store, bool has_graphs, librdf_storage** out_storage,
          librdf_model** out_model)
{
  TwStorageView* const view = &store->views[has_graphs];
  *view = (TwStorageView){store, has_graphs};
  *out_storage = librdf_new_storage(store->world, "triplewire", NULL, NULL);
  if (!*out_storage) {
    return TW_ERR_STORE;
  }
  librdf_storage_set_instance(*out_storage, view);
  *out_model = librdf_new_model(store->world, *out_storage, NULL);
  return *out_model ? TW_OK : TW_ERR_STORE;
}

static TwStatus
open_own(TwStore* store)
{
  store->is_own = true;
  store->quads = tw_quads_new();
  if (!store->quads) {
    return TW_ERR_NOMEM;
  }
  if (tw_store_register(store->world)) {
    return TW_ERR_STORE;
  }
  TW_TRY(open_view(store, true, &store->storage, &store->model));
  return open_view(store, false, &store->plain_storage, &store->plain_model);
}

static TwStatus
open_hashes(TwStore* store)
{
  store->is_stale = true;
  store->storage = librdf_new_storage(store->world, "hashes", NULL,
                                      "hash-type='memory',contexts='yes'");
  store->model = store->storage
                   ? librdf_new_model(store->world, store->storage, NULL)
                   : NULL;
  return store->model ? TW_OK : TW_ERR_STORE;
}

/* The storages that can be asked for. */
static const struct {
  const char* kind;
  TwStatus (*open)(TwStore* store);
} kinds[] = {
  {"triplewire", open_own},
  {"hashes", open_hashes},
};

static TwStatus
open_kind(TwStore* store, const char* kind)
{
  for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (!kind || !strcmp(kind, kinds[i].kind)) {
      return kinds[i].open(store);
    }
  }
  tw_diag_error(store->sink, TW_STORE_MESSAGE, (TwStr){NULL, 0},
                "there is no store of kind \"%s\", only \"triplewire\" and "
                "\"hashes\"",
                kind);
  return TW_ERR_STORE;
}

TwStatus
tw_store_open(const char* kind, TwDiagSink* sink, TwStore** out_store)
{
  TwArena* const arena = tw_arena_new(0);
  TwStore* const store = arena ? TW_NEW(arena, TwStore, 1) : NULL;
  *out_store = NULL;
  if (!store) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  store->arena = arena;
  store->sink = sink;
  TwStatus status = open_world(store);
  if (status == TW_OK) {
    status = open_kind(store, kind);
  }
  if (status != TW_OK) {
    tw_store_free(store);
    return status;
  }
  *out_store = store;
  return TW_OK;
}

void
tw_store_free(TwStore* store)
{
  if (!store) {
    return;
  }
  if (store->plain_model) {
    librdf_free_model(store->plain_model);
  }
  if (store->plain_storage) {
    librdf_free_storage(store->plain_storage);
  }
  if (store->model) {
    librdf_free_model(store->model);
  }
  if (store->storage) {
    librdf_free_storage(store->storage);
  }
  tw_store_free_nodes(store);
  if (store->world) {
    librdf_free_world(store->world);
  }
  tw_quads_free(store->quads);
  tw_arena_free(store->arena);
}

void*
tw_store_model(TwStore* store, int is_for_graphs)
{
  return is_for_graphs || !store->plain_model ? store->model
                                              : store->plain_model;
}

void*
tw_store_world(TwStore* store)
{
  return store->world;
}

/* --- Adding --- */

static bool
is_quad(const TwQuad* quad)
{
  return quad->subject.kind == TW_TERM_IRI &&
         quad->predicate.kind == TW_TERM_IRI &&
         tw_quads_is_term(&quad->subject) &&
         tw_quads_is_term(&quad->predicate) &&
         tw_quads_is_term(&quad->object) &&
         (!quad->graph.len || tw_term_is_iri(quad->graph));
}

/* Adds through Redland. */
static TwStatus
add_by_redland(TwStore* store, const TwQuad* quad)
{
  const bool is_default = !quad->graph.len;
  const TwTerm graph = {.kind = TW_TERM_IRI,
                        .text =
                          is_default ? TW_STR(DEFAULT_GRAPH) : quad->graph};
  if (!is_quad(quad)) {
    return TW_ERR_STORE;
  }
  librdf_node* const context = tw_store_new_node(store, &graph);
  librdf_statement* const statement = librdf_new_statement_from_nodes(
    store->world, tw_store_new_node(store, &quad->subject),
    tw_store_new_node(store, &quad->predicate),
    tw_store_new_node(store, &quad->object));
  const bool is_added =
    context && statement && librdf_statement_is_complete(statement) &&
    !librdf_model_context_add_statement(store->model, context, statement);
  if (statement) {
    librdf_free_statement(statement);
  }
  if (context) {
    librdf_free_node(context);
  }
  store->is_stale = true;
  return is_added ? TW_OK : TW_ERR_STORE;
}

TwStatus
tw_store_add(TwStore* store, const TwQuad* quad)
{
  return store->is_own ? tw_quads_add(store->quads, quad)
                       : add_by_redland(store, quad);
}

TwQuads*
tw_store_own_quads(TwStore* store)
{
  return store->is_own ? store->quads : NULL;
}

/* --- Reading it back --- */

static TwStatus
copy_statement(TwQuads* quads, librdf_stream* stream)
{
  librdf_statement* const statement = librdf_stream_get_object(stream);
  librdf_node* const context = librdf_stream_get_context2(stream);
  TwTerm graph = {.kind = TW_TERM_IRI};
  TwQuad quad;
  if (!statement || !tw_store_term(statement->subject, &quad.subject) ||
      !tw_store_term(statement->predicate, &quad.predicate) ||
      !tw_store_term(statement->object, &quad.object) ||
      (context && !tw_store_term(context, &graph))) {
    return TW_ERR_STORE;
  }
  quad.graph = graph.text;
  if (tw_str_equal(quad.graph, TW_STR(DEFAULT_GRAPH))) {
    quad.graph = (TwStr){NULL, 0};
  }
  return tw_quads_add(quads, &quad);
}

static TwStatus
copy_model(TwStore* store, TwQuads* quads)
{
  TwStatus status = TW_OK;
  librdf_stream* const stream = librdf_model_as_stream(store->model);
  if (!stream) {
    return TW_ERR_STORE;
  }
  for (; status == TW_OK && !librdf_stream_end(stream);
       librdf_stream_next(stream)) {
    status = copy_statement(quads, stream);
  }
  librdf_free_stream(stream);
  return status;
}

TwStatus
tw_store_quads(TwStore* store, TwQuads** out_quads)
{
  if (store->is_stale) {
    TwQuads* const quads = tw_quads_new();
    const TwStatus status = quads ? copy_model(store, quads) : TW_ERR_NOMEM;
    if (status != TW_OK) {
      tw_quads_free(quads);
      return status;
    }
    tw_quads_free(store->quads);
    store->quads = quads;
    store->is_stale = false;
  }
  *out_quads = store->quads;
  return TW_OK;
}
