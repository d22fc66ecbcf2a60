/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/table.h"

#include "base/utf8.h"

#include <assert.h>

#define MAX_COLUMNS 16
#define CODE_BAD_ROW 2301

/* Where a message points to: the whole file and the line being read. */
typedef struct {
  TwStr file;
  TwStr text;
  TwDiagSink* sink;
} Place;

static TwStatus
report(const Place* place, const char* at, const char* why)
{
  const size_t offset = at ? (size_t)(at - place->text.s) : 0;
  tw_diag_error_at(place->sink, CODE_BAD_ROW, place->file, place->text, offset,
                   (TwStr){NULL, 0}, "%s", why);
  return TW_ERR_RULE;
}

/* Cuts the line at its tabs; all of them are counted, one more kept than any
 * table has. */
static size_t
split(TwStr line, TwStr cells[MAX_COLUMNS + 1])
{
  size_t n = 0;
  size_t start = 0;
  for (size_t i = 0; i <= line.len; ++i) {
    if (i == line.len || line.s[i] == '\t') {
      if (n <= MAX_COLUMNS) {
        cells[n] = tw_str_slice(line, start, i);
      }
      ++n;
      start = i + 1;
    }
  }
  return n;
}

static TwStatus
read_row(const TwTableFormat* format, const Place* place, TwStr line,
         size_t number, void* data)
{
  TwStr cells[MAX_COLUMNS + 1] = {{NULL, 0}};
  const size_t good = tw_utf8_valid_prefix(line);
  if (good < line.len) {
    return report(place, line.s + good, "these bytes are not UTF-8");
  }
  const size_t n = split(line, cells);
  if (n > format->n_columns) {
    return report(place, cells[format->n_columns].s,
                  "more columns than the table has");
  }
  if (n < format->min_columns) {
    return report(place, line.s + line.len, "a column is missing here");
  }
  size_t bad_cell = 0;
  const char* why = "this row is refused";
  const TwStatus status = format->row(data, cells, number, &bad_cell, &why);
  if (status == TW_ERR_RULE) {
    return report(place, bad_cell < n ? cells[bad_cell].s : line.s, why);
  }
  return status;
}

TwStatus
tw_table_read(const TwTableFormat* format, TwStr file, TwStr text, void* data,
              TwDiagSink* sink)
{
  assert(format->n_columns <= MAX_COLUMNS);
  const Place place = {file, text, sink};
  TwStatus result = TW_OK;
  TwStr rest = text;
  TwStr line;
  for (size_t number = 1; tw_str_next(&rest, '\n', &line); ++number) {
    if (line.len && line.s[line.len - 1] == '\r') {
      --line.len;
    }
    if (!line.len || line.s[0] == '#') {
      continue;
    }
    const TwStatus status = read_row(format, &place, line, number, data);
    if (status == TW_ERR_RULE) {
      result = status;
    } else if (status != TW_OK) {
      return status;
    }
  }
  return result;
}
