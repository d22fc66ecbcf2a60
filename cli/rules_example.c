/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/rules_example.h"

#include "ontology/fold.h"

typedef TW_VEC(TwStr) Values;

typedef struct {
  const TwRule* rule;
  const TwReading* reading;
  TwArena* arena;
} Check;

/* "transfer.people/passive" is of rule "transfer.people". */
static bool
is_of_rule(const TwFact* fact, const TwRule* rule)
{
  return tw_str_starts(fact->rule, rule->id) &&
         (fact->rule.len == rule->id.len || fact->rule.s[rule->id.len] == '/');
}

static bool
bears_mark(const TwFact* fact, const TwRule* rule)
{
  switch (rule->marks) {
  case TW_MARKS_CERTAINTY:
    return fact->certainty == rule->marks_certainty;
  case TW_MARKS_NEGATIVE:
    return fact->negated;
  case TW_MARKS_FORMER:
    return fact->status.len > 0;
  case TW_MARKS_PSEUDO:
    return fact->certainty == TW_ASSERTED && !fact->negated;
  }
  return false;
}

/* The facts that an example of the rule is about. */
static bool
concerns(const Check* check, const TwFact* fact)
{
  return check->rule->kind == TW_RULE_CUE ? bears_mark(fact, check->rule)
                                          : is_of_rule(fact, check->rule);
}

static TwStr
value_of(const Check* check, const TwRole* role)
{
  return role->entity == TW_NO_ENTITY
           ? role->text
           : check->reading->entities[role->entity].name;
}

static TwStr
speaker_of(const Check* check, const TwFact* fact)
{
  return fact->speaker == TW_NO_ENTITY
           ? fact->speaker_text
           : check->reading->entities[fact->speaker].name;
}

static void
add_value(const Check* check, Values* values, TwStr value)
{
  TwStr* const place = value.len ? TW_VEC_PUSH(check->arena, values) : NULL;
  if (place) {
    *place = tw_fold(check->arena, value);
  }
}

/* What the fact says besides its roles. */
static TwStr
mark_of(const Check* check, const TwFact* fact, TwStr name)
{
  const size_t slash = tw_str_find(fact->rule, TW_STR("/"), 0);
  const struct {
    TwStr name;
    TwStr value;
  } marks[] = {
    {TW_STR("certainty"), tw_certainty_name(fact->certainty)},
    {TW_STR("polarity"),
     fact->negated ? TW_STR("negative") : TW_STR("positive")},
    {TW_STR("status"), fact->status},
    {TW_STR("recap"), fact->recap ? TW_STR("true") : TW_STR("false")},
    {TW_STR("speaker"), speaker_of(check, fact)},
    {TW_STR("form"), slash == SIZE_MAX
                       ? (TwStr){NULL, 0}
                       : tw_str_slice(fact->rule, slash + 1, fact->rule.len)},
  };
  for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); ++i) {
    if (tw_str_equal(marks[i].name, name)) {
      return marks[i].value;
    }
  }
  return (TwStr){NULL, 0};
}

static void
add_membership(const Check* check, const TwRole* role, Values* values)
{
  if (role->entity != TW_NO_ENTITY) {
    const TwEntity* const entity = &check->reading->entities[role->entity];
    if (entity->type == TW_TYPE_GROUP) {
      add_value(check, values, tw_certainty_name(entity->membership));
    }
  }
}

static Values
values_of(const Check* check, TwStr name)
{
  Values values = {NULL, 0, 0};
  for (size_t i = 0; i < check->reading->n_facts; ++i) {
    const TwFact* const fact = &check->reading->facts[i];
    bool has_role = false;
    for (size_t k = 0; concerns(check, fact) && k < fact->n_roles; ++k) {
      const TwRole* const role = &fact->roles[k];
      if (tw_str_equal(role->role, name)) {
        has_role = true;
        add_value(check, &values, value_of(check, role));
      } else if (tw_str_equal(name, TW_STR("membership"))) {
        add_membership(check, role, &values);
      }
    }
    if (concerns(check, fact) && !has_role) {
      add_value(check, &values, mark_of(check, fact, name));
    }
  }
  return values;
}

static bool
has_value(const Values* values, TwStr value)
{
  size_t i = 0;
  while (i < values->count && !tw_str_equal(values->at[i], value)) {
    ++i;
  }
  return i < values->count;
}

/* All that stands at example->gives under one name. */
static bool
gives_role(const Check* check, const TwExample* example, TwStr name)
{
  const Values got = values_of(check, name);
  Values wanted = {NULL, 0, 0};
  for (size_t i = 0; i < example->n_gives; ++i) {
    if (tw_str_equal(example->gives[i].role, name)) {
      add_value(check, &wanted, example->gives[i].value);
    }
  }
  bool holds = true;
  for (size_t i = 0; i < wanted.count; ++i) {
    holds &= has_value(&got, wanted.at[i]);
  }
  for (size_t i = 0; i < got.count; ++i) {
    holds &= has_value(&wanted, got.at[i]);
  }
  return holds;
}

static size_t
say_facts(const Check* check, TwBuf* got)
{
  size_t n = 0;
  for (size_t i = 0; i < check->reading->n_facts; ++i) {
    const TwFact* const fact = &check->reading->facts[i];
    if (!concerns(check, fact)) {
      continue;
    }
    tw_buf_addf(got, "%s%.*s", n++ ? "; " : "", TW_STR_ARG(fact->term));
    for (size_t k = 0; k < fact->n_roles; ++k) {
      tw_buf_addf(got, " %.*s=%.*s", TW_STR_ARG(fact->roles[k].role),
                  TW_STR_ARG(value_of(check, &fact->roles[k])));
    }
    if (fact->certainty != TW_ASSERTED) {
      tw_buf_addf(got, " certainty=%.*s",
                  TW_STR_ARG(tw_certainty_name(fact->certainty)));
    }
  }
  tw_buf_add(got, n ? (TwStr){NULL, 0} : TW_STR("none"));
  return n;
}

bool
cli_example_holds(const TwRule* rule, const TwExample* example,
                  const TwReading* reading, TwArena* arena, TwBuf* got)
{
  const Check check = {rule, reading, arena};
  const size_t n_facts = say_facts(&check, got);
  bool holds = example->none ? n_facts == 0 : n_facts > 0;
  for (size_t i = 0; holds && i < example->n_gives; ++i) {
    holds = gives_role(&check, example, example->gives[i].role);
  }
  return holds;
}

TwStr
cli_example_differs(const TwRule* rule, const TwExample* example,
                    const TwReading* reading, TwArena* arena, size_t* from)
{
  const Check check = {rule, reading, arena};
  while (*from < example->n_gives) {
    const size_t i = (*from)++;
    const TwStr name = example->gives[i].role;
    /* All values of a name are looked at when it comes first. */
    size_t k = 0;
    while (!tw_str_equal(example->gives[k].role, name)) {
      ++k;
    }
    if (k == i && !gives_role(&check, example, name)) {
      return name;
    }
  }
  return (TwStr){NULL, 0};
}

void
cli_example_wants(const TwExample* example, TwBuf* out)
{
  tw_buf_add(out, example->none ? TW_STR("none") : (TwStr){NULL, 0});
  for (size_t i = 0; i < example->n_gives; ++i) {
    tw_buf_addf(out, "%s%.*s=%.*s", i ? " " : "",
                TW_STR_ARG(example->gives[i].role),
                TW_STR_ARG(example->gives[i].value));
  }
}
