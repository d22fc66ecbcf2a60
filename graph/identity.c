/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/identity.h"

#include "graph/alias.h"
#include "graph/correct_apply.h"
#include "graph/entity.h"
#include "ontology/fold.h"

#include <stdlib.h>

/* Why two were taken for one, or kept apart. */
#define SAME_ENTRY TW_STR("one entry of the gazetteer")
#define SAME_NAME TW_STR("one full name and kind")
#define SAME_ALIAS TW_STR("an article gives the one name as alias of the other")
#define CORRECTED TW_STR("a correction says so")
#define OTHER_COUNTRY                                                          \
  TW_STR("one name in articles that tell of different countries")
#define OTHER_KIND TW_STR("one name, but kinds that exclude each other")
#define LOOK_ALIKE TW_STR("one surname and first letter, but other names")

typedef TW_VEC(TwEntityRef) RefVec;

/* --- Kinds that exclude each other --- */

/* True if of the types in the set (bit 1 << TwType) two exclude each other. */
static bool
has_exclusion(uint32_t types)
{
  for (int a = 0; a < TW_TYPE_COUNT; ++a) {
    for (int b = 0; b < a; ++b) {
      if (types >> a & 1 && types >> b & 1 &&
          !tw_type_is((TwType)a, (TwType)b) &&
          !tw_type_is((TwType)b, (TwType)a)) {
        return true;
      }
    }
  }
  return false;
}

static size_t
end_of_key(const TwEntityRef* refs, size_t n, size_t first)
{
  size_t end = first + 1;
  while (end < n && tw_str_equal(refs[end].key, refs[first].key)) {
    ++end;
  }
  return end;
}

/* Where entities of one key are of kinds that exclude each other, each kind
 * gets a key of its own. */
static TwStatus
split_kinds(TwFusion* fusion, TwEntityRef* refs, size_t n)
{
  bool split = false;
  for (size_t i = 0; i < n;) {
    const size_t end = end_of_key(refs, n, i);
    uint32_t types = 0;
    for (size_t k = i; k < end; ++k) {
      types |= (uint32_t)1 << refs[k].type;
    }
    const TwStr key = refs[i].key;
    for (size_t k = i; has_exclusion(types) && k < end; ++k) {
      split = true;
      tw_buf_addf(&fusion->text, "%.*s|%.*s", TW_STR_ARG(key),
                  TW_STR_ARG(tw_type_name(refs[k].type)));
      TW_TRY(tw_fusion_key(fusion, &refs[k].key));
    }
    i = end;
  }
  if (split) {
    qsort(refs, n, sizeof(*refs), tw_entity_compare);
  }
  return TW_OK;
}

/* --- What is told of it --- */

static TwStatus
tell(TwFusion* fusion, uint32_t a, uint32_t b, TwStr judgement, TwStr reason)
{
  TwIdentity* const identity = TW_VEC_PUSH(fusion->arena, &fusion->identities);
  if (!identity) {
    return TW_ERR_NOMEM;
  }
  *identity =
    (TwIdentity){.a = a, .b = b, .judgement = judgement, .reason = reason};
  tw_buf_addf(&fusion->text, "%.*s %.*s %.*s",
              TW_STR_ARG(fusion->drafts.at[a].key),
              TW_STR_ARG(fusion->drafts.at[b].key), TW_STR_ARG(judgement));
  return tw_fusion_iri(fusion, TW_STR("identity/"), &identity->iri);
}

static TwStatus
tell_same(TwFusion* fusion, const TwEntityRef* refs, size_t n, uint32_t thing)
{
  bool alias = false;
  bool corrected = false;
  for (size_t i = 0; i < n; ++i) {
    alias = alias || refs[i].alias.len;
    corrected = corrected || refs[i].corrected;
  }
  return fusion->drafts.at[thing].thing.n_documents < 2
           ? TW_OK
           : tell(fusion, thing, thing, TW_STR("same"),
                  corrected                 ? CORRECTED
                  : alias                   ? SAME_ALIAS
                  : refs[0].key.s[0] == '=' ? SAME_ENTRY
                                            : SAME_NAME);
}

/* The first `n` parts of a key, which `|` separates. */
static TwStr
key_parts(TwStr key, int n)
{
  size_t at = 0;
  for (; at < key.len && n; ++at) {
    n -= key.s[at] == '|';
  }
  return tw_str_slice(key, 0, at);
}

