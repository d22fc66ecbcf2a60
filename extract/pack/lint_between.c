/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/lint_find.h"
#include "extract/pack/pattern.h"

#include <stdlib.h>

/* What rules say that does not go together. */

#define NO_HINT tw_str(NULL)

/* --- beats --- */

static void
check_beaten(TwLint* lint, TwStr id)
{
  const size_t index = tw_ruleset_find(lint->rules, id);
  if (tw_str_equal(id, lint->rule->id)) {
    tw_lint_find(lint, TW_LINT_BEATS, lint->rule->offset, NO_HINT,
                 "beats itself");
  } else if (index == SIZE_MAX) {
    tw_lint_find(lint, TW_LINT_BEATS, lint->rule->offset, NO_HINT,
                 "beats \"%.*s\", which is no rule", TW_STR_ARG(id));
  } else {
    const TwRule* const other = tw_ruleset_at(lint->rules, index);
    if (tw_rule_beats(other, lint->rule) &&
        tw_str_compare(lint->rule->id, id) < 0) {
      tw_lint_find(lint, TW_LINT_BEATS, lint->rule->offset, NO_HINT,
                   "beats \"%.*s\" and is beaten by it", TW_STR_ARG(id));
    }
    if (other->kind != lint->rule->kind) {
      tw_lint_find(lint, TW_LINT_BEATS, lint->rule->offset, NO_HINT,
                   "beats \"%.*s\", a rule of another kind, which it never "
                   "meets",
                   TW_STR_ARG(id));
    }
  }
}

/* --- One word, two rules --- */

/** Words by which rules are found: a trigger, a cue. */
typedef struct {
  int class; ///< Of triggers; 3 of cues
  const TwWords* words;
  const TwRule* rule;
} Ground;

typedef TW_VEC(Ground) Grounds;

static void
add_grounds(TwLint* lint, Grounds* grounds, int class, const TwWordList* list)
{
  for (size_t i = 0; i < list->count; ++i) {
    Ground* const ground = TW_VEC_PUSH(lint->arena, grounds);
    if (ground) {
      *ground = (Ground){class, &list->at[i], lint->rule};
    }
  }
}

static int
compare_words(const Ground* a, const Ground* b)
{
  if (a->class != b->class) {
    return a->class < b->class ? -1 : 1;
  }
  const size_t n = a->words->n_lemmas;
  const size_t m = b->words->n_lemmas;
  for (size_t i = 0; i < n && i < m; ++i) {
    const int order = tw_str_compare(a->words->lemmas[i], b->words->lemmas[i]);
    if (order) {
      return order;
    }
  }
  return n == m ? 0 : n < m ? -1 : 1;
}

static int
compare_grounds(const void* left, const void* right)
{
  const Ground* const a = left;
  const Ground* const b = right;
  const int order = compare_words(a, b);
  return order ? order : tw_str_compare(a->rule->id, b->rule->id);
}

static bool
is_same_language(const TwRule* a, const TwRule* b)
{
  return tw_str_equal(a->language, b->language);
}

/* True if nothing that a rule says decides between two frames with one
 * trigger: what is left are the roles that they fill, and their ids. */
static bool
is_open(const TwRule* a, const TwRule* b)
{
  const bool voices =
    (a->only_active && b->only_passive) || (a->only_passive && b->only_active);
  return tw_str_equal(a->term, b->term) && is_same_language(a, b) && !voices &&
         a->priority == b->priority && a->require == b->require &&
         a->n_roles == b->n_roles && !tw_rule_beats(a, b) &&
         !tw_rule_beats(b, a);
}

