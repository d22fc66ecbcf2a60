/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/neighbour.h"

#include <stdlib.h>

/* Each is held against so many behind it. */
#define NEIGHBOURS 8

static int
by_block(const void* left, const void* right)
{
  const TwNeighbour* const a = left;
  const TwNeighbour* const b = right;
  if (a->block != b->block) {
    return a->block < b->block ? -1 : 1;
  }
  const int order = tw_str_compare(a->text, b->text);
  if (order) {
    return order;
  }
  if (a->rank != b->rank) {
    return a->rank < b->rank ? -1 : 1;
  }
  return (a->item > b->item) - (a->item < b->item);
}

TwStatus
tw_neighbours_visit(TwNeighbourVec* entries,
                    TwStatus (*visit)(void* data, uint32_t a, uint32_t b),
                    void* data)
{
  TwNeighbour* const at = entries->at;
  const size_t n = entries->count;
  if (n) {
    qsort(at, n, sizeof(*at), by_block);
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = i + 1;
         k < n && k <= i + NEIGHBOURS && at[k].block == at[i].block; ++k) {
      TW_TRY(visit(data, at[i].item, at[k].item));
    }
  }
  entries->count = 0;
  return TW_OK;
}
