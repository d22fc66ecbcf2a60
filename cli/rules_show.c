/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules.h"
#include "extract/rule/atoms.h"
#include "extract/rule/lint.h"
#include "extract/rule/pattern.h"

/* --- lint --- */

TwStatus
cli_rules_lint(CliRules* job)
{
  const size_t n = tw_ruleset_lint(job->rules, &job->run->sink);
  tw_buf_addf(&job->out, "%zu rules, %zu findings\n",
              tw_ruleset_count(job->rules), n);
  return n ? TW_NONE : TW_OK;
}

/* --- show --- */

static void
show_words(TwBuf* out, const char* what, const TwWordList* list)
{
  for (size_t i = 0; i < list->count; ++i) {
    tw_buf_addf(out, i ? ", " : "  %s: ", what);
    for (size_t k = 0; k < list->at[i].n_lemmas; ++k) {
      tw_buf_addf(out, "%s%.*s", k ? " " : "",
                  TW_STR_ARG(list->at[i].lemmas[k]));
    }
  }
  tw_buf_add(out, list->count ? TW_STR("\n") : (TwStr){NULL, 0});
}

TwStatus
cli_rules_show(CliRules* job)
{
  static const char* const kinds[] = {"frame", "pattern", "cue"};
  TwBuf* const out = &job->out;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    if (!cli_rules_asked(job, rule)) {
      continue;
    }
    tw_buf_addf(out, "%.*s\t%s\t%.*s\t%.*s:%zu\n", TW_STR_ARG(rule->id),
                kinds[rule->kind], TW_STR_ARG(rule->term),
                TW_STR_ARG(rule->file), rule->line);
    if (job->run->operands.count == 1) {
      continue;
    }
    show_words(out, "verbs", &rule->verbs);
    show_words(out, "nouns", &rule->nouns);
    show_words(out, "adjectives", &rule->adjectives);
    show_words(out, "cue", &rule->cue);
    if (rule->pattern) {
      tw_buf_addf(out, "  match: %.*s\n  PCRE2: %.*s\n",
                  TW_STR_ARG(rule->match), TW_STR_ARG(rule->pattern->regex));
    }
  }
  return TW_OK;
}

/* --- atoms --- */

static TwStatus
show_text(CliRules* job, const char* text, TwArena* arena)
{
  const TwRaw raw = {
    .name = TW_STR("-"), .id = TW_STR("-"), .text = tw_str(text)};
  const TwArticle* article = NULL;
  TwAtoms atoms = {.text = TW_BUF_INIT};
  TwStatus status =
    tw_reader_mentions(job->reader, &raw, &job->run->sink, &article);
  for (size_t i = 0; status == TW_OK && i < article->sentences.count; ++i) {
    status = tw_atoms_read(article, &article->sentences.at[i], arena, &atoms);
    tw_atoms_dump(article, &atoms, &job->out);
    tw_buf_add_char(&job->out, '\n');
  }
  tw_buf_clear(&atoms.text);
  return status;
}

TwStatus
cli_rules_atoms(CliRules* job)
{
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 1; status == TW_OK && i < job->run->operands.count; ++i) {
    status = show_text(job, job->run->operands.at[i], arena);
  }
  tw_arena_free(arena);
  return status;
}
