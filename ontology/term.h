/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_TERM_H
#define TW_ONTOLOGY_TERM_H

#include "base/buf.h"
#include "base/str.h"

#include <stdbool.h>

/** An RDF term. There are no blank nodes. */
typedef enum { TW_TERM_IRI, TW_TERM_LITERAL } TwTermKind;

typedef struct {
  TwTermKind kind;
  TwStr text;     ///< The absolute IRI, or the literal's lexical form
  TwStr datatype; ///< Absolute IRI, or empty for xsd:string
  TwStr language; ///< BCP 47, or empty
} TwTerm;

typedef struct {
  TwTerm subject;
  TwTerm predicate;
  TwTerm object;
  TwStr graph; ///< IRI of the named graph, or empty for the default one
} TwQuad;

/// True if every byte may stand in an IRI (RFC 3987) and it has a scheme
bool
tw_term_is_iri(TwStr text);

/// True if the text is UTF-8 without NUL, U+FFFE, U+FFFF and surrogates, so
/// that every store reads it as it is
bool
tw_term_is_text(TwStr text);

/// Appends `text` with what is neither letter, digit, "-", "_", "." nor a
/// character beyond ASCII percent-encoded
void
tw_term_encode(TwBuf* out, TwStr text);

/// Appends `text` with U+FFFD in place of each byte or character that
/// tw_term_is_text() refuses
void
tw_term_clean(TwBuf* out, TwStr text);

#endif
