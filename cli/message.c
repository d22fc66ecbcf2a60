/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/cli.h"

#include "base/file.h"
#include "base/json.h"
#include "cli/signals.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CODE_TOO_LARGE 1007
#define MAX_ALIKE 5
#define CODE_RULE_LIMIT 3201

/* A message as one object a line; what is not known is left out. */
static void
put_json(FILE* out, const TwDiag* diag)
{
  static const char* const severities[] = {
    [TW_NOTE] = "note", [TW_WARNING] = "warning", [TW_ERROR] = "error"};
  const struct {
    const char* name;
    TwStr text;
  } texts[] = {{"file", diag->file},
               {"message", diag->message},
               {"source", diag->source},
               {"hint", diag->hint}};
  TwBuf json = TW_BUF_INIT;
  tw_buf_addf(&json, "{\"severity\":\"%s\",\"code\":\"TW%04d\"",
              severities[diag->severity], diag->code);
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    if (texts[i].text.len) {
      tw_buf_addf(&json, ",\"%s\":", texts[i].name);
      tw_json_text(&json, texts[i].text);
    }
  }
  if (diag->line) {
    tw_buf_addf(&json, ",\"line\":%zu", diag->line);
  }
  if (diag->column) {
    tw_buf_addf(&json, ",\"column\":%zu", diag->column);
  }
  tw_buf_add(&json, TW_STR("}\n"));
  if (tw_buf_status(&json) == TW_OK) {
    fwrite(json.s, 1, json.len, out);
  }
  tw_buf_clear(&json);
}

/* Limits have codes 3xxx, and a document that is too large has its own. */
static bool
tells_of_limit(int code)
{
  return code / 1000 == 3 || code == CODE_TOO_LARGE;
}

/* Counts a warning; true if so many with its code came before that people
 * have seen enough of them. */
static bool
is_held_back(CliRun* run, const TwDiag* diag)
{
  if (diag->severity != TW_WARNING || run->is_json) {
    return false;
  }
  CliSaid* said = NULL;
  for (size_t i = 0; i < run->said.count; ++i) {
    said = run->said.at[i].code == diag->code ? &run->said.at[i] : said;
  }
  said = said ? said : TW_VEC_PUSH(run->arena, &run->said);
  if (said) {
    said->code = diag->code;
    ++said->n;
  }
  return said && said->n > MAX_ALIKE;
}

void
cli_tell_held_back(CliRun* run)
{
  for (size_t i = 0; i < run->said.count && !run->is_quiet; ++i) {
    const CliSaid* const said = &run->said.at[i];
    if (said->n > MAX_ALIKE) {
      fprintf(stderr, "%zu more warnings TW%04d%s\n", said->n - MAX_ALIKE,
              said->code, run->notes ? "; the report has them all" : "");
    }
  }
  run->said.count = 0;
}

static void
report(void* data, const TwDiag* diag)
{
  CliRun* const run = data;
  if (cli_caught_signal()) {
    return; /* What goes wrong now does so because we are to end */
  }
  run->n_limits += tells_of_limit(diag->code);
  run->n_skipped_rules += diag->code == CODE_RULE_LIMIT;
  if (run->notes) {
    tw_notes_add(run->notes, diag);
  }
  if (is_held_back(run, diag)) {
    return;
  }
  if (run->is_quiet && diag->severity != TW_ERROR) {
    return;
  }
  if (run->is_json) {
    put_json(stderr, diag);
  } else {
    tw_diag_print(stderr, diag, run->has_colour);
  }
}

/* https://no-color.org: any value but an empty one turns colour off. */
static bool
wants_colour(const char* asked, bool is_terminal)
{
  const char* const no_color = getenv("NO_COLOR");
  const char* const term = getenv("TERM");
  if (asked && strcmp(asked, "auto") != 0) {
    return !strcmp(asked, "always");
  }
  return is_terminal && !(no_color && no_color[0]) &&
         !(term && !strcmp(term, "dumb"));
}

void
cli_open_sink(CliRun* run)
{
  const char* const log = cli_value(run, "log");
  run->is_terminal = isatty(STDERR_FILENO);
  run->is_quiet = cli_has(run, "quiet");
  run->is_json = log && !strcmp(log, "json");
  run->has_colour = wants_colour(cli_value(run, "color"), run->is_terminal);
  run->sink.report = report;
  run->sink.data = run;
}

int
cli_system_error(CliRun* run, TwStatus status, const char* path)
{
  const bool is_pipe = errno == EPIPE && !strcmp(path, "-");
  if (is_pipe) {
    /* Who reads has gone: end as if that had ended us. */
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
  }
  tw_diag_error(&run->sink, CLI_CODE_WRITE,
                tw_str(strcmp(path, "-") ? path : "standard output"), "%s: %s",
                status == TW_ERR_WRITE ? "cannot be written"
                                       : tw_status_text(status),
                strerror(errno));
  return tw_status_exit(status);
}

TwStatus
cli_report_status(CliRun* run, TwStatus status)
{
  if (status != TW_OK && status != TW_NONE && !run->sink.counts[TW_ERROR]) {
    tw_diag_error(&run->sink, CLI_CODE_BROKEN, (TwStr){NULL, 0}, "%s",
                  tw_status_text(status));
  }
  return status;
}

int
cli_print(CliRun* run, TwStr text)
{
  TwWriter* writer = NULL;
  TwStatus status = tw_writer_open("-", &writer);
  if (status == TW_OK) {
    tw_writer_add(writer, text);
    status = tw_writer_commit(writer);
  }
  return status == TW_OK ? 0 : cli_system_error(run, status, "-");
}

const char*
cli_bundle_path(CliRun* run, const char* path, const char* name)
{
  struct stat info;
  const TwStr parts[] = {tw_str(path), tw_str(name)};
  if (stat(path, &info) || !S_ISDIR(info.st_mode)) {
    return path;
  }
  return tw_arena_join(run->arena, parts, 2, TW_STR("/")).s;
}
