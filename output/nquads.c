/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "ontology/vocab.h"
#include "output/literal.h"
#include "output/turtle.h"

#define CHUNK ((size_t)64 * 1024)

typedef struct {
  const TwQuads* quads;
  TwWriter* writer;
  bool* is_plain; ///< By the numbers of terms: an IRI without escapes
  TwBuf buf;
} NQuads;

static void
add_literal(TwBuf* out, const TwTerm* term)
{
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

/* Looks for what must be escaped only at the first time that an IRI comes. */
static void
add_term(NQuads* nquads, uint32_t id)
{
  TwBuf* const out = &nquads->buf;
  const TwTerm term = tw_quads_term(nquads->quads, id);
  if (term.kind == TW_TERM_LITERAL) {
    add_literal(out, &term);
  } else if (nquads->is_plain[id]) {
    tw_buf_add_char(out, '<');
    tw_buf_add(out, term.text);
    tw_buf_add_char(out, '>');
  } else {
    const size_t start = out->len;
    tw_literal_iri(out, term.text);
    nquads->is_plain[id] = out->len - start == term.text.len + 2;
  }
  tw_buf_add_char(out, ' ');
}

static TwStatus
add_quad(void* data, const TwQuadIds* ids)
{
  NQuads* const nquads = data;
  TwBuf* const out = &nquads->buf;
  add_term(nquads, ids->part[TW_SUBJECT]);
  add_term(nquads, ids->part[TW_PREDICATE]);
  add_term(nquads, ids->part[TW_OBJECT]);
  if (ids->part[TW_GRAPH] != TW_DEFAULT_GRAPH) {
    add_term(nquads, ids->part[TW_GRAPH]);
  }
  tw_buf_add(out, TW_STR(".\n"));
  if (out->len >= CHUNK) {
    tw_writer_add(nquads->writer, tw_buf_str(out));
    tw_buf_reset(out);
  }
  return tw_buf_status(out);
}

TwStatus
tw_nquads_write(TwQuads* quads, TwWriter* writer)
{
  TwArena* const arena = tw_arena_new(0);
  NQuads nquads = {.quads = quads, .writer = writer, .buf = TW_BUF_INIT};
  TwStatus status = TW_ERR_NOMEM;
  if (arena) {
    nquads.is_plain = TW_NEW(arena, bool, tw_quads_term_count(quads));
  }
  if (nquads.is_plain) {
    status = tw_quads_each_ids(quads, false, add_quad, &nquads);
    tw_writer_add(writer, tw_buf_str(&nquads.buf));
  }
  tw_buf_clear(&nquads.buf);
  tw_arena_free(arena);
  return status;
}
