/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/sum.h"

#include "graph/conflict.h"
#include "graph/moment.h"

#include "base/number.h"

#include <stdlib.h>

#define NO_STATEMENT UINT32_MAX
#define SUM TW_STR("sum")
#define NUMBER TW_STR("number")
#define AGREES TW_STR("agrees")
#define DIFFERS TW_STR("differs")
#define OPEN TW_STR("open")

/* Each check lists its parts: without an end a graph of many totals would grow
 * with the square of its articles. */
#define MAX_PARTS 500

/** An event that a total covers. */
typedef struct {
  uint32_t thing;
  uint32_t statement; ///< Its count, or NO_STATEMENT
  uint64_t count;
  TwStr date;
} Part;

typedef struct {
  TwFusion* fusion;
  uint32_t* first;       ///< By thing: its first statement
  uint32_t* first_event; ///< By article: where its events begin
  uint32_t* events;      ///< Those of each article that a total may cover
  TW_VEC(uint32_t) told; ///< By the articles of one total: events
  TW_VEC(Part) parts;    ///< Of these, what it covers, by date
} Summing;

/* --- What is said of a thing --- */

static uint32_t
end_of(const Summing* summing, uint32_t thing)
{
  return summing->first[thing + 1];
}

/* The value of the property that is said, if it is the only one; NO_STATEMENT
 * if there is none. */
