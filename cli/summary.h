/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_SUMMARY_H
#define TW_CLI_SUMMARY_H

#include "cli/cli.h"
#include "cli/pipeline.h"
#include "graph/graph.h"

/// Tells people, on standard error, what was read and found; nothing if the
/// run is quiet
void
cli_summary(CliRun* run, const TwGraph* graph, const CliTally* tally,
            size_t n_same, int64_t milliseconds);

#endif
