/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_ANCHOR_H
#define TW_GRAPH_ANCHOR_H

#include "graph/fusion.h"

typedef TW_VEC(uint64_t) TwAnchorVec;

/** Finds what of a quote stays as it is when it is translated: its figures, of
 * which each gives two anchors, and the things that the article names, but for
 * the speaker. The anchors are hashes, sorted, each once; `folded` is the quote
 * as tw_fold() makes it. */
TwStatus
tw_anchors_find(TwFusion* fusion, uint32_t document, uint32_t speaker,
                TwStr folded, TwAnchorVec* anchors);

#endif
