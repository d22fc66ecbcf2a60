/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"

#include "base/buf.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 4096

/* The folder of the program that runs, or an empty text. */
static TwStr
program_dir(TwBuf* buf)
{
  if (tw_buf_reserve(buf, PATH_BYTES)) {
    const ssize_t n = readlink("/proc/self/exe", buf->s, PATH_BYTES);
    const TwStr path = {buf->s, n < 0 || n == PATH_BYTES ? 0 : (size_t)n};
    for (size_t i = path.len; i; --i) {
      if (path.s[i - 1] == '/') {
        return tw_str_slice(path, 0, i);
      }
    }
  }
  return (TwStr){NULL, 0};
}

/* The data of an installed program stand where its prefix has them, even if
 * that was moved; those of one that was just built stand beside it. */
static const char*
find_data_dir(CliRun* run)
{
  static const char* const places[] = {"../share/triplewire", "share"};
  const char* const asked = getenv("TRIPLEWIRE_DATA");
  if (asked && asked[0]) {
    return asked;
  }
  TwBuf buf = TW_BUF_INIT;
  const char* found = PKGDATADIR;
  const TwStr dir = program_dir(&buf);
  for (size_t i = sizeof(places) / sizeof(places[0]); dir.len && i; --i) {
    const TwStr parts[] = {dir, tw_str(places[i - 1])};
    const TwStr place = tw_arena_join(run->arena, parts, 2, (TwStr){NULL, 0});
    const TwStr table[] = {place, TW_STR("/gazetteer/names.gaz")};
    const TwStr path = tw_arena_join(run->arena, table, 2, (TwStr){NULL, 0});
    if (place.s && path.s && !access(path.s, R_OK)) {
      found = place.s;
    }
  }
  tw_buf_clear(&buf);
  return found;
}

/* Everything else that is wrong with the data names a file of it. */
static TwStatus
check_data_dir(CliRun* run, const char* dir)
{
  struct stat info;
  if (!stat(dir, &info) && S_ISDIR(info.st_mode)) {
    return TW_OK;
  }
  cli_usage_error(run, CLI_CODE_ENVIRONMENT,
                  "set TRIPLEWIRE_DATA to the folder that holds them",
                  "rules and word tables are not at %s", dir);
  return TW_ERR_USAGE;
}

const char*
cli_data_path(CliRun* run, const char* name)
{
  const char* const dir = find_data_dir(run);
  const TwStr parts[] = {tw_str(dir), TW_STR("/"), tw_str(name)};
  return check_data_dir(run, dir) == TW_OK
           ? tw_arena_join(run->arena, parts, 3, (TwStr){NULL, 0}).s
           : NULL;
}

TwStatus
cli_open_extract(CliRun* run, TwExtract** out_extract)
{
  return cli_open_extract_with(run, NULL, out_extract);
}

/* The folders of rules that the options name, and `dir` if there is one. */
static const char* const*
rule_dirs(const CliRun* run, const char* dir, size_t* out_n)
{
  const char* const* const given = cli_values(run, "rules", out_n);
  const char** const dirs = TW_NEW(run->arena, const char*, *out_n + 1);
  for (size_t i = 0; given && dirs && i < *out_n; ++i) {
    dirs[i] = given[i];
  }
  if (given && dirs && dir) {
    dirs[(*out_n)++] = dir;
  }
  return given ? dirs : NULL;
}

TwStatus
cli_open_extract_with(CliRun* run, const char* dir, TwExtract** out_extract)
{
  TwExtractOptions options = {.data_dir = find_data_dir(run),
                              .bare = cli_has(run, "bare"),
                              .edited = run->verb == cli_find_verb("rules"),
                              .no_jit = cli_has(run, "no-jit")};
  options.rule_dirs = rule_dirs(run, dir, &options.n_rule_dirs);
  options.gazetteers = cli_values(run, "gazetteer", &options.n_gazetteers);
  if (!options.rule_dirs || !options.gazetteers) {
    return cli_report_status(run, TW_ERR_NOMEM);
  }
  TW_TRY(check_data_dir(run, options.data_dir));
  const TwStatus status =
    cli_report_status(run, tw_extract_open(&options, &run->sink, out_extract));
  /* What cannot be read here is no document: the caller chose it. */
  return status == TW_ERR_READ ? TW_ERR_RULE : status;
}

int
cli_reading_exit(CliRun* run, TwStatus status, const CliTally* tally)
{
  if (status == TW_ERR_INPUT) {
    tw_diag_error(&run->sink, CLI_CODE_NOTHING, (TwStr){NULL, 0},
                  "no document could be read");
  } else if (status != TW_OK) {
    cli_report_status(run, status);
  } else if (cli_has(run, "strict") && run->n_limits) {
    status = TW_ERR_LIMIT;
  } else if (cli_has(run, "strict") && tally->n_set_aside) {
    status = TW_NONE;
  }
  return tw_status_exit(status);
}
