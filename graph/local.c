/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/local.h"

#include "base/number.h"
#include "graph/quoted.h"
#include "ontology/fold.h"

#include <stdlib.h>

#define MAX_KEYS 8

typedef TW_VEC(uint64_t) Runs;

/* The properties that tell events of a class apart. */
typedef struct {
  const TwClass* class_;
  const TwProperty* keys[MAX_KEYS];
  size_t n_keys;
} Profile;

static void
read_profile(const TwClass* class_, Profile* profile)
{
  *profile = (Profile){.class_ = class_};
  TwStr rest = class_->identified_by;
  TwStr name;
  while (rest.len && profile->n_keys < MAX_KEYS &&
         tw_str_next(&rest, ' ', &name)) {
    profile->keys[profile->n_keys++] = tw_schema_property(name);
  }
}

static bool
is_key(const Profile* profile, const TwProperty* property)
{
  for (size_t i = 0; i < profile->n_keys; ++i) {
    if (profile->keys[i] == property) {
      return true;
    }
  }
  return false;
}

/* --- Values --- */

static void
read_moment(const TwRoleRecord* role, TwLocalEvent* event)
{
  TwMoment moment;
  if (!tw_moment_read(role->text, &moment)) {
    return;
  }
  /* What words say goes before context, then the more precise one. */
  const bool better =
    !event->has_moment || (event->inferred && !role->inferred) ||
    (event->inferred == role->inferred &&
     tw_moment_length(moment) < tw_moment_length(event->moment));
  if (better) {
    event->has_moment = true;
    event->inferred = role->inferred;
    event->moment = moment;
  }
}

static TwStatus
read_role(TwFusion* fusion, const TwRoleRecord* role, TwLocalEvent* event)
{
  uint64_t number = 0;
  if (role->kind == TW_VALUE_DATE) {
    read_moment(role, event);
    return TW_OK;
  }
  if (role->kind == TW_VALUE_NUMBER && role->property->one_valued) {
    if (tw_str_to_u64(role->text, &number)) {
      event->count = number;
      event->approximate = role->approximate;
    }
    return TW_OK;
  }
  TwEventValue* const value = TW_VEC_PUSH(fusion->scratch, &event->values);
  if (!value) {
    return TW_ERR_NOMEM;
  }
  *value = (TwEventValue){.property = role->property,
                          .thing = TW_NO_THING,
                          .folded = role->folded,
                          .entity = TW_NO_ENTITY,
                          .office = {.of = TW_NO_THING}};
  if (role->kind == TW_VALUE_THING) {
    const TwEntityRecord* const entity =
      &fusion->articles[event->article]->entities[role->entity];
    value->thing = entity->thing;
    value->type = entity->type;
    value->country = entity->country;
    value->entity = role->entity;
  }
  return TW_OK;
}

static int
by_property(const void* left, const void* right)
{
  const TwEventValue* const a = left;
  const TwEventValue* const b = right;
  const int order = tw_str_compare(a->property->name, b->property->name);
  if (order) {
    return order;
  }
  return a->thing != b->thing ? (a->thing > b->thing) - (a->thing < b->thing)
                              : tw_str_compare(a->folded, b->folded);
}

/* One who is named twice is not two. */
static void
keep_each_once(TwLocalEvent* event)
{
  TwEventValue* const values = event->values.at;
  size_t n = 0;
  if (event->values.count) {
    qsort(values, event->values.count, sizeof(*values), by_property);
  }
  for (size_t i = 0; i < event->values.count; ++i) {
    if (!n || by_property(&values[n - 1], &values[i])) {
      values[n++] = values[i];
    }
  }
  event->values.count = n;
}

static TwStatus
read_values(TwFusion* fusion, const TwFactVec* facts, TwLocalEvent* event)
{
  Profile profile;
  read_profile(event->class_, &profile);
  event->recap = true;
  event->planned = true;
  for (uint32_t f = event->first_fact; f < event->end_fact; ++f) {
    const TwFactRecord* const fact = facts->at[f];
    event->recap = event->recap && fact->recap;
    event->planned = event->planned && (fact->certainty == TW_POSSIBLE ||
                                        fact->certainty == TW_PLANNED);
    for (size_t r = 0; r < fact->n_roles; ++r) {
      if (is_key(&profile, fact->roles[r].property)) {
        TW_TRY(read_role(fusion, &fact->roles[r], event));
      }
    }
  }
  keep_each_once(event);
  return TW_OK;
}

