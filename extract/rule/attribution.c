/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/attribution.h"

#include "extract/rule/quote.h"

#define NONE UINT32_MAX

static bool
overlap(uint32_t a_first, uint32_t a_end, uint32_t b_first, uint32_t b_end)
{
  return a_first < b_end && b_first < a_end;
}

/* A quotation belongs to the saying whose words it holds; else to the first
 * one of a sentence in which it stands. */
static void
give_quotes(const TwRuleReading* reading, TwQuoteVec* quotes, bool by_words)
{
  size_t from = 0;
  for (size_t s = 0; s < reading->sayings.count; ++s) {
    const TwSaying* const saying = &reading->sayings.at[s];
    const TwSentence* const sentence =
      &reading->article->sentences.at[saying->sentence];
    const uint32_t first = by_words ? saying->first : sentence->first;
    const uint32_t end = by_words ? saying->end : sentence->end;
    while (from < quotes->count && quotes->at[from].end < sentence->first) {
      ++from;
    }
    for (size_t q = from;
         q < quotes->count && quotes->at[q].first < sentence->end; ++q) {
      TwQuote* const quote = &quotes->at[q];
      if (quote->saying == NONE &&
          overlap(quote->first, quote->end, first, end)) {
        quote->saying = (uint32_t)s;
      }
    }
  }
}

/* True if the quotation was not closed at the end of its paragraph and opens
 * again at the start of the next one. */
static bool
goes_on(const TwQuote* quote)
{
  return quote[1].first == quote->end + 1;
}

/* "…," X said. "…": what follows at once goes on; so does a quotation of
 * several paragraphs. */
static void
continue_quotes(const TwRuleReading* reading, TwQuoteVec* quotes)
{
  for (size_t q = quotes->count; q-- > 1;) {
    TwQuote* const before = &quotes->at[q - 1];
    if (before->saying == NONE && goes_on(before)) {
      before->saying = quotes->at[q].saying;
    }
  }
  for (size_t q = 1; q < quotes->count; ++q) {
    TwQuote* const quote = &quotes->at[q];
    const uint32_t before = quote[-1].saying;
    if (quote->saying != NONE || before == NONE) {
      continue;
    }
    const TwSentence* const sentence =
      &reading->article->sentences.at[reading->sayings.at[before].sentence];
    const bool follows = quote->first > 0 &&
                         quote->first - 1 == sentence->end &&
                         sentence + 1 < reading->article->sentences.at +
                                          reading->article->sentences.count &&
                         sentence[1].block == sentence->block;
    if (follows || goes_on(&quote[-1])) {
      quote->saying = before;
    }
  }
}

/* Where the walks through sayings and quotations stand; drafts come in the
 * order of the text. */
typedef struct {
  uint32_t saying;
  size_t quote;
} Cursor;

/* The saying with the fewest words that holds the draft's token, or NONE. */
static uint32_t
saying_at(const TwRuleReading* reading, Cursor* cursor, const TwDraft* draft)
{
  const TwSaying* const all = reading->sayings.at;
  const uint32_t n = (uint32_t)reading->sayings.count;
  uint32_t best = NONE;
  while (cursor->saying < n && all[cursor->saying].sentence < draft->sentence) {
    ++cursor->saying;
  }
  for (uint32_t s = cursor->saying; s < n && all[s].sentence == draft->sentence;
       ++s) {
    const bool own =
      draft->token >= all[s].by_first && draft->token < all[s].by_end;
    if (!own && draft->token >= all[s].first && draft->token < all[s].end &&
        (best == NONE ||
         all[s].end - all[s].first < all[best].end - all[best].first)) {
      best = s;
    }
  }
  return best;
}

static uint32_t
quote_at(const TwQuoteVec* quotes, Cursor* cursor, uint32_t token)
{
  while (cursor->quote < quotes->count &&
         quotes->at[cursor->quote].end <= token) {
    ++cursor->quote;
  }
  return cursor->quote < quotes->count &&
             quotes->at[cursor->quote].first <= token
           ? quotes->at[cursor->quote].saying
           : NONE;
}

/* "X was held, police said on Monday": news is dated by who tells it rather
 * than by the article. */
static void
date_by(const TwRuleReading* reading, TwDraft* draft)
{
  const TwStr date = draft->saying->date;
  const TwStr today = reading->article->document->today;
  for (size_t i = 0; date.len && i < draft->roles.count; ++i) {
    TwRole* const role = &draft->roles.at[i];
    if (role->type == TW_TYPE_DATE && role->inferred &&
        tw_str_equal(role->text, today)) {
      role->text = date;
    }
  }
}

void
tw_attribution_run(TwRuleReading* reading)
{
  TwQuoteVec quotes = {NULL, 0, 0};
  Cursor cursor = {0, 0};
  if (!reading->sayings.count) {
    return;
  }
  tw_quotes_find(reading->article, &quotes);
  give_quotes(reading, &quotes, true);
  give_quotes(reading, &quotes, false);
  continue_quotes(reading, &quotes);
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    TwDraft* const draft = &reading->drafts.at[i];
    const uint32_t quoted = quote_at(&quotes, &cursor, draft->token);
    const uint32_t said = saying_at(reading, &cursor, draft);
    const uint32_t by = said == NONE ? quoted : said;
    if (by != NONE) {
      draft->fact.speaker = reading->sayings.at[by].speaker;
      draft->fact.speaker_text = reading->sayings.at[by].words;
      draft->saying = &reading->sayings.at[by];
      date_by(reading, draft);
    }
  }
}
