/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern_facts.h"

#include <stdlib.h>
#include <string.h>

/* An atom that is a word out of this many is worth no look. */
#define MANY_WORDS 2000

bool
tw_one_of_join(TwArena* arena, TwOneOf* one, const TwOneOf* more)
{
  const size_t count = one->words.count + more->words.count;
  one->types |= more->types;
  one->any |= more->any;
  if (!one->words.count) {
    /* Full, so that what is added later goes to a copy. */
    one->words = (TwStrVec){more->words.at, count, count};
  } else if (more->words.count) {
    if (!tw_vec_reserve_(arena, (void**)&one->words.at, one->words.count,
                         &one->words.capacity, count, sizeof(TwStr))) {
      return false;
    }
    memcpy(one->words.at + one->words.count, more->words.at,
           more->words.count * sizeof(TwStr));
    one->words.count = count;
  }
  one->any |= one->words.count > MANY_WORDS;
  return true;
}

bool
tw_facts_atom(TwArena* arena, TwFacts* facts, const TwOneOf* one)
{
  *facts = (TwFacts){.nullable = false};
  TwOneOf* const need = one->any ? NULL : TW_VEC_PUSH(arena, &facts->needs);
  if (!need && !one->any) {
    return false;
  }
  return (!need || tw_one_of_join(arena, need, one)) &&
         tw_one_of_join(arena, &facts->start, one);
}

bool
tw_facts_append(TwArena* arena, TwFacts* facts, const TwFacts* next)
{
  if (facts->nullable && !tw_one_of_join(arena, &facts->start, &next->start)) {
    return false;
  }
  facts->nullable &= next->nullable;
  for (size_t i = 0; i < next->needs.count; ++i) {
    TwOneOf* const need = TW_VEC_PUSH(arena, &facts->needs);
    if (!need) {
      return false;
    }
    *need = next->needs.at[i];
  }
  return true;
}

/* How often sentences meet it, roughly: the shorter a word, the more common
 * (Zipf 1935), and types are more common than words. */
static size_t
frequency(const TwOneOf* one)
{
  static const size_t by_length[] = {400, 400, 400, 100, 10};
  size_t sum = 0;
  for (TwTypeSet types = one->types; types; types &= types - 1) {
    sum += 1000;
  }
  for (size_t i = 0; i < one->words.count; ++i) {
    const size_t length = one->words.at[i].len;
    sum +=
      length < sizeof(by_length) / sizeof(by_length[0]) ? by_length[length] : 1;
  }
  return one->any ? SIZE_MAX : sum;
}

static TwOneOf*
rarest(const TwFacts* facts)
{
  TwOneOf* best = NULL;
  for (size_t i = 0; i < facts->needs.count; ++i) {
    TwOneOf* const need = &facts->needs.at[i];
    if (!best || frequency(need) < frequency(best)) {
      best = need;
    }
  }
  return best;
}

bool
tw_facts_choose(TwArena* arena, TwFacts* facts, const TwFacts* other)
{
  TwOneOf* const need = rarest(facts);
  const TwOneOf* const more = rarest(other);
  facts->nullable |= other->nullable;
  if (!tw_one_of_join(arena, &facts->start, &other->start)) {
    return false;
  }
  facts->needs.count = 0;
  if (!need || !more) {
    return true;
  }
  const TwOneOf kept = *need;
  facts->needs.at[0] = kept;
  facts->needs.count = 1;
  return tw_one_of_join(arena, &facts->needs.at[0], more);
}

void
tw_facts_optional(TwFacts* facts)
{
  facts->nullable = true;
  facts->needs.count = 0;
}

static TwNeed
finish_need(const TwOneOf* one)
{
  return (TwNeed){
    .types = one->types, .words = one->words.at, .n_words = one->words.count};
}

static int
by_frequency(const void* left, const void* right)
{
  const size_t a = frequency(left);
  const size_t b = frequency(right);
  return (a > b) - (a < b);
}

static bool
finish_way(TwArena* arena, const TwFacts* facts, TwWay* way)
{
  const size_t n = facts->needs.count;
  TwOneOf* const sorted = TW_NEW(arena, TwOneOf, n);
  way->needs = TW_NEW(arena, TwNeed, n);
  if (!sorted || !way->needs) {
    return false;
  }
  for (size_t i = 0; i < n; ++i) {
    sorted[i] = facts->needs.at[i];
  }
  if (n) {
    qsort(sorted, n, sizeof(TwOneOf), by_frequency);
  }
  while (way->n_needs < n && !sorted[way->n_needs].any) {
    way->needs[way->n_needs] = finish_need(&sorted[way->n_needs]);
    ++way->n_needs;
  }
  return true;
}

bool
tw_facts_finish(TwArena* arena, const TwFactsVec* alternatives,
                TwPattern* pattern)
{
  TwOneOf start = {.any = false};
  pattern->ways = TW_NEW(arena, TwWay, alternatives->count);
  if (!pattern->ways) {
    return false;
  }
  for (size_t i = 0; i < alternatives->count; ++i) {
    const TwFacts* const facts = &alternatives->at[i];
    if (!finish_way(arena, facts, &pattern->ways[pattern->n_ways++]) ||
        !tw_one_of_join(arena, &start, &facts->start)) {
      return false;
    }
    start.any |= facts->nullable;
  }
  pattern->start = finish_need(&start);
  pattern->starts_any = start.any;
  return true;
}
