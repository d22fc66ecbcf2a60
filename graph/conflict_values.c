/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "graph/moment.h"

/** How a value of a statement stands to another; the worst last. */
typedef enum {
  UNRELATED,
  FINER,
  COARSER,
  ALIKE,
  MAYBE,
  BEYOND, ///< May be as well, but is only known roughly
  EXCLUDES
} Relation;

/* What a relation is as a conflict. */
static const TwStr kinds[] = {
  [UNRELATED] = {"", 0},
  [FINER] = {"granularity", 11},
  [COARSER] = {"granularity", 11},
  [ALIKE] = {"granularity", 11},
  [MAYBE] = {"possible", 8},
  [BEYOND] = {"possible", 8},
  [EXCLUDES] = {"contradiction", 13},
};

/* --- Two values of one property --- */

static Relation
relate_dates(TwStr a, TwStr b)
{
  TwMoment x;
  TwMoment y;
  if (!tw_moment_read(a, &x) || !tw_moment_read(b, &y)) {
    return UNRELATED;
  }
  return !tw_moment_overlaps(x, y) ? EXCLUDES
         : tw_moment_within(x, y)  ? FINER
         : tw_moment_within(y, x)  ? COARSER
                                   : ALIKE;
}

/* Places of one name were not known to be one, for one stands in capitals. Nor
 * may a place and one that is called after it ("Salto", "the Salto district")
 * be two. */
static bool
is_same_name(const TwFusion* fusion, const TwGraphThing* a,
             const TwGraphThing* b)
{
  const TwStr x = tw_records_folded(fusion->records, a->label);
  const TwStr y = tw_records_folded(fusion->records, b->label);
  size_t n = 0;
  return tw_str_equal(x, y) || (tw_conflict_shared_words(x, y, &n) == n && n) ||
         (tw_conflict_shared_words(y, x, &n) == n && n);
}

static Relation
relate_places(const TwFusion* fusion, const TwGraphThing* a,
              const TwGraphThing* b)
{
  if (!tw_type_is(a->type, TW_TYPE_PLACE) ||
      !tw_type_is(b->type, TW_TYPE_PLACE) || is_same_name(fusion, a, b)) {
    return UNRELATED;
  }
  const bool known = a->country.len && b->country.len;
  if (known && !tw_str_equal(a->country, b->country)) {
    return EXCLUDES;
  }
  if (a->type == b->type) {
    const bool is_exact =
      a->type == TW_TYPE_CITY ||
      (a->type == TW_TYPE_REGION && a->region.len && b->region.len);
    return known && is_exact ? EXCLUDES : UNRELATED;
  }
  if (a->type == TW_TYPE_COUNTRY || b->type == TW_TYPE_COUNTRY) {
    return !known ? UNRELATED : a->type == TW_TYPE_COUNTRY ? COARSER : FINER;
  }
  if (a->region.len && tw_str_equal(a->region, b->region) &&
      (a->type == TW_TYPE_REGION || b->type == TW_TYPE_REGION)) {
    return a->type == TW_TYPE_REGION ? COARSER : FINER;
  }
  /* An airport may be that of the city, a city may lie in the county. */
  return MAYBE;
}

/* True if `a` tells of more than `b`. */
static bool
is_more(const TwStatement* a, const TwStatement* b)
{
  uint64_t x = 0;
  uint64_t y = 0;
  return tw_str_to_u64(a->text, &x) && tw_str_to_u64(b->text, &y) && x > y;
}

/* "At least 30" says less than 42, and both say less of each other. 29 may be
 * right beside "about 30", hardly beside "at least 30". */
static Relation
relate_numbers(const TwFusion* fusion, const TwStatement* a,
               const TwStatement* b)
{
  const bool x = tw_statement_is_approximate(fusion->claims, a);
  const bool y = tw_statement_is_approximate(fusion->claims, b);
  if (x == y) {
    return x ? ALIKE : EXCLUDES;
  }
  return x ? (is_more(a, b) ? BEYOND : COARSER)
           : (is_more(b, a) ? MAYBE : FINER);
}

static Relation
relate(const TwFusion* fusion, const TwStatement* a, const TwStatement* b)
{
  if (a->kind != b->kind) {
    return UNRELATED;
  }
  switch (a->kind) {
  case TW_VALUE_DATE:
    return relate_dates(a->text, b->text);
  case TW_VALUE_NUMBER:
    return relate_numbers(fusion, a, b);
  case TW_VALUE_THING:
    return relate_places(fusion, &fusion->things[a->object],
                         &fusion->things[b->object]);
  default:
    return UNRELATED;
  }
}

/* --- Several values where one can hold --- */

/* A plan is not what happened, and what is denied or cannot be is no value. */
static bool
is_value(const TwStatement* statement)
{
  return !statement->negated && !statement->withheld &&
         statement->certainty < TW_POSSIBLE;
}

/* The statements [first, end) that are told. Those that are only inferred give
 * way to them. */
