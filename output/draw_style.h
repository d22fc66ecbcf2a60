/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_STYLE_H
#define TW_OUTPUT_DRAW_STYLE_H

#include "output/drawing.h"

#define TW_DRAW_FONT "DejaVu Sans"
#define TW_DRAW_FONTS "DejaVu Sans, Verdana, sans-serif"

/** A colour on paper and on a dark screen. Each is written once only, so that
 * a style sheet can find it again by its light value. */
typedef struct {
  const char* light;
  const char* dark;
} TwColour;

/** Every colour of a drawing. Text keeps a contrast of 4.5 : 1 on its ground,
 * lines 3 : 1 on paper. */
typedef enum {
  TW_COLOUR_PAPER,
  TW_COLOUR_CARD,
  TW_COLOUR_INK,
  TW_COLOUR_MUTED,
  TW_COLOUR_LIGHT_INK,
  TW_COLOUR_LINE,
  TW_COLOUR_PALE,
  TW_COLOUR_ACCENT,
  TW_COLOUR_CONTESTED,
  TW_COLOUR_PERSON,
  TW_COLOUR_PERSON_LINE,
  TW_COLOUR_CARTEL,
  TW_COLOUR_CARTEL_LINE,
  TW_COLOUR_GOVERNMENT,
  TW_COLOUR_GOVERNMENT_LINE,
  TW_COLOUR_ORGANIZATION,
  TW_COLOUR_ORGANIZATION_LINE,
  TW_COLOUR_PLACE,
  TW_COLOUR_PLACE_LINE,
  TW_COLOUR_FACILITY,
  TW_COLOUR_FACILITY_LINE,
  TW_N_COLOURS
} TwColourId;

/// Static
const TwColour*
tw_draw_colour(TwColourId id);

/** How a kind of box looks; shapes tell them apart without colour. */
typedef struct {
  const char* word;  ///< In the legend and as class in the SVG
  const char* shape; ///< Of Graphviz
  const char* style;
  const char* margin; ///< Inches; round shapes have room of their own
  TwColourId fill;
  TwColourId line;
  TwColourId ink;
} TwDrawStyle;

/// Static
const TwDrawStyle*
tw_draw_style(TwDrawKind kind);

#endif
