/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/event.h"

#include "base/number.h"
#include "graph/correct_event.h"
#include "graph/identity.h"
#include "graph/iri.h"
#include "graph/local.h"
#include "graph/neighbour.h"
#include "ontology/fold.h"

#include <stdlib.h>

/* So many things of a story bring its events together. */
#define STORY_BLOCKS 8

/* Of the runs of words, one in so many brings events together. */
#define RUN_BLOCKS 4

/* A date that spans more months does not tell. */
#define MAX_MONTHS 3
#define DAYS_OF_MONTH 30

typedef struct {
  TwVerdict verdict;
  uint32_t a;
  uint32_t b;
} Pair;

typedef struct {
  TwFusion* fusion;
  TwLocalEventVec events;
  TwFactVec facts;
  TwNeighbourVec entries; ///< Events under values, by their days
  TW_VEC(Pair) pairs;
  uint32_t* head; ///< Of each event: the least event of its cluster
  uint32_t* next; ///< Of each event: the next of its cluster, or UINT32_MAX
  TwVerdict* verdicts; ///< Of each event: by which others joined it
  uint32_t* drafts;    ///< Of each head: its thing
} Clusters;

/* --- Blocks --- */

static TwStatus
add_entry(Clusters* clusters, uint32_t event, uint64_t block)
{
  const TwLocalEvent* const local = &clusters->events.at[event];
  TwNeighbour* const entry =
    TW_VEC_PUSH(clusters->fusion->scratch, &clusters->entries);
  if (!entry) {
    return TW_ERR_NOMEM;
  }
  *entry =
    (TwNeighbour){.block = tw_u64_mix(block, tw_str_hash(local->class_->name)),
                  .rank = local->has_moment ? local->moment.first : INT64_MIN,
                  .item = event};
  return TW_OK;
}

/* The months that a date may lie in; `*out_n` is 0 if these are many. */
static int64_t
months_of(const TwLocalEvent* event, int64_t* out_n)
{
  *out_n = 0;
  if (!event->has_moment ||
      tw_moment_length(event->moment) > (int64_t)MAX_MONTHS * DAYS_OF_MONTH) {
    return 0;
  }
  const int64_t slack = event->inferred ? 3 : 0;
  const int64_t offset = (int64_t)40000 * DAYS_OF_MONTH; /* no negative days */
  const int64_t first = (event->moment.first - slack + offset) / DAYS_OF_MONTH;
  *out_n = (event->moment.last + slack + offset) / DAYS_OF_MONTH - first + 1;
  return first;
}

/* A value, and the count, under the first things of the story. */
static TwStatus
add_story(Clusters* clusters, uint32_t e, uint64_t what)
{
  const TwLocalEvent* const event = &clusters->events.at[e];
  for (uint32_t i = 0; i < event->n_story && i < STORY_BLOCKS; ++i) {
    TW_TRY(
      add_entry(clusters, e, tw_u64_mix(tw_u64_mix(event->story[i], 1), what)));
  }
  return TW_OK;
}

static TwStatus
add_value(Clusters* clusters, uint32_t e, const TwEventValue* value)
{
  const TwLocalEvent* const event = &clusters->events.at[e];
  int64_t n_months = 0;
  const int64_t month = months_of(event, &n_months);
  if (value->thing == TW_NO_THING) {
    return add_story(clusters, e, tw_str_hash(value->folded));
  }
  if (value->type == TW_TYPE_GROUP) {
    return TW_OK;
  }
  const uint64_t thing = tw_u64_mix(value->thing, 0);
  TW_TRY(add_story(clusters, e, thing));
  if (value->type == TW_TYPE_PERSON) {
    TW_TRY(add_entry(clusters, e, thing));
  }
  if (event->count > 1) {
    TW_TRY(add_entry(clusters, e, tw_u64_mix(thing, event->count)));
  }
  for (int64_t m = 0; m < n_months; ++m) {
    TW_TRY(add_entry(clusters, e, tw_u64_mix(~thing, (uint64_t)(month + m))));
  }
  return TW_OK;
}

