/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/verbs.h"

static int
run_version(CliRun* run)
{
  return cli_print(run, TW_STR("triplewire " PACKAGE_VERSION "\n"));
}

const CliVerb cli_verb_version = {
  .name = "version",
  .operands = "",
  .summary = "Say which version this is",
  .text = "Prints the name and the version.",
  .run = run_version,
};
