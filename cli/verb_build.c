/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/fusing.h"
#include "cli/model.h"
#include "cli/verbs.h"
#include "cli/worker.h"
#include "output/facts.h"

typedef struct {
  CliFusing fusing;
  TwExtract* extract;
} Build;

static void*
open_worker(void* data)
{
  Build* const build = data;
  return cli_worker_open(build->fusing.run, build->extract, build);
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  CliWorker* const worker = data;
  const Build* const build = worker->job;
  worker->raw = raw;
  TW_TRY(tw_reader_run(worker->reader, raw, sink, &worker->reading));
  tw_buf_reset(&worker->text);
  if (cli_fusing_wants_facts(&build->fusing)) {
    TW_TRY(tw_facts_reading(worker->reading, &worker->text));
  }
  return tw_buf_status(&worker->text);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Build* const build = data;
  const CliWorker* const worker = worker_data;
  return cli_fusing_add(&build->fusing, worker->raw, worker->reading,
                        tw_buf_str(&worker->text));
}

/* Reads everything; then the process has one thread again. */
static TwStatus
read_all(Build* build, CliTally* out_tally)
{
  const CliStage stage = {.data = build,
                          .open = open_worker,
                          .close = cli_worker_close,
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
