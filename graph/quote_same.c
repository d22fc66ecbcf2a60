/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/anchor.h"
#include "graph/conflict.h"
#include "graph/quote_parts.h"
#include "graph/quoted.h"

#include "base/number.h"
#include "ontology/fold.h"

#include <stdlib.h>

/* A run of more quotes of one speaker is a phrase of his. */
#define MAX_SHARING 32
/* Fewer anchors may stand in two sayings of one day. */
#define MIN_ANCHORS 3

typedef TW_VEC(TwQuoteEntry) EntryVec;

/* --- Runs of words --- */

/* Adds the runs of words of quote `q`. */
static TwStatus
add_runs(TwQuotes* quotes, uint32_t q, EntryVec* runs)
{
  TwArena* const scratch = quotes->fusion->scratch;
  TwSaidQuote* const quote = &quotes->quotes.at[q];
  const TwStr folded = tw_fold(scratch, quote->span.exact);
  TwRunWalk walk = {.text = folded};
  uint64_t run;
  while (folded.s && tw_run_next(&walk, &run)) {
    TwQuoteEntry* const entry = TW_VEC_PUSH(scratch, runs);
    if (!entry) {
      return TW_ERR_NOMEM;
    }
    *entry = (TwQuoteEntry){tw_u64_mix(run, quote->speaker), q, 0};
    quote->n_runs += 1;
  }
  return folded.s ? TW_OK : TW_ERR_NOMEM;
}

/* --- Anchors --- */

static TwStr
language_of(const TwQuotes* quotes, uint32_t q)
{
  const uint32_t document = quotes->quotes.at[q].span.document;
  return quotes->fusion->articles[document]->document.language;
}

static TwStatus
add_anchors(TwQuotes* quotes, uint32_t q, EntryVec* anchors)
{
  TwFusion* const fusion = quotes->fusion;
  TwSaidQuote* const quote = &quotes->quotes.at[q];
  TwAnchorVec found = {NULL, 0, 0};
  const TwStr folded = tw_fold(fusion->scratch, quote->span.exact);
  if (!folded.s) {
    return TW_ERR_NOMEM;
  }
  TW_TRY(tw_anchors_find(fusion, quote->span.document, quote->speaker, folded,
                         &found));
  quote->n_anchors = (uint32_t)found.count;
  for (size_t i = 0; i < found.count; ++i) {
    TwQuoteEntry* const entry = TW_VEC_PUSH(fusion->scratch, anchors);
    if (!entry) {
      return TW_ERR_NOMEM;
    }
    *entry = (TwQuoteEntry){tw_u64_mix(found.at[i], quote->speaker), q, 0};
  }
  return TW_OK;
}

/* Quotes stand together by speaker; only one whose words come in several
 * languages is translated. */
static TwStatus
find_anchors(TwQuotes* quotes, EntryVec* anchors)
{
  const TwSaidQuote* const all = quotes->quotes.at;
  const uint32_t n = (uint32_t)quotes->quotes.count;
  for (uint32_t i = 0, end = 0; i < n; i = end) {
    bool several = false;
    for (end = i + 1; end < n && all[end].speaker == all[i].speaker; ++end) {
      several |=
        !tw_str_equal(language_of(quotes, i), language_of(quotes, end));
    }
    for (uint32_t q = i; several && q < end; ++q) {
      TW_TRY(add_anchors(quotes, q, anchors));
    }
  }
  return TW_OK;
}

/* --- Which are one --- */

