/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/triples.h"

#include "graph/emit.h"
#include "graph/moment.h"
#include "ontology/schema.h"
#include "ontology/vocab.h"

#include <stdlib.h>

/* The node of the run that made the graph. */
#define RUN TW_STR("run")

/** The IRIs that stand for outside identifiers. */
typedef struct {
  TwStr prefix; ///< Of the identifier
  TwStr before; ///< What comes before the rest of it in the IRI
  TwStr after;
} Outside;

#define TEXT(literal)                                                          \
  {                                                                            \
    (literal), sizeof(literal) - 1                                             \
  }

static const Outside outsides[] = {
  {TEXT("geonames:"), TEXT("https://sws.geonames.org/"), TEXT("/")},
  {TEXT("iso:"), TEXT("https://www.iso.org/obp/ui/#iso:code:3166:"), TEXT("")},
  {TEXT("wikidata:"), TEXT("http://www.wikidata.org/entity/"), TEXT("")},
};

/* --- Articles --- */

static void
emit_document(TwEmit* emit, const TwGraph* graph,
              const TwGraphDocument* document)
{
  tw_emit_graph(emit, document->iri);
  tw_emit_subject(emit, document->iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_SCHEMA_NEWS_ARTICLE);
  tw_emit_text(emit, TW_PROPERTY_SHA256, document->sha256);
  tw_emit_text(emit, TW_PROPERTY_SCHEMA_IDENTIFIER, document->id);
  tw_emit_text(emit, TW_PROPERTY_SCHEMA_HEADLINE, document->title);
  tw_emit_typed(emit, TW_PROPERTY_SCHEMA_URL, document->url, TW_XSD_ANY_URI);
  tw_emit_text(emit, TW_PROPERTY_SCHEMA_IN_LANGUAGE, document->language);
  tw_emit_typed(emit, TW_PROPERTY_SCHEMA_DATE_PUBLISHED, document->date,
                TW_XSD_DATE);
  tw_emit_text(emit, TW_PROPERTY_DATE_FROM, document->date_how);
  tw_emit_text(emit, TW_PROPERTY_PUBLISHER_FROM, document->publisher_how);
  tw_emit_number(emit, TW_PROPERTY_BYTE_SIZE, document->n_bytes);
  tw_emit_number(emit, TW_PROPERTY_CHAR_SIZE, document->n_chars);
  if (document->publisher_thing != TW_NO_THING) {
    tw_emit_node(emit, TW_PROPERTY_SCHEMA_PUBLISHER,
                 graph->things[document->publisher_thing].iri);
  }
}

/* Which articles mention what. */
static void
emit_mentions(TwEmit* emit, const TwGraph* graph)
{
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    for (size_t k = 0; k < thing->n_documents; ++k) {
      const TwStr document = graph->documents[thing->documents[k]].iri;
      tw_emit_graph(emit, document);
      tw_emit_subject(emit, document);
      tw_emit_node(emit, TW_PROPERTY_SCHEMA_MENTIONS, thing->iri);
    }
  }
  tw_emit_graph(emit, TW_STR(""));
}

static void
emit_run(TwEmit* emit, const TwGraph* graph)
{
  if (graph->n_documents) {
    tw_emit_subject(emit, RUN);
    tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_PROV_ACTIVITY);
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    tw_emit_node(emit, TW_PROPERTY_PROV_USED, graph->documents[i].iri);
  }
}

/* --- Things --- */

static void
emit_outside(TwEmit* emit, TwStr id)
{
  for (size_t i = 0; i < sizeof(outsides) / sizeof(outsides[0]); ++i) {
    if (tw_str_starts(id, outsides[i].prefix)) {
      TwBuf iri = TW_BUF_INIT;
      tw_buf_add(&iri, outsides[i].before);
      tw_term_encode(&iri, tw_str_slice(id, outsides[i].prefix.len, id.len));
      tw_buf_add(&iri, outsides[i].after);
      tw_emit_iri(emit, TW_PROPERTY_SKOS_EXACT_MATCH, tw_buf_str(&iri));
      tw_buf_clear(&iri);
    }
  }
}

