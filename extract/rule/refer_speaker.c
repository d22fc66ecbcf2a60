/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/refer_read.h"

#include "extract/mention/grammar.h"

#define NONE UINT32_MAX

uint32_t
tw_refer_sayer(const TwRefer* refer, const TwSentence* sentence)
{
  const TwGroup* const groups = refer->article->groups.at;
  for (uint32_t v = sentence->first_group; v < sentence->end_group; ++v) {
    if (groups[v].kind != TW_GROUP_ACTIVE || refer->quoted[v] != NONE ||
        !(groups[v].classes & TW_WORD(SPEECH))) {
      continue;
    }
    const uint32_t left = tw_refer_left(refer, sentence->first_group, v);
    if (left != NONE && refer->quoted[left] == NONE) {
      return groups[left].entity;
    }
    if (v + 1 < sentence->end_group && groups[v + 1].kind == TW_GROUP_NOUN) {
      return groups[v + 1].entity;
    }
  }
  return TW_NO_ENTITY;
}

void
tw_refer_find_speakers(TwRefer* refer)
{
  const TwSentence* const all = refer->article->sentences.at;
  uint32_t s = 0;
  uint32_t before = 0;
  for (size_t q = 0; q < refer->quotes.count; ++q) {
    TwQuote* const quote = &refer->quotes.at[q];
    while (all[s].end <= quote->first) {
      ++s;
    }
    uint32_t last = s;
    quote->saying = TW_NO_ENTITY;
    for (; last < refer->article->sentences.count &&
           all[last].first < quote->end && quote->saying == TW_NO_ENTITY;
         ++last) {
      quote->saying = tw_refer_sayer(refer, &all[last]);
    }
    if (quote->saying == TW_NO_ENTITY && q > 0 && before + 1 >= s) {
      quote->saying = quote[-1].saying;
    }
    before = last ? last - 1 : 0;
  }
}

TwStatus
tw_refer_find_quotes(TwRefer* refer)
{
  const TwArticle* const article = refer->article;
  size_t q = 0;
  refer->quoted = TW_NEW(article->arena, uint32_t, article->groups.count + 1);
  tw_quotes_find(article, &refer->quotes);
  if (tw_arena_failed(article->arena)) {
    return TW_ERR_NOMEM;
  }
  for (size_t g = 0; g < article->groups.count; ++g) {
    const uint32_t token = article->groups.at[g].head;
    while (q < refer->quotes.count && refer->quotes.at[q].end <= token) {
      ++q;
    }
    const bool inside =
      q < refer->quotes.count && refer->quotes.at[q].first <= token;
    refer->quoted[g] = inside ? (uint32_t)q : NONE;
  }
  return TW_OK;
}
