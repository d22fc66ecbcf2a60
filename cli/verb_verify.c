/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/signals.h"
#include "cli/verbs.h"
#include "extract/ingest/source.h"
#include "graph/audit/verify.h"
#include "lib/agree.h"

#include <stdio.h>
#include <unistd.h>

typedef struct {
  CliRun* run;
  TwVerify* verify;
  TwVerifyTally tally;
  size_t n_wrong; /* Beside those of the tally */
} Check;

static TwStatus
check_source(void* data, const TwRaw* raw)
{
  Check* const check = data;
  return tw_verify_source(check->verify, raw->name, raw->text,
                          &check->run->sink);
}

static TwStatus
check_spans(Check* check, const char* graph, const char* const* sources,
            size_t n_sources)
{
  const TwSourceOptions options = {.encoding = NULL};
  TwDiagSink* const sink = &check->run->sink;
  TW_TRY(tw_verify_open(graph, sink, &check->verify));
  TW_TRY(tw_source_each(sources, n_sources, &options, sink, check_source, check,
                        NULL));
  return tw_verify_finish(check->verify, sink, &check->tally);
}

/* A file that is not there cannot disagree. */
static TwStatus
check_others(Check* check, const char* dir, const char* graph)
{
  TwDiagSink* const sink = &check->run->sink;
  const char* const nquads = cli_bundle_path(check->run, dir, "graph.nq");
  const char* const rows = cli_bundle_path(check->run, dir, "evidence.csv");
  const char* const facts = cli_bundle_path(check->run, dir, "facts.tsv");
  if (!nquads || !rows || !facts) {
    return TW_ERR_NOMEM;
  }
  if (!access(nquads, F_OK)) {
    TW_TRY(tw_agree_triples(graph, nquads, sink, &check->n_wrong));
  }
  if (!access(facts, F_OK)) {
    TW_TRY(tw_agree_facts(facts, check->tally.n_told, sink, &check->n_wrong));
  }
  return access(rows, F_OK)
           ? TW_OK
           : tw_agree_rows(rows, check->tally.n_claims, sink, &check->n_wrong);
}

static TwStatus
check_all(Check* check)
{
  CliRun* const run = check->run;
  const char* const dir = run->operands.at[0];
  const char* const graph = cli_bundle_path(run, dir, "graph.ttl");
  const char* const kept = cli_bundle_path(run, dir, "sources.jsonl");
  if (!graph || !kept) {
    return TW_ERR_NOMEM;
  }
  if (run->operands.count > 1) {
    return check_spans(check, graph, run->operands.at + 1,
                       run->operands.count - 1);
  }
  if (kept == dir) {
    cli_usage_error(run, CLI_CODE_OPERAND,
                    "triplewire verify DIR, or FILE and its articles",
                    "a graph alone cannot be verified");
    return TW_ERR_USAGE;
  }
  TW_TRY(check_spans(check, graph, &kept, 1));
  return check_others(check, dir, graph);
}

static void
tell_count(size_t n, const char* what)
{
  fprintf(stderr, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

static void
tell(const TwVerifyTally* tally, size_t n_wrong)
{
  tell_count(tally->n_documents, "article");
  fputs(", ", stderr);
  tell_count(tally->n_spans, "quote");
  fputs(", ", stderr);
  tell_count(tally->n_claims, "claim");
  if (n_wrong) {
    fprintf(stderr, ": %zu wrong\n", n_wrong);
  } else {
    fputs(": all right\n", stderr);
  }
}

static int
run_verify(CliRun* run)
{
  Check check = {.run = run};
  const TwStatus status = cli_report_status(run, check_all(&check));
  const size_t n_wrong = check.tally.n_wrong + check.n_wrong;
  tw_verify_free(check.verify);
  if (status != TW_OK) {
    return tw_status_exit(status);
  }
  if (!run->is_quiet && !run->is_json) {
    tell(&check.tally, n_wrong);
  }
  return tw_status_exit(n_wrong || run->sink.counts[TW_ERROR] ? TW_NONE
                                                              : TW_OK);
}

const CliVerb cli_verb_verify = {
  .name = "verify",
  .operands = "DIR | FILE [FILE|DIR]...",
  .summary = "Hold a graph against the articles it was read from",
  .text =
    "Cuts every quote out of the articles again and compares it with what the "
    "graph says, checks that every claim has its words, article and rule, that "
    "every direct triple rests on a claim, and that the files of the folder "
    "agree. DIR is what build has written; else name the graph and the "
    "articles.\n"
    "The exit status is 1 if something does not hold; each such thing is "
    "named.",
  .min_operands = 1,
  .max_operands = SIZE_MAX,
  .run = run_verify,
};
