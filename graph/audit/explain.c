/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/explain.h"

#include "base/number.h"
#include "graph/audit/claims.h"
#include "ontology/fold.h"
#include "ontology/schema.h"
#include "ontology/vocab.h"

#include <stdlib.h>

#define CODE_NOTHING 4501

/** What is looked for in the graph. */
typedef enum {
  LABEL,
  ALT_LABEL,
  CLAIMED_BY,
  EXACT,
  BYTE_START,
  BYTE_END,
  ALTERNATIVE,
  CONFLICT_KIND,
  OMITTED_BY,
  MEMBERSHIP,
  N_PROPERTIES
} Property;

static const TwStr iris[N_PROPERTIES] = {
  [LABEL] = TW_PROPERTY_RDFS_LABEL,
  [ALT_LABEL] = TW_PROPERTY_SKOS_ALT_LABEL,
  [CLAIMED_BY] = TW_PROPERTY_CLAIMED_BY,
  [EXACT] = TW_PROPERTY_OA_EXACT,
  [BYTE_START] = TW_PROPERTY_BYTE_START,
  [BYTE_END] = TW_PROPERTY_BYTE_END,
  [ALTERNATIVE] = TW_PROPERTY_ALTERNATIVE,
  [CONFLICT_KIND] = TW_PROPERTY_CONFLICT_KIND,
  [OMITTED_BY] = TW_PROPERTY_OMITTED_BY,
  [MEMBERSHIP] = TW_PROPERTY_MEMBERSHIP,
};

typedef struct {
  const TwExplain* asked;
  TwArena* arena;
  TwLookup graph;
  uint32_t properties[N_PROPERTIES];
  TW_VEC(uint32_t) things;
  TwClaims claims;
  const TwClaimTerms** chosen; /* Those that are explained, sorted */
  size_t n_chosen;
  TwBuf* out;
} Explaining;

/* --- What is asked for --- */

static bool
is_asked(const Explaining* run, uint32_t thing)
{
  return run->things.count && bsearch(&thing, run->things.at, run->things.count,
                                      sizeof(*run->things.at), tw_u32_compare);
}

static TwStatus
add_thing(Explaining* run, uint32_t thing)
{
  uint32_t* const place = TW_VEC_PUSH(run->arena, &run->things);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  *place = thing;
  return TW_OK;
}

/* "arrest/12ab" for the IRI that ends so, from a slash on. */
static bool
is_end_of(TwStr iri, TwStr end)
{
  return tw_str_equal(iri, end) ||
         (tw_str_ends(iri, end) && iri.len > end.len &&
          iri.s[iri.len - end.len - 1] == '/');
}

/* All things whose names, folded, are `name`; with `in_part`, hold it. */
static TwStatus
find_named(Explaining* run, TwStr name, Property property, bool in_part)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&run->graph, TW_ANY_TERM, run->properties[property],
                        TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwStr label =
      tw_fold(run->arena, tw_lookup_text(&run->graph, found->part[TW_OBJECT]));
    if (in_part ? tw_str_find(label, name, 0) != SIZE_MAX
                : tw_str_equal(label, name)) {
      TW_TRY(add_thing(run, found->part[TW_SUBJECT]));
    }
  }
  return TW_OK;
}

static TwStatus
find_by_iri(Explaining* run)
{
  for (size_t i = 0; i < run->claims.n; ++i) {
    const uint32_t ends[] = {run->claims.at[i].subject,
                             run->claims.at[i].object, run->claims.at[i].claim};
    for (size_t k = 0; k < sizeof(ends) / sizeof(ends[0]); ++k) {
      if (is_end_of(tw_lookup_text(&run->graph, ends[k]), run->asked->about)) {
        TW_TRY(add_thing(run, ends[k]));
      }
    }
  }
  return TW_OK;
}

/* By IRI, then by whole name, then by a part of it. */
static TwStatus
find_things(Explaining* run)
{
  const TwStr name = tw_fold(run->arena, run->asked->about);
  TW_TRY(find_by_iri(run));
  for (int in_part = 0; in_part < 2 && !run->things.count; ++in_part) {
    TW_TRY(find_named(run, name, LABEL, in_part));
    TW_TRY(find_named(run, name, ALT_LABEL, in_part));
  }
  if (run->things.count) {
    qsort(run->things.at, run->things.count, sizeof(*run->things.at),
          tw_u32_compare);
  }
  return tw_arena_failed(run->arena) ? TW_ERR_NOMEM : TW_OK;
}

