/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/pattern_facts.h"

/* An atom that is a word out of this many is worth no look. */
#define MANY_WORDS 2000

bool
tw_one_of_join(TwArena* arena, TwOneOf* one, const TwOneOf* more)
{
  one->types |= more->types;
  one->any |= more->any;
  for (size_t i = 0; i < more->words.count; ++i) {
    TwStr* word = TW_VEC_PUSH(arena, &one->words);
    if (!word) {
      return false;
    }
    *word = more->words.at[i];
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

/* How often sentences meet it, roughly: words are rarer than types. */
static size_t
frequency(const TwOneOf* one)
{
  size_t n_types = 0;
  for (TwTypeSet types = one->types; types; types &= types - 1) {
    ++n_types;
  }
  return one->any ? SIZE_MAX : n_types * 1000 + one->words.count;
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
  TwNeed need = {
    .types = one->types, .words = one->words.at, .n_words = one->words.count};
  for (size_t i = 0; i < one->words.count; ++i) {
    tw_word_bits_add(&need.bits, one->words.at[i]);
  }
  return need;
}

bool
tw_facts_finish(TwArena* arena, const TwFacts* facts, TwPattern* pattern)
{
  TwNeed* const needs = TW_NEW(arena, TwNeed, facts->needs.count);
  const TwOneOf* const first = rarest(facts);
  if (!needs) {
    return false;
  }
  size_t n = 0;
  if (first && !first->any) {
    needs[n++] = finish_need(first);
  }
  for (size_t i = 0; i < facts->needs.count; ++i) {
    const TwOneOf* const need = &facts->needs.at[i];
    if (need != first && !need->any) {
      needs[n++] = finish_need(need);
    }
  }
  pattern->needs = needs;
  pattern->n_needs = n;
  pattern->start = finish_need(&facts->start);
  pattern->starts_any = facts->start.any || facts->nullable;
  return true;
}
