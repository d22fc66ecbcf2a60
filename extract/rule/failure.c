/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/failure.h"

#include "extract/pack/describe.h"
#include "extract/rule/role.h"

TwStr
tw_fail_name(TwFailKind kind)
{
  static const TwStr names[TW_FAIL_COUNT] = {
    [TW_FAIL_BLOCKED] = {"blocked", 7}, [TW_FAIL_VOICE] = {"voice", 5},
    [TW_FAIL_ROLE] = {"role", 4},       [TW_FAIL_LEAST] = {"least", 5},
    [TW_FAIL_ELEMENT] = {"element", 7}, [TW_FAIL_WORDS] = {"words", 5},
    [TW_FAIL_CLASS] = {"class", 5},     [TW_FAIL_REST] = {"rest", 4},
    [TW_FAIL_HEAD] = {"head", 4},       [TW_FAIL_SCOPE] = {"scope", 5},
    [TW_FAIL_WITH] = {"with", 4},       [TW_FAIL_WITHOUT] = {"without", 7},
  };
  return kind < TW_FAIL_COUNT ? names[kind] : (TwStr){NULL, 0};
}

TwStr
tw_failure_type(const TwArticle* article, uint32_t first, uint32_t end)
{
  for (uint32_t i = end; i > first; --i) {
    const uint32_t index = article->tokens.at[i - 1].annotation;
    if (index != TW_NO_ANNOTATION) {
      return tw_type_name(article->annotations.at[index].type);
    }
  }
  return (TwStr){NULL, 0};
}

/** A frame that missed, while what failed is written down. */
typedef struct {
  const TwArticle* article;
  const TwMissed* missed;
  TwArena* arena;
  TwFailureVec* out;
  TwBuf text;
} Telling;

static TwStr
take_text(Telling* telling)
{
  const TwStr text = tw_arena_copy(telling->arena, tw_buf_str(&telling->text));
  tw_buf_reset(&telling->text);
  return text;
}

static TwFailure*
add(Telling* telling, TwFailKind kind, TwStr element)
{
  TwFailure* const failure = TW_VEC_PUSH(telling->arena, telling->out);
  if (failure) {
    *failure = (TwFailure){.kind = kind, .element = element};
  }
  return failure;
}

static void
set_found(const Telling* telling, TwFailure* failure, uint32_t first,
          uint32_t end)
{
  failure->first = first;
  failure->end = end;
  failure->type = tw_failure_type(telling->article, first, end);
}

/* --- What the rule refuses --- */

static void
add_blocked(Telling* telling)
{
  static const struct {
    TwBlocked bit;
    TwStr name;
  } names[] = {
    {TW_BLOCK_QUESTION, {"question", 8}},
    {TW_BLOCK_CONDITIONAL, {"conditional", 11}},
    {TW_BLOCK_FUTURE, {"future", 6}},
    {TW_BLOCK_NEGATED, {"negated", 7}},
    {TW_BLOCK_MODAL, {"modal", 5}},
    {TW_BLOCK_UNSAID, {"unsaid", 6}},
  };
  const TwPositions* const positions = &telling->missed->positions;
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (telling->missed->why.blocked & names[i].bit) {
      TwFailure* const failure = add(telling, TW_FAIL_BLOCKED, names[i].name);
      if (failure && positions->cue != UINT32_MAX) {
        set_found(telling, failure, positions->cue, positions->cue + 1);
      }
    }
  }
}

static void
add_voice(Telling* telling)
{
  const TwRule* const rule = telling->missed->why.rule;
  const TwPositions* const positions = &telling->missed->positions;
  const TwGroup* const group = &telling->article->groups.at[positions->group];
  TwFailure* const failure =
    add(telling, TW_FAIL_VOICE,
        rule->only_active ? TW_STR("active") : TW_STR("passive"));
  if (failure) {
    set_found(telling, failure, group->first, group->end);
    failure->type = tw_form_name(positions->form);
  }
}

/* --- Roles --- */

static TwStr
wanted_of(Telling* telling, const TwRuleRole* role)
{
  tw_describe_role(&telling->text, telling->missed->why.rule, role);
  return take_text(telling);
}

/* What stands at the first of the role's places that is not empty. */
static const TwFiller*
filler_of(const Telling* telling, const TwRuleRole* role)
{
  const TwFillerVec* const fillers = &telling->missed->positions.fillers;
  for (size_t p = 0; p < role->n_at; ++p) {
    for (size_t i = 0; i < fillers->count; ++i) {
      if (tw_role_is_at(&fillers->at[i], &role->at[p])) {
        return &fillers->at[i];
      }
    }
  }
  return NULL;
}

static void
add_role(Telling* telling, const TwRuleRole* role, TwFailKind kind,
         TwStr element)
{
  const TwStr wanted = wanted_of(telling, role);
  TwFailure* const failure = add(telling, kind, element);
  const TwFiller* const filler = filler_of(telling, role);
  if (failure) {
    failure->wanted = wanted;
  }
  if (failure && filler) {
    const TwGroup* const group = &telling->article->groups.at[filler->group];
    set_found(telling, failure, group->first, group->end);
  }
}

static void
add_roles(Telling* telling)
{
  const TwRule* const rule = telling->missed->why.rule;
  for (size_t r = 0; r < rule->n_roles; ++r) {
    if (telling->missed->why.missing & (UINT32_C(1) << r)) {
      add_role(telling, &rule->roles[r], TW_FAIL_ROLE, rule->roles[r].name);
    }
  }
}

/* Of the roles of which too few are filled all are told. */
static void
add_least(Telling* telling)
{
  const TwRule* const rule = telling->missed->why.rule;
  for (size_t i = 0; i < rule->n_least; ++i) {
    if (!(telling->missed->why.too_few & (UINT32_C(1) << i))) {
      continue;
    }
    for (size_t r = 0; r < rule->n_roles; ++r) {
      if (rule->least[i].mask & (UINT32_C(1) << r)) {
        add_role(telling, &rule->roles[r], TW_FAIL_LEAST, rule->roles[r].name);
      }
    }
  }
}

static void
add_words(Telling* telling, TwFailKind kind, const TwWordList* words)
{
  tw_describe_words(&telling->text, words, 12);
  const TwStr wanted = take_text(telling);
  TwFailure* const failure = add(telling, kind, tw_fail_name(kind));
  if (failure) {
    failure->wanted = wanted;
  }
}

void
tw_failures_of_frame(const TwArticle* article, const TwMissed* missed,
                     TwArena* arena, TwFailureVec* out)
{
  Telling telling = {article, missed, arena, out, TW_BUF_INIT};
  add_blocked(&telling);
  if (missed->why.voice) {
    add_voice(&telling);
  }
  if (missed->why.alone) {
    add_words(&telling, TW_FAIL_WITH, &missed->why.rule->with);
  }
  if (missed->why.barred) {
    add_words(&telling, TW_FAIL_WITHOUT, &missed->why.rule->without);
  }
  add_roles(&telling);
  add_least(&telling);
  tw_buf_clear(&telling.text);
}
