/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"
#include "cli/signals.h"
#include "cli/verbs.h"
#include "cli/worker.h"
#include "lib/extracted.h"
#include "lib/sources.h"
#include "ontology/term.h"

typedef struct {
  CliRun* run;
  TwExtract* extract;
  TwSources* extracted; /* N-Quads by the hashes of their articles */
} Job;

static void*
open_worker(void* data)
{
  Job* const job = data;
  return cli_worker_open(job->run, job->extract, job);
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  CliWorker* const worker = data;
  const Job* const job = worker->job;
  const TwStr base = tw_str(cli_value(job->run, "base"));
  tw_buf_reset(&worker->text);
  TW_TRY(tw_reader_run(worker->reader, raw, sink, &worker->reading));
  return tw_extracted_write(base, raw, worker->reading, &worker->text);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Job* const job = data;
  const CliWorker* const worker = worker_data;
  const TwStatus status =
    tw_sources_add_text(job->extracted, tw_buf_str(&worker->text),
                        worker->reading->document->sha256);
  if (status == TW_ERR_WRITE) {
    cli_system_error(job->run, status, TW_SOURCES_DIR);
  }
  return status;
}

static TwStatus
write_all(Job* job)
{
  TwWriter* writer = NULL;
  TwStatus status = tw_writer_open("-", &writer);
  if (status == TW_OK) {
    status = tw_sources_write_each(job->extracted, writer);
    if (status == TW_OK) {
      status = tw_writer_commit(writer);
    } else {
      tw_writer_abort(writer);
    }
  }
  if (status == TW_ERR_WRITE) {
    cli_system_error(job->run, status, "-");
  }
  return status;
}

static int
read_all(Job* job, const TwSourceOptions* sources, size_t n_workers)
{
  const CliStage stage = {.data = job,
                          .open = open_worker,
                          .close = cli_worker_close,
                          .work = work,
                          .deliver = deliver};
  CliTally tally = {0, 0, 0};
  TwStatus status = tw_sources_open(TW_SOURCES_DIR, &job->extracted);
  if (status != TW_OK) {
    return cli_system_error(job->run, status, TW_SOURCES_DIR);
  }
  status = cli_pipeline_run(job->run, sources, &stage, n_workers, &tally);
  if (status == TW_OK) {
    status = write_all(job);
  }
  return cli_reading_exit(job->run, status, &tally);
}

static bool
is_base(CliRun* run)
{
  const char* const base = cli_value(run, "base");
  if (base && !tw_term_is_iri(tw_str(base))) {
    cli_usage_error(run, CLI_CODE_VALUE,
                    "such as --base=https://example.org/news/",
                    "--base is an IRI, not '%s'", base);
    return false;
  }
  return true;
}

static int
run_extract(CliRun* run)
{
  Job job = {.run = run};
  TwSourceOptions sources;
  size_t n_workers = 0;
  if (!is_base(run) || !cli_pipeline_workers(run, &n_workers) ||
      !cli_pipeline_sources(run, &sources)) {
    return tw_status_exit(TW_ERR_USAGE);
  }
  cli_catch_signals();
  const TwStatus status = cli_open_extract(run, &job.extract);
  const int code = status == TW_OK ? read_all(&job, &sources, n_workers)
                                   : tw_status_exit(status);
  tw_sources_free(job.extracted);
  tw_extract_free(job.extract);
  return code;
}

static const CliOption options[] = {
  {"base", 0, "IRI", "Begin the graph's IRIs with this"},
  CLI_READING_OPTIONS,
};

const CliVerb cli_verb_extract = {
  .name = "extract",
  .operands = "[FILE|DIR|-]...",
  .summary = "Read articles and print what each of them says",
  .text =
    "The first half of build: reads articles as build does and prints N-Quads "
    "for each, sorted, the articles by their hashes: the claims of that "
    "article alone, and what fuse needs to make one graph of many. Articles "
    "can be read in any number of runs, on any number of machines.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = SIZE_MAX,
  .run = run_extract,
};
