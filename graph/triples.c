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

/* The nodes of what many quads name, by the indexes of the graph's arrays. */
typedef struct {
  const TwGraph* graph;
  TwEmit emit;
  TwBuf iri; ///< Scratch
  uint32_t* documents;
  uint32_t* things;
  uint32_t* claims;
  const TwGraphClaim** sorted; ///< The claims by their IRIs
  uint32_t* evidence;          ///< Spans of the claims
  uint32_t* cues;
} Triples;

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
emit_document(Triples* triples, size_t i)
{
  TwEmit* const emit = &triples->emit;
  const TwGraphDocument* const document = &triples->graph->documents[i];
  tw_emit_graph(emit, triples->documents[i]);
  tw_emit_subject(emit, triples->documents[i]);
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
  tw_emit_text(emit, TW_PROPERTY_AGENCY, document->agency);
  tw_emit_number(emit, TW_PROPERTY_BYTE_SIZE, document->n_bytes);
  tw_emit_number(emit, TW_PROPERTY_CHAR_SIZE, document->n_chars);
  if (document->publisher_thing != TW_NO_THING) {
    tw_emit_link(emit, TW_PROPERTY_SCHEMA_PUBLISHER,
                 triples->things[document->publisher_thing]);
  }
  if (document->copy_of != TW_NO_THING) {
    tw_emit_link(emit, TW_PROPERTY_COPY_OF,
                 triples->documents[document->copy_of]);
  }
}

/* Which articles mention what. */
static void
emit_mentions(Triples* triples)
{
  TwEmit* const emit = &triples->emit;
  for (size_t i = 0; i < triples->graph->n_things; ++i) {
    const TwGraphThing* const thing = &triples->graph->things[i];
    for (size_t k = 0; k < thing->n_documents; ++k) {
      const uint32_t document = triples->documents[thing->documents[k]];
      tw_emit_graph(emit, document);
      tw_emit_subject(emit, document);
      tw_emit_link(emit, TW_PROPERTY_SCHEMA_MENTIONS, triples->things[i]);
    }
  }
  tw_emit_graph(emit, TW_DEFAULT_GRAPH);
}

static void
emit_run(Triples* triples)
{
  TwEmit* const emit = &triples->emit;
  if (triples->graph->n_documents) {
    tw_emit_subject(emit, tw_emit_node(emit, RUN));
    tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_PROV_ACTIVITY);
  }
  for (size_t i = 0; i < triples->graph->n_documents; ++i) {
    tw_emit_link(emit, TW_PROPERTY_PROV_USED, triples->documents[i]);
  }
}

/* --- Things --- */

/* What was put together in the scratch buffer. */
static TwStr
scratch_text(Triples* triples)
{
  if (triples->emit.status == TW_OK) {
    triples->emit.status = tw_buf_status(&triples->iri);
  }
  return tw_buf_str(&triples->iri);
}

static void
emit_outside(Triples* triples, TwStr id)
{
  TwBuf* const iri = &triples->iri;
  for (size_t i = 0; i < sizeof(outsides) / sizeof(outsides[0]); ++i) {
    if (tw_str_starts(id, outsides[i].prefix)) {
      tw_buf_reset(iri);
      tw_buf_add(iri, outsides[i].before);
      tw_term_encode(iri, tw_str_slice(id, outsides[i].prefix.len, id.len));
      tw_buf_add(iri, outsides[i].after);
      tw_emit_iri(&triples->emit, TW_PROPERTY_SKOS_EXACT_MATCH,
                  scratch_text(triples));
    }
  }
}

