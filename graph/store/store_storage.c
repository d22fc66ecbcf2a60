/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/store/store_parts.h"

#include <rdf_storage_module.h>
#include <string.h>

/* The quad set as a storage of Redland. What Redland leaves to a storage is
 * answered by the sorted permutations of the set; sources, arcs and targets
 * are left out, because Redland then asks for statements. Nothing is removed
 * from this storage. */

#define FAILED 1

static TwStorageView*
view_of(librdf_storage* storage)
{
  return librdf_storage_get_instance(storage);
}

/* --- Terms --- */

static TwStr
uri_text(librdf_uri* uri)
{
  size_t len = 0;
  const unsigned char* const s = librdf_uri_as_counted_string(uri, &len);
  return (TwStr){(const char*)s, len};
}

bool
tw_store_term(librdf_node* node, TwTerm* out_term)
{
  *out_term = (TwTerm){.kind = TW_TERM_IRI};
  if (librdf_node_is_resource(node)) {
    out_term->text = uri_text(librdf_node_get_uri(node));
    return true;
  }
  if (!librdf_node_is_literal(node)) {
    return false;
  }
  librdf_uri* const datatype = librdf_node_get_literal_value_datatype_uri(node);
  out_term->kind = TW_TERM_LITERAL;
  out_term->text.s =
    (const char*)librdf_node_get_literal_value_as_counted_string(
      node, &out_term->text.len);
  out_term->language = tw_str(librdf_node_get_literal_value_language(node));
  if (datatype) {
    out_term->datatype = uri_text(datatype);
  }
  return true;
}

librdf_node*
tw_store_new_node(TwStore* store, const TwTerm* term)
{
  const unsigned char* const text =
    (const unsigned char*)(term->text.s ? term->text.s : "");
  if (term->kind == TW_TERM_IRI) {
    return librdf_new_node_from_counted_uri_string(store->world, text,
                                                   term->text.len);
  }
  librdf_uri* datatype = NULL;
  if (term->datatype.len) {
    datatype = librdf_new_uri2(
      store->world, (const unsigned char*)term->datatype.s, term->datatype.len);
    if (!datatype) {
      return NULL;
    }
  }
  librdf_node* const node = librdf_new_node_from_typed_counted_literal(
    store->world, text, term->text.len,
    term->language.len ? term->language.s : NULL, term->language.len, datatype);
  if (datatype) {
    librdf_free_uri(datatype);
  }
  return node;
}

librdf_node*
tw_store_node(TwStore* store, uint32_t id)
{
  if (id >= store->n_nodes) {
    const size_t n_terms = tw_quads_term_count(store->quads);
    size_t capacity = store->n_nodes;
    librdf_node** const nodes =
      tw_arena_grow(store->arena, store->nodes, store->n_nodes, &capacity,
                    n_terms, sizeof(librdf_node*));
    if (!nodes) {
      return NULL;
    }
    store->nodes = nodes;
    store->n_nodes = capacity;
  }
  if (!store->nodes[id]) {
    const TwTerm term = tw_quads_term(store->quads, id);
    store->nodes[id] = tw_store_new_node(store, &term);
  }
  return store->nodes[id];
}

void
tw_store_free_nodes(TwStore* store)
{
  for (size_t i = 0; i < store->n_nodes; ++i) {
    if (store->nodes[i]) {
      librdf_free_node(store->nodes[i]);
    }
  }
}

/* The number of a node in a pattern: TW_ANY_TERM for none. TW_NONE if no quad
 * has that term. */
static TwStatus
id_of(TwStore* store, librdf_node* node, uint32_t* out_id)
{
  TwTerm term;
  *out_id = TW_ANY_TERM;
  if (!node) {
    return TW_OK;
  }
  return tw_store_term(node, &term)
           ? tw_quads_term_id(store->quads, &term, out_id)
           : TW_NONE;
}

/* --- Streams of statements --- */

/** A walk as Redland sees it. The statement borrows the nodes of the store. */
struct TwStoreStream {
  TwStore* store;
  TwQuadWalk walk;
  const TwQuadIds* quad; ///< Where it stands, or NULL at the end
  bool has_graph;
  librdf_statement statement;
  TwStoreStream* next_free;
};

static int
stream_is_end(void* context)
{
  return !((const TwStoreStream*)context)->quad;
}

