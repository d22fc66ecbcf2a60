/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/model.h"
#include "cli/verbs.h"
#include "graph/audit/check.h"

#include <stdio.h>

static void
tell(const TwCheckTally* tally)
{
  fprintf(stderr, "%zu triples, %zu nodes with a shape: ", tally->n_triples,
          tally->n_nodes);
  if (tally->n_unknown || tally->n_wrong) {
    fprintf(stderr, "%zu against the vocabulary, %zu against the shapes\n",
            tally->n_unknown, tally->n_wrong);
  } else {
    fputs("all right\n", stderr);
  }
  if (tally->n_doubtful) {
    fprintf(stderr, "%zu names that do not fit the others of their people\n",
            tally->n_doubtful);
  }
}

static int
run_check(CliRun* run)
{
  TwCheckTally tally = {0, 0, 0, 0, 0};
  const char* const graph =
    cli_bundle_path(run, run->operands.at[0], "graph.ttl");
  const char* const asked = cli_value(run, "shapes");
  const char* const shapes =
    asked ? asked : cli_data_path(run, "ontology/shapes.ttl");
  TwStatus status = graph && shapes
                      ? tw_check_run(graph, shapes, &run->sink, &tally)
                      : TW_ERR_USAGE;
  status = cli_report_status(run, status);
  if (status != TW_OK) {
    return tw_status_exit(status);
  }
  if (!run->is_quiet && !run->is_json) {
    tell(&tally);
  }
  return tw_status_exit(tally.n_unknown || tally.n_wrong ? TW_NONE : TW_OK);
}

static const CliOption options[] = {
  {"shapes", 0, "FILE", "Hold the graph against these shapes, not our own"},
};

const CliVerb cli_verb_check = {
  .name = "check",
  .operands = "DIR|FILE",
  .summary = "Hold a graph against its vocabulary and shapes",
  .text =
    "Checks that every class and property of the graph is in the vocabulary, "
    "that subjects and objects are of classes that a property is for, and that "
    "every node has what its shape asks for. The shapes are SHACL: "
    "ontology/shapes.ttl among the program's data, which any SHACL engine "
    "reads, too.\n"
    "People who have two full names that do not fit one another, so that they "
    "may be two in one, are named as well.\n"
    "The exit status is 1 if something does not hold with the vocabulary or "
    "the shapes; each such thing is named.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .min_operands = 1,
  .max_operands = 1,
  .run = run_check,
};
