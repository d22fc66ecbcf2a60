/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/fusion.h"

#include "graph/iri.h"

#include <stdlib.h>

TwStatus
tw_fusion_expect(TwFusion* fusion, size_t n)
{
  return tw_vec_reserve_(fusion->drafting, (void**)&fusion->drafts.at,
                         fusion->drafts.count, &fusion->drafts.capacity, n,
                         sizeof(*fusion->drafts.at))
           ? TW_OK
           : TW_ERR_NOMEM;
}

#define FEW 16
#define FEW_SHARE 1000

uint32_t
tw_fusion_few(const TwFusion* fusion)
{
  return FEW + (uint32_t)(fusion->n_articles / FEW_SHARE);
}

TwStatus
tw_fusion_draft(TwFusion* fusion, const TwThingDraft* draft, uint32_t* out_id)
{
  if (fusion->drafts.count >= TW_NO_THING) {
    return TW_ERR_LIMIT;
  }
  TwThingDraft* const kept = TW_VEC_PUSH(fusion->drafting, &fusion->drafts);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = *draft;
  kept->id = *out_id = (uint32_t)fusion->drafts.count - 1;
  return TW_OK;
}

static TwStatus
copy_text(TwFusion* fusion, TwArena* arena, TwStr* out)
{
  TW_TRY(tw_buf_status(&fusion->text));
  *out = tw_arena_copy(arena, tw_buf_str(&fusion->text));
  tw_buf_reset(&fusion->text);
  return out->s ? TW_OK : TW_ERR_NOMEM;
}

TwStatus
tw_fusion_text(TwFusion* fusion, TwStr* out)
{
  return copy_text(fusion, fusion->arena, out);
}

TwStatus
tw_fusion_iri(TwFusion* fusion, TwStr path, TwStr* out)
{
  char hash[TW_IRI_HASH_SIZE];
  TW_TRY(tw_buf_status(&fusion->text));
  tw_iri_hash_of(tw_buf_str(&fusion->text), hash);
  tw_buf_reset(&fusion->text);
  tw_buf_add(&fusion->text, path);
  tw_buf_add(&fusion->text, tw_str(hash));
  return tw_fusion_text(fusion, out);
}

TwStatus
tw_fusion_key(TwFusion* fusion, TwStr* out)
{
  return copy_text(fusion, fusion->drafting, out);
}

static void
number_fact(TwFactRecord* fact, uint32_t i)
{
  fact->evidence.document = i;
  fact->cue.document = i;
  for (uint32_t r = 0; r < fact->n_roles; ++r) {
    if (fact->roles[r].evidence) {
      fact->roles[r].evidence->document = i;
    }
  }
}

void
tw_fusion_number(TwArticleRecord* article, uint32_t i)
{
  for (size_t e = 0; e < article->n_entities; ++e) {
    if (article->entities[e].words) {
      article->entities[e].words->document = i;
    }
  }
  for (size_t f = 0; f < article->n_facts; ++f) {
    number_fact(&article->facts[f], i);
  }
}

static int
by_stem(const void* left, const void* right)
{
  const TwThingDraft* const a = left;
  const TwThingDraft* const b = right;
  const int order = tw_str_compare(a->stem, b->stem);
  return order ? order : tw_str_compare(a->key, b->key);
}

/* Of several things with one IRI each gets the hash of its key. */
static TwStatus
tell_apart(TwFusion* fusion)
{
  TwThingDraft* const drafts = fusion->drafts.at;
  const size_t n = fusion->drafts.count;
  for (size_t i = 0; i < n;) {
    size_t end = i + 1;
    while (end < n && tw_str_equal(drafts[end].stem, drafts[i].stem)) {
      ++end;
    }
    for (size_t k = i; end - i > 1 && k < end; ++k) {
      tw_buf_addf(&fusion->text, "%.*s-", TW_STR_ARG(drafts[k].stem));
      tw_iri_hash(&fusion->text, drafts[k].key);
      TW_TRY(tw_fusion_text(fusion, &drafts[k].thing.iri));
    }
    if (end - i == 1) {
      drafts[i].thing.iri = drafts[i].stem;
    }
    i = end;
  }
  return TW_OK;
}

static int
by_iri(const void* left, const void* right)
{
  return tw_str_compare(((const TwThingDraft*)left)->thing.iri,
                        ((const TwThingDraft*)right)->thing.iri);
}

static void
move(uint32_t* thing, const uint32_t* places)
{
  if (*thing != TW_NO_THING) {
    *thing = places[*thing];
  }
}

static void
move_all(TwFusion* fusion, const uint32_t* places)
{
  for (size_t a = 0; a < fusion->n_articles; ++a) {
    TwArticleRecord* const article = fusion->articles[a];
    move(&article->document.publisher_thing, places);
    for (size_t e = 0; e < article->n_entities; ++e) {
      move(&article->entities[e].thing, places);
    }
    for (size_t f = 0; f < article->n_facts; ++f) {
      move(&article->facts[f].thing, places);
    }
  }
  for (size_t i = 0; i < fusion->identities.count; ++i) {
    move(&fusion->identities.at[i].a, places);
    move(&fusion->identities.at[i].b, places);
  }
}

TwStatus
tw_fusion_things(TwFusion* fusion)
{
  TwThingDraft* const drafts = fusion->drafts.at;
  const size_t n = fusion->drafts.count;
  TwGraphThing* const things = TW_NEW(fusion->arena, TwGraphThing, n);
  uint32_t* const places = TW_NEW(fusion->scratch, uint32_t, n);
  if (!things || !places) {
    return TW_ERR_NOMEM;
  }
  if (n) {
    qsort(drafts, n, sizeof(*drafts), by_stem);
    TW_TRY(tell_apart(fusion));
    qsort(drafts, n, sizeof(*drafts), by_iri);
  }
  for (uint32_t i = 0; i < n; ++i) {
    things[i] = drafts[i].thing;
    places[drafts[i].id] = i;
  }
  move_all(fusion, places);
  fusion->things = things;
  fusion->n_things = n;
  fusion->drafts.at = NULL;
  fusion->drafts.count = fusion->drafts.capacity = 0;
  tw_arena_reset(fusion->drafting);
  return TW_OK;
}