static int
stream_next(void* context)
{
  TwStoreStream* const stream = context;
  stream->quad = tw_quad_walk_next(&stream->walk);
  return !stream->quad;
}

static void*
stream_get(void* context, int flags)
{
  TwStoreStream* const stream = context;
  TwStore* const store = stream->store;
  const uint32_t* const part = stream->quad->part;
  if (flags == LIBRDF_STREAM_GET_METHOD_GET_CONTEXT) {
    return stream->has_graph && part[TW_GRAPH] != TW_DEFAULT_GRAPH
             ? tw_store_node(store, part[TW_GRAPH])
             : NULL;
  }
  stream->statement.subject = tw_store_node(store, part[TW_SUBJECT]);
  stream->statement.predicate = tw_store_node(store, part[TW_PREDICATE]);
  stream->statement.object = tw_store_node(store, part[TW_OBJECT]);
  return &stream->statement;
}

static void
stream_finished(void* context)
{
  TwStoreStream* const stream = context;
  stream->next_free = stream->store->free_streams;
  stream->store->free_streams = stream;
}

static TwStoreStream*
new_stream(TwStore* store)
{
  TwStoreStream* stream = store->free_streams;
  if (stream) {
    store->free_streams = stream->next_free;
  } else {
    stream = TW_NEW(store->arena, TwStoreStream, 1);
  }
  if (stream) {
    memset(stream, 0, sizeof(*stream));
    stream->store = store;
    raptor_statement_init(&stream->statement,
                          librdf_world_get_raptor(store->world));
  }
  return stream;
}

/* All quads like `pattern`; without `has_graph` the union of all graphs. */
static librdf_stream*
find(TwStore* store, const TwQuadIds* pattern, bool has_graph)
{
  TwStoreStream* const stream = new_stream(store);
  if (!stream) {
    return NULL;
  }
  stream->has_graph = has_graph;
  if (tw_quads_find(store->quads, pattern, !has_graph, &stream->walk) !=
      TW_OK) {
    stream_finished(stream);
    return NULL;
  }
  stream_next(stream);
  return librdf_new_stream(store->world, stream, stream_is_end, stream_next,
                           stream_get, stream_finished);
}

/* The numbers of a statement in `graph` (NULL: in any); TW_NONE if one of its
 * terms is in no quad. */
static TwStatus
pattern_of(TwStore* store, librdf_statement* statement, librdf_node* graph,
           TwQuadIds* out_pattern)
{
  librdf_node* const nodes[TW_N_PARTS] = {
    [TW_GRAPH] = graph,
    [TW_SUBJECT] = statement ? statement->subject : NULL,
    [TW_PREDICATE] = statement ? statement->predicate : NULL,
    [TW_OBJECT] = statement ? statement->object : NULL,
  };
  for (int i = 0; i < TW_N_PARTS; ++i) {
    TW_TRY(id_of(store, nodes[i], &out_pattern->part[i]));
  }
  return TW_OK;
}

static librdf_stream*
find_like(librdf_storage* storage, librdf_statement* statement,
          librdf_node* graph, bool has_graph)
{
  TwStore* const store = view_of(storage)->store;
  TwQuadIds pattern;
  const TwStatus status = pattern_of(store, statement, graph, &pattern);
  if (status == TW_NONE) {
    return librdf_new_empty_stream(store->world);
  }
  return status == TW_OK ? find(store, &pattern, has_graph) : NULL;
}

static librdf_stream*
find_statements(librdf_storage* storage, librdf_statement* statement)
{
  return find_like(storage, statement, NULL, false);
}

static librdf_stream*
find_in_graph(librdf_storage* storage, librdf_statement* statement,
              librdf_node* graph)
{
  return find_like(storage, statement, graph, graph);
}

static librdf_stream*
serialise_graph(librdf_storage* storage, librdf_node* graph)
{
  return find_like(storage, NULL, graph, true);
}

/* With their graphs, as the writers of N-Quads want them. */
static librdf_stream*
serialise(librdf_storage* storage)
{
  return find_like(storage, NULL, NULL, view_of(storage)->has_graphs);
}

/* --- Adding and asking --- */

