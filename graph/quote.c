/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/quote.h"

#include "base/utf8.h"
#include "graph/quote_parts.h"
#include "graph/quoted.h"

#include <stdlib.h>

/* Fewer words are a phrase that many use. */
#define MIN_WORDS 4

/** A claim's words and who says them. */
typedef struct {
  uint32_t speaker;
  const TwGraphSpan* span;
} Saying;

typedef TW_VEC(Saying) SayingVec;

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
find_sayings(TwFusion* fusion, SayingVec* sayings)
{
  for (size_t c = 0; c < fusion->n_claims; ++c) {
    const TwGraphClaim* const claim = &fusion->claims[c];
    const uint32_t speaker = speaker_of(fusion, claim);
    if (speaker == TW_NO_THING) {
      continue;
    }
    Saying* const saying = TW_VEC_PUSH(fusion->scratch, sayings);
    if (!saying) {
      return TW_ERR_NOMEM;
    }
    *saying = (Saying){speaker, &claim->evidence};
  }
  if (sayings->count) {
    qsort(sayings->at, sayings->count, sizeof(*sayings->at), by_speaker);
  }
  return TW_OK;
}

/* --- Quotes --- */

/* The part [start, end) of a claim's words as a quote, if it is long enough. */
static TwStatus
add_quote(TwQuotes* quotes, const Saying* saying, size_t start, size_t end)
{
  const TwGraphSpan* const whole = saying->span;
  const TwStr exact = tw_str_slice(whole->exact, start, end);
  if (tw_quoted_count_words(exact) < MIN_WORDS) {
    return TW_OK;
  }
  const uint32_t chars =
    whole->char_start + (uint32_t)tw_utf8_count(whole->exact, start);
  const uint32_t q = (uint32_t)quotes->quotes.count;
  TwSaidQuote* const quote =
    TW_VEC_PUSH(quotes->fusion->scratch, &quotes->quotes);
  if (!quote) {
    return TW_ERR_NOMEM;
  }
  *quote = (TwSaidQuote){
    .speaker = saying->speaker,
    .head = q,
    .span = {.exact = exact,
             .document = whole->document,
             .bytes = {whole->bytes.start + (uint32_t)start,
                       whole->bytes.start + (uint32_t)end},
             .char_start = chars,
             .char_end = chars + (uint32_t)tw_utf8_count(exact, exact.len)}};
  return TW_OK;
}

static TwStatus
add_quotes(TwQuotes* quotes, const Saying* saying)
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

/* --- The quotes of the graph --- */

static TwStatus
add_to_graph(TwQuotes* quotes, uint32_t head, const TwGraphSpan* variants,
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
collect(TwQuotes* quotes, const TwQuoteEntry* members, size_t n)
{
  const TwSaidQuote* const all = quotes->quotes.at;
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
collect_all(TwQuotes* quotes)
{
  const size_t n = quotes->quotes.count;
  TwQuoteEntry* const members =
    TW_NEW(quotes->fusion->scratch, TwQuoteEntry, n);
  if (!members) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t q = 0; q < n; ++q) {
    members[q] = (TwQuoteEntry){0, tw_quotes_root(quotes, q), q};
  }
  if (n) {
    qsort(members, n, sizeof(*members), tw_quote_by_entry);
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
  TwQuotes quotes = {.fusion = fusion};
  SayingVec sayings = {NULL, 0, 0};
  TW_TRY(find_sayings(fusion, &sayings));
  for (size_t i = 0; i < sayings.count; ++i) {
    if (!i || by_speaker(&sayings.at[i - 1], &sayings.at[i])) {
      TW_TRY(add_quotes(&quotes, &sayings.at[i]));
    }
  }
  TW_TRY(tw_quotes_join(&quotes));
  return collect_all(&quotes);
}