static bool
is_asked_property(const Explaining* run, uint32_t predicate)
{
  const TwStr asked = run->asked->property;
  const TwProperty* const property =
    tw_schema_property_of(tw_lookup_text(&run->graph, predicate));
  return !asked.len || (property && (tw_str_equal(property->name, asked) ||
                                     tw_str_equal(property->label, asked)));
}

/* By statement, then by article and place. Terms are numbered as they come in
 * the file, so that the same file gives the same order. */
static int
by_statement(const void* left, const void* right)
{
  const TwClaimTerms* const a = *(const TwClaimTerms* const*)left;
  const TwClaimTerms* const b = *(const TwClaimTerms* const*)right;
  const uint32_t x[] = {a->subject, a->predicate, a->object,
                        a->article, a->evidence,  a->claim};
  const uint32_t y[] = {b->subject, b->predicate, b->object,
                        b->article, b->evidence,  b->claim};
  for (size_t i = 0; i < sizeof(x) / sizeof(x[0]); ++i) {
    if (x[i] != y[i]) {
      return x[i] < y[i] ? -1 : 1;
    }
  }
  return 0;
}

/* The events and relations in which they take part, as well. */
static TwStatus
widen(Explaining* run)
{
  const size_t n = run->things.count; /* Sorted; what is added stands behind */
  for (size_t i = 0; n && i < run->claims.n; ++i) {
    const uint32_t object = run->claims.at[i].object;
    if (bsearch(&object, run->things.at, n, sizeof(*run->things.at),
                tw_u32_compare)) {
      TW_TRY(add_thing(run, run->claims.at[i].subject));
    }
  }
  if (run->things.count > n) {
    qsort(run->things.at, run->things.count, sizeof(*run->things.at),
          tw_u32_compare);
  }
  return TW_OK;
}

static TwStatus
choose(Explaining* run)
{
  run->chosen = TW_NEW(run->arena, const TwClaimTerms*, run->claims.n);
  if (!run->chosen) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < run->claims.n; ++i) {
    const TwClaimTerms* const claim = &run->claims.at[i];
    if ((is_asked(run, claim->subject) || is_asked(run, claim->object) ||
         is_asked(run, claim->claim)) &&
        is_asked_property(run, claim->predicate)) {
      run->chosen[run->n_chosen++] = claim;
    }
  }
  qsort(run->chosen, run->n_chosen, sizeof(*run->chosen), by_statement);
  return TW_OK;
}

/* --- A claim --- */

static TwStatus
add_words(Explaining* run, const char* before, uint32_t id)
{
  if (id != TW_NO_TERM) {
    tw_buf_add(run->out, tw_str(before));
    return tw_claims_words(&run->graph, id, run->out);
  }
  return TW_OK;
}

static TwStatus
add_quote(Explaining* run, const char* before, uint32_t span)
{
  uint32_t exact;
  TW_TRY(tw_lookup_maybe(&run->graph, span, run->properties[EXACT], &exact));
  if (exact != TW_NO_TERM) {
    tw_buf_addf(run->out, "%s\"%.*s\"", before,
                TW_STR_ARG(tw_lookup_text(&run->graph, exact)));
  }
  return TW_OK;
}

static TwStatus
add_place(Explaining* run, uint32_t span)
{
  uint32_t start;
  uint32_t end;
  TW_TRY(
    tw_lookup_maybe(&run->graph, span, run->properties[BYTE_START], &start));
  TW_TRY(tw_lookup_maybe(&run->graph, span, run->properties[BYTE_END], &end));
  if (start != TW_NO_TERM && end != TW_NO_TERM) {
    tw_buf_addf(run->out, ", bytes %.*s to %.*s",
                TW_STR_ARG(tw_lookup_text(&run->graph, start)),
                TW_STR_ARG(tw_lookup_text(&run->graph, end)));
  }
  return TW_OK;
}

static TwStatus
add_speakers(Explaining* run, uint32_t claim)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  const char* before = "; said by ";
  TW_TRY(tw_lookup_find(&run->graph, claim, run->properties[CLAIMED_BY],
                        TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TW_TRY(add_words(run, before, found->part[TW_OBJECT]));
    before = ", ";
  }
  return TW_OK;
}

