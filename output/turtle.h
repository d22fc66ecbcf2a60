/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_TURTLE_H
#define TW_OUTPUT_TURTLE_H

#include "base/file.h"
#include "graph/store/quads.h"

/// Writes the union of all graphs as Turtle (W3C Recommendation 2014): sorted,
/// prefixes for the vocabularies of the house, what stands below `base`
/// relative to it, one block a subject
TwStatus
tw_turtle_write(TwQuads* quads, TwStr base, TwWriter* writer);

/// Writes every quad as N-Quads (W3C Recommendation 2014), sorted as
/// tw_quads_each() does; a line has the canonical form of RDF Dataset
/// Canonicalization (W3C Recommendation 2024)
TwStatus
tw_nquads_write(TwQuads* quads, TwWriter* writer);

#endif
