/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/correct_apply.h"

#include "graph/correct.h"
#include "graph/judge.h"
#include "ontology/fold.h"

#define NONE UINT32_MAX

/* The place of `folded` among the names of the row, or `n_names`. */
static size_t
name_index(const TwCorrection* row, TwStr folded)
{
  size_t i = 0;
  while (i < row->n_names && !tw_str_equal(row->names[i], folded)) {
    ++i;
  }
  return i;
}

static bool
is_about(const TwCorrection* row, const TwEntityRecord* entity)
{
  return tw_type_is(entity->type, row->type) &&
         name_index(row, entity->folded) < row->n_names;
}

/* Calls `visit` for each row of that kind and each entity it is about. */
static TwStatus
each_entity(TwFusion* fusion, TwCorrectKind kind,
            TwStatus (*visit)(TwFusion* fusion, const TwCorrection* row,
                              uint32_t article, uint32_t entity))
{
  size_t n = 0;
  TwCorrection* const rows =
    tw_corrections_rows(fusion->options.corrections, &n);
  for (size_t r = 0; r < n; ++r) {
    for (uint32_t a = 0; rows[r].kind == kind && a < fusion->n_articles; ++a) {
      const TwArticleRecord* const article = fusion->articles[a];
      for (uint32_t e = 0; e < article->n_entities; ++e) {
        if (is_about(&rows[r], &article->entities[e])) {
          rows[r].n_hits += 1;
          TW_TRY(visit(fusion, &rows[r], a, e));
        }
      }
    }
  }
  return TW_OK;
}

/* --- Types --- */

static TwStatus
retype(TwFusion* fusion, const TwCorrection* row, uint32_t a, uint32_t e)
{
  TwEntityRecord* const entity = &fusion->articles[a]->entities[e];
  entity->type = row->new_type;
  entity->id = (TwStr){NULL, 0}; /* An entry of the gazetteer has its type */
  entity->canonical = (TwStr){NULL, 0};
  return TW_OK;
}

/* --- Things that are none --- */

/* True if the fact still says something: an event with a role, a relation with
 * both ends. */
static bool
is_whole(const TwFactRecord* fact, size_t n_before)
{
  return fact->n_roles && (fact->is_event || fact->n_roles == n_before);
}

static void
drop_roles(TwArticleRecord* article, uint32_t entity)
{
  size_t n_facts = 0;
  for (size_t f = 0; f < article->n_facts; ++f) {
    TwFactRecord* const fact = &article->facts[f];
    uint32_t n = 0;
    for (size_t r = 0; r < fact->n_roles; ++r) {
      if (fact->roles[r].kind != TW_VALUE_THING ||
          fact->roles[r].entity != entity) {
        fact->roles[n++] = fact->roles[r];
      }
    }
    const size_t n_before = fact->n_roles;
    fact->n_roles = n;
    if (fact->speaker == entity) {
      fact->speaker = TW_NO_ENTITY;
      fact->speaker_text = article->entities[entity].name;
    }
    if (is_whole(fact, n_before)) {
      article->facts[n_facts++] = *fact;
    }
  }
  article->n_facts = n_facts;
}

/* The last entity takes the place of the one that is deleted. */
static TwStatus
take_out(TwFusion* fusion, TwArticleRecord* article, uint32_t entity)
{
  const uint32_t last = (uint32_t)article->n_entities - 1;
  drop_roles(article, entity);
  for (size_t f = 0; f < article->n_facts; ++f) {
    TwFactRecord* const fact = &article->facts[f];
    fact->speaker = fact->speaker == last ? entity : fact->speaker;
    for (size_t r = 0; r < fact->n_roles; ++r) {
      fact->roles[r].entity =
        fact->roles[r].entity == last ? entity : fact->roles[r].entity;
    }
  }
  if (article->publisher == entity || article->publisher == last) {
    article->publisher =
      article->publisher == last && last != entity ? entity : TW_NO_ENTITY;
  }
  article->entities[entity] = article->entities[last];
  article->n_entities = last;
  for (uint32_t e = 0; e < last; ++e) {
    TwEntityRecord* const group = &article->entities[e];
    uint32_t* const of = TW_NEW(fusion->arena, uint32_t, group->n_of);
    uint32_t n = 0;
    for (size_t i = 0; of && i < group->n_of; ++i) {
      if (group->of[i] != entity) {
        of[n++] = group->of[i] == last ? entity : group->of[i];
      }
    }
    if (!of) {
      return TW_ERR_NOMEM;
    }
    group->of = of;
    group->n_of = n;
  }
  return TW_OK;
}

static TwStatus
delete_things(TwFusion* fusion, TwCorrection* row)
{
  for (uint32_t a = 0; a < fusion->n_articles; ++a) {
    TwArticleRecord* const article = fusion->articles[a];
    for (uint32_t e = 0; e < article->n_entities;) {
      if (is_about(row, &article->entities[e])) {
        row->n_hits += 1;
        TW_TRY(take_out(fusion, article, e));
      } else {
        ++e;
      }
    }
  }
  return TW_OK;
}

TwStatus
tw_correct_records(TwFusion* fusion)
{
  size_t n = 0;
  TwCorrection* const rows =
    tw_corrections_rows(fusion->options.corrections, &n);
  for (size_t r = 0; r < n; ++r) {
    if (rows[r].kind == TW_CORRECT_DELETE) {
      TW_TRY(delete_things(fusion, &rows[r]));
    }
  }
  return each_entity(fusion, TW_CORRECT_RETYPE, retype);
}

/* --- What is one, what is another --- */

/* The key of the first name of the row that an article has: all others get
 * it. */
