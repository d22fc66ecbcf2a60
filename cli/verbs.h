/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_VERBS_H
#define TW_CLI_VERBS_H

#include "cli/cli.h"

/* Each stands in the file of its name. */
extern const CliVerb cli_verb_build;
extern const CliVerb cli_verb_check;
extern const CliVerb cli_verb_diff;
extern const CliVerb cli_verb_explain;
extern const CliVerb cli_verb_extract;
extern const CliVerb cli_verb_fuse;
extern const CliVerb cli_verb_mentions;
extern const CliVerb cli_verb_rules;
extern const CliVerb cli_verb_query;
extern const CliVerb cli_verb_verify;
extern const CliVerb cli_verb_help;
extern const CliVerb cli_verb_version;

#endif
