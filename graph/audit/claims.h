/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_CLAIMS_H
#define TW_GRAPH_AUDIT_CLAIMS_H

#include "graph/audit/lookup.h"

/** What a graph file says of a claim: numbers of terms, TW_NO_TERM where it
 * says nothing. */
typedef struct {
  uint32_t claim;
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
  uint32_t certainty;
  uint32_t polarity;
  uint32_t rule;
  uint32_t article;
  uint32_t evidence; ///< A span
  uint32_t cue;      ///< A span
  uint32_t recap;
  uint32_t inferred;
  uint32_t approximate;
} TwClaimTerms;

/** All claims of a graph file, in the order in which they come there. */
typedef struct {
  TwClaimTerms* at;
  size_t n;
} TwClaims;

/// Reads the claims; they live in `arena`
TwStatus
tw_claims_read(TwLookup* lookup, TwArena* arena, TwClaims* out_claims);

/// The claim with that number, or NULL
const TwClaimTerms*
tw_claims_find(const TwClaims* claims, uint32_t claim);

/// Appends the words for a term: the label of a thing, what a property is
/// called, a literal as it stands, else the IRI
TwStatus
tw_claims_words(TwLookup* lookup, uint32_t id, TwBuf* out);

/// Appends who published an article, else what it is called, and its date:
/// "The Elm Courier, 2024-05-06"
TwStatus
tw_claims_paper(TwLookup* lookup, uint32_t article, TwBuf* out);

#endif
