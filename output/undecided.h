/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_UNDECIDED_H
#define TW_OUTPUT_UNDECIDED_H

#include "base/file.h"
#include "graph/graph.h"

/** Writes what was left undecided, the likeliest first: for each two things
 * the reasons and the row of the table of corrections that would make them
 * one. All of it is comment, so that it is a table of corrections in which
 * people open the rows that hold. */
TwStatus
tw_undecided_write(const TwGraph* graph, TwWriter* writer);

#endif
