/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_CLI_MODEL_H
#define TW_CLI_MODEL_H

#include "cli/cli.h"
#include "cli/pipeline.h"
#include "extract/extract.h"

/** Rows of a table of options: what every verb takes that reads articles. */
#define CLI_READING_OPTIONS                                                    \
  {"rules", 'r', "DIR", "Take the rule packs of this folder, too"},            \
    {"gazetteer", 'g', "FILE", "Take the names of this table, too"},           \
    {"encoding", 0, "NAME", "Encoding of text files, if not UTF-8"},           \
    {"max-bytes", 0, "N", "Set longer documents aside; 16777216 by default"},  \
    {"jobs", 'j', "N", "Work in so many threads; as many as processors"},      \
    {"no-jit", 0, NULL, "Interpret patterns instead of compiling them"},       \
  {                                                                            \
    "strict", 0, NULL, "Fail if a document was set aside or a limit was hit"   \
  }

/// The path of a file among the data of the program ("ontology/shapes.ttl");
/// NULL, told, if the data are not there. Lives in the run's arena.
const char*
cli_data_path(CliRun* run, const char* name);

/// Opens rules and names as the options of the run say; what is wrong is
/// reported. Returns owned.
TwStatus
cli_open_extract(CliRun* run, TwExtract** out_extract);

/// The same with the packs of one folder more
TwStatus
cli_open_extract_with(CliRun* run, const char* dir, TwExtract** out_extract);

/// The exit code of a run that ended with `status`, having read `tally`;
/// reports what nobody has reported yet
int
cli_reading_exit(CliRun* run, TwStatus status, const CliTally* tally);

#endif
