/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_NODE_H
#define TW_GRAPH_NODE_H

#include "graph/fusion.h"

/** Makes the things of relations with more than two ends (tw:Role,
 * tw:Kinship, tw:Wanted). Such a node is its ends: facts with the same ends
 * are one node, whatever the article. */
TwStatus
tw_node_run(TwFusion* fusion);

#endif
