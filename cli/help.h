/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_HELP_H
#define TW_CLI_HELP_H

#include "base/buf.h"
#include "cli/cli.h"

/* Texts made from the tables of verbs and options. */

/// Appends what `triplewire --help` prints
void
cli_help_program(TwBuf* out);

/// Appends what `triplewire VERB --help` prints
void
cli_help_verb(TwBuf* out, const CliVerb* verb);

/// Appends the manual page, in roff
void
cli_help_manual(TwBuf* out);

/// Appends the completion for bash
void
cli_help_completion(TwBuf* out);

#endif
