/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/fusing.h"
#include "cli/signals.h"
#include "cli/verbs.h"
#include "lib/extracted.h"
#include "output/facts.h"

typedef struct {
  CliFusing fusing;
  CliTally tally;
  TwBuf facts;
} Fuse;

static TwStatus
take(void* data, const TwRaw* raw, const TwReading* reading)
{
  Fuse* const fuse = data;
  if (cli_caught_signal()) {
    return TW_NONE;
  }
  fuse->tally.n_read += 1;
  fuse->tally.n_bytes += raw->text.len;
  tw_buf_reset(&fuse->facts);
  if (cli_fusing_wants_facts(&fuse->fusing)) {
    TW_TRY(tw_facts_reading(reading, &fuse->facts));
  }
  TW_TRY(tw_buf_status(&fuse->facts));
  return cli_fusing_add(&fuse->fusing, raw, reading, tw_buf_str(&fuse->facts));
}

static TwStatus
take_all(Fuse* fuse)
{
  static const char* const standard_input[] = {"-"};
  CliRun* const run = fuse->fusing.run;
  const size_t n = run->operands.count;
  const char* const* const paths = n ? run->operands.at : standard_input;
  for (size_t i = 0; i < (n ? n : 1); ++i) {
    TW_TRY(tw_extracted_each(paths[i], &run->sink, take, fuse));
  }
  if (!fuse->tally.n_read) {
    tw_diag_error(&run->sink, TW_EXTRACTED_CODE, tw_str(paths[0]),
                  "there is no reading in it: it is not what extract prints");
    return TW_ERR_INPUT;
  }
  return TW_OK;
}

static int
run_fuse(CliRun* run)
{
  Fuse fuse = {.tally = {0, 0, 0}};
  TwStatus status = cli_fusing_open(run, &fuse.fusing);
  if (status == TW_OK) {
    status = take_all(&fuse);
  }
  const int code = cli_fusing_end(&fuse.fusing, status, &fuse.tally);
  tw_buf_clear(&fuse.facts);
  return code;
}

static const CliOption options[] = {
  CLI_FUSING_OPTIONS,
  {"strict", 0, NULL, "Fail if a limit was hit"},
};

const CliVerb cli_verb_fuse = {
  .name = "fuse",
  .operands = "-o DIR [FILE|-]...",
  .summary = "Make one graph of what extract has printed",
  .text =
    "The second half of build: takes what any number of runs of extract have "
    "printed and writes what build writes of the same articles, byte for "
    "byte. Standard input is read if nothing is named.",
  .options = options,
  .n_options = sizeof(options) / sizeof(options[0]),
  .max_operands = SIZE_MAX,
  .run = run_fuse,
};
