/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_CHECK_H
#define TW_GRAPH_AUDIT_CHECK_H

#include "base/diag.h"

#include <stddef.h>

typedef struct {
  size_t n_triples;
  size_t n_nodes;    ///< That a shape is about
  size_t n_unknown;  ///< Classes and properties that are not in the vocabulary,
                     ///< and uses of others outside their domain and range
  size_t n_wrong;    ///< Values that a shape does not allow, or misses
  size_t n_doubtful; ///< Full names of people that do not fit their others
} TwCheckTally;

/** Holds a graph file against the vocabulary, then against the shapes of a
 * SHACL file (of the kind that ontology/shapes.ttl describes). Each fault is
 * told as an error: TW4601 a term that the vocabulary does not have, TW4602 a
 * subject or object of a class that the property is not for, TW4603 what a
 * shape refuses. What may be two people in one is a warning, TW4605.
 * TW_ERR_RULE, told (TW4604), if the shapes hold something that
 * this checker does not know. */
TwStatus
tw_check_run(const char* path, const char* shapes_path, TwDiagSink* sink,
             TwCheckTally* out_tally);

#endif
