/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/describe.h"

#define MAX_WORDS 5 ///< Of a role, that people read

static void
add_types(TwBuf* out, TwTypeSet types)
{
  size_t n = 0;
  for (unsigned t = 0; t < TW_TYPE_COUNT; ++t) {
    /* A type whose parent is asked for goes without saying. */
    const TwType parent = tw_type_parent((TwType)t);
    const bool is_said =
      parent != TW_TYPE_NONE && (types & ((TwTypeSet)1 << parent));
    if ((types & ((TwTypeSet)1 << t)) && !is_said) {
      tw_buf_add(out, n++ ? TW_STR(" or ") : TW_STR(""));
      tw_buf_add(out, tw_type_name((TwType)t));
    }
  }
}

void
tw_describe_words(TwBuf* out, const TwWordList* words, size_t most)
{
  for (size_t i = 0; i < words->count; ++i) {
    if (i == most) {
      tw_buf_addf(out, " or %zu more", words->count - i);
      return;
    }
    tw_buf_add(out, i ? TW_STR(", ") : TW_STR(""));
    for (size_t k = 0; k < words->at[i].n_lemmas; ++k) {
      tw_buf_add(out, k ? TW_STR(" ") : TW_STR(""));
      tw_buf_add(out, words->at[i].lemmas[k]);
    }
  }
}

static void
add_places(TwBuf* out, const TwRule* rule, const TwRuleRole* role)
{
  for (size_t i = 0; i < role->n_at; ++i) {
    const TwPlaceAt* const place = &role->at[i];
    tw_buf_add(out, i ? TW_STR(", ") : TW_STR(" at "));
    tw_buf_add(out, place->at == TW_AT_PREPOSITION ? place->word
                                                   : tw_at_name(place->at));
  }
  if (role->anywhere) {
    tw_buf_add(out, TW_STR(" anywhere"));
  }
  if (role->from != TW_NO_ROLE) {
    tw_buf_addf(out, " from %.*s", TW_STR_ARG(rule->roles[role->from].name));
  }
}

void
tw_describe_role(TwBuf* out, const TwRule* rule, const TwRuleRole* role)
{
  if (role->words.count) {
    tw_buf_add(out, TW_STR("one of "));
    tw_describe_words(out, &role->words, MAX_WORDS);
  } else if (role->take == TW_TAKE_COUNT) {
    tw_buf_add(out, TW_STR("the number"));
  } else if (role->types) {
    add_types(out, role->types);
  } else if (role->n_at && role->at[0].at == TW_AT_TIME) {
    tw_buf_add(out, TW_STR("a date"));
  } else {
    tw_buf_add(out, TW_STR("anything"));
  }
  add_places(out, rule, role);
}

bool
tw_describe_has_form(const TwRule* rule, TwForm form)
{
  switch (form) {
  case TW_FORM_NOMINAL:
    return rule->nouns.count > 0 && !rule->only_passive;
  case TW_FORM_ATTRIBUTIVE:
    return rule->adjectives.count > 0 || rule->verbs.count > 0;
  case TW_FORM_ACTIVE:
  case TW_FORM_RELATIVE:
    return rule->verbs.count > 0 && !rule->only_passive;
  case TW_FORM_PASSIVE:
  case TW_FORM_REDUCED:
    return rule->verbs.count > 0 && !rule->only_active;
  case TW_FORM_INFINITIVE:
  case TW_FORM_GERUND:
    return rule->verbs.count > 0;
  case TW_FORM_COUNT:
    break;
  }
  return false;
}
