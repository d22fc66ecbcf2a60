/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules.h"
#include "cli/signals.h"
#include "cli/verbs.h"

#include <string.h>

#define CODE_NO_RULE 2161

bool
cli_rules_asked(const CliRules* job, const TwRule* rule)
{
  bool asked = job->run->operands.count == 1;
  for (size_t i = 1; i < job->run->operands.count; ++i) {
    asked |= tw_str_equal(rule->id, tw_str(job->run->operands.at[i]));
  }
  return asked;
}

TwStatus
cli_rules_read(CliRules* job, size_t n_before, const CliStage* stage)
{
  CliRun* const run = job->run;
  TwSourceOptions sources;
  size_t n_workers = 0;
  CliTally tally;
  if (!cli_pipeline_workers(run, &n_workers) ||
      !cli_pipeline_sources(run, &sources)) {
    return TW_ERR_USAGE;
  }
  cli_catch_signals();
  run->operands.at += n_before;
  run->operands.count -= n_before;
  const TwStatus status =
    cli_pipeline_run(run, &sources, stage, n_workers, &tally);
  run->operands.at -= n_before;
  run->operands.count += n_before;
  job->code = cli_reading_exit(run, status, &tally);
  return status;
}

typedef struct {
  const char* name;
  size_t n_ids;  /* So many of the operands behind it are ids of rules */
  size_t n_most; /* So many operands may stand behind it … */
  size_t n_least;
  const char* wants; /* … and what it says if fewer do */
  bool is_bare;      /* It opens no rules */
  TwStatus (*run)(CliRules* job);
} Action;

static const Action actions[] = {
  {"test", SIZE_MAX, SIZE_MAX, 0, NULL, false, cli_rules_test},
  {"lint", 0, 0, 0, NULL, false, cli_rules_lint},
  {"show", SIZE_MAX, SIZE_MAX, 0, NULL, false, cli_rules_show},
  {"atoms", 0, SIZE_MAX, 1, "a TEXT", false, cli_rules_atoms},
  {"why", 0, SIZE_MAX, 0, NULL, false, cli_rules_why},
  {"why-not", 1, SIZE_MAX, 1, "a RULE", false, cli_rules_why_not},
  {"positions", 0, SIZE_MAX, 0, NULL, false, cli_rules_positions},
  {"cover", 0, SIZE_MAX, 0, NULL, false, cli_rules_cover},
  {"diff", 0, SIZE_MAX, 2, "two folders of rules", true, cli_rules_diff},
  {"new", 0, 1, 1, "the NAME of a pack", true, cli_rules_new},
};

#define N_ACTIONS (sizeof(actions) / sizeof(actions[0]))

/* False, with a message, if a rule that is asked for is not there. */
static bool
check_ids(CliRules* job, size_t n_ids)
{
  for (size_t i = 1; i < job->run->operands.count && i <= n_ids; ++i) {
    const TwStr id = tw_str(job->run->operands.at[i]);
    if (tw_ruleset_find(job->rules, id) == SIZE_MAX) {
      cli_usage_error(job->run, CODE_NO_RULE,
                      "triplewire rules show lists all rules",
                      "there is no rule \"%.*s\"", TW_STR_ARG(id));
      return false;
    }
  }
  return true;
}

static bool
check_operands(CliRules* job, const Action* action)
{
  const size_t n = job->run->operands.count - 1;
  if (n < action->n_least) {
    cli_usage_error(job->run, CLI_CODE_OPERAND, NULL, "rules %s needs %s",
                    action->name, action->wants);
  } else if (n > action->n_most) {
    cli_usage_error(job->run, CLI_CODE_OPERAND, NULL,
                    "rules %s does not take '%s'", action->name,
                    job->run->operands.at[action->n_most + 1]);
  }
  return n >= action->n_least && n <= action->n_most;
}

static int
run_opened(CliRules* job, const Action* action)
{
  TwStatus status = action->run(job);
  if (status == TW_OK || status == TW_NONE) {
    status = tw_buf_status(&job->out) == TW_OK ? status : TW_ERR_NOMEM;
  }
  const int printed =
    job->out.len ? cli_print(job->run, tw_buf_str(&job->out)) : 0;
  if (status != TW_OK && status != TW_NONE) {
    cli_report_status(job->run, status);
  }
  return printed ? printed : job->code ? job->code : tw_status_exit(status);
}

