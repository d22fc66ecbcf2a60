/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#define CONTRADICTION TW_STR("contradiction")
#define CERTAINTY TW_STR("certainty")

/** What an article says of a statement; the surest last. */
typedef enum { NOTHING, DENIES, ACCUSES, DOUBTS, AFFIRMS } Stance;

typedef TW_VEC(uint32_t) IndexVec;

/* --- One statement --- */

/* Who is accused is doubted as the one who did it; that it was done is not, nor
 * by what name a body goes. A plan, or what may be, is no doubt: time goes on.
 */
static Stance
stance_of(const TwProperty* property, const TwGraphClaim* claim)
{
  if (claim->negated) {
    return DENIES;
  }
  switch (claim->certainty) {
  case TW_ASSERTED:
    return AFFIRMS;
  case TW_ACCUSED:
  case TW_WANTED:
    return property->acts || (property->subject_end.len && property->range)
             ? ACCUSES
             : NOTHING;
  case TW_ALLEGED:
    return DOUBTS;
  case TW_DENIED:
    return DENIES;
  default:
    return NOTHING;
  }
}

/** What one article says of a statement. */
typedef struct {
  uint32_t document;
  Stance stance;
} Side;

typedef TW_VEC(Side) SideVec;

static TwStatus
find_sides(const TwFusion* fusion, const TwStatement* statement, SideVec* sides)
{
  const TwProperty* const property = tw_schema_property(statement->predicate);
  sides->count = 0;
  for (uint32_t c = statement->first_claim; c < statement->end_claim;) {
    Side* const side = TW_VEC_PUSH(fusion->scratch, sides);
    if (!side) {
      return TW_ERR_NOMEM;
    }
    *side = (Side){fusion->claims[c].evidence.document, NOTHING};
    for (; c < statement->end_claim &&
           fusion->claims[c].evidence.document == side->document;
         ++c) {
      const Stance stance = stance_of(property, &fusion->claims[c]);
      side->stance = stance > side->stance ? stance : side->stance;
    }
  }
  return TW_OK;
}

/* True if another paper affirms in the same days what article `document`
 * denies; where a day is not known, time may have gone on. */
static bool
is_affirmed_then(const TwFusion* fusion, const SideVec* sides,
                 uint32_t document)
{
  for (size_t i = 0; i < sides->count; ++i) {
    const Side* const side = &sides->at[i];
    if (side->stance == AFFIRMS &&
        fusion->articles[side->document]->document.date.len &&
        fusion->articles[document]->document.date.len &&
        tw_conflict_is_of_two(fusion, side->document, document) &&
        tw_conflict_at_once(fusion, side->document, document)) {
      return true;
    }
  }
  return false;
}

/* True if an article affirms what that of `side` doubts, and not only weeks
 * later: time goes on. One that accuses people is of another paper, for the
 * same one may know of their trial by then. */
static bool
is_affirmed_by_then(const TwFusion* fusion, const SideVec* sides,
                    const Side* side)
{
  for (size_t i = 0; i < sides->count; ++i) {
    const Side* const other = &sides->at[i];
    if (other->stance == AFFIRMS &&
        (side->stance == DOUBTS ||
         tw_conflict_is_of_two(fusion, other->document, side->document)) &&
        tw_conflict_days(fusion, side->document, other->document) >=
          -TW_CONFLICT_DAYS) {
      return true;
    }
  }
  return false;
}

/* What speaks against what some article affirms: NOTHING, DOUBTS or DENIES. */
static Stance
dispute_of(const TwFusion* fusion, const SideVec* sides)
{
  Stance worst = NOTHING;
  for (size_t i = 0; i < sides->count; ++i) {
    const Side* const side = &sides->at[i];
    if (side->stance == DENIES &&
        is_affirmed_then(fusion, sides, side->document)) {
      return DENIES;
    }
    if (worst == NOTHING &&
        (side->stance == DOUBTS || side->stance == ACCUSES) &&
        is_affirmed_by_then(fusion, sides, side)) {
      worst = DOUBTS;
    }
  }
  return worst;
}

/* --- Groups --- */

/* The last word of what they are: "members" of "37 alleged members of ...". */
static TwStr
noun_of(TwStr folded)
{
  const size_t of = tw_str_find(folded, TW_STR(" of "), 0);
  TwStr rest = tw_str_slice(folded, 0, of == SIZE_MAX ? folded.len : of);
  TwStr word = rest;
  TwStr next;
  while (rest.len && tw_str_next(&rest, ' ', &next)) {
    word = next;
  }
  return word;
}

/* True if both are so many people of one kind, or the number of one is not
 * said: "37 alleged members" in one place, "the detained members" in another.
 */
