/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_LEGEND_H
#define TW_OUTPUT_DRAW_LEGEND_H

#include "output/drawing.h"

/// In points
#define TW_DRAW_LEGEND_HEIGHT 44

/// How many points wide the legend of what `drawing` holds is
unsigned
tw_draw_legend_width(const TwDrawing* drawing);

/// Appends the legend as SVG, its top `y` points down
void
tw_draw_legend_add(const TwDrawing* drawing, unsigned y, TwBuf* out);

#endif