/* A thing may have ids of several registers. */
static void
emit_outsides(Triples* triples, TwStr ids)
{
  TwStr id;
  while (ids.len && tw_str_next(&ids, '|', &id)) {
    emit_outside(triples, tw_str_trim(id));
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
emit_object(Triples* triples, TwStr predicate, const TwStatement* statement)
{
  TwEmit* const emit = &triples->emit;
  switch (statement->kind) {
  case TW_VALUE_THING:
    tw_emit_link(emit, predicate, triples->things[statement->object]);
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

/* Thing `i` and the direct triples about it, of its statements [0, n). */
static void
emit_thing(Triples* triples, size_t i, const TwStatement* statements, size_t n)
{
  TwEmit* const emit = &triples->emit;
  const TwGraphThing* const thing = &triples->graph->things[i];
  tw_emit_subject(emit, triples->things[i]);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, tw_schema_class(thing->term)->iri);
  tw_emit_text(emit, TW_PROPERTY_RDFS_LABEL, thing->label);
  if (thing->type == TW_TYPE_NONE) {
    emit_certainty(emit, statements, n);
  }
  for (size_t k = 0; k < thing->n_names; ++k) {
    tw_emit_text(emit, TW_PROPERTY_SKOS_ALT_LABEL, thing->names[k]);
  }
  emit_outsides(triples, thing->id);
  if (thing->country.len) {
    tw_emit_text(emit, TW_PROPERTY_COUNTRY_CODE, thing->country);
  }
  if (thing->count && thing->type == TW_TYPE_GROUP) {
    tw_emit_number(emit, TW_PROPERTY_GROUP_SIZE, thing->count);
  }
  if (thing->membership != TW_ASSERTED) {
    tw_emit_text(emit, TW_PROPERTY_MEMBERSHIP,
                 tw_certainty_name(thing->membership));
  }
  for (size_t k = 0; k < n; ++k) {
    if (statements[k].direct) {
      emit_object(triples, tw_schema_property(statements[k].predicate)->iri,
                  &statements[k]);
    }
  }
}

static void
emit_things(Triples* triples)
{
  const TwGraph* const graph = triples->graph;
  size_t at = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    const size_t first = at;
    while (at < graph->n_statements && graph->statements[at].subject == i) {
      ++at;
    }
    emit_thing(triples, i, &graph->statements[first], at - first);
  }
  for (size_t i = 0; i < graph->n_statements; ++i) {
    const TwStatement* const statement = &graph->statements[i];
    if (statement->kind == TW_VALUE_DATE &&
        tw_moment_is_interval(statement->text)) {
      tw_emit_interval(&triples->emit, statement->text);
    }
  }
}

/* --- Spans --- */

/* A span of a claim, and where to say which node it is. */
typedef struct {
  const TwGraphSpan* span;
  uint32_t* node;
} Place;

static int
by_place(const void* left, const void* right)
{
  const TwGraphSpan* const a = ((const Place*)left)->span;
  const TwGraphSpan* const b = ((const Place*)right)->span;
  if (a->document != b->document) {
    return a->document < b->document ? -1 : 1;
  }
  if (a->bytes.start != b->bytes.start) {
    return a->bytes.start < b->bytes.start ? -1 : 1;
  }
  return (a->bytes.end > b->bytes.end) - (a->bytes.end < b->bytes.end);
}

static uint32_t
emit_span(Triples* triples, const TwGraphSpan* span)
{
  TwEmit* const emit = &triples->emit;
  TwBuf* const iri = &triples->iri;
  const uint32_t document = triples->documents[span->document];
  tw_buf_reset(iri);
  tw_buf_add(iri, triples->graph->documents[span->document].iri);
  tw_buf_add(iri, TW_STR("/span/"));
  tw_buf_add_number(iri, span->bytes.start);
  tw_buf_add_char(iri, '-');
  tw_buf_add_number(iri, span->bytes.end);
  const uint32_t node = tw_emit_node(emit, scratch_text(triples));
  tw_emit_graph(emit, document);
  tw_emit_subject(emit, node);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_SPAN);
  tw_emit_number(emit, TW_PROPERTY_BYTE_START, span->bytes.start);
  tw_emit_number(emit, TW_PROPERTY_BYTE_END, span->bytes.end);
  tw_emit_number(emit, TW_PROPERTY_OA_START, span->char_start);
  tw_emit_number(emit, TW_PROPERTY_OA_END, span->char_end);
  tw_emit_text(emit, TW_PROPERTY_OA_EXACT, span->exact);
  tw_emit_link(emit, TW_PROPERTY_PROV_WAS_DERIVED_FROM, document);
  return node;
}

/* Each span of a claim once. */
static TwStatus
emit_spans(Triples* triples, TwArena* scratch)
{
  const TwGraph* const graph = triples->graph;
  size_t n = 0;
  Place* const places = TW_NEW(scratch, Place, 2 * graph->n_claims);
  if (!places) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    const TwGraphClaim* const claim = &graph->claims[i];
    places[n++] = (Place){&claim->evidence, &triples->evidence[i]};
    if (claim->cue.bytes.end > claim->cue.bytes.start) {
      places[n++] = (Place){&claim->cue, &triples->cues[i]};
    }
  }
  qsort(places, n, sizeof(*places), by_place);
  for (size_t i = 0; i < n; ++i) {
    *places[i].node = i && !by_place(&places[i - 1], &places[i])
                        ? *places[i - 1].node
                        : emit_span(triples, places[i].span);
  }
  return TW_OK;
}

