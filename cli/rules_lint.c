/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/capture.h"
#include "cli/json.h"
#include "cli/rules.h"
#include "extract/pack/lint.h"
#include "ontology/gazetteer.h"

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

/* The rules, and the tables of names that the run was given. */
static TwStatus
lint_all(CliRules* job, TwDiagSink* sink, size_t* out_n)
{
  size_t n_tables = 0;
  const char* const* const tables =
    cli_values(job->run, "gazetteer", &n_tables);
  *out_n = tw_ruleset_lint(job->rules, sink);
  for (size_t i = 0; tables && i < n_tables; ++i) {
    size_t n = 0;
    TW_TRY(tw_gazetteer_lint(tables[i], sink, &n));
    *out_n += n;
  }
  return TW_OK;
}

static TwStatus
lint_json(CliRules* job, size_t* out_n)
{
  CliJson json = {.out = &job->out};
  CliCapture said;
  cli_capture_init(&said, job->run->arena);
  const TwStatus status = lint_all(job, &said.sink, out_n);
  cli_json_open(&json, NULL, '{');
  cli_json_open(&json, "findings", '[');
  for (size_t i = 0; i < said.kept.count; ++i) {
    finding_json(&json, &said.kept.at[i]);
  }
  cli_json_close(&json, ']');
  cli_json_close(&json, '}');
  tw_buf_add_char(&job->out, '\n');
  return status;
}

TwStatus
cli_rules_lint(CliRules* job)
{
  size_t n = 0;
  if (cli_has(job->run, "json")) {
    TW_TRY(lint_json(job, &n));
    return n ? TW_NONE : TW_OK;
  }
  TW_TRY(lint_all(job, &job->run->sink, &n));
  tw_buf_addf(&job->out, "%zu rules, %zu findings\n",
              tw_ruleset_count(job->rules), n);
  return n ? TW_NONE : TW_OK;
}
