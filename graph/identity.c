/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/identity.h"

#include "graph/alias.h"
#include "graph/correct_apply.h"
#include "graph/entity.h"
#include "graph/namesake.h"

#include <stdlib.h>

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

static TwStr
name_of(TwJudgement judgement)
{
  return judgement == TW_JUDGED_SAME    ? TW_STR("same")
         : judgement == TW_JUDGED_APART ? TW_STR("apart")
                                        : TW_STR("undecided");
}

TwStatus
tw_identity_tell(TwFusion* fusion, uint32_t a, uint32_t b, TwVerdict verdict)
{
  TwIdentity* const identity = TW_VEC_PUSH(fusion->arena, &fusion->identities);
  if (!identity) {
    return TW_ERR_NOMEM;
  }
  *identity = (TwIdentity){.a = a,
                           .b = b,
                           .judgement = name_of(verdict.judgement),
                           .score = verdict.score};
  tw_reasons_add(&fusion->text, verdict.reasons);
  TW_TRY(tw_fusion_text(fusion, &identity->reason));
  const TwStr x = fusion->drafts.at[a].key;
  const TwStr y = fusion->drafts.at[b].key;
  tw_buf_addf(&fusion->text, "%.*s %.*s %.*s", TW_STR_ARG(x), TW_STR_ARG(y),
              TW_STR_ARG(identity->judgement));
  return tw_fusion_iri(fusion, TW_STR("identity/"), &identity->iri);
}

/* What made one thing of the names of several articles. */
static TwStatus
tell_same(TwFusion* fusion, const TwEntityRef* refs, size_t n, uint32_t thing)
{
  TwVerdict verdict = {TW_JUDGED_SAME, 0, 0};
  for (size_t i = 0; i < n; ++i) {
    verdict.reasons |= refs[i].reasons;
    verdict.score =
      refs[i].score > verdict.score ? refs[i].score : verdict.score;
  }
  if (!verdict.reasons) {
    verdict.reasons =
      refs[0].key.s[0] == '=' ? TW_REASON_ENTRY : TW_REASON_NAME;
  }
  return fusion->drafts.at[thing].thing.n_documents < 2
           ? TW_OK
           : tw_identity_tell(fusion, thing, thing, verdict);
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

/* Neighbours of one name whose kinds exclude each other. What else was judged
 * of namesakes is told by itself. */
static TwStatus
tell_kinds(TwFusion* fusion, const TwEntityRef* before, uint32_t a,
           const TwEntityRef* after, uint32_t b)
{
  return before && before->shared && before->key.s[0] != '=' &&
             tw_str_equal(key_parts(before->key, 2),
                          key_parts(after->key, 2)) &&
             before->type != after->type
           ? tw_identity_tell(fusion, a, b,
                              (TwVerdict){TW_JUDGED_APART, 0, TW_REASON_KINDS})
           : TW_OK;
}

/* --- What was judged of namesakes --- */

/* What decides stands before what does not, the surer one first. */
static int
by_things(const void* left, const void* right)
{
  const TwDecision* const x = left;
  const TwDecision* const y = right;
  if (x->a != y->a) {
    return x->a < y->a ? -1 : 1;
  }
  if (x->b != y->b) {
    return x->b < y->b ? -1 : 1;
  }
  if (x->verdict.judgement != y->verdict.judgement) {
    return x->verdict.judgement < y->verdict.judgement ? -1 : 1;
  }
  if (x->verdict.score != y->verdict.score) {
    return x->verdict.score > y->verdict.score ? -1 : 1;
  }
  return (x->verdict.reasons > y->verdict.reasons) -
         (x->verdict.reasons < y->verdict.reasons);
}

static uint32_t
thing_of(const TwFusion* fusion, const TwJudged* judged, int which)
{
  const TwArticleRecord* const article =
    fusion->articles[judged->article[which]];
  return article->entities[judged->entity[which]].thing;
}

TwStatus
tw_identity_tell_all(TwFusion* fusion, TwDecisionVec* decisions)
{
  TwDecision* const at = decisions->at;
  for (size_t i = 0; i < decisions->count; ++i) {
    if (at[i].a > at[i].b) {
      const uint32_t a = at[i].a;
      at[i].a = at[i].b;
      at[i].b = a;
    }
  }
  if (decisions->count) {
    qsort(at, decisions->count, sizeof(*at), by_things);
  }
  for (size_t i = 0; i < decisions->count; ++i) {
    if (at[i].a != at[i].b &&
        (!i || at[i].a != at[i - 1].a || at[i].b != at[i - 1].b)) {
      TW_TRY(tw_identity_tell(fusion, at[i].a, at[i].b, at[i].verdict));
    }
  }
  return TW_OK;
}

static TwStatus
tell_judged(TwFusion* fusion, const TwJudgedVec* judged)
{
  TwDecisionVec decisions = {NULL, 0, 0};
  for (size_t i = 0; i < judged->count; ++i) {
    TwDecision* const decision = TW_VEC_PUSH(fusion->scratch, &decisions);
    if (!decision) {
      return TW_ERR_NOMEM;
    }
    *decision =
      (TwDecision){thing_of(fusion, &judged->at[i], 0),
                   thing_of(fusion, &judged->at[i], 1), judged->at[i].verdict};
  }
  return tw_identity_tell_all(fusion, &decisions);
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
  const TwEntityRef* before = NULL;
  uint32_t last = TW_NO_THING;
  for (size_t i = 0; i < n;) {
    const size_t end = end_of_key(refs, n, i);
    uint32_t thing = TW_NO_THING;
    TW_TRY(tw_entity_draft(fusion, &refs[i], end - i, &thing));
    TW_TRY(tell_same(fusion, &refs[i], end - i, thing));
    TW_TRY(tell_kinds(fusion, before, last, &refs[i], thing));
    before = &refs[i];
    last = thing;
    i = end;
  }
  return TW_OK;
}

TwStatus
tw_identity_run(TwFusion* fusion)
{
  TwEntityRef* refs = NULL;
  size_t n = 0;
  TwJudgedVec judged = {NULL, 0, 0};
  TW_TRY(tw_entity_refs(fusion, &refs, &n));
  TW_TRY(tw_alias_run(fusion, refs));
  TW_TRY(tw_namesake_run(fusion, refs, n, &judged));
  TW_TRY(tw_correct_keys(fusion, refs, n));
  if (n) {
    qsort(refs, n, sizeof(*refs), tw_entity_compare);
  }
  TW_TRY(split_kinds(fusion, refs, n));
  TW_TRY(tw_fusion_expect(fusion, most_things(fusion, refs, n)));
  TW_TRY(make_things(fusion, refs, n));
  return tell_judged(fusion, &judged);
}
