/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"
#include "graph/query/query_parts.h"
#include "ontology/schema.h"

/* A table for people: columns as wide as their widest cell. */

/* Adds the IRI, shortened if a prefix of the vocabulary fits. */
static void
add_iri(TwBuf* out, TwStr iri)
{
  size_t n = 0;
  const TwPrefix* const prefixes = tw_schema_prefixes(&n);
  for (size_t i = 0; i < n; ++i) {
    const TwStr stem = prefixes[i].iri;
    if (tw_str_starts(iri, stem) && iri.len > stem.len) {
      tw_buf_addf(out, "%.*s:", TW_STR_ARG(prefixes[i].name));
      iri = tw_str_slice(iri, stem.len, iri.len);
      break;
    }
  }
  tw_buf_add(out, iri);
}

/* Adds text as one line; the terminal is not to be steered by it. */
static void
add_line(TwBuf* out, TwStr text)
{
  size_t step = 0;
  for (size_t at = 0; at < text.len; at += step) {
    uint32_t c = 0;
    step = tw_utf8_decode(text, at, &c);
    const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0) ||
                            (c >= 0x2028 && c <= 0x202e) ||
                            (c >= 0x2066 && c <= 0x2069);
    tw_buf_add(out,
               is_control ? TW_STR(" ") : tw_str_slice(text, at, at + step));
  }
}

static void
add_cell(TwBuf* out, const TwCell* cell)
{
  if (cell->is_blank) {
    tw_buf_add(out, TW_STR("_:"));
  }
  if (cell->is_bound && cell->term.kind == TW_TERM_IRI && !cell->is_blank) {
    add_iri(out, cell->term.text);
  } else if (cell->is_bound) {
    add_line(out, cell->term.text);
  }
}

static size_t
width_of(TwStr text)
{
  return tw_utf8_count(text, text.len);
}

/* Ends a line, without the blanks of empty cells before it. */
static void
end_line(TwBuf* out)
{
  while (out->len && out->s[out->len - 1] == ' ') {
    --out->len;
  }
  tw_buf_add_char(out, '\n');
}

/* Adds the text and, unless it is the last of a line, blanks up to `width`. */
static void
add_padded(TwBuf* out, TwStr text, size_t width, bool is_last)
{
  tw_buf_add(out, text);
  for (size_t i = width_of(text); !is_last && i < width + 2; ++i) {
    tw_buf_add_char(out, ' ');
  }
}

static void
measure(const TwRows* rows, size_t* widths, TwBuf* scratch)
{
  for (size_t j = 0; j < rows->n_names; ++j) {
    widths[j] = width_of(rows->names[j]);
    for (size_t i = 0; i < rows->rows.count; ++i) {
      tw_buf_reset(scratch);
      add_cell(scratch, &rows->rows.at[i][j]);
      const size_t width = width_of(tw_buf_str(scratch));
      widths[j] = width > widths[j] ? width : widths[j];
    }
  }
}

static void
write_head(const TwRows* rows, const size_t* widths, TwBuf* out)
{
  for (size_t j = 0; j < rows->n_names; ++j) {
    add_padded(out, rows->names[j], widths[j], j + 1 == rows->n_names);
  }
  tw_buf_add_char(out, '\n');
  for (size_t j = 0; j < rows->n_names; ++j) {
    for (size_t i = 0; i < widths[j]; ++i) {
      tw_buf_add_char(out, '-');
    }
    tw_buf_add(out, tw_str(j + 1 == rows->n_names ? "\n" : "  "));
  }
}

void
tw_rows_write_table(const TwRows* rows, TwBuf* out)
{
  size_t* const widths = TW_NEW(rows->arena, size_t, rows->n_names);
  TwBuf cell = TW_BUF_INIT;
  if (!widths) {
    out->failed = true;
    return;
  }
  measure(rows, widths, &cell);
  write_head(rows, widths, out);
  for (size_t i = 0; i < rows->rows.count; ++i) {
    for (size_t j = 0; j < rows->n_names; ++j) {
      tw_buf_reset(&cell);
      add_cell(&cell, &rows->rows.at[i][j]);
      add_padded(out, tw_buf_str(&cell), widths[j], j + 1 == rows->n_names);
    }
    end_line(out);
  }
  tw_buf_addf(out, "(%zu %s)\n", rows->rows.count,
              rows->rows.count == 1 ? "row" : "rows");
  tw_buf_clear(&cell);
}
