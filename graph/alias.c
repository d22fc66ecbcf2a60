/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/alias.h"

#include "graph/judge.h"

#include <stdlib.h>

/* Another name, in a country if that tells it from others, and the thing that
 * has it, as keys. */
typedef struct {
  TwStr alias;
  TwStr thing;
  bool is_acronym;
} Pair;

typedef TW_VEC(Pair) PairVec;

/* The key of a name for what is of that country; empty: of any. */
static TwStatus
key_in(TwFusion* fusion, TwStr key, TwStr country, TwStr* out)
{
  tw_buf_addf(&fusion->text, "%.*s%.*s", TW_STR_ARG(key), TW_STR_ARG(country));
  return tw_fusion_key(fusion, out);
}

static TwStatus
add_pair(TwFusion* fusion, const TwEntityRef* ref, TwStr folded, TwStr country,
         PairVec* pairs)
{
  Pair pair = {.thing = ref->key};
  TW_TRY(tw_entity_key(fusion, ref->type, folded, &pair.alias));
  if (!folded.len || tw_str_equal(pair.alias, ref->key)) {
    return TW_OK;
  }
  if (country.len) {
    TW_TRY(key_in(fusion, pair.alias, country, &pair.alias));
  }
  Pair* const kept = TW_VEC_PUSH(fusion->scratch, pairs);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = pair;
  return TW_OK;
}

/* The names that the gazetteer has for an entity: those of its country, and of
 * none, may mean it. */
static TwStatus
read_entry(TwFusion* fusion, const TwEntityRef* ref, PairVec* pairs)
{
  const TwEntityRecord* const entity = tw_entity_of(fusion, ref);
  if (!entity->id.len || (ref->type != TW_TYPE_PERSON &&
                          !tw_type_is(ref->type, TW_TYPE_ORGANIZATION))) {
    return TW_OK;
  }
  const TwStr canonical = tw_records_folded(fusion->records, entity->canonical);
  if (!canonical.s) {
    return TW_ERR_NOMEM;
  }
  const TwStr names[] = {canonical, entity->folded};
  for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); ++i) {
    TW_TRY(add_pair(fusion, ref, names[i], TW_STR(""), pairs));
    if (entity->country.len && ref->type != TW_TYPE_PERSON) {
      TW_TRY(add_pair(fusion, ref, names[i], entity->country, pairs));
    }
  }
  return TW_OK;
}

/* --- Acronyms --- */

static bool
is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

/* True if the letters of `form` are the first ones of the name's words, one
 * each, and no word with a capital is left out: "NRC" of "National Roads
 * Council". */
static bool
is_acronym(TwStr form, TwStr name)
{
  TwStr rest = name;
  TwStr word;
  size_t at = 0;
  while (rest.s && tw_str_next(&rest, ' ', &word)) {
    if (at < form.len && word.len && word.s[0] == form.s[at]) {
      ++at;
    } else if (word.len && is_upper(word.s[0])) {
      return false;
    }
  }
  for (size_t i = 0; i < form.len; ++i) {
    if (!is_upper(form.s[i])) {
      return false;
    }
  }
  return at == form.len && form.len > 1;
}

/* A body that its article calls by the first letters of its name. */
static TwStatus
read_acronyms(TwFusion* fusion, const TwEntityRef* ref, PairVec* pairs)
{
  const TwEntityRecord* const entity = tw_entity_of(fusion, ref);
  if (!ref->shared || !tw_type_is(ref->type, TW_TYPE_ORGANIZATION)) {
    return TW_OK;
  }
  for (size_t i = 0; i < entity->n_forms; ++i) {
    if (!is_acronym(entity->forms[i], entity->name)) {
      continue;
    }
    const TwStr folded = tw_records_folded(fusion->records, entity->forms[i]);
    const size_t before = pairs->count;
    if (!folded.s) {
      return TW_ERR_NOMEM;
    }
    TW_TRY(add_pair(fusion, ref, folded, ref->country, pairs));
    if (pairs->count > before) {
      pairs->at[before].is_acronym = true;
    }
  }
  return TW_OK;
}

/* --- What articles say --- */

static TwStatus
read_alias(TwFusion* fusion, const TwEntityRef* ref, TwStr folded,
           PairVec* pairs)
{
  return ref->shared && ref->type == TW_TYPE_PERSON &&
             tw_entity_words(folded) >= 2 && !tw_person_name_is_nobody(folded)
           ? add_pair(fusion, ref, folded, TW_STR(""), pairs)
           : TW_OK;
}

