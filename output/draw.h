/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DRAW_H
#define TW_OUTPUT_DRAW_H

#include "base/diag.h"
#include "output/drawing.h"

/** Lays `drawing` out and appends it as DOT and as SVG. The layout runs in a
 * child with a budget of time and memory; what fails or takes too long is
 * tried again with the next simpler engine (dot, dot without words on lines,
 * sfdp, a grid) and warned of (TW5002). `out_engine` is the name of the one
 * that did it; static. Call it while the process has one thread.
 * TW_ERR_CHILD if none did: `out_svg` is then untouched. */
TwStatus
tw_draw_render(const TwDrawing* drawing, TwDiagSink* sink, TwBuf* out_dot,
               TwBuf* out_svg, const char** out_engine);

#endif
