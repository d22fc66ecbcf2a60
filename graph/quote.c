/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/quote.h"

#include "base/number.h"
#include "base/utf8.h"
#include "graph/quoted.h"
#include "ontology/fold.h"

#include <stdlib.h>

/* Fewer words are a phrase that many use. */
#define MIN_WORDS 4
/* A run of more quotes of one speaker is a phrase of his. */
#define MAX_SHARING 32

/** A quote as one article has it. */
typedef struct {
  uint32_t speaker;
  TwGraphSpan span;
  uint32_t n_runs;
  uint32_t head; ///< The first quote that it is one with, or itself
} Quote;

/** A run of words of a quote, or two quotes that share one. */
typedef struct {
  uint64_t run;
  uint32_t a;
  uint32_t b;
} Entry;

/** A claim's words and who says them. */
typedef struct {
  uint32_t speaker;
  const TwGraphSpan* span;
} Saying;

typedef struct {
  TwFusion* fusion;
  TW_VEC(Saying) sayings;
  TW_VEC(Quote) quotes;
  TW_VEC(Entry) runs;
  TW_VEC(Entry) pairs;
} Quotes;

/* --- Who says what --- */

static uint32_t
speaker_of(const TwFusion* fusion, const TwGraphClaim* claim)
{
  const TwStatement* const statement = &fusion->statements[claim->statement];
  return claim->speaker != TW_NO_THING ? claim->speaker
         : tw_str_equal(statement->predicate, TW_STR("speaker"))
           ? statement->object
           : TW_NO_THING;
}

static int
by_speaker(const void* left, const void* right)
{
  const Saying* const a = left;
  const Saying* const b = right;
  if (a->speaker != b->speaker) {
    return a->speaker < b->speaker ? -1 : 1;
  }
  if (a->span->document != b->span->document) {
    return a->span->document < b->span->document ? -1 : 1;
  }
  if (a->span->bytes.start != b->span->bytes.start) {
    return a->span->bytes.start < b->span->bytes.start ? -1 : 1;
  }
  return (a->span->bytes.end > b->span->bytes.end) -
         (a->span->bytes.end < b->span->bytes.end);
}

static TwStatus
find_sayings(Quotes* quotes)
{
  const TwFusion* const fusion = quotes->fusion;
  for (size_t c = 0; c < fusion->n_claims; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    const uint32_t speaker = speaker_of(fusion, claim);
    if (speaker == TW_NO_THING) {
      continue;
    }
    Saying* const saying = TW_VEC_PUSH(fusion->scratch, &quotes->sayings);
    if (!saying) {
      return TW_ERR_NOMEM;
    }
    *saying = (Saying){speaker, &claim->evidence};
  }
  if (quotes->sayings.count) {
    qsort(quotes->sayings.at, quotes->sayings.count,
          sizeof(*quotes->sayings.at), by_speaker);
  }
  return TW_OK;
}

/* --- Quotes --- */

/* Adds the runs of words of quote `q`. */
static TwStatus
add_runs(Quotes* quotes, uint32_t q)
{
  TwArena* const scratch = quotes->fusion->scratch;
  Quote* const quote = &quotes->quotes.at[q];
  const TwStr folded = tw_fold(scratch, quote->span.exact);
  TwRunWalk walk = {.text = folded};
  uint64_t run;
  while (folded.s && tw_run_next(&walk, &run)) {
    Entry* const entry = TW_VEC_PUSH(scratch, &quotes->runs);
    if (!entry) {
      return TW_ERR_NOMEM;
    }
    *entry = (Entry){tw_u64_mix(run, quote->speaker), q, 0};
    quote->n_runs += 1;
  }
  return folded.s ? TW_OK : TW_ERR_NOMEM;
}

/* The part [start, end) of a claim's words as a quote, if it is long enough. */
static TwStatus
add_quote(Quotes* quotes, const Saying* saying, size_t start, size_t end)
{
  const TwGraphSpan* const whole = saying->span;
  const TwStr exact = tw_str_slice(whole->exact, start, end);
  if (tw_quoted_count_words(exact) < MIN_WORDS) {
    return TW_OK;
  }
  const uint32_t chars =
    whole->char_start + (uint32_t)tw_utf8_count(whole->exact, start);
  const uint32_t q = (uint32_t)quotes->quotes.count;
  Quote* const quote = TW_VEC_PUSH(quotes->fusion->scratch, &quotes->quotes);
  if (!quote) {
    return TW_ERR_NOMEM;
  }
  *quote = (Quote){
    .speaker = saying->speaker,
    .head = q,
    .span = {.exact = exact,
             .document = whole->document,
             .bytes = {whole->bytes.start + (uint32_t)start,
                       whole->bytes.start + (uint32_t)end},
             .char_start = chars,
             .char_end = chars + (uint32_t)tw_utf8_count(exact, exact.len)}};
  return add_runs(quotes, q);
}

static TwStatus
add_quotes(Quotes* quotes, const Saying* saying)
{
  TwQuotedWalk walk = {.text = saying->span->exact};
  size_t start;
  size_t end;
  if (walk.text.len != saying->span->bytes.end - saying->span->bytes.start) {
    return TW_OK; /* Shown otherwise than it stands in the source. */
  }
  while (tw_quoted_next(&walk, &start, &end)) {
    TW_TRY(add_quote(quotes, saying, start, end));
  }
  return TW_OK;
}

/* --- Which are one --- */