static void
check_grounds(TwLint* lint, const Ground* a, const Ground* b)
{
  const TwStr word = a->words->lemmas[0];
  lint->rule = a->rule;
  if (a->rule == b->rule) {
    return;
  }
  if (a->class == 3) {
    lint->rule = b->rule;
    tw_lint_find(lint, TW_LINT_NEVER, b->rule->offset, NO_HINT,
                 "has the cue \"%.*s …\" of rule \"%.*s\", which comes first",
                 TW_STR_ARG(word), TW_STR_ARG(a->rule->id));
  } else if (is_open(a->rule, b->rule)) {
    tw_lint_find(lint, TW_LINT_AMBIGUOUS, a->rule->offset,
                 TW_STR("give one of them \"beats\" or a \"priority\""),
                 "and rule \"%.*s\" make %.*s of one trigger, \"%.*s\", and "
                 "nothing says which of them wins",
                 TW_STR_ARG(b->rule->id), TW_STR_ARG(a->rule->term),
                 TW_STR_ARG(word));
  }
}

static void
check_words(TwLint* lint)
{
  Grounds grounds = {NULL, 0, 0};
  for (size_t i = 0; i < tw_ruleset_count(lint->rules); ++i) {
    const TwRule* const rule = tw_ruleset_at(lint->rules, i);
    lint->rule = rule;
    add_grounds(lint, &grounds, TW_MORPH_VERB, &rule->verbs);
    add_grounds(lint, &grounds, TW_MORPH_NOUN, &rule->nouns);
    add_grounds(lint, &grounds, TW_MORPH_ADJECTIVE, &rule->adjectives);
    add_grounds(lint, &grounds, 3, &rule->cue);
  }
  if (grounds.count) {
    qsort(grounds.at, grounds.count, sizeof(grounds.at[0]), compare_grounds);
  }
  for (size_t i = 1; i < grounds.count; ++i) {
    const Ground* const a = &grounds.at[i - 1];
    const Ground* const b = &grounds.at[i];
    if (!compare_words(a, b) && is_same_language(a->rule, b->rule)) {
      check_grounds(lint, a, b);
    }
  }
}

/* --- Two rules that are one --- */

static int
compare_patterns(const void* left, const void* right)
{
  const TwRule* const a = *(const TwRule* const*)left;
  const TwRule* const b = *(const TwRule* const*)right;
  const int order = tw_str_compare(a->pattern->regex, b->pattern->regex);
  return order ? order : tw_str_compare(a->id, b->id);
}

static bool
emit_alike(const TwRule* a, const TwRule* b)
{
  return a->n_emits && b->n_emits &&
         tw_str_equal(a->emits[0].term, b->emits[0].term);
}

static void
check_patterns(TwLint* lint)
{
  const size_t n = tw_ruleset_count(lint->rules);
  const TwRule** const rules = TW_NEW(lint->arena, const TwRule*, n + 1);
  size_t n_patterns = 0;
  for (size_t i = 0; rules && i < n; ++i) {
    const TwRule* const rule = tw_ruleset_at(lint->rules, i);
    if (rule->pattern) {
      rules[n_patterns++] = rule;
    }
  }
  if (n_patterns) {
    qsort(rules, n_patterns, sizeof(rules[0]), compare_patterns);
  }
  for (size_t i = 1; i < n_patterns; ++i) {
    const TwRule* const a = rules[i - 1];
    const TwRule* const b = rules[i];
    if (tw_str_equal(a->pattern->regex, b->pattern->regex) &&
        emit_alike(a, b) && !tw_rule_beats(a, b) && !tw_rule_beats(b, a) &&
        is_same_language(a, b)) {
      lint->rule = b;
      tw_lint_find(lint, TW_LINT_AMBIGUOUS, b->offset,
                   TW_STR("a rule can make several facts of what it matches"),
                   "matches what rule \"%.*s\" matches", TW_STR_ARG(a->id));
    }
  }
}

void
tw_lint_between(TwLint* lint)
{
  for (size_t i = 0; i < tw_ruleset_count(lint->rules); ++i) {
    lint->rule = tw_ruleset_at(lint->rules, i);
    for (size_t k = 0; k < lint->rule->n_beats; ++k) {
      check_beaten(lint, lint->rule->beats[k]);
    }
  }
  check_words(lint);
  check_patterns(lint);
}
