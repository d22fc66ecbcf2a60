/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "cli/counter.h"
#include "cli/model.h"
#include "cli/signals.h"
#include "cli/verbs.h"
#include "cli/worker.h"
#include "output/label.h"

#include <string.h>

typedef struct {
  CliRun* run;
  TwExtract* extract;
  TwWriter* writer;
  bool in_chars; /* Offsets count code points, not bytes */
} Job;

/* The value of a time or number; of a name the thing it stands for. */
static TwStr
value_of(const TwArticle* article, const TwAnnotation* annotation)
{
  return annotation->value.len || annotation->entity == TW_NO_ENTITY
           ? annotation->value
           : article->entities.at[annotation->entity].name;
}

static void
add_row(TwBuf* out, const TwArticle* article, const TwAnnotation* annotation,
        CliCounter* counter)
{
  const TwSpan span =
    tw_article_span(article, annotation->first, annotation->end);
  tw_label_cell(out, article->document->id);
  tw_buf_addf(out, "\t%zu", cli_count_to(counter, span.start));
  tw_buf_addf(out, "\t%zu\t", cli_count_to(counter, span.end));
  tw_buf_add(out, tw_type_name(annotation->type));
  tw_buf_add_char(out, '\t');
  tw_label_cell(out, value_of(article, annotation));
  tw_buf_add_char(out, '\t');
  tw_label_cell(out,
                tw_str_slice(article->document->source, span.start, span.end));
  tw_buf_add_char(out, '\n');
}

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
  const TwArticle* article = NULL;
  tw_buf_reset(&worker->text);
  TwSenseVec senses = {NULL, 0, 0};
  TW_TRY(tw_reader_senses(worker->reader, raw, sink, &article, &senses));
  CliCounter counter = {.source = article->document->source,
                        .in_chars = job->in_chars};
  for (size_t i = 0; i < senses.count; ++i) {
    add_row(&worker->text, article, &senses.at[i], &counter);
  }
  return tw_buf_status(&worker->text);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Job* const job = data;
  const CliWorker* const worker = worker_data;
  tw_writer_add(job->writer, tw_buf_str(&worker->text));
  return TW_OK;
}

static int
read_all(Job* job, const TwSourceOptions* sources, size_t n_workers)
{
  const CliStage stage = {.data = job,
                          .open = open_worker,
                          .close = cli_worker_close,
                          .work = work,
                          .deliver = deliver};
  CliTally tally;
  TwStatus status = tw_writer_open("-", &job->writer);
  if (status != TW_OK) {
    return cli_system_error(job->run, status, "-");
  }
  tw_writer_addf(job->writer, "#doc\tstart\tend\ttype\tvalue\ttext\n");
  const TwStatus read =
    cli_pipeline_run(job->run, sources, &stage, n_workers, &tally);
  status = tw_writer_commit(job->writer);
  if (status != TW_OK) {
    return cli_system_error(job->run, status, "-");
  }
  return cli_reading_exit(job->run, read, &tally);
}

static int
run_mentions(CliRun* run)
{
  const char* const unit = cli_value(run, "unit");
  Job job = {.run = run, .in_chars = unit && !strcmp(unit, "char")};
  TwSourceOptions sources;
  size_t n_workers = 0;
  if (!cli_pipeline_workers(run, &n_workers) ||
      !cli_pipeline_sources(run, &sources)) {
    return tw_status_exit(TW_ERR_USAGE);
  }
  cli_catch_signals();
  const TwStatus status = cli_open_extract(run, &job.extract);
  const int code = status == TW_OK ? read_all(&job, &sources, n_workers)
                                   : tw_status_exit(status);
  tw_extract_free(job.extract);
  return code;
}

static const CliOption options[] = {
  {"unit", 'u', "byte|char",
   "Count start and end in bytes of the source or in code points"},
  CLI_READING_OPTIONS,
};

const CliVerb cli_verb_mentions = {
  .name = "mentions",
  .operands = "[FILE|DIR|-]...",
  .summary = "Show which names, dates and numbers are recognised",
  .text =
    "Reads articles as build does and prints what was recognised in them "
    "before any rule, as tab-separated lines: document, start, end, type, "
    "value, text. The value of a date is its ISO 8601 form, that of a number "
    "the number, that of a name the longest form of it in the article. "
    "Beside names stand those that nouns tell of, without a value: bodies "
    "(\"the Peruvian government\", \"the group\") and people that a name tells "
    "apart (\"Peruvian soldiers\", \"the people of Lima\"), both as bodies, "
    "facilities (\"the hospital\") and people by their titles (\"the mayor of "
    "Lima\"). Words that point to a name, \"he\", have that name as their "
    "value where it is known who is meant. A country that does something or "
    "takes part in it is given as GovernmentBody, one that says whose a thing "
    "is as Nationality.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = SIZE_MAX,
  .run = run_mentions,
};
