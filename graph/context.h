/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CONTEXT_H
#define TW_GRAPH_CONTEXT_H

#include "graph/entity.h"

/* What articles tell of somebody besides the name: what two namesakes have in
 * common tells whether they are one. */

/** Kinds of things that articles tell. */
typedef enum {
  TW_CONTEXT_PERSON,  ///< Somebody else is named whom few articles name
  TW_CONTEXT_BODY,    ///< A body that few articles name
  TW_CONTEXT_PLACE,   ///< A place that few articles name
  TW_CONTEXT_FACT,    ///< An office, a relative, a membership
  TW_CONTEXT_EVENT,   ///< Takes part in an event of that class on that day
  TW_CONTEXT_TIME,    ///< The article came out around that day
  TW_CONTEXT_COUNTRY, ///< A country is named
  TW_CONTEXT_NATION,  ///< Is a national of that country
  TW_CONTEXT_STORY,   ///< Named, and not by many: several make a story
  TW_CONTEXT_KINDS,
} TwContextKind;

/** What is told of somebody, sorted, each once. */
typedef struct {
  const uint64_t* items; ///< Hashes whose lowest bits are their kind
  size_t n;
} TwContext;

/** Everything that articles name, numbered. */
typedef struct {
  TwFusion* fusion;
  const TwEntityRef* refs; ///< Of all entities, in the order of the articles
  size_t n;
  const uint32_t* first;  ///< Of each article: its first one
  const uint32_t* number; ///< Of each entity: that of its key
  const uint32_t* spread; ///< Of each number: how many articles name it
  uint32_t rare;          ///< So many articles name what tells
  uint32_t few;           ///< So many name what tells a story with others
} TwContexts;

/// Numbers the keys; `refs` is borrowed. Lives in the run's scratch arena.
TwStatus
tw_contexts_open(TwFusion* fusion, const TwEntityRef* refs, size_t n,
                 TwContexts* out);

/// What the articles of these entities tell of them
TwStatus
tw_context_of(const TwContexts* contexts, const uint32_t* refs, size_t n,
              TwContext* out);

/// How many items of each kind both have
void
tw_context_shared(TwContext a, TwContext b, size_t out[TW_CONTEXT_KINDS]);

/// True if it has an item of that kind
bool
tw_context_has(TwContext context, TwContextKind kind);

#endif
