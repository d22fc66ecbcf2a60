/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

#include "base/number.h"

#include <stdlib.h>

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

/** Some of the people that one property tells of. */
typedef struct {
  TwStr noun;
  uint32_t count; ///< 0 if it is not said
  TwCertainty membership;
  uint32_t statement;
} Group;

typedef TW_VEC(Group) GroupVec;

/* Groups of several people among the statements [first, end). */
static TwStatus
find_groups(TwFusion* fusion, uint32_t first, uint32_t end, GroupVec* groups)
{
  for (uint32_t i = first; i < end; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (statement->kind != TW_VALUE_THING || statement->negated ||
        fusion->things[statement->object].type != TW_TYPE_GROUP ||
        fusion->things[statement->object].count == 1) {
      continue;
    }
    const TwGraphThing* const thing = &fusion->things[statement->object];
    const TwStr folded = tw_records_folded(fusion->records, thing->label);
    Group* const group = TW_VEC_PUSH(fusion->scratch, groups);
    if (!folded.s || !group) {
      return TW_ERR_NOMEM;
    }
    *group = (Group){noun_of(folded), thing->count, thing->membership, i};
  }
  return TW_OK;
}

static int
by_noun(const void* left, const void* right)
{
  const Group* const a = left;
  const Group* const b = right;
  const int order = tw_str_compare(a->noun, b->noun);
  if (order || a->count != b->count) {
    return order ? order : a->count < b->count ? -1 : 1;
  }
  return (a->statement > b->statement) - (a->statement < b->statement);
}

/* True if one of the groups is called so more or less surely than that. */
static bool
differ(const Group* groups, size_t n, TwCertainty membership)
{
  size_t i = 0;
  while (i < n && groups[i].membership == membership) {
    ++i;
  }
  return i < n;
}

static TwStatus
keep(TwFusion* fusion, const Group* groups, size_t n, TwStatementIndexes* kept)
{
  for (size_t i = 0; i < n; ++i) {
    TW_TRY(tw_conflict_keep(fusion, kept, groups[i].statement));
  }
  return TW_OK;
}

/* Of the groups of one noun keeps those that may be the same as one that is
 * called so more or less surely: they are as many people, or the number of one
 * is not said ("37 alleged members" here, "the detained members" there). */
static TwStatus
keep_disputed(TwFusion* fusion, const Group* groups, size_t n,
              TwStatementIndexes* disputed)
{
  const TwCertainty membership = groups[0].membership;
  size_t unsaid = 0;
  while (unsaid < n && !groups[unsaid].count) {
    ++unsaid;
  }
  if (differ(groups, n, membership)) {
    TW_TRY(keep(fusion, groups, unsaid, disputed));
  }
  const bool is_mixed = differ(groups, unsaid, membership);
  for (size_t i = unsaid, end = 0; i < n; i = end) {
    for (end = i + 1; end < n && groups[end].count == groups[i].count;) {
      ++end;
    }
    if (is_mixed || differ(&groups[i], end - i,
                           unsaid ? membership : groups[i].membership)) {
      TW_TRY(keep(fusion, &groups[i], end - i, disputed));
    }
  }
  return TW_OK;
}

TwStatus
tw_conflict_membership(TwFusion* fusion, uint32_t first, uint32_t end)
{
  GroupVec groups = {NULL, 0, 0};
  TwStatementIndexes disputed = {NULL, 0, 0};
  TW_TRY(find_groups(fusion, first, end, &groups));
  if (groups.count) {
    qsort(groups.at, groups.count, sizeof(*groups.at), by_noun);
  }
  for (size_t i = 0, next = 0; i < groups.count; i = next) {
    for (next = i + 1; next < groups.count &&
                       tw_str_equal(groups.at[next].noun, groups.at[i].noun);) {
      ++next;
    }
    TW_TRY(keep_disputed(fusion, &groups.at[i], next - i, &disputed));
  }
  disputed.count = tw_u32_unique(disputed.at, disputed.count);
  const TwConflict conflict = {.kind = TW_STR("certainty"),
                               .about = fusion->statements[first].subject,
                               .predicate = fusion->statements[first].predicate,
                               .statements = disputed.at,
                               .n_statements = disputed.count};
  return disputed.count ? tw_conflict_add(fusion, &conflict) : TW_OK;
}
