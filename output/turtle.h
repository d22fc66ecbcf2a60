/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_TURTLE_H
#define TW_OUTPUT_TURTLE_H

#include "base/file.h"
#include "graph/quads.h"

/// Writes the union of all graphs as Turtle (W3C Recommendation 2014): sorted,
/// prefixes for the vocabularies of the house and for what stands below
/// `base`, one block a subject
TwStatus
tw_turtle_write(TwQuads* quads, TwStr base, TwWriter* writer);

/// Writes every quad as canonical N-Quads (W3C Recommendation 2014), sorted
TwStatus
tw_nquads_write(TwQuads* quads, TwWriter* writer);

#endif