/* How surely events and relations are told: as their surest statement is. */
static void
emit_certainty(TwEmit* emit, const TwStatement* statements, size_t n)
{
  TwCertainty certainty = TW_DENIED;
  bool negated = true;
  for (size_t i = 0; i < n; ++i) {
    const bool first = negated && !statements[i].negated;
    if (first || (negated == statements[i].negated &&
                  statements[i].certainty < certainty)) {
      certainty = statements[i].certainty;
    }
    negated = negated && statements[i].negated;
  }
  tw_emit_text(emit, TW_PROPERTY_CERTAINTY, tw_certainty_name(certainty));
  tw_emit_text(emit, TW_PROPERTY_POLARITY,
               negated ? TW_STR("negative") : TW_STR("positive"));
}

static void
emit_object(TwEmit* emit, const TwGraph* graph, TwStr predicate,
            const TwStatement* statement)
{
  switch (statement->kind) {
  case TW_VALUE_THING:
    tw_emit_node(emit, predicate, graph->things[statement->object].iri);
    break;
  case TW_VALUE_NUMBER:
    tw_emit_typed(emit, predicate, statement->text, TW_XSD_INTEGER);
    break;
  case TW_VALUE_DATE:
    tw_emit_date(emit, predicate, statement->text);
    break;
  case TW_VALUE_TEXT:
    tw_emit_text(emit, predicate, statement->text);
    break;
  }
}

/* A thing and the direct triples about it, of its statements [0, n). */
static void
emit_thing(TwEmit* emit, const TwGraph* graph, const TwGraphThing* thing,
           const TwStatement* statements, size_t n)
{
  tw_emit_subject(emit, thing->iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, tw_schema_class(thing->term)->iri);
  tw_emit_text(emit, TW_PROPERTY_RDFS_LABEL, thing->label);
  if (thing->type == TW_TYPE_NONE) {
    emit_certainty(emit, statements, n);
  }
  for (size_t i = 0; i < thing->n_names; ++i) {
    tw_emit_text(emit, TW_PROPERTY_SKOS_ALT_LABEL, thing->names[i]);
  }
  emit_outside(emit, thing->id);
  if (thing->country.len) {
    tw_emit_text(emit, TW_PROPERTY_COUNTRY_CODE, thing->country);
  }
  if (thing->count && thing->type == TW_TYPE_GROUP) {
    tw_emit_number(emit, TW_PROPERTY_GROUP_SIZE, thing->count);
  }
  for (size_t i = 0; i < n; ++i) {
    if (statements[i].direct) {
      emit_object(emit, graph, tw_schema_property(statements[i].predicate)->iri,
                  &statements[i]);
    }
  }
}

static void
emit_things(TwEmit* emit, const TwGraph* graph)
{
  size_t at = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    const size_t first = at;
    while (at < graph->n_statements && graph->statements[at].subject == i) {
      ++at;
    }
    emit_thing(emit, graph, &graph->things[i], &graph->statements[first],
               at - first);
  }
  for (size_t i = 0; i < graph->n_statements; ++i) {
    const TwStatement* const statement = &graph->statements[i];
    if (statement->kind == TW_VALUE_DATE &&
        tw_moment_is_interval(statement->text)) {
      tw_emit_interval(emit, statement->text);
    }
  }
}

/* --- Spans --- */

static int
by_place(const void* left, const void* right)
{
  const TwGraphSpan* const a = *(const TwGraphSpan* const*)left;
  const TwGraphSpan* const b = *(const TwGraphSpan* const*)right;
  if (a->document != b->document) {
    return a->document < b->document ? -1 : 1;
  }
  if (a->bytes.start != b->bytes.start) {
    return a->bytes.start < b->bytes.start ? -1 : 1;
  }
  return (a->bytes.end > b->bytes.end) - (a->bytes.end < b->bytes.end);
}