static int
add_to_graph(librdf_storage* storage, librdf_node* graph,
             librdf_statement* statement)
{
  TwStore* const store = view_of(storage)->store;
  TwTerm name = {.kind = TW_TERM_IRI};
  TwQuad quad;
  if (!tw_store_term(statement->subject, &quad.subject) ||
      !tw_store_term(statement->predicate, &quad.predicate) ||
      !tw_store_term(statement->object, &quad.object) ||
      (graph && !tw_store_term(graph, &name)) || name.kind != TW_TERM_IRI) {
    return FAILED;
  }
  quad.graph = name.text;
  return tw_quads_add(store->quads, &quad) == TW_OK ? 0 : FAILED;
}

static int
add_statement(librdf_storage* storage, librdf_statement* statement)
{
  return add_to_graph(storage, NULL, statement);
}

static int
add_statements(librdf_storage* storage, librdf_stream* stream)
{
  for (; !librdf_stream_end(stream); librdf_stream_next(stream)) {
    librdf_statement* const statement = librdf_stream_get_object(stream);
    if (!statement || add_statement(storage, statement)) {
      return FAILED;
    }
  }
  return 0;
}

static int
contains(librdf_storage* storage, librdf_statement* statement)
{
  TwStore* const store = view_of(storage)->store;
  TwQuadIds pattern;
  TwQuadWalk walk;
  return pattern_of(store, statement, NULL, &pattern) == TW_OK &&
         tw_quads_find(store->quads, &pattern, true, &walk) == TW_OK &&
         tw_quad_walk_next(&walk);
}

static int
size_of(librdf_storage* storage)
{
  size_t count = 0;
  return tw_quads_count(view_of(storage)->store->quads, &count) != TW_OK ||
             count > INT_MAX
           ? -1
           : (int)count;
}

static librdf_iterator*
get_graphs(librdf_storage* storage)
{
  TwStore* const store = view_of(storage)->store;
  uint32_t* ids = NULL;
  size_t n = 0;
  if (tw_quads_graphs(store->quads, store->arena, &ids, &n) != TW_OK ||
      n > INT_MAX) {
    return NULL;
  }
  librdf_node** const nodes = TW_NEW(store->arena, librdf_node*, n);
  for (size_t i = 0; nodes && i < n; ++i) {
    nodes[i] = tw_store_node(store, ids[i]);
    if (!nodes[i]) {
      return NULL;
    }
  }
  return nodes
           ? librdf_node_new_static_node_iterator(store->world, nodes, (int)n)
           : NULL;
}

/* Redland asks once, when a model is made. */
static librdf_node*
get_feature(librdf_storage* storage, librdf_uri* feature)
{
  const TwStorageView* const view = view_of(storage);
  const TwStr name = uri_text(feature);
  if (!tw_str_equal(name, tw_str(LIBRDF_MODEL_FEATURE_CONTEXTS))) {
    return NULL;
  }
  return librdf_new_node_from_literal(
    view->store->world, (const unsigned char*)(view->has_graphs ? "1" : "0"),
    NULL, 0);
}

static int
init(librdf_storage* storage, const char* name, librdf_hash* options)
{
  (void)storage;
  (void)name;
  if (options) {
    librdf_free_hash(options);
  }
  return 0;
}

static void
terminate(librdf_storage* storage)
{
  (void)storage;
}

static int
open_storage(librdf_storage* storage, librdf_model* model)
{
  (void)storage;
  (void)model;
  return 0;
}

static int
close_storage(librdf_storage* storage)
{
  (void)storage;
  return 0;
}

static void
fill_factory(librdf_storage_factory* factory)
{
  factory->version = LIBRDF_STORAGE_INTERFACE_VERSION;
  factory->init = init;
  factory->terminate = terminate;
  factory->open = open_storage;
  factory->close = close_storage;
  factory->size = size_of;
  factory->add_statement = add_statement;
  factory->add_statements = add_statements;
  factory->contains_statement = contains;
  factory->serialise = serialise;
  factory->find_statements = find_statements;
  factory->context_add_statement = add_to_graph;
  factory->context_serialise = serialise_graph;
  factory->find_statements_in_context = find_in_graph;
  factory->get_contexts = get_graphs;
  factory->get_feature = get_feature;
}

int
tw_store_register(librdf_world* world)
{
  return librdf_storage_register_factory(
    world, "triplewire", "Quads as numbers, every pattern sorted",
    fill_factory);
}