/* --- Words --- */

static TwStatus
add_runs(TwFusion* fusion, TwStr text, Runs* runs)
{
  TwRunWalk walk = {.text = tw_fold(fusion->scratch, text)};
  uint64_t run;
  while (walk.text.s && tw_run_next(&walk, &run)) {
    uint64_t* const place = TW_VEC_PUSH(fusion->scratch, runs);
    if (!place) {
      return TW_ERR_NOMEM;
    }
    *place = run;
  }
  return walk.text.s ? TW_OK : TW_ERR_NOMEM;
}

static TwStatus
add_said(TwFusion* fusion, TwStr text, Runs* runs)
{
  TwQuotedWalk quoted = {.text = text};
  size_t start;
  size_t end;
  while (tw_quoted_next(&quoted, &start, &end)) {
    TW_TRY(add_runs(fusion, tw_str_slice(text, start, end), runs));
  }
  return TW_OK;
}

/* What the speaker is quoted with. */
static TwStatus
read_said(TwFusion* fusion, const TwFactVec* facts, TwLocalEvent* event)
{
  Runs runs = {NULL, 0, 0};
  Runs whole = {NULL, 0, 0};
  Profile profile;
  read_profile(event->class_, &profile);
  if (!is_key(&profile, tw_schema_property(TW_STR("speaker")))) {
    return TW_OK;
  }
  for (uint32_t f = event->first_fact; f < event->end_fact; ++f) {
    TW_TRY(add_said(fusion, facts->at[f]->evidence.exact, &runs));
    TW_TRY(add_runs(fusion, facts->at[f]->evidence.exact, &whole));
  }
  event->said = (TwRuns){runs.at, tw_u64_unique(runs.at, runs.count)};
  event->told = (TwRuns){whole.at, tw_u64_unique(whole.at, whole.count)};
  return TW_OK;
}

/* --- Stories --- */

static bool
tells_story(const TwFusion* fusion, const TwEntityRecord* entity)
{
  if (entity->thing == TW_NO_THING ||
      (entity->type != TW_TYPE_PERSON &&
       !tw_type_is(entity->type, TW_TYPE_ORGANIZATION) &&
       !tw_type_is(entity->type, TW_TYPE_PLACE))) {
    return false;
  }
  const uint32_t n = fusion->drafts.at[entity->thing].thing.n_documents;
  return n > 1 && n <= tw_fusion_few(fusion);
}

/* What the article names and few others do, for each of its events. */
static TwStatus
read_story(const TwFusion* fusion, uint32_t a, TwLocalEvent* events,
           size_t n_events)
{
  const TwArticleRecord* const article = fusion->articles[a];
  uint32_t* const story =
    TW_NEW(fusion->scratch, uint32_t, n_events ? article->n_entities : 0);
  size_t n = 0;
  if (!story) {
    return TW_ERR_NOMEM;
  }
  for (size_t e = 0; n_events && e < article->n_entities; ++e) {
    if (tells_story(fusion, &article->entities[e])) {
      story[n++] = article->entities[e].thing;
    }
  }
  n = tw_u32_unique(story, n);
  for (size_t i = 0; i < n_events; ++i) {
    events[i].story = story;
    events[i].n_story = (uint32_t)n;
  }
  return TW_OK;
}

/* What the people of the events are. */
static TwStatus
read_offices(TwFusion* fusion, uint32_t a, TwLocalEvent* events,
             size_t n_events)
{
  const TwOffice* const offices =
    n_events ? tw_offices_of(fusion, fusion->articles[a]) : NULL;
  if (n_events && !offices) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n_events; ++i) {
    for (size_t v = 0; v < events[i].values.count; ++v) {
      TwEventValue* const value = &events[i].values.at[v];
      if (value->entity != TW_NO_ENTITY) {
        value->office = offices[value->entity];
      }
    }
  }
  return TW_OK;
}