/* --- Claims --- */

static void
emit_speaker(Triples* triples, const TwGraphClaim* claim)
{
  TwEmit* const emit = &triples->emit;
  const uint32_t publisher =
    triples->graph->documents[claim->evidence.document].publisher_thing;
  if (claim->speaker != TW_NO_THING) {
    tw_emit_link(emit, TW_PROPERTY_CLAIMED_BY, triples->things[claim->speaker]);
  } else if (claim->speaker_text.len) {
    tw_emit_text(emit, TW_PROPERTY_CLAIMED_BY, claim->speaker_text);
  } else if (publisher != TW_NO_THING) {
    tw_emit_link(emit, TW_PROPERTY_CLAIMED_BY, triples->things[publisher]);
  }
}

static void
emit_claim(Triples* triples, const TwGraphClaim* claim)
{
  TwEmit* const emit = &triples->emit;
  const size_t i = (size_t)(claim - triples->graph->claims);
  const TwStatement* const statement =
    &triples->graph->statements[claim->statement];
  const uint32_t document = triples->documents[claim->evidence.document];
  tw_emit_graph(emit, document);
  tw_emit_subject(emit, triples->claims[i]);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_CLAIM);
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_RDF_STATEMENT);
  tw_emit_link(emit, TW_PROPERTY_RDF_SUBJECT,
               triples->things[statement->subject]);
  tw_emit_iri(emit, TW_PROPERTY_RDF_PREDICATE,
              tw_schema_property(statement->predicate)->iri);
  emit_object(triples, TW_PROPERTY_RDF_OBJECT, statement);
  tw_emit_text(emit, TW_PROPERTY_CERTAINTY,
               tw_certainty_name(claim->certainty));
  tw_emit_text(emit, TW_PROPERTY_POLARITY,
               claim->negated ? TW_STR("negative") : TW_STR("positive"));
  emit_speaker(triples, claim);
  tw_emit_link(emit, TW_PROPERTY_EVIDENCE, triples->evidence[i]);
  if (claim->cue.bytes.end > claim->cue.bytes.start) {
    tw_emit_link(emit, TW_PROPERTY_CUE, triples->cues[i]);
  }
  if (claim->recap) {
    tw_emit_typed(emit, TW_PROPERTY_RECAP, TW_STR("true"), TW_XSD_BOOLEAN);
  }
  if (claim->inferred) {
    tw_emit_typed(emit, TW_PROPERTY_INFERRED, TW_STR("true"), TW_XSD_BOOLEAN);
  }
  if (claim->approximate) {
    tw_emit_typed(emit, TW_PROPERTY_APPROXIMATE, TW_STR("true"),
                  TW_XSD_BOOLEAN);
  }
  tw_emit_text(emit, TW_PROPERTY_STATUS, statement->status);
  tw_emit_text(emit, TW_PROPERTY_RULE, claim->rule);
  tw_emit_link(emit, TW_PROPERTY_PROV_WAS_DERIVED_FROM, document);
}

