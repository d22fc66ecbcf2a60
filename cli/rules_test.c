/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/capture.h"
#include "cli/json.h"
#include "cli/rules.h"
#include "cli/rules_example.h"
#include "extract/pack/lint.h"

#include <pthread.h>
#include <stdatomic.h>

#define CODE_EXAMPLE 2160

/* Each makes machine code of the rules for itself. */
#define MAX_WORKERS 16

typedef struct Outcome Outcome;
typedef struct Worker Worker;

typedef struct {
  CliRules* job;
  CliJson json;
  bool is_json;
  Outcome* outcomes; /* Of all examples, in the order of the packs */
  size_t n_examples;
  atomic_size_t next; /* The first one that nobody has taken */
  size_t n_wrong;
  size_t n_lacking; /* Kinds of examples that rules do not have */
} Test;

/** An example that gives something else than it says. */
typedef struct {
  const TwRule* rule;
  const TwExample* example;
  TwStr wanted;
  TwStr got;
  TwStr differs; ///< Names of roles, joined by ", "; empty if nothing was got
} Wrong;

static void
tell_wrong(CliRules* job, const Wrong* wrong)
{
  TwBuf hint = TW_BUF_INIT;
  TwBuf message = TW_BUF_INIT;
  tw_buf_addf(&message, "rule \"%.*s\" does not read its example as it says",
              TW_STR_ARG(wrong->rule->id));
  tw_buf_addf(&hint, "wanted: %.*s; got: %.*s", TW_STR_ARG(wrong->wanted),
              TW_STR_ARG(wrong->got));
  if (wrong->differs.len) {
    tw_buf_addf(&hint, "; differs in: %.*s", TW_STR_ARG(wrong->differs));
  }
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = CODE_EXAMPLE,
                       .file = wrong->rule->file,
                       .line = wrong->example->line,
                       .message = tw_buf_str(&message),
                       .source = wrong->example->text,
                       .hint = tw_buf_str(&hint)};
  tw_diag_report(&job->run->sink, &diag);
  tw_buf_clear(&hint);
  tw_buf_clear(&message);
}

static void
wrong_json(CliJson* json, const Wrong* wrong)
{
  TwStr rest = wrong->differs;
  TwStr name = {NULL, 0};
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "rule", wrong->rule->id);
  cli_json_text(json, "file", wrong->rule->file);
  cli_json_number(json, "line", wrong->example->line);
  cli_json_text(json, "text", wrong->example->text);
  cli_json_text(json, "wanted", wrong->wanted);
  cli_json_text(json, "got", wrong->got);
  cli_json_open(json, "differs", '[');
  while (tw_str_next(&rest, ',', &name)) {
    cli_json_text(json, NULL, tw_str_trim(name));
  }
  cli_json_close(json, ']');
  cli_json_close(json, '}');
}

/* --- Reading --- */

/** What came of an example. */
struct Outcome {
  const TwRule* rule;
  const TwExample* example;
  bool is_wrong;
  TwStr got;
  TwStr differs;
  const Worker* worker; ///< Who read it, and which of its messages are about it
  size_t first_message;
  size_t end_message;
};

struct Worker {
  Test* test;
  TwReader* reader;
  TwArena* arena; ///< Of one example
  TwArena* kept;  ///< Of what is told at the end
  CliCapture capture;
  TwStatus status;
};

static TwStr
keep(Worker* worker, const TwBuf* buf)
{
  return tw_arena_copy(worker->kept, tw_buf_str(buf));
}

static void
keep_wrong(Worker* worker, const TwReading* reading, const TwBuf* got,
           Outcome* outcome)
{
  TwBuf differs = TW_BUF_INIT;
  outcome->is_wrong = true;
  outcome->got = keep(worker, got);
  if (!tw_str_equal(outcome->got, TW_STR("none"))) {
    size_t from = 0;
    TwStr name = cli_example_differs(outcome->rule, outcome->example, reading,
                                     worker->arena, &from);
    while (name.len) {
      tw_buf_add(&differs, differs.len ? TW_STR(", ") : tw_str(NULL));
      tw_buf_add(&differs, name);
      name = cli_example_differs(outcome->rule, outcome->example, reading,
                                 worker->arena, &from);
    }
  }
  outcome->differs = keep(worker, &differs);
  tw_buf_clear(&differs);
}

static TwStatus
read_example(Worker* worker, Outcome* outcome)
{
  const TwRule* const rule = outcome->rule;
  const TwRaw raw = {.name = rule->id,
                     .id = rule->id,
                     .text = outcome->example->text,
                     .language = rule->language,
                     .date = outcome->example->date};
  const TwReading* reading = NULL;
  TwBuf got = TW_BUF_INIT;
  outcome->worker = worker;
  outcome->first_message = worker->capture.kept.count;
  TW_TRY(tw_reader_run(worker->reader, &raw, &worker->capture.sink, &reading));
  outcome->end_message = worker->capture.kept.count;
  tw_arena_reset(worker->arena);
  if (!cli_example_holds(rule, outcome->example, reading, worker->arena,
                         &got)) {
    keep_wrong(worker, reading, &got, outcome);
  }
  const TwStatus status = tw_buf_status(&got);
  tw_buf_clear(&got);
  return tw_arena_failed(worker->arena) || tw_arena_failed(worker->kept)
           ? TW_ERR_NOMEM
           : status;
}

