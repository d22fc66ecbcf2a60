/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

/** What is known of one alternative while groups are made. */
typedef struct {
  uint32_t head; ///< The first alternative of its group
  int worst;     ///< Of the head: the worst relation in the group
} Member;

/* Makes one group of those of two among the first `n` members. */
static void
join(Member* members, uint32_t n, uint32_t a, uint32_t b)
{
  const uint32_t head = a < b ? a : b;
  const int worst =
    members[a].worst > members[b].worst ? members[a].worst : members[b].worst;
  for (uint32_t i = 0; i < n; ++i) {
    if (members[i].head == a || members[i].head == b) {
      members[i].head = head;
    }
  }
  members[head].worst = worst;
}

/* The groups that the alternatives fall into. */
static Member*
make_groups(TwFusion* fusion, const TwAlternatives* all)
{
  Member* const members = TW_NEW(fusion->scratch, Member, all->n);
  for (uint32_t i = 0; members && i < all->n; ++i) {
    members[i] = (Member){i, 0};
    for (uint32_t k = 0; k < i; ++k) {
      const int relation = all->relate(fusion, all->data, k, i);
      if (relation && members[k].head != members[i].head) {
        join(members, i + 1, members[k].head, members[i].head);
      }
      Member* const head = &members[members[i].head];
      head->worst = relation > head->worst ? relation : head->worst;
    }
  }
  return members;
}

TwStatus
tw_conflict_tell_groups(TwFusion* fusion, const TwAlternatives* all)
{
  const Member* const members = make_groups(fusion, all);
  uint32_t* const statements = TW_NEW(fusion->scratch, uint32_t, all->n);
  if (!members || !statements) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t head = 0; head < all->n; ++head) {
    size_t n = 0;
    for (uint32_t i = head; members[head].worst && i < all->n; ++i) {
      if (members[i].head == head) {
        statements[n++] = all->statements[i];
      }
    }
    const TwConflict conflict = {.kind = all->kinds[members[head].worst],
                                 .about = all->about,
                                 .predicate = all->predicate,
                                 .statements = statements,
                                 .n_statements = n};
    if (n > 1 && tw_str_equal(conflict.kind, TW_STR("contradiction"))) {
      tw_conflict_withhold(fusion, &conflict);
    }
    if (n > 1) {
      TW_TRY(tw_conflict_add(fusion, &conflict));
    }
  }
  return TW_OK;
}

TwStatus
tw_conflict_tell_range(TwFusion* fusion, uint32_t first, uint32_t n,
                       TwAlternatives all)
{
  uint32_t* const statements = TW_NEW(fusion->scratch, uint32_t, n);
  for (uint32_t i = 0; statements && i < n; ++i) {
    statements[i] = first + i;
  }
  all.about = fusion->statements[first].subject;
  all.predicate = fusion->statements[first].predicate;
  all.statements = statements;
  all.n = n;
  return statements ? tw_conflict_tell_groups(fusion, &all) : TW_ERR_NOMEM;
}
