/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

/* Where things moved says more of a side than who did it. */
#define WEIGHT_PLACE 4

/** On which side of the events a box stands; an event stands on none. */
typedef enum { SIDE_LEFT = -1, SIDE_NONE = 0, SIDE_RIGHT = 1 } Side;

static Side*
find_sides(const TwDrawing* drawing)
{
  const TwDrawNode* const nodes = drawing->nodes.at;
  int* const sums = TW_NEW(drawing->arena, int, drawing->nodes.count + 1);
  Side* const sides = TW_NEW(drawing->arena, Side, drawing->nodes.count + 1);
  if (!sums || !sides) {
    return NULL;
  }
  for (size_t i = 0; i < drawing->edges.count; ++i) {
    const TwDrawEdge* const edge = &drawing->edges.at[i];
    const int weight = edge->tone == TW_TONE_PLACE ? WEIGHT_PLACE : 1;
    sums[edge->from] -= nodes[edge->to].kind == TW_DRAW_EVENT ? weight : 0;
    sums[edge->to] += nodes[edge->from].kind == TW_DRAW_EVENT ? weight : 0;
  }
  for (size_t i = 0; i < drawing->nodes.count; ++i) {
    const bool is_event = nodes[i].kind == TW_DRAW_EVENT;
    sides[i] = is_event      ? SIDE_NONE
               : sums[i] > 0 ? SIDE_RIGHT
               : sums[i] < 0 ? SIDE_LEFT
                             : SIDE_NONE;
  }
  return sides;
}

/* A line to or from an event. */
static TwFlow
event_flow(Side from, Side to)
{
  return from == SIDE_RIGHT || to == SIDE_LEFT ? TW_FLOW_LEFT : TW_FLOW_RIGHT;
}

/* A line between two boxes that are no events. */
static TwFlow
other_flow(const TwDrawEdge* edge, Side from, Side to)
{
  if (from == SIDE_RIGHT && to == SIDE_LEFT) {
    return TW_FLOW_LEFT;
  }
  if (from == SIDE_LEFT && to == SIDE_RIGHT) {
    return TW_FLOW_RIGHT;
  }
  return edge->tone == TW_TONE_PALE ? TW_FLOW_RIGHT : edge->flow;
}

/* What a place left of the events lies in is told in its box: the pale line
 * would run backwards. */
static TwStatus
tell_in_box(TwDrawing* drawing, const Side* sides)
{
  size_t n = 0;
  for (size_t i = 0; i < drawing->edges.count; ++i) {
    const TwDrawEdge edge = drawing->edges.at[i];
    if (edge.tone != TW_TONE_PALE ||
        (sides[edge.from] == SIDE_RIGHT && sides[edge.to] == SIDE_RIGHT)) {
      drawing->edges.at[n++] = edge;
      continue;
    }
    TwStr* const line =
      TW_VEC_PUSH(drawing->arena, &drawing->nodes.at[edge.from].small);
    if (!line) {
      return TW_ERR_NOMEM;
    }
    *line = drawing->nodes.at[edge.to].name;
  }
  drawing->edges.count = n;
  return TW_OK;
}

TwStatus
tw_diagram_sides(TwDrawing* drawing)
{
  const TwDrawNode* const nodes = drawing->nodes.at;
  const Side* const sides = find_sides(drawing);
  if (!sides) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tell_in_box(drawing, sides));
  for (size_t i = 0; i < drawing->edges.count; ++i) {
    TwDrawEdge* const edge = &drawing->edges.at[i];
    const bool has_event = nodes[edge->from].kind == TW_DRAW_EVENT ||
                           nodes[edge->to].kind == TW_DRAW_EVENT;
    edge->flow = has_event
                   ? event_flow(sides[edge->from], sides[edge->to])
                   : other_flow(edge, sides[edge->from], sides[edge->to]);
  }
  return TW_OK;
}
