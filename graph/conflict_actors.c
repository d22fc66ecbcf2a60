/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "base/number.h"

#include <stdlib.h>

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
is_person(const TwFusion* fusion, const TwStatement* statement)
{
  return statement->kind == TW_VALUE_THING && !statement->negated &&
         statement->certainty < TW_POSSIBLE &&
         fusion->things[statement->object].type == TW_TYPE_PERSON;
}

/* 1 if each of two papers tells of one of them and names the other nowhere. */
static int
relate(const TwFusion* fusion, const void* data, uint32_t left, uint32_t right)
{
  const uint32_t* const first = data;
  const TwStatement* const a = &fusion->statements[*first + left];
  const TwStatement* const b = &fusion->statements[*first + right];
  if (!is_person(fusion, a) || !is_person(fusion, b)) {
    return 0;
  }
  const TwGraphThing* const x = &fusion->things[a->object];
  const TwGraphThing* const y = &fusion->things[b->object];
  size_t n = 0;
  return !tw_conflict_shared_words(tw_records_folded(fusion->records, x->label),
                                   tw_records_folded(fusion->records, y->label),
                                   &n) &&
         tw_conflict_is_told_at_once(fusion, a, b) &&
         !is_named_beside(fusion, a, y) && !is_named_beside(fusion, b, x);
}

TwStatus
tw_conflict_actors(TwFusion* fusion)
{
  static const TwStr kinds[] = {{"", 0}, {"possible", 8}};
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    const TwStatement* const statement = &fusion->statements[i];
    const TwGraphThing* const thing = &fusion->things[statement->subject];
    end = tw_conflict_end(fusion, i);
    if (end - i > 1 && thing->is_event &&
        tw_schema_property(statement->predicate)->acts &&
        tw_schema_class(thing->term)->death_of.len) {
      const TwAlternatives all = {.data = &i, .relate = relate, .kinds = kinds};
      TW_TRY(tw_conflict_tell_range(fusion, i, end - i, all));
    }
  }
  return TW_OK;
}
