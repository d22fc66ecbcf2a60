/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/summary.h"
#include "cli/verbs.h"
#include "lib/target.h"
#include "output/facts.h"

#include <errno.h>
#include <string.h>

typedef struct {
  CliRun* run;
  TwExtract* extract;
  TwTargets* targets;
  TwJob* job;
  TwCorrections* corrections; /* Or NULL */
  int64_t start;
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
  Worker* const worker = TW_NEW(build->run->arena, Worker, 1);
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
  if (!tw_targets_want_parts(worker->build->targets)) {
    return TW_OK;
  }
  tw_buf_reset(&worker->facts);
  TW_TRY(tw_facts_reading(worker->reading, &worker->facts));
  return tw_buf_status(&worker->facts);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Build* const build = data;
  const Worker* const worker = worker_data;
  const TwDocument* const document = worker->reading->document;
  TwDiagSink* const sink = &build->run->sink;
  const TwStatus status =
    tw_job_add(build->job, worker->raw, worker->reading, sink);
  if (status == TW_ERR_WRITE) {
    cli_system_error(build->run, status, tw_targets_spool_dir(build->targets));
  }
  if (status == TW_NONE) {
    return TW_OK; /* Another article has the same text */
  }
  return status == TW_OK && tw_targets_want_parts(build->targets)
           ? tw_targets_part(build->targets, document->id, document->sha256,
                             tw_buf_str(&worker->facts))
           : status;
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
  if (!cli_pipeline_workers(build->run, &n_workers) ||
      !cli_pipeline_sources(build->run, &sources)) {
    return TW_ERR_USAGE;
  }
  return cli_pipeline_run(build->run, &sources, &stage, n_workers, out_tally);
}

static TwRun
run_of(const Build* build, const CliTally* tally)
{
  CliRun* const run = build->run;
  return (TwRun){.version = PACKAGE_VERSION,
                 .n_read = tally->n_read,
                 .n_set_aside = tally->n_set_aside,
                 .n_bytes = tally->n_bytes,
                 .n_skipped_rules = run->n_skipped_rules,
                 .notes = tw_notes_sorted(run->notes),
                 .n_notes = run->notes->lines.count};
}

static TwStatus
write_all(Build* build, const CliTally* tally)
{
  CliRun* const run = build->run;
  TwRun told = run_of(build, tally);
  TW_TRY(cli_report_status(run, tw_job_fuse(build->job, &told)));
  if (cli_caught_signal()) {
    return TW_NONE;
  }
  /* What fusing had to say belongs into the report, too. */
  tw_corrections_tell_stale(build->corrections, &run->sink);
  told = run_of(build, tally);
  TW_TRY(tw_job_fuse(build->job, &told));
  TwTargets* const targets = build->targets;
  build->targets = NULL;
  return cli_report_status(run, tw_targets_write(targets, build->job));
}

static TwStatus
open_corrections(Build* build)
{
  CliRun* const run = build->run;
  const char* const path = cli_value(run, "corrections");
  const TwStatus status =
    path ? tw_corrections_open(path, &run->sink, &build->corrections) : TW_OK;
  if (status == TW_ERR_READ) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL,
                    "the corrections %s cannot be read: %s", path,
                    strerror(errno));
    return TW_ERR_USAGE;
  }
  return cli_report_status(run, status);
}

static TwStatus
open_job(Build* build)
{
  static const struct {
    const char* word;
    TwDirect direct;
  } words[] = {
    {"safe", TW_DIRECT_SAFE}, {"all", TW_DIRECT_ALL}, {"none", TW_DIRECT_NONE}};
  CliRun* const run = build->run;
  const char* const direct = cli_value(run, "direct");
  uint64_t max_nodes = 0;
  if (!cli_number(run, "max-nodes", 1, UINT32_MAX, 0, &max_nodes)) {
    return TW_ERR_USAGE;
  }
  TW_TRY(open_corrections(build));
  TwJobOptions options = {.fuse = {.base = tw_str(cli_value(run, "base")),
                                   .corrections = build->corrections},
                          .store = cli_value(run, "store"),
                          .title = tw_str(cli_value(run, "title")),
                          .max_nodes = (size_t)max_nodes,
                          .spool_dir = tw_targets_spool_dir(build->targets)};
  for (size_t i = 0; direct && i < sizeof(words) / sizeof(words[0]); ++i) {
    if (!strcmp(words[i].word, direct)) {
      options.fuse.direct = words[i].direct;
    }
  }
  const TwStatus status = tw_job_open(&options, &build->job);
  if (status == TW_ERR_USAGE) {
    cli_usage_error(run, CLI_CODE_VALUE,
                    "such as --base=https://example.org/news/",
                    "--base is an IRI, not '%s'", cli_value(run, "base"));
  } else if (status == TW_ERR_WRITE) {
    cli_system_error(run, status, options.spool_dir);
  }
  return cli_report_status(run, status);
}

static TwStatus
open_all(Build* build)
{
  CliRun* const run = build->run;
  size_t n_paths = 0;
  const char* const* const paths = cli_values(run, "output", &n_paths);
  if (!paths || !n_paths) {
    cli_usage_error(run, CLI_CODE_OPERAND,
                    "triplewire build -o DIR writes everything to a folder, "
                    "-o FILE.ttl the graph alone",
                    "build needs to know where to write");
    return TW_ERR_USAGE;
  }
  TW_TRY(cli_open_extract(run, &build->extract));
  TW_TRY(tw_targets_open(paths, n_paths, cli_has(run, "per-document"),
                         &run->sink, &build->targets));
  return open_job(build);
}

static int
run_build(CliRun* run)
{
  Build build = {.run = run, .start = cli_now_ms()};
  TwNotes notes = {.arena = run->arena};
  CliTally tally = {0, 0, 0};
  run->notes = &notes;
  cli_catch_signals();
  TwStatus status = open_all(&build);
  if (status == TW_OK) {
    status = read_all(&build, &tally);
  }
  if (status == TW_OK) {
    status = write_all(&build, &tally);
  }
  cli_tell_held_back(run);
  const int code = cli_reading_exit(run, status, &tally);
  if (status == TW_OK) {
    const TwGraph* const graph = tw_job_graph(build.job);
    cli_summary(run, graph, &tally, tally.n_read - graph->n_documents,
                cli_now_ms() - build.start);
  }
  run->notes = NULL;
  tw_targets_abort(build.targets);
  tw_job_free(build.job);
  tw_corrections_free(build.corrections);
  tw_extract_free(build.extract);
  return code;
}

static const CliOption options[] = {
  {"output", 'o', "PATH",
   "Write everything to a folder, or what the "
   "suffix says to a file: .ttl .nq .svg .dot .tsv "
   ".csv .jsonl .txt; - is Turtle on standard "
   "output. May stand more than once"},
  {"per-document", 0, NULL,
   "Write what each article says by itself, too: DIR/facts/NAME.tsv"},
  {"base", 0, "IRI", "Begin the graph's IRIs with this"},
  {"direct", 0, "safe|all|none",
   "Which statements get triples of their own beside their claims; safe are "
   "those that are asserted, positive and not contested"},
  {"corrections", 0, "FILE",
   "Apply what people corrected: a table of what is one, another, of another "
   "type, called otherwise, or not so"},
  {"title", 0, "TEXT", "Title of the drawing"},
  {"max-nodes", 0, "N", "Draw at most so many boxes"},
  {"store", 0, "triplewire|hashes", "Storage of the graph in memory"},
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
