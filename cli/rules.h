/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_RULES_H
#define TW_CLI_RULES_H

#include "cli/model.h"

/* What the actions of `triplewire rules` share; each has a file of its own and
 * a row in the table of verb_rules.c. */

/** A run of the verb. */
typedef struct {
  CliRun* run;
  const TwRuleSet* rules; ///< NULL for an action that opens none
  const TwExtract* extract;
  TwReader* reader;
  TwBuf out; ///< What is printed at the end
  int code;  ///< If not 0: what the program ends with, whatever the status
} CliRules;

/// True if the rule is one of those that the operands from the second one on
/// name, or if they name none
bool
cli_rules_asked(const CliRules* job, const TwRule* rule);

/// Takes the documents of the operands behind the first `n_before` through
/// `stage` (cli/pipeline.h); sets the code that the program ends with
TwStatus
cli_rules_read(CliRules* job, size_t n_before, const CliStage* stage);

/* Actions: TW_NONE if something was found. */

TwStatus
cli_rules_test(CliRules* job);

TwStatus
cli_rules_lint(CliRules* job);

TwStatus
cli_rules_show(CliRules* job);

TwStatus
cli_rules_atoms(CliRules* job);

TwStatus
cli_rules_positions(CliRules* job);

TwStatus
cli_rules_why(CliRules* job);

TwStatus
cli_rules_why_not(CliRules* job);

TwStatus
cli_rules_cover(CliRules* job);

TwStatus
cli_rules_diff(CliRules* job);

TwStatus
cli_rules_new(CliRules* job);

#endif
