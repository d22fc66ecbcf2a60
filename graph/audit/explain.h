/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_EXPLAIN_H
#define TW_GRAPH_AUDIT_EXPLAIN_H

#include "base/buf.h"
#include "base/diag.h"

/** What of a graph is to be explained. */
typedef struct {
  const char* path; ///< Of the graph file
  TwStr about;      ///< A name, as it is compared when folded, or the end of an
                    ///< IRI: "transfer/51aa16d371702d9cfd2aed5d"
  TwStr property;   ///< What it is called or its local name, of the thing and
                    ///< of events and relations in which it takes part; empty
                    ///< for all of the thing
} TwExplain;

/** Appends, for people, each statement with that subject or object and what it
 * rests on: the words, their place, the paper, the speaker, the rule, and what
 * other papers say against it. If several things have the name, all are
 * explained. TW_NONE if nothing has it or nothing is said of it, told to
 * `sink` (TW4501). */
TwStatus
tw_explain_run(const TwExplain* explain, TwDiagSink* sink, TwBuf* out);

#endif
