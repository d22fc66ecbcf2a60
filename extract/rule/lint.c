/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/lint.h"

#include "base/buf.h"
#include "extract/rule/pattern.h"

#include <stdarg.h>

typedef struct {
  const TwRuleSet* rules;
  const TwRule* rule;
  TwDiagSink* sink;
  TwArena* arena;
  size_t n_found;
} Lint;

static void
find(Lint* lint, int code, const char* format, ...) TW_PRINTF(3, 4);

static void
find(Lint* lint, int code, const char* format, ...)
{
  TwBuf buf = TW_BUF_INIT;
  va_list args;
  tw_buf_addf(&buf, "rule \"%.*s\" ", TW_STR_ARG(lint->rule->id));
  va_start(args, format);
  tw_buf_addv(&buf, format, args);
  va_end(args);
  const TwDiag diag = {.severity = TW_WARNING,
                       .code = code,
                       .file = lint->rule->file,
                       .line = lint->rule->line,
                       .message = tw_buf_str(&buf)};
  tw_diag_report(lint->sink, &diag);
  tw_buf_clear(&buf);
  ++lint->n_found;
}

static void
check_examples(Lint* lint)
{
  size_t n_none = 0;
  for (size_t i = 0; i < lint->rule->n_examples; ++i) {
    n_none += lint->rule->examples[i].none;
  }
  if (n_none == lint->rule->n_examples) {
    find(lint, TW_LINT_EXAMPLES, "has no example that gives something");
  }
  if (!n_none) {
    find(lint, TW_LINT_EXAMPLES, "has no example that gives nothing");
  }
}

static void
check_pattern(Lint* lint)
{
  if (lint->rule->pattern && tw_pattern_is_bare(lint->rule->pattern)) {
    find(lint, TW_LINT_EVERYWHERE,
         "needs no type and no word, so that it is tried everywhere");
  }
}

static void
check_lemma(Lint* lint, TwStr word, TwTag form, TwTag base)
{
  const TwMorphology* const morphology = tw_ruleset_morphology(lint->rules);
  const unsigned mask = tw_morphology_mask(morphology, word);
  if (!mask || (mask & tw_morphology_bit(base))) {
    return;
  }
  const TwStr lemma = tw_morphology_lemma(morphology, lint->arena, word, form);
  if (lemma.len && !tw_str_equal(lemma, word)) {
    find(lint, TW_LINT_LEMMA, "has a trigger \"%.*s\"; its lemma is \"%.*s\"",
         TW_STR_ARG(word), TW_STR_ARG(lemma));
  }
}

static void
check_triggers(Lint* lint)
{
  const TwRule* const rule = lint->rule;
  for (size_t i = 0; i < rule->verbs.count; ++i) {
    check_lemma(lint, rule->verbs.at[i].lemmas[0], TW_TAG_VBD, TW_TAG_VB);
  }
  for (size_t i = 0; i < rule->nouns.count; ++i) {
    check_lemma(lint, rule->nouns.at[i].lemmas[0], TW_TAG_NNS, TW_TAG_NN);
  }
}

static void
check_beats(Lint* lint)
{
  for (size_t i = 0; i < lint->rule->n_beats; ++i) {
    if (tw_ruleset_find(lint->rules, lint->rule->beats[i]) == SIZE_MAX) {
      find(lint, TW_LINT_BEATS, "beats \"%.*s\", which is no rule",
           TW_STR_ARG(lint->rule->beats[i]));
    }
  }
}

size_t
tw_ruleset_lint(const TwRuleSet* rules, TwDiagSink* sink)
{
  Lint lint = {.rules = rules, .sink = sink, .arena = tw_arena_new(0)};
  for (size_t i = 0; lint.arena && i < tw_ruleset_count(rules); ++i) {
    lint.rule = tw_ruleset_at(rules, i);
    check_examples(&lint);
    check_pattern(&lint);
    check_beats(&lint);
    if (tw_ruleset_morphology(rules)) {
      check_triggers(&lint);
    }
  }
  tw_arena_free(lint.arena);
  return lint.n_found;
}