static TwStatus
choose(TwFusion* fusion, uint32_t first, uint32_t end,
       TwStatementIndexes* chosen)
{
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (is_value(statement) && !tw_conflict_is_inferred(fusion, statement)) {
      TW_TRY(tw_conflict_keep(fusion, chosen, i));
    }
  }
  for (uint32_t i = first; i < end && chosen->count; ++i) {
    fusion->statements[i].withheld |=
      tw_conflict_is_inferred(fusion, &fusion->statements[i]);
  }
  return TW_OK;
}

/* Where no article tells the value the earliest goes first: what is told of as
 * past was before the first article about it. */
static void
keep_earliest(TwFusion* fusion, uint32_t first, uint32_t end)
{
  uint32_t kept = UINT32_MAX;
  for (uint32_t i = first; i < end; ++i) {
    TwStatement* const statement = &fusion->statements[i];
    if (statement->kind != TW_VALUE_DATE || statement->negated) {
      continue;
    }
    if (kept != UINT32_MAX &&
        relate(fusion, &fusion->statements[kept], statement) == EXCLUDES) {
      statement->withheld = true;
    } else if (kept == UINT32_MAX) {
      kept = i;
    }
  }
}

/* True if two papers tell one of the values each. Two places that stand in one
 * sentence are no disagreement: one lies in the other, or is on the way. */
static bool
is_contradicted(const TwFusion* fusion, const TwStatement* a,
                const TwStatement* b)
{
  const bool together =
    a->kind == TW_VALUE_THING && (tw_conflict_names(fusion, a, b->object) ||
                                  tw_conflict_names(fusion, b, a->object));
  return !together && tw_conflict_is_disputed(fusion, a, b);
}

/* The worst relation to a value that another article tells. One article that
 * tells two has mostly been misread: neither is taken then. `*astray` is set if
 * there is a value that excludes it and nobody contradicts. */
static Relation
relate_to_all(TwFusion* fusion, const TwStatementIndexes* chosen, size_t i,
              bool* astray)
{
  TwStatement* const statement = &fusion->statements[chosen->at[i]];
  Relation worst = UNRELATED;
  for (size_t k = 0; k < chosen->count; ++k) {
    const TwStatement* const other = &fusion->statements[chosen->at[k]];
    const Relation relation =
      i == k ? UNRELATED : relate(fusion, statement, other);
    statement->withheld |=
      relation == COARSER || relation == BEYOND || relation == EXCLUDES;
    if (relation <= worst || !tw_conflict_is_apart(fusion, statement, other)) {
      continue;
    }
    if (relation == EXCLUDES && !is_contradicted(fusion, statement, other)) {
      *astray = true;
    } else {
      worst = relation;
    }
  }
  return worst;
}

static TwStatus
look_at_values(TwFusion* fusion, uint32_t first, uint32_t end)
{
  TwStatementIndexes chosen = {NULL, 0, 0};
  TwStatementIndexes parties = {NULL, 0, 0};
  Relation worst = UNRELATED;
  bool astray = false;
  TW_TRY(choose(fusion, first, end, &chosen));
  if (!chosen.count) {
    keep_earliest(fusion, first, end);
  }
  for (size_t i = 0; i < chosen.count; ++i) {
    const Relation relation = relate_to_all(fusion, &chosen, i, &astray);
    worst = relation > worst ? relation : worst;
    if (relation != UNRELATED) {
      TW_TRY(tw_conflict_keep(fusion, &parties, chosen.at[i]));
    }
  }
  const TwConflict conflict = {.kind = kinds[worst],
                               .about = fusion->statements[first].subject,
                               .predicate = fusion->statements[first].predicate,
                               .statements = parties.at,
                               .n_statements = parties.count};
  /* An event whose values exclude each other in one paper was misread, or put
   * together wrongly. */
  const bool is_told = worst != UNRELATED && (worst == EXCLUDES || !astray);
  return is_told ? tw_conflict_add(fusion, &conflict) : TW_OK;
}

/* The date of an event: the most precise one that nothing contradicts. */
static void
take_date(TwFusion* fusion, uint32_t first, uint32_t end)
{
  TwGraphThing* const thing =
    &fusion->things[fusion->statements[first].subject];
  for (uint32_t i = first; thing->is_event && i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    TwMoment moment;
    TwMoment best;
    if (statement->kind == TW_VALUE_DATE && !statement->negated &&
        !statement->withheld && tw_moment_read(statement->text, &moment) &&
        (!tw_moment_read(thing->date, &best) ||
         tw_moment_length(moment) < tw_moment_length(best))) {
      thing->date = statement->text;
    }
  }
}

TwStatus
tw_conflict_values(TwFusion* fusion)
{
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    const TwStr predicate = fusion->statements[i].predicate;
    end = tw_conflict_end(fusion, i);
    if (tw_schema_property(predicate)->one_valued) {
      TW_TRY(look_at_values(fusion, i, end));
    }
    if (tw_str_equal(predicate, TW_STR("date"))) {
      take_date(fusion, i, end);
    }
  }
  return TW_OK;
}
