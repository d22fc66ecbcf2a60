/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/file.h"
#include "cli/counter.h"
#include "cli/rules.h"
#include "cli/signals.h"
#include "extract/syntax/participant.h"
#include "output/label.h"

#include <string.h>

typedef struct {
  CliRules* rules;
  TwWriter* writer;
  bool in_chars; /* Offsets count code points, not bytes */
} Job;

typedef struct {
  const Job* job;
  TwReader* reader;
  TwArena* arena; /* Of one document */
  TwBuf rows;
} Worker;

/** A document whose triggers are told. */
typedef struct {
  Worker* worker;
  const TwArticle* article;
  CliCounter counter;
} Reading;

static void
add_row(Reading* reading, const TwPositions* positions, TwStr part,
        uint32_t token, size_t start)
{
  const TwArticle* const article = reading->article;
  const TwToken* const trigger = &article->tokens.at[positions->token];
  TwBuf* const rows = &reading->worker->rows;
  tw_label_cell(rows, article->document->id);
  tw_buf_addf(rows, "\t%zu", cli_count_to(&reading->counter, trigger->start));
  tw_buf_addf(rows, "\t%.*s\t", TW_STR_ARG(part));
  tw_buf_addf(rows, "%zu\t", cli_count_to(&reading->counter, start));
  tw_label_cell(rows, tw_article_text(article, token, token + 1));
  tw_buf_addf(rows, "\t%.*s\t", TW_STR_ARG(tw_form_name(positions->form)));
  tw_label_cell(rows, trigger->lemma);
  tw_buf_add_char(rows, '\n');
}

/* A noun beside which nobody stands is no trigger worth a line. */
static void
add_trigger(Reading* reading, const TwSentence* sentence, uint32_t token)
{
  const TwExtract* const extract = reading->worker->job->rules->extract;
  TwArena* const arena = reading->worker->arena;
  TwPositions positions;
  TwParticipantVec parts = {NULL, 0, 0};
  if (!tw_positions_read(tw_extract_grammar(extract), reading->article,
                         sentence, token, arena, &positions)) {
    return;
  }
  tw_participants_read(tw_extract_participants(extract), reading->article,
                       sentence, &positions, arena, &parts);
  if (!parts.count && positions.form == TW_FORM_NOMINAL) {
    return;
  }
  add_row(reading, &positions, TW_STR("trigger"), token,
          reading->article->tokens.at[token].start);
  for (size_t i = 0; i < parts.count; ++i) {
    add_row(reading, &positions, tw_part_name(parts.at[i].part),
            parts.at[i].token, parts.at[i].start);
  }
}

/* "the ARRESTED man" */
static bool
is_participle(const TwToken* token)
{
  return token->tag == TW_TAG_VBN || token->tag == TW_TAG_VBD ||
         token->tag == TW_TAG_VBG;
}

static void
add_sentence(Reading* reading, const TwSentence* sentence)
{
  for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
    const TwGroup* const group = &reading->article->groups.at[g];
    for (uint32_t i = group->first; i < group->end; ++i) {
      if (i == group->head || is_participle(&reading->article->tokens.at[i])) {
        add_trigger(reading, sentence, i);
      }
    }
  }
}

static void*
open_worker(void* data)
{
  Job* const job = data;
  Worker* const worker = TW_NEW(job->rules->run->arena, Worker, 1);
  if (worker) {
    worker->job = job;
    worker->reader = tw_reader_new(job->rules->extract);
    worker->arena = tw_arena_new(0);
  }
  return worker && worker->reader && worker->arena ? worker : NULL;
}

static void
close_worker(void* data)
{
  Worker* const worker = data;
  if (worker) {
    tw_reader_free(worker->reader);
    tw_arena_free(worker->arena);
    tw_buf_clear(&worker->rows);
  }
}

static TwStatus
work(void* data, const TwRaw* raw, TwDiagSink* sink)
{
  Worker* const worker = data;
  Reading reading = {.worker = worker};
  tw_buf_reset(&worker->rows);
  tw_arena_reset(worker->arena);
  TW_TRY(tw_reader_groups(worker->reader, raw, sink, &reading.article));
  reading.counter = (CliCounter){.source = reading.article->document->source,
                                 .in_chars = worker->job->in_chars};
  for (size_t i = 0; i < reading.article->sentences.count; ++i) {
    add_sentence(&reading, &reading.article->sentences.at[i]);
  }
  return tw_arena_failed(worker->arena) ? TW_ERR_NOMEM
                                        : tw_buf_status(&worker->rows);
}

static TwStatus
deliver(void* data, void* worker_data)
{
  Job* const job = data;
  const Worker* const worker = worker_data;
  tw_writer_add(job->writer, tw_buf_str(&worker->rows));
  return TW_OK;
}

static int
read_all(Job* job, const TwSourceOptions* sources, size_t n_workers)
{
  CliRun* const run = job->rules->run;
  const CliStage stage = {.data = job,
                          .open = open_worker,
                          .close = close_worker,
                          .work = work,
                          .deliver = deliver};
  CliTally tally;
  TwStatus status = tw_writer_open("-", &job->writer);
  if (status != TW_OK) {
    return cli_system_error(run, status, "-");
  }
  tw_writer_addf(job->writer,
                 "#article\ttrigger\trole\thead\tword\tform\tlemma\n");
  const TwStatus read =
    cli_pipeline_run(run, sources, &stage, n_workers, &tally);
  status = tw_writer_commit(job->writer);
  return status == TW_OK ? cli_reading_exit(run, read, &tally)
                         : cli_system_error(run, status, "-");
}

TwStatus
cli_rules_positions(CliRules* job)
{
  CliRun* const run = job->run;
  const char* const unit = cli_value(run, "unit");
  Job own = {.rules = job, .in_chars = unit && !strcmp(unit, "char")};
  TwSourceOptions sources;
  size_t n_workers = 0;
  if (!cli_pipeline_workers(run, &n_workers) ||
      !cli_pipeline_sources(run, &sources)) {
    return TW_ERR_USAGE;
  }
  cli_catch_signals();
  /* What stands behind the action is the corpus. */
  ++run->operands.at;
  --run->operands.count;
  job->code = read_all(&own, &sources, n_workers);
  return TW_OK;
}