/* The same ones of a text, whatever part of it is told, and the first. */
static TwStatus
add_said(Clusters* clusters, uint32_t e)
{
  const TwLocalEvent* const event = &clusters->events.at[e];
  for (size_t i = 0; i < event->told.n; ++i) {
    if (!i || event->told.at[i] % RUN_BLOCKS == 0) {
      TW_TRY(add_entry(clusters, e, tw_u64_mix(event->told.at[i], 2)));
    }
  }
  return TW_OK;
}

static TwStatus
add_entries(Clusters* clusters, uint32_t e)
{
  const TwLocalEvent* const event = &clusters->events.at[e];
  TW_TRY(add_said(clusters, e));
  for (size_t i = 0; i < event->values.count; ++i) {
    TW_TRY(add_value(clusters, e, &event->values.at[i]));
  }
  return event->count > 1 ? add_story(clusters, e, event->count) : TW_OK;
}

static TwStatus
add_pair(void* data, uint32_t x, uint32_t y)
{
  Clusters* const clusters = data;
  const uint32_t a = x < y ? x : y;
  const uint32_t b = x < y ? y : x;
  if (a == b) {
    return TW_OK; /* One that has a value many times */
  }
  const TwVerdict verdict =
    tw_match_judge(&clusters->events.at[a], &clusters->events.at[b], false);
  if (verdict.judgement != TW_JUDGED_SAME) {
    return TW_OK;
  }
  Pair* const pair = TW_VEC_PUSH(clusters->fusion->scratch, &clusters->pairs);
  if (!pair) {
    return TW_ERR_NOMEM;
  }
  *pair = (Pair){verdict, a, b};
  return TW_OK;
}

static TwStatus
find_pairs(Clusters* clusters)
{
  for (uint32_t e = 0; e < clusters->events.count; ++e) {
    TW_TRY(add_entries(clusters, e));
  }
  return tw_neighbours_visit(&clusters->entries, add_pair, clusters);
}

/* --- Clusters --- */

static int
by_score(const void* left, const void* right)
{
  const Pair* const a = left;
  const Pair* const b = right;
  if (a->verdict.score != b->verdict.score) {
    return a->verdict.score > b->verdict.score ? -1 : 1;
  }
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

/* True if each event of the one cluster may be one with each of the other:
 * all of different articles and none against it. */
static bool
fit(const Clusters* clusters, uint32_t a, uint32_t b)
{
  for (uint32_t x = a; x != UINT32_MAX; x = clusters->next[x]) {
    for (uint32_t y = b; y != UINT32_MAX; y = clusters->next[y]) {
      if (tw_match_excluded(&clusters->events.at[x], &clusters->events.at[y])) {
        return false;
      }
    }
  }
  return true;
}

static void
join(Clusters* clusters, uint32_t a, uint32_t b, TwVerdict verdict)
{
  const uint32_t least = a < b ? a : b;
  const uint32_t other = a < b ? b : a;
  uint32_t last = least;
  while (clusters->next[last] != UINT32_MAX) {
    last = clusters->next[last];
  }
  clusters->next[last] = other;
  for (uint32_t x = other; x != UINT32_MAX; x = clusters->next[x]) {
    clusters->head[x] = least;
  }
  clusters->verdicts[least].reasons |=
    verdict.reasons | clusters->verdicts[other].reasons;
  const int score = clusters->verdicts[least].score;
  clusters->verdicts[least].score =
    score && score < verdict.score ? score : verdict.score;
}

static TwStatus
make_clusters(Clusters* clusters)
{
  const size_t n = clusters->events.count;
  clusters->head = TW_NEW(clusters->fusion->scratch, uint32_t, n);
  clusters->next = TW_NEW(clusters->fusion->scratch, uint32_t, n);
  clusters->drafts = TW_NEW(clusters->fusion->scratch, uint32_t, n);
  clusters->verdicts = TW_NEW(clusters->fusion->scratch, TwVerdict, n);
  if (!clusters->head || !clusters->next || !clusters->drafts ||
      !clusters->verdicts) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    clusters->head[i] = i;
    clusters->next[i] = UINT32_MAX;
  }
  if (clusters->pairs.count) {
    qsort(clusters->pairs.at, clusters->pairs.count,
          sizeof(*clusters->pairs.at), by_score);
  }
  for (size_t i = 0; i < clusters->pairs.count; ++i) {
    const uint32_t a = clusters->head[clusters->pairs.at[i].a];
    const uint32_t b = clusters->head[clusters->pairs.at[i].b];
    if (a != b && fit(clusters, a, b)) {
      join(clusters, a, b, clusters->pairs.at[i].verdict);
    }
  }
  return TW_OK;
}

