/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"
#include "extract/extract.h"
#include "output/facts.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>

/* Ingest and reading: bytes that start with "{" are JSON lines, others a text
 * file. Whatever they are, every span lies between characters of its source
 * and every table of facts is made of whole lines. */

typedef struct {
  TwExtract* extract;
  TwReader* reader;
  TwDiagSink sink;
} Reading;

static Reading*
get_reading(void)
{
  static Reading reading;
  if (!reading.extract) {
    const TwExtractOptions options = {.data_dir = getenv("TRIPLEWIRE_DATA")};
    fuzz_promise(options.data_dir, "TRIPLEWIRE_DATA is set");
    fuzz_promise(tw_extract_open(&options, &reading.sink, &reading.extract) ==
                   TW_OK,
                 "rules and tables are sound");
    reading.reader = tw_reader_new(reading.extract);
    fuzz_promise(reading.reader, "there is memory");
  }
  return &reading;
}

static bool
is_border(TwStr text, size_t at)
{
  return at == text.len ||
         (at < text.len && ((unsigned char)text.s[at] & 0xc0) != 0x80);
}

static void
check_span(TwStr source, TwSpan span)
{
  fuzz_promise(span.start <= span.end, "a span does not end before it starts");
  fuzz_promise(is_border(source, span.start) && is_border(source, span.end),
               "a span lies between characters of its source");
}

static void
check_spans(const TwReading* reading)
{
  const TwStr source = reading->document->source;
  for (size_t i = 0; i < reading->n_entities; ++i) {
    check_span(source, reading->entities[i].span);
  }
  for (size_t i = 0; i < reading->n_facts; ++i) {
    const TwFact* const fact = &reading->facts[i];
    check_span(source, fact->evidence);
    check_span(source, fact->trigger);
    check_span(source, fact->cue);
    for (size_t j = 0; j < fact->n_roles; ++j) {
      check_span(source, fact->roles[j].span);
      fuzz_promise(fact->roles[j].entity == TW_NO_ENTITY ||
                     fact->roles[j].entity < reading->n_entities,
                   "a role names an entity that is there");
    }
  }
}

static void
check_table(const TwReading* reading)
{
  TwBuf table = TW_BUF_INIT;
  fuzz_promise(tw_facts_reading(reading, &table) == TW_OK, "facts are written");
  const TwStr text = tw_buf_str(&table);
  fuzz_promise(!text.len || tw_str_ends(text, TW_STR("\n")),
               "lines of facts are whole");
  fuzz_promise(tw_utf8_valid_prefix(text) == text.len, "facts are UTF-8");
  TwStr rest = text;
  TwStr line = {NULL, 0};
  while (tw_str_next(&rest, '\n', &line)) {
    TwStr cell = {NULL, 0};
    tw_str_next(&line, '\t', &cell);
    while (tw_str_next(&line, '\t', &cell)) {
      fuzz_promise(tw_str_find(cell, TW_STR("="), 0) != SIZE_MAX,
                   "a column of facts has a key");
    }
  }
  tw_buf_clear(&table);
}

static TwStatus
read_one(void* data, const TwRaw* raw)
{
  Reading* const all = data;
  const TwReading* reading = NULL;
  const TwStatus status = tw_reader_run(all->reader, raw, &all->sink, &reading);
  if (status == TW_OK) {
    check_spans(reading);
    check_table(reading);
  }
  return status;
}

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  Reading* const reading = get_reading();
  const bool is_json = size && data[0] == '{';
  const char* const path = fuzz_file(is_json ? "a.jsonl" : "a.txt", data, size);
  const TwSourceOptions options = {.max_bytes = 0};
  TwSourceTally tally = {0, 0};
  reading->sink = (TwDiagSink){.report = NULL};
  const TwStatus status = tw_source_each(&path, 1, &options, &reading->sink,
                                         read_one, reading, &tally);
  fuzz_promise(status == TW_OK || status == TW_ERR_INPUT,
               "a bad document ends no run");
  fuzz_promise(tally.n_set_aside <= reading->sink.counts[TW_ERROR],
               "each document that is set aside is told");
  return 0;
}