static int
by_entry(const void* left, const void* right)
{
  const Entry* const a = left;
  const Entry* const b = right;
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
add_pairs(Quotes* quotes, const Entry* runs, size_t n)
{
  for (size_t i = 0; n <= MAX_SHARING && i < n; ++i) {
    for (size_t k = i + 1; k < n; ++k) {
      if (runs[i].a == runs[k].a) {
        continue;
      }
      Entry* const pair = TW_VEC_PUSH(quotes->fusion->scratch, &quotes->pairs);
      if (!pair) {
        return TW_ERR_NOMEM;
      }
      *pair = (Entry){0, runs[i].a, runs[k].a};
    }
  }
  return TW_OK;
}

static TwStatus
find_pairs(Quotes* quotes)
{
  Entry* const runs = quotes->runs.at;
  const size_t n = quotes->runs.count;
  if (n) {
    qsort(runs, n, sizeof(*runs), by_entry);
  }
  for (size_t i = 0, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && runs[end].run == runs[i].run;) {
      ++end;
    }
    TW_TRY(add_pairs(quotes, &runs[i], end - i));
  }
  if (quotes->pairs.count) {
    qsort(quotes->pairs.at, quotes->pairs.count, sizeof(*quotes->pairs.at),
          by_entry);
  }
  return TW_OK;
}

static uint32_t
root_of(const Quotes* quotes, uint32_t q)
{
  while (quotes->quotes.at[q].head != q) {
    q = quotes->quotes.at[q].head;
  }
  return q;
}

static void
join(Quotes* quotes, uint32_t a, uint32_t b)
{
  const uint32_t x = root_of(quotes, a);
  const uint32_t y = root_of(quotes, b);
  quotes->quotes.at[x > y ? x : y].head = x > y ? y : x;
}

static void
join_all(Quotes* quotes)
{
  const Entry* const pairs = quotes->pairs.at;
  const Quote* const all = quotes->quotes.at;
  for (size_t i = 0, end = 0; i < quotes->pairs.count; i = end) {
    for (end = i + 1;
         end < quotes->pairs.count && !by_entry(&pairs[end], &pairs[i]);) {
      ++end;
    }
    const uint32_t x = all[pairs[i].a].n_runs;
    const uint32_t y = all[pairs[i].b].n_runs;
    if (2 * (end - i) >= (x < y ? x : y)) {
      join(quotes, pairs[i].a, pairs[i].b);
    }
  }
}

/* --- The quotes of the graph --- */

static TwStatus
add_to_graph(Quotes* quotes, uint32_t head, const TwGraphSpan* variants,
             size_t n)
{
  TwFusion* const fusion = quotes->fusion;
  TwGraphSpan* const copy = TW_NEW(fusion->arena, TwGraphSpan, n);
  TwQuote* const quote = TW_VEC_PUSH(fusion->arena, &fusion->quotes);
  if (!copy || !quote) {
    return TW_ERR_NOMEM;
  }
  *quote = (TwQuote){.speaker = quotes->quotes.at[head].speaker,
                     .variants = copy,
                     .n_variants = n};
  tw_buf_addf(&fusion->text, "quote %.*s",
              TW_STR_ARG(fusion->things[quote->speaker].iri));
  for (size_t i = 0; i < n; ++i) {
    copy[i] = variants[i];
    quote->text =
      copy[i].exact.len > quote->text.len ? copy[i].exact : quote->text;
    const TwArticleRecord* const article = fusion->articles[copy[i].document];
    tw_buf_addf(&fusion->text, "\n%.*s %u",
                TW_STR_ARG(article->document.sha256),
                (unsigned)copy[i].bytes.start);
  }
  return tw_fusion_iri(fusion, TW_STR("quote/"), &quote->iri);
}

static bool
is_same_place(const TwGraphSpan* a, const TwGraphSpan* b)
{
  return a->document == b->document && a->bytes.start == b->bytes.start &&
         a->bytes.end == b->bytes.end;
}

/* The quotes of one root, if several articles have them; two claims may rest
 * on one place. */
static TwStatus
collect(Quotes* quotes, const Entry* members, size_t n)
{
  const Quote* const all = quotes->quotes.at;
  TwGraphSpan* const variants = TW_NEW(quotes->fusion->scratch, TwGraphSpan, n);
  size_t kept = 0;
  bool several = false;
  if (!variants) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    const TwGraphSpan* const span = &all[members[i].b].span;
    several |= span->document != all[members[0].b].span.document;
    if (!kept || !is_same_place(&variants[kept - 1], span)) {
      variants[kept++] = *span;
    }
  }
  return several ? add_to_graph(quotes, members[0].b, variants, kept) : TW_OK;
}

/* Brings the quotes of one root together. */
static TwStatus
collect_all(Quotes* quotes)
{
  const size_t n = quotes->quotes.count;
  Entry* const members = TW_NEW(quotes->fusion->scratch, Entry, n);
  if (!members) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t q = 0; q < n; ++q) {
    members[q] = (Entry){0, root_of(quotes, q), q};
  }
  if (n) {
    qsort(members, n, sizeof(*members), by_entry);
  }
  for (size_t i = 0, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && members[end].a == members[i].a;) {
      ++end;
    }
    if (end - i > 1) {
      TW_TRY(collect(quotes, &members[i], end - i));
    }
  }
  return TW_OK;
}

TwStatus
tw_quote_run(TwFusion* fusion)
{
  Quotes quotes = {.fusion = fusion};
  TW_TRY(find_sayings(&quotes));
  for (size_t i = 0; i < quotes.sayings.count; ++i) {
    if (!i || by_speaker(&quotes.sayings.at[i - 1], &quotes.sayings.at[i])) {
      TW_TRY(add_quotes(&quotes, &quotes.sayings.at[i]));
    }
  }
  TW_TRY(find_pairs(&quotes));
  join_all(&quotes);
  return collect_all(&quotes);
}
