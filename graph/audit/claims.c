/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/claims.h"

#include "ontology/schema.h"
#include "ontology/vocab.h"

#include <stddef.h>
#include <stdlib.h>

/* The parts of a claim. */
static const struct {
  TwStr property;
  size_t offset;
} parts[] = {
  {TW_PROPERTY_RDF_SUBJECT, offsetof(TwClaimTerms, subject)},
  {TW_PROPERTY_RDF_PREDICATE, offsetof(TwClaimTerms, predicate)},
  {TW_PROPERTY_RDF_OBJECT, offsetof(TwClaimTerms, object)},
  {TW_PROPERTY_CERTAINTY, offsetof(TwClaimTerms, certainty)},
  {TW_PROPERTY_POLARITY, offsetof(TwClaimTerms, polarity)},
  {TW_PROPERTY_RULE, offsetof(TwClaimTerms, rule)},
  {TW_PROPERTY_PROV_WAS_DERIVED_FROM, offsetof(TwClaimTerms, article)},
  {TW_PROPERTY_EVIDENCE, offsetof(TwClaimTerms, evidence)},
  {TW_PROPERTY_CUE, offsetof(TwClaimTerms, cue)},
  {TW_PROPERTY_RECAP, offsetof(TwClaimTerms, recap)},
  {TW_PROPERTY_INFERRED, offsetof(TwClaimTerms, inferred)},
  {TW_PROPERTY_APPROXIMATE, offsetof(TwClaimTerms, approximate)},
};

#define N_PARTS (sizeof(parts) / sizeof(parts[0]))

static TwStatus
read_claim(TwLookup* lookup, const uint32_t* properties, TwClaimTerms* claim)
{
  for (size_t i = 0; i < N_PARTS; ++i) {
    uint32_t* const part = (uint32_t*)((char*)claim + parts[i].offset);
    TW_TRY(tw_lookup_maybe(lookup, claim->claim, properties[i], part));
  }
  return TW_OK;
}

/* Terms are numbered as they come in the file. */
static int
by_claim(const void* left, const void* right)
{
  const TwClaimTerms* const a = left;
  const TwClaimTerms* const b = right;
  return (a->claim > b->claim) - (a->claim < b->claim);
}

TwStatus
tw_claims_read(TwLookup* lookup, TwArena* arena, TwClaims* out_claims)
{
  TW_VEC(TwClaimTerms) claims = {NULL, 0, 0};
  uint32_t properties[N_PARTS];
  uint32_t type;
  uint32_t class_;
  TwQuadWalk walk;
  const TwQuadIds* found;
  *out_claims = (TwClaims){NULL, 0};
  for (size_t i = 0; i < N_PARTS; ++i) {
    TW_TRY(tw_lookup_iri(lookup, parts[i].property, &properties[i]));
  }
  TW_TRY(tw_lookup_iri(lookup, TW_PROPERTY_RDF_TYPE, &type));
  TW_TRY(tw_lookup_iri(lookup, TW_CLASS_CLAIM, &class_));
  TW_TRY(tw_lookup_find(lookup, TW_ANY_TERM, type, class_, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TwClaimTerms* const claim = TW_VEC_PUSH(arena, &claims);
    if (!claim) {
      return TW_ERR_NOMEM;
    }
    claim->claim = found->part[TW_SUBJECT];
    TW_TRY(read_claim(lookup, properties, claim));
  }
  if (claims.count) {
    qsort(claims.at, claims.count, sizeof(*claims.at), by_claim);
  }
  *out_claims = (TwClaims){claims.at, claims.count};
  return TW_OK;
}

const TwClaimTerms*
tw_claims_find(const TwClaims* claims, uint32_t claim)
{
  const TwClaimTerms wanted = {.claim = claim};
  return claims->n
           ? bsearch(&wanted, claims->at, claims->n, sizeof(wanted), by_claim)
           : NULL;
}

TwStatus
tw_claims_words(TwLookup* lookup, uint32_t id, TwBuf* out)
{
  if (id == TW_NO_TERM) {
    return TW_OK;
  }
  const TwTerm term = tw_quads_term(lookup->quads, id);
  const TwProperty* const property =
    term.kind == TW_TERM_IRI ? tw_schema_property_of(term.text) : NULL;
  if (term.kind == TW_TERM_LITERAL || property) {
    tw_buf_add(out, property ? property->label : term.text);
    return tw_buf_status(out);
  }
  uint32_t property_id;
  uint32_t label;
  TW_TRY(tw_lookup_iri(lookup, TW_PROPERTY_RDFS_LABEL, &property_id));
  TW_TRY(tw_lookup_maybe(lookup, id, property_id, &label));
  tw_buf_add(out,
             label == TW_NO_TERM ? term.text : tw_lookup_text(lookup, label));
  return tw_buf_status(out);
}

TwStatus
tw_claims_paper(TwLookup* lookup, uint32_t article, TwBuf* out)
{
  static const TwStr names[] = {TW_PROPERTY_SCHEMA_PUBLISHER,
                                TW_PROPERTY_SCHEMA_IDENTIFIER,
                                TW_PROPERTY_SCHEMA_HEADLINE};
  uint32_t property;
  uint32_t value = TW_NO_TERM;
  for (size_t i = 0;
       value == TW_NO_TERM && i < sizeof(names) / sizeof(names[0]); ++i) {
    TW_TRY(tw_lookup_iri(lookup, names[i], &property));
    TW_TRY(tw_lookup_maybe(lookup, article, property, &value));
  }
  TW_TRY(tw_claims_words(lookup, value == TW_NO_TERM ? article : value, out));
  TW_TRY(tw_lookup_iri(lookup, TW_PROPERTY_SCHEMA_DATE_PUBLISHED, &property));
  TW_TRY(tw_lookup_maybe(lookup, article, property, &value));
  if (value != TW_NO_TERM) {
    tw_buf_addf(out, ", %.*s", TW_STR_ARG(tw_lookup_text(lookup, value)));
  }
  return tw_buf_status(out);
}
