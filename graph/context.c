/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/context.h"

#include "base/number.h"
#include "graph/moment.h"

#include <stdlib.h>

/* What few articles name tells; in a larger corpus more of them may. */
#define RARE 5
#define RARE_SHARE 500

/* Articles of a month tell of one time. */
#define DAYS_OF_TIME 30

/* The kind stands in so many bits. */
#define KIND_BITS 4

typedef TW_VEC(uint64_t) ItemVec;

/* --- Numbers of keys --- */

typedef struct {
  TwStr key;
  uint32_t ref;
  uint32_t article;
} Keyed;

static int
by_key(const void* left, const void* right)
{
  const Keyed* const a = left;
  const Keyed* const b = right;
  const int order = tw_str_compare(a->key, b->key);
  return order ? order : (a->ref > b->ref) - (a->ref < b->ref);
}

static TwStatus
number_keys(const TwEntityRef* refs, size_t n, TwArena* arena, uint32_t* number,
            uint32_t* spread)
{
  Keyed* const keyed = TW_NEW(arena, Keyed, n);
  if (!keyed) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    keyed[i] = (Keyed){refs[i].key, i, refs[i].article};
  }
  if (n) {
    qsort(keyed, n, sizeof(*keyed), by_key);
  }
  uint32_t last = 0;
  for (size_t i = 0; i < n; ++i) {
    const bool is_new = !i || !tw_str_equal(keyed[i].key, keyed[i - 1].key);
    last += i && is_new;
    spread[last] += is_new || keyed[i].article != keyed[i - 1].article;
    number[keyed[i].ref] = last;
  }
  return TW_OK;
}

TwStatus
tw_contexts_open(TwFusion* fusion, const TwEntityRef* refs, size_t n,
                 TwContexts* out)
{
  TwArena* const arena = fusion->scratch;
  uint32_t* const first = TW_NEW(arena, uint32_t, fusion->n_articles + 1);
  uint32_t* const number = TW_NEW(arena, uint32_t, n);
  uint32_t* const spread = TW_NEW(arena, uint32_t, n);
  if (!first || !number || !spread) {
    return TW_ERR_NOMEM;
  }
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    first[a + 1] = first[a] + (uint32_t)fusion->articles[a]->n_entities;
  }
  *out =
    (TwContexts){.fusion = fusion,
                 .refs = refs,
                 .n = n,
                 .first = first,
                 .number = number,
                 .spread = spread,
                 .rare = RARE + (uint32_t)(fusion->n_articles / RARE_SHARE),
                 .few = tw_fusion_few(fusion)};
  return number_keys(refs, n, arena, number, spread);
}

/* --- What is told --- */

typedef struct {
  const TwContexts* contexts;
  ItemVec items;
} Telling;

static TwStatus
add(Telling* telling, TwContextKind kind, uint64_t a, uint64_t b)
{
  uint64_t* const item =
    TW_VEC_PUSH(telling->contexts->fusion->scratch, &telling->items);
  if (!item) {
    return TW_ERR_NOMEM;
  }
  *item = tw_u64_mix(a, b) << KIND_BITS | (uint64_t)kind;
  return TW_OK;
}

static bool
is_rare(const TwContexts* contexts, uint32_t ref)
{
  return contexts->refs[ref].shared &&
         contexts->spread[contexts->number[ref]] <= contexts->rare;
}

/* The others that the article names. */
static TwStatus
tell_company(Telling* telling, uint32_t self)
{
  const TwContexts* const contexts = telling->contexts;
  const uint32_t article = contexts->refs[self].article;
  for (uint32_t i = contexts->first[article]; i < contexts->first[article + 1];
       ++i) {
    const TwType type = contexts->refs[i].type;
    const uint64_t number = contexts->number[i];
    if (number == contexts->number[self]) {
      continue;
    }
    if (contexts->refs[i].shared && contexts->spread[number] <= contexts->few) {
      TW_TRY(add(telling, TW_CONTEXT_STORY, number, 0));
    }
    if (type == TW_TYPE_COUNTRY) {
      TW_TRY(add(telling, TW_CONTEXT_COUNTRY, number, 0));
    } else if (is_rare(contexts, i)) {
      TW_TRY(add(telling,
                 type == TW_TYPE_PERSON            ? TW_CONTEXT_PERSON
                 : tw_type_is(type, TW_TYPE_PLACE) ? TW_CONTEXT_PLACE
                                                   : TW_CONTEXT_BODY,
                 number, 0));
    }
  }
  return TW_OK;
}

static bool
names(const TwFactRecord* fact, uint32_t entity)
{
  for (size_t r = 0; r < fact->n_roles; ++r) {
    if (fact->roles[r].kind == TW_VALUE_THING &&
        fact->roles[r].entity == entity) {
      return true;
    }
  }
  return false;
}

/* "Minister of Chile", "brother of Ana Rey", "member of the Red Hand": of two
 * values one at least is a thing, or the only one is that few articles name. */
