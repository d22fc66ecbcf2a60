/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_EVENT_H
#define TW_GRAPH_EVENT_H

#include "graph/match.h"

/** Finds which events of the articles are one and makes the things. Events of
 * one article stay apart. Only events that share a telling value are held
 * against each other, each against the next few by date, so that the work
 * grows with their number, not with its square. */
TwStatus
tw_event_run(TwFusion* fusion);

#endif
