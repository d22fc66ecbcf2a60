/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_FUSING_H
#define TW_CLI_FUSING_H

#include "cli/cli.h"
#include "cli/pipeline.h"
#include "lib/target.h"

/* What build and fuse share: readings become one graph, in every form that is
 * asked for. */

/** Rows of a table of options. */
#define CLI_FUSING_OPTIONS                                                     \
  {"output", 'o', "PATH",                                                      \
   "Write everything to a folder, or what the "                                \
   "suffix says to a file: .ttl .nq .svg .dot .tsv "                           \
   ".csv .jsonl .txt; - is Turtle on standard "                                \
   "output. May stand more than once"},                                        \
    {"per-document", 0, NULL,                                                  \
     "Write what each article says by itself, too: DIR/facts/NAME.tsv"},       \
    {"base", 0, "IRI", "Begin the graph's IRIs with this"},                    \
    {"direct", 0, "safe|all|none",                                             \
     "Which statements get triples of their own beside their claims; safe "    \
     "are those that are asserted, positive and not contested"},               \
    {"corrections", 0, "FILE",                                                 \
     "Apply what people corrected: a table of what is one, another, of "       \
     "another type, called otherwise, or not so"},                             \
    {"title", 0, "TEXT", "Title of the drawing"},                              \
    {"max-nodes", 0, "N", "Draw at most so many boxes"},                       \
  {                                                                            \
    "store", 0, "triplewire|hashes", "Storage of the graph in memory"          \
  }

typedef struct {
  CliRun* run;
  TwTargets* targets;
  TwJob* job;
  TwCorrections* corrections; ///< Or NULL
  TwNotes notes;
  int64_t start;
} CliFusing;

/// Opens what the options of the run ask for; what is wrong is reported. Call
/// cli_fusing_end() whatever it returns.
TwStatus
cli_fusing_open(CliRun* run, CliFusing* fusing);

/// True if articles get files of their own
bool
cli_fusing_wants_facts(const CliFusing* fusing);

/// Adds what an article says; `facts` are the rows of its own file, if it gets
/// one
TwStatus
cli_fusing_add(CliFusing* fusing, const TwRaw* raw, const TwReading* reading,
               TwStr facts);

/// Fuses and writes, if `status` is TW_OK, tells what came of the run, and
/// frees everything; the exit code
int
cli_fusing_end(CliFusing* fusing, TwStatus status, const CliTally* tally);

#endif
