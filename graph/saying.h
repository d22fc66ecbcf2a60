/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_SAYING_H
#define TW_GRAPH_SAYING_H

#include "graph/fusion.h"

/** A claim with what it says, before claims that say the same are brought
 * together. */
typedef struct {
  uint32_t subject; ///< Things
  uint32_t object;
  const TwProperty* property;
  TwStr text;
  TwStr folded;
  TwStr status;
  TwGraphClaim* claim; ///< In `fusion->claims`
  TwValueKind kind;
  bool accepted; ///< People said that it holds
} TwSaying;

typedef TW_VEC(TwSaying) TwSayingVec;

/// At most so many claims come of an article
size_t
tw_saying_most(const TwArticleRecord* article);

/// Adds what article `a` says and, to `fusion->claims`, which have room, that
/// it says so: a claim for each role of its events and
/// relations, and one for each body that a group of people is said to belong to
TwStatus
tw_saying_article(TwFusion* fusion, uint32_t a, TwSayingVec* sayings);

#endif
