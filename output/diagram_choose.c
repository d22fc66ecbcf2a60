/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#include <stdlib.h>

#define WEIGHT_DOCUMENT 6
#define WEIGHT_NEWS 8 ///< Of an event that is told for its own sake
#define WEIGHT_DATE 2
#define MAX_DOCUMENTS_WEIGHED 20

/* A part of the boxes that one event may take in the first round. */
#define SHARE 6
#define MIN_SHARE 6

/** A thing or a link, to be sorted by what it is worth. */
typedef struct {
  uint32_t weight;
  uint32_t index;
} Ranked;

typedef struct {
  TwDiagramView* view;
  size_t n_left;  ///< Boxes that may still be chosen
  Ranked* ranked; ///< Room for all things or links
} Choice;

static int
compare_ranked(const void* a, const void* b)
{
  const Ranked* const x = a;
  const Ranked* const y = b;
  if (x->weight != y->weight) {
    return x->weight > y->weight ? -1 : 1;
  }
  return (x->index > y->index) - (x->index < y->index);
}

static uint32_t
box_of(const TwDiagramView* view, uint32_t thing)
{
  return view->boxes[thing].folded_into;
}

/* True if the box of `thing` is drawn now. */
static bool
choose(Choice* choice, uint32_t thing)
{
  TwDiagramBox* const box = &choice->view->boxes[box_of(choice->view, thing)];
  if (!box->is_chosen && choice->n_left) {
    box->is_chosen = true;
    --choice->n_left;
  }
  return box->is_chosen;
}

static bool
is_chosen(const Choice* choice, uint32_t thing)
{
  return choice->view->boxes[box_of(choice->view, thing)].is_chosen;
}

/* True if a card would tell more than its name. */
static bool
tells_something(const TwDiagramView* view, uint32_t event)
{
  const TwGraph* const graph = view->graph;
  for (uint32_t s = view->first_statement[event];
       s < view->first_statement[event + 1]; ++s) {
    const TwDiagramWords* const words = tw_diagram_words(
      graph->things[event].term, graph->statements[s].predicate);
    if (words->show == TW_SHOW_COUNT || words->show == TW_SHOW_BODY) {
      return true;
    }
  }
  return view->boxes[event].n_links != 0;
}

/* Many papers, many lines; what is told again as background weighs less. */
static void
weigh_events(Choice* choice)
{
  TwDiagramView* const view = choice->view;
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    const TwGraphThing* const thing = &view->graph->things[i];
    TwDiagramBox* const box = &view->boxes[i];
    const size_t n = thing->n_documents < MAX_DOCUMENTS_WEIGHED
                       ? thing->n_documents
                       : MAX_DOCUMENTS_WEIGHED;
    if (box->kind == TW_DRAW_EVENT && box->can_be_drawn) {
      box->can_be_drawn = tells_something(view, i);
      box->weight = (uint32_t)n * WEIGHT_DOCUMENT + box->n_links +
                    (thing->recap ? 0 : WEIGHT_NEWS) +
                    (thing->date.len ? WEIGHT_DATE : 0);
    }
  }
}

static size_t
rank_events(Choice* choice)
{
  const TwDiagramView* const view = choice->view;
  size_t n = 0;
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    if (view->boxes[i].kind == TW_DRAW_EVENT && view->boxes[i].can_be_drawn) {
      choice->ranked[n++] = (Ranked){view->boxes[i].weight, i};
    }
  }
  qsort(choice->ranked, n, sizeof(Ranked), compare_ranked);
  return n;
}

/* Draws up to `n` boxes that `event` touches, the weightiest first. */
static void
choose_around(Choice* choice, uint32_t event, size_t n, Ranked* ranked)
{
  const TwDiagramView* const view = choice->view;
  const uint32_t first = view->first_of_thing[event];
  const uint32_t end = view->first_of_thing[event + 1];
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t link = view->of_thing.at[i];
    ranked[i - first] = (Ranked){view->links.at[link].weight, link};
  }
  qsort(ranked, end - first, sizeof(Ranked), compare_ranked);
  for (uint32_t i = 0; i < end - first && n; ++i) {
    const TwDiagramLink* const link = &view->links.at[ranked[i].index];
    const uint32_t other = tw_diagram_view_other(link, event);
    if (link->tone != TW_TONE_PALE && view->boxes[other].can_be_drawn &&
        !is_chosen(choice, other)) {
      choose(choice, other);
      --n;
    }
  }
}

/* Draws what relations add to what is drawn; with `n_drawn` 0 also those of
 * which no end is drawn. */
static void
choose_relations(Choice* choice, int n_drawn)
{
  const TwDiagramView* const view = choice->view;
  size_t n = 0;
  for (uint32_t i = 0; i < view->links.count; ++i) {
    const TwDiagramLink* const link = &view->links.at[i];
    if (link->tone != TW_TONE_PALE && view->boxes[link->from].can_be_drawn &&
        view->boxes[link->to].can_be_drawn) {
      choice->ranked[n++] = (Ranked){link->weight, i};
    }
  }
  qsort(choice->ranked, n, sizeof(Ranked), compare_ranked);
  for (size_t i = 0; i < n && choice->n_left; ++i) {
    const TwDiagramLink* const link = &view->links.at[choice->ranked[i].index];
    if (is_chosen(choice, link->from) + is_chosen(choice, link->to) ==
          n_drawn &&
        (n_drawn || choice->n_left > 1)) {
      choose(choice, link->from);
      choose(choice, link->to);
    }
  }
}

/* Each box that is drawn brings others into reach. */
static void
choose_all_relations(Choice* choice)
{
  size_t n_before = 0;
  do {
    n_before = choice->n_left;
    choose_relations(choice, 1);
    if (choice->n_left == n_before) {
      choose_relations(choice, 0);
    }
  } while (choice->n_left && choice->n_left != n_before);
}

TwStatus
tw_diagram_choose(TwDiagramView* view, size_t max_nodes)
{
  const size_t n_most = view->graph->n_things > view->links.count
                          ? view->graph->n_things
                          : view->links.count;
  Choice choice = {view, max_nodes, TW_NEW(view->arena, Ranked, n_most + 1)};
  Ranked* const around = TW_NEW(view->arena, Ranked, view->links.count + 1);
  const size_t share =
    max_nodes / SHARE > MIN_SHARE ? max_nodes / SHARE : MIN_SHARE;
  if (!choice.ranked || !around) {
    return TW_ERR_NOMEM;
  }
  weigh_events(&choice);
  const size_t n_events = rank_events(&choice);
  for (size_t i = 0; i < n_events && choice.n_left > 1; ++i) {
    const uint32_t event = choice.ranked[i].index;
    choose(&choice, event);
    choose_around(&choice, event, share, around);
  }
  choose_all_relations(&choice);
  return TW_OK;
}
