/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/near.h"

#include "extract/pack/open.h"

#define LEAST_ELEMENTS 3

/** A pattern with one element left open. */
typedef struct {
  const TwRule* rule;
  const TwElement* element;
  size_t group; ///< Of what stands in its place
  TwPattern pattern;
} Variant;

struct TwNearSet {
  TwArena* arena;
  const TwRuleSet* rules;
  TW_VEC(Variant*) variants; ///< In the order of rules and elements
  size_t n_groups;
  size_t n_patterns; ///< Those of the rules, then those of the variants
  TwCodes* codes;
};

/* --- Variants --- */

static TwStatus
add_variant(TwNearSet* near, const TwRule* rule, const TwElement* first,
            const TwElement* end, const TwElement* open, bool use_jit)
{
  Variant* const variant = TW_NEW(near->arena, Variant, 1);
  Variant** const place = TW_VEC_PUSH(near->arena, &near->variants);
  if (!variant || !place) {
    return TW_ERR_NOMEM;
  }
  *variant = (Variant){.rule = rule, .element = open};
  *place = variant;
  variant->pattern.use_jit = use_jit;
  variant->pattern.number = (uint32_t)near->n_patterns++;
  variant->pattern.regex = tw_open_regex(rule->pattern, first, end, open,
                                         near->arena, &variant->group);
  return variant->pattern.regex.s ? TW_OK : TW_ERR_NOMEM;
}

/* The variants of one alternative, elements [first, end). */
static TwStatus
add_alternative(TwNearSet* near, const TwRule* rule, const TwElement* first,
                const TwElement* end, bool use_jit)
{
  const size_t n = tw_open_needed(first, end);
  for (const TwElement* e = first; e < end && n >= LEAST_ELEMENTS; ++e) {
    if (!e->optional) {
      TW_TRY(add_variant(near, rule, first, end, e, use_jit));
    }
  }
  return TW_OK;
}

static TwStatus
add_rule(TwNearSet* near, const TwRule* rule, bool use_jit)
{
  const TwPattern* const pattern = rule->pattern;
  size_t first = 0;
  for (size_t i = 1; i <= pattern->n_elements; ++i) {
    if (i == pattern->n_elements || pattern->elements[i].alternative !=
                                      pattern->elements[first].alternative) {
      TW_TRY(add_alternative(near, rule, &pattern->elements[first],
                             &pattern->elements[i], use_jit));
      first = i;
    }
  }
  if (pattern->n_groups > near->n_groups) {
    near->n_groups = pattern->n_groups;
  }
  return TW_OK;
}

TwStatus
tw_near_open(const TwRuleSet* rules, bool use_jit, TwNearSet** out_near)
{
  TwArena* const arena = tw_arena_new(0);
  TwNearSet* const near = arena ? TW_NEW(arena, TwNearSet, 1) : NULL;
  if (!near) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  near->arena = arena;
  near->rules = rules;
  near->n_patterns = tw_ruleset_prefilter(rules)->n_rules;
  TwStatus status = TW_OK;
  for (size_t i = 0; status == TW_OK && i < tw_ruleset_count(rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(rules, i);
    status = rule->pattern ? add_rule(near, rule, use_jit) : TW_OK;
  }
  near->codes = tw_codes_new(near->n_patterns);
  status = status == TW_OK && !near->codes ? TW_ERR_NOMEM : status;
  if (status != TW_OK) {
    tw_near_free(near);
    return status;
  }
  *out_near = near;
  return TW_OK;
}

void
tw_near_free(TwNearSet* near)
{
  if (near) {
    tw_codes_free(near->codes);
    tw_arena_free(near->arena);
  }
}

TwMatcher*
tw_near_matcher(const TwNearSet* near)
{
  return tw_matcher_new(near->n_groups + 1, near->codes);
}

/* --- Matching --- */

/* One element out of reach leaves at most one need unmet. */
static bool
may_be_near(const TwPattern* pattern, const TwAtoms* atoms)
{
  for (size_t i = 0; i < pattern->n_ways; ++i) {
    const TwWay* const way = &pattern->ways[i];
    size_t n_unmet = 0;
    for (size_t k = 0; k < way->n_needs; ++k) {
      n_unmet += !tw_prefilter_reach(&way->needs[k], atoms);
    }
    if (n_unmet <= 1) {
      return true;
    }
  }
  return false;
}

static TwStatus
try_variant(const Variant* variant, TwMatcher* matcher, const TwAtoms* atoms,
            TwNearMiss* out_miss)
{
  const size_t* ranges = NULL;
  TW_TRY(tw_open_search(matcher, &variant->pattern, atoms, &ranges));
  *out_miss = (TwNearMiss){.rule = variant->rule, .element = variant->element};
  tw_open_tokens(atoms, ranges, &out_miss->first, &out_miss->end);
  tw_open_tokens(atoms, &ranges[2 * variant->group], &out_miss->here_first,
                 &out_miss->here_end);
  return TW_OK;
}

TwStatus
tw_near_run(const TwNearSet* near, TwMatcher* matcher, const TwAtoms* atoms,
            void (*visit)(void* data, const TwNearMiss* miss), void* data)
{
  const TwRule* done = NULL; /* That needs no look any more */
  const TwRule* asked = NULL;
  for (size_t i = 0; i < near->variants.count; ++i) {
    const Variant* const variant = near->variants.at[i];
    const TwRule* const rule = variant->rule;
    TwNearMiss miss;
    if (rule != asked) {
      const size_t* ranges = NULL;
      asked = rule;
      done =
        !may_be_near(rule->pattern, atoms) ||
            tw_open_search(matcher, rule->pattern, atoms, &ranges) != TW_NONE
          ? rule
          : done;
    }
    const TwStatus status =
      rule == done ? TW_NONE : try_variant(variant, matcher, atoms, &miss);
    if (status == TW_OK) {
      visit(data, &miss);
      done = rule;
    } else if (status != TW_NONE && status != TW_ERR_LIMIT) {
      return status;
    }
  }
  return TW_OK;
}
