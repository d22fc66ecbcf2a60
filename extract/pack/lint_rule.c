/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/lint_find.h"
#include "extract/pack/pattern.h"

#include <string.h>

/* What one rule says that can hardly be meant. */

#define NO_HINT tw_str(NULL)

/* So many ways, each of some steps, bring PCRE2 near the limit that it has at
 * one place of a sentence (MATCH_LIMIT in pattern.c). */
#define MANY_WAYS 10000

/* --- Frames --- */

static void
check_lemma(TwLint* lint, TwStr word, TwTag form, TwTag base)
{
  const TwMorphology* const morphology = tw_ruleset_morphology(lint->rules);
  const unsigned mask = tw_morphology_mask(morphology, word);
  if (!mask || (mask & tw_morphology_bit(base))) {
    return;
  }
  const TwStr lemma = tw_morphology_lemma(morphology, lint->arena, word, form);
  if (lemma.len && !tw_str_equal(lemma, word)) {
    tw_lint_find(lint, TW_LINT_LEMMA, lint->rule->offset, NO_HINT,
                 "has a trigger \"%.*s\"; its lemma is \"%.*s\"",
                 TW_STR_ARG(word), TW_STR_ARG(lemma));
  }
}

static void
check_triggers(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  for (size_t i = 0; i < rule->verbs.count; ++i) {
    check_lemma(lint, rule->verbs.at[i].lemmas[0], TW_TAG_VBD, TW_TAG_VB);
  }
  for (size_t i = 0; i < rule->nouns.count; ++i) {
    check_lemma(lint, rule->nouns.at[i].lemmas[0], TW_TAG_NNS, TW_TAG_NN);
  }
}

/* A noun or adjective has no voice. */
static void
check_voice(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  if (rule->only_passive && (rule->nouns.count || rule->adjectives.count)) {
    tw_lint_find(lint, TW_LINT_NEVER, rule->offset,
                 TW_STR("give the passive verbs a rule of their own"),
                 "is for the passive, which no noun or adjective has: those of "
                 "its trigger are never found");
  }
}

static bool
is_only_at(const TwRuleRole* role, TwAt at)
{
  for (size_t i = 0; i < role->n_at; ++i) {
    if (role->at[i].at != at) {
      return false;
    }
  }
  return role->n_at && !role->anywhere && !role->apposition;
}

/* Places that the frame's triggers do not have. */
static void
check_places(TwLint* lint, const TwRuleRole* role)
{
  const TwRule* const rule = lint->rule;
  if (is_only_at(role, TW_AT_POSSESSOR) && !rule->nouns.count) {
    tw_lint_find(lint, TW_LINT_NEVER, role->offset, NO_HINT,
                 "looks for \"%.*s\" at the possessor, which verbs and "
                 "adjectives do not have",
                 TW_STR_ARG(role->name));
  }
  if (is_only_at(role, TW_AT_COMPLEMENT) && !rule->verbs.count) {
    tw_lint_find(lint, TW_LINT_NEVER, role->offset, NO_HINT,
                 "looks for \"%.*s\" at the complement, which only verbs have",
                 TW_STR_ARG(role->name));
  }
}

static void
check_twice(TwLint* lint, const TwRuleRole* role)
{
  for (size_t i = 0; i < role->n_at; ++i) {
    for (size_t k = 0; k < i; ++k) {
      if (role->at[i].at == role->at[k].at &&
          tw_str_equal(role->at[i].word, role->at[k].word)) {
        tw_lint_find(lint, TW_LINT_IDLE, role->offset, NO_HINT,
                     "names a position of \"%.*s\" twice",
                     TW_STR_ARG(role->name));
        return;
      }
    }
  }
}

/* What can never be missing need not be required. */
static void
check_require(TwLint* lint, size_t index)
{
  const TwRule* const rule = lint->rule;
  const TwRuleRole* const role = &rule->roles[index];
  if (!(rule->require & (UINT32_C(1) << index))) {
    return;
  }
  if (role->optional) {
    tw_lint_find(lint, TW_LINT_IDLE, role->offset, NO_HINT,
                 "says of \"%.*s\" that it is optional and that it is required",
                 TW_STR_ARG(role->name));
  }
  if (role->fallback == TW_DEFAULT_DOCUMENT ||
      role->fallback == TW_DEFAULT_DAY) {
    tw_lint_find(lint, TW_LINT_IDLE, role->offset, NO_HINT,
                 "requires \"%.*s\", which the article's day fills always",
                 TW_STR_ARG(role->name));
  }
}

/* "from" and "default" that lead back to where they started. */
static void
check_circle(TwLint* lint, size_t index)
{
  const TwRule* const rule = lint->rule;
  uint32_t at = (uint32_t)index;
  for (size_t i = 0; i <= rule->n_roles; ++i) {
    const TwRuleRole* const role = &rule->roles[at];
    at = role->from != TW_NO_ROLE ? role->from
         : role->fallback == TW_DEFAULT_ROLE && !role->n_at
           ? role->fallback_role
           : TW_NO_ROLE;
    if (at >= rule->n_roles) {
      return;
    }
    if (at == index) {
      tw_lint_find(lint, TW_LINT_NEVER, rule->roles[index].offset, NO_HINT,
                   "takes \"%.*s\" from itself, so that nothing ever fills it",
                   TW_STR_ARG(rule->roles[index].name));
      return;
    }
  }
}

