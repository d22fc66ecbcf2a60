/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/quote.h"

#define NONE UINT32_MAX

static bool
opens(const TwToken* token)
{
  return token->tag == TW_TAG_OPENQ;
}

static bool
closes(const TwToken* token)
{
  return token->tag == TW_TAG_CLOSEQ;
}

/* Adds it unless nothing stands in it. */
static void
add_quote(TwArena* arena, TwQuoteVec* quotes, uint32_t first, uint32_t end)
{
  TwQuote* const quote = first < end ? TW_VEC_PUSH(arena, quotes) : NULL;
  if (quote) {
    *quote = (TwQuote){first, end, NONE};
  }
}

void
tw_quotes_find(const TwArticle* article, TwQuoteVec* quotes)
{
  uint32_t open = NONE;
  for (size_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    const bool new_block = s > 0 && sentence[-1].block != sentence->block;
    if (new_block && open != NONE) {
      add_quote(article->arena, quotes, open, sentence->first);
      open = NONE;
    }
    for (uint32_t i = sentence->first; i < sentence->end; ++i) {
      const TwToken* const token = &article->tokens.at[i];
      if (open != NONE && closes(token)) {
        add_quote(article->arena, quotes, open, i);
        open = NONE;
      } else if (open == NONE && opens(token)) {
        open = i + 1;
      }
    }
  }
  if (open != NONE) {
    add_quote(article->arena, quotes, open, (uint32_t)article->tokens.count);
  }
}
