/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

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

TwStatus
cli_open_extract(CliRun* run, TwExtract** out_extract)
{
  TwExtractOptions options = {.data_dir = cli_data_dir(),
                              .no_jit = cli_has(run, "no-jit")};
  options.rule_dirs = cli_values(run, "rules", &options.n_rule_dirs);
  options.gazetteers = cli_values(run, "gazetteer", &options.n_gazetteers);
  if (!options.rule_dirs || !options.gazetteers) {
    return cli_report_status(run, TW_ERR_NOMEM);
  }
  TW_TRY(check_data_dir(run, options.data_dir));
  return cli_report_status(run,
                           tw_extract_open(&options, &run->sink, out_extract));
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
