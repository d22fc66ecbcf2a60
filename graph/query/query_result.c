/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/json.h"
#include "graph/query/query_parts.h"

#include <string.h>

/* Rows in the formats of SPARQL 1.1: CSV and TSV, JSON, XML. */

#define XML_HEAD                                                               \
  "<?xml version=\"1.0\"?>\n"                                                  \
  "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"

/* --- Escapes --- */

/* Adds `text` with each byte replaced that has a row in `escapes`, which is
 * indexed by bytes below 0x80 and may be shorter. */
static void
add_escaped(TwBuf* out, TwStr text, const char* const* escapes, size_t n)
{
  size_t from = 0;
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    if (c < n && escapes[c]) {
      tw_buf_add(out, tw_str_slice(text, from, i));
      tw_buf_add(out, tw_str(escapes[c]));
      from = i + 1;
    }
  }
  tw_buf_add(out, tw_str_slice(text, from, text.len));
}

#define ADD_ESCAPED(out, text, escapes)                                        \
  add_escaped((out), (text), (escapes), sizeof(escapes) / sizeof((escapes)[0]))

static const char* const turtle_escapes[] = {
  ['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n",  ['\f'] = "\\f",
  ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\",
};

/* XML has no other control characters; they are shown as U+FFFD. */
#define NO_XML "\xef\xbf\xbd"
static const char* const xml_escapes[] = {
  [0x01] = NO_XML,  [0x02] = NO_XML,  [0x03] = NO_XML, [0x04] = NO_XML,
  [0x05] = NO_XML,  [0x06] = NO_XML,  [0x07] = NO_XML, [0x08] = NO_XML,
  [0x0b] = NO_XML,  [0x0c] = NO_XML,  [0x0e] = NO_XML, [0x0f] = NO_XML,
  [0x10] = NO_XML,  [0x11] = NO_XML,  [0x12] = NO_XML, [0x13] = NO_XML,
  [0x14] = NO_XML,  [0x15] = NO_XML,  [0x16] = NO_XML, [0x17] = NO_XML,
  [0x18] = NO_XML,  [0x19] = NO_XML,  [0x1a] = NO_XML, [0x1b] = NO_XML,
  [0x1c] = NO_XML,  [0x1d] = NO_XML,  [0x1e] = NO_XML, [0x1f] = NO_XML,
  ['\r'] = "&#13;", ['"'] = "&quot;", ['&'] = "&amp;", ['<'] = "&lt;",
  ['>'] = "&gt;",
};

/* --- CSV and TSV --- */

static void
add_csv(TwBuf* out, TwStr text)
{
  static const char* const quotes[] = {['"'] = "\"\""};
  bool needs_quotes = false;
  for (size_t i = 0; i < text.len && !needs_quotes; ++i) {
    needs_quotes = strchr("\",\r\n", text.s[i]);
  }
  if (needs_quotes) {
    tw_buf_add_char(out, '"');
    ADD_ESCAPED(out, text, quotes);
    tw_buf_add_char(out, '"');
  } else {
    tw_buf_add(out, text);
  }
}

static void
write_csv_cell(const TwCell* cell, TwBuf* out)
{
  if (cell->is_blank) {
    tw_buf_add(out, TW_STR("_:"));
  }
  add_csv(out, cell->term.text);
}

void
tw_cell_write(const TwCell* cell, TwBuf* out)
{
  const TwTerm* const term = &cell->term;
  if (cell->is_blank) {
    tw_buf_addf(out, "_:%.*s", TW_STR_ARG(term->text));
  } else if (term->kind == TW_TERM_IRI) {
    tw_buf_addf(out, "<%.*s>", TW_STR_ARG(term->text));
  } else {
    tw_buf_add_char(out, '"');
    ADD_ESCAPED(out, term->text, turtle_escapes);
    tw_buf_add_char(out, '"');
    if (term->language.len) {
      tw_buf_addf(out, "@%.*s", TW_STR_ARG(term->language));
    } else if (term->datatype.len) {
      tw_buf_addf(out, "^^<%.*s>", TW_STR_ARG(term->datatype));
    }
  }
}

TwStatus
tw_rows_write_triples(const TwRows* rows, TwBuf* out)
{
  size_t last = 0;
  size_t before = 0;
  for (size_t i = 0; i < rows->rows.count; ++i) {
    const size_t start = out->len;
    for (size_t j = 0; j < rows->n_names; ++j) {
      tw_cell_write(&rows->rows.at[i][j], out);
      tw_buf_add_char(out, ' ');
    }
    tw_buf_add(out, TW_STR(".\n"));
    const TwStr text = tw_buf_str(out);
    if (i && tw_str_equal(tw_str_slice(text, before, last),
                          tw_str_slice(text, start, text.len))) {
      out->len = start;
    } else {
      before = start;
      last = out->len;
    }
  }
  return tw_buf_status(out);
}

static void
write_lines(const TwRows* rows, TwBuf* out, const char* mark,
            const char* separator, const char* end,
            void (*write_cell)(const TwCell* cell, TwBuf* out))
{
  for (size_t i = 0; i < rows->n_names; ++i) {
    tw_buf_addf(out, "%s%s%.*s", i ? separator : "", mark,
                TW_STR_ARG(rows->names[i]));
  }
  tw_buf_add(out, tw_str(end));
  for (size_t i = 0; i < rows->rows.count; ++i) {
    for (size_t j = 0; j < rows->n_names; ++j) {
      tw_buf_add(out, tw_str(j ? separator : ""));
      if (rows->rows.at[i][j].is_bound) {
        write_cell(&rows->rows.at[i][j], out);
      }
    }
    tw_buf_add(out, tw_str(end));
  }
}

static void
write_csv(const TwRows* rows, TwBuf* out)
{
  write_lines(rows, out, "", ",", "\r\n", write_csv_cell);
}

static void
write_tsv(const TwRows* rows, TwBuf* out)
{
  write_lines(rows, out, "?", "\t", "\n", tw_cell_write);
}

/* --- JSON --- */

static void
write_json_cell(const TwCell* cell, TwBuf* out)
{
  const TwTerm* const term = &cell->term;
  tw_buf_addf(out, "{\"type\": \"%s\", \"value\": ",
              cell->is_blank              ? "bnode"
              : term->kind == TW_TERM_IRI ? "uri"
                                          : "literal");
  tw_json_text(out, term->text);
  if (term->language.len) {
    tw_buf_add(out, TW_STR(", \"xml:lang\": "));
    tw_json_text(out, term->language);
  } else if (term->datatype.len) {
    tw_buf_add(out, TW_STR(", \"datatype\": "));
    tw_json_text(out, term->datatype);
  }
  tw_buf_add_char(out, '}');
}

static void
write_json_row(const TwRows* rows, const TwCell* cells, TwBuf* out)
{
  bool is_first = true;
  tw_buf_add(out, TW_STR("    {"));
  for (size_t j = 0; j < rows->n_names; ++j) {
    if (cells[j].is_bound) {
      tw_buf_add(out, tw_str(is_first ? "" : ",\n     "));
      tw_json_text(out, rows->names[j]);
      tw_buf_add(out, TW_STR(": "));
      write_json_cell(&cells[j], out);
      is_first = false;
    }
  }
  tw_buf_add_char(out, '}');
}

static void
write_json(const TwRows* rows, TwBuf* out)
{
  tw_buf_add(out, TW_STR("{\"head\": {\"vars\": ["));
  for (size_t i = 0; i < rows->n_names; ++i) {
    tw_buf_add(out, tw_str(i ? ", " : ""));
    tw_json_text(out, rows->names[i]);
  }
  tw_buf_add(out, TW_STR("]},\n \"results\": {\"bindings\": ["));
  for (size_t i = 0; i < rows->rows.count; ++i) {
    tw_buf_add(out, tw_str(i ? ",\n" : "\n"));
    write_json_row(rows, rows->rows.at[i], out);
  }
  tw_buf_add(out, TW_STR("]}}\n"));
}

/* --- XML --- */

static void
add_xml(TwBuf* out, TwStr text)
{
  ADD_ESCAPED(out, text, xml_escapes);
}

static void
write_xml_cell(const TwCell* cell, TwBuf* out)
{
  const TwTerm* const term = &cell->term;
  const char* const element = cell->is_blank              ? "bnode"
                              : term->kind == TW_TERM_IRI ? "uri"
                                                          : "literal";
  tw_buf_addf(out, "<%s", element);
  if (term->language.len) {
    tw_buf_addf(out, " xml:lang=\"%.*s\"", TW_STR_ARG(term->language));
  } else if (term->datatype.len) {
    tw_buf_add(out, TW_STR(" datatype=\""));
    add_xml(out, term->datatype);
    tw_buf_add_char(out, '"');
  }
  tw_buf_add_char(out, '>');
  add_xml(out, term->text);
  tw_buf_addf(out, "</%s>", element);
}

static void
write_xml(const TwRows* rows, TwBuf* out)
{
  tw_buf_add(out, TW_STR(XML_HEAD "  <head>\n"));
  for (size_t i = 0; i < rows->n_names; ++i) {
    tw_buf_addf(out, "    <variable name=\"%.*s\"/>\n",
                TW_STR_ARG(rows->names[i]));
  }
  tw_buf_add(out, TW_STR("  </head>\n  <results>\n"));
  for (size_t i = 0; i < rows->rows.count; ++i) {
    tw_buf_add(out, TW_STR("    <result>\n"));
    for (size_t j = 0; j < rows->n_names; ++j) {
      if (rows->rows.at[i][j].is_bound) {
        tw_buf_addf(out, "      <binding name=\"%.*s\">",
                    TW_STR_ARG(rows->names[j]));
        write_xml_cell(&rows->rows.at[i][j], out);
        tw_buf_add(out, TW_STR("</binding>\n"));
      }
    }
    tw_buf_add(out, TW_STR("    </result>\n"));
  }
  tw_buf_add(out, TW_STR("  </results>\n</sparql>\n"));
}

/* --- All of them --- */

/* The formats: how rows and how a boolean are written. */
static const struct {
  void (*write)(const TwRows* rows, TwBuf* out);
  const char* boolean;
} formats[] = {
  [TW_RESULT_TABLE] = {tw_rows_write_table, "%s\n"},
  [TW_RESULT_CSV] = {write_csv, "%s\r\n"},
  [TW_RESULT_TSV] = {write_tsv, "%s\n"},
  [TW_RESULT_JSON] = {write_json, "{\"head\": {}, \"boolean\": %s}\n"},
  [TW_RESULT_XML] = {write_xml, XML_HEAD "  <head/>\n  <boolean>%s</boolean>\n"
                                         "</sparql>\n"},
};

void
tw_rows_write(const TwRows* rows, TwResultFormat format, TwBuf* out)
{
  formats[format].write(rows, out);
}

void
tw_rows_write_boolean(bool value, TwResultFormat format, TwBuf* out)
{
  TwStr rest = tw_str(formats[format].boolean);
  const size_t at = tw_str_find(rest, TW_STR("%s"), 0);
  tw_buf_add(out, tw_str_slice(rest, 0, at));
  tw_buf_add(out, tw_str(value ? "true" : "false"));
  tw_buf_add(out, tw_str_slice(rest, at + 2, rest.len));
}
