/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/prefilter.h"

#include "extract/pack/ruleset.h"

#include <string.h>

/* Puts a pattern before the others of the chain that starts at `*head`. */
static TwStatus
add_link(TwPrefilter* prefilter, TwArena* arena, struct TwLink link,
         uint32_t* head)
{
  struct TwLink* const place = TW_VEC_PUSH(arena, &prefilter->links);
  if (!place) {
    return TW_ERR_NOMEM;
  }
  *place = link;
  place->next = *head;
  *head = (uint32_t)(prefilter->links.count - 1);
  return TW_OK;
}

static TwStatus
add_way(TwPrefilter* prefilter, TwArena* arena, struct TwLink link)
{
  const TwWay* const way = link.way;
  if (!way->n_needs) {
    return add_link(prefilter, arena, link, &prefilter->always);
  }
  const TwNeed* const need = &way->needs[0];
  for (size_t i = 0; i < need->n_words; ++i) {
    uint64_t number = 0;
    (void)tw_map_get(&prefilter->numbers, need->words[i], &number);
    TW_TRY(add_link(prefilter, arena, link, &prefilter->words.at[number]));
  }
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    if ((need->types >> t) & 1) {
      TW_TRY(add_link(prefilter, arena, link, &prefilter->types[t]));
    }
  }
  return TW_OK;
}

/* --- Numbers of words --- */

/* Calls `visit` for what each pattern starts with and needs. */
static TwStatus
each_need(TwPrefilter* prefilter, TwArena* arena,
          TwStatus (*visit)(TwPrefilter*, TwArena*, TwNeed*))
{
  for (size_t i = 0; i < prefilter->n_rules; ++i) {
    TwPattern* const pattern = prefilter->rules[i]->pattern;
    TW_TRY(visit(prefilter, arena, &pattern->start));
    for (size_t w = 0; w < pattern->n_ways; ++w) {
      for (size_t k = 0; k < pattern->ways[w].n_needs; ++k) {
        TW_TRY(visit(prefilter, arena, &pattern->ways[w].needs[k]));
      }
    }
  }
  return TW_OK;
}

static TwStatus
number_words(TwPrefilter* prefilter, TwArena* arena, TwNeed* need)
{
  for (size_t i = 0; i < need->n_words; ++i) {
    uint64_t known = 0;
    if (tw_map_get(&prefilter->numbers, need->words[i], &known) == TW_OK) {
      continue;
    }
    TW_TRY(
      tw_map_set(&prefilter->numbers, need->words[i], prefilter->words.count));
    uint32_t* const head = TW_VEC_PUSH(arena, &prefilter->words);
    if (!head) {
      return TW_ERR_NOMEM;
    }
    *head = TW_NO_LINK;
  }
  return TW_OK;
}

static TwStatus
make_set(TwPrefilter* prefilter, TwArena* arena, TwNeed* need)
{
  uint64_t* const set =
    TW_NEW(arena, uint64_t, prefilter->numbers.count / 64 + 1);
  if (!set) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < need->n_words; ++i) {
    uint64_t number = 0;
    (void)tw_map_get(&prefilter->numbers, need->words[i], &number);
    set[number / 64] |= UINT64_C(1) << number % 64;
  }
  need->set = set;
  return TW_OK;
}

/* The index of the rule's language; TW_MOST_LANGUAGES if there are too many. */
static uint32_t
language_of(TwPrefilter* prefilter, const TwRule* rule)
{
  size_t i = 0;
  while (i < prefilter->n_languages &&
         !tw_str_equal(prefilter->languages[i]->language, rule->language)) {
    ++i;
  }
  if (i == prefilter->n_languages && i < TW_MOST_LANGUAGES) {
    prefilter->languages[prefilter->n_languages++] = rule;
  }
  return (uint32_t)i;
}

static TwStatus
add_rules(TwPrefilter* prefilter, TwArena* arena)
{
  for (uint32_t i = 0; i < prefilter->n_rules; ++i) {
    const TwPattern* const pattern = prefilter->rules[i]->pattern;
    const uint32_t language = language_of(prefilter, prefilter->rules[i]);
    for (uint32_t w = 0; w < pattern->n_ways; ++w) {
      TW_TRY(
        add_way(prefilter, arena,
                (struct TwLink){&pattern->ways[w], i, TW_NO_LINK, language}));
    }
    if (pattern->n_groups > prefilter->n_groups) {
      prefilter->n_groups = pattern->n_groups;
    }
  }
  return TW_OK;
}

