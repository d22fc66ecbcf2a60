/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/cli.h"

#include "base/file.h"
#include "base/utf8.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ESCAPED 32

static void
put_json_text(FILE* out, TwStr str)
{
  fputc('"', out);
  size_t step = 0;
  for (size_t at = 0; at < str.len; at += step) {
    uint32_t c = 0;
    step = tw_utf8_decode(str, at, &c);
    if (c == '"' || c == '\\') {
      fprintf(out, "\\%c", (char)c);
    } else if (c < ESCAPED || (step == 1 && c == 0xfffd)) {
      fprintf(out, "\\u%04x", (unsigned)c);
    } else {
      fwrite(str.s + at, 1, step, out);
    }
  }
  fputc('"', out);
}

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
  fprintf(out, "{\"severity\":\"%s\",\"code\":\"TW%04d\"",
          severities[diag->severity], diag->code);
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    if (texts[i].text.len) {
      fprintf(out, ",\"%s\":", texts[i].name);
      put_json_text(out, texts[i].text);
    }
  }
  if (diag->line) {
    fprintf(out, ",\"line\":%zu", diag->line);
  }
  if (diag->column) {
    fprintf(out, ",\"column\":%zu", diag->column);
  }
  fputs("}\n", out);
}

/* Limits have codes 3xxx, and one document that is too large has its own. */
static bool
tells_of_limit(int code)
{
  return code / 1000 == 3 || code == 1007;
}

static void
report(void* data, const TwDiag* diag)
{
  CliRun* const run = data;
  run->n_limits += tells_of_limit(diag->code);
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
cli_data_dir(void)
{
  const char* const dir = getenv("TRIPLEWIRE_DATA");
  return dir && dir[0] ? dir : PKGDATADIR;
}
