/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/fusing.h"
#include "cli/model.h"
#include "cli/verbs.h"
#include "output/facts.h"

typedef struct {
  CliFusing fusing;
  TwExtract* extract;
} Build;

typedef struct {
  const Build* build;
  TwReader* reader;
  const TwRaw* raw; /* The document at hand */
  const TwReading* reading;
  TwBuf facts;
} Worker;

static void*
open_worker(void* data)
{
  Build* const build = data;
  Worker* const worker = TW_NEW(build->fusing.run->arena, Worker, 1);
  if (worker) {
    worker->build = build;
    worker->reader = tw_reader_new(build->extract);
  }
  return worker && worker->reader ? worker : NULL;
}

static void
close_worker(void* data)
{
  Worker* const worker = data;
  if (worker) {
    tw_reader_free(worker->reader);
    tw_buf_clear(&worker->facts);
  }
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  Worker* const worker = data;
  worker->raw = raw;
  TW_TRY(tw_reader_run(worker->reader, raw, sink, &worker->reading));
  tw_buf_reset(&worker->facts);
  if (cli_fusing_wants_facts(&worker->build->fusing)) {
    TW_TRY(tw_facts_reading(worker->reading, &worker->facts));
  }
  return tw_buf_status(&worker->facts);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Build* const build = data;
  const Worker* const worker = worker_data;
  return cli_fusing_add(&build->fusing, worker->raw, worker->reading,
                        tw_buf_str(&worker->facts));
}

/* Reads everything; then the process has one thread again. */
static TwStatus
read_all(Build* build, CliTally* out_tally)
{
  const CliStage stage = {.data = build,
                          .open = open_worker,
                          .close = close_worker,
                          .work = work,
                          .deliver = deliver};
  TwSourceOptions sources;
  size_t n_workers = 0;
  if (!cli_pipeline_workers(build->fusing.run, &n_workers) ||
      !cli_pipeline_sources(build->fusing.run, &sources)) {
    return TW_ERR_USAGE;
  }
  return cli_pipeline_run(build->fusing.run, &sources, &stage, n_workers,
                          out_tally);
}

static int
run_build(CliRun* run)
{
  Build build = {.extract = NULL};
  CliTally tally = {0, 0, 0};
  TwStatus status = cli_fusing_open(run, &build.fusing);
  if (status == TW_OK) {
    status = cli_open_extract(run, &build.extract);
  }
  if (status == TW_OK) {
    status = read_all(&build, &tally);
    tw_extract_free(build.extract); /* Its room is for the graph */
    build.extract = NULL;
  }
  const int code = cli_fusing_end(&build.fusing, status, &tally);
  tw_extract_free(build.extract);
  return code;
}

static const CliOption options[] = {
  CLI_FUSING_OPTIONS,
  CLI_READING_OPTIONS,
};

const CliVerb cli_verb_build = {
  .name = "build",
  .operands = "-o DIR [FILE|DIR|-]...",
  .summary = "Read articles and write the graph of what they say",
  .text =
    "Articles are text files, folders of them, JSON lines (an object a line "
    "with text and maybe id, url, publisher, title, language, date) or - for "
    "standard input, which is read if nothing is named.\n"
    "Everything appears at the end or, if something cannot be written, not at "
    "all. An article that cannot be read is set aside and counted. The same "
    "articles give the same bytes, whatever their order.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = SIZE_MAX,
  .run = run_build,
};