static TwStatus
tell_relation(Telling* telling, const TwFactRecord* fact, uint32_t self)
{
  const TwContexts* const contexts = telling->contexts;
  const TwEntityRef* const ref = &contexts->refs[self];
  const bool is_nation =
    fact->relation &&
    fact->relation == tw_schema_property(TW_STR("nationality"));
  const TwStr term = fact->class_ ? fact->class_->name : fact->relation->name;
  uint64_t values = 0; /* Their sum: the order of the roles does not matter */
  size_t n = 0;
  bool has_thing = false;
  bool has_rare = false;
  for (size_t r = 0; r < fact->n_roles; ++r) {
    const TwRoleRecord* const role = &fact->roles[r];
    if (role->kind == TW_VALUE_THING && role->entity == ref->entity) {
      continue;
    }
    const uint32_t other = contexts->first[ref->article] + role->entity;
    if (role->kind == TW_VALUE_THING) {
      has_thing = has_thing || contexts->refs[other].shared;
      has_rare = has_rare || is_rare(contexts, other);
      values += tw_str_hash(contexts->refs[other].key);
    } else {
      values += tw_str_hash(role->folded);
    }
    ++n;
  }
  if (is_nation) {
    return add(telling, TW_CONTEXT_NATION, values, 0);
  }
  return has_rare || (has_thing && n > 1)
           ? add(telling, TW_CONTEXT_FACT, tw_str_hash(term), values)
           : TW_OK;
}

static TwStatus
tell_event(Telling* telling, const TwFactRecord* fact)
{
  for (size_t r = 0; r < fact->n_roles; ++r) {
    const TwRoleRecord* const role = &fact->roles[r];
    TwMoment moment;
    if (role->kind == TW_VALUE_DATE && !role->inferred &&
        tw_moment_read(role->text, &moment) && moment.first == moment.last) {
      TW_TRY(add(telling, TW_CONTEXT_EVENT, tw_str_hash(fact->class_->name),
                 (uint64_t)moment.first));
    }
  }
  return TW_OK;
}

static TwStatus
tell_facts(Telling* telling, uint32_t self)
{
  const TwEntityRef* const ref = &telling->contexts->refs[self];
  const TwArticleRecord* const article =
    telling->contexts->fusion->articles[ref->article];
  for (size_t f = 0; f < article->n_facts; ++f) {
    const TwFactRecord* const fact = &article->facts[f];
    if (fact->negated || (fact->is_event && !fact->class_) ||
        !names(fact, ref->entity)) {
      continue;
    }
    TW_TRY(fact->is_event ? tell_event(telling, fact)
                          : tell_relation(telling, fact, self));
  }
  return TW_OK;
}

/* Two halves of months that overlap: days that are near share one. */
static TwStatus
tell_time(Telling* telling, uint32_t self)
{
  const uint32_t article = telling->contexts->refs[self].article;
  TwMoment moment;
  if (!tw_moment_read(
        telling->contexts->fusion->articles[article]->document.date, &moment) ||
      moment.first != moment.last) {
    return TW_OK;
  }
  const int64_t day = moment.first + (int64_t)40000 * DAYS_OF_TIME;
  TW_TRY(add(telling, TW_CONTEXT_TIME, (uint64_t)(day / DAYS_OF_TIME), 0));
  return add(telling, TW_CONTEXT_TIME,
             (uint64_t)((day + DAYS_OF_TIME / 2) / DAYS_OF_TIME), 1);
}

TwStatus
tw_context_of(const TwContexts* contexts, const uint32_t* refs, size_t n,
              TwContext* out)
{
  Telling telling = {.contexts = contexts};
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(tell_company(&telling, refs[i]));
    TW_TRY(tell_facts(&telling, refs[i]));
    TW_TRY(tell_time(&telling, refs[i]));
  }
  *out = (TwContext){telling.items.at,
                     tw_u64_unique(telling.items.at, telling.items.count)};
  return TW_OK;
}

/* --- Two contexts --- */

static TwContextKind
kind_of(uint64_t item)
{
  return (TwContextKind)(item & ((1u << KIND_BITS) - 1));
}

void
tw_context_shared(TwContext a, TwContext b, size_t out[TW_CONTEXT_KINDS])
{
  for (int kind = 0; kind < TW_CONTEXT_KINDS; ++kind) {
    out[kind] = 0;
  }
  for (size_t i = 0, k = 0; i < a.n && k < b.n;) {
    if (a.items[i] == b.items[k]) {
      out[kind_of(a.items[i])] += 1;
      ++i;
      ++k;
    } else if (a.items[i] < b.items[k]) {
      ++i;
    } else {
      ++k;
    }
  }
}

bool
tw_context_has(TwContext context, TwContextKind kind)
{
  for (size_t i = 0; i < context.n; ++i) {
    if (kind_of(context.items[i]) == kind) {
      return true;
    }
  }
  return false;
}
