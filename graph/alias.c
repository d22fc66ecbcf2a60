/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/alias.h"

#include <stdlib.h>

/* Another name and the thing that has it, both as keys. */
typedef struct {
  TwStr alias;
  TwStr thing;
} Pair;

typedef TW_VEC(Pair) PairVec;

static TwStatus
add_pair(TwFusion* fusion, TwType type, TwStr folded, TwStr key, PairVec* pairs)
{
  Pair pair = {.thing = key};
  TW_TRY(tw_entity_key(fusion, type, folded, &pair.alias));
  if (!folded.len || tw_str_equal(pair.alias, key)) {
    return TW_OK;
  }
  Pair* const kept = TW_VEC_PUSH(fusion->scratch, pairs);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = pair;
  return TW_OK;
}

/* The names that the gazetteer has for an entity. */
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
  TW_TRY(add_pair(fusion, ref->type, canonical, ref->key, pairs));
  return add_pair(fusion, ref->type, entity->folded, ref->key, pairs);
}

static TwStatus
read_alias(TwFusion* fusion, const TwEntityRef* ref, TwStr folded,
           PairVec* pairs)
{
  return ref->shared && ref->type == TW_TYPE_PERSON &&
             tw_entity_words(folded) >= 2
           ? add_pair(fusion, ref->type, folded, ref->key, pairs)
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

/* Maps each alias of one person to its pair. */
static TwStatus
map_pairs(const PairVec* pairs, TwMap* map)
{
  for (size_t i = 0; i < pairs->count;) {
    size_t end = i + 1;
    bool one = true;
    while (end < pairs->count &&
           tw_str_equal(pairs->at[end].alias, pairs->at[i].alias)) {
      one = one && tw_str_equal(pairs->at[end].thing, pairs->at[i].thing);
      ++end;
    }
    if (one) {
      TW_TRY(tw_map_set(map, pairs->at[i].alias, i));
    }
    i = end;
  }
  return TW_OK;
}

static void
lead(const TwFusion* fusion, const PairVec* pairs, const TwMap* map,
     TwEntityRef* ref)
{
  uint64_t at = 0;
  uint64_t other = 0;
  if (ref->shared && tw_map_get(map, ref->key, &at) == TW_OK &&
      tw_map_get(map, pairs->at[at].thing, &other) == TW_NONE) {
    ref->alias = tw_entity_of(fusion, ref)->name;
    ref->key = pairs->at[at].thing;
  }
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
    }
    first += article->n_entities;
  }
  if (!pairs.count) {
    return TW_OK;
  }
  qsort(pairs.at, pairs.count, sizeof(*pairs.at), by_alias);
  TwMap map = TW_MAP_INIT;
  const TwStatus status = map_pairs(&pairs, &map);
  for (size_t i = 0; status == TW_OK && i < first; ++i) {
    lead(fusion, &pairs, &map, &refs[i]);
  }
  tw_map_clear(&map);
  return status;
}
