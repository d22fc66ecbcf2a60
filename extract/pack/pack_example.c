/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/calendar.h"
#include "extract/pack/pack.h"

#define MAX_VALUES 64

/* What an example can name besides the rule's roles. */
static const char* const marks[] = {
  "certainty", "polarity", "status", "speaker", "membership", "recap", "form",
};

#define N_MARKS (sizeof(marks) / sizeof(marks[0]))

typedef struct {
  TwRule* rule;
  TwExample* example;
} ExampleKeys;

static bool
try_name(TwNear* near, TwStr name)
{
  if (tw_str_equal(near->wanted, name)) {
    return true;
  }
  tw_near_try(near, name);
  return false;
}

static bool
may_give(const TwRule* rule, TwNear* near)
{
  bool found = false;
  for (size_t i = 0; i < N_MARKS; ++i) {
    found |= try_name(near, tw_str(marks[i]));
  }
  for (size_t i = 0; i < rule->n_roles; ++i) {
    found |= !rule->roles[i].silent && try_name(near, rule->roles[i].name);
  }
  for (size_t i = 0; i < rule->n_set; ++i) {
    found |= try_name(near, rule->set[i].role);
  }
  for (size_t i = 0; i < rule->n_nearest; ++i) {
    found |= try_name(near, rule->nearest[i].role);
  }
  for (size_t i = 0; i < rule->n_emits; ++i) {
    for (size_t k = 0; k < rule->emits[i].n_roles; ++k) {
      found |= try_name(near, rule->emits[i].roles[k].role);
    }
  }
  return found;
}

static void
read_values(TwPackReader* reader, const TwNode* node, TwExample* example,
            TwConstant* gives)
{
  const TwNode* n = tw_pack_members(reader, node);
  for (; n; n = tw_pack_next(node, n)) {
    if (example->n_gives == MAX_VALUES) {
      tw_pack_complain(reader, TW_PACK_LIMIT, n, TW_NO_TEXT,
                       "more than %d values", MAX_VALUES);
      return;
    }
    gives[example->n_gives++] =
      (TwConstant){node->key->text, tw_pack_text(reader, n)};
  }
}

static void
read_gives(TwPackReader* reader, const TwNode* value, void* into)
{
  const ExampleKeys* keys = into;
  if (value->kind == TW_NODE_TEXT) {
    if (!tw_str_equal(value->text, TW_STR("none"))) {
      tw_pack_complain(reader, TW_PACK_CHOICE, value, TW_NO_TEXT,
                       "here should stand roles and their values, or \"none\"");
    }
    keys->example->none = true;
    return;
  }
  TwConstant* gives = TW_PACK_NEW(reader, TwConstant, MAX_VALUES);
  if (!gives || !tw_pack_is(reader, value, TW_NODE_MAP)) {
    return;
  }
  keys->example->gives = gives;
  for (const TwNode* n = value->first; n; n = n->next) {
    TwNear near = {.wanted = n->key->text};
    /* What is wrong with a role's name was told where the rule says it. */
    if (!may_give(keys->rule, &near) && reader->n_errors == reader->n_before) {
      tw_pack_complain(reader, TW_PACK_ROLE, n->key,
                       tw_near_hint(reader, &near),
                       "rule \"%.*s\" gives no \"%.*s\"",
                       TW_STR_ARG(keys->rule->id), TW_STR_ARG(n->key->text));
    }
    read_values(reader, n, keys->example, gives);
  }
}

static void
read_text(TwPackReader* reader, const TwNode* value, void* into)
{
  ((ExampleKeys*)into)->example->text = tw_pack_text(reader, value);
}

static void
read_date(TwPackReader* reader, const TwNode* value, void* into)
{
  const TwStr date = tw_pack_text(reader, value);
  TwDay day = {0, 0, 0};
  if (date.len && !tw_day_read(date, &day)) {
    tw_pack_complain(reader, TW_PACK_KIND, value, TW_NO_TEXT,
                     "here should stand a day like \"2024-05-31\"");
  }
  ((ExampleKeys*)into)->example->date = date;
}

static const TwKey example_keys[] = {
  {"text", read_text},
  {"date", read_date},
  {"gives", read_gives},
};

void
tw_pack_examples(TwPackReader* reader, const TwNode* node, TwRule* rule)
{
  if (!tw_pack_is(reader, node, TW_NODE_LIST)) {
    return;
  }
  TwExample* examples = TW_PACK_NEW(reader, TwExample, node->count);
  rule->examples = examples;
  for (const TwNode* n = node->first; examples && n; n = n->next) {
    TwExample* example = &examples[rule->n_examples++];
    ExampleKeys keys = {rule, example};
    example->line = n->line;
    tw_pack_read_map(reader, n, "an example", example_keys, 3, &keys);
    if (n->kind == TW_NODE_MAP &&
        (!tw_pack_get(n, "text") || !tw_pack_get(n, "gives"))) {
      tw_pack_complain(reader, TW_PACK_MISSING, n, TW_NO_TEXT,
                       "an example needs \"text\" and \"gives\"");
    }
  }
}