static uint32_t
find_value(const Summing* summing, uint32_t thing, TwStr property)
{
  const TwStatement* const statements = summing->fusion->statements;
  uint32_t found = NO_STATEMENT;
  for (uint32_t i = summing->first[thing]; i < end_of(summing, thing); ++i) {
    if (tw_str_equal(statements[i].predicate, property) &&
        !statements[i].negated && statements[i].certainty < TW_POSSIBLE) {
      if (found != NO_STATEMENT) {
        return NO_STATEMENT;
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
  return *out_statement != NO_STATEMENT &&
         tw_str_to_u64(summing->fusion->statements[*out_statement].text,
                       out_number);
}

/* --- Parts --- */

/* True if somebody tells that it happened. */
static bool
has_happened(const Summing* summing, uint32_t thing)
{
  const TwStatement* const statements = summing->fusion->statements;
  for (uint32_t i = summing->first[thing]; i < end_of(summing, thing); ++i) {
    if (!statements[i].negated && statements[i].certainty < TW_POSSIBLE) {
      return true;
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
  return since != NO_STATEMENT &&
         tw_moment_read(summing->fusion->statements[since].text, &start) &&
         tw_moment_read(event->date, &moment) && moment.last < start.first;
}

static TwStatus
add_part(Summing* summing, uint32_t total, uint32_t event,
         const TwClass* class_)
{
  const TwGraphThing* const thing = &summing->fusion->things[event];
  Part part = {.thing = event, .date = thing->date};
  if (!tw_str_equal(thing->term, class_->name) ||
      is_before(summing, total, thing) || !has_happened(summing, event)) {
    return TW_OK;
  }
  if (!find_number(summing, event, TW_STR("count"), &part.statement,
                   &part.count)) {
    part.statement = NO_STATEMENT;
  }
  Part* const kept = TW_VEC_PUSH(summing->fusion->scratch, &summing->parts);
  if (!kept) {
    return TW_ERR_NOMEM;
  }
  *kept = part;
  return TW_OK;
}

static int
by_date(const void* left, const void* right)
{
  const Part* const a = left;
  const Part* const b = right;
  const int order = tw_str_compare(a->date, b->date);
  return order ? order : (a->thing > b->thing) - (a->thing < b->thing);
}

/* Lists, each once, the events that the articles of the total tell of. */
static TwStatus
list_events(Summing* summing, const TwGraphThing* total)
{
  summing->told.count = 0;
  for (uint32_t d = 0; d < total->n_documents; ++d) {
    const uint32_t article = total->documents[d];
    for (uint32_t i = summing->first_event[article];
         i < summing->first_event[article + 1]; ++i) {
      uint32_t* const event =
        TW_VEC_PUSH(summing->fusion->scratch, &summing->told);
      if (!event) {
        return TW_ERR_NOMEM;
      }
      *event = summing->events[i];
    }
  }
  summing->told.count = tw_u32_unique(summing->told.at, summing->told.count);
  return TW_OK;
}

/* The events that the total covers, none if there are too many. */
static TwStatus
find_parts(Summing* summing, uint32_t total, const TwClass* class_)
{
  TW_TRY(list_events(summing, &summing->fusion->things[total]));
  summing->parts.count = 0;
  for (size_t i = 0;
       i < summing->told.count && summing->parts.count <= MAX_PARTS; ++i) {
    TW_TRY(add_part(summing, total, summing->told.at[i], class_));
  }
  if (summing->parts.count > MAX_PARTS) {
    summing->parts.count = 0;
  }
  if (summing->parts.count) {
    qsort(summing->parts.at, summing->parts.count, sizeof(Part), by_date);
  }
  return TW_OK;
}

/* --- A total --- */

/* Adds a check of the number that statement `stated` tells; of a sum only the
 * parts whose count is told are parts of it. */
static TwStatus
add_check(Summing* summing, uint32_t stated, const TwCheck* check)
{
  TwFusion* const fusion = summing->fusion;
  const bool is_sum = tw_str_equal(check->kind, SUM);
  const size_t n = summing->parts.count;
  TwCheck* const kept = TW_VEC_PUSH(fusion->arena, &fusion->checks);
  uint32_t* const parts = TW_NEW(fusion->arena, uint32_t, n);
  uint64_t* const counts = TW_NEW(fusion->arena, uint64_t, n);
  uint32_t* const statements = TW_NEW(fusion->arena, uint32_t, n + 1);
  if (!kept || !parts || !counts || !statements) {
    return TW_ERR_NOMEM;
  }
  *kept = *check;
  kept->parts = parts;
  kept->counts = counts;
  kept->statements = statements;
  statements[kept->n_statements++] = stated;
  tw_buf_addf(&fusion->text, "check %.*s %.*s", TW_STR_ARG(check->kind),
              TW_STR_ARG(fusion->things[check->about].iri));
  for (size_t i = 0; i < n; ++i) {
    const Part* const part = &summing->parts.at[i];
    const bool is_counted = part->statement != NO_STATEMENT;
    if (is_sum && !is_counted) {
      continue;
    }
    counts[kept->n_parts] = part->count;
    parts[kept->n_parts++] = part->thing;
    if (is_sum) {
      statements[kept->n_statements++] = part->statement;
    }
    tw_buf_addf(&fusion->text, " %.*s",
                TW_STR_ARG(fusion->things[part->thing].iri));
  }
  return tw_fusion_iri(fusion, TW_STR("check/"), &kept->iri);
}

static TwStatus
add_conflict(Summing* summing, const TwCheck* check)
{
  const TwConflict conflict = {.kind = TW_STR("arithmetic"),
                               .about = check->about,
                               .predicate = TW_STR("count"),
                               .statements = check->statements,
                               .n_statements = check->n_statements};
  tw_conflict_withhold(summing->fusion, &conflict);
  return tw_conflict_add(summing->fusion, &conflict);
}

/* `n_events`: over how many events it sums; 0 if that is not told. */
static TwStatus
check_sum(Summing* summing, uint32_t total, uint64_t n_events)
{
  uint32_t stated = NO_STATEMENT;
  TwCheck check = {.kind = SUM, .about = total};
  size_t n = 0;
  for (size_t i = 0; i < summing->parts.count; ++i) {
    n += summing->parts.at[i].statement != NO_STATEMENT;
    check.computed += summing->parts.at[i].count;
  }
  if (n < 2 ||
      !find_number(summing, total, TW_STR("count"), &stated, &check.stated)) {
    return TW_OK;
  }
  check.outcome = check.computed == check.stated ? AGREES
                  : n_events == n                ? DIFFERS
                                                 : OPEN;
  if (check.computed != check.stated && n > n_events) {
    return TW_OK;
  }
  TW_TRY(add_check(summing, stated, &check));
  const TwCheck* const kept =
    &summing->fusion->checks.at[summing->fusion->checks.count - 1];
  return n_events == n && check.computed != check.stated
           ? add_conflict(summing, kept)
           : TW_OK;
}

/* More events than are told may lie before the time that is meant: only where
 * its beginning is told do they speak against it. */
static TwStatus
check_number(Summing* summing, uint32_t total, uint32_t stated,
             uint64_t n_events)
{
  const bool is_since =
    find_value(summing, total, TW_STR("since")) != NO_STATEMENT;
  const TwCheck check = {
    .kind = NUMBER,
    .about = total,
    .stated = n_events,
    .computed = summing->parts.count,
    .outcome = summing->parts.count == n_events              ? AGREES
               : summing->parts.count > n_events && is_since ? DIFFERS
                                                             : OPEN};
  return summing->parts.count ? add_check(summing, stated, &check) : TW_OK;
}

static TwStatus
check_total(Summing* summing, uint32_t total, const TwClass* class_)
{
  uint32_t stated = NO_STATEMENT;
  uint64_t n_events = 0;
  TW_TRY(find_parts(summing, total, class_));
  if (find_number(summing, total, TW_STR("transfers"), &stated, &n_events)) {
    TW_TRY(check_number(summing, total, stated, n_events));
  }
  return check_sum(summing, total, n_events);
}

/* The class of events whose counts such a total sums up, or NULL. */
static const TwClass*
summed_class(const Summing* summing, uint32_t total)
{
  const uint32_t what = find_value(summing, total, TW_STR("what"));
  return what == NO_STATEMENT
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

/* True if totals cover such events. */
static bool
is_summed(const TwGraphThing* thing)
{
  return thing->is_event && tw_schema_class(thing->term)->summed_as.len;
}

/* Lists by article the events that totals cover. */
static TwStatus
index_events(Summing* summing)
{
  const TwFusion* const fusion = summing->fusion;
  const size_t n = fusion->n_articles + 1;
  uint32_t* const first = TW_NEW(fusion->scratch, uint32_t, n + 1);
  if (!first) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i <= n; ++i) {
    first[i] = 0;
  }
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwGraphThing* const thing = &fusion->things[t];
    for (uint32_t d = 0; is_summed(thing) && d < thing->n_documents; ++d) {
      ++first[thing->documents[d] + 2];
    }
  }
  for (size_t i = 2; i <= n; ++i) {
    first[i] += first[i - 1];
  }
  summing->events = TW_NEW(fusion->scratch, uint32_t, first[n]);
  if (!summing->events) {
    return TW_ERR_NOMEM;
  }
  /* What begins at first[a + 1] is filled up and begins at first[a] then. */
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwGraphThing* const thing = &fusion->things[t];
    for (uint32_t d = 0; is_summed(thing) && d < thing->n_documents; ++d) {
      summing->events[first[thing->documents[d] + 1]++] = t;
    }
  }
  summing->first_event = first;
  return TW_OK;
}

TwStatus
tw_sum_run(TwFusion* fusion)
{
  Summing summing = {.fusion = fusion};
  TW_TRY(index_statements(&summing));
  TW_TRY(index_events(&summing));
  for (uint32_t t = 0; t < fusion->n_things; ++t) {
    const TwClass* const class_ =
      fusion->things[t].is_event ? summed_class(&summing, t) : NULL;
    if (class_ && !tw_str_equal(class_->name, fusion->things[t].term)) {
      TW_TRY(check_total(&summing, t, class_));
    }
  }
  return TW_OK;
}