static TwStr
key_of_first(const TwFusion* fusion, const TwEntityRef* refs, size_t n,
             const TwCorrection* row)
{
  size_t best = row->n_names;
  TwStr key = {NULL, 0};
  for (size_t i = 0; i < n; ++i) {
    const TwEntityRecord* const entity = tw_entity_of(fusion, &refs[i]);
    const size_t index = name_index(row, entity->folded);
    if (tw_type_is(entity->type, row->type) &&
        (index < best || (index == best && index < row->n_names &&
                          tw_str_compare(refs[i].key, key) < 0))) {
      best = index;
      key = refs[i].key;
    }
  }
  return key;
}

static void
merge(TwFusion* fusion, TwEntityRef* refs, size_t n, TwCorrection* row)
{
  const TwStr key = key_of_first(fusion, refs, n, row);
  for (size_t i = 0; key.s && i < n; ++i) {
    if (is_about(row, tw_entity_of(fusion, &refs[i]))) {
      row->n_hits += !tw_str_equal(refs[i].key, key);
      refs[i].key = key;
      refs[i].reasons |= TW_REASON_CORRECTED;
      refs[i].shared = true;
    }
  }
}

static TwStatus
split(TwFusion* fusion, TwEntityRef* refs, size_t n, TwCorrection* row)
{
  for (size_t i = 0; i < n; ++i) {
    const TwArticleRecord* const article = fusion->articles[refs[i].article];
    if (tw_record_is_named(article, row->article) &&
        is_about(row, tw_entity_of(fusion, &refs[i]))) {
      row->n_hits += 1;
      refs[i].shared = false;
      tw_buf_addf(&fusion->text, "!%.*s %u",
                  TW_STR_ARG(article->document.sha256),
                  (unsigned)refs[i].entity);
      TW_TRY(tw_fusion_key(fusion, &refs[i].key));
    }
  }
  return TW_OK;
}

TwStatus
tw_correct_keys(TwFusion* fusion, TwEntityRef* refs, size_t n)
{
  size_t n_rows = 0;
  TwCorrection* const rows =
    tw_corrections_rows(fusion->options.corrections, &n_rows);
  for (size_t r = 0; r < n_rows; ++r) {
    if (rows[r].kind == TW_CORRECT_MERGE) {
      merge(fusion, refs, n, &rows[r]);
    } else if (rows[r].kind == TW_CORRECT_SPLIT) {
      TW_TRY(split(fusion, refs, n, &rows[r]));
    }
  }
  return TW_OK;
}

/* --- Names --- */

static TwStatus
rename_thing(TwFusion* fusion, const TwCorrection* row, uint32_t a, uint32_t e)
{
  const uint32_t id = fusion->articles[a]->entities[e].thing;
  TwGraphThing* const thing = &fusion->drafts.at[id].thing;
  if (tw_str_equal(thing->label, row->shown)) {
    return TW_OK;
  }
  TwStr* const names = TW_NEW(fusion->arena, TwStr, thing->n_names + 1);
  uint32_t n = 0;
  bool is_placed = false;
  for (size_t i = 0; names && i < thing->n_names; ++i) {
    if (!is_placed && tw_str_compare(thing->label, thing->names[i]) < 0) {
      names[n++] = thing->label;
      is_placed = true;
    }
    if (!tw_str_equal(thing->names[i], row->shown)) {
      names[n++] = thing->names[i];
    }
  }
  if (names && !is_placed) {
    names[n++] = thing->label;
  }
  thing->label = tw_records_text(fusion->records, row->shown);
  thing->names = names;
  thing->n_names = n;
  return names && thing->label.s ? TW_OK : TW_ERR_NOMEM;
}

TwStatus
tw_correct_labels(TwFusion* fusion)
{
  return each_entity(fusion, TW_CORRECT_RENAME, rename_thing);
}

/* --- Claims --- */

static bool
is_claim(const TwFusion* fusion, const TwCorrection* row,
         const TwSaying* saying)
{
  const TwGraphSpan* const evidence = &saying->claim->evidence;
  const TwStr value =
    saying->object == TW_NO_THING
      ? tw_records_folded(fusion->records, saying->text)
      : tw_records_folded(fusion->records,
                          fusion->things[saying->object].label);
  return tw_record_is_named(fusion->articles[evidence->document],
                            row->article) &&
         (tw_str_equal(saying->property->name, row->property) ||
          tw_str_equal(saying->property->label, row->property)) &&
         tw_str_equal(value, row->names[0]) &&
         tw_str_equal(tw_records_folded(fusion->records, evidence->exact),
                      row->names[1]);
}

void
tw_correct_sayings(TwFusion* fusion, TwSayingVec* sayings)
{
  size_t n_rows = 0;
  TwCorrection* const rows =
    tw_corrections_rows(fusion->options.corrections, &n_rows);
  for (size_t r = 0; r < n_rows; ++r) {
    if (rows[r].kind != TW_CORRECT_DELETE_CLAIM &&
        rows[r].kind != TW_CORRECT_ACCEPT_CLAIM) {
      continue;
    }
    size_t kept = 0;
    for (size_t i = 0; i < sayings->count; ++i) {
      TwSaying* const saying = &sayings->at[i];
      const bool is_meant = is_claim(fusion, &rows[r], saying);
      rows[r].n_hits += is_meant;
      if (!is_meant || rows[r].kind == TW_CORRECT_ACCEPT_CLAIM) {
        saying->accepted = saying->accepted || is_meant;
        sayings->at[kept++] = *saying;
      }
    }
    sayings->count = kept;
  }
}
