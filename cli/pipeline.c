/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/pipeline.h"

#include "cli/capture.h"
#include "cli/progress.h"
#include "cli/signals.h"

#include <pthread.h>
#include <unistd.h>

#define SLOTS_A_WORKER 4
#define MAX_WORKERS 256
#define MAX_BYTES (UINT64_C(16) << 20)

/** A document on its way. */
typedef struct {
  TwArena* arena;
  TwRaw raw;
  CliCapture before; /* What the reading of files said before this one */
} Slot;

/** Documents stand in a ring: number `n` in slot `n % n_slots`. `n_in` have
 * been put in, `n_taken` taken by workers, `n_out` delivered. */
typedef struct {
  CliRun* run;
  const CliStage* stage;
  Slot* slots;
  size_t n_slots;
  size_t n_in;
  size_t n_taken;
  size_t n_out;
  bool is_closed;  /* No more will come */
  TwStatus status; /* The first that ends the run */
  CliTally tally;
  CliProgress progress;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  pthread_cond_t half_empty; /* For who puts in, once the ring was full */
} Pipeline;

typedef struct {
  Pipeline* pipeline;
  void* state;
  TwArena* arena; /* Of the messages of one document */
  pthread_t thread;
} Worker;

static bool
sets_aside(TwStatus status)
{
  return status == TW_ERR_INPUT || status == TW_ERR_ENCODING ||
         status == TW_ERR_LIMIT;
}

static bool
copy_raw(TwArena* arena, const TwRaw* raw, TwRaw* out)
{
  const TwStr* const from[] = {&raw->name,     &raw->id,        &raw->text,
                               &raw->url,      &raw->publisher, &raw->title,
                               &raw->language, &raw->date};
  TwStr* const to[] = {&out->name,     &out->id,        &out->text,
                       &out->url,      &out->publisher, &out->title,
                       &out->language, &out->date};
  for (size_t i = 0; i < sizeof(to) / sizeof(to[0]); ++i) {
    *to[i] = tw_arena_copy(arena, *from[i]);
  }
  return !tw_arena_failed(arena);
}

/* Counts and hands on what a worker has made of a document; its turn has
 * come. */
static void
deliver(Pipeline* pipeline, Worker* worker, Slot* slot, CliCapture* said,
        TwStatus status)
{
  if (slot->before.kept.count || said->kept.count) {
    cli_progress_close(&pipeline->progress);
  }
  cli_capture_replay(&slot->before, &pipeline->run->sink);
  cli_capture_replay(said, &pipeline->run->sink);
  if (status == TW_OK && pipeline->status == TW_OK) {
    status = pipeline->stage->deliver(pipeline->stage->data, worker->state);
  }
  if (status == TW_OK) {
    ++pipeline->tally.n_read;
    pipeline->tally.n_bytes += slot->raw.text.len;
  } else if (sets_aside(status)) {
    ++pipeline->tally.n_set_aside;
  } else if (pipeline->status == TW_OK) {
    pipeline->status = status;
  }
  cli_progress_show(&pipeline->progress, pipeline->tally.n_read,
                    pipeline->tally.n_bytes);
}

static bool
is_half_empty(const Pipeline* pipeline)
{
  return pipeline->n_in - pipeline->n_out <= pipeline->n_slots / 2;
}

static void*
run_worker(void* data)
{
  Worker* const worker = data;
  Pipeline* const pipeline = worker->pipeline;
  pthread_mutex_lock(&pipeline->lock);
  for (;;) {
    while (pipeline->n_taken == pipeline->n_in && !pipeline->is_closed) {
      pthread_cond_wait(&pipeline->changed, &pipeline->lock);
    }
    if (pipeline->n_taken == pipeline->n_in) {
      break;
    }
    const size_t number = pipeline->n_taken++;
    Slot* const slot = &pipeline->slots[number % pipeline->n_slots];
    const bool is_over = pipeline->status != TW_OK;
    pthread_mutex_unlock(&pipeline->lock);

    CliCapture said;
    tw_arena_reset(worker->arena);
    cli_capture_init(&said, worker->arena);
    const TwStatus status =
      is_over ? TW_OK
              : pipeline->stage->work(worker->state, &slot->raw, &said.sink);

    pthread_mutex_lock(&pipeline->lock);
    while (pipeline->n_out != number) {
      pthread_cond_wait(&pipeline->changed, &pipeline->lock);
    }
    deliver(pipeline, worker, slot, &said, status);
    ++pipeline->n_out;
    pthread_cond_broadcast(&pipeline->changed);
    if (is_half_empty(pipeline)) {
      pthread_cond_signal(&pipeline->half_empty);
    }
  }
  pthread_mutex_unlock(&pipeline->lock);
  return NULL;
}

static Slot*
next_slot(Pipeline* pipeline)
{
  return &pipeline->slots[pipeline->n_in % pipeline->n_slots];
}

/* Puts a copy of the document in the ring. The slot's messages are those that
 * came since the last one. */
static TwStatus
put_in(void* data, const TwRaw* raw)
{
  Pipeline* const pipeline = data;
  Slot* const slot = next_slot(pipeline);
  if (cli_caught_signal()) {
    return TW_NONE;
  }
  if (!copy_raw(slot->arena, raw, &slot->raw)) {
    return TW_ERR_NOMEM;
  }
  pthread_mutex_lock(&pipeline->lock);
  ++pipeline->n_in;
  pthread_cond_broadcast(&pipeline->changed);
  if (pipeline->n_in - pipeline->n_out == pipeline->n_slots) {
    /* Not for one place: threads on one processor would take turns for each */
    while (!is_half_empty(pipeline)) {
      pthread_cond_wait(&pipeline->half_empty, &pipeline->lock);
    }
  }
  const TwStatus status = pipeline->status;
  pthread_mutex_unlock(&pipeline->lock);
  Slot* const next = next_slot(pipeline);
  tw_arena_reset(next->arena);
  cli_capture_reset(&next->before);
  return status;
}

