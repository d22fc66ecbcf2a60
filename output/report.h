/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_REPORT_H
#define TW_OUTPUT_REPORT_H

#include "base/file.h"
#include "graph/graph.h"

/** What a run was, beside its graph. */
typedef struct {
  const char* version;
  size_t n_read;
  size_t n_set_aside;
  size_t n_bytes;
  size_t n_skipped_rules; ///< Patterns that ran into a limit, in sentences
  const TwStr*
    notes; ///< What was set aside or cut, a line each, as it was told
  size_t n_notes;
  const char* engine; ///< Of the drawing, or NULL
} TwRun;

/// Writes report.txt: what was read, set aside, found and contested. It holds
/// nothing that differs between two runs over the same articles.
TwStatus
tw_report_write(const TwGraph* graph, const TwRun* run, TwWriter* writer);

#endif
