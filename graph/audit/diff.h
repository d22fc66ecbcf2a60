/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_AUDIT_DIFF_H
#define TW_GRAPH_AUDIT_DIFF_H

#include "base/buf.h"
#include "base/diag.h"

/** In what two graphs differ. */
typedef struct {
  size_t n_gained;  ///< Claims that only the second has
  size_t n_lost;    ///< Claims that only the first has
  size_t n_changed; ///< Claims that both have, told with another certainty or
                    ///< polarity
  size_t n_opened;  ///< Conflicts that only the second has
  size_t n_closed;
} TwDiffTally;

/** Compares two graph files by claim. A claim is the same if it rests on the
 * same words of the same article and says the same: which other articles
 * were fused with it does not matter. Appends a line for each difference,
 * sorted: "+", "-" or "~", subject, property, value, certainty, paper,
 * separated by tabs; "+" or "-", "conflict", its kind, what it is about and on
 * which property. */
TwStatus
tw_diff_run(const char* old_path, const char* new_path, TwDiagSink* sink,
            TwBuf* out, TwDiffTally* out_tally);

#endif
