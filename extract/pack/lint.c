/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "extract/pack/lint_find.h"

#include <stdarg.h>

void
tw_lint_find(TwLint* lint, int code, size_t offset, TwStr hint,
             const char* format, ...)
{
  TwBuf buf = TW_BUF_INIT;
  va_list args;
  va_start(args, format);
  tw_buf_addv(&buf, format, args);
  va_end(args);
  tw_diag_at(lint->sink, TW_WARNING, code, lint->rule->file, lint->rule->source,
             offset, hint, "rule \"%.*s\" %.*s", TW_STR_ARG(lint->rule->id),
             TW_STR_ARG(tw_buf_str(&buf)));
  tw_buf_clear(&buf);
  ++lint->n_found;
}

/* --- Examples --- */

size_t
tw_rule_lint_examples(const TwRule* rule, TwDiagSink* sink)
{
  static const char* const wanted[] = {"something", "nothing"};
  size_t n[2] = {0, 0};
  size_t n_lacking = 0;
  for (size_t i = 0; i < rule->n_examples; ++i) {
    ++n[rule->examples[i].none];
  }
  for (size_t i = 0; i < 2; ++i) {
    if (!n[i]) {
      ++n_lacking;
      tw_diag_error_at(sink, TW_LINT_EXAMPLES, rule->file, rule->source,
                       rule->offset, tw_str(NULL),
                       "rule \"%.*s\" has no example that gives %s",
                       TW_STR_ARG(rule->id), wanted[i]);
    }
  }
  return n_lacking;
}

static void
check_doubles(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  for (size_t i = 0; i < rule->n_examples; ++i) {
    for (size_t k = 0; k < i; ++k) {
      const TwExample* const a = &rule->examples[k];
      const TwExample* const b = &rule->examples[i];
      if (tw_str_equal(a->text, b->text) && tw_str_equal(a->date, b->date)) {
        tw_lint_find(lint, TW_LINT_IDLE, rule->offset, tw_str(NULL),
                     "has the same example in line %zu and in line %zu",
                     a->line, b->line);
      }
    }
  }
}

static bool
is_given(const TwRule* rule, TwStr name)
{
  for (size_t i = 0; i < rule->n_examples; ++i) {
    for (size_t k = 0; k < rule->examples[i].n_gives; ++k) {
      if (tw_str_equal(rule->examples[i].gives[k].role, name)) {
        return true;
      }
    }
  }
  return false;
}

/* Roles of a frame that no example gives: a note, for a rule may be good all
 * the same. */
static void
check_untested(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  for (size_t i = 0; rule->n_examples && i < rule->n_roles; ++i) {
    const TwRuleRole* const role = &rule->roles[i];
    const bool is_own = role->offset != rule->offset;
    if (is_own && !role->silent && !is_given(rule, role->name)) {
      tw_diag_at(lint->sink, TW_NOTE, TW_LINT_UNTESTED, rule->file,
                 rule->source, role->offset, tw_str(NULL),
                 "rule \"%.*s\" has no example that gives \"%.*s\"",
                 TW_STR_ARG(rule->id), TW_STR_ARG(role->name));
    }
  }
}

/* --- Sets and macros --- */

static void
check_unused(TwLint* lint)
{
  const TwUnusedVec* const unused = tw_ruleset_unused(lint->rules);
  for (size_t i = 0; i < unused->count; ++i) {
    const TwUnused* const one = &unused->at[i];
    tw_diag_at(lint->sink, TW_WARNING, TW_LINT_UNUSED, one->file, one->source,
               one->offset, tw_str(NULL), "nothing uses the %s \"%.*s\"",
               one->is_macro ? "macro" : "set", TW_STR_ARG(one->name));
    ++lint->n_found;
  }
}

/* --- All of it --- */

static void
check_rule(TwLint* lint)
{
  lint->n_found += tw_rule_lint_examples(lint->rule, lint->sink);
  check_doubles(lint);
  switch (lint->rule->kind) {
  case TW_RULE_FRAME:
    check_untested(lint);
    tw_lint_frame(lint);
    break;
  case TW_RULE_PATTERN:
    tw_lint_pattern(lint);
    break;
  case TW_RULE_CUE:
    break;
  }
}

size_t
tw_ruleset_lint(const TwRuleSet* rules, TwDiagSink* sink)
{
  TwLint lint = {.rules = rules, .sink = sink, .arena = tw_arena_new(0)};
  for (size_t i = 0; lint.arena && i < tw_ruleset_count(rules); ++i) {
    lint.rule = tw_ruleset_at(rules, i);
    check_rule(&lint);
  }
  if (lint.arena) {
    tw_lint_between(&lint);
    check_unused(&lint);
  }
  tw_arena_free(lint.arena);
  return lint.n_found;
}
