/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/emit.h"

#include "graph/moment.h"
#include "ontology/vocab.h"

void
tw_emit_clear(TwEmit* emit)
{
  tw_buf_clear(&emit->subject);
  tw_buf_clear(&emit->object);
  tw_buf_clear(&emit->graph);
}

TwStatus
tw_emit_status(const TwEmit* emit)
{
  return emit->status;
}

static void
check(TwEmit* emit, const TwBuf* buf)
{
  if (emit->status == TW_OK) {
    emit->status = tw_buf_status(buf);
  }
}

static void
put_iri(TwEmit* emit, TwBuf* buf, TwStr iri)
{
  tw_buf_reset(buf);
  tw_buf_add(buf, emit->base);
  tw_buf_add(buf, iri);
  check(emit, buf);
}

void
tw_emit_subject(TwEmit* emit, TwStr iri)
{
  put_iri(emit, &emit->subject, iri);
}

void
tw_emit_graph(TwEmit* emit, TwStr iri)
{
  tw_buf_reset(&emit->graph);
  if (iri.len) {
    put_iri(emit, &emit->graph, iri);
  }
}

static void
hand_on(TwEmit* emit, TwStr predicate, TwTerm object)
{
  if (emit->status != TW_OK) {
    return;
  }
  const TwQuad quad = {
    .subject = {.kind = TW_TERM_IRI, .text = tw_buf_str(&emit->subject)},
    .predicate = {.kind = TW_TERM_IRI, .text = predicate},
    .object = object,
    .graph = tw_buf_str(&emit->graph)};
  emit->status = emit->visit(emit->data, &quad);
}

void
tw_emit_iri(TwEmit* emit, TwStr predicate, TwStr iri)
{
  hand_on(emit, predicate, (TwTerm){.kind = TW_TERM_IRI, .text = iri});
}

void
tw_emit_node(TwEmit* emit, TwStr predicate, TwStr iri)
{
  put_iri(emit, &emit->object, iri);
  tw_emit_iri(emit, predicate, tw_buf_str(&emit->object));
}

void
tw_emit_typed(TwEmit* emit, TwStr predicate, TwStr text, TwStr datatype)
{
  if (!tw_term_is_text(text)) {
    tw_buf_reset(&emit->object);
    tw_term_clean(&emit->object, text);
    check(emit, &emit->object);
    text = tw_buf_str(&emit->object);
  }
  if (text.len) {
    hand_on(
      emit, predicate,
      (TwTerm){.kind = TW_TERM_LITERAL, .text = text, .datatype = datatype});
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
  tw_buf_reset(&emit->object);
  tw_buf_add_number(&emit->object, number);
  check(emit, &emit->object);
  tw_emit_typed(emit, predicate, tw_buf_str(&emit->object), TW_XSD_INTEGER);
}

/* --- Dates --- */

static void
put_interval(TwEmit* emit, TwBuf* buf, TwStr date)
{
  const size_t slash = tw_str_find(date, TW_STR("/"), 0);
  tw_buf_reset(buf);
  tw_buf_add(buf, emit->base);
  tw_buf_add(buf, TW_STR("interval/"));
  tw_buf_add(buf, tw_str_slice(date, 0, slash));
  tw_buf_add_char(buf, '_');
  tw_buf_add(buf, tw_str_slice(date, slash + 1, date.len));
  check(emit, buf);
}

void
tw_emit_date(TwEmit* emit, TwStr predicate, TwStr date)
{
  TwMoment moment;
  if (!tw_moment_read(date, &moment)) {
    tw_emit_text(emit, predicate, date);
  } else if (tw_moment_is_interval(date)) {
    put_interval(emit, &emit->object, date);
    tw_emit_iri(emit, predicate, tw_buf_str(&emit->object));
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
  put_interval(emit, &emit->subject, date);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_INTERVAL);
  tw_emit_text(emit, TW_PROPERTY_RDFS_LABEL, date);
  if (!tw_str_equal(first, TW_STR(".."))) {
    tw_emit_date(emit, TW_PROPERTY_START, first);
  }
  if (!tw_str_equal(last, TW_STR(".."))) {
    tw_emit_date(emit, TW_PROPERTY_END, last);
  }
}
