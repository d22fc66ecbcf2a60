/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules.h"
#include "cli/rules_example.h"

#define CODE_EXAMPLE 2160

typedef struct {
  CliRules* job;
  size_t n_examples;
  size_t n_wrong;
} Test;

static void
tell_wrong(CliRules* job, const TwRule* rule, const TwExample* example,
           TwStr got)
{
  TwBuf hint = TW_BUF_INIT;
  TwBuf message = TW_BUF_INIT;
  tw_buf_addf(&message, "rule \"%.*s\" does not read its example as it says",
              TW_STR_ARG(rule->id));
  tw_buf_addf(&hint, "wanted: ");
  cli_example_wants(example, &hint);
  tw_buf_addf(&hint, "; got: %.*s", TW_STR_ARG(got));
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = CODE_EXAMPLE,
                       .file = rule->file,
                       .line = example->line,
                       .message = tw_buf_str(&message),
                       .source = example->text,
                       .hint = tw_buf_str(&hint)};
  tw_diag_report(&job->run->sink, &diag);
  tw_buf_clear(&hint);
  tw_buf_clear(&message);
}

static TwStatus
run_example(Test* test, const TwRule* rule, const TwExample* example,
            TwArena* arena)
{
  CliRules* const job = test->job;
  const TwRaw raw = {.name = rule->id,
                     .id = rule->id,
                     .text = example->text,
                     .language = rule->language,
                     .date = example->date};
  const TwReading* reading = NULL;
  TwBuf got = TW_BUF_INIT;
  TW_TRY(tw_reader_run(job->reader, &raw, &job->run->sink, &reading));
  tw_arena_reset(arena);
  ++test->n_examples;
  if (!cli_example_holds(rule, example, reading, arena, &got)) {
    ++test->n_wrong;
    tell_wrong(job, rule, example, tw_buf_str(&got));
  }
  const TwStatus status = tw_buf_status(&got);
  tw_buf_clear(&got);
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : status;
}

TwStatus
cli_rules_test(CliRules* job)
{
  Test test = {.job = job};
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    for (size_t k = 0; cli_rules_asked(job, rule) && k < rule->n_examples;
         ++k) {
      if (status == TW_OK) {
        status = run_example(&test, rule, &rule->examples[k], arena);
      }
    }
  }
  tw_arena_free(arena);
  tw_buf_addf(&job->out, "%zu passed, %zu failed\n",
              test.n_examples - test.n_wrong, test.n_wrong);
  return status == TW_OK && test.n_wrong ? TW_NONE : status;
}