static TwStatus
is_same_group(TwFusion* fusion, const TwStatement* a, const TwStatement* b,
              bool* out)
{
  const TwGraphThing* const x = &fusion->things[a->object];
  const TwGraphThing* const y = &fusion->things[b->object];
  *out = false;
  if (x->count != y->count && x->count && y->count) {
    return TW_OK;
  }
  const TwStr left = tw_records_folded(fusion->records, x->label);
  const TwStr right = tw_records_folded(fusion->records, y->label);
  *out = tw_str_equal(noun_of(left), noun_of(right));
  return left.s && right.s ? TW_OK : TW_ERR_NOMEM;
}

/* Groups of several people among the statements [first, end). */
static TwStatus
find_groups(TwFusion* fusion, uint32_t first, uint32_t end, IndexVec* groups)
{
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (statement->kind == TW_VALUE_THING && !statement->negated &&
        fusion->things[statement->object].type == TW_TYPE_GROUP &&
        fusion->things[statement->object].count != 1) {
      uint32_t* const index = TW_VEC_PUSH(fusion->scratch, groups);
      if (!index) {
        return TW_ERR_NOMEM;
      }
      *index = i;
    }
  }
  return TW_OK;
}

/* Keeps of the groups those that are called the same elsewhere, more or less
 * surely. */
static TwStatus
keep_disputed(TwFusion* fusion, const IndexVec* groups, IndexVec* disputed)
{
  for (size_t i = 0; i < groups->count; ++i) {
    const TwStatement* const one = &fusion->statements[groups->at[i]];
    bool found = false;
    for (size_t k = 0; k < groups->count && !found; ++k) {
      const TwStatement* const other = &fusion->statements[groups->at[k]];
      if (fusion->things[one->object].membership !=
          fusion->things[other->object].membership) {
        TW_TRY(is_same_group(fusion, one, other, &found));
      }
    }
    uint32_t* const index =
      found ? TW_VEC_PUSH(fusion->scratch, disputed) : NULL;
    if (found && !index) {
      return TW_ERR_NOMEM;
    }
    if (index) {
      *index = groups->at[i];
    }
  }
  return TW_OK;
}

/* Whether "alleged members" or members: that they took part is not doubted. */
static TwStatus
look_at_groups(TwFusion* fusion, uint32_t first, uint32_t end)
{
  IndexVec groups = {NULL, 0, 0};
  IndexVec disputed = {NULL, 0, 0};
  TW_TRY(find_groups(fusion, first, end, &groups));
  TW_TRY(keep_disputed(fusion, &groups, &disputed));
  const TwConflict conflict = {.kind = CERTAINTY,
                               .about = fusion->statements[first].subject,
                               .predicate = fusion->statements[first].predicate,
                               .statements = disputed.at,
                               .n_statements = disputed.count};
  return disputed.count ? tw_conflict_add(fusion, &conflict) : TW_OK;
}

/* --- All of one subject --- */

/* An event that is alleged or denied is so in all its roles: one conflict says
 * it. */
static TwStatus
tell(TwFusion* fusion, TwStr kind, const IndexVec* statements)
{
  const TwStatement* const all = fusion->statements;
  const uint32_t* const at = statements->at;
  const size_t n = statements->count;
  if (!n) {
    return TW_OK;
  }
  const TwStr first = all[at[0]].predicate;
  const bool is_one = n == 1 || (tw_str_equal(kind, CERTAINTY) &&
                                 tw_str_equal(first, all[at[n - 1]].predicate));
  const TwConflict conflict = {.kind = kind,
                               .about = all[at[0]].subject,
                               .predicate = is_one ? first : TW_STR(""),
                               .statements = at,
                               .n_statements = n};
  tw_conflict_withhold(fusion, &conflict);
  return tw_conflict_add(fusion, &conflict);
}

static TwStatus
look_at_subject(TwFusion* fusion, uint32_t first, uint32_t end, SideVec* sides)
{
  IndexVec doubted = {NULL, 0, 0};
  IndexVec denied = {NULL, 0, 0};
  for (uint32_t i = first; i < end; ++i) {
    TW_TRY(find_sides(fusion, &fusion->statements[i], sides));
    const Stance stance = dispute_of(fusion, sides);
    IndexVec* const list = stance == DENIES   ? &denied
                           : stance == DOUBTS ? &doubted
                                              : NULL;
    if (!list) {
      continue;
    }
    uint32_t* const index = TW_VEC_PUSH(fusion->scratch, list);
    if (!index) {
      return TW_ERR_NOMEM;
    }
    *index = i;
  }
  /* What is doubted as a whole is not told again of those in it. */
  for (uint32_t i = first; !doubted.count && i < end;
       i = tw_conflict_end(fusion, i)) {
    TW_TRY(look_at_groups(fusion, i, tw_conflict_end(fusion, i)));
  }
  TW_TRY(tell(fusion, CONTRADICTION, &denied));
  return tell(fusion, CERTAINTY, &doubted);
}

TwStatus
tw_conflict_certainty(TwFusion* fusion)
{
  SideVec sides = {NULL, 0, 0};
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    end = tw_conflict_end_of_subject(fusion, i);
    TW_TRY(look_at_subject(fusion, i, end, &sides));
  }
  return TW_OK;
}
