/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_PIPELINE_H
#define TW_CLI_PIPELINE_H

#include "cli/cli.h"
#include "extract/ingest/source.h"

/** What is done with each document. `work` runs in several threads, each with
 * a worker of its own; `deliver` runs in one at a time and in the order of the
 * input, so that what comes out does not depend on the number of workers. */
typedef struct {
  void* data;
  /// Makes the state of a worker; NULL if memory runs out
  void* (*open)(void* data);
  /// Accepts NULL
  void (*close)(void* worker);
  /// Reads a document into the worker's state. TW_ERR_INPUT, TW_ERR_ENCODING
  /// and TW_ERR_LIMIT set it aside.
  TwStatus (*work)(void* worker, const TwRaw* raw, TwDiagSink* sink);
  /// Takes what `work` left in the worker's state
  TwStatus (*deliver)(void* data, void* worker);
} CliStage;

typedef struct {
  size_t n_read;
  size_t n_set_aside;
  size_t n_bytes; ///< Of the documents that were read
} CliTally;

/// How many workers --jobs asks for; as many as the machine has processors if
/// it is not given. False, with a message, if its value is no such number.
bool
cli_pipeline_workers(CliRun* run, size_t* out_n);

/// What --encoding and --max-bytes say. False, with a message, if a value is
/// wrong.
bool
cli_pipeline_sources(CliRun* run, TwSourceOptions* out_options);

/** Takes each document of the run's operands (standard input if there are
 * none) through `stage`, in `n_workers` threads. Messages come in the order of
 * the input, too. TW_ERR_INPUT if no document could be read; TW_NONE if a
 * signal ended it. */
TwStatus
cli_pipeline_run(CliRun* run, const TwSourceOptions* options,
                 const CliStage* stage, size_t n_workers, CliTally* out_tally);

#endif