/* --- Conflicts and identities --- */

static void
emit_claims(Triples* triples, TwStr property, uint32_t index)
{
  const TwStatement* const statement = &triples->graph->statements[index];
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    tw_emit_link(&triples->emit, property, triples->claims[c]);
  }
}

static void
emit_conflict(Triples* triples, const TwConflict* conflict)
{
  TwEmit* const emit = &triples->emit;
  tw_emit_subject(emit, tw_emit_node(emit, conflict->iri));
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_CONFLICT);
  tw_emit_text(emit, TW_PROPERTY_CONFLICT_KIND, conflict->kind);
  tw_emit_link(emit, TW_PROPERTY_ABOUT, triples->things[conflict->about]);
  if (conflict->predicate.len) {
    tw_emit_iri(emit, TW_PROPERTY_ON_PROPERTY,
                tw_schema_property(conflict->predicate)->iri);
  }
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    emit_claims(triples, TW_PROPERTY_ALTERNATIVE, conflict->statements[i]);
  }
  for (size_t i = 0; i < conflict->n_silent; ++i) {
    tw_emit_link(emit, TW_PROPERTY_OMITTED_BY,
                 triples->documents[conflict->silent[i]]);
  }
}

static void
emit_check(Triples* triples, const TwCheck* check)
{
  TwEmit* const emit = &triples->emit;
  tw_emit_subject(emit, tw_emit_node(emit, check->iri));
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_CHECK);
  tw_emit_link(emit, TW_PROPERTY_ABOUT, triples->things[check->about]);
  for (size_t i = 0; i < check->n_parts; ++i) {
    tw_emit_link(emit, TW_PROPERTY_PART, triples->things[check->parts[i]]);
  }
  tw_emit_number(emit, TW_PROPERTY_STATED, (size_t)check->stated);
  tw_emit_number(emit, TW_PROPERTY_COMPUTED, (size_t)check->computed);
  tw_emit_text(emit, TW_PROPERTY_OUTCOME, check->outcome);
  tw_emit_text(emit, TW_PROPERTY_CHECK_KIND, check->kind);
  for (size_t i = 0; i < check->n_statements; ++i) {
    emit_claims(triples, TW_PROPERTY_RESTS_ON, check->statements[i]);
  }
}

/* The words of each variant are a span of their own. */
static void
emit_quote(Triples* triples, const TwQuote* quote)
{
  TwEmit* const emit = &triples->emit;
  const uint32_t node = tw_emit_node(emit, quote->iri);
  for (size_t i = 0; i < quote->n_variants; ++i) {
    const uint32_t span = emit_span(triples, &quote->variants[i]);
    tw_emit_graph(emit, TW_DEFAULT_GRAPH);
    tw_emit_subject(emit, node);
    tw_emit_link(emit, TW_PROPERTY_VARIANT, span);
  }
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_QUOTE);
  tw_emit_text(emit, TW_PROPERTY_RDFS_LABEL, quote->text);
  tw_emit_link(emit, TW_PROPERTY_QUOTED, triples->things[quote->speaker]);
}

static void
emit_identity(Triples* triples, const TwIdentity* identity)
{
  TwEmit* const emit = &triples->emit;
  tw_emit_subject(emit, tw_emit_node(emit, identity->iri));
  tw_emit_iri(emit, TW_PROPERTY_RDF_TYPE, TW_CLASS_IDENTITY);
  tw_emit_link(emit, TW_PROPERTY_COMPARES, triples->things[identity->a]);
  if (identity->b != identity->a) {
    tw_emit_link(emit, TW_PROPERTY_COMPARES, triples->things[identity->b]);
  }
  tw_emit_text(emit, TW_PROPERTY_JUDGEMENT, identity->judgement);
  tw_emit_text(emit, TW_PROPERTY_REASON, identity->reason);
  if (identity->score > 0) {
    tw_emit_number(emit, TW_PROPERTY_SCORE, (size_t)identity->score);
  }
}

