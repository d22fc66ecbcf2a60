/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_LINT_FIND_H
#define TW_EXTRACT_PACK_LINT_FIND_H

#include "extract/pack/lint.h"

/* What the files of lint share. */

typedef struct {
  const TwRuleSet* rules;
  const TwRule* rule; ///< That is looked at
  TwDiagSink* sink;
  TwArena* arena;
  size_t n_found;
} TwLint;

/// Tells a finding at byte `offset` of the rule's file: "rule "ID" …"
void
tw_lint_find(TwLint* lint, int code, size_t offset, TwStr hint,
             const char* format, ...) TW_PRINTF(5, 6);

/// Findings of one rule by itself
void
tw_lint_frame(TwLint* lint);
void
tw_lint_pattern(TwLint* lint);

/// Findings between rules
void
tw_lint_between(TwLint* lint);

#endif
