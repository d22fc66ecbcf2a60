/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/statement.h"

#include "graph/correct_apply.h"
#include "graph/correct_event.h"
#include "graph/saying.h"
#include "graph/source.h"

#include <stdlib.h>

/* Orders by what is said. */
static int
by_statement(const TwSaying* a, const TwSaying* b)
{
  if (a->subject != b->subject) {
    return a->subject < b->subject ? -1 : 1;
  }
  int order = a->property == b->property
                ? 0
                : tw_str_compare(a->property->name, b->property->name);
  if (order) {
    return order;
  }
  if (a->kind != b->kind) {
    return a->kind < b->kind ? -1 : 1;
  }
  if (a->object != b->object) {
    return a->object < b->object ? -1 : 1;
  }
  order = tw_str_compare(a->folded, b->folded);
  return order ? order : tw_str_compare(a->status, b->status);
}

static int
by_saying(const void* left, const void* right)
{
  const TwSaying* const a = left;
  const TwSaying* const b = right;
  const int order = by_statement(a, b);
  if (order) {
    return order;
  }
  const TwGraphSpan* const x = &a->claim->evidence;
  const TwGraphSpan* const y = &b->claim->evidence;
  if (x->document != y->document) {
    return x->document < y->document ? -1 : 1;
  }
  if (x->bytes.start != y->bytes.start) {
    return x->bytes.start < y->bytes.start ? -1 : 1;
  }
  return tw_str_compare(a->claim->iri, b->claim->iri);
}

/* Moves each claim to the place of its saying, and lets go of those whose
 * saying was deleted. */
static void
put_in_order(TwFusion* fusion, TwSayingVec* sayings)
{
  TwGraphClaim* const claims = fusion->claims;
  for (size_t i = 0; i < sayings->count; ++i) {
    claims[i] = *sayings->at[i].claim;
    sayings->at[i].claim = &claims[i];
  }
  if (sayings->count) {
    qsort(sayings->at, sayings->count, sizeof(*sayings->at), by_saying);
  }
  for (size_t i = 0; i < sayings->count; ++i) {
    const TwGraphClaim first = claims[i];
    size_t at = i;
    size_t from = (size_t)(sayings->at[i].claim - claims);
    for (; from != i; from = (size_t)(sayings->at[at].claim - claims)) {
      claims[at] = claims[from];
      sayings->at[at].claim = &claims[at];
      at = from;
    }
    claims[at] = first;
    sayings->at[at].claim = &claims[at];
  }
  fusion->n_claims = sayings->count;
}

/* The end of the claims of one article that say the same as claim `first`;
 * `*out_told`: how surely one of them says so in words, or TW_DENIED. */
static size_t
end_of_article(const TwFusion* fusion, const TwSaying* sayings, size_t first,
               TwCertainty* out_told)
{
  const TwGraphClaim* const claims = fusion->claims;
  size_t end = first;
  *out_told = TW_DENIED;
  for (; end < fusion->n_claims &&
         claims[end].evidence.document == claims[first].evidence.document &&
         !by_statement(&sayings[end], &sayings[first]);
       ++end) {
    const TwGraphClaim* const claim = &claims[end];
    if (!claim->inferred && !claim->negated && claim->certainty < *out_told) {
      *out_told = claim->certainty;
    }
  }
  return end;
}

/* True if the claim takes from context what is told so surely in words. */
static bool
is_needless(const TwGraphClaim* claim, TwCertainty told)
{
  return claim->inferred && !claim->negated && told < TW_DENIED &&
         told <= claim->certainty;
}

/* A claim that was made twice is one, and what an article tells in words is not
 * taken from context as well. */
static void
drop_doubles(TwFusion* fusion, TwSaying* sayings)
{
  TwGraphClaim* const claims = fusion->claims;
  TwCertainty told = TW_DENIED;
  size_t kept = 0;
  for (size_t i = 0, end = 0; i < fusion->n_claims; ++i) {
    end = i < end ? end : end_of_article(fusion, sayings, i, &told);
    const bool is_double =
      kept && tw_str_equal(claims[i].iri, claims[kept - 1].iri);
    if (!is_double && !is_needless(&claims[i], told)) {
      claims[kept] = claims[i];
      sayings[kept++] = sayings[i];
    }
  }
  fusion->n_claims = kept;
}

/* --- Statements --- */

