/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/json.h"
#include "cli/rules.h"
#include "cli/rules_example.h"
#include "extract/rule/lint.h"

#define CODE_EXAMPLE 2160

typedef struct {
  CliRules* job;
  CliJson json;
  bool is_json;
  size_t n_examples;
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

static void
add_differs(const TwRule* rule, const TwExample* example,
            const TwReading* reading, TwArena* arena, TwBuf* out)
{
  size_t from = 0;
  TwStr name = cli_example_differs(rule, example, reading, arena, &from);
  while (name.len) {
    tw_buf_add(out, out->len ? TW_STR(", ") : tw_str(NULL));
    tw_buf_add(out, name);
    name = cli_example_differs(rule, example, reading, arena, &from);
  }
}

static TwStatus
tell(Test* test, Wrong* wrong, const TwReading* reading, TwArena* arena)
{
  TwBuf wanted = TW_BUF_INIT;
  TwBuf differs = TW_BUF_INIT;
  cli_example_wants(wrong->example, &wanted);
  if (!tw_str_equal(wrong->got, TW_STR("none"))) {
    add_differs(wrong->rule, wrong->example, reading, arena, &differs);
  }
  wrong->wanted = tw_buf_str(&wanted);
  wrong->differs = tw_buf_str(&differs);
  if (test->is_json) {
    wrong_json(&test->json, wrong);
  } else {
    tell_wrong(test->job, wrong);
  }
  const TwStatus status = tw_buf_status(&wanted);
  tw_buf_clear(&wanted);
  tw_buf_clear(&differs);
  return status;
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
  TwStatus status = TW_OK;
  if (!cli_example_holds(rule, example, reading, arena, &got)) {
    Wrong wrong = {.rule = rule, .example = example, .got = tw_buf_str(&got)};
    ++test->n_wrong;
    status = tell(test, &wrong, reading, arena);
  }
  status = status == TW_OK ? tw_buf_status(&got) : status;
  tw_buf_clear(&got);
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : status;
}

static TwStatus
run_all(Test* test, TwArena* arena)
{
  CliRules* const job = test->job;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    if (cli_rules_asked(job, rule)) {
      test->n_lacking += tw_rule_lint_examples(rule, &job->run->sink);
    }
    for (size_t k = 0; cli_rules_asked(job, rule) && k < rule->n_examples;
         ++k) {
      TW_TRY(run_example(test, rule, &rule->examples[k], arena));
    }
  }
  return TW_OK;
}

TwStatus
cli_rules_test(CliRules* job)
{
  Test test = {.job = job,
               .json = {.out = &job->out},
               .is_json = cli_has(job->run, "json")};
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  if (test.is_json) {
    cli_json_open(&test.json, NULL, '{');
    cli_json_open(&test.json, "wrong", '[');
  }
  if (status == TW_OK) {
    status = run_all(&test, arena);
  }
  tw_arena_free(arena);
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
