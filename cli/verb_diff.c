/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/verbs.h"
#include "graph/audit/diff.h"

#include <stdio.h>

static void
tell(const TwDiffTally* tally)
{
  fprintf(stderr,
          "claims: %zu gained, %zu lost, %zu changed; conflicts: %zu opened, "
          "%zu closed\n",
          tally->n_gained, tally->n_lost, tally->n_changed, tally->n_opened,
          tally->n_closed);
}

static int
run_diff(CliRun* run)
{
  TwBuf out = TW_BUF_INIT;
  TwDiffTally tally = {0, 0, 0, 0, 0};
  const char* const old_path =
    cli_bundle_path(run, run->operands.at[0], "graph.ttl");
  const char* const new_path =
    cli_bundle_path(run, run->operands.at[1], "graph.ttl");
  const TwStatus status =
    old_path && new_path
      ? tw_diff_run(old_path, new_path, &run->sink, &out, &tally)
      : TW_ERR_NOMEM;
  int code = tw_status_exit(cli_report_status(run, status));
  if (status == TW_OK) {
    code = cli_print(run, tw_buf_str(&out));
    if (!run->is_quiet && !run->is_json) {
      tell(&tally);
    }
    code = code ? code : out.len ? tw_status_exit(TW_NONE) : 0;
  }
  tw_buf_clear(&out);
  return code;
}

const CliVerb cli_verb_diff = {
  .name = "diff",
  .operands = "DIR|FILE DIR|FILE",
  .summary = "Compare two graphs by what they claim",
  .text =
    "Prints a line for each claim that only the second graph has (+), that "
    "only the first one has (-), or that both tell with another certainty (~), "
    "and for each conflict that was opened (+) or closed (-). A claim is the "
    "same if it rests on the same words of the same article, so that rules, "
    "corrections and further articles can be judged by what they change.\n"
    "The exit status is 1 if the graphs differ.",
  .min_operands = 2,
  .max_operands = 2,
  .run = run_diff,
};