/* Takes one example after the other until none is left. */
static void*
read_some(void* data)
{
  Worker* const worker = data;
  Test* const test = worker->test;
  for (;;) {
    const size_t i = atomic_fetch_add(&test->next, 1);
    if (i >= test->n_examples || worker->status != TW_OK) {
      return NULL;
    }
    worker->status = read_example(worker, &test->outcomes[i]);
  }
}

static TwStatus
open_worker(Test* test, Worker* worker)
{
  *worker = (Worker){.test = test,
                     .reader = tw_reader_new(test->job->extract),
                     .arena = tw_arena_new(0),
                     .kept = tw_arena_new(0)};
  cli_capture_init(&worker->capture, worker->kept);
  return worker->reader && worker->arena && worker->kept ? TW_OK : TW_ERR_NOMEM;
}

static void
close_worker(Worker* worker)
{
  tw_reader_free(worker->reader);
  tw_arena_free(worker->arena);
  tw_arena_free(worker->kept);
}

/* Reads in several threads; a thread that cannot be had is done without. */
static TwStatus
read_all(Worker* workers, size_t n_workers)
{
  pthread_t threads[MAX_WORKERS];
  bool is_running[MAX_WORKERS] = {false};
  for (size_t i = 1; i < n_workers; ++i) {
    is_running[i] = !pthread_create(&threads[i], NULL, read_some, &workers[i]);
  }
  read_some(&workers[0]);
  TwStatus status = workers[0].status;
  for (size_t i = 1; i < n_workers; ++i) {
    if (is_running[i]) {
      pthread_join(threads[i], NULL);
      status = status == TW_OK ? workers[i].status : status;
    }
  }
  return status;
}

/* --- Telling --- */

static TwStatus
tell(Test* test, const Outcome* outcome)
{
  TwBuf wanted = TW_BUF_INIT;
  cli_example_wants(outcome->example, &wanted);
  const Wrong wrong = {.rule = outcome->rule,
                       .example = outcome->example,
                       .wanted = tw_buf_str(&wanted),
                       .got = outcome->got,
                       .differs = outcome->differs};
  if (test->is_json) {
    wrong_json(&test->json, &wrong);
  } else {
    tell_wrong(test->job, &wrong);
  }
  const TwStatus status = tw_buf_status(&wanted);
  tw_buf_clear(&wanted);
  return status;
}

/* In the order of the packs, whoever read what. */
static TwStatus
tell_all(Test* test)
{
  for (size_t i = 0; i < test->n_examples; ++i) {
    const Outcome* const outcome = &test->outcomes[i];
    TwDiagSink* const sink = &test->job->run->sink;
    for (size_t m = outcome->first_message; m < outcome->end_message; ++m) {
      tw_diag_report(sink, &outcome->worker->capture.kept.at[m]);
    }
    if (outcome->is_wrong) {
      ++test->n_wrong;
      TW_TRY(tell(test, outcome));
    }
  }
  return TW_OK;
}

/* --- All --- */

static TwStatus
list_examples(Test* test)
{
  CliRules* const job = test->job;
  size_t n = 0;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    n += tw_ruleset_at(job->rules, i)->n_examples;
  }
  test->outcomes = TW_NEW(job->run->arena, Outcome, n);
  if (!test->outcomes) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    if (!cli_rules_asked(job, rule)) {
      continue;
    }
    test->n_lacking += tw_rule_lint_examples(rule, &job->run->sink);
    for (size_t k = 0; k < rule->n_examples; ++k) {
      test->outcomes[test->n_examples++] =
        (Outcome){.rule = rule, .example = &rule->examples[k]};
    }
  }
  return TW_OK;
}

static TwStatus
run_all(Test* test)
{
  Worker workers[MAX_WORKERS];
  size_t n = 0;
  size_t n_open = 0;
  TW_TRY(list_examples(test));
  if (!cli_pipeline_workers(test->job->run, &n)) {
    return TW_ERR_USAGE;
  }
  n = n < MAX_WORKERS ? n : MAX_WORKERS;
  TwStatus status = TW_OK;
  while (n_open < n && status == TW_OK) {
    status = open_worker(test, &workers[n_open++]);
  }
  if (status == TW_OK) {
    status = read_all(workers, n);
  }
  if (status == TW_OK) {
    status = tell_all(test);
  }
  while (n_open) {
    close_worker(&workers[--n_open]);
  }
  return status;
}

TwStatus
cli_rules_test(CliRules* job)
{
  Test test = {.job = job,
               .json = {.out = &job->out},
               .is_json = cli_has(job->run, "json")};
  if (test.is_json) {
    cli_json_open(&test.json, NULL, '{');
    cli_json_open(&test.json, "wrong", '[');
  }
  const TwStatus status = run_all(&test);
  if (test.is_json) {
    cli_json_close(&test.json, ']');
    cli_json_number(&test.json, "passed", test.n_examples - test.n_wrong);
    cli_json_number(&test.json, "failed", test.n_wrong);
    cli_json_close(&test.json, '}');
    tw_buf_add_char(&job->out, '\n');
  } else {
    tw_buf_addf(&job->out, "%zu passed, %zu failed\n",
                test.n_examples - test.n_wrong, test.n_wrong);
  }
  return status == TW_OK && (test.n_wrong || test.n_lacking) ? TW_NONE : status;
}