typedef struct {
  TwFusion* fusion;
  const TwSourceNumbers* sources;
  uint32_t* stamps; ///< The last statement, counted from 1, of each source
} Maker;

static void
count_sources(const Maker* maker, const TwGraphClaim* claims, size_t n,
              uint32_t stamp, TwStatement* statement)
{
  for (size_t i = 0; i < n; ++i) {
    const uint32_t document = claims[i].evidence.document;
    statement->n_documents += !i || document != claims[i - 1].evidence.document;
    uint32_t* const seen =
      &maker->stamps[tw_source_of(maker->sources, &claims[i])];
    statement->n_sources += *seen != stamp;
    *seen = stamp;
  }
}

/* The surest claim counts, of the positive ones if there are any. */
static void
sum_up(const TwGraphClaim* claims, size_t n, TwStatement* statement)
{
  statement->negated = true;
  statement->certainty = TW_DENIED;
  for (size_t i = 0; i < n; ++i) {
    const bool counts = !claims[i].negated || statement->negated;
    if (statement->negated && !claims[i].negated) {
      statement->negated = false;
      statement->certainty = claims[i].certainty;
    } else if (counts && claims[i].certainty < statement->certainty) {
      statement->certainty = claims[i].certainty;
    }
  }
}

static TwStatus
make_statements(TwFusion* fusion, const TwSaying* sayings)
{
  const size_t n = fusion->n_claims;
  size_t n_statements = 0;
  for (size_t i = 0; i < n; ++i) {
    n_statements += !i || by_statement(&sayings[i - 1], &sayings[i]) != 0;
  }
  if (n > UINT32_MAX) {
    return TW_ERR_LIMIT;
  }
  TwStatement* const statements =
    TW_NEW(fusion->arena, TwStatement, n_statements);
  if (!statements) {
    return TW_ERR_NOMEM;
  }
  uint32_t at = 0;
  for (uint32_t i = 0; i < n; ++i) {
    const TwSaying* const saying = &sayings[i];
    if (!i || by_statement(&sayings[i - 1], saying)) {
      statements[at++] = (TwStatement){.subject = saying->subject,
                                       .predicate = saying->property->name,
                                       .kind = saying->kind,
                                       .object = saying->object,
                                       .text = saying->text,
                                       .status = saying->status,
                                       .first_claim = i};
    }
    fusion->claims[i].statement = at - 1;
    statements[at - 1].end_claim = i + 1;
    statements[at - 1].accepted |= saying->accepted;
  }
  fusion->statements = statements;
  fusion->n_statements = n_statements;
  return TW_OK;
}

static TwStatus
finish(TwFusion* fusion)
{
  TwSourceNumbers sources;
  TW_TRY(tw_source_run(fusion, &sources));
  uint32_t* const stamps = TW_NEW(fusion->scratch, uint32_t, sources.n);
  if (!stamps) {
    return TW_ERR_NOMEM;
  }
  const Maker maker = {fusion, &sources, stamps};
  for (uint32_t i = 0; i < fusion->n_statements; ++i) {
    TwStatement* const statement = &fusion->statements[i];
    const TwGraphClaim* const claims = &fusion->claims[statement->first_claim];
    const size_t n = statement->end_claim - statement->first_claim;
    count_sources(&maker, claims, n, i + 1, statement);
    sum_up(claims, n, statement);
  }
  return TW_OK;
}

/* Takes room once: an array that grows in an arena leaves copies behind. */
static TwStatus
reserve_sayings(TwFusion* fusion, TwSayingVec* sayings)
{
  size_t most = 0;
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    most += tw_saying_most(fusion->articles[a]);
  }
  sayings->at = TW_NEW(fusion->scratch, TwSaying, most);
  sayings->capacity = most;
  fusion->claims = TW_NEW(fusion->arena, TwGraphClaim, most);
  return sayings->at && fusion->claims ? TW_OK : TW_ERR_NOMEM;
}

TwStatus
tw_statement_run(TwFusion* fusion)
{
  TwSayingVec sayings = {NULL, 0, 0};
  TW_TRY(reserve_sayings(fusion, &sayings));
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    TW_TRY(tw_saying_article(fusion, a, &sayings));
  }
  tw_correct_sayings(fusion, &sayings);
  tw_correct_accepted(fusion, &sayings);
  put_in_order(fusion, &sayings);
  drop_doubles(fusion, sayings.at);
  TW_TRY(make_statements(fusion, sayings.at));
  return finish(fusion);
}