/* Messages of the reading of files go to the document being put in. */
static void
report_before(void* data, const TwDiag* diag)
{
  tw_diag_report(&next_slot(data)->before.sink, diag);
}

static void
close_ring(Pipeline* pipeline)
{
  pthread_mutex_lock(&pipeline->lock);
  pipeline->is_closed = true;
  pthread_cond_broadcast(&pipeline->changed);
  pthread_mutex_unlock(&pipeline->lock);
}

static TwStatus
read_all(Pipeline* pipeline, const TwSourceOptions* options)
{
  static const char* const standard_input[] = {"-"};
  const CliRun* const run = pipeline->run;
  const bool has_paths = run->operands.count;
  TwSourceTally tally = {0, 0};
  TwDiagSink sink = {.report = report_before, .data = pipeline};
  if (cli_caught_signal()) {
    return TW_NONE; /* It came while rules were compiled */
  }
  const TwStatus status =
    tw_source_each(has_paths ? run->operands.at : standard_input,
                   has_paths ? run->operands.count : 1, options, &sink, put_in,
                   pipeline, &tally);
  pipeline->tally.n_set_aside += tally.n_set_aside;
  return status;
}

static TwStatus
open_slots(Pipeline* pipeline)
{
  TwArena* const arena = pipeline->run->arena;
  pipeline->slots = TW_NEW(arena, Slot, pipeline->n_slots);
  for (size_t i = 0; pipeline->slots && i < pipeline->n_slots; ++i) {
    Slot* const slot = &pipeline->slots[i];
    slot->arena = tw_arena_new(0);
    if (!slot->arena) {
      return TW_ERR_NOMEM;
    }
    cli_capture_init(&slot->before, slot->arena);
  }
  return pipeline->slots ? TW_OK : TW_ERR_NOMEM;
}

static void
close_slots(Pipeline* pipeline)
{
  for (size_t i = 0; pipeline->slots && i < pipeline->n_slots; ++i) {
    tw_arena_free(pipeline->slots[i].arena);
  }
}

/* Starts workers until one cannot be; returns how many run. */
static size_t
start(Pipeline* pipeline, Worker* workers, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    Worker* const worker = &workers[i];
    worker->pipeline = pipeline;
    worker->arena = tw_arena_new(0);
    worker->state = pipeline->stage->open(pipeline->stage->data);
    if (!worker->arena || !worker->state ||
        pthread_create(&worker->thread, NULL, run_worker, worker)) {
      pipeline->stage->close(worker->state);
      tw_arena_free(worker->arena);
      return i;
    }
  }
  return n;
}

static void
finish(Pipeline* pipeline, Worker* workers, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    pthread_join(workers[i].thread, NULL);
    pipeline->stage->close(workers[i].state);
    tw_arena_free(workers[i].arena);
  }
}

/* The first status that says why nothing, or not all, was read. */
static TwStatus
judge(const Pipeline* pipeline, TwStatus read)
{
  if (cli_caught_signal()) {
    return TW_NONE;
  }
  if (pipeline->status != TW_OK) {
    return pipeline->status;
  }
  return read == TW_OK && !pipeline->tally.n_read ? TW_ERR_INPUT : read;
}

bool
cli_pipeline_workers(CliRun* run, size_t* out_n)
{
  const long n_processors = sysconf(_SC_NPROCESSORS_ONLN);
  uint64_t n = n_processors > 0 ? (uint64_t)n_processors : 1;
  if (!cli_number(run, "jobs", 1, MAX_WORKERS, n, &n)) {
    return false;
  }
  *out_n = n < MAX_WORKERS ? (size_t)n : MAX_WORKERS;
  return true;
}

bool
cli_pipeline_sources(CliRun* run, TwSourceOptions* out_options)
{
  uint64_t max_bytes = 0;
  if (!cli_number(run, "max-bytes", 1, SIZE_MAX / 2, MAX_BYTES, &max_bytes)) {
    return false;
  }
  *out_options = (TwSourceOptions){.encoding = cli_value(run, "encoding"),
                                   .max_bytes = (size_t)max_bytes};
  return true;
}

TwStatus
cli_pipeline_run(CliRun* run, const TwSourceOptions* options,
                 const CliStage* stage, size_t n_workers, CliTally* out_tally)
{
  Pipeline pipeline = {.run = run,
                       .stage = stage,
                       .n_slots = (n_workers + 1) * SLOTS_A_WORKER,
                       .lock = PTHREAD_MUTEX_INITIALIZER,
                       .changed = PTHREAD_COND_INITIALIZER,
                       .half_empty = PTHREAD_COND_INITIALIZER};
  Worker* const workers = TW_NEW(run->arena, Worker, n_workers);
  TwStatus status = workers ? open_slots(&pipeline) : TW_ERR_NOMEM;
  cli_progress_open(&pipeline.progress, run->is_terminal && !run->is_quiet);
  if (status == TW_OK) {
    cli_hold_signals(true);
    const size_t n = start(&pipeline, workers, n_workers);
    cli_hold_signals(false);
    status = n ? read_all(&pipeline, options) : TW_ERR_NOMEM;
    close_ring(&pipeline);
    finish(&pipeline, workers, n);
    cli_capture_replay(&next_slot(&pipeline)->before, &run->sink);
    status = judge(&pipeline, status);
  }
  cli_progress_close(&pipeline.progress);
  close_slots(&pipeline);
  *out_tally = pipeline.tally;
  return status;
}
