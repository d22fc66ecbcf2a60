/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "base/number.h"

#include <stdlib.h>

/** How those whom two papers name stand to each other; the worst last. */
typedef enum { UNRELATED, UNNAMED, NAMESAKES, RIVALS } Relation;

static const TwStr kinds[] = {
  [UNRELATED] = {"", 0},
  [UNNAMED] = {"granularity", 11},
  [NAMESAKES] = {"identity", 8},
  [RIVALS] = {"possible", 8},
};

/** Whom the statements [first, end) tell of, which are of one property. */
typedef struct {
  uint32_t first;
  uint32_t end;
  bool is_deed; ///< They killed
  bool recurs;  ///< Of events of which one story has many
} Actors;

static const TwGraphThing*
thing_of(const TwFusion* fusion, const TwStatement* statement)
{
  return &fusion->things[statement->object];
}

/* True if an article that tells `statement` names the thing. */
static bool
is_named_beside(const TwFusion* fusion, const TwStatement* statement,
                const TwGraphThing* thing)
{
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    const uint32_t document = fusion->claims[c].evidence.document;
    if (thing->n_mentions &&
        bsearch(&document, thing->mentions, thing->n_mentions, sizeof(document),
                tw_u32_compare)) {
      return true;
    }
  }
  return false;
}

static bool
is_told(const TwStatement* statement)
{
  return statement->kind == TW_VALUE_THING && !statement->negated &&
         statement->certainty < TW_POSSIBLE;
}

static bool
is_person(const TwFusion* fusion, const TwStatement* statement)
{
  return thing_of(fusion, statement)->type == TW_TYPE_PERSON;
}

/* Somebody who is not named: "a guard". */
static bool
is_somebody(const TwFusion* fusion, const TwStatement* statement)
{
  const TwGraphThing* const thing = thing_of(fusion, statement);
  return thing->type == TW_TYPE_GROUP && thing->count <= 1;
}

/* --- Two names --- */

/* Each of two papers tells of one of them and names the other nowhere. */
static Relation
relate_names(const TwFusion* fusion, const Actors* actors, const TwStatement* a,
             const TwStatement* b)
{
  const TwGraphThing* const x = thing_of(fusion, a);
  const TwGraphThing* const y = thing_of(fusion, b);
  size_t n = 0;
  const bool share_a_name =
    tw_conflict_shared_words(tw_records_folded(fusion->records, x->label),
                             tw_records_folded(fusion->records, y->label), &n);
  const Relation relation = share_a_name      ? NAMESAKES
                            : actors->is_deed ? RIVALS
                                              : UNRELATED;
  return relation != UNRELATED && tw_conflict_is_told_at_once(fusion, a, b) &&
             !is_named_beside(fusion, a, y) && !is_named_beside(fusion, b, x)
           ? relation
           : UNRELATED;
}

/* --- A name and none --- */

/* True if an article that tells of this one tells of no other. */
static bool
is_told_alone(const TwFusion* fusion, const Actors* actors,
              const TwStatement* only)
{
  for (uint32_t c = only->first_claim; c < only->end_claim; ++c) {
    const uint32_t document = fusion->claims[c].evidence.document;
    bool alone = true;
    for (uint32_t i = actors->first; alone && i < actors->end; ++i) {
      const TwStatement* const other = &fusion->statements[i];
      alone = other == only || !tw_conflict_tells(fusion, other, document);
    }
    if (alone) {
      return true;
    }
  }
  return false;
}

static Relation
relate_unnamed(const TwFusion* fusion, const Actors* actors,
               const TwStatement* named, const TwStatement* unnamed)
{
  return !actors->recurs &&
             tw_conflict_is_told_at_once(fusion, named, unnamed) &&
             is_told_alone(fusion, actors, named) &&
             is_told_alone(fusion, actors, unnamed)
           ? UNNAMED
           : UNRELATED;
}

/* --- All of one property --- */

static int
relate(const TwFusion* fusion, const void* data, uint32_t left, uint32_t right)
{
  const Actors* const actors = data;
  const TwStatement* const a = &fusion->statements[actors->first + left];
  const TwStatement* const b = &fusion->statements[actors->first + right];
  if (!is_told(a) || !is_told(b)) {
    return UNRELATED;
  }
  if (is_person(fusion, a) && is_person(fusion, b)) {
    return (int)relate_names(fusion, actors, a, b);
  }
  if (is_person(fusion, a) && is_somebody(fusion, b)) {
    return (int)relate_unnamed(fusion, actors, a, b);
  }
  return is_person(fusion, b) && is_somebody(fusion, a)
           ? (int)relate_unnamed(fusion, actors, b, a)
           : UNRELATED;
}

TwStatus
tw_conflict_actors(TwFusion* fusion)
{
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    const TwStatement* const statement = &fusion->statements[i];
    const TwGraphThing* const thing = &fusion->things[statement->subject];
    end = tw_conflict_end(fusion, i);
    if (end - i > 1 && thing->is_event) {
      const TwClass* const class_ = tw_schema_class(thing->term);
      const Actors actors = {.first = i,
                             .end = end,
                             .is_deed =
                               class_->death_of.len &&
                               tw_schema_property(statement->predicate)->acts,
                             .recurs = class_->recurs};
      const TwAlternatives all = {
        .data = &actors, .relate = relate, .kinds = kinds};
      TW_TRY(tw_conflict_tell_range(fusion, i, end - i, all));
    }
  }
  return TW_OK;
}
