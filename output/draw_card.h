/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_CARD_H
#define TW_OUTPUT_DRAW_CARD_H

#include "output/draw_style.h"

/* The HTML-like labels of Graphviz, the only place that makes them. */

/// Appends the label of a box
void
tw_draw_card_add(TwBuf* out, const TwDrawNode* node);

/// Appends title and caveat
void
tw_draw_card_title(TwBuf* out, const TwDrawing* drawing);

/// The looks of a box; static
const TwDrawStyle*
tw_draw_card_style(const TwDrawNode* node);

#endif
