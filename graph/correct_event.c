/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/correct_event.h"

#include "graph/correct.h"

#define NONE UINT32_MAX

/* True if the fact's words are those of the `i`th quote of the row. */
static bool
is_quoted(const TwFusion* fusion, const TwCorrection* row, size_t i,
          const TwFactRecord* fact)
{
  return fact->is_event && fact->class_ == row->class_ &&
         tw_str_equal(tw_records_folded(fusion->records, fact->evidence.exact),
                      row->names[i]);
}

/* The rows of a kind, one after the other: the one at or behind `*at`, or
 * NULL. */
static TwCorrection*
next_row(const TwFusion* fusion, TwCorrectKind kind, size_t* at)
{
  size_t n = 0;
  TwCorrection* const rows =
    tw_corrections_rows(fusion->options.corrections, &n);
  while (*at < n && rows[*at].kind != kind) {
    ++*at;
  }
  return *at < n ? &rows[(*at)++] : NULL;
}

/* --- Facts --- */

/* Calls `visit` for each event that the row's words tell of, as the article
 * numbers them. */
static TwStatus
each_event(TwFusion* fusion, TwCorrectKind kind,
           TwStatus (*visit)(TwFusion* fusion, const TwCorrection* row,
                             TwArticleRecord* article, uint32_t event))
{
  size_t at = 0;
  TwCorrection* row;
  while ((row = next_row(fusion, kind, &at))) {
    for (size_t a = 0; a < fusion->n_articles; ++a) {
      TwArticleRecord* const article = fusion->articles[a];
      for (size_t f = 0; tw_record_is_named(article, row->articles[0]) &&
                         f < article->n_facts;
           ++f) {
        if (is_quoted(fusion, row, 0, &article->facts[f])) {
          row->n_hits += 1;
          TW_TRY(visit(fusion, row, article, article->facts[f].event));
          f = SIZE_MAX; /* From the start: the visited ones are gone or other */
        }
      }
    }
  }
  return TW_OK;
}

static bool
is_of(const TwFactRecord* fact, const TwClass* class_, uint32_t event)
{
  return fact->is_event && fact->class_ == class_ && fact->event == event;
}

static TwStatus
delete_event(TwFusion* fusion, const TwCorrection* row,
             TwArticleRecord* article, uint32_t event)
{
  (void)fusion;
  size_t kept = 0;
  for (size_t f = 0; f < article->n_facts; ++f) {
    if (!is_of(&article->facts[f], row->class_, event)) {
      article->facts[kept++] = article->facts[f];
    }
  }
  article->n_facts = kept;
  return TW_OK;
}

/* What the new class has no role for is left out. */
static void
fit_roles(TwFactRecord* fact)
{
  uint32_t kept = 0;
  for (size_t r = 0; r < fact->n_roles; ++r) {
    if (fact->roles[r].property->domain & fact->class_->above) {
      fact->roles[kept++] = fact->roles[r];
    }
  }
  fact->n_roles = kept;
}

static TwStatus
retype_event(TwFusion* fusion, const TwCorrection* row,
             TwArticleRecord* article, uint32_t event)
{
  (void)fusion;
  for (size_t f = 0; f < article->n_facts; ++f) {
    if (is_of(&article->facts[f], row->class_, event)) {
      article->facts[f].class_ = row->new_class;
      fit_roles(&article->facts[f]);
    }
  }
  return TW_OK;
}

TwStatus
tw_correct_facts(TwFusion* fusion)
{
  TW_TRY(each_event(fusion, TW_CORRECT_DELETE_EVENT, delete_event));
  return each_event(fusion, TW_CORRECT_RETYPE_EVENT, retype_event);
}

/* --- What is one, what is another --- */

static bool
is_told(const TwFusion* fusion, const TwCorrection* row, size_t i,
        const TwLocalEvent* event, const TwFactVec* facts)
{
  if (event->class_ != row->class_ ||
      !tw_record_is_named(fusion->articles[event->article], row->articles[i])) {
    return false;
  }
  for (uint32_t f = event->first_fact; f < event->end_fact; ++f) {
    if (is_quoted(fusion, row, i, facts->at[f])) {
      return true;
    }
  }
  return false;
}

void
tw_correct_splits(TwFusion* fusion, TwLocalEventVec* events,
                  const TwFactVec* facts)
{
  size_t at = 0;
  TwCorrection* row;
  while ((row = next_row(fusion, TW_CORRECT_SPLIT_EVENT, &at))) {
    for (size_t e = 0; e < events->count; ++e) {
      if (is_told(fusion, row, 0, &events->at[e], facts)) {
        events->at[e].alone = true;
        row->n_hits += 1;
      }
    }
  }
}

TwStatus
tw_correct_merges(TwFusion* fusion, const TwLocalEventVec* events,
                  const TwFactVec* facts, void* data,
                  bool (*join)(void* data, uint32_t a, uint32_t b))
{
  size_t at = 0;
  TwCorrection* row;
  while ((row = next_row(fusion, TW_CORRECT_MERGE_EVENTS, &at))) {
    uint32_t first = NONE;
    for (uint32_t e = 0; e < events->count; ++e) {
      bool is_meant = false;
      for (size_t i = 0; !is_meant && i < row->n_names; ++i) {
        is_meant = is_told(fusion, row, i, &events->at[e], facts);
      }
      if (is_meant && first != NONE) {
        row->n_hits += join(data, first, e);
      }
      first = is_meant && first == NONE ? e : first;
    }
  }
  return TW_OK;
}

/* --- What is shown and what holds --- */

/* The next thing at or behind fact `*f` of the article that the row's words
 * tell of, or TW_NO_THING. */
static uint32_t
next_thing(const TwFusion* fusion, const TwCorrection* row,
           const TwArticleRecord* article, size_t* f)
{
  for (; tw_record_is_named(article, row->articles[0]) && *f < article->n_facts;
       ++*f) {
    if (is_quoted(fusion, row, 0, &article->facts[*f])) {
      return article->facts[(*f)++].thing;
    }
  }
  return TW_NO_THING;
}

TwStatus
tw_correct_titles(TwFusion* fusion)
{
  size_t at = 0;
  TwCorrection* row;
  while ((row = next_row(fusion, TW_CORRECT_RENAME_EVENT, &at))) {
    const TwStr shown = tw_records_text(fusion->records, row->shown);
    if (!shown.s) {
      return TW_ERR_NOMEM;
    }
    for (size_t a = 0; a < fusion->n_articles; ++a) {
      size_t f = 0;
      uint32_t thing;
      while ((thing = next_thing(fusion, row, fusion->articles[a], &f)) !=
             TW_NO_THING) {
        fusion->things[thing].label = shown;
        row->n_hits += 1;
      }
    }
  }
  return TW_OK;
}

void
tw_correct_accepted(TwFusion* fusion, TwSayingVec* sayings)
{
  size_t at = 0;
  TwCorrection* row;
  while ((row = next_row(fusion, TW_CORRECT_ACCEPT_EVENT, &at))) {
    for (uint32_t a = 0; a < fusion->n_articles; ++a) {
      size_t f = 0;
      uint32_t thing;
      while ((thing = next_thing(fusion, row, fusion->articles[a], &f)) !=
             TW_NO_THING) {
        for (size_t i = 0; i < sayings->count; ++i) {
          TwSaying* const saying = &sayings->at[i];
          const bool is_meant = saying->claim->thing == thing &&
                                saying->claim->evidence.document == a;
          saying->accepted = saying->accepted || is_meant;
          row->n_hits += is_meant;
        }
      }
    }
  }
}
