/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#include <stdlib.h>

/* Things with more lines than this are of interest one by one. */
#define MAX_LINKS 3

/** A thing and what its lines are, whatever their order. */
typedef struct {
  TwDrawKind kind;
  uint32_t thing;
  uint64_t lines;
} Leaf;

/** What makes a line the same as another for a reader. */
typedef struct {
  uint64_t words;
  uint32_t other;
  uint32_t is_from;
  uint32_t line;
  uint32_t contested;
  uint32_t certainty;
  uint32_t is_former;
} LineKey;

/* From how many on they are told in one box. */
static size_t
fold_from(TwDrawKind kind)
{
  static const size_t counts[TW_DRAW_N_KINDS] = {
    [TW_DRAW_PERSON] = 5,     [TW_DRAW_CARTEL] = 6,
    [TW_DRAW_GOVERNMENT] = 4, [TW_DRAW_ORGANIZATION] = 5,
    [TW_DRAW_COUNTRY] = 5,    [TW_DRAW_REGION] = 4,
    [TW_DRAW_CITY] = 4,       [TW_DRAW_FACILITY] = 4,
    [TW_DRAW_OTHER] = 4,
  };
  return counts[kind] ? counts[kind] : SIZE_MAX;
}

static uint64_t
hash_of(const TwDiagramView* view, const TwDiagramLink* link, uint32_t thing)
{
  const TwStr predicate =
    link->statement == TW_NO_THING
      ? link->label
      : view->graph->statements[link->statement].predicate;
  const LineKey key = {.words = tw_str_hash(predicate),
                       .other = tw_diagram_view_other(link, thing),
                       .is_from = link->from == thing,
                       .line = (uint32_t)link->line,
                       .contested = link->contested,
                       .certainty = (uint32_t)link->certainty,
                       .is_former = link->is_former};
  return tw_str_hash((TwStr){(const char*)&key, sizeof(key)});
}

/* The sum does not depend on the order of the lines. */
static uint64_t
lines_of(const TwDiagramView* view, uint32_t thing)
{
  uint64_t sum = 0;
  for (uint32_t i = view->first_of_thing[thing];
       i < view->first_of_thing[thing + 1]; ++i) {
    sum += hash_of(view, &view->links.at[view->of_thing.at[i]], thing);
  }
  return sum;
}

static int
compare_leaves(const void* a, const void* b)
{
  const Leaf* const x = a;
  const Leaf* const y = b;
  if (x->kind != y->kind) {
    return x->kind < y->kind ? -1 : 1;
  }
  if (x->lines != y->lines) {
    return x->lines < y->lines ? -1 : 1;
  }
  return (x->thing > y->thing) - (x->thing < y->thing);
}

static void
fold(TwDiagramView* view, const Leaf* leaves, size_t n)
{
  for (size_t i = 1; i < n; ++i) {
    view->boxes[leaves[i].thing].folded_into = leaves[0].thing;
  }
  view->boxes[leaves[0].thing].n_folded = (uint32_t)n;
}

TwStatus
tw_diagram_fold(TwDiagramView* view)
{
  const size_t n_things = view->graph->n_things;
  Leaf* const leaves = TW_NEW(view->arena, Leaf, n_things + 1);
  size_t n = 0;
  if (!leaves) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n_things; ++i) {
    const TwDiagramBox* const box = &view->boxes[i];
    if (box->can_be_drawn && box->kind != TW_DRAW_EVENT && box->n_links &&
        box->n_links <= MAX_LINKS) {
      leaves[n++] = (Leaf){box->kind, i, lines_of(view, i)};
    }
  }
  qsort(leaves, n, sizeof(leaves[0]), compare_leaves);
  for (size_t i = 0; i < n;) {
    size_t end = i + 1;
    while (end < n && leaves[end].kind == leaves[i].kind &&
           leaves[end].lines == leaves[i].lines) {
      ++end;
    }
    if (end - i >= fold_from(leaves[i].kind)) {
      fold(view, &leaves[i], end - i);
    }
    i = end;
  }
  return TW_OK;
}
