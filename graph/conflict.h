/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CONFLICT_H
#define TW_GRAPH_CONFLICT_H

#include "graph/fusion.h"

/** Finds what the articles disagree on and decides which statements get direct
 * triples. Of a property that can hold one value only, values that exclude
 * each other are a contradiction, values of which one is finer than the other
 * are one of granularity; a value that was only inferred gives way to one that
 * is told. What one article asserts and another only alleges is a conflict of
 * certainty; what it denies is a contradiction. Sets `contested` and `direct`
 * of statements, and `date` of events. */
TwStatus
tw_conflict_run(TwFusion* fusion);

/// Adds a conflict of these statements, which are copied and become contested;
/// `kind` is static
TwStatus
tw_conflict_add(TwFusion* fusion, TwStr kind, uint32_t about, TwStr predicate,
                const uint32_t* indexes, size_t n);

#endif