static TwStatus
read_fact(TwFusion* fusion, const TwFactRecord* fact, const TwEntityRef* refs,
          PairVec* pairs)
{
  for (size_t s = 0; s < fact->n_roles; ++s) {
    const TwRoleRecord* const subject = &fact->roles[s];
    for (size_t o = 0; o < fact->n_roles; ++o) {
      const TwRoleRecord* const object = &fact->roles[o];
      if (subject->is_subject && subject->kind == TW_VALUE_THING &&
          !object->is_subject && object->kind == TW_VALUE_TEXT) {
        TW_TRY(
          read_alias(fusion, &refs[subject->entity], object->folded, pairs));
      }
    }
  }
  return TW_OK;
}

static int
by_alias(const void* left, const void* right)
{
  const Pair* const a = left;
  const Pair* const b = right;
  const int order = tw_str_compare(a->alias, b->alias);
  return order ? order : tw_str_compare(a->thing, b->thing);
}

/* Maps each name to its first pair, and counts the things that have it. */
static TwStatus
map_pairs(const PairVec* pairs, uint32_t* n_things, TwMap* map)
{
  size_t first = 0;
  for (size_t i = 0; i < pairs->count; ++i) {
    if (!i || !tw_str_equal(pairs->at[i].alias, pairs->at[first].alias)) {
      first = i;
      TW_TRY(tw_map_set(map, pairs->at[i].alias, i));
    }
    n_things[first] +=
      i == first || !tw_str_equal(pairs->at[i].thing, pairs->at[i - 1].thing);
  }
  return TW_OK;
}

typedef struct {
  TwFusion* fusion;
  TwEntityRef* refs;
  const PairVec* pairs;
  const uint32_t* n_things; ///< Of the first pair of each name
  const TwMap* map;
} Leading;

/* An article that uses the letters of two bodies alone means one of them, but
 * nobody knows which. */
static TwStatus
leave_alone(const Leading* leading, TwEntityRef* ref)
{
  const TwStr sha256 = leading->fusion->articles[ref->article]->document.sha256;
  ref->shared = false;
  tw_buf_addf(&leading->fusion->text, "!%.*s %u", TW_STR_ARG(sha256),
              (unsigned)ref->entity);
  return tw_fusion_key(leading->fusion, &ref->key);
}

static TwStatus
lead(const Leading* leading, TwEntityRef* ref)
{
  uint64_t at = 0;
  uint64_t other = 0;
  TwStr key = ref->key;
  if (!ref->shared) {
    return TW_OK;
  }
  if (ref->country.len) {
    TW_TRY(key_in(leading->fusion, ref->key, ref->country, &key));
  }
  if (tw_map_get(leading->map, key, &at) != TW_OK) {
    return TW_OK;
  }
  const Pair* const pair = &leading->pairs->at[at];
  if (leading->n_things[at] > 1) {
    return pair->is_acronym ? leave_alone(leading, ref) : TW_OK;
  }
  if (tw_map_get(leading->map, pair->thing, &other) == TW_NONE) {
    ref->key = pair->thing;
    ref->is_led = true;
    ref->reasons |= pair->is_acronym ? TW_REASON_ACRONYM : TW_REASON_ALIAS;
  }
  return TW_OK;
}

TwStatus
tw_alias_run(TwFusion* fusion, TwEntityRef* refs)
{
  PairVec pairs = {NULL, 0, 0};
  const TwProperty* const alias = tw_schema_property(TW_STR("alias"));
  size_t first = 0;
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    const TwArticleRecord* const article = fusion->articles[a];
    for (size_t f = 0; f < article->n_facts; ++f) {
      const TwFactRecord* const fact = &article->facts[f];
      if (fact->relation == alias && !fact->negated) {
        TW_TRY(read_fact(fusion, fact, &refs[first], &pairs));
      }
    }
    for (size_t e = 0; e < article->n_entities; ++e) {
      TW_TRY(read_entry(fusion, &refs[first + e], &pairs));
      TW_TRY(read_acronyms(fusion, &refs[first + e], &pairs));
    }
    first += article->n_entities;
  }
  uint32_t* const n_things = TW_NEW(fusion->scratch, uint32_t, pairs.count);
  if (!pairs.count || !n_things) {
    return n_things ? TW_OK : TW_ERR_NOMEM;
  }
  qsort(pairs.at, pairs.count, sizeof(*pairs.at), by_alias);
  TwMap map = TW_MAP_INIT;
  TwStatus status = map_pairs(&pairs, n_things, &map);
  const Leading leading = {fusion, refs, &pairs, n_things, &map};
  for (size_t i = 0; status == TW_OK && i < first; ++i) {
    status = lead(&leading, &refs[i]);
  }
  tw_map_clear(&map);
  return status;
}
