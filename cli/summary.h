/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_SUMMARY_H
#define TW_CLI_SUMMARY_H

#include "cli/cli.h"
#include "cli/pipeline.h"
#include "graph/graph.h"

typedef struct {
  int64_t reading; ///< Milliseconds until all was read
  int64_t all;
} CliTime;

/// Tells people, on standard error, what was read and found; nothing if the
/// run is quiet
void
cli_summary(CliRun* run, const TwGraph* graph, const CliTally* tally,
            size_t n_same, const CliTime* time);

#endif
