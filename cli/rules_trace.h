/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_RULES_TRACE_H
#define TW_CLI_RULES_TRACE_H

#include "cli/json.h"
#include "cli/rules.h"
#include "extract/rule/failure.h"

/* What `rules why` and `rules why-not` share: texts read with a trace, and how
 * what rules did is put into words. */

/** A text that was read. */
typedef struct {
  CliRules* job;
  const TwReading* reading;
  const TwArticle* article;
  TwTrace* trace;
  TwArena* arena;
} CliTraced;

/** Reads each text that the operands behind the first `n_before` hold, those
 * of --file, or else standard input, as articles of the day that --date says,
 * and calls `visit` for each. */
TwStatus
cli_rules_traced(CliRules* job, size_t n_before,
                 TwStatus (*visit)(void* data, const CliTraced* traced),
                 void* data);

/// Appends `text` with each white space as one blank
void
cli_trace_text(TwBuf* out, TwStr text);

/// Appends the words of tokens [first, end) in one line
void
cli_trace_words(TwBuf* out, const TwArticle* article, uint32_t first,
                uint32_t end);

/// Appends what failed as a clause: "no person: …"
void
cli_trace_failure(TwBuf* out, const TwArticle* article,
                  const TwFailure* failure);

/// Adds an object for what failed to a list
void
cli_trace_failure_json(CliJson* json, const TwArticle* article,
                       const TwFailure* failure);

/// Appends why a reading lost: "arrest.verb fills more roles"
void
cli_trace_loss(TwBuf* out, const TwDraft* lost);

/// "arrest.verb/passive" of a draft
void
cli_trace_variant(TwBuf* out, const TwRule* rule, TwForm form);

#endif
