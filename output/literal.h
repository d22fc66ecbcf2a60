/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_LITERAL_H
#define TW_OUTPUT_LITERAL_H

#include "base/buf.h"
#include "base/str.h"

/* Terms as both Turtle and N-Quads write them. The escapes are those of
 * canonical N-Quads (RDF Dataset Canonicalization, W3C Recommendation 2024,
 * appendix A), so that one pair of functions serves both. */

/// Appends `iri` in angle brackets; what may not stand there as \uXXXX
void
tw_literal_iri(TwBuf* out, TwStr iri);

/// Appends `text` in double quotes, control characters, quotes and backslashes
/// escaped
void
tw_literal_text(TwBuf* out, TwStr text);

#endif
