/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/vocab.h"
#include "output/literal.h"
#include "output/turtle.h"

#define CHUNK ((size_t)64 * 1024)

typedef struct {
  TwWriter* writer;
  TwBuf buf;
} NQuads;

static void
add_term(TwBuf* out, const TwTerm* term)
{
  if (term->kind == TW_TERM_IRI) {
    tw_literal_iri(out, term->text);
    return;
  }
  tw_literal_text(out, term->text);
  if (term->language.len) {
    tw_buf_add_char(out, '@');
    tw_buf_add(out, term->language);
  } else if (term->datatype.len &&
             !tw_str_equal(term->datatype, TW_XSD_STRING)) {
    tw_buf_add(out, TW_STR("^^"));
    tw_literal_iri(out, term->datatype);
  }
}

static TwStatus
add_quad(void* data, const TwQuad* quad)
{
  NQuads* const nquads = data;
  TwBuf* const out = &nquads->buf;
  add_term(out, &quad->subject);
  tw_buf_add_char(out, ' ');
  add_term(out, &quad->predicate);
  tw_buf_add_char(out, ' ');
  add_term(out, &quad->object);
  if (quad->graph.len) {
    tw_buf_add_char(out, ' ');
    tw_literal_iri(out, quad->graph);
  }
  tw_buf_add(out, TW_STR(" .\n"));
  if (out->len >= CHUNK) {
    tw_writer_add(nquads->writer, tw_buf_str(out));
    tw_buf_reset(out);
  }
  return tw_buf_status(out);
}

TwStatus
tw_nquads_write(TwQuads* quads, TwWriter* writer)
{
  NQuads nquads = {writer, TW_BUF_INIT};
  const TwStatus status = tw_quads_each(quads, add_quad, &nquads);
  tw_writer_add(writer, tw_buf_str(&nquads.buf));
  tw_buf_clear(&nquads.buf);
  return status;
}