void
tw_lint_frame(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  if (tw_ruleset_morphology(lint->rules)) {
    check_triggers(lint);
  }
  check_voice(lint);
  for (size_t i = 0; i < rule->n_roles; ++i) {
    check_places(lint, &rule->roles[i]);
    check_twice(lint, &rule->roles[i]);
    check_require(lint, i);
    check_circle(lint, i);
  }
  if (!rule->require && !rule->n_least) {
    tw_lint_find(lint, TW_LINT_EVERYWHERE, rule->offset,
                 TW_STR("\"require\" or \"least\" say what it cannot do "
                        "without"),
                 "requires no role, so that its trigger alone makes a fact");
  }
}

/* --- Patterns --- */

static bool
emits_slot(const TwRule* rule, uint32_t slot)
{
  for (size_t i = 0; i < rule->n_emits; ++i) {
    for (size_t k = 0; k < rule->emits[i].n_roles; ++k) {
      if (rule->emits[i].roles[k].slot == slot) {
        return true;
      }
    }
  }
  return false;
}

static void
check_slots(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  for (uint32_t i = 0; i < rule->n_slots; ++i) {
    if (!emits_slot(rule, i) && !rule->attributes_sentence) {
      tw_lint_find(lint, TW_LINT_UNUSED, rule->offset,
                   TW_STR("a slot without a name only has to be there"),
                   "fills a slot \"%.*s\" that no fact takes",
                   TW_STR_ARG(rule->slots[i].name));
    }
  }
  if (!rule->n_emits && !rule->attributes_sentence) {
    tw_lint_find(lint, TW_LINT_IDLE, rule->offset, NO_HINT,
                 "makes no fact of what it matches");
  }
}

/* In how many ways an element can be laid over a sentence: 1 for one that is no
 * gap. */
static uint64_t
ways_of(const TwElement* element)
{
  TwStr bounds = tw_str_slice(element->text, 4, element->text.len);
  TwStr least = {NULL, 0};
  TwStr most = {NULL, 0};
  uint64_t from = 0;
  uint64_t to = 0;
  if (tw_str_equal(element->text, TW_STR("~"))) {
    return 2;
  }
  if (!tw_str_starts(element->text, TW_STR("...{"))) {
    return 1;
  }
  tw_str_next(&bounds, ',', &least);
  tw_str_next(&bounds, '}', &most);
  tw_str_next(&most, ' ', &bounds);
  return tw_str_to_u64(tw_str_trim(least), &from) &&
             tw_str_to_u64(tw_str_trim(bounds), &to)
           ? to - from + 1
           : 1;
}

/* Two gaps in a row can be cut in more than one way, to no end; many of them
 * multiply. */
static void
check_gaps(TwLint* lint)
{
  const TwPattern* const pattern = lint->rule->pattern;
  uint64_t ways = 1;
  for (size_t i = 0; i < pattern->n_elements; ++i) {
    const TwElement* const here = &pattern->elements[i];
    const TwElement* const before = i ? &pattern->elements[i - 1] : here;
    const bool is_first = here->alternative != before->alternative;
    ways = is_first ? ways_of(here) : ways * ways_of(here);
    if (i && !is_first && ways_of(before) > 1 && ways_of(here) > 1) {
      tw_lint_find(lint, TW_LINT_COSTLY, lint->rule->offset,
                   TW_STR("write one gap for both"),
                   "has %.*s and %.*s in a row, which can be cut in many ways",
                   TW_STR_ARG(before->text), TW_STR_ARG(here->text));
    }
    if (ways > MANY_WAYS) {
      tw_lint_find(lint, TW_LINT_COSTLY, lint->rule->offset,
                   TW_STR("fewer and narrower gaps"),
                   "can be laid over a sentence in %llu ways and may run into "
                   "its limit",
                   (unsigned long long)ways);
      return;
    }
  }
}

static void
check_alternatives(TwLint* lint)
{
  const TwPattern* const pattern = lint->rule->pattern;
  const TwElement* const elements = pattern->elements;
  size_t ends[64];
  size_t n = 0;
  for (size_t i = 0; i < pattern->n_elements && n < 64; ++i) {
    if (i + 1 == pattern->n_elements ||
        elements[i + 1].alternative != elements[i].alternative) {
      ends[n++] = i;
    }
  }
  for (size_t i = 1; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) {
      const TwElement* const a = &elements[k ? ends[k - 1] + 1 : 0];
      const TwElement* const b = &elements[ends[i - 1] + 1];
      const TwStr x =
        tw_str_slice(pattern->regex, a->first, elements[ends[k]].end);
      const TwStr y =
        tw_str_slice(pattern->regex, b->first, elements[ends[i]].end);
      if (tw_str_equal(x, y)) {
        tw_lint_find(lint, TW_LINT_NEVER, lint->rule->offset, NO_HINT,
                     "says one pattern twice, as its alternatives %zu and %zu",
                     k + 1, i + 1);
      }
    }
  }
}

void
tw_lint_pattern(TwLint* lint)
{
  const TwRule* const rule = lint->rule;
  if (tw_pattern_is_bare(rule->pattern)) {
    tw_lint_find(lint, TW_LINT_EVERYWHERE, rule->offset, NO_HINT,
                 "needs no type and no word, so that it is tried everywhere");
  }
  check_slots(lint);
  check_gaps(lint);
  check_alternatives(lint);
}
