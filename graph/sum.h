/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_SUM_H
#define TW_GRAPH_SUM_H

#include "graph/fusion.h"

/** Works out stated sums again: a Total of which articles say what it sums up
 * (the vocabulary's tw:summedAs) against the counts of the events of that class
 * that the same articles tell of. Where the article says over how many events
 * it sums, or the counts add up, there is a check; one that does not add up is
 * a conflict of arithmetic, too. Anything else is left open: an article seldom
 * names all that a total covers. */
TwStatus
tw_sum_run(TwFusion* fusion);

#endif
