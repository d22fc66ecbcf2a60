/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_IRI_H
#define TW_GRAPH_IRI_H

#include "base/buf.h"
#include "base/str.h"

/* IRIs are made of content alone, never of a clock, a count or a path. */

/// What IRIs begin with if nobody asks for something else
#define TW_IRI_BASE "https://w3id.org/triplewire/id/"

/// Appends the folded text `folded` as a part of a path: letters and digits
/// stay, runs of anything else become one "-". False, with nothing appended,
/// if nothing would be left. A long text is cut and ends in its hash.
bool
tw_iri_slug(TwBuf* out, TwStr folded);

/// What tw_iri_hash_of() needs room for
#define TW_IRI_HASH_SIZE 65

/// 24 hexadecimal digits of the SHA-256 of `text`, closed by NUL
void
tw_iri_hash_of(TwStr text, char out[TW_IRI_HASH_SIZE]);

/// Appends the same
void
tw_iri_hash(TwBuf* out, TwStr text);

#endif
