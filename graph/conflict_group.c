/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"

/** What is known of one alternative while groups are made. */
typedef struct {
  uint32_t head; ///< The first alternative of its group
  int worst;     ///< Of the head: the worst relation in the group
} Member;

/* The groups that `n` alternatives fall into. */
static Member*
make_groups(TwFusion* fusion, const TwAlternatives* all)
{
  Member* const members = TW_NEW(fusion->scratch, Member, all->n);
  for (uint32_t i = 0; members && i < all->n; ++i) {
    members[i] = (Member){i, 0};
    for (uint32_t k = 0; k < i; ++k) {
      const int relation = all->relate(fusion, all->data, k, i);
      const uint32_t a = members[k].head;
      const uint32_t b = members[i].head;
      const uint32_t head = a < b ? a : b;
      if (!relation) {
        continue;
      }
      const int worst = members[a].worst > members[b].worst ? members[a].worst
                                                            : members[b].worst;
      members[head].worst = relation > worst ? relation : worst;
      for (uint32_t m = 0; m <= i; ++m) {
        members[m].head =
          members[m].head == a || members[m].head == b ? head : members[m].head;
      }
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
