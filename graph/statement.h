/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_STATEMENT_H
#define TW_GRAPH_STATEMENT_H

#include "graph/fusion.h"

/** Makes the claims of all articles and the statements they say; things have
 * their places by now. Conflicts are not looked for yet. */
TwStatus
tw_statement_run(TwFusion* fusion);

#endif
