/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_FUSION_H
#define TW_GRAPH_FUSION_H

#include "base/buf.h"
#include "graph/fuse.h"
#include "graph/record.h"

/** A thing of the graph while it is made. */
typedef struct {
  TwGraphThing thing;
  TwStr key;   ///< What makes it this thing and no other
  TwStr stem;  ///< Its IRI, as long as no other thing has the same
  uint32_t id; ///< Its number before the sorting
} TwThingDraft;

/** One run of the fuser. */
typedef struct {
  TwRecords* records;
  TwFuseOptions options;
  TwArena* arena;             ///< The graph's
  TwArena* drafting;          ///< Until there are things
  TwArena* scratch;           ///< Until the end of a step
  TwBuf text;                 ///< For keys and IRIs, one after the other
  TwArticleRecord** articles; ///< Sorted by their hashes
  size_t n_articles;
  TW_VEC(TwThingDraft) drafts;
  TW_VEC(TwIdentity) identities;
  TW_VEC(TwConflict) conflicts;
  TwGraphDocument* documents;
  TW_VEC(TwCheck) checks;
  TW_VEC(TwQuote) quotes;
  TwGraphThing* things;
  size_t n_things;
  TwStatement* statements;
  size_t n_statements;
  TwGraphClaim* claims;
  size_t n_claims;
} TwFusion;

/// Makes room for `n` drafts at once: an array that grows in an arena leaves
/// copies behind
TwStatus
tw_fusion_expect(TwFusion* fusion, size_t n);

/// What so many articles name tells their story; in a larger corpus more of
/// them may
uint32_t
tw_fusion_few(const TwFusion* fusion);

/** Two articles that name so many things in common which few name tell one
 * story. */
#define TW_FUSION_STORY 3

/// A new draft; `*out_id` is its number
TwStatus
tw_fusion_draft(TwFusion* fusion, const TwThingDraft* draft, uint32_t* out_id);

/// What stands in `fusion->text`, as a text of the graph; becomes empty
TwStatus
tw_fusion_text(TwFusion* fusion, TwStr* out);

/// The IRI of what is known by what stands in `fusion->text` alone: `path`
/// ("claim/") and the hash of that, which becomes empty
TwStatus
tw_fusion_iri(TwFusion* fusion, TwStr path, TwStr* out);

/// As tw_fusion_text(), a text that lives until there are things
TwStatus
tw_fusion_key(TwFusion* fusion, TwStr* out);

/// Sorts the drafts by IRI to the things of the graph and lets everything
/// point to their new places; the drafts and keys are gone then
TwStatus
tw_fusion_things(TwFusion* fusion);

/// Gives spans of article `i` the index of their document, `i`
void
tw_fusion_number(TwArticleRecord* article, uint32_t i);

#endif
