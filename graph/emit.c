/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/emit.h"

#include "graph/moment.h"
#include "ontology/vocab.h"

void
tw_emit_clear(TwEmit* emit)
{
  tw_buf_clear(&emit->text);
}

TwStatus
tw_emit_status(const TwEmit* emit)
{
  return emit->status;
}

/* --- Terms --- */

static uint32_t
number_of(TwEmit* emit, TwTerm term)
{
  uint32_t id = TW_DEFAULT_GRAPH;
  if (emit->status == TW_OK) {
    emit->status = tw_quads_number(emit->quads, &term, &id);
  }
  return id;
}

/* The scratch buffer as text. */
static TwStr
text_of(TwEmit* emit)
{
  if (emit->status == TW_OK) {
    emit->status = tw_buf_status(&emit->text);
  }
  return tw_buf_str(&emit->text);
}

/* The number of a term that comes again and again. What stood at this address
 * may have changed: the text has the last word. */
static uint32_t
known(TwEmit* emit, TwTerm term)
{
  const uintptr_t address = (uintptr_t)term.text.s;
  const size_t at = (address >> 4 ^ address >> 12) % TW_EMIT_KNOWN;
  if (emit->known[at].s == term.text.s) {
    const TwTerm there = tw_quads_term(emit->quads, emit->known[at].id);
    if (there.kind == term.kind && tw_str_equal(there.text, term.text) &&
        tw_str_equal(there.datatype, term.datatype) && !there.language.len) {
      return emit->known[at].id;
    }
  }
  const uint32_t id = number_of(emit, term);
  emit->known[at].s = term.text.s;
  emit->known[at].id = id;
  return id;
}

uint32_t
tw_emit_node(TwEmit* emit, TwStr iri)
{
  tw_buf_reset(&emit->text);
  tw_buf_add(&emit->text, emit->base);
  tw_buf_add(&emit->text, iri);
  return number_of(emit, (TwTerm){.kind = TW_TERM_IRI, .text = text_of(emit)});
}

/* --- Quads --- */

void
tw_emit_subject(TwEmit* emit, uint32_t node)
{
  emit->subject = node;
}

void
tw_emit_graph(TwEmit* emit, uint32_t node)
{
  emit->graph = node;
}

void
tw_emit_link(TwEmit* emit, TwStr predicate, uint32_t node)
{
  TwQuadIds ids = {{0}};
  ids.part[TW_GRAPH] = emit->graph;
  ids.part[TW_SUBJECT] = emit->subject;
  ids.part[TW_PREDICATE] =
    known(emit, (TwTerm){.kind = TW_TERM_IRI, .text = predicate});
  ids.part[TW_OBJECT] = node;
  if (emit->status == TW_OK) {
    emit->status = tw_quads_add_ids(emit->quads, &ids);
  }
}

void
tw_emit_iri(TwEmit* emit, TwStr predicate, TwStr iri)
{
  const TwTerm term = {.kind = TW_TERM_IRI, .text = iri};
  tw_emit_link(emit, predicate, known(emit, term));
}

void
tw_emit_typed(TwEmit* emit, TwStr predicate, TwStr text, TwStr datatype)
{
  if (!tw_term_is_text(text)) {
    tw_buf_reset(&emit->text);
    tw_term_clean(&emit->text, text);
    text = text_of(emit);
  }
  if (text.len) {
    const TwTerm term = {
      .kind = TW_TERM_LITERAL, .text = text, .datatype = datatype};
    tw_emit_link(emit, predicate, known(emit, term));
  }
}

void
tw_emit_text(TwEmit* emit, TwStr predicate, TwStr text)
{
  tw_emit_typed(emit, predicate, text, TW_STR(""));
}

void
tw_emit_number(TwEmit* emit, TwStr predicate, size_t number)
{
  tw_buf_reset(&emit->text);
  tw_buf_add_number(&emit->text, number);
  const TwTerm term = {
    .kind = TW_TERM_LITERAL, .text = text_of(emit), .datatype = TW_XSD_INTEGER};
  tw_emit_link(emit, predicate, number_of(emit, term));
}

/* --- Dates --- */

/* The node of an interval. */
static uint32_t
interval(TwEmit* emit, TwStr date)
{
  const size_t slash = tw_str_find(date, TW_STR("/"), 0);
  tw_buf_reset(&emit->text);
  tw_buf_add(&emit->text, emit->base);
  tw_buf_add(&emit->text, TW_STR("interval/"));
  tw_buf_add(&emit->text, tw_str_slice(date, 0, slash));
  tw_buf_add_char(&emit->text, '_');
  tw_buf_add(&emit->text, tw_str_slice(date, slash + 1, date.len));
  return number_of(emit, (TwTerm){.kind = TW_TERM_IRI, .text = text_of(emit)});
}

void
tw_emit_date(TwEmit* emit, TwStr predicate, TwStr date)
{
  TwMoment moment;
  if (!tw_moment_read(date, &moment)) {
    tw_emit_text(emit, predicate, date);
  } else if (tw_moment_is_interval(date)) {
    tw_emit_link(emit, predicate, interval(emit, date));
  } else {
    tw_emit_typed(emit, predicate, date,
                  date.len == 4   ? TW_XSD_G_YEAR
                  : date.len == 7 ? TW_XSD_G_YEAR_MONTH
                                  : TW_XSD_DATE);
  }
}

void
tw_emit_interval(TwEmit* emit, TwStr date)
{
  const size_t slash = tw_str_find(date, TW_STR("/"), 0);
  const TwStr first = tw_str_slice(date, 0, slash);
  const TwStr last = tw_str_slice(date, slash + 1, date.len);
  tw_emit_subject(emit, interval(emit, date));
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_INTERVAL);
  tw_emit_text(emit, TW_PROPERTY_RDFS_LABEL, date);
  if (!tw_str_equal(first, TW_STR(".."))) {
    tw_emit_date(emit, TW_PROPERTY_START, first);
  }
  if (!tw_str_equal(last, TW_STR(".."))) {
    tw_emit_date(emit, TW_PROPERTY_END, last);
  }
}
