/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_STORE_STORE_PARTS_H
#define TW_GRAPH_STORE_STORE_PARTS_H

#include "graph/store/quads_index.h"
#include "graph/store/store.h"

#include <redland.h>

/* What the files of the store share; nobody else may see Redland. */

/* Codes of messages */
#define TW_STORE_MESSAGE 4101
#define TW_STORE_FILE 4102

/** What a storage of this house shows to Redland. */
typedef struct {
  TwStore* store;
  bool has_graphs; ///< False: it says that it knows no graphs
} TwStorageView;

typedef struct TwStoreStream TwStoreStream;

struct TwStore {
  TwArena* arena; ///< Holds this, the nodes and the streams
  TwDiagSink* sink;
  librdf_world* world;
  librdf_storage* storage;
  librdf_model* model;
  librdf_storage* plain_storage; ///< Without graphs; NULL for "hashes"
  librdf_model* plain_model;
  bool is_own;
  TwQuads* quads; ///< The set; with "hashes" a copy, or NULL
  bool is_stale;  ///< The copy is older than the model
  TwStorageView views[2];
  librdf_node** nodes; ///< One a term, made when first shown
  size_t n_nodes;
  TwStoreStream* free_streams;
  TwStr about;    ///< The file or query at hand, or empty
  int about_code; ///< Of messages about it
  size_t n_errors;
};

/// Makes the storage "triplewire" known to the world
int
tw_store_register(librdf_world* world);

/// Reports a message of the libraries as one about what is at hand
void
tw_store_tell(TwStore* store, TwSeverity severity,
              const raptor_locator* locator, const char* message);

/// Frees the nodes that were made
void
tw_store_free_nodes(TwStore* store);

/// The node with the number of a term; borrows from the store, NULL if memory
/// runs out
librdf_node*
tw_store_node(TwStore* store, uint32_t id);

/// A node for `term`; returns owned, or NULL
librdf_node*
tw_store_new_node(TwStore* store, const TwTerm* term);

/// Reads a node as a term, which borrows from it; false for a blank node
bool
tw_store_term(librdf_node* node, TwTerm* out_term);

#endif