/* Joins what people say is one, whatever is against it. */
static bool
join_corrected(void* data, uint32_t a, uint32_t b)
{
  Clusters* const clusters = data;
  const uint32_t x = clusters->head[a];
  const uint32_t y = clusters->head[b];
  if (x != y) {
    join(clusters, x, y, (TwVerdict){TW_JUDGED_SAME, 0, TW_REASON_CORRECTED});
  }
  return x != y;
}

/* --- Events that name no thing --- */

/* The events of the article of `event`: [*out_first, *out_end). They stand
 * together, in the order of the articles. */
static void
of_same_article(const Clusters* clusters, uint32_t event, uint32_t* out_first,
                uint32_t* out_end)
{
  const TwLocalEvent* const events = clusters->events.at;
  const uint32_t article = events[event].article;
  *out_first = event;
  *out_end = event + 1;
  while (*out_first && events[*out_first - 1].article == article) {
    --*out_first;
  }
  while (*out_end < clusters->events.count &&
         events[*out_end].article == article) {
    ++*out_end;
  }
}

/* True if the articles of both tell of another event that is one. */
static bool
share_story(const Clusters* clusters, uint32_t a, uint32_t b)
{
  uint32_t first_a;
  uint32_t end_a;
  uint32_t first_b;
  uint32_t end_b;
  of_same_article(clusters, a, &first_a, &end_a);
  of_same_article(clusters, b, &first_b, &end_b);
  for (uint32_t x = first_a; x < end_a; ++x) {
    for (uint32_t y = first_b; y < end_b; ++y) {
      if (x != a && y != b && clusters->head[x] == clusters->head[y]) {
        return true;
      }
    }
  }
  return false;
}

/* "92 people in all": a count and words. The same ones are told of many
 * things, so the articles must tell of one event besides. */
static bool
names_no_thing(const TwLocalEvent* event)
{
  for (size_t i = 0; i < event->values.count; ++i) {
    if (event->values.at[i].thing != TW_NO_THING) {
      return false;
    }
  }
  return event->count > 1 && event->values.count;
}

static TwStatus
join_sum(void* data, uint32_t a, uint32_t b)
{
  Clusters* const clusters = data;
  const uint32_t x = clusters->head[a];
  const uint32_t y = clusters->head[b];
  if (x == y || !share_story(clusters, a, b)) {
    return TW_OK;
  }
  const TwVerdict verdict =
    tw_match_judge(&clusters->events.at[a], &clusters->events.at[b], true);
  if (verdict.judgement == TW_JUDGED_SAME && fit(clusters, x, y)) {
    join(clusters, x, y, verdict);
  }
  return TW_OK;
}

static TwStatus
join_sums(Clusters* clusters)
{
  for (uint32_t e = 0; e < clusters->events.count; ++e) {
    const TwLocalEvent* const event = &clusters->events.at[e];
    if (names_no_thing(event)) {
      TW_TRY(add_entry(clusters, e, event->count));
    }
  }
  return tw_neighbours_visit(&clusters->entries, join_sum, clusters);
}

/* --- Things --- */

