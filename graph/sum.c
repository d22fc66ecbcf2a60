/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/sum.h"

#include "graph/conflict.h"
#include "graph/moment.h"

#include <stdlib.h>

#define ARITHMETIC TW_STR("arithmetic")
/* More parts than an article would name. */
#define MAX_PARTS 64

/** What is said of an event that can be summed. */
typedef struct {
  uint32_t thing;
  uint32_t statement; ///< Its count
  uint64_t count;
  TwStr date;
} Part;

typedef struct {
  TwFusion* fusion;
  uint32_t* first; ///< By thing: its first statement
  Part parts[MAX_PARTS];
  size_t n_parts;
} Summing;

/* --- What is said of a thing --- */

static uint32_t
end_of(const Summing* summing, uint32_t thing)
{
  return summing->first[thing + 1];
}

/* The value of the property that is said, if it is the only one; UINT32_MAX if
 * there is none. */
static uint32_t
find_value(const Summing* summing, uint32_t thing, TwStr property)
{
  const TwStatement* const statements = summing->fusion->statements;
  uint32_t found = UINT32_MAX;
  for (uint32_t i = summing->first[thing]; i < end_of(summing, thing); ++i) {
    if (tw_str_equal(statements[i].predicate, property) &&
        !statements[i].negated && statements[i].certainty < TW_POSSIBLE) {
      if (found != UINT32_MAX) {
        return UINT32_MAX;
      }
      found = i;
    }
  }
  return found;
}

static bool
find_number(const Summing* summing, uint32_t thing, TwStr property,
            uint32_t* out_statement, uint64_t* out_number)
{
  *out_statement = find_value(summing, thing, property);
  return *out_statement != UINT32_MAX &&
         tw_str_to_u64(summing->fusion->statements[*out_statement].text,
                       out_number);
}

/* --- Parts --- */

static bool
share_article(const TwGraphThing* a, const TwGraphThing* b)
{
  size_t i = 0;
  size_t k = 0;
  while (i < a->n_documents && k < b->n_documents) {
    if (a->documents[i] == b->documents[k]) {
      return true;
    }
    if (a->documents[i] < b->documents[k]) {
      ++i;
    } else {
      ++k;
    }
  }
  return false;
}

/* True if the event lies before the time that the total covers. */
static bool
is_before(const Summing* summing, uint32_t total, const TwGraphThing* event)
{
  const uint32_t since = find_value(summing, total, TW_STR("since"));
  TwMoment start;
  TwMoment moment;
  return since != UINT32_MAX &&
         tw_moment_read(summing->fusion->statements[since].text, &start) &&
         tw_moment_read(event->date, &moment) && moment.last < start.first;
}

static int
by_date(const void* left, const void* right)
{
  const Part* const a = left;
  const Part* const b = right;
  const int order = tw_str_compare(a->date, b->date);
  return order ? order : (a->thing > b->thing) - (a->thing < b->thing);
}

/* False if there are too many. */
static bool
find_parts(Summing* summing, uint32_t total, const TwClass* class_)
{
  const TwFusion* const fusion = summing->fusion;
  summing->n_parts = 0;
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwGraphThing* const thing = &fusion->things[t];
    Part part = {.thing = t};
    if (!thing->is_event || !tw_str_equal(thing->term, class_->name) ||
        !share_article(thing, &fusion->things[total]) ||
        is_before(summing, total, thing) ||
        !find_number(summing, t, TW_STR("count"), &part.statement,
                     &part.count)) {
      continue;
    }
    if (summing->n_parts == MAX_PARTS) {
      return false;
    }
    part.date = thing->date;
    summing->parts[summing->n_parts++] = part;
  }
  if (summing->n_parts) {
    qsort(summing->parts, summing->n_parts, sizeof(Part), by_date);
  }
  return true;
}

/* --- A total --- */

