/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/datetree.h"

#define CODE_BAD_ELEMENT 2305

static bool
find_kind(TwStr name, uint16_t* out_kind)
{
#define NAME_(id, name) name,
  static const char* const classes[] = {TW_TIME_KINDS(NAME_)};
#undef NAME_
  static const char* const numbers[] = {"year", "day",   "n",     "ord",
                                        "two",  "clock", "decade"};
  const TwStr rest = tw_str_slice(name, 1, name.len);
  const bool is_class = name.s[0] == '@';
  const size_t n =
    is_class ? TW_TIME_COUNT : TW_DATE_ELEMENT_WORD - TW_DATE_ELEMENT_YEAR;
  for (size_t i = 0; i < n; ++i) {
    if (tw_str_equal(rest, tw_str(is_class ? classes[i] : numbers[i]))) {
      *out_kind = (uint16_t)(is_class ? i : TW_DATE_ELEMENT_YEAR + i);
      return true;
    }
  }
  return false;
}

/* The number of a word as it stands; a new one gets the next. */
static TwStatus
find_word(TwDateTree* tree, TwStr text, uint16_t* out_symbol)
{
  *out_symbol = tw_datetree_word(tree, text);
  if (*out_symbol) {
    return TW_OK;
  }
  *out_symbol = (uint16_t)tree->n_symbols;
  return tree->n_symbols == UINT16_MAX
           ? TW_ERR_LIMIT
           : tw_map_set(&tree->words, text, tree->n_symbols++);
}

static TwStatus
read_element(TwDateTree* tree, TwStr text, TwDateElement* element)
{
  *element = (TwDateElement){.symbol = 0};
  if (text.len > 1 && text.s[text.len - 1] == '?') {
    element->optional = true;
    --text.len;
  }
  if (text.len > 2 && text.s[0] == '(' && text.s[text.len - 1] == ')') {
    element->context = true;
    text = tw_str_slice(text, 1, text.len - 1);
  }
  if (text.len && text.s[0] != '@' && text.s[0] != '%') {
    return find_word(tree, text, &element->symbol);
  }
  return text.len && find_kind(text, &element->symbol) ? TW_OK : TW_ERR_RULE;
}

static TwStatus
add_rule(TwDateTree* tree, const TwLexiconRow* row, TwDiagSink* sink)
{
  TwDateRule* const rule = TW_VEC_PUSH(tree->arena, &tree->rules);
  if (!rule) {
    return TW_ERR_NOMEM;
  }
  *rule =
    (TwDateRule){.action = (TwDateAction)row->kind, .argument = row->value};
  TwStr rest = row->words;
  TwStr text;
  while (tw_str_next(&rest, ' ', &text)) {
    const TwStatus status =
      rule->n_elements == TW_DATE_MAX_ELEMENTS
        ? TW_ERR_RULE
        : read_element(tree, text, &rule->elements[rule->n_elements]);
    if (status == TW_ERR_RULE) {
      tw_diag_error(sink, CODE_BAD_ELEMENT, TW_STR("dates.tsv"),
                    "no such element in a date rule: \"%.*s\"",
                    TW_STR_ARG(text));
    }
    TW_TRY(status);
    ++rule->n_elements;
  }
  return TW_OK;
}

static TwStatus
new_node(TwDateTree* tree, uint32_t* out_node)
{
  TwDateNode* const node = TW_VEC_PUSH(tree->arena, &tree->nodes);
  if (!node) {
    return TW_ERR_NOMEM;
  }
  *out_node = (uint32_t)tree->nodes.count - 1;
  *node = (TwDateNode){0, TW_DATE_NO_VARIANT,
                       TW_NEW(tree->arena, uint16_t, tree->n_symbols)};
  if (!node->next) {
    return TW_ERR_NOMEM;
  }
  return *out_node < UINT16_MAX ? TW_OK : TW_ERR_LIMIT;
}

/* The node behind `*at` by that symbol. */
static TwStatus
go(TwDateTree* tree, uint16_t symbol, uint32_t* at)
{
  TwDateNode* const node = &tree->nodes.at[*at];
  uint16_t* const next = &node->next[symbol];
  if (symbol < TW_DATE_ELEMENT_WORD) {
    node->kinds |= UINT32_C(1) << symbol;
  }
  if (!*next) {
    uint32_t added = 0;
    TW_TRY(new_node(tree, &added));
    *next = (uint16_t)added;
  }
  *at = *next;
  return TW_OK;
}

/* One of context alone says nothing and is left out. */
static TwStatus
add_variant(TwDateTree* tree, uint32_t rule, uint32_t chosen)
{
  const TwDateRule* const from = &tree->rules.at[rule];
  uint32_t at = 0;
  uint32_t bit = 1;
  bool any = false;
  for (size_t i = 0; i < from->n_elements; ++i) {
    const TwDateElement* const element = &from->elements[i];
    const bool skip = element->optional && !(chosen & bit);
    bit <<= element->optional;
    if (!skip) {
      any |= !element->context;
      TW_TRY(go(tree, element->symbol, &at));
    }
  }
  TwDateNode* const node = &tree->nodes.at[at];
  if (!any || node->variant != TW_DATE_NO_VARIANT) {
    return TW_OK;
  }
  TwDateVariant* const variant = TW_VEC_PUSH(tree->arena, &tree->variants);
  if (!variant) {
    return TW_ERR_NOMEM;
  }
  *variant = (TwDateVariant){rule, chosen};
  node->variant = (uint32_t)tree->variants.count - 1;
  return TW_OK;
}

static TwStatus
add_variants(TwDateTree* tree, uint32_t rule)
{
  uint32_t n_optional = 0;
  for (size_t i = 0; i < tree->rules.at[rule].n_elements; ++i) {
    n_optional += tree->rules.at[rule].elements[i].optional;
  }
  for (uint32_t chosen = 0; chosen < UINT32_C(1) << n_optional; ++chosen) {
    TW_TRY(add_variant(tree, rule, chosen));
  }
  return TW_OK;
}

TwStatus
tw_datetree_open(TwArena* arena, const TwLexiconRow* rows, size_t n_rows,
                 TwDiagSink* sink, TwDateTree* out_tree)
{
  *out_tree = (TwDateTree){.arena = arena,
                           .words = TW_MAP_FIXED_INIT,
                           .n_symbols = TW_DATE_ELEMENT_WORD};
  for (size_t i = 0; i < n_rows; ++i) {
    TW_TRY(add_rule(out_tree, &rows[i], sink));
  }
  uint32_t root = 0;
  TW_TRY(new_node(out_tree, &root));
  for (uint32_t i = 0; i < n_rows; ++i) {
    TW_TRY(add_variants(out_tree, i));
  }
  return TW_OK;
}

void
tw_datetree_clear(TwDateTree* tree)
{
  tw_map_clear(&tree->words);
}

uint16_t
tw_datetree_word(const TwDateTree* tree, TwStr text)
{
  uint64_t symbol = 0;
  (void)tw_map_get(&tree->words, text, &symbol);
  return (uint16_t)symbol;
}