static TwStatus
collect_articles(const Clusters* clusters, uint32_t head, TwGraphThing* thing)
{
  size_t n = 0;
  for (uint32_t x = head; x != UINT32_MAX; x = clusters->next[x]) {
    ++n;
  }
  TwArena* const arena = clusters->fusion->arena;
  uint32_t* const documents = TW_NEW(arena, uint32_t, n);
  if (!documents) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t x = head; x != UINT32_MAX; x = clusters->next[x]) {
    documents[thing->n_documents++] = clusters->events.at[x].article;
  }
  thing->n_documents = (uint32_t)tw_u32_unique(documents, n);
  thing->documents = documents;
  return TW_OK;
}

static TwStatus
make_thing(Clusters* clusters, uint32_t head)
{
  TwFusion* const fusion = clusters->fusion;
  const TwLocalEvent* const least = &clusters->events.at[head];
  TwThingDraft draft = {
    .key = least->key,
    .thing = {.term = least->class_->name, .is_event = true, .recap = true}};
  TW_TRY(collect_articles(clusters, head, &draft.thing));
  const TwStr folded = tw_records_folded(fusion->records, least->class_->name);
  tw_iri_slug(&fusion->text, folded);
  tw_buf_add_char(&fusion->text, '/');
  tw_iri_hash(&fusion->text, least->key);
  TW_TRY(tw_fusion_text(fusion, &draft.stem));
  for (uint32_t x = head; x != UINT32_MAX; x = clusters->next[x]) {
    draft.thing.recap = draft.thing.recap && clusters->events.at[x].recap;
  }
  uint32_t id = TW_NO_THING;
  TW_TRY(tw_fusion_draft(fusion, &draft, &id));
  clusters->drafts[head] = id;
  for (uint32_t x = head; x != UINT32_MAX; x = clusters->next[x]) {
    const TwLocalEvent* const event = &clusters->events.at[x];
    for (uint32_t f = event->first_fact; f < event->end_fact; ++f) {
      clusters->facts.at[f]->thing = id;
    }
  }
  return TW_OK;
}

/* --- What was decided --- */

/* Why events of several articles are one; and what else fits one of them, but
 * not all. */
static TwStatus
tell_decisions(Clusters* clusters)
{
  TwFusion* const fusion = clusters->fusion;
  for (uint32_t e = 0; e < clusters->events.count; ++e) {
    TwVerdict verdict = clusters->verdicts[e];
    verdict.judgement = TW_JUDGED_SAME;
    if (clusters->head[e] == e && verdict.reasons) {
      const uint32_t thing = clusters->drafts[e];
      TW_TRY(tw_identity_tell(fusion, thing, thing, verdict));
    }
  }
  TwDecisionVec decisions = {NULL, 0, 0};
  for (size_t i = 0; i < clusters->pairs.count; ++i) {
    const Pair* const pair = &clusters->pairs.at[i];
    const uint32_t a = clusters->head[pair->a];
    const uint32_t b = clusters->head[pair->b];
    TwDecision* const decision =
      a != b ? TW_VEC_PUSH(fusion->scratch, &decisions) : NULL;
    if (decision) {
      *decision = (TwDecision){clusters->drafts[a],
                               clusters->drafts[b],
                               {TW_JUDGED_UNDECIDED, pair->verdict.score,
                                pair->verdict.reasons | TW_REASON_RIVALS}};
    } else if (a != b) {
      return TW_ERR_NOMEM;
    }
  }
  return tw_identity_tell_all(fusion, &decisions);
}

TwStatus
tw_event_run(TwFusion* fusion)
{
  Clusters clusters = {.fusion = fusion};
  TW_TRY(tw_local_events(fusion, &clusters.events, &clusters.facts));
  tw_correct_splits(fusion, &clusters.events, &clusters.facts);
  TW_TRY(find_pairs(&clusters));
  TW_TRY(make_clusters(&clusters));
  TW_TRY(join_sums(&clusters));
  TW_TRY(tw_correct_merges(fusion, &clusters.events, &clusters.facts, &clusters,
                           join_corrected));
  for (uint32_t e = 0; e < clusters.events.count; ++e) {
    if (clusters.head[e] == e) {
      TW_TRY(make_thing(&clusters, e));
    }
  }
  return tell_decisions(&clusters);
}
