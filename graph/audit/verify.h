/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_VERIFY_H
#define TW_GRAPH_AUDIT_VERIFY_H

#include "base/diag.h"
#include "base/status.h"

#include <stddef.h>

/** Holds a graph against the sources it came from, from these two alone. */
typedef struct TwVerify TwVerify;

typedef struct {
  size_t n_documents;
  size_t n_spans;
  size_t n_claims;
  size_t n_wrong; ///< Each told as an error TW43xx
  size_t n_told;  ///< Events and relations with ends that claims are about
} TwVerifyTally;

/// Reads the graph file; returns owned
TwStatus
tw_verify_open(const char* path, TwDiagSink* sink, TwVerify** out_verify);

/// Accepts NULL
void
tw_verify_free(TwVerify* verify);

/// Checks every span of the article with these bytes: the words cut from it
/// again are the quote, bytes and code points agree, and so do the sizes that
/// the graph states. An article that the graph does not have is passed over.
TwStatus
tw_verify_source(TwVerify* verify, TwStr name, TwStr text, TwDiagSink* sink);

/// Checks what is left: every article of the graph had its source; every claim
/// has subject, predicate, object, evidence, rule and article; every direct
/// triple has a claim, and the numbers that the graph states are right
TwStatus
tw_verify_finish(TwVerify* verify, TwDiagSink* sink, TwVerifyTally* out_tally);

#endif