TwStatus
tw_prefilter_build(TwPrefilter* prefilter, TwArena* arena,
                   const TwRule* const* rules, size_t n_rules)
{
  prefilter->numbers = (TwMap)TW_MAP_FIXED_INIT;
  prefilter->always = TW_NO_LINK;
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    prefilter->types[t] = TW_NO_LINK;
  }
  prefilter->rules = TW_NEW(arena, const TwRule*, n_rules);
  prefilter->codes = tw_codes_new(n_rules);
  uint32_t* const none = TW_VEC_PUSH(arena, &prefilter->words);
  if (!prefilter->rules || !prefilter->codes || !none) {
    return TW_ERR_NOMEM;
  }
  *none = TW_NO_LINK;
  for (size_t i = 0; i < n_rules; ++i) {
    if (rules[i]->pattern) {
      rules[i]->pattern->number = (uint32_t)prefilter->n_rules;
      prefilter->rules[prefilter->n_rules++] = rules[i];
    }
  }
  TW_TRY(each_need(prefilter, arena, number_words));
  TW_TRY(each_need(prefilter, arena, make_set));
  return add_rules(prefilter, arena);
}

/* --- Asking --- */

bool
tw_prefilter_hangs_on(const TwPrefilter* prefilter, TwStr word)
{
  uint64_t number = 0;
  (void)tw_map_get(&prefilter->numbers, word, &number);
  return prefilter->words.at[number] != TW_NO_LINK;
}

size_t
tw_prefilter_reach(const TwNeed* need, const TwAtoms* atoms)
{
  size_t n = atoms->count;
  while (n && !tw_need_is_met(need, &atoms->at[n - 1])) {
    --n;
  }
  return n;
}

static bool
is_present(const TwNeed* need, const TwAtoms* atoms)
{
  uint64_t both = need->types & atoms->types;
  const size_t n = !both && need->n_words ? atoms->n_present : 0;
  for (size_t i = 0; i < n; ++i) {
    both |= need->set[i] & atoms->present[i];
  }
  return both != 0;
}

/* The needs lie behind where a match starts; the first one is there. */
static uint32_t
limit_of(const TwWay* way, const TwAtoms* atoms)
{
  size_t limit = atoms->count;
  for (size_t i = 1; i < way->n_needs; ++i) {
    if (!is_present(&way->needs[i], atoms)) {
      return 0;
    }
  }
  for (size_t i = 0; i < way->n_needs; ++i) {
    const size_t reach = tw_prefilter_reach(&way->needs[i], atoms);
    limit = reach < limit ? reach : limit;
  }
  return (uint32_t)limit;
}

/* What is asked of a sentence: its atoms, by rules of these languages. */
typedef struct {
  const TwPrefilter* prefilter;
  const TwAtoms* atoms;
  uint32_t* limits;
  uint64_t languages; ///< A bit for each index
} Asked;

static bool
take_chain(const Asked* asked, uint32_t link)
{
  bool any = false;
  for (; link != TW_NO_LINK; link = asked->prefilter->links.at[link].next) {
    const struct TwLink* const here = &asked->prefilter->links.at[link];
    if (!(asked->languages >> here->language & 1)) {
      continue;
    }
    const uint32_t limit = limit_of(here->way, asked->atoms);
    if (limit > asked->limits[here->rule]) {
      asked->limits[here->rule] = limit;
    }
    any |= limit > 0;
  }
  return any;
}

static uint64_t
languages_that_read(const TwPrefilter* prefilter, TwStr language)
{
  uint64_t bits = UINT64_C(1) << TW_MOST_LANGUAGES;
  for (size_t i = 0; i < prefilter->n_languages; ++i) {
    bits |= (uint64_t)tw_rule_reads(prefilter->languages[i], language) << i;
  }
  return bits;
}

bool
tw_prefilter_run(const TwPrefilter* prefilter, TwStr language,
                 const TwAtoms* atoms, uint32_t* limits)
{
  const Asked asked = {prefilter, atoms, limits,
                       languages_that_read(prefilter, language)};
  memset(limits, 0, prefilter->n_rules * sizeof(limits[0]));
  bool any = take_chain(&asked, prefilter->always);
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    if ((atoms->types >> t) & 1) {
      any |= take_chain(&asked, prefilter->types[t]);
    }
  }
  for (size_t i = 0; i < atoms->count; ++i) {
    any |= take_chain(&asked, prefilter->words.at[atoms->at[i].number]);
  }
  return any;
}
