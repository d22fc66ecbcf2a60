/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"
#include "graph/moment.h"

#include <stdlib.h>

#define NO_STATEMENT UINT32_MAX

/** What ties a person to an event whose date is told. */
typedef struct {
  uint32_t person;
  uint32_t event;
  uint32_t date; ///< Statement
  uint32_t part; ///< Statement: that the person took part
  TwMoment moment;
  TwStr role;   ///< The property
  bool is_dead; ///< Does not live on
  bool is_alive;
} Part;

typedef struct {
  TwFusion* fusion;
  TW_VEC(Part) parts;
} Order;

/* --- Who took part when --- */

static bool
is_sure(const TwStatement* statement)
{
  return !statement->negated && statement->certainty == TW_ASSERTED;
}

/* The date of the event of the statements [first, end), if it is told and
 * nobody contradicts it; else NO_STATEMENT. */
static uint32_t
find_date(const TwFusion* fusion, uint32_t first, uint32_t end)
{
  const TwStr date = fusion->things[fusion->statements[first].subject].date;
  for (uint32_t i = first; date.len && i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (statement->kind == TW_VALUE_DATE && is_sure(statement) &&
        tw_str_equal(statement->predicate, TW_STR("date")) &&
        tw_str_equal(statement->text, date) &&
        !tw_conflict_is_inferred(fusion, statement)) {
      return i;
    }
  }
  return NO_STATEMENT;
}

static TwStatus
add_parts(Order* order, uint32_t first, uint32_t end)
{
  const TwFusion* const fusion = order->fusion;
  const uint32_t date = find_date(fusion, first, end);
  TwMoment moment;
  if (date == NO_STATEMENT ||
      !tw_moment_read(fusion->statements[date].text, &moment)) {
    return TW_OK;
  }
  const TwClass* const class_ =
    tw_schema_class(fusion->things[fusion->statements[first].subject].term);
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    const TwStr role = statement->predicate;
    if (statement->kind != TW_VALUE_THING || !is_sure(statement) ||
        fusion->things[statement->object].type != TW_TYPE_PERSON) {
      continue;
    }
    Part* const part = TW_VEC_PUSH(fusion->scratch, &order->parts);
    if (!part) {
      return TW_ERR_NOMEM;
    }
    *part = (Part){.person = statement->object,
                   .event = statement->subject,
                   .date = date,
                   .part = i,
                   .moment = moment,
                   .role = role,
                   .is_dead = tw_schema_names(class_->death_of, role),
                   .is_alive = tw_schema_property(role)->acts ||
                               tw_schema_names(class_->living_roles, role)};
  }
  return TW_OK;
}

static int
by_person(const void* left, const void* right)
{
  const Part* const a = left;
  const Part* const b = right;
  if (a->person != b->person) {
    return a->person < b->person ? -1 : 1;
  }
  if (a->event != b->event) {
    return a->event < b->event ? -1 : 1;
  }
  return tw_str_compare(a->role, b->role);
}

/* --- What cannot be --- */

/* True if two papers tell a death each: one paper that tells both was misread,
 * for they are of two people. */
static bool
is_second_death(const TwFusion* fusion, const Part* early, const Part* late)
{
  return late->is_dead &&
         tw_conflict_is_disputed(fusion, &fusion->statements[early->date],
                                 &fusion->statements[late->date]);
}

/* True if `late` is what only the living do, or a second death, after the death
 * that `early` is. Both must be told of the whole name: a surname alone may be
 * that of a relative. */
static bool
is_impossible(const TwFusion* fusion, const Part* early, const Part* late)
{
  return early->is_dead && early->event != late->event &&
         late->moment.first > early->moment.last &&
         (late->is_alive || is_second_death(fusion, early, late)) &&
         tw_conflict_names(fusion, &fusion->statements[early->part],
                           early->person) &&
         tw_conflict_names(fusion, &fusion->statements[late->part],
                           late->person);
}

static TwStatus
tell(Order* order, const Part* early, const Part* late)
{
  TwFusion* const fusion = order->fusion;
  const uint32_t statements[] = {early->date, late->date};
  const TwConflict conflict = {.kind = TW_STR("chronology"),
                               .about = early->person,
                               .predicate = TW_STR("date"),
                               .statements = statements,
                               .n_statements = 2};
  tw_conflict_withhold(fusion, &conflict);
  fusion->things[early->event].date = TW_STR("");
  fusion->things[late->event].date = TW_STR("");
  return tw_conflict_add(fusion, &conflict);
}

static TwStatus
look_at_person(Order* order, const Part* parts, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; parts[i].is_dead && k < n; ++k) {
      if (is_impossible(order->fusion, &parts[i], &parts[k])) {
        TW_TRY(tell(order, &parts[i], &parts[k]));
      }
    }
  }
  return TW_OK;
}

/* A person's deaths are few: only with these all others are compared. */
TwStatus
tw_conflict_order(TwFusion* fusion)
{
  Order order = {.fusion = fusion};
  for (uint32_t i = 0, end = 0; i < fusion->n_statements; i = end) {
    const TwGraphThing* const thing =
      &fusion->things[fusion->statements[i].subject];
    end = tw_conflict_end_of_subject(fusion, i);
    if (thing->is_event) {
      TW_TRY(add_parts(&order, i, end));
    }
  }
  const size_t n = order.parts.count;
  Part* const parts = order.parts.at;
  if (n) {
    qsort(parts, n, sizeof(*parts), by_person);
  }
  for (size_t i = 0, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && parts[end].person == parts[i].person;) {
      ++end;
    }
    TW_TRY(look_at_person(&order, &parts[i], end - i));
  }
  return TW_OK;
}
