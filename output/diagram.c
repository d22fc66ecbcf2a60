/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram.h"

#include "output/diagram_view.h"

#include <stdlib.h>

#define DEFAULT_MAX_NODES 60
#define MAX_WORDS 2 ///< On one line

/** A chosen event in order of time. */
typedef struct {
  TwStr date;
  uint32_t thing;
} Moment;

/** A link between two boxes of the drawing; those of one line stand together.
 */
typedef struct {
  uint32_t from; ///< Nodes
  uint32_t to;
  uint32_t looks; ///< Links that look different are different lines
  uint32_t link;
} Strand;

typedef struct {
  TwDiagramView* view;
  TwDrawing* drawing;
  Strand* strands;
  size_t n_strands;
} Maker;

/* The part of a date or interval that orders it; nothing comes last. */
static TwStr
sort_key(TwStr date)
{
  static const TwStr before = {"../", 3};
  if (tw_str_starts(date, before)) {
    return tw_str_slice(date, before.len, date.len);
  }
  return date.len ? date : TW_STR("~");
}

static int
compare_moments(const void* a, const void* b)
{
  const Moment* const x = a;
  const Moment* const y = b;
  const int order = tw_str_compare(x->date, y->date);
  return order ? order : (x->thing > y->thing) - (x->thing < y->thing);
}

static TwStatus
add_node(Maker* maker, uint32_t thing)
{
  TwDrawing* const drawing = maker->drawing;
  TwDrawNode* const node = TW_VEC_PUSH(drawing->arena, &drawing->nodes);
  if (!node) {
    return TW_ERR_NOMEM;
  }
  maker->view->boxes[thing].node = (uint32_t)drawing->nodes.count - 1;
  return tw_diagram_box(maker->view, thing, node);
}

static bool
is_drawn(const TwDiagramView* view, uint32_t thing)
{
  return view->boxes[view->boxes[thing].folded_into].is_chosen;
}

static uint32_t
node_of(const TwDiagramView* view, uint32_t thing)
{
  return view->boxes[view->boxes[thing].folded_into].node;
}

/* Draws the boxes that `thing` touches and that are not drawn yet. */
static TwStatus
add_neighbours(Maker* maker, uint32_t thing)
{
  const TwDiagramView* const view = maker->view;
  for (uint32_t i = view->first_of_thing[thing];
       i < view->first_of_thing[thing + 1]; ++i) {
    const TwDiagramLink* const link = &view->links.at[view->of_thing.at[i]];
    const uint32_t other =
      view->boxes[tw_diagram_view_other(link, thing)].folded_into;
    if (view->boxes[other].is_chosen &&
        view->boxes[other].node == TW_NO_THING) {
      TW_TRY(add_node(maker, other));
    }
  }
  return TW_OK;
}

/* Events in order of time, behind them the boxes around each, then the rest:
 * the layout keeps to that order where it can. */
static TwStatus
add_nodes(Maker* maker)
{
  TwDiagramView* const view = maker->view;
  const uint32_t n_things = (uint32_t)view->graph->n_things;
  Moment* const moments = TW_NEW(view->arena, Moment, (size_t)n_things + 1);
  size_t n = 0;
  if (!moments) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n_things; ++i) {
    view->boxes[i].node = TW_NO_THING;
    if (view->boxes[i].is_chosen && view->graph->things[i].is_event) {
      moments[n++] = (Moment){sort_key(view->graph->things[i].date), i};
    }
  }
  qsort(moments, n, sizeof(moments[0]), compare_moments);
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(add_node(maker, moments[i].thing));
  }
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(add_neighbours(maker, moments[i].thing));
  }
  for (uint32_t i = 0; i < n_things; ++i) {
    if (view->boxes[i].is_chosen && view->boxes[i].node == TW_NO_THING) {
      TW_TRY(add_node(maker, i));
    }
  }
  return TW_OK;
}

static int
compare_strands(const void* a, const void* b)
{
  const Strand* const x = a;
  const Strand* const y = b;
  if (x->from != y->from) {
    return x->from < y->from ? -1 : 1;
  }
  if (x->to != y->to) {
    return x->to < y->to ? -1 : 1;
  }
  if (x->looks != y->looks) {
    return x->looks < y->looks ? -1 : 1;
  }
  return (x->link > y->link) - (x->link < y->link);
}

static TwStatus
list_strands(Maker* maker)
{
  const TwDiagramView* const view = maker->view;
  maker->strands = TW_NEW(view->arena, Strand, view->links.count + 1);
  if (!maker->strands) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < view->links.count; ++i) {
    const TwDiagramLink* const link = &view->links.at[i];
    if (is_drawn(view, link->from) && is_drawn(view, link->to)) {
      maker->strands[maker->n_strands++] =
        (Strand){node_of(view, link->from), node_of(view, link->to),
                 ((uint32_t)link->line << 2) |
                   (uint32_t)(link->tone == TW_TONE_PALE) << 1 |
                   (uint32_t)link->contested,
                 i};
    }
  }
  qsort(maker->strands, maker->n_strands, sizeof(Strand), compare_strands);
  return TW_OK;
}

