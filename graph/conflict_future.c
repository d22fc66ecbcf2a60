/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"
#include "graph/moment.h"

/* True if an article tells as done what it says is after its own day. */
static bool
is_future(const TwFusion* fusion, const TwStatement* statement,
          const TwGraphClaim* claim)
{
  const TwArticleRecord* const article =
    fusion->articles[claim->evidence.document];
  TwMoment told;
  TwMoment today;
  return !claim->negated && claim->certainty < TW_POSSIBLE &&
         tw_moment_read(statement->text, &told) &&
         tw_moment_read(article->document.date, &today) &&
         told.first > today.last;
}

/* One that nobody can tell: a plan, or a date that was read wrongly. */
static bool
cannot_be(const TwFusion* fusion, const TwStatement* statement)
{
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    if (!is_future(fusion, statement, &fusion->claims[c])) {
      return false;
    }
  }
  return true;
}

TwStatus
tw_conflict_future(TwFusion* fusion)
{
  for (uint32_t i = 0; i < fusion->n_statements; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    if (statement->kind != TW_VALUE_DATE ||
        !fusion->things[statement->subject].is_event ||
        !cannot_be(fusion, statement)) {
      continue;
    }
    const TwConflict conflict = {.kind = TW_STR("chronology"),
                                 .about = statement->subject,
                                 .predicate = statement->predicate,
                                 .statements = &i,
                                 .n_statements = 1};
    tw_conflict_withhold(fusion, &conflict);
    TW_TRY(tw_conflict_add(fusion, &conflict));
  }
  return TW_OK;
}
