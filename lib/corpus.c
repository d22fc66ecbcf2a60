/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"
#include "lib/engine.h"
#include "lib/notes.h"
#include "lib/target.h"

#include <stdio.h>
#include <string.h>

#define TEMPORARY_DIR "/tmp"
#define CODE_EMPTY 1003
#define CODE_BAD_BYTES 1004
#define CODE_TOO_LARGE 1007
#define CODE_RULE_LIMIT 3201

struct TwCorpus {
  TwArena* arena;
  const TwEngine* engine;
  TwCorpusSettings settings;
  TwDiagSink sink;
  TwReader* reader;
  TwJob* job;
  bool is_fused;
  size_t n_texts; /* Given as text, to name those without an id */
  TwRun run;
  TwNotes notes;
  TwBuf made;
};

static void
tell(void* data, const TwDiag* diag)
{
  TwCorpus* const corpus = data;
  corpus->run.n_skipped_rules += diag->code == CODE_RULE_LIMIT;
  if (!corpus->is_fused) {
    tw_notes_add(&corpus->notes, diag);
  }
  tw_engine_tell(corpus->engine, diag);
}

static TwStatus
open_job(TwCorpus* corpus)
{
  static const TwDirect direct[] = {[TW_TRIPLES_SAFE] = TW_DIRECT_SAFE,
                                    [TW_TRIPLES_ALL] = TW_DIRECT_ALL,
                                    [TW_TRIPLES_NONE] = TW_DIRECT_NONE};
  const TwCorpusSettings* const settings = &corpus->settings;
  if ((unsigned)settings->triples > TW_TRIPLES_NONE) {
    return TW_ERR_USAGE;
  }
  const TwJobOptions options = {.fuse = {.base = tw_str(settings->base),
                                         .direct = direct[settings->triples]},
                                .title = tw_str(settings->title),
                                .max_nodes = settings->max_nodes,
                                .spool_dir = settings->temporary_dir
                                               ? settings->temporary_dir
                                               : TEMPORARY_DIR};
  return tw_job_open(&options, &corpus->job);
}

TwOutcome
tw_corpus_new(const TwEngine* engine, const TwCorpusSettings* settings,
              TwCorpus** out_corpus)
{
  TwArena* const arena = tw_arena_new(0);
  TwCorpus* const corpus = arena ? TW_NEW(arena, TwCorpus, 1) : NULL;
  *out_corpus = NULL;
  if (!corpus) {
    tw_arena_free(arena);
    return TW_BROKEN;
  }
  corpus->arena = arena;
  corpus->engine = engine;
  corpus->sink.report = tell;
  corpus->sink.data = corpus;
  corpus->notes.arena = arena;
  corpus->run.version = PACKAGE_VERSION;
  if (settings) {
    const size_t known = sizeof(corpus->settings);
    memcpy(&corpus->settings, settings,
           settings->size < known ? settings->size : known);
  }
  corpus->reader = tw_reader_new(tw_engine_extract(engine));
  const TwStatus status = corpus->reader ? open_job(corpus) : TW_ERR_NOMEM;
  if (status != TW_OK) {
    tw_corpus_free(corpus);
    return tw_outcome_of(status);
  }
  *out_corpus = corpus;
  return TW_DONE;
}

void
tw_corpus_free(TwCorpus* corpus)
{
  if (corpus) {
    tw_job_free(corpus->job);
    tw_reader_free(corpus->reader);
    tw_buf_clear(&corpus->made);
    tw_arena_free(corpus->arena);
  }
}

/* Reads a document and adds what it says. */
static TwStatus
take(void* data, const TwRaw* raw)
{
  TwCorpus* const corpus = data;
  const TwReading* reading = NULL;
  TW_TRY(tw_reader_run(corpus->reader, raw, &corpus->sink, &reading));
  const TwStatus status = tw_job_add(corpus->job, raw, reading, &corpus->sink);
  if (status == TW_OK || status == TW_NONE) {
    ++corpus->run.n_read;
    corpus->run.n_bytes += raw->text.len;
    return TW_OK;
  }
  return status;
}

static TwStatus
set_aside(TwCorpus* corpus, int code, TwStr name, TwStatus status,
          const char* message)
{
  ++corpus->run.n_set_aside;
  if (message) {
    tw_diag_error(&corpus->sink, code, name, "%s", message);
  }
  return status;
}