static TwStr
predicate_of(const TwDiagramView* view, const TwDiagramLink* link)
{
  return link->statement == TW_NO_THING
           ? TW_STR("")
           : view->graph->statements[link->statement].predicate;
}

/* True if another link of the line says more than this one. */
static bool
goes_without_saying(const TwDiagramView* view, const uint32_t* links, size_t n,
                    const TwDiagramLink* link)
{
  for (size_t i = 0; i < n; ++i) {
    const TwDiagramWords* const words = view->links.at[links[i]].words;
    if (words && words->implies &&
        tw_str_equal(predicate_of(view, link), tw_str(words->implies))) {
      return true;
    }
  }
  return false;
}

static void
add_words(const TwDiagramView* view, TwBuf* out, const TwDiagramLink* link)
{
  if (link->label.len) {
    const char* const hedge = tw_diagram_certainty(link->certainty);
    tw_buf_addf(out, "%s%s", hedge ? hedge : "", hedge ? " " : "");
    tw_buf_add(out, link->label);
  } else {
    tw_diagram_words_add(out, link->words, predicate_of(view, link),
                         link->certainty, link->negated, link->is_former);
  }
}

/* What stands on a line: the words of its links, each once. */
static TwStr
label_of(const TwDiagramView* view, const uint32_t* links, size_t n)
{
  TwBuf all = TW_BUF_INIT;
  TwBuf one = TW_BUF_INIT;
  size_t n_words = 0;
  for (size_t i = 0; i < n && n_words < MAX_WORDS; ++i) {
    const TwDiagramLink* const link = &view->links.at[links[i]];
    if (goes_without_saying(view, links, n, link)) {
      continue;
    }
    tw_buf_reset(&one);
    add_words(view, &one, link);
    if (tw_str_find(tw_buf_str(&all), tw_buf_str(&one), 0) == SIZE_MAX) {
      tw_buf_add(&all, n_words++ ? TW_STR(", ") : TW_STR(""));
      tw_buf_add(&all, tw_buf_str(&one));
    }
  }
  all.failed |= one.failed;
  tw_buf_clear(&one);
  tw_diagram_dispute_add(view, &all, links, n);
  return tw_diagram_keep(view, &all);
}

/* Makes one line of the links [0, n). */
static TwStatus
add_edge(Maker* maker, const Strand* strands, size_t n)
{
  const TwDiagramView* const view = maker->view;
  TwDrawing* const drawing = maker->drawing;
  TwDrawEdge* const edge = TW_VEC_PUSH(drawing->arena, &drawing->edges);
  uint32_t* const links = TW_NEW(drawing->arena, uint32_t, n);
  if (!edge || !links) {
    return TW_ERR_NOMEM;
  }
  const TwDiagramLink* const first = &view->links.at[strands->link];
  *edge = (TwDrawEdge){.from = strands->from,
                       .to = strands->to,
                       .line = first->line,
                       .tone = first->tone,
                       .flow = first->flow,
                       .contested = first->contested,
                       .url = tw_diagram_url_statement(view, first->statement)};
  for (size_t i = 0; i < n; ++i) {
    const TwDiagramLink* const link = &view->links.at[strands[i].link];
    links[i] = strands[i].link;
    edge->n_sources =
      link->n_sources > edge->n_sources ? link->n_sources : edge->n_sources;
    edge->flow = link->flow == TW_FLOW_RIGHT ? link->flow : edge->flow;
  }
  edge->label = label_of(view, links, n);
  edge->tooltip = tw_diagram_tip_links(view, links, n, edge->label);
  return tw_arena_failed(drawing->arena) ? TW_ERR_NOMEM : TW_OK;
}

static TwStatus
add_edges(Maker* maker)
{
  TW_TRY(list_strands(maker));
  for (size_t i = 0; i < maker->n_strands;) {
    const Strand* const first = &maker->strands[i];
    size_t n = 1;
    while (i + n < maker->n_strands && first[n].from == first->from &&
           first[n].to == first->to && first[n].looks == first->looks) {
      ++n;
    }
    TW_TRY(add_edge(maker, first, n));
    i += n;
  }
  return TW_OK;
}

TwStatus
tw_diagram_make(const TwGraph* graph, const TwDiagramOptions* options,
                TwArena* arena, TwDrawing* out_drawing)
{
  TwDiagramView view;
  *out_drawing = (TwDrawing){.arena = arena};
  Maker maker = {.view = &view, .drawing = out_drawing};
  TW_TRY(tw_diagram_view_make(graph, arena, &view));
  TW_TRY(tw_diagram_fold(&view));
  TW_TRY(tw_diagram_choose(&view, options->max_nodes ? options->max_nodes
                                                     : DEFAULT_MAX_NODES));
  TW_TRY(add_nodes(&maker));
  TW_TRY(add_edges(&maker));
  TW_TRY(tw_diagram_sides(out_drawing));
  return tw_diagram_title(&view, options->title, out_drawing);
}
