/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CORRECT_EVENT_H
#define TW_GRAPH_CORRECT_EVENT_H

#include "graph/local.h"
#include "graph/saying.h"

/* Where the fuser applies corrections of events; each does nothing without
 * them. Words that tell of an event of a class mean all of the event that their
 * article tells. */

/// Takes out events that are none and gives others their class, before any are
/// held against each other
TwStatus
tw_correct_facts(TwFusion* fusion);

/// Marks the events that no other is to be taken for
void
tw_correct_splits(TwFusion* fusion, TwLocalEventVec* events,
                  const TwFactVec* facts);

/// Calls `join` for each two events that are one
TwStatus
tw_correct_merges(TwFusion* fusion, const TwLocalEventVec* events,
                  const TwFactVec* facts, void* data,
                  bool (*join)(void* data, uint32_t a, uint32_t b));

/// Names by which events are shown, when all have their titles
TwStatus
tw_correct_titles(TwFusion* fusion);

/// Marks the claims on events that hold
void
tw_correct_accepted(TwFusion* fusion, TwSayingVec* sayings);

#endif
