/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_FACTS_H
#define TW_OUTPUT_FACTS_H

#include "base/buf.h"
#include "base/file.h"
#include "extract/claim.h"
#include "graph/graph.h"

/* A fact a line: its type, then key=value columns, a key once for each value;
 * docs/facts.md has the table. */

/// Appends what one article says: entities, events, relations
TwStatus
tw_facts_reading(const TwReading* reading, TwBuf* out);

/// Writes what the graph holds, with doc=, rule= and evidence= columns
TwStatus
tw_facts_graph(const TwGraph* graph, TwWriter* writer);

/// Writes a claim a line as CSV (RFC 4180) with a head: who said it, how
/// surely, where it stands
TwStatus
tw_evidence_write(const TwGraph* graph, TwWriter* writer);

#endif