static int
run_action(CliRules* job, const Action* action)
{
  TwExtract* extract = NULL;
  if (action->is_bare) {
    return run_opened(job, action);
  }
  TwStatus status = cli_open_extract(job->run, &extract);
  if (status == TW_OK) {
    job->extract = extract;
    job->rules = tw_extract_rules(extract);
    job->reader = tw_reader_new(extract);
    status = job->reader ? TW_OK : cli_report_status(job->run, TW_ERR_NOMEM);
  }
  if (status == TW_OK && !check_ids(job, action->n_ids)) {
    status = TW_ERR_USAGE;
  }
  const int code =
    status == TW_OK ? run_opened(job, action) : tw_status_exit(status);
  tw_reader_free(job->reader);
  tw_extract_free(extract);
  return code;
}

static const Action*
find_action(CliRun* run)
{
  const char* names[N_ACTIONS];
  TwBuf all = TW_BUF_INIT;
  for (size_t i = 0; i < N_ACTIONS; ++i) {
    names[i] = actions[i].name;
    if (!strcmp(names[i], run->operands.at[0])) {
      tw_buf_clear(&all);
      return &actions[i];
    }
    tw_buf_addf(&all, "%s%s", i ? ", " : "", names[i]);
  }
  cli_usage_error(
    run, CLI_CODE_OPERAND, cli_nearest(run->operands.at[0], names, N_ACTIONS),
    "'%s' is none of %.*s", run->operands.at[0], TW_STR_ARG(tw_buf_str(&all)));
  tw_buf_clear(&all);
  return NULL;
}

static int
run_rules(CliRun* run)
{
  CliRules job = {.run = run, .out = TW_BUF_INIT};
  const Action* const action = find_action(run);
  const int code = action && check_operands(&job, action)
                     ? run_action(&job, action)
                     : tw_status_exit(TW_ERR_USAGE);
  tw_buf_clear(&job.out);
  return code;
}

static const CliOption options[] = {
  {"rules", 'r', "DIR", "Take the rule packs of this folder, too"},
  {"gazetteer", 'g', "FILE", "Take the names of this table, too"},
  {"no-jit", 0, NULL, "Interpret patterns instead of compiling them"},
  {"file", 'f', "FILE", "Read texts from this file, too"},
  {"date", 0, "YYYY-MM-DD", "Read the text as an article of that day"},
  {"unit", 'u', "byte|char",
   "Count places in bytes of the source or in code points"},
  {"bare", 0, NULL, "Leave the built-in rule packs out"},
  {"near", 'n', NULL, "cover: list where one thing was missing"},
  {"json", 0, NULL, "Print JSON"},
  {"jobs", 'j', "N", "Work in so many threads; as many as processors"},
};

const CliVerb cli_verb_rules = {
  .name = "rules",
  .operands = "test|lint|show|atoms|why|why-not|positions|cover|diff|new "
              "[RULE|TEXT|FILE]...",
  .summary = "Test rules, check them, show what they do",
  .text =
    "test runs the examples of the rules, of all or of those named, and says "
    "which do not hold. lint looks for rules that load and can hardly be meant "
    "so.\n"
    "show lists the rules, or tells what became of those named: their words, "
    "the pattern, the expression that PCRE2 runs. atoms shows TEXT as patterns "
    "see it.\n"
    "why tells which rules make facts of TEXT, by which words, what cues and "
    "speakers changed, what lost to another rule, and what each frame lacks "
    "that made nothing. why-not RULE TEXT tells of that rule how far it got, "
    "which of its elements failed and what stood there. Without TEXT both read "
    "the files of --file, or standard input.\n"
    "positions reads articles and prints, as tab-separated lines, who stands "
    "where around each verb and noun: article, trigger, part, head.\n"
    "cover reads articles and counts what each rule did: where it was tried, "
    "how many facts it gave, alone or where another rule reads the same words, "
    "what it lost to another rule or gave up because it names nothing, how "
    "often one thing was missing, and its time. cover --near lists these near "
    "misses as tab-separated lines: rule, article, what was missing, "
    "sentence.\n"
    "diff OLD NEW reads articles with the rules of the folder OLD and with "
    "those of NEW, beside the built-in ones or, with --bare, alone, and prints "
    "the facts that were lost (-) and gained (+): article, fact, rule, "
    "sentence. new NAME prints a pack of that name to start from.\n"
    "The exit code is 1 if an example does not hold, lint finds something, "
    "diff prints a fact, why finds none, or the rule of why-not fires.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .min_operands = 1,
  .max_operands = SIZE_MAX,
  .run = run_rules,
};
