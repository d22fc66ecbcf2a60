/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUOTE_H
#define TW_GRAPH_QUOTE_H

#include "graph/fusion.h"

/** Finds what articles quote of one speaker, in quotation marks, and brings
 * together what is one quote in several wordings: whole in one article, a part
 * of it, translated a little otherwise or with a word added in brackets in
 * another. Two are one if they share half of the runs of three words of the
 * shorter one. In articles of two languages and the same days they are if the
 * longer has all figures and names of the shorter one: two figures, a figure
 * and a name, or three names at least. Quotes of one article only are left
 * alone. */
TwStatus
tw_quote_run(TwFusion* fusion);

#endif