/* --- All of it --- */

static int
by_iri(const void* left, const void* right)
{
  return tw_str_compare((*(const TwGraphClaim* const*)left)->iri,
                        (*(const TwGraphClaim* const*)right)->iri);
}

/* Claims come as they will be written: what is needed together then stands
 * together. */
static TwStatus
number_claims(Triples* triples, TwArena* arena)
{
  const TwGraph* const graph = triples->graph;
  triples->claims = TW_NEW(arena, uint32_t, graph->n_claims);
  triples->evidence = TW_NEW(arena, uint32_t, graph->n_claims);
  triples->cues = TW_NEW(arena, uint32_t, graph->n_claims);
  triples->sorted = TW_NEW(arena, const TwGraphClaim*, graph->n_claims);
  if (tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    triples->sorted[i] = &graph->claims[i];
  }
  qsort(triples->sorted, graph->n_claims, sizeof(*triples->sorted), by_iri);
  for (size_t i = 0; i < graph->n_claims; ++i) {
    const TwGraphClaim* const claim = triples->sorted[i];
    triples->claims[claim - graph->claims] =
      tw_emit_node(&triples->emit, claim->iri);
  }
  return TW_OK;
}

static TwStatus
number_nodes(Triples* triples, TwArena* arena)
{
  const TwGraph* const graph = triples->graph;
  triples->documents = TW_NEW(arena, uint32_t, graph->n_documents);
  triples->things = TW_NEW(arena, uint32_t, graph->n_things);
  if (tw_arena_failed(arena)) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(number_claims(triples, arena));
  for (size_t i = 0; i < graph->n_documents; ++i) {
    triples->documents[i] =
      tw_emit_node(&triples->emit, graph->documents[i].iri);
  }
  for (size_t i = 0; i < graph->n_things; ++i) {
    triples->things[i] = tw_emit_node(&triples->emit, graph->things[i].iri);
  }
  return tw_emit_status(&triples->emit);
}

static TwStatus
emit_all(Triples* triples, TwArena* arena)
{
  const TwGraph* const graph = triples->graph;
  TW_TRY(number_nodes(triples, arena));
  for (size_t i = 0; i < graph->n_documents; ++i) {
    emit_document(triples, i);
  }
  emit_mentions(triples);
  TW_TRY(emit_spans(triples, arena));
  for (size_t i = 0; i < graph->n_claims; ++i) {
    emit_claim(triples, triples->sorted[i]);
  }
  tw_emit_graph(&triples->emit, TW_DEFAULT_GRAPH);
  emit_run(triples);
  emit_things(triples);
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    emit_conflict(triples, &graph->conflicts[i]);
  }
  for (size_t i = 0; i < graph->n_checks; ++i) {
    emit_check(triples, &graph->checks[i]);
  }
  for (size_t i = 0; i < graph->n_quotes; ++i) {
    emit_quote(triples, &graph->quotes[i]);
  }
  for (size_t i = 0; i < graph->n_identities; ++i) {
    emit_identity(triples, &graph->identities[i]);
  }
  return tw_emit_status(&triples->emit);
}

TwStatus
tw_triples_add(const TwGraph* graph, TwQuads* quads)
{
  TwArena* const arena = tw_arena_new(0);
  Triples* const triples = arena ? TW_NEW(arena, Triples, 1) : NULL;
  TwStatus status = TW_ERR_NOMEM;
  if (triples) {
    triples->graph = graph;
    triples->emit.base = graph->base;
    triples->emit.quads = quads;
    status = emit_all(triples, arena);
    tw_emit_clear(&triples->emit);
    tw_buf_clear(&triples->iri);
  }
  tw_arena_free(arena);
  return status;
}
