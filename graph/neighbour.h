/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_NEIGHBOUR_H
#define TW_GRAPH_NEIGHBOUR_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stdint.h>

/** Blocking (the sorted neighbourhood of Hernández and Stolfo, 1995): what
 * shares a value is held against the next few of its block only, so that the
 * work grows with their number. */
typedef struct {
  uint64_t block; ///< Hash of the value
  TwStr text;     ///< Those of a block stand in the order of text, then of
  int64_t rank;   ///< this; what is not used is empty and 0
  uint32_t item;
} TwNeighbour;

typedef TW_VEC(TwNeighbour) TwNeighbourVec;

/// Sorts the entries, calls `visit` for each pair of near ones of one block,
/// and forgets them. What `visit` returns but TW_OK ends it.
TwStatus
tw_neighbours_visit(TwNeighbourVec* entries,
                    TwStatus (*visit)(void* data, uint32_t a, uint32_t b),
                    void* data);

#endif
