/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_ENTITY_H
#define TW_GRAPH_ENTITY_H

#include "graph/fusion.h"

/** An entity of an article under the key of its thing: entities with the same
 * key are one. */
typedef struct {
  TwStr key;
  uint32_t article;
  uint32_t entity;
  TwType type;
  bool shared;        ///< Its key may occur in other articles
  bool has_home;      ///< A namesake in another country is another thing
  bool is_home_known; ///< The country is the entity's own, not its article's
  bool is_led;        ///< Its key is that of another name
  TwStr country;      ///< That it is likely of, if its kind has one; or empty
  uint32_t reasons;   ///< Why it has the key, besides its name: TwReason
  int score;          ///< How much says so; 0 if nothing was weighed
} TwEntityRef;

/// The entity of the reference
TwEntityRecord*
tw_entity_of(const TwFusion* fusion, const TwEntityRef* ref);

/// Orders by key, then article, then entity
int
tw_entity_compare(const void* left, const void* right);

/// The keys of all entities in the order of the articles, namesakes of other
/// countries under one; lives in the run's scratch arena
TwStatus
tw_entity_refs(TwFusion* fusion, TwEntityRef** out_refs, size_t* out_n);

/// The key of things of that type and folded name in any country
TwStatus
tw_entity_key(TwFusion* fusion, TwType type, TwStr folded, TwStr* out_key);

/// How many words a folded name has
size_t
tw_entity_words(TwStr folded);

/// Makes a thing of the entities [0, n), which have one key
TwStatus
tw_entity_draft(TwFusion* fusion, const TwEntityRef* refs, size_t n,
                uint32_t* out_id);

#endif
