/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/facts.h"

/* CSV as RFC 4180 has it. A field that a spreadsheet would take for a formula
 * stays as it is: the table is a record, and quotes in it must be those of the
 * article. docs/facts.md warns of it. */

typedef struct {
  const TwGraph* graph;
  TwWriter* writer;
  TwBuf line;
} Sheet;

static const char* const head[] = {
  "claim",   "subject",    "predicate", "object",    "certainty", "polarity",
  "recap",   "inferred",   "said_by",   "publisher", "published", "quote",
  "trigger", "byte_start", "byte_end",  "rule",      "document",  "url"};

static void
add_field(Sheet* sheet, TwStr text)
{
  if (sheet->line.len) {
    tw_buf_add_char(&sheet->line, ',');
  }
  tw_buf_add_char(&sheet->line, '"');
  TwStr part;
  for (bool is_first = true; tw_str_next(&text, '"', &part); is_first = false) {
    tw_buf_add(&sheet->line, is_first ? TW_STR("") : TW_STR("\"\""));
    tw_buf_add(&sheet->line, part);
  }
  tw_buf_add_char(&sheet->line, '"');
}

static void
add_number(Sheet* sheet, size_t number)
{
  tw_buf_addf(&sheet->line, ",%zu", number);
}

static void
end_line(Sheet* sheet)
{
  tw_buf_add(&sheet->line, TW_STR("\r\n"));
  tw_writer_add(sheet->writer, tw_buf_str(&sheet->line));
  tw_buf_reset(&sheet->line);
}

static TwStr
yes_or_no(bool yes)
{
  return yes ? TW_STR("yes") : TW_STR("no");
}

static void
write_claim(Sheet* sheet, const TwGraphClaim* claim)
{
  const TwGraph* const graph = sheet->graph;
  const TwStatement* const statement = &graph->statements[claim->statement];
  const TwGraphDocument* const document =
    &graph->documents[claim->evidence.document];
  add_field(sheet, claim->iri);
  add_field(sheet, graph->things[statement->subject].label);
  add_field(sheet, statement->predicate);
  add_field(sheet, statement->kind == TW_VALUE_THING
                     ? graph->things[statement->object].label
                     : statement->text);
  add_field(sheet, tw_certainty_name(claim->certainty));
  add_field(sheet, claim->negated ? TW_STR("negative") : TW_STR("positive"));
  add_field(sheet, yes_or_no(claim->recap));
  add_field(sheet, yes_or_no(claim->inferred));
  add_field(sheet, claim->speaker == TW_NO_THING
                     ? claim->speaker_text
                     : graph->things[claim->speaker].label);
  add_field(sheet, document->publisher);
  add_field(sheet, document->date);
  add_field(sheet, claim->evidence.exact);
  add_field(sheet, claim->trigger.exact);
  add_number(sheet, claim->evidence.bytes.start);
  add_number(sheet, claim->evidence.bytes.end);
  add_field(sheet, claim->rule);
  add_field(sheet, document->id);
  add_field(sheet, document->url);
  end_line(sheet);
}

TwStatus
tw_evidence_write(const TwGraph* graph, TwWriter* writer)
{
  Sheet sheet = {.graph = graph, .writer = writer, .line = TW_BUF_INIT};
  for (size_t i = 0; i < sizeof(head) / sizeof(head[0]); ++i) {
    add_field(&sheet, tw_str(head[i]));
  }
  end_line(&sheet);
  for (size_t i = 0; i < graph->n_claims; ++i) {
    write_claim(&sheet, &graph->claims[i]);
  }
  const TwStatus status = tw_buf_status(&sheet.line);
  tw_buf_clear(&sheet.line);
  return status;
}