/* How surely it is said, and what the reader should know of it. */
static TwStatus
add_manner(Explaining* run, const TwClaimTerms* claim)
{
  TW_TRY(add_words(run, "", claim->certainty));
  if (tw_str_equal(tw_lookup_text(&run->graph, claim->polarity),
                   TW_STR("negative"))) {
    tw_buf_add(run->out, TW_STR(", said not to be so"));
  }
  TW_TRY(add_quote(run, " by the word ", claim->cue));
  if (claim->recap != TW_NO_TERM) {
    tw_buf_add(run->out, TW_STR(", told as background"));
  }
  if (claim->inferred != TW_NO_TERM) {
    tw_buf_add(run->out, TW_STR(", the value taken from context"));
  }
  if (claim->approximate != TW_NO_TERM) {
    tw_buf_add(run->out, TW_STR(", the number only roughly"));
  }
  uint32_t membership;
  TW_TRY(tw_lookup_maybe(&run->graph, claim->object,
                         run->properties[MEMBERSHIP], &membership));
  TW_TRY(add_words(run, ", that they are so called ", membership));
  TW_TRY(add_speakers(run, claim->claim));
  return add_words(run, "; rule ", claim->rule);
}

static TwStatus
add_claim(Explaining* run, const TwClaimTerms* claim, const char* indent)
{
  tw_buf_add(run->out, tw_str(indent));
  TW_TRY(tw_claims_paper(&run->graph, claim->article, run->out));
  TW_TRY(add_place(run, claim->evidence));
  tw_buf_add_char(run->out, '\n');
  TW_TRY(add_quote(run, indent, claim->evidence));
  tw_buf_addf(run->out, "\n%s", indent);
  TW_TRY(add_manner(run, claim));
  tw_buf_add_char(run->out, '\n');
  return tw_buf_status(run->out);
}

/* --- What speaks against it --- */

/* True if both are groups, and one is less surely what it is called. */
static TwStatus
is_membership(Explaining* run, const TwClaimTerms* other,
              const TwClaimTerms* own, bool* out)
{
  const uint32_t membership = run->properties[MEMBERSHIP];
  uint32_t a;
  uint32_t b;
  TW_TRY(tw_lookup_maybe(&run->graph, other->object, membership, &a));
  TW_TRY(tw_lookup_maybe(&run->graph, own->object, membership, &b));
  *out = a != b;
  return TW_OK;
}

/* A conflict may be about several properties of an event; what speaks against a
 * statement is another value, or the same one said otherwise. Parts of a sum
 * are all on one side. */
static TwStatus
is_against(Explaining* run, TwStr kind, const TwClaimTerms* other,
           const TwClaimTerms* own, bool* out)
{
  if (other->object == own->object) {
    *out =
      other->subject != own->subject || (other->predicate == own->predicate &&
                                         (other->certainty != own->certainty ||
                                          other->polarity != own->polarity));
    return TW_OK;
  }
  *out = tw_str_equal(kind, TW_STR("arithmetic")) ||
         other->predicate == own->predicate;
  return *out && tw_str_equal(kind, TW_STR("certainty"))
           ? is_membership(run, other, own, out)
           : TW_OK;
}

/* What an article says that leaves out what is explained: all of its claims
 * that have the same subject and property. */
static TwStatus
add_omission(Explaining* run, uint32_t article, const TwClaimTerms* own)
{
  uint32_t evidence = TW_NO_TERM;
  tw_buf_add(run->out, TW_STR("  against it, omission: left out by\n"));
  for (size_t i = 0; i < run->claims.n; ++i) {
    const TwClaimTerms* const claim = &run->claims.at[i];
    if (claim->article == article && claim->subject == own->subject &&
        claim->predicate == own->predicate && claim->evidence != evidence) {
      TW_TRY(add_claim(run, claim, "      "));
      evidence = claim->evidence;
    }
  }
  return TW_OK;
}

static TwStatus
add_omissions(Explaining* run, uint32_t conflict, const TwClaimTerms* own)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&run->graph, conflict, run->properties[OMITTED_BY],
                        TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TW_TRY(add_omission(run, found->part[TW_OBJECT], own));
  }
  return TW_OK;
}