static void
put_span(const TwGraph* graph, const TwGraphSpan* span, TwBuf* out)
{
  tw_buf_reset(out);
  tw_buf_add(out, graph->documents[span->document].iri);
  tw_buf_add(out, TW_STR("/span/"));
  tw_buf_add_number(out, span->bytes.start);
  tw_buf_add_char(out, '-');
  tw_buf_add_number(out, span->bytes.end);
}

static void
emit_span(TwEmit* emit, const TwGraph* graph, const TwGraphSpan* span,
          TwBuf* iri)
{
  const TwStr document = graph->documents[span->document].iri;
  put_span(graph, span, iri);
  tw_emit_graph(emit, document);
  tw_emit_subject(emit, tw_buf_str(iri));
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_SPAN);
  tw_emit_number(emit, TW_PROPERTY_BYTE_START, span->bytes.start);
  tw_emit_number(emit, TW_PROPERTY_BYTE_END, span->bytes.end);
  tw_emit_number(emit, TW_PROPERTY_OA_START, span->char_start);
  tw_emit_number(emit, TW_PROPERTY_OA_END, span->char_end);
  tw_emit_text(emit, TW_PROPERTY_OA_EXACT, span->exact);
  tw_emit_node(emit, TW_PROPERTY_PROV_WAS_DERIVED_FROM, document);
}

/* Each span of a claim once. */
static void
emit_spans(TwEmit* emit, const TwGraph* graph, TwArena* arena, TwBuf* iri)
{
  size_t n = 0;
  const TwGraphSpan** const spans =
    TW_NEW(arena, const TwGraphSpan*, 2 * graph->n_claims);
  if (!spans) {
    emit->status = emit->status == TW_OK ? TW_ERR_NOMEM : emit->status;
    return;
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    const TwGraphClaim* const claim = &graph->claims[i];
    spans[n++] = &claim->evidence;
    if (claim->cue.bytes.end > claim->cue.bytes.start) {
      spans[n++] = &claim->cue;
    }
  }
  qsort(spans, n, sizeof(*spans), by_place);
  for (size_t i = 0; i < n; ++i) {
    if (!i || by_place(&spans[i - 1], &spans[i])) {
      emit_span(emit, graph, spans[i], iri);
    }
  }
}

/* --- Claims --- */

static void
emit_speaker(TwEmit* emit, const TwGraph* graph, const TwGraphClaim* claim)
{
  const uint32_t publisher =
    graph->documents[claim->evidence.document].publisher_thing;
  if (claim->speaker != TW_NO_THING) {
    tw_emit_node(emit, TW_PROPERTY_CLAIMED_BY,
                 graph->things[claim->speaker].iri);
  } else if (claim->speaker_text.len) {
    tw_emit_text(emit, TW_PROPERTY_CLAIMED_BY, claim->speaker_text);
  } else if (publisher != TW_NO_THING) {
    tw_emit_node(emit, TW_PROPERTY_CLAIMED_BY, graph->things[publisher].iri);
  }
}