int
tw_quote_by_entry(const void* left, const void* right)
{
  const TwQuoteEntry* const a = left;
  const TwQuoteEntry* const b = right;
  if (a->run != b->run) {
    return a->run < b->run ? -1 : 1;
  }
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

/* The pairs of the quotes of one run. */
static TwStatus
add_pairs(TwQuotes* quotes, const TwQuoteEntry* runs, size_t n, EntryVec* pairs)
{
  for (size_t i = 0; n <= MAX_SHARING && i < n; ++i) {
    for (size_t k = i + 1; k < n; ++k) {
      if (runs[i].a == runs[k].a) {
        continue;
      }
      TwQuoteEntry* const pair = TW_VEC_PUSH(quotes->fusion->scratch, pairs);
      if (!pair) {
        return TW_ERR_NOMEM;
      }
      *pair = (TwQuoteEntry){0, runs[i].a, runs[k].a};
    }
  }
  return TW_OK;
}

/* The pairs of quotes that share entries, as often as they do. */
static TwStatus
find_pairs(TwQuotes* quotes, EntryVec* entries, EntryVec* pairs)
{
  TwQuoteEntry* const runs = entries->at;
  const size_t n = entries->count;
  if (n) {
    qsort(runs, n, sizeof(*runs), tw_quote_by_entry);
  }
  for (size_t i = 0, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && runs[end].run == runs[i].run;) {
      ++end;
    }
    TW_TRY(add_pairs(quotes, &runs[i], end - i, pairs));
  }
  if (pairs->count) {
    qsort(pairs->at, pairs->count, sizeof(*pairs->at), tw_quote_by_entry);
  }
  return TW_OK;
}

uint32_t
tw_quotes_root(const TwQuotes* quotes, uint32_t q)
{
  while (quotes->quotes.at[q].head != q) {
    q = quotes->quotes.at[q].head;
  }
  return q;
}

static void
join(TwQuotes* quotes, uint32_t a, uint32_t b)
{
  const uint32_t x = tw_quotes_root(quotes, a);
  const uint32_t y = tw_quotes_root(quotes, b);
  quotes->quotes.at[x > y ? x : y].head = x > y ? y : x;
}

static bool
share_words(const TwQuotes* quotes, const TwQuoteEntry* pair, size_t n_shared)
{
  const uint32_t x = quotes->quotes.at[pair->a].n_runs;
  const uint32_t y = quotes->quotes.at[pair->b].n_runs;
  return 2 * n_shared >= (x < y ? x : y);
}

static bool
share_anchors(const TwQuotes* quotes, const TwQuoteEntry* pair, size_t n_shared)
{
  const TwSaidQuote* const a = &quotes->quotes.at[pair->a];
  const TwSaidQuote* const b = &quotes->quotes.at[pair->b];
  const uint32_t less =
    a->n_anchors < b->n_anchors ? a->n_anchors : b->n_anchors;
  return n_shared >= MIN_ANCHORS && n_shared == less &&
         !tw_str_equal(language_of(quotes, pair->a),
                       language_of(quotes, pair->b)) &&
         tw_conflict_at_once(quotes->fusion, a->span.document,
                             b->span.document);
}

/* Joins the quotes that share enough of the entries. */
static TwStatus
join_all(TwQuotes* quotes, EntryVec* entries,
         bool (*is_one)(const TwQuotes* quotes, const TwQuoteEntry* pair,
                        size_t n_shared))
{
  EntryVec pairs = {NULL, 0, 0};
  TW_TRY(find_pairs(quotes, entries, &pairs));
  for (size_t i = 0, end = 0; i < pairs.count; i = end) {
    for (end = i + 1; end < pairs.count &&
                      !tw_quote_by_entry(&pairs.at[end], &pairs.at[i]);) {
      ++end;
    }
    if (is_one(quotes, &pairs.at[i], end - i)) {
      join(quotes, pairs.at[i].a, pairs.at[i].b);
    }
  }
  return TW_OK;
}

TwStatus
tw_quotes_join(TwQuotes* quotes)
{
  EntryVec runs = {NULL, 0, 0};
  EntryVec anchors = {NULL, 0, 0};
  for (uint32_t q = 0; q < quotes->quotes.count; ++q) {
    TW_TRY(add_runs(quotes, q, &runs));
  }
  TW_TRY(find_anchors(quotes, &anchors));
  TW_TRY(join_all(quotes, &runs, share_words));
  return join_all(quotes, &anchors, share_anchors);
}
