/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/verbs.h"
#include "graph/audit/explain.h"

static int
run_explain(CliRun* run)
{
  TwBuf out = TW_BUF_INIT;
  const TwExplain explain = {
    .path = cli_bundle_path(run, run->operands.at[0], "graph.ttl"),
    .about = tw_str(run->operands.at[1]),
    .property = tw_str(run->operands.count > 2 ? run->operands.at[2] : NULL)};
  TwStatus status =
    explain.path ? tw_explain_run(&explain, &run->sink, &out) : TW_ERR_NOMEM;
  int code = tw_status_exit(cli_report_status(run, status));
  if (status == TW_OK) {
    code = cli_print(run, tw_buf_str(&out));
  }
  tw_buf_clear(&out);
  return code;
}

const CliVerb cli_verb_explain = {
  .name = "explain",
  .operands = "DIR|FILE NAME|IRI [PROPERTY]",
  .summary = "Tell why the graph says what it says",
  .text =
    "Prints each statement about a person, body, place or event and what it "
    "rests on: the paper, the words and their place, who says it, how surely, "
    "by which rule, and what other papers say against it. The name may be "
    "written without accents, and a part of it will do if nothing has it as "
    "its whole name; the end of an IRI (arrest/12ab...) names one thing or "
    "claim. PROPERTY (place, role, memberOf ...) asks for that alone, of the "
    "events, too, in which it takes part.\n"
    "The exit status is 1 if there is nothing to explain.",
  .min_operands = 2,
  .max_operands = 3,
  .run = run_explain,
};
