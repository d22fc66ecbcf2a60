/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAWING_H
#define TW_OUTPUT_DRAWING_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* A drawing before it has places: boxes and lines in words. Text in it is
 * still that of the articles; draw_dot.c and draw_svg.c escape it. */

/** What a box stands for; its row in draw_style.c says how it looks. */
typedef enum {
  TW_DRAW_EVENT,
  TW_DRAW_PERSON,
  TW_DRAW_CARTEL,
  TW_DRAW_GOVERNMENT,
  TW_DRAW_ORGANIZATION,
  TW_DRAW_COUNTRY,
  TW_DRAW_REGION,
  TW_DRAW_CITY,
  TW_DRAW_FACILITY,
  TW_DRAW_OTHER,
  TW_DRAW_N_KINDS
} TwDrawKind;

typedef TW_VEC(TwStr) TwStrVec;

typedef enum { TW_LINE_SOLID, TW_LINE_DASHED, TW_LINE_DOTTED } TwLine;
typedef enum { TW_TONE_PLAIN, TW_TONE_PLACE, TW_TONE_PALE } TwTone;

/** A box. An event's is a card: a band with `name` and `date`, below it
 * `count` large with its unit, then the small lines. A folded list is a card,
 * too: `count` "6" with the unit "cities" and the names as small lines. */
typedef struct {
  TwDrawKind kind;
  TwStr name;
  TwStr date;  ///< For people ("4 Mar 2025"); or empty
  TwStr count; ///< Or empty
  TwStr unit;
  TwStrVec small;
  TwStr dispute; ///< What the papers differ on ("12 or 13?"); or empty
  TwLine line;   ///< Of its border; dashed: the event itself is not asserted
  TwStr tooltip; ///< Plain text, with line ends
  TwStr url;     ///< Where its words stand, or empty
  bool folded;   ///< Stands for several things
  bool contested;
} TwDrawNode;

/** Which end stands further left. FREE: this line moves no box. */
typedef enum { TW_FLOW_RIGHT, TW_FLOW_LEFT, TW_FLOW_FREE } TwFlow;

typedef struct {
  uint32_t from; ///< Index of a node
  uint32_t to;
  TwStr label;
  TwLine line; ///< Dashed: alleged; dotted: only said by
  TwTone tone;
  TwFlow flow;
  bool contested;
  unsigned n_sources; ///< Independent ones: how thick it is
  TwStr tooltip;
  TwStr url;
} TwDrawEdge;

typedef struct {
  TwArena* arena; ///< Borrows; all text lives there or in the graph
  TwStr title;
  TwStr caveat;
  TwStr description; ///< What is to be seen, in a sentence or two
  TW_VEC(TwDrawNode) nodes;
  TW_VEC(TwDrawEdge) edges;
} TwDrawing;

#endif
