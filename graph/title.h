/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_TITLE_H
#define TW_GRAPH_TITLE_H

#include "graph/fusion.h"

/** Calls events and relations in words: "Transfer of 12 people to Peru,
 * 2024-05-06", by the pattern of their class (tw:titlePattern in the
 * vocabulary). In a pattern `{role}` is the value that most sources give, with
 * "(+2)" behind it if there are two more; `[…|…]` is its first alternative
 * whose roles are all filled, or nothing. A count of one is left out. */
TwStatus
tw_title_run(TwFusion* fusion);

#endif
