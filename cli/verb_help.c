/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/help.h"
#include "cli/verbs.h"

static int
run_help(CliRun* run)
{
  TwBuf out = TW_BUF_INIT;
  const char* const name = run->operands.count ? run->operands.at[0] : NULL;
  const CliVerb* const verb = name ? cli_find_verb(name) : NULL;
  if (name && !verb) {
    return cli_usage_error(run, CLI_CODE_VERB,
                           "triplewire help lists the verbs",
                           "there is no verb '%s'", name);
  }
  if (cli_has(run, "man")) {
    cli_help_manual(&out);
  } else if (cli_has(run, "completion")) {
    cli_help_completion(&out);
  } else if (verb) {
    cli_help_verb(&out, verb);
  } else {
    cli_help_program(&out);
  }
  const int code = cli_print(run, tw_buf_str(&out));
  tw_buf_clear(&out);
  return code;
}

static const CliOption options[] = {
  {"man", 0, NULL, "Print the manual page"},
  {"completion", 0, NULL, "Print the completion for bash"},
};

const CliVerb cli_verb_help = {
  .name = "help",
  .operands = "[VERB]",
  .summary = "Show what the program or a verb does",
  .text = "Help, manual page and completion are made from one table.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = 1,
  .run = run_help,
};
