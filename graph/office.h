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

/// Looks through the relations of an article, for tw_office_find(). To be
/// called before the first of its people is asked for. TW_ERR_NOMEM.
TwStatus
tw_office_read(TwFusion* fusion, const TwArticleRecord* article);

/// The first office in a body that the article gives a person, or the words for
/// people who are named by what they are only
TwOffice
tw_office_find(TwFusion* fusion, const TwArticleRecord* article,
               uint32_t entity);

/// True if the two may be one in their body: all words of one stand in the
/// other, "agent" in "federal police agent"
bool
tw_office_agrees(TwOffice a, TwOffice b);

#endif