/* Marks the events of an article that are the only ones of their class. */
static void
mark_only(TwLocalEvent* events, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    size_t n_alike = 0;
    for (size_t k = 0; k < n && n_alike < 2; ++k) {
      n_alike += events[k].class_ == events[i].class_;
    }
    events[i].only = n_alike == 1;
  }
}

/* --- Facts to events --- */

static TwGraphBytes
place_of(const TwFactRecord* fact)
{
  return fact->trigger.bytes.end > fact->trigger.bytes.start
           ? fact->trigger.bytes
           : fact->evidence.bytes;
}

static int
by_number(const void* left, const void* right)
{
  const TwFactRecord* const a = *(TwFactRecord* const*)left;
  const TwFactRecord* const b = *(TwFactRecord* const*)right;
  if (a->event != b->event) {
    return a->event < b->event ? -1 : 1;
  }
  if (a->class_ != b->class_) {
    return a->class_ < b->class_ ? -1 : 1;
  }
  const TwGraphBytes x = place_of(a);
  const TwGraphBytes y = place_of(b);
  if (x.start != y.start) {
    return x.start < y.start ? -1 : 1;
  }
  return a < b ? -1 : a > b; /* the order of the reading */
}

/* Two events of an article and a class may have one trigger. */
static size_t
ordinal(const TwLocalEventVec* events, size_t first, const TwLocalEvent* event)
{
  size_t n = 0;
  for (size_t i = first; i < events->count; ++i) {
    const TwLocalEvent* const other = &events->at[i];
    n += other != event && other->class_ == event->class_ &&
         other->place.start == event->place.start &&
         other->place.end == event->place.end;
  }
  return n;
}

static TwStatus
add_event(TwFusion* fusion, uint32_t article, uint32_t first, uint32_t end,
          size_t first_event, const TwFactVec* facts, TwLocalEventVec* events)
{
  TwLocalEvent* const event = TW_VEC_PUSH(fusion->scratch, events);
  if (!event) {
    return TW_ERR_NOMEM;
  }
  const TwFactRecord* const fact = facts->at[first];
  *event = (TwLocalEvent){.class_ = fact->class_,
                          .article = article,
                          .place = place_of(fact),
                          .first_fact = first,
                          .end_fact = end};
  tw_buf_addf(&fusion->text, "e%.*s %.*s %u-%u %zu",
              TW_STR_ARG(fact->class_->name),
              TW_STR_ARG(fusion->articles[article]->document.sha256),
              (unsigned)event->place.start, (unsigned)event->place.end,
              ordinal(events, first_event, event));
  TW_TRY(tw_fusion_key(fusion, &event->key));
  TW_TRY(read_values(fusion, facts, event));
  return read_said(fusion, facts, event);
}

static TwStatus
read_article(TwFusion* fusion, uint32_t a, TwLocalEventVec* events,
             TwFactVec* facts)
{
  TwArticleRecord* const article = fusion->articles[a];
  const size_t first = facts->count;
  const size_t first_event = events->count;
  for (size_t f = 0; f < article->n_facts; ++f) {
    if (article->facts[f].is_event && article->facts[f].class_) {
      TwFactRecord** const fact = TW_VEC_PUSH(fusion->scratch, facts);
      if (!fact) {
        return TW_ERR_NOMEM;
      }
      *fact = &article->facts[f];
    }
  }
  if (facts->count > first) {
    qsort(facts->at + first, facts->count - first, sizeof(*facts->at),
          by_number);
  }
  for (size_t i = first; i < facts->count;) {
    size_t end = i + 1;
    while (end < facts->count && facts->at[end]->event == facts->at[i]->event &&
           facts->at[end]->class_ == facts->at[i]->class_) {
      ++end;
    }
    TW_TRY(add_event(fusion, a, (uint32_t)i, (uint32_t)end, first_event, facts,
                     events));
    i = end;
  }
  TwLocalEvent* const own = events->at + first_event;
  const size_t n = events->count - first_event;
  mark_only(own, n);
  TW_TRY(read_offices(fusion, a, own, n));
  return read_story(fusion, a, own, n);
}

TwStatus
tw_local_events(TwFusion* fusion, TwLocalEventVec* events, TwFactVec* facts)
{
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    TW_TRY(read_article(fusion, a, events, facts));
  }
  return TW_OK;
}
