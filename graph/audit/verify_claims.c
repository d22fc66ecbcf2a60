/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/audit/verify_parts.h"
#include "ontology/schema.h"
#include "ontology/vocab.h"

/* Claims are whole, and what the graph says outright follows from them. */

/** A statement of term numbers, as the key of a map. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} Triple;

typedef struct {
  TwVerify* verify;
  TwDiagSink* sink;
  TwArena* arena; ///< Of the keys
  TwMap claimed;
  bool* seen; ///< By the numbers of terms: it was the subject of a claim
} Checker;

static TwStr
key_of(const Triple* triple)
{
  return (TwStr){(const char*)triple, sizeof(*triple)};
}

/* --- Claims --- */

/* What each claim has exactly one of. */
static const struct {
  TwKnown known;
  const char* name;
} parts[] = {
  {TW_KNOWN_SUBJECT, "subject (rdf:subject)"},
  {TW_KNOWN_PREDICATE, "predicate (rdf:predicate)"},
  {TW_KNOWN_OBJECT, "object (rdf:object)"},
  {TW_KNOWN_DERIVED_FROM, "article (prov:wasDerivedFrom)"},
  {TW_KNOWN_EVIDENCE, "evidence (tw:evidence)"},
  {TW_KNOWN_CERTAINTY, "certainty (tw:certainty)"},
  {TW_KNOWN_POLARITY, "polarity (tw:polarity)"},
  {TW_KNOWN_RULE, "rule (tw:rule)"},
};
enum { SUBJECT, PREDICATE, OBJECT, ARTICLE, EVIDENCE, N = 8 };

/* TW_OK, or TW_NONE if something is missing, told. */
static TwStatus
read_parts(Checker* checker, uint32_t claim, uint32_t values[N])
{
  TwVerify* const verify = checker->verify;
  TwStatus result = TW_OK;
  for (size_t i = 0; i < N; ++i) {
    const TwStatus status =
      tw_verify_value(verify, claim, parts[i].known, &values[i]);
    if (status == TW_NONE) {
      tw_verify_tell(verify, checker->sink, TW_VERIFY_RECORD, verify->path,
                     "claim <%.*s> has no single %s",
                     TW_STR_ARG(tw_verify_text(verify, claim)), parts[i].name);
      result = TW_NONE;
    } else if (status != TW_OK) {
      return status;
    }
  }
  return result;
}

/* A span of a claim is a span, and of the claim's own article. */
static TwStatus
check_own_span(Checker* checker, uint32_t claim, uint32_t span,
               uint32_t article)
{
  TwVerify* const verify = checker->verify;
  uint32_t source;
  const TwStatus is_span =
    tw_lookup_has(&verify->graph, span, verify->known[TW_KNOWN_TYPE],
                  verify->known[TW_KNOWN_SPAN]);
  const TwStatus status =
    is_span == TW_OK
      ? tw_verify_value(verify, span, TW_KNOWN_DERIVED_FROM, &source)
      : is_span;
  if (status != TW_OK && status != TW_NONE) {
    return status;
  }
  if (status == TW_NONE || source != article) {
    tw_verify_tell(verify, checker->sink, TW_VERIFY_RECORD, verify->path,
                   "claim <%.*s> rests on <%.*s>, which is no span of its "
                   "article <%.*s>",
                   TW_STR_ARG(tw_verify_text(verify, claim)),
                   TW_STR_ARG(tw_verify_text(verify, span)),
                   TW_STR_ARG(tw_verify_text(verify, article)));
  }
  return TW_OK;
}

static TwStatus
note_claimed(Checker* checker, uint32_t subject, uint32_t predicate,
             uint32_t object)
{
  Triple* const triple = TW_NEW(checker->arena, Triple, 1);
  if (!triple) {
    return TW_ERR_NOMEM;
  }
  *triple = (Triple){subject, predicate, object};
  return tw_map_set(&checker->claimed, key_of(triple), 1);
}

/* Counts the subject once if it is an event or its like: these say themselves
 * how sure they are. */
static TwStatus
count_told(Checker* checker, uint32_t subject)
{
  TwVerify* const verify = checker->verify;
  uint32_t certainty;
  if (checker->seen[subject]) {
    return TW_OK;
  }
  checker->seen[subject] = true;
  const TwStatus status =
    tw_verify_value(verify, subject, TW_KNOWN_CERTAINTY, &certainty);
  verify->tally.n_told += status == TW_OK;
  return status == TW_NONE ? TW_OK : status;
}