static TwStatus
add_check(Summing* summing, uint32_t total, uint64_t stated, uint64_t computed)
{
  TwFusion* const fusion = summing->fusion;
  TwCheckedSum* const sum = TW_VEC_PUSH(fusion->arena, &fusion->sums);
  uint32_t* const parts = TW_NEW(fusion->arena, uint32_t, summing->n_parts);
  uint64_t* const counts = TW_NEW(fusion->arena, uint64_t, summing->n_parts);
  if (!sum || !parts || !counts) {
    return TW_ERR_NOMEM;
  }
  tw_buf_addf(&fusion->text, "check %.*s",
              TW_STR_ARG(fusion->things[total].iri));
  for (size_t i = 0; i < summing->n_parts; ++i) {
    parts[i] = summing->parts[i].thing;
    counts[i] = summing->parts[i].count;
    tw_buf_addf(&fusion->text, " %.*s",
                TW_STR_ARG(fusion->things[parts[i]].iri));
  }
  *sum = (TwCheckedSum){.about = total,
                        .parts = parts,
                        .counts = counts,
                        .n_parts = summing->n_parts,
                        .stated = stated,
                        .computed = computed};
  return tw_fusion_iri(fusion, TW_STR("check/"), &sum->iri);
}

static TwStatus
add_conflict(Summing* summing, uint32_t total, uint32_t stated)
{
  uint32_t statements[MAX_PARTS + 1] = {stated};
  for (size_t i = 0; i < summing->n_parts; ++i) {
    statements[i + 1] = summing->parts[i].statement;
  }
  const TwConflict conflict = {.kind = ARITHMETIC,
                               .about = total,
                               .predicate = TW_STR("count"),
                               .statements = statements,
                               .n_statements = summing->n_parts + 1};
  tw_conflict_withhold(summing->fusion, &conflict);
  return tw_conflict_add(summing->fusion, &conflict);
}

static TwStatus
check_total(Summing* summing, uint32_t total, const TwClass* class_)
{
  uint32_t stated = 0;
  uint32_t over = 0;
  uint64_t count = 0;
  uint64_t n_events = 0;
  uint64_t sum = 0;
  if (!find_number(summing, total, TW_STR("count"), &stated, &count) ||
      !find_parts(summing, total, class_) || summing->n_parts < 2) {
    return TW_OK;
  }
  for (size_t i = 0; i < summing->n_parts; ++i) {
    sum += summing->parts[i].count;
  }
  const bool is_complete =
    find_number(summing, total, TW_STR("transfers"), &over, &n_events) &&
    n_events == summing->n_parts;
  if (sum != count && !is_complete) {
    return TW_OK;
  }
  TW_TRY(add_check(summing, total, count, sum));
  return sum == count ? TW_OK : add_conflict(summing, total, stated);
}

/* The class of events whose counts such a total sums up, or NULL. */
static const TwClass*
summed_class(const Summing* summing, uint32_t total)
{
  const uint32_t what = find_value(summing, total, TW_STR("what"));
  return what == UINT32_MAX
           ? NULL
           : tw_schema_summed(summing->fusion->statements[what].text);
}

static TwStatus
index_statements(Summing* summing)
{
  const TwFusion* const fusion = summing->fusion;
  summing->first =
    TW_NEW(fusion->scratch, uint32_t, (size_t)fusion->n_things + 1);
  if (!summing->first) {
    return TW_ERR_NOMEM;
  }
  uint32_t at = 0;
  for (uint32_t t = 0; t <= fusion->n_things; ++t) {
    while (at < fusion->n_statements && fusion->statements[at].subject < t) {
      ++at;
    }
    summing->first[t] = at;
  }
  return TW_OK;
}

TwStatus
tw_sum_run(TwFusion* fusion)
{
  Summing summing = {.fusion = fusion};
  TW_TRY(index_statements(&summing));
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwClass* const class_ =
      fusion->things[t].is_event ? summed_class(&summing, t) : NULL;
    if (class_ && !tw_str_equal(class_->name, fusion->things[t].term)) {
      TW_TRY(check_total(&summing, t, class_));
    }
  }
  return TW_OK;
}
