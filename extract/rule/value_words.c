/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/value.h"

/* What a value is headed by and what stands beside it: words of lists that
 * rules name. */

/* True if tokens up to and with `head` end in these lemmas. */
static bool
ends_in(const TwArticle* article, uint32_t first, uint32_t head,
        const TwWords* words)
{
  if (words->n_lemmas > head - first + 1) {
    return false;
  }
  for (size_t i = 0; i < words->n_lemmas; ++i) {
    const TwToken* const token = &article->tokens.at[head - i];
    const TwStr lemma = words->lemmas[words->n_lemmas - 1 - i];
    if (!tw_str_equal(token->lemma, lemma) &&
        !tw_str_equal(token->fold, lemma)) {
      return false;
    }
  }
  return true;
}

static bool
is_one_of(const TwArticle* article, uint32_t first, uint32_t head,
          const TwWordList* words)
{
  const TwToken* const token = &article->tokens.at[head];
  const uint32_t lemma = tw_word_end(token->lemma);
  const uint32_t fold = tw_word_end(token->fold);
  if (!tw_words_may_end_in(words, lemma) && !tw_words_may_end_in(words, fold)) {
    return false;
  }
  for (size_t i = 0; i < words->count; ++i) {
    const TwWords* const one = &words->at[i];
    if ((one->end == lemma || one->end == fold) &&
        ends_in(article, first, head, one)) {
      return true;
    }
  }
  return false;
}

bool
tw_value_is_headed(const TwRuleReading* reading, uint32_t group,
                   const TwWordList* words)
{
  const TwGroup* const at = &reading->article->groups.at[group];
  return is_one_of(reading->article, at->first, at->head, words);
}

bool
tw_value_ends_in(const TwRuleReading* reading, const TwValue* value,
                 const TwWordList* words)
{
  return value->end > value->first &&
         is_one_of(reading->article, value->first, value->end - 1, words);
}

bool
tw_value_has_head(const TwRuleReading* reading, uint32_t group,
                  const TwWordList* words)
{
  const uint32_t counted = tw_value_of(reading, group);
  return tw_value_is_headed(reading, group, words) ||
         (counted != UINT32_MAX && tw_value_is_headed(reading, counted, words));
}

bool
tw_value_stands(const TwArticle* article, const TwWordList* words,
                uint32_t first, uint32_t end)
{
  for (uint32_t i = first; words->count && i < end; ++i) {
    if (is_one_of(article, first, i, words)) {
      return true;
    }
  }
  return false;
}