static TwStatus
check_claim(Checker* checker, uint32_t claim)
{
  TwVerify* const verify = checker->verify;
  uint32_t values[N];
  uint32_t cue;
  ++verify->tally.n_claims;
  const TwStatus status = read_parts(checker, claim, values);
  if (status != TW_OK) {
    return status == TW_NONE ? TW_OK : status;
  }
  const TwTerm predicate =
    tw_quads_term(verify->graph.quads, values[PREDICATE]);
  const TwProperty* const property = tw_schema_property_of(predicate.text);
  TW_TRY(check_own_span(checker, claim, values[EVIDENCE], values[ARTICLE]));
  if (tw_verify_value(verify, claim, TW_KNOWN_CUE, &cue) == TW_OK) {
    TW_TRY(check_own_span(checker, claim, cue, values[ARTICLE]));
  }
  TW_TRY(count_told(checker, values[SUBJECT]));
  if (property && property->symmetric) {
    TW_TRY(note_claimed(checker, values[OBJECT], values[PREDICATE],
                        values[SUBJECT]));
  }
  return note_claimed(checker, values[SUBJECT], values[PREDICATE],
                      values[OBJECT]);
}

static TwStatus
check_claims(Checker* checker)
{
  TwVerify* const verify = checker->verify;
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&verify->graph, TW_ANY_TERM,
                        verify->known[TW_KNOWN_TYPE],
                        verify->known[TW_KNOWN_CLAIM], &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    TW_TRY(check_claim(checker, found->part[TW_SUBJECT]));
  }
  return TW_OK;
}

/* --- Direct triples --- */

/* True for properties that say what an article said; some of our vocabulary
 * are worked out of many claims, or come from a gazetteer. */
static bool
is_claimable(TwStr predicate)
{
  const TwProperty* const property = tw_schema_property_of(predicate);
  return property ? property->claimed
                  : tw_str_starts(predicate, TW_STR(TW_NAMESPACE));
}

/* TW_OK if the subject is a record: a claim, a span, an article ... */
static TwStatus
is_record(TwVerify* verify, uint32_t subject)
{
  static const TwKnown records[] = {
    TW_KNOWN_CLAIM,    TW_KNOWN_SPAN,     TW_KNOWN_INTERVAL,
    TW_KNOWN_CONFLICT, TW_KNOWN_IDENTITY, TW_KNOWN_ARTICLE,
  };
  for (size_t i = 0; i < sizeof(records) / sizeof(records[0]); ++i) {
    const TwStatus status =
      tw_lookup_has(&verify->graph, subject, verify->known[TW_KNOWN_TYPE],
                    verify->known[records[i]]);
    if (status != TW_NONE) {
      return status;
    }
  }
  return TW_NONE;
}

static TwStatus
check_direct(Checker* checker, const TwQuadIds* quad)
{
  TwVerify* const verify = checker->verify;
  const Triple triple = {quad->part[TW_SUBJECT], quad->part[TW_PREDICATE],
                         quad->part[TW_OBJECT]};
  uint64_t value;
  if (tw_map_get(&checker->claimed, key_of(&triple), &value) == TW_OK) {
    return TW_OK;
  }
  const TwStatus status = is_record(verify, triple.subject);
  if (status == TW_NONE) {
    tw_verify_tell(verify, checker->sink, TW_VERIFY_NO_CLAIM, verify->path,
                   "no claim says that <%.*s> <%.*s> \"%.*s\"",
                   TW_STR_ARG(tw_verify_text(verify, triple.subject)),
                   TW_STR_ARG(tw_verify_text(verify, triple.predicate)),
                   TW_STR_ARG(tw_verify_text(verify, triple.object)));
  }
  return status == TW_NONE ? TW_OK : status;
}

static TwStatus
check_all_direct(Checker* checker)
{
  TwVerify* const verify = checker->verify;
  TwQuadWalk walk;
  const TwQuadIds* found;
  TW_TRY(tw_lookup_find(&verify->graph, TW_ANY_TERM, TW_ANY_TERM, TW_ANY_TERM,
                        &walk));
  while ((found = tw_quad_walk_next(&walk))) {
    if (is_claimable(tw_verify_text(verify, found->part[TW_PREDICATE]))) {
      TW_TRY(check_direct(checker, found));
    }
  }
  return TW_OK;
}

TwStatus
tw_verify_claims(TwVerify* verify, TwDiagSink* sink)
{
  Checker checker = {verify, sink, tw_arena_new(0), TW_MAP_INIT, NULL};
  if (checker.arena) {
    checker.seen =
      TW_NEW(checker.arena, bool, tw_quads_term_count(verify->graph.quads));
  }
  TwStatus status = checker.seen ? check_claims(&checker) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = check_all_direct(&checker);
  }
  tw_map_clear(&checker.claimed);
  tw_arena_free(checker.arena);
  return status;
}