/* The alternatives of a conflict that are not the statement's own. */
static TwStatus
add_alternatives(Explaining* run, uint32_t conflict, const TwClaimTerms* own)
{
  TwQuadWalk walk;
  const TwQuadIds* found;
  uint32_t kind;
  TW_TRY(tw_lookup_maybe(&run->graph, conflict, run->properties[CONFLICT_KIND],
                         &kind));
  TW_TRY(tw_lookup_find(&run->graph, conflict, run->properties[ALTERNATIVE],
                        TW_ANY_TERM, &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    const TwClaimTerms* const other =
      tw_claims_find(&run->claims, found->part[TW_OBJECT]);
    bool against = false;
    if (other) {
      TW_TRY(is_against(run, tw_lookup_text(&run->graph, kind), other, own,
                        &against));
    }
    if (against) {
      TW_TRY(add_words(run, "  against it, ", kind));
      TW_TRY(add_words(run, ": ", other->object));
      tw_buf_add_char(run->out, '\n');
      TW_TRY(add_claim(run, other, "      "));
    }
  }
  return add_omissions(run, conflict, own);
}

static TwStatus
add_against(Explaining* run, const TwClaimTerms* const* claims, size_t n)
{
  TW_VEC(uint32_t) told = {NULL, 0, 0};
  for (size_t i = 0; i < n; ++i) {
    TwQuadWalk walk;
    const TwQuadIds* found;
    TW_TRY(tw_lookup_find(&run->graph, TW_ANY_TERM,
                          run->properties[ALTERNATIVE], claims[i]->claim,
                          &walk));
    while ((found = tw_quad_walk_next(&walk))) {
      bool is_told = false;
      for (size_t k = 0; k < told.count; ++k) {
        is_told = is_told || told.at[k] == found->part[TW_SUBJECT];
      }
      uint32_t* const place = is_told ? NULL : TW_VEC_PUSH(run->arena, &told);
      if (place) {
        *place = found->part[TW_SUBJECT];
        TW_TRY(add_alternatives(run, *place, claims[i]));
      }
    }
  }
  return tw_arena_failed(run->arena) ? TW_ERR_NOMEM : TW_OK;
}

/* --- A statement --- */

static bool
is_same_statement(const TwClaimTerms* a, const TwClaimTerms* b)
{
  return a->subject == b->subject && a->predicate == b->predicate &&
         a->object == b->object;
}

static TwStatus
add_statement(Explaining* run, const TwClaimTerms* const* claims, size_t n)
{
  if (run->out->len) {
    tw_buf_add_char(run->out, '\n');
  }
  TW_TRY(add_words(run, "", claims[0]->subject));
  TW_TRY(add_words(run, " | ", claims[0]->predicate));
  TW_TRY(add_words(run, " | ", claims[0]->object));
  tw_buf_add_char(run->out, '\n');
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(add_claim(run, claims[i], "    "));
  }
  return add_against(run, claims, n);
}

static TwStatus
explain_all(Explaining* run)
{
  TW_TRY(tw_claims_read(&run->graph, run->arena, &run->claims));
  TW_TRY(find_things(run));
  if (run->asked->property.len) {
    TW_TRY(widen(run));
  }
  TW_TRY(choose(run));
  for (size_t i = 0; i < run->n_chosen;) {
    size_t end = i + 1;
    while (end < run->n_chosen &&
           is_same_statement(run->chosen[i], run->chosen[end])) {
      ++end;
    }
    TW_TRY(add_statement(run, run->chosen + i, end - i));
    i = end;
  }
  return TW_OK;
}

static TwStatus
run_all(Explaining* run, TwDiagSink* sink)
{
  TW_TRY(tw_lookup_open(run->asked->path, sink, &run->graph));
  for (size_t i = 0; i < N_PROPERTIES; ++i) {
    TW_TRY(tw_lookup_iri(&run->graph, iris[i], &run->properties[i]));
  }
  TW_TRY(explain_all(run));
  if (!run->n_chosen) {
    tw_diag_error(sink, CODE_NOTHING, tw_str(run->asked->path),
                  run->things.count ? "no claim says that of \"%.*s\""
                                    : "nothing is called \"%.*s\"",
                  TW_STR_ARG(run->asked->about));
    return TW_NONE;
  }
  return TW_OK;
}

TwStatus
tw_explain_run(const TwExplain* explain, TwDiagSink* sink, TwBuf* out)
{
  Explaining run = {.asked = explain, .arena = tw_arena_new(0), .out = out};
  const TwStatus status = run.arena ? run_all(&run, sink) : TW_ERR_NOMEM;
  tw_lookup_close(&run.graph);
  tw_arena_free(run.arena);
  return status;
}
