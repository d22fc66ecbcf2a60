/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/number.h"
#include "graph/audit/check_parts.h"
#include "ontology/vocab.h"

static const struct {
  TwStr iri;
  TwLiteral literal;
} literals[] = {
  {{NULL, 0}, TW_LITERAL_STRING},
  {TW_XSD_STRING, TW_LITERAL_STRING},
  {TW_XSD_INTEGER, TW_LITERAL_INTEGER},
  {TW_XSD_BOOLEAN, TW_LITERAL_BOOLEAN},
  {TW_XSD_DATE, TW_LITERAL_DATE},
  {TW_XSD_G_YEAR_MONTH, TW_LITERAL_YEAR_MONTH},
  {TW_XSD_G_YEAR, TW_LITERAL_YEAR},
  {TW_XSD_ANY_URI, TW_LITERAL_IRI},
};

static TwStr
text_of(const TwCheck* check, uint32_t id)
{
  return tw_lookup_text(&check->graph, id);
}

/* --- Classes of nodes --- */

TwStatus
tw_check_instances(TwCheck* check, TwStr class_iri, uint32_t** out_nodes,
                   size_t* out_n)
{
  const TwClass* const wanted = tw_schema_class_of(class_iri);
  TW_VEC(uint32_t) nodes = {NULL, 0, 0};
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&check->graph, TW_ANY_TERM, check->type, TW_ANY_TERM,
                        &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwStr iri = text_of(check, found->part[TW_OBJECT]);
    const TwClass* const class_ = tw_schema_class_of(iri);
    if (!tw_str_equal(iri, class_iri) &&
        !(class_ && wanted && tw_schema_is(class_, wanted))) {
      continue;
    }
    uint32_t* const node = TW_VEC_PUSH(check->arena, &nodes);
    if (!node) {
      return TW_ERR_NOMEM;
    }
    *node = found->part[TW_SUBJECT];
  }
  *out_nodes = nodes.at;
  *out_n = tw_u32_unique(nodes.at, nodes.count);
  return TW_OK;
}

/* --- The vocabulary --- */

static void
tell_unknown(TwCheck* check, const char* what, uint32_t term, uint32_t subject)
{
  check->tally->n_unknown += 1;
  tw_diag_error(check->sink, TW_CHECK_CODE_UNKNOWN, check->path,
                "<%.*s> has the %s <%.*s>, which the vocabulary does not have",
                TW_STR_ARG(text_of(check, subject)), what,
                TW_STR_ARG(text_of(check, term)));
}

static void
tell_misused(TwCheck* check, const TwQuadIds* quad, const char* what,
             uint32_t term)
{
  check->tally->n_unknown += 1;
  tw_diag_error(check->sink, TW_CHECK_CODE_MISUSED, check->path,
                "<%.*s> <%.*s>: %s <%.*s> is of no class that the property is "
                "for",
                TW_STR_ARG(text_of(check, quad->part[TW_SUBJECT])),
                TW_STR_ARG(text_of(check, quad->part[TW_PREDICATE])), what,
                TW_STR_ARG(text_of(check, term)));
}

/* True if one of the classes of the node passes `test`; a node without a class
 * is of somebody else's vocabulary, and nothing is known of it. */
static TwStatus
any_class(TwCheck* check, uint32_t node, const TwProperty* property,
          bool is_subject, bool* out_passes)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  bool has_class = false;
  *out_passes = false;
  TW_TRY(tw_lookup_find(&check->graph, node, check->type, TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk)) && !*out_passes) {
    const TwClass* const class_ =
      tw_schema_class_of(text_of(check, found->part[TW_OBJECT]));
    has_class = true;
    *out_passes = class_ && (is_subject ? tw_schema_may_have(class_, property)
                                        : tw_schema_may_fill(property, class_));
  }
  *out_passes = *out_passes || !has_class;
  return TW_OK;
}

static bool
may_hold(const TwProperty* property, const TwTerm* literal)
{
  for (size_t i = 0; i < sizeof(literals) / sizeof(literals[0]); ++i) {
    if (tw_str_equal(literals[i].iri, literal->datatype)) {
      return tw_schema_may_hold(property, literals[i].literal);
    }
  }
  return false;
}

static TwStatus
check_quad(TwCheck* check, const TwQuadIds* quad)
{
  const uint32_t subject = quad->part[TW_SUBJECT];
  const uint32_t object = quad->part[TW_OBJECT];
  if (quad->part[TW_PREDICATE] == check->type) {
    if (!tw_schema_class_of(text_of(check, object))) {
      tell_unknown(check, "class", object, subject);
    }
    return TW_OK;
  }
  const TwProperty* const property =
    tw_schema_property_of(text_of(check, quad->part[TW_PREDICATE]));
  if (!property) {
    tell_unknown(check, "property", quad->part[TW_PREDICATE], subject);
    return TW_OK;
  }
  bool passes = false;
  TW_TRY(any_class(check, subject, property, true, &passes));
  if (!passes) {
    tell_misused(check, quad, "the subject", subject);
  }
  const TwTerm term = tw_quads_term(check->graph.quads, object);
  if (term.kind == TW_TERM_LITERAL) {
    passes = may_hold(property, &term);
  } else {
    TW_TRY(any_class(check, object, property, false, &passes));
  }
  if (!passes) {
    tell_misused(check, quad, "the object", object);
  }
  return TW_OK;
}

static TwStatus
check_vocabulary(TwCheck* check)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&check->graph, TW_ANY_TERM, TW_ANY_TERM, TW_ANY_TERM,
                        &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    check->tally->n_triples += 1;
    TW_TRY(check_quad(check, found));
  }
  return TW_OK;
}

static TwStatus
run(TwCheck* check, const char* path, const char* shapes_path)
{
  TW_TRY(tw_lookup_open(path, check->sink, &check->graph));
  TW_TRY(tw_lookup_iri(&check->graph, TW_PROPERTY_RDF_TYPE, &check->type));
  TW_TRY(check_vocabulary(check));
  TW_TRY(tw_check_shapes(check, shapes_path));
  return tw_check_names(check);
}

TwStatus
tw_check_run(const char* path, const char* shapes_path, TwDiagSink* sink,
             TwCheckTally* out_tally)
{
  *out_tally = (TwCheckTally){0, 0, 0, 0, 0};
  TwCheck check = {.arena = tw_arena_new(0),
                   .path = tw_str(path),
                   .sink = sink,
                   .tally = out_tally};
  const TwStatus status =
    check.arena ? run(&check, path, shapes_path) : TW_ERR_NOMEM;
  tw_lookup_close(&check.graph);
  tw_arena_free(check.arena);
  return status;
}
