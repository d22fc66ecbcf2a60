/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_WORKER_H
#define TW_CLI_WORKER_H

#include "cli/cli.h"
#include "extract/extract.h"

/** What a worker of a verb that reads articles has for itself. */
typedef struct {
  const void* job; ///< The verb's; borrowed
  TwReader* reader;
  const TwRaw* raw; ///< The document at hand
  const TwReading* reading;
  TwBuf text; ///< What it makes of it
} CliWorker;

/// Lives in the run's arena; NULL if memory runs out
CliWorker*
cli_worker_open(CliRun* run, const TwExtract* extract, const void* job);

/// Lets go of what the CliWorker `worker` holds; accepts NULL
void
cli_worker_close(void* worker);

#endif
