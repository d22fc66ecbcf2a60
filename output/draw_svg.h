/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_SVG_H
#define TW_OUTPUT_DRAW_SVG_H

#include "output/drawing.h"

/** Makes the SVG that people see of what Graphviz rendered: a head of our own
 * with title, description and style sheet (which turns dark with the screen),
 * tooltips as <title> of each box and line, and a legend below the drawing.
 * TW_ERR_INTERNAL if `rendered` is no SVG as Graphviz writes it. */
TwStatus
tw_draw_svg_finish(const TwDrawing* drawing, TwStr rendered, TwBuf* out);

#endif
