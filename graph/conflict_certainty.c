/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "graph/moment.h"

#include <stdlib.h>

/* Before all days. */
#define NO_DAY INT64_MIN

#define CONTRADICTION TW_STR("contradiction")
#define CERTAINTY TW_STR("certainty")

/** What an article says of a statement; the surest last. */
typedef enum { NOTHING, DENIES, ACCUSES, DOUBTS, AFFIRMS } Stance;

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
  int64_t day;  ///< When it came out, or NO_DAY
  size_t other; ///< Of those that affirm: the next one that is of another paper
} Side;

typedef TW_VEC(Side) SideVec;

/** What the articles say of one statement. */
typedef struct {
  SideVec opposed;   ///< Those that doubt, accuse or deny
  SideVec affirming; ///< By day, those without a day first
} Sides;

static TwStatus
add_side(const TwFusion* fusion, Sides* sides, uint32_t document, Stance stance)
{
  if (stance == NOTHING) {
    return TW_OK;
  }
  Side* const side = TW_VEC_PUSH(
    fusion->scratch, stance == AFFIRMS ? &sides->affirming : &sides->opposed);
  if (!side) {
    return TW_ERR_NOMEM;
  }
  *side = (Side){.document = document, .stance = stance, .day = NO_DAY};
  return TW_OK;
}

/* Claims of a statement are sorted by article. */
static TwStatus
find_sides(const TwFusion* fusion, const TwStatement* statement, Sides* sides)
{
  const TwProperty* const property = tw_schema_property(statement->predicate);
  sides->opposed.count = sides->affirming.count = 0;
  for (uint32_t c = statement->first_claim; c < statement->end_claim;) {
    const uint32_t document = fusion->claims[c].evidence.document;
    Stance surest = NOTHING;
    for (; c < statement->end_claim &&
           fusion->claims[c].evidence.document == document;
         ++c) {
      const Stance stance = stance_of(property, &fusion->claims[c]);
      surest = stance > surest ? stance : surest;
    }
    TW_TRY(add_side(fusion, sides, document, surest));
  }
  return TW_OK;
}

static int
by_day(const void* left, const void* right)
{
  const Side* const a = left;
  const Side* const b = right;
  if (a->day != b->day) {
    return a->day < b->day ? -1 : 1;
  }
  return (a->document > b->document) - (a->document < b->document);
}

static void
set_days(const TwFusion* fusion, SideVec* sides)
{
  for (size_t i = 0; i < sides->count; ++i) {
    Side* const side = &sides->at[i];
    TwMoment moment;
    if (tw_moment_read(fusion->articles[side->document]->document.date,
                       &moment)) {
      side->day = moment.first;
    }
  }
}

static void
sort_sides(const TwFusion* fusion, Sides* sides)
{
  SideVec* const affirming = &sides->affirming;
  set_days(fusion, &sides->opposed);
  set_days(fusion, affirming);
  qsort(affirming->at, affirming->count, sizeof(*affirming->at), by_day);
  for (size_t i = affirming->count; i-- > 0;) {
    Side* const side = &affirming->at[i];
    const bool is_next =
      i + 1 < affirming->count &&
      !tw_conflict_is_of_two(fusion, side->document, side[1].document);
    side->other = is_next ? side[1].other : i + 1;
  }
}

/* The first that affirms on the day or later. */
static size_t
first_since(const SideVec* affirming, int64_t day)
{
  size_t low = 0;
  size_t high = affirming->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (affirming->at[middle].day < day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* True if another article affirms between the days what that of `side` does
 * not. One that only doubts may be of the same paper. */
static bool
is_affirmed(const TwFusion* fusion, const SideVec* affirming, const Side* side,
            int64_t first, int64_t last)
{
  size_t i = first_since(affirming, first);
  if (i < affirming->count && side->stance != DOUBTS &&
      !tw_conflict_is_of_two(fusion, affirming->at[i].document,
                             side->document)) {
    i = affirming->at[i].other;
  }
  return i < affirming->count && affirming->at[i].day <= last;
}

/* True if another paper affirms in the same days what the article denies; where
 * a day is not known, time may have gone on. */
static bool
is_affirmed_then(const TwFusion* fusion, const SideVec* affirming,
                 const Side* side)
{
  return side->day != NO_DAY &&
         is_affirmed(fusion, affirming, side, side->day - TW_CONFLICT_DAYS,
                     side->day + TW_CONFLICT_DAYS);
}

/* True if an article affirms what that of `side` doubts, and not only weeks
 * later: time goes on. One that accuses people is of another paper, for the
 * same one may know of their trial by then. */
static bool
is_affirmed_by_then(const TwFusion* fusion, const SideVec* affirming,
                    const Side* side)
{
  return is_affirmed(fusion, affirming, side, NO_DAY,
                     side->day == NO_DAY ? INT64_MAX
                                         : side->day + TW_CONFLICT_DAYS);
}

/* What speaks against what some article affirms: NOTHING, DOUBTS or DENIES. */
static Stance
dispute_of(const TwFusion* fusion, Sides* sides)
{
  Stance worst = NOTHING;
  if (!sides->opposed.count || !sides->affirming.count) {
    return NOTHING;
  }
  sort_sides(fusion, sides);
  for (size_t i = 0; i < sides->opposed.count; ++i) {
    const Side* const side = &sides->opposed.at[i];
    if (side->stance == DENIES) {
      if (is_affirmed_then(fusion, &sides->affirming, side)) {
        return DENIES;
      }
    } else if (is_affirmed_by_then(fusion, &sides->affirming, side)) {
      worst = DOUBTS;
    }
  }
  return worst;
}

/* --- All of one subject --- */

/* An event that is alleged or denied is so in all its roles: one conflict says
 * it. */
static TwStatus
tell(TwFusion* fusion, TwStr kind, const TwStatementIndexes* statements)
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
look_at_subject(TwFusion* fusion, uint32_t first, uint32_t end, Sides* sides)
{
  TwStatementIndexes doubted = {NULL, 0, 0};
  TwStatementIndexes denied = {NULL, 0, 0};
  for (uint32_t i = first; i < end; ++i) {
    TW_TRY(find_sides(fusion, &fusion->statements[i], sides));
    const Stance stance = dispute_of(fusion, sides);
    TwStatementIndexes* const list = stance == DENIES   ? &denied
                                     : stance == DOUBTS ? &doubted
                                                        : NULL;
    TW_TRY(list ? tw_conflict_keep(fusion, list, i) : TW_OK);
  }
  /* What is doubted as a whole is not told again of those in it. */
  for (uint32_t i = first; !doubted.count && i < end;
       i = tw_conflict_end(fusion, i)) {
    TW_TRY(tw_conflict_membership(fusion, i, tw_conflict_end(fusion, i)));
  }
  TW_TRY(tell(fusion, CONTRADICTION, &denied));
  return tell(fusion, CERTAINTY, &doubted);
}

TwStatus
tw_conflict_certainty(TwFusion* fusion)
{
  Sides sides = {{NULL, 0, 0}, {NULL, 0, 0}};
  uint32_t end = 0;
  for (uint32_t i = 0; i < fusion->n_statements; i = end) {
    end = tw_conflict_end_of_subject(fusion, i);
    TW_TRY(look_at_subject(fusion, i, end, &sides));
  }
  return TW_OK;
}
