/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/fusing.h"

#include "cli/model.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/summary.h"

#include <errno.h>
#include <string.h>

static TwRun
run_of(const CliFusing* fusing, const CliTally* tally)
{
  CliRun* const run = fusing->run;
  return (TwRun){.version = PACKAGE_VERSION,
                 .n_read = tally->n_read,
                 .n_set_aside = tally->n_set_aside,
                 .n_bytes = tally->n_bytes,
                 .n_skipped_rules = run->n_skipped_rules,
                 .notes = tw_notes_sorted(run->notes),
                 .n_notes = run->notes->lines.count};
}

static TwStatus
write_all(CliFusing* fusing, const CliTally* tally)
{
  CliRun* const run = fusing->run;
  TW_TRY(cli_report_status(run, tw_job_fuse(fusing->job)));
  if (cli_caught_signal()) {
    return TW_NONE;
  }
  /* What fusing had to say belongs into the report, too. */
  tw_corrections_tell_stale(fusing->corrections, &run->sink);
  const TwRun told = run_of(fusing, tally);
  tw_job_tell(fusing->job, &told);
  TwTargets* const targets = fusing->targets;
  fusing->targets = NULL;
  return cli_report_status(run, tw_targets_write(targets, fusing->job));
}

static TwStatus
open_corrections(CliFusing* fusing)
{
  CliRun* const run = fusing->run;
  const char* const path = cli_value(run, "corrections");
  const TwStatus status =
    path ? tw_corrections_open(path, &run->sink, &fusing->corrections) : TW_OK;
  if (status == TW_ERR_READ) {
    cli_usage_error(run, CLI_CODE_VALUE, NULL,
                    "the corrections %s cannot be read: %s", path,
                    strerror(errno));
    return TW_ERR_USAGE;
  }
  return cli_report_status(run, status);
}

static TwStatus
open_job(CliFusing* fusing)
{
  static const struct {
    const char* word;
    TwDirect direct;
  } words[] = {
    {"safe", TW_DIRECT_SAFE}, {"all", TW_DIRECT_ALL}, {"none", TW_DIRECT_NONE}};
  CliRun* const run = fusing->run;
  const char* const direct = cli_value(run, "direct");
  uint64_t max_nodes = 0;
  size_t n_threads = 0;
  if (!cli_number(run, "max-nodes", 1, UINT32_MAX, 0, &max_nodes) ||
      !cli_pipeline_workers(run, &n_threads)) {
    return TW_ERR_USAGE;
  }
  TW_TRY(open_corrections(fusing));
  TwJobOptions options = {.fuse = {.base = tw_str(cli_value(run, "base")),
                                   .corrections = fusing->corrections},
                          .store = cli_value(run, "store"),
                          .title = tw_str(cli_value(run, "title")),
                          .max_nodes = (size_t)max_nodes,
                          .spool_dir = tw_targets_spool_dir(fusing->targets),
                          .n_threads = n_threads};
  for (size_t i = 0; direct && i < sizeof(words) / sizeof(words[0]); ++i) {
    if (!strcmp(words[i].word, direct)) {
      options.fuse.direct = words[i].direct;
    }
  }
  const TwStatus status = tw_job_open(&options, &fusing->job);
  if (status == TW_ERR_USAGE) {
    cli_usage_error(run, CLI_CODE_VALUE,
                    "such as --base=https://example.org/news/",
                    "--base is an IRI, not '%s'", cli_value(run, "base"));
  } else if (status == TW_ERR_WRITE) {
    cli_system_error(run, status, options.spool_dir);
  }
  return cli_report_status(run, status);
}

TwStatus
cli_fusing_open(CliRun* run, CliFusing* fusing)
{
  *fusing = (CliFusing){
    .run = run, .notes = {.arena = run->arena}, .start = cli_now_ms()};
  size_t n_paths = 0;
  const char* const* const paths = cli_values(run, "output", &n_paths);
  run->notes = &fusing->notes;
  cli_catch_signals();
  if (!paths || !n_paths) {
    TwBuf hint = TW_BUF_INIT;
    tw_buf_addf(&hint,
                "triplewire %s -o DIR writes everything to a folder, "
                "-o FILE.ttl the graph alone",
                run->verb->name);
    cli_usage_error(run, CLI_CODE_OPERAND, hint.s,
                    "%s needs to know where to write", run->verb->name);
    tw_buf_clear(&hint);
    return TW_ERR_USAGE;
  }
  TW_TRY(tw_targets_open(paths, n_paths, cli_has(run, "per-document"),
                         &run->sink, &fusing->targets));
  return open_job(fusing);
}

bool
cli_fusing_wants_facts(const CliFusing* fusing)
{
  return tw_targets_want_parts(fusing->targets);
}

TwStatus
cli_fusing_add(CliFusing* fusing, const TwRaw* raw, const TwReading* reading,
               TwStr facts)
{
  const TwDocument* const document = reading->document;
  const TwStatus status =
    tw_job_add(fusing->job, raw, reading, &fusing->run->sink);
  if (status == TW_ERR_WRITE) {
    cli_system_error(fusing->run, status,
                     tw_targets_spool_dir(fusing->targets));
  }
  if (status == TW_NONE) {
    return TW_OK; /* Another article has the same text */
  }
  return status == TW_OK && tw_targets_want_parts(fusing->targets)
           ? tw_targets_part(fusing->targets, document->id, document->sha256,
                             facts)
           : status;
}

int
cli_fusing_end(CliFusing* fusing, TwStatus status, const CliTally* tally)
{
  CliRun* const run = fusing->run;
  CliTime time = {.reading = cli_now_ms() - fusing->start};
  if (status == TW_OK) {
    status = write_all(fusing, tally);
  }
  cli_tell_held_back(run);
  const int code = cli_reading_exit(run, status, tally);
  if (status == TW_OK) {
    const TwGraph* const graph = tw_job_graph(fusing->job);
    time.all = cli_now_ms() - fusing->start;
    cli_summary(run, graph, tally, tally->n_read - graph->n_documents, &time);
  }
  run->notes = NULL;
  tw_targets_abort(fusing->targets);
  tw_job_free(fusing->job);
  tw_corrections_free(fusing->corrections);
  return code;
}
