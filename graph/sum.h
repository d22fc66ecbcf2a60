/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_SUM_H
#define TW_GRAPH_SUM_H

#include "graph/fusion.h"

/** Works out stated numbers again: a Total of which articles say what it sums
 * up (the vocabulary's tw:summedAs) against the events of that class that the
 * same articles tell of. Of its count there is a check if the counts add up or
 * the article says over how many events it sums; if it does not say, it names
 * seldom all of them. Where as many are told as it says and they do not add
 * up, that is a conflict of arithmetic, too. Of how many events there are is a
 * check wherever one of them is told; while some of them are not it is open. */
TwStatus
tw_sum_run(TwFusion* fusion);

#endif