/* Neighbours of one name that were kept apart. */
static TwStatus
tell_name(TwFusion* fusion, const TwEntityRef* before, uint32_t a,
          const TwEntityRef* after, uint32_t b)
{
  if (!before || !before->shared || before->key.s[0] == '=' ||
      !tw_str_equal(key_parts(before->key, 1), key_parts(after->key, 1))) {
    return TW_OK;
  }
  if (tw_str_equal(key_parts(before->key, 2), key_parts(after->key, 2))) {
    return tell(fusion, a, b, TW_STR("apart"), OTHER_KIND);
  }
  return tell(fusion, a, b, TW_STR("undecided"), OTHER_COUNTRY);
}

/* --- People who look alike --- */

typedef struct {
  TwStr surname; ///< Last word
  TwStr initial;
  TwStr folded;
  uint32_t thing;
} Person;

typedef TW_VEC(Person) PersonVec;

static TwStatus
add_person(TwFusion* fusion, const TwEntityRef* ref, uint32_t thing,
           PersonVec* people)
{
  const TwStr folded =
    tw_records_folded(fusion->records, fusion->drafts.at[thing].thing.label);
  if (!folded.s) {
    return TW_ERR_NOMEM;
  }
  if (ref->type != TW_TYPE_PERSON || !ref->shared || !folded.len) {
    return TW_OK;
  }
  Person* const person = TW_VEC_PUSH(fusion->scratch, people);
  if (!person) {
    return TW_ERR_NOMEM;
  }
  size_t at = folded.len;
  while (at && folded.s[at - 1] != ' ') {
    --at;
  }
  *person = (Person){tw_str_slice(folded, at, folded.len),
                     tw_str_slice(folded, 0, 1), folded, thing};
  return TW_OK;
}

static int
by_surname(const void* left, const void* right)
{
  const Person* const a = left;
  const Person* const b = right;
  int order = tw_str_compare(a->surname, b->surname);
  order = order ? order : tw_str_compare(a->initial, b->initial);
  order = order ? order : tw_str_compare(a->folded, b->folded);
  return order ? order : (a->thing > b->thing) - (a->thing < b->thing);
}

static TwStatus
tell_people(TwFusion* fusion, const PersonVec* people)
{
  if (people->count) {
    qsort(people->at, people->count, sizeof(*people->at), by_surname);
  }
  for (size_t i = 1; i < people->count; ++i) {
    const Person* const a = &people->at[i - 1];
    const Person* const b = &people->at[i];
    if (tw_str_equal(a->surname, b->surname) &&
        tw_str_equal(a->initial, b->initial)) {
      TW_TRY(tell(fusion, a->thing, b->thing, TW_STR("undecided"), LOOK_ALIKE));
    }
  }
  return TW_OK;
}

/* --- All --- */

/* How many things there will be at most, events and relations among them. */
static size_t
most_things(const TwFusion* fusion, const TwEntityRef* refs, size_t n)
{
  size_t most = 0;
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    most += fusion->articles[a]->n_facts;
  }
  for (size_t i = 0; i < n; i = end_of_key(refs, n, i)) {
    ++most;
  }
  return most;
}

static TwStatus
make_things(TwFusion* fusion, const TwEntityRef* refs, size_t n)
{
  PersonVec people = {NULL, 0, 0};
  const TwEntityRef* before = NULL;
  uint32_t last = TW_NO_THING;
  for (size_t i = 0; i < n;) {
    const size_t end = end_of_key(refs, n, i);
    uint32_t thing = TW_NO_THING;
    TW_TRY(tw_entity_draft(fusion, &refs[i], end - i, &thing));
    TW_TRY(tell_same(fusion, &refs[i], end - i, thing));
    TW_TRY(tell_name(fusion, before, last, &refs[i], thing));
    TW_TRY(add_person(fusion, &refs[i], thing, &people));
    before = &refs[i];
    last = thing;
    i = end;
  }
  return tell_people(fusion, &people);
}

TwStatus
tw_identity_run(TwFusion* fusion)
{
  TwEntityRef* refs = NULL;
  size_t n = 0;
  TW_TRY(tw_entity_refs(fusion, &refs, &n));
  TW_TRY(tw_alias_run(fusion, refs));
  TW_TRY(tw_correct_keys(fusion, refs, n));
  if (n) {
    qsort(refs, n, sizeof(*refs), tw_entity_compare);
  }
  TW_TRY(split_kinds(fusion, refs, n));
  TW_TRY(tw_fusion_expect(fusion, most_things(fusion, refs, n)));
  return make_things(fusion, refs, n);
}
