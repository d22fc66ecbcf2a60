/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "cli/help.h"
#include "cli/signals.h"
#include "cli/verbs.h"

#include <stdio.h>
#include <string.h>

static const CliVerb* const verbs[] = {
  &cli_verb_build,    &cli_verb_extract, &cli_verb_fuse,  &cli_verb_query,
  &cli_verb_explain,  &cli_verb_diff,    &cli_verb_check, &cli_verb_verify,
  &cli_verb_mentions, &cli_verb_rules,   &cli_verb_help,  &cli_verb_version,
};

#define N_VERBS (sizeof(verbs) / sizeof(verbs[0]))

static const CliOption common_options[] = {
  {"quiet", 'q', NULL, "Print errors only"},
  {"log", 0, "text|json", "Print messages as text or as JSON lines"},
  {"color", 0, "auto|always|never", "Colour messages"},
  {"help", 'h', NULL, "Show what a verb does and takes"},
};

const CliVerb* const*
cli_verbs(size_t* out_n)
{
  *out_n = N_VERBS;
  return verbs;
}

const CliOption*
cli_common_options(size_t* out_n)
{
  *out_n = sizeof(common_options) / sizeof(common_options[0]);
  return common_options;
}

const CliVerb*
cli_find_verb(const char* name)
{
  for (size_t i = 0; i < N_VERBS; ++i) {
    if (!strcmp(verbs[i]->name, name)) {
      return verbs[i];
    }
  }
  return NULL;
}

static const CliVerb*
find_habit(const char* name)
{
  /* What people type at any program. */
  static const struct {
    const char* option;
    const CliVerb* verb;
  } habits[] = {
    {"--help", &cli_verb_help},
    {"-h", &cli_verb_help},
    {"--version", &cli_verb_version},
    {"-V", &cli_verb_version},
  };
  for (size_t i = 0; i < sizeof(habits) / sizeof(habits[0]); ++i) {
    if (!strcmp(habits[i].option, name)) {
      return habits[i].verb;
    }
  }
  return NULL;
}

static int
unknown_verb(CliRun* run, const char* name)
{
  const char* names[N_VERBS];
  char hint[128] = "triplewire help lists the verbs";
  for (size_t i = 0; i < N_VERBS; ++i) {
    names[i] = verbs[i]->name;
  }
  const char* const nearest = cli_nearest(name, names, N_VERBS);
  if (nearest) {
    snprintf(hint, sizeof(hint), "did you mean triplewire %s?", nearest);
  }
  cli_open_sink(run);
  return cli_usage_error(run, CLI_CODE_VERB, hint, "there is no verb '%s'",
                         name);
}

static int
no_verb(CliRun* run)
{
  cli_open_sink(run);
  return cli_usage_error(run, CLI_CODE_VERB, "triplewire help lists the verbs",
                         "a verb is needed");
}

static int
show_help(CliRun* run)
{
  TwBuf out = TW_BUF_INIT;
  cli_help_verb(&out, run->verb);
  const int code = cli_print(run, tw_buf_str(&out));
  tw_buf_clear(&out);
  return code;
}

static int
run_verb(CliRun* run, int argc, char** argv)
{
  /* Messages about the options themselves take the defaults. */
  cli_open_sink(run);
  const TwStatus status = cli_parse(run, argc, argv);
  if (status != TW_OK) {
    return tw_status_exit(status);
  }
  cli_open_sink(run);
  return cli_has(run, "help") ? show_help(run) : run->verb->run(run);
}

int
main(int argc, char** argv)
{
  tw_tune_heap();
  CliRun run = {.arena = tw_arena_new(0)};
  int code = tw_status_exit(TW_ERR_NOMEM);
  if (run.arena && argc < 2) {
    code = no_verb(&run);
  } else if (run.arena) {
    run.verb = cli_find_verb(argv[1]);
    run.verb = run.verb ? run.verb : find_habit(argv[1]);
    code = run.verb ? run_verb(&run, argc - 2, argv + 2)
                    : unknown_verb(&run, argv[1]);
  }
  cli_tell_held_back(&run);
  tw_arena_free(run.arena);
  cli_obey_signal();
  return code;
}
