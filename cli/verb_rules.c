/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"
#include "cli/rules_example.h"
#include "cli/verbs.h"
#include "extract/rule/atoms.h"
#include "extract/rule/lint.h"
#include "extract/rule/pattern.h"

#include <string.h>

#define CODE_EXAMPLE 2160
#define CODE_NO_RULE 2161

typedef struct {
  CliRun* run;
  const TwRuleSet* rules;
  TwReader* reader;
  TwBuf out;
  size_t n_examples;
  size_t n_wrong;
} Job;

static bool
is_asked(const Job* job, const TwRule* rule)
{
  bool asked = job->run->operands.count == 1;
  for (size_t i = 1; i < job->run->operands.count; ++i) {
    asked |= tw_str_equal(rule->id, tw_str(job->run->operands.at[i]));
  }
  return asked;
}

/* --- test --- */

static void
tell_wrong(Job* job, const TwRule* rule, const TwExample* example, TwStr got)
{
  TwBuf hint = TW_BUF_INIT;
  TwBuf message = TW_BUF_INIT;
  tw_buf_addf(&message, "rule \"%.*s\" does not read its example as it says",
              TW_STR_ARG(rule->id));
  tw_buf_addf(&hint, "wanted: ");
  cli_example_wants(example, &hint);
  tw_buf_addf(&hint, "; got: %.*s", TW_STR_ARG(got));
  const TwDiag diag = {.severity = TW_ERROR,
                       .code = CODE_EXAMPLE,
                       .file = rule->file,
                       .line = example->line,
                       .message = tw_buf_str(&message),
                       .source = example->text,
                       .hint = tw_buf_str(&hint)};
  tw_diag_report(&job->run->sink, &diag);
  tw_buf_clear(&hint);
  tw_buf_clear(&message);
}

static TwStatus
run_example(Job* job, const TwRule* rule, const TwExample* example,
            TwArena* arena)
{
  const TwRaw raw = {.name = rule->id,
                     .id = rule->id,
                     .text = example->text,
                     .language = rule->language,
                     .date = example->date};
  const TwReading* reading = NULL;
  TwBuf got = TW_BUF_INIT;
  TW_TRY(tw_reader_run(job->reader, &raw, &job->run->sink, &reading));
  tw_arena_reset(arena);
  ++job->n_examples;
  if (!cli_example_holds(rule, example, reading, arena, &got)) {
    ++job->n_wrong;
    tell_wrong(job, rule, example, tw_buf_str(&got));
  }
  const TwStatus status = tw_buf_status(&got);
  tw_buf_clear(&got);
  return tw_arena_failed(arena) ? TW_ERR_NOMEM : status;
}

static TwStatus
test_rules(Job* job)
{
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    for (size_t k = 0; is_asked(job, rule) && k < rule->n_examples; ++k) {
      if (status == TW_OK) {
        status = run_example(job, rule, &rule->examples[k], arena);
      }
    }
  }
  tw_arena_free(arena);
  tw_buf_addf(&job->out, "%zu passed, %zu failed\n",
              job->n_examples - job->n_wrong, job->n_wrong);
  return status == TW_OK && job->n_wrong ? TW_NONE : status;
}

/* --- lint --- */

static TwStatus
lint_rules(Job* job)
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

