/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_quads.h"

#include "base/buf.h"

#include <check.h>

static TwTerm
iri(TwStr text)
{
  return (TwTerm){.kind = TW_TERM_IRI, .text = text};
}

static TwTerm
object(TwStr text)
{
  TwTerm term = iri(text);
  if (text.len && text.s[0] == '\'') {
    term.kind = TW_TERM_LITERAL;
    term.text = tw_str_slice(text, 1, text.len);
    for (size_t i = 1; i < term.text.len; ++i) {
      const TwStr tail = tw_str_slice(term.text, i + 1, term.text.len);
      if (term.text.s[i] == '@') {
        term.language = tail;
      } else if (term.text.s[i] == '^') {
        term.datatype = tail;
      } else {
        continue;
      }
      term.text.len = i;
    }
  }
  return term;
}

TwQuad
check_quad(const char* line)
{
  TwStr rest = tw_str(line);
  TwStr graph = {NULL, 0};
  TwStr subject = graph;
  TwStr predicate = graph;
  ck_assert(tw_str_next(&rest, ' ', &graph));
  ck_assert(tw_str_next(&rest, ' ', &subject));
  ck_assert(tw_str_next(&rest, ' ', &predicate));
  const bool is_default = tw_str_equal(graph, TW_STR("-"));
  return (TwQuad){iri(subject), iri(predicate), object(rest),
                  is_default ? (TwStr){NULL, 0} : graph};
}

TwStatus
check_try_add(TwQuads* quads, const char* line)
{
  const TwQuad quad = check_quad(line);
  return tw_quads_add(quads, &quad);
}

void
check_add(TwQuads* quads, const char* line)
{
  ck_assert_int_eq(check_try_add(quads, line), TW_OK);
}

static void
write_escaped(TwBuf* out, TwStr text)
{
  static const char names[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
    ['\r'] = 'r', ['"'] = '"',  ['\\'] = '\\'};
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    if (c < sizeof(names) && names[c]) {
      tw_buf_addf(out, "\\%c", names[c]);
    } else if (c < 0x20 || c == 0x7f) {
      tw_buf_addf(out, "\\u%04X", c);
    } else {
      tw_buf_add_char(out, (char)c);
    }
  }
}

typedef struct {
  TwBuf* out;
  bool is_nquads;
} Writer;

static void
write_iri(const Writer* writer, TwStr text)
{
  tw_buf_addf(writer->out, writer->is_nquads ? "<%.*s>" : "%.*s",
              TW_STR_ARG(text));
}

static TwStatus
write_quad(void* data, const TwQuad* quad)
{
  const Writer* const writer = data;
  TwBuf* const out = writer->out;
  if (quad->graph.len) {
    write_iri(writer, quad->graph);
    tw_buf_add_char(out, ' ');
  }
  write_iri(writer, quad->subject.text);
  tw_buf_add_char(out, ' ');
  write_iri(writer, quad->predicate.text);
  tw_buf_add_char(out, ' ');
  if (quad->object.kind == TW_TERM_IRI) {
    write_iri(writer, quad->object.text);
  } else {
    tw_buf_add_char(out, '"');
    write_escaped(out, quad->object.text);
    tw_buf_add_char(out, '"');
  }
  if (quad->object.language.len) {
    tw_buf_addf(out, "@%.*s", TW_STR_ARG(quad->object.language));
  } else if (quad->object.datatype.len) {
    tw_buf_add(out, TW_STR("^^"));
    write_iri(writer, quad->object.datatype);
  }
  tw_buf_add_char(out, '\n');
  return TW_OK;
}

static TwStr
write_all(TwQuads* quads, bool is_union, bool is_nquads)
{
  static TwBuf text = TW_BUF_INIT;
  Writer writer = {&text, is_nquads};
  tw_buf_reset(&text);
  ck_assert_int_eq(is_union ? tw_quads_each_triple(quads, write_quad, &writer)
                            : tw_quads_each(quads, write_quad, &writer),
                   TW_OK);
  return tw_buf_str(&text);
}

TwStr
check_quads_text(TwQuads* quads, bool is_union)
{
  return write_all(quads, is_union, false);
}

TwStr
check_quads_nquads(TwQuads* quads, bool is_union)
{
  return write_all(quads, is_union, true);
}

size_t
check_quads_count(TwQuads* quads)
{
  size_t n = SIZE_MAX;
  ck_assert_int_eq(tw_quads_count(quads, &n), TW_OK);
  return n;
}
