/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/capture.h"
#include "cli/json.h"
#include "cli/rules.h"
#include "extract/rule/lint.h"

static void
finding_json(CliJson* json, const TwDiag* diag)
{
  TwBuf code = TW_BUF_INIT;
  tw_buf_addf(&code, "TW%04d", diag->code);
  cli_json_open(json, NULL, '{');
  cli_json_text(json, "code", tw_buf_str(&code));
  cli_json_text(json, "file", diag->file);
  cli_json_number(json, "line", diag->line);
  cli_json_number(json, "column", diag->column);
  cli_json_text(json, "message", diag->message);
  cli_json_text(json, "hint", diag->hint);
  cli_json_close(json, '}');
  tw_buf_clear(&code);
}

static size_t
lint_json(CliRules* job)
{
  CliJson json = {.out = &job->out};
  CliCapture said;
  cli_capture_init(&said, job->run->arena);
  const size_t n = tw_ruleset_lint(job->rules, &said.sink);
  cli_json_open(&json, NULL, '{');
  cli_json_open(&json, "findings", '[');
  for (size_t i = 0; i < said.kept.count; ++i) {
    finding_json(&json, &said.kept.at[i]);
  }
  cli_json_close(&json, ']');
  cli_json_close(&json, '}');
  tw_buf_add_char(&job->out, '\n');
  return n;
}

TwStatus
cli_rules_lint(CliRules* job)
{
  if (cli_has(job->run, "json")) {
    return lint_json(job) ? TW_NONE : TW_OK;
  }
  const size_t n = tw_ruleset_lint(job->rules, &job->run->sink);
  tw_buf_addf(&job->out, "%zu rules, %zu findings\n",
              tw_ruleset_count(job->rules), n);
  return n ? TW_NONE : TW_OK;
}