static TwStatus
show_rules(Job* job)
{
  static const char* const kinds[] = {"frame", "pattern", "cue"};
  TwBuf* const out = &job->out;
  for (size_t i = 0; i < tw_ruleset_count(job->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(job->rules, i);
    if (!is_asked(job, rule)) {
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
show_text(Job* job, const char* text, TwArena* arena)
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

static TwStatus
show_atoms(Job* job)
{
  TwArena* const arena = tw_arena_new(0);
  TwStatus status = arena ? TW_OK : TW_ERR_NOMEM;
  for (size_t i = 1; status == TW_OK && i < job->run->operands.count; ++i) {
    status = show_text(job, job->run->operands.at[i], arena);
  }
  tw_arena_free(arena);
  return status;
}

/* --- The verb --- */

static const struct {
  const char* name;
  bool takes_ids;
  TwStatus (*run)(Job* job);
} actions[] = {
  {"test", true, test_rules},
  {"lint", false, lint_rules},
  {"show", true, show_rules},
  {"atoms", false, show_atoms},
};

#define N_ACTIONS (sizeof(actions) / sizeof(actions[0]))

/* False, with a message, if a rule that is asked for is not there. */
static bool
check_ids(Job* job)
{
  for (size_t i = 1; i < job->run->operands.count; ++i) {
    const TwStr id = tw_str(job->run->operands.at[i]);
    size_t k = 0;
    while (k < tw_ruleset_count(job->rules) &&
           !tw_str_equal(tw_ruleset_at(job->rules, k)->id, id)) {
      ++k;
    }
    if (k == tw_ruleset_count(job->rules)) {
      cli_usage_error(job->run, CODE_NO_RULE,
                      "triplewire rules show lists all rules",
                      "there is no rule \"%.*s\"", TW_STR_ARG(id));
      return false;
    }
  }
  return true;
}

static int
run_action(Job* job, TwExtract* extract, size_t action)
{
  job->rules = tw_extract_rules(extract);
  if (actions[action].takes_ids && !check_ids(job)) {
    return tw_status_exit(TW_ERR_USAGE);
  }
  job->reader = tw_reader_new(extract);
  TwStatus status = job->reader ? actions[action].run(job) : TW_ERR_NOMEM;
  if (status == TW_OK || status == TW_NONE) {
    status = tw_buf_status(&job->out) == TW_OK ? status : TW_ERR_NOMEM;
  }
  const int printed = cli_print(job->run, tw_buf_str(&job->out));
  tw_reader_free(job->reader);
  if (status != TW_OK && status != TW_NONE) {
    cli_report_status(job->run, status);
  }
  return printed ? printed : tw_status_exit(status);
}

static int
run_rules(CliRun* run)
{
  const char* names[N_ACTIONS];
  size_t action = 0;
  Job job = {.run = run, .out = TW_BUF_INIT};
  TwExtract* extract = NULL;
  for (size_t i = 0; i < N_ACTIONS; ++i) {
    names[i] = actions[i].name;
  }
  while (action < N_ACTIONS &&
         strcmp(actions[action].name, run->operands.at[0])) {
    ++action;
  }
  if (action == N_ACTIONS) {
    return cli_usage_error(
      run, CLI_CODE_OPERAND, cli_nearest(run->operands.at[0], names, N_ACTIONS),
      "'%s' is none of test, lint, show, atoms", run->operands.at[0]);
  }
  const TwStatus status = cli_open_extract(run, &extract);
  const int code = status == TW_OK ? run_action(&job, extract, action)
                                   : tw_status_exit(status);
  tw_extract_free(extract);
  tw_buf_clear(&job.out);
  return code;
}

static const CliOption options[] = {
  {"rules", 'r', "DIR", "Take the rule packs of this folder, too"},
  {"gazetteer", 'g', "FILE", "Take the names of this table, too"},
  {"no-jit", 0, NULL, "Interpret patterns instead of compiling them"},
};

const CliVerb cli_verb_rules = {
  .name = "rules",
  .operands = "test|lint|show|atoms [RULE|TEXT]...",
  .summary = "Test rules, check them, show what became of them",
  .text =
    "test runs the examples of the rules, of all or of those named, and says "
    "which do not hold. lint looks for rules that load and can hardly be meant "
    "so. show lists the rules, or tells what became of those named: their "
    "words, the pattern, the expression that PCRE2 runs. atoms shows TEXT as "
    "patterns see it. The exit code is 1 if an example does not hold or lint "
    "finds something.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .min_operands = 1,
  .max_operands = SIZE_MAX,
  .run = run_rules,
};
