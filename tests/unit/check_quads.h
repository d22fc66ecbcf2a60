/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_QUADS_H
#define TW_TESTS_UNIT_CHECK_QUADS_H

#include "graph/store/quads.h"

/** A quad from a line "GRAPH SUBJECT PREDICATE OBJECT": "-" is the default
 * graph; an object that starts with an apostrophe is a literal, with a
 * language behind "@" or a datatype behind "^". Borrows from the line. */
TwQuad
check_quad(const char* line);

/// Adds check_quad(); what tw_quads_add() returns
TwStatus
check_try_add(TwQuads* quads, const char* line);

/// Adds check_quad(), which must work
void
check_add(TwQuads* quads, const char* line);

/// How many there are, each once
size_t
check_quads_count(TwQuads* quads);

/// All quads (or triples) as tw_quads_each() visits them, as in check_quad()
/// but with literals as Turtle writes them; static
TwStr
check_quads_text(TwQuads* quads, bool is_union);

/// The same as N-Quads, escapes and all; static
TwStr
check_quads_nquads(TwQuads* quads, bool is_union);

#endif
