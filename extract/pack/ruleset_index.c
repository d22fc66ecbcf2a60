/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/ruleset_index.h"

#include <stdlib.h>

TwStatus
tw_word_index_add(TwWordIndex* index, TwArena* arena, const TwRule* rule,
                  const TwWordList* list)
{
  for (size_t i = 0; i < list->count; ++i) {
    TwRuleWords* words = TW_VEC_PUSH(arena, &index->at);
    if (!words) {
      return TW_ERR_NOMEM;
    }
    *words = (TwRuleWords){rule, &list->at[i]};
  }
  return TW_OK;
}

static int
compare_id(const void* a, const void* b)
{
  const TwRuleWords* x = a;
  const TwRuleWords* y = b;
  const int word = tw_str_compare(x->words->lemmas[0], y->words->lemmas[0]);
  const int id = word ? word : tw_str_compare(x->rule->id, y->rule->id);
  return id ? id : x->words < y->words ? -1 : x->words > y->words;
}

static int
compare_length(const void* a, const void* b)
{
  const TwRuleWords* x = a;
  const TwRuleWords* y = b;
  const int word = tw_str_compare(x->words->lemmas[0], y->words->lemmas[0]);
  const size_t n = x->words->n_lemmas;
  const size_t m = y->words->n_lemmas;
  return word ? word : n == m ? compare_id(a, b) : n > m ? -1 : 1;
}

TwStatus
tw_word_index_seal(TwWordIndex* index, bool longest_first)
{
  if (!index->at.count) {
    return TW_OK;
  }
  qsort(index->at.at, index->at.count, sizeof(index->at.at[0]),
        longest_first ? compare_length : compare_id);
  index->map = (TwMap)TW_MAP_FIXED_INIT;
  TwStr last = {NULL, 0};
  for (size_t i = 0; i < index->at.count; ++i) {
    const TwStr word = index->at.at[i].words->lemmas[0];
    if (!last.s || !tw_str_equal(word, last)) {
      TW_TRY(tw_map_set(&index->map, word, i));
    }
    last = word;
  }
  return TW_OK;
}

const TwRuleWords*
tw_word_index_find(const TwWordIndex* index, TwStr word, size_t* out_count)
{
  uint64_t first = 0;
  *out_count = 0;
  if (tw_map_get(&index->map, word, &first) != TW_OK) {
    return NULL;
  }
  const TwRuleWords* words = &index->at.at[first];
  const size_t n_left = index->at.count - (size_t)first;
  size_t n = 1;
  while (n < n_left && tw_str_equal(words[n].words->lemmas[0], word)) {
    ++n;
  }
  *out_count = n;
  return words;
}
