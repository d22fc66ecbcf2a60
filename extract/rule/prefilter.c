/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/prefilter.h"

#include <string.h>

/* Puts a pattern before the others of the chain that starts at `*head`. */
static TwStatus
add_link(TwPrefilter* prefilter, TwArena* arena, uint32_t rule, uint32_t* head)
{
  struct TwLink* const link = TW_VEC_PUSH(arena, &prefilter->links);
  if (!link) {
    return TW_ERR_NOMEM;
  }
  *link = (struct TwLink){rule, *head};
  *head = (uint32_t)(prefilter->links.count - 1);
  return TW_OK;
}

static TwStatus
add_word(TwPrefilter* prefilter, TwArena* arena, uint32_t rule, TwStr word)
{
  uint64_t head = TW_NO_LINK;
  (void)tw_map_get(&prefilter->words, word, &head);
  uint32_t first = (uint32_t)head;
  TW_TRY(add_link(prefilter, arena, rule, &first));
  return tw_map_set(&prefilter->words, word, first);
}

static TwStatus
add_rule(TwPrefilter* prefilter, TwArena* arena, uint32_t index)
{
  const TwPattern* const pattern = prefilter->rules[index]->pattern;
  if (!pattern->n_needs) {
    return add_link(prefilter, arena, index, &prefilter->always);
  }
  const TwNeed* const need = &pattern->needs[0];
  for (size_t i = 0; i < need->n_words; ++i) {
    TW_TRY(add_word(prefilter, arena, index, need->words[i]));
  }
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    if ((need->types >> t) & 1) {
      TW_TRY(add_link(prefilter, arena, index, &prefilter->types[t]));
    }
  }
  return TW_OK;
}

TwStatus
tw_prefilter_build(TwPrefilter* prefilter, TwArena* arena,
                   const TwRule* const* rules, size_t n_rules)
{
  prefilter->words = (TwMap)TW_MAP_FIXED_INIT;
  prefilter->always = TW_NO_LINK;
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    prefilter->types[t] = TW_NO_LINK;
  }
  prefilter->rules = TW_NEW(arena, const TwRule*, n_rules);
  if (!prefilter->rules) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n_rules; ++i) {
    if (!rules[i]->pattern) {
      continue;
    }
    const uint32_t index = (uint32_t)prefilter->n_rules++;
    prefilter->rules[index] = rules[i];
    TW_TRY(add_rule(prefilter, arena, index));
    if (rules[i]->pattern->n_groups > prefilter->n_groups) {
      prefilter->n_groups = rules[i]->pattern->n_groups;
    }
  }
  return TW_OK;
}

static bool
meets_all(const TwPattern* pattern, const TwAtoms* atoms)
{
  size_t i = 0;
  while (i < pattern->n_needs &&
         ((pattern->needs[i].types & atoms->types) ||
          tw_word_bits_meet(&pattern->needs[i].bits, &atoms->words))) {
    ++i;
  }
  return i == pattern->n_needs;
}

static void
take_chain(const TwPrefilter* prefilter, const TwAtoms* atoms, uint32_t link,
           uint64_t* bits)
{
  while (link != TW_NO_LINK) {
    const struct TwLink* const here = &prefilter->links.at[link];
    if (meets_all(prefilter->rules[here->rule]->pattern, atoms)) {
      bits[here->rule / 64] |= (uint64_t)1 << (here->rule % 64);
    }
    link = here->next;
  }
}

void
tw_prefilter_run(const TwPrefilter* prefilter, const TwAtoms* atoms,
                 uint64_t* bits)
{
  memset(bits, 0, (prefilter->n_rules + 63) / 64 * sizeof(bits[0]));
  take_chain(prefilter, atoms, prefilter->always, bits);
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    if ((atoms->types >> t) & 1) {
      take_chain(prefilter, atoms, prefilter->types[t], bits);
    }
  }
  for (size_t i = 0; i < atoms->count; ++i) {
    uint64_t head = TW_NO_LINK;
    if (tw_map_get(&prefilter->words, atoms->at[i].word, &head) == TW_OK) {
      take_chain(prefilter, atoms, (uint32_t)head, bits);
    }
  }
}
