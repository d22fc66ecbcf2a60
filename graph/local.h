/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_LOCAL_H
#define TW_GRAPH_LOCAL_H

#include "graph/match.h"

typedef TW_VEC(TwLocalEvent) TwLocalEventVec;
typedef TW_VEC(TwFactRecord*) TwFactVec;

/** Collects the events of each article with their telling values, in the order
 * of articles and text; their facts in `facts`. Lives in the run's scratch
 * arena. */
TwStatus
tw_local_events(TwFusion* fusion, TwLocalEventVec* events, TwFactVec* facts);

#endif
