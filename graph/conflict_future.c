/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/conflict.h"
#include "graph/moment.h"

/* Where the year and the day stand in "2015-12-09". */
#define YEAR_END 4
#define DAY_START 8
#define DAY_END 10

/* A day within so many may be one that somebody has set ("when he is sentenced
 * on May 7"). */
#define PLANNED_DAYS 120

static bool
is_digit(TwStr words, size_t at)
{
  return at < words.len && words.s[at] >= '0' && words.s[at] <= '9';
}

/* True if the number stands in the words, not as a part of a longer one. */
static bool
has_number(TwStr words, TwStr number)
{
  size_t at = tw_str_find(words, number, 0);
  while (at != SIZE_MAX && ((at && is_digit(words, at - 1)) ||
                            is_digit(words, at + number.len))) {
    at = tw_str_find(words, number, at + 1);
  }
  return at != SIZE_MAX;
}

/* True if the words say the year, and the day if there is one ("Dec. 9, 2015").
 * What is reckoned from another day ("the next day") is no disagreement. */
static bool
is_written_out(TwStr date, TwStr words)
{
  const TwStr year = tw_str_slice(date, 0, YEAR_END);
  const bool has_day = date.len >= DAY_END && date.s[YEAR_END] == '-' &&
                       date.s[DAY_START - 1] == '-';
  const size_t start =
    has_day && date.s[DAY_START] == '0' ? DAY_START + 1 : DAY_START;
  return has_number(words, year) &&
         (!has_day || has_number(words, tw_str_slice(date, start, DAY_END)));
}

/* How many days after its own an article tells as done what happened; 0 if not
 * after it. */
static int64_t
days_ahead(const TwFusion* fusion, const TwStatement* statement,
           const TwGraphClaim* claim)
{
  const TwArticleRecord* const article =
    fusion->articles[claim->evidence.document];
  TwMoment told;
  TwMoment today;
  const bool is_ahead = !claim->negated && claim->certainty < TW_POSSIBLE &&
                        tw_moment_read(statement->text, &told) &&
                        tw_moment_read(article->document.date, &today) &&
                        told.first > today.last;
  return is_ahead ? told.first - today.last : 0;
}

/* One that nobody can tell: a plan, or a date that was read wrongly.
 * `*out_written`: an article writes it out and it is no plan. */
static bool
cannot_be(const TwFusion* fusion, const TwStatement* statement,
          bool* out_written)
{
  *out_written = false;
  for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
    const int64_t days = days_ahead(fusion, statement, &fusion->claims[c]);
    if (!days) {
      return false;
    }
    if (days > PLANNED_DAYS) {
      *out_written |=
        is_written_out(statement->text, fusion->claims[c].evidence.exact);
    }
  }
  return true;
}

TwStatus
tw_conflict_future(TwFusion* fusion)
{
  for (uint32_t i = 0; i < fusion->n_statements; ++i) {
    const TwStatement* const statement = &fusion->statements[i];
    bool is_written = false;
    if (statement->kind != TW_VALUE_DATE ||
        !fusion->things[statement->subject].is_event ||
        !cannot_be(fusion, statement, &is_written)) {
      continue;
    }
    const TwConflict conflict = {.kind = TW_STR("chronology"),
                                 .about = statement->subject,
                                 .predicate = statement->predicate,
                                 .statements = &i,
                                 .n_statements = 1};
    tw_conflict_withhold(fusion, &conflict);
    if (is_written) {
      TW_TRY(tw_conflict_add(fusion, &conflict));
    }
  }
  return TW_OK;
}
