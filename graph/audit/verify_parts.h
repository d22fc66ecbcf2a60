/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_VERIFY_PARTS_H
#define TW_GRAPH_AUDIT_VERIFY_PARTS_H

#include "base/map.h"
#include "graph/audit/lookup.h"
#include "graph/audit/verify.h"

/* What the files of the check share. */

/* Codes of messages */
#define TW_VERIFY_EMPTY 4301
#define TW_VERIFY_NO_SOURCE 4302
#define TW_VERIFY_WORDS 4303
#define TW_VERIFY_PLACE 4304
#define TW_VERIFY_RECORD 4305
#define TW_VERIFY_NO_CLAIM 4306
#define TW_VERIFY_NUMBER 4307

/** Terms of the vocabulary that the check looks for. */
typedef enum {
  TW_KNOWN_TYPE,
  TW_KNOWN_ARTICLE,
  TW_KNOWN_CLAIM,
  TW_KNOWN_SPAN,
  TW_KNOWN_INTERVAL,
  TW_KNOWN_CONFLICT,
  TW_KNOWN_IDENTITY,
  TW_KNOWN_SHA256,
  TW_KNOWN_BYTE_SIZE,
  TW_KNOWN_CHAR_SIZE,
  TW_KNOWN_BYTE_START,
  TW_KNOWN_BYTE_END,
  TW_KNOWN_CHAR_START,
  TW_KNOWN_CHAR_END,
  TW_KNOWN_EXACT,
  TW_KNOWN_DERIVED_FROM,
  TW_KNOWN_SUBJECT,
  TW_KNOWN_PREDICATE,
  TW_KNOWN_OBJECT,
  TW_KNOWN_CERTAINTY,
  TW_KNOWN_POLARITY,
  TW_KNOWN_EVIDENCE,
  TW_KNOWN_CUE,
  TW_KNOWN_RULE,
  TW_N_KNOWN
} TwKnown;

struct TwVerify {
  TwArena* arena; ///< Holds this
  TwLookup graph;
  TwStr path;                 ///< Of the graph, for messages
  uint32_t known[TW_N_KNOWN]; ///< Numbers of terms, or TW_NO_TERM
  uint32_t* articles;
  bool* has_source; ///< For each article
  size_t n_articles;
  TwMap hashes; ///< SHA-256 of an article to its index
  TwVerifyTally tally;
};

/// TW_OK and the only object of a subject and predicate; TW_NONE if there is
/// none or more than one
TwStatus
tw_verify_value(TwVerify* verify, uint32_t subject, TwKnown predicate,
                uint32_t* out_object);

/// The lexical form or IRI of a term; empty for TW_NO_TERM
TwStr
tw_verify_text(const TwVerify* verify, uint32_t id);

/// Tells what is wrong and counts it
void
tw_verify_tell(TwVerify* verify, TwDiagSink* sink, int code, TwStr file,
               const char* format, ...) TW_PRINTF(5, 6);

/// Checks the claims and what rests on them
TwStatus
tw_verify_claims(TwVerify* verify, TwDiagSink* sink);

#endif