static TwStatus
take_checked(TwCorpus* corpus, const TwRaw* raw)
{
  const size_t limit = corpus->settings.max_bytes;
  if (limit && raw->text.len > limit) {
    return set_aside(corpus, CODE_TOO_LARGE, raw->name, TW_ERR_LIMIT,
                     "this document is larger than the limit");
  }
  if (!tw_str_trim(raw->text).len) {
    return set_aside(corpus, CODE_EMPTY, raw->name, TW_ERR_INPUT,
                     "this document is empty");
  }
  if (tw_utf8_valid_prefix(raw->text) < raw->text.len) {
    return set_aside(corpus, CODE_BAD_BYTES, raw->name, TW_ERR_ENCODING,
                     "this document is not UTF-8");
  }
  const TwStatus status = take(corpus, raw);
  return status == TW_ERR_INPUT || status == TW_ERR_ENCODING ||
             status == TW_ERR_LIMIT
           ? set_aside(corpus, 0, raw->name, status, NULL)
           : status;
}

TwOutcome
tw_corpus_add_text(TwCorpus* corpus, const TwInput* input)
{
  TwInput own = {.size = 0};
  char id[32];
  if (corpus->is_fused || !input) {
    return TW_WRONG_CALL;
  }
  memcpy(&own, input, input->size < sizeof(own) ? input->size : sizeof(own));
  snprintf(id, sizeof(id), "text-%zu", ++corpus->n_texts);
  const TwStr name = tw_str(own.id && own.id[0] ? own.id : id);
  const TwRaw raw = {.name = name,
                     .id = name,
                     .text = {own.text, own.text ? own.length : 0},
                     .url = tw_str(own.url),
                     .publisher = tw_str(own.publisher),
                     .title = tw_str(own.title),
                     .language = tw_str(own.language),
                     .date = tw_str(own.date)};
  return tw_outcome_of(take_checked(corpus, &raw));
}

TwOutcome
tw_corpus_add_path(TwCorpus* corpus, const char* path)
{
  const TwSourceOptions options = {.max_bytes = corpus->settings.max_bytes};
  TwSourceTally tally = {0, 0};
  if (corpus->is_fused || !path) {
    return TW_WRONG_CALL;
  }
  const TwStatus status =
    tw_source_each(&path, 1, &options, &corpus->sink, take, corpus, &tally);
  corpus->run.n_set_aside += tally.n_set_aside;
  return tw_outcome_of(status);
}

static TwStatus
fuse(TwCorpus* corpus)
{
  corpus->is_fused = true;
  corpus->run.notes = tw_notes_sorted(&corpus->notes);
  corpus->run.n_notes = corpus->notes.lines.count;
  tw_job_tell(corpus->job, &corpus->run);
  return tw_job_fuse(corpus->job);
}

static TwStatus
make(TwCorpus* corpus, const TwProduct* product)
{
  TwWriter* writer = NULL;
  tw_buf_reset(&corpus->made);
  TW_TRY(fuse(corpus));
  TW_TRY(tw_writer_open_text(&corpus->made, &writer));
  const TwStatus status = product->write(corpus->job, &corpus->sink, writer);
  if (status != TW_OK) {
    tw_writer_abort(writer);
    return status;
  }
  return tw_writer_commit(writer) == TW_OK ? TW_OK : TW_ERR_NOMEM;
}

TwOutcome
tw_corpus_make(TwCorpus* corpus, const char* form, const char** out_bytes,
               size_t* out_length)
{
  char suffix[16];
  snprintf(suffix, sizeof(suffix), ".%s", form ? form : "");
  const TwProduct* const product = tw_product_find(tw_str(suffix));
  if (!product || strcmp(product->suffix, suffix)) {
    return TW_WRONG_CALL;
  }
  const TwStatus status = make(corpus, product);
  if (status == TW_OK) {
    *out_bytes = corpus->made.s ? corpus->made.s : "";
    *out_length = corpus->made.len;
  }
  return tw_outcome_of(status);
}

TwOutcome
tw_corpus_save(TwCorpus* corpus, const char* dir)
{
  TwTargets* targets = NULL;
  const TwStr parts[] = {tw_str(dir), {NULL, 0}};
  const char* const path =
    tw_arena_join(corpus->arena, parts, 2, TW_STR("/")).s;
  if (!dir || !dir[0]) {
    return TW_WRONG_CALL;
  }
  if (!path) {
    return TW_BROKEN;
  }
  TwStatus status = tw_targets_open(&path, 1, false, &corpus->sink, &targets);
  if (status == TW_OK) {
    status = fuse(corpus);
    if (status == TW_OK) {
      status = tw_targets_write(targets, corpus->job);
    } else {
      tw_targets_abort(targets);
    }
  }
  return tw_outcome_of(status);
}
