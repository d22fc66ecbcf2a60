/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_OFFICE_H
#define TW_GRAPH_OFFICE_H

#include "graph/fusion.h"

/** What somebody is in a body: "agent" of a police. */
typedef struct {
  TwStr words; ///< Folded
  uint32_t of; ///< The body as a draft, or TW_NO_THING if nothing is known
} TwOffice;

/// The office of each entity of the article, by its number: the first one in a
/// body that it gives a person, or the words for people who are named by what
/// they are only. They live in the scratch arena; NULL if memory runs out.
const TwOffice*
tw_offices_of(TwFusion* fusion, const TwArticleRecord* article);

/// True if the two may be one in their body: all words of one stand in the
/// other, "agent" in "federal police agent"
bool
tw_office_agrees(TwOffice a, TwOffice b);

#endif
