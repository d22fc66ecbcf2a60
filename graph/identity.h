/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_IDENTITY_H
#define TW_GRAPH_IDENTITY_H

#include "graph/judge.h"

/** Finds which entities of the articles are one thing and makes the things.
 * One is: the same entry of the gazetteer; the same folded full name (of a
 * person at least two words) and kind; a public body or an organisation only
 * if the articles also tell of the same country. A name of one word, a group,
 * a vehicle are each article's own. An alias of two or more words that one
 * article gives leads to its person in the others. People are judged by their
 * names and by what the articles tell of them (graph/person.h). Decisions are
 * told as identities: one a thing of several articles, and one a pair that
 * could be one and was kept apart. */
TwStatus
tw_identity_run(TwFusion* fusion);

/** Two things and what was judged of them. */
typedef struct {
  uint32_t a; ///< Drafts
  uint32_t b;
  TwVerdict verdict;
} TwDecision;

typedef TW_VEC(TwDecision) TwDecisionVec;

/// Tells a decision on two drafts, which are the same one where they are one
TwStatus
tw_identity_tell(TwFusion* fusion, uint32_t a, uint32_t b, TwVerdict verdict);

/// Tells decisions, of several on the same two the one that decides most; sorts
/// them
TwStatus
tw_identity_tell_all(TwFusion* fusion, TwDecisionVec* decisions);

#endif
