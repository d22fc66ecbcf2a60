/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/nearest.h"

#include "extract/text/wordcache.h"

#include <string.h>

#define REACH 12
#define BESIDE 2 /* How far behind a comma what still belongs may stand */

static uint32_t
annotation_at(const TwArticle* article, uint32_t token, TwTypeSet types)
{
  const uint32_t index = article->tokens.at[token].annotation;
  return index != TW_NO_ANNOTATION &&
             types & (TwTypeSet)1 << article->annotations.at[index].type
           ? index
           : TW_NO_ANNOTATION;
}

/* Ends what is near: ".", ":", ";" or a quotation mark. */
static bool
is_bound(const TwToken* token)
{
  return (token->word && token->word->quote) ||
         (token->fold.len == 1 && strchr(".:;", token->fold.s[0]));
}

/* True for a comma behind which something else is told: "the abduction of X,
 * WHICH happened in May", but not ", on 3 May". */
static bool
ends_telling(const TwArticle* article, const TwSentence* sentence,
             uint32_t token, TwTypeSet types)
{
  bool ends = tw_str_equal(article->tokens.at[token].fold, TW_STR(","));
  for (uint32_t i = token + 1; i <= token + BESIDE && i < sentence->end; ++i) {
    ends = ends && annotation_at(article, i, types) == TW_NO_ANNOTATION;
  }
  return ends;
}

uint32_t
tw_nearest_find(const TwArticle* article, const TwSentence* sentence,
                uint32_t first, uint32_t end, TwTypeSet types)
{
  for (uint32_t i = first; i < end; ++i) {
    const uint32_t found = annotation_at(article, i, types);
    if (found != TW_NO_ANNOTATION) {
      return found;
    }
  }
  bool left = true;
  bool right = true;
  for (uint32_t step = 1; step <= REACH && (left || right); ++step) {
    const uint32_t behind = end + step - 1;
    right = right && behind < sentence->end &&
            !is_bound(&article->tokens.at[behind]) &&
            !ends_telling(article, sentence, behind, types);
    left = left && first >= sentence->first + step &&
           !is_bound(&article->tokens.at[first - step]);
    uint32_t found =
      right ? annotation_at(article, behind, types) : TW_NO_ANNOTATION;
    if (found == TW_NO_ANNOTATION && left) {
      found = annotation_at(article, first - step, types);
    }
    if (found != TW_NO_ANNOTATION) {
      return found;
    }
  }
  return TW_NO_ANNOTATION;
}