static void
emit_claim(TwEmit* emit, const TwGraph* graph, const TwGraphClaim* claim,
           TwBuf* span)
{
  const TwStatement* const statement = &graph->statements[claim->statement];
  const TwStr document = graph->documents[claim->evidence.document].iri;
  tw_emit_graph(emit, document);
  tw_emit_subject(emit, claim->iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_CLAIM);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_RDF_STATEMENT);
  tw_emit_node(emit, TW_PROPERTY_RDF_SUBJECT,
               graph->things[statement->subject].iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_PREDICATE,
              tw_schema_property(statement->predicate)->iri);
  emit_object(emit, graph, TW_PROPERTY_RDF_OBJECT, statement);
  tw_emit_text(emit, TW_PROPERTY_CERTAINTY,
               tw_certainty_name(claim->certainty));
  tw_emit_text(emit, TW_PROPERTY_POLARITY,
               claim->negated ? TW_STR("negative") : TW_STR("positive"));
  emit_speaker(emit, graph, claim);
  put_span(graph, &claim->evidence, span);
  tw_emit_node(emit, TW_PROPERTY_EVIDENCE, tw_buf_str(span));
  if (claim->cue.bytes.end > claim->cue.bytes.start) {
    put_span(graph, &claim->cue, span);
    tw_emit_node(emit, TW_PROPERTY_CUE, tw_buf_str(span));
  }
  if (claim->recap) {
    tw_emit_typed(emit, TW_PROPERTY_RECAP, TW_STR("true"), TW_XSD_BOOLEAN);
  }
  if (claim->inferred) {
    tw_emit_typed(emit, TW_PROPERTY_INFERRED, TW_STR("true"), TW_XSD_BOOLEAN);
  }
  tw_emit_text(emit, TW_PROPERTY_STATUS, statement->status);
  tw_emit_text(emit, TW_PROPERTY_RULE, claim->rule);
  tw_emit_node(emit, TW_PROPERTY_PROV_WAS_DERIVED_FROM, document);
}

/* --- Conflicts and identities --- */

static void
emit_conflict(TwEmit* emit, const TwGraph* graph, const TwConflict* conflict)
{
  tw_emit_subject(emit, conflict->iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_CONFLICT);
  tw_emit_text(emit, TW_PROPERTY_CONFLICT_KIND, conflict->kind);
  tw_emit_node(emit, TW_PROPERTY_ABOUT, graph->things[conflict->about].iri);
  if (conflict->predicate.len) {
    tw_emit_iri(emit, TW_PROPERTY_ON_PROPERTY,
                tw_schema_property(conflict->predicate)->iri);
  }
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const TwStatement* const statement =
      &graph->statements[conflict->statements[i]];
    for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
      tw_emit_node(emit, TW_PROPERTY_ALTERNATIVE, graph->claims[c].iri);
    }
  }
}

static void
emit_identity(TwEmit* emit, const TwGraph* graph, const TwIdentity* identity)
{
  tw_emit_subject(emit, identity->iri);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_IDENTITY);
  tw_emit_node(emit, TW_PROPERTY_COMPARES, graph->things[identity->a].iri);
  if (identity->b != identity->a) {
    tw_emit_node(emit, TW_PROPERTY_COMPARES, graph->things[identity->b].iri);
  }
  tw_emit_text(emit, TW_PROPERTY_JUDGEMENT, identity->judgement);
  tw_emit_text(emit, TW_PROPERTY_REASON, identity->reason);
}

TwStatus
tw_triples_each(const TwGraph* graph,
                TwStatus (*visit)(void* data, const TwQuad* quad), void* data)
{
  TwEmit emit = {.base = graph->base, .visit = visit, .data = data};
  TwBuf span = TW_BUF_INIT;
  TwArena* const arena = tw_arena_new(0);
  if (!arena) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    emit_document(&emit, graph, &graph->documents[i]);
  }
  emit_mentions(&emit, graph);
  emit_spans(&emit, graph, arena, &span);
  for (size_t i = 0; i < graph->n_claims && emit.status == TW_OK; ++i) {
    emit_claim(&emit, graph, &graph->claims[i], &span);
  }
  tw_emit_graph(&emit, TW_STR(""));
  emit_run(&emit, graph);
  emit_things(&emit, graph);
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    emit_conflict(&emit, graph, &graph->conflicts[i]);
  }
  for (size_t i = 0; i < graph->n_identities; ++i) {
    emit_identity(&emit, graph, &graph->identities[i]);
  }
  const TwStatus status = emit.status;
  const TwStatus room = tw_buf_status(&span);
  tw_emit_clear(&emit);
  tw_buf_clear(&span);
  tw_arena_free(arena);
  return status == TW_OK ? room : status;
}
