/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/page.h"
#include "output/report_parts.h"

#include <stdlib.h>

/** A kind of conflict: in words, the gravest first. */
typedef struct {
  TwStr name;
  const char* words;
  bool is_of_certainty; ///< Sides are how surely it is said, not what
} Kind;

static const Kind kinds[] = {
  {{"contradiction", 13}, "They cannot all be right.", false},
  {{"chronology", 10},
   "The dates told cannot be: an article, or its reading, is wrong.",
   false},
  {{"arithmetic", 10}, "The parts do not add up to the sum.", false},
  {{"certainty", 9}, "One says it as a fact, another does not.", true},
  {{"omission", 8}, "One leaves out what another has in its list.", false},
  {{"possible", 8}, "They differ and may both be right.", false},
  {{"identity", 8}, "The two names may be one person's.", false},
  {{"granularity", 11}, "One says it only less exactly than another.", false},
  {{"wording", 7}, "They say it in other words.", false},
  {{"", 0}, "They do not say the same.", false},
};
#define LAST_KIND (sizeof(kinds) / sizeof(kinds[0]) - 1)

/** Claims that say the same: of one statement, or as surely as each other. */
typedef struct {
  const TwConflict* conflict;
  const TwStatement* statement; ///< NULL: of all
  int certainty;                ///< TwCertainty, NEGATED, or ANY
} Side;
/* Sentences that are told of a side; how many there are more is said. */
#define MAX_QUOTES 6
#define NEGATED (TW_DENIED + 1)
#define ANY (TW_DENIED + 2)

static size_t
kind_of(const TwConflict* conflict)
{
  size_t i = 0;
  while (i < LAST_KIND && !tw_str_equal(kinds[i].name, conflict->kind)) {
    ++i;
  }
  return i;
}

static int
by_gravity(const void* left, const void* right)
{
  const TwConflict* const a = *(const TwConflict* const*)left;
  const TwConflict* const b = *(const TwConflict* const*)right;
  const size_t x = kind_of(a);
  const size_t y = kind_of(b);
  if (x != y) {
    return (x > y) - (x < y);
  }
  return a->about != b->about ? (a->about > b->about) - (a->about < b->about)
                              : tw_str_compare(a->iri, b->iri);
}

/* --- A side --- */

/* How surely it is said, or that those whom it is about are what they are
 * called ("alleged members"). */
static int
certainty_of(const TwGraph* graph, const TwGraphClaim* claim)
{
  const uint32_t object = graph->statements[claim->statement].object;
  const TwCertainty membership =
    object == TW_NO_THING ? TW_ASSERTED : graph->things[object].membership;
  return claim->negated                  ? NEGATED
         : claim->certainty > membership ? (int)claim->certainty
                                         : (int)membership;
}

static bool
is_on(const TwGraph* graph, const Side* side, const TwGraphClaim* claim)
{
  return side->certainty == ANY ||
         side->certainty == certainty_of(graph, claim);
}

static bool
is_same_place(const TwGraphSpan* a, const TwGraphSpan* b)
{
  return a->document == b->document && a->bytes.start == b->bytes.start &&
         a->bytes.end == b->bytes.end;
}

static void
tell_quote(TwReport* report, const TwGraphClaim* claim)
{
  const TwGraph* const graph = report->graph;
  const TwGraphDocument* const document =
    &graph->documents[claim->evidence.document];
  const TwStr speaker = claim->speaker != TW_NO_THING
                          ? graph->things[claim->speaker].label
                          : claim->speaker_text;
  TwBuf* const words = &report->words;
  tw_buf_reset(words);
  tw_buf_add(words,
             document->publisher.len ? document->publisher : document->id);
  if (document->date.len) {
    tw_buf_addf(words, ", %.*s", TW_STR_ARG(document->date));
  }
  if (speaker.len) {
    tw_buf_addf(words, ", as %.*s says", TW_STR_ARG(speaker));
  }
  tw_buf_addf(words, ": “%.*s”", TW_STR_ARG(claim->evidence.exact));
  tw_page_wrap(&report->page, 7, 9, tw_buf_str(words));
}

/* Tells each sentence once, though several claims rest on it. */
static TwStatus
tell_side(TwReport* report, const Side* side)
{
  const TwConflict* const conflict = side->conflict;
  TW_VEC(const TwGraphSpan*) told = {NULL, 0, 0};
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const TwStatement* const statement =
      &report->graph->statements[conflict->statements[i]];
    const bool is_other = side->statement && side->statement != statement;
    for (uint32_t c = statement->first_claim;
         !is_other && c < statement->end_claim; ++c) {
      const TwGraphClaim* const claim = &report->graph->claims[c];
      bool is_new = is_on(report->graph, side, claim);
      for (size_t k = 0; k < told.count && is_new; ++k) {
        is_new = !is_same_place(told.at[k], &claim->evidence);
      }
      if (is_new) {
        const TwGraphSpan** const place = TW_VEC_PUSH(report->arena, &told);
        if (!place) {
          return TW_ERR_NOMEM;
        }
        *place = &claim->evidence;
        if (told.count <= MAX_QUOTES) {
          tell_quote(report, claim);
        }
      }
    }
  }
  if (told.count > MAX_QUOTES) {
    tw_buf_reset(&report->words);
    tw_buf_addf(&report->words, "and %zu more sentences",
                told.count - MAX_QUOTES);
    tw_page_wrap(&report->page, 7, 9, tw_buf_str(&report->words));
  }
  return TW_OK;
}

static bool
has_side(const TwGraph* graph, const Side* side)
{
  const TwConflict* const conflict = side->conflict;
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const TwStatement* const statement =
      &graph->statements[conflict->statements[i]];
    for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
      if (is_on(graph, side, &graph->claims[c])) {
        return true;
      }
    }
  }
  return false;
}

/** Claims [first, end). */
typedef struct {
  uint32_t first;
  uint32_t end;
} Range;

static bool
is_of_same(const TwStatement* a, const TwStatement* b)
{
  return a->subject == b->subject && tw_str_equal(a->predicate, b->predicate);
}

/* The claims on what the conflict is on: their statements stand in a row. */
static Range
range_of(const TwGraph* graph, const TwConflict* conflict)
{
  const TwStatement* const any = &graph->statements[conflict->statements[0]];
  const TwStatement* const end = graph->statements + graph->n_statements;
  const TwStatement* first = any;
  const TwStatement* last = any;
  while (first > graph->statements && is_of_same(first - 1, any)) {
    --first;
  }
  while (last + 1 < end && is_of_same(last + 1, any)) {
    ++last;
  }
  return (Range){first->first_claim, last->end_claim};
}

/* The list of an article that leaves something out: the sentence that tells
 * most of the same. */
static void
tell_silent(TwReport* report, Range range, uint32_t document)
{
  const TwGraphClaim* const claims = report->graph->claims;
  const TwGraphClaim* best = NULL;
  size_t most = 0;
  for (uint32_t c = range.first; c < range.end; ++c) {
    const TwGraphSpan* const place = &claims[c].evidence;
    size_t n = 0;
    for (uint32_t k = range.first; place->document == document && k < range.end;
         ++k) {
      n += is_same_place(place, &claims[k].evidence);
    }
    if (n > most) {
      most = n;
      best = &claims[c];
    }
  }
  if (best) {
    tell_quote(report, best);
  }
}

/* --- A conflict --- */

static TwStr
value_of(const TwGraph* graph, const TwStatement* statement)
{
  return statement->kind == TW_VALUE_THING
           ? graph->things[statement->object].label
           : statement->text;
}

static TwStatus
tell_values(TwReport* report, const TwConflict* conflict)
{
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const TwStatement* const statement =
      &report->graph->statements[conflict->statements[i]];
    const Side side = {conflict, statement, ANY};
    tw_buf_reset(&report->words);
    tw_buf_add(&report->words, value_of(report->graph, statement));
    if (statement->certainty != TW_ASSERTED) {
      tw_buf_addf(&report->words, " (%.*s)",
                  TW_STR_ARG(tw_certainty_name(statement->certainty)));
    }
    tw_page_wrap(&report->page, 5, 5, tw_buf_str(&report->words));
    TW_TRY(tell_side(report, &side));
  }
  const Range range = range_of(report->graph, conflict);
  for (size_t i = 0; i < conflict->n_silent; ++i) {
    const TwGraphDocument* const document =
      &report->graph->documents[conflict->silent[i]];
    tw_buf_reset(&report->words);
    tw_buf_addf(
      &report->words, "left out by %.*s",
      TW_STR_ARG(document->publisher.len ? document->publisher : document->id));
    tw_page_wrap(&report->page, 5, 5, tw_buf_str(&report->words));
    tell_silent(report, range, conflict->silent[i]);
  }
  return TW_OK;
}

static TwStatus
tell_certainties(TwReport* report, const TwConflict* conflict)
{
  for (int i = TW_ASSERTED; i <= NEGATED; ++i) {
    const Side side = {conflict, NULL, i};
    if (has_side(report->graph, &side)) {
      tw_page_wrap(&report->page, 5, 5,
                   i == NEGATED ? TW_STR("said not to be so")
                                : tw_certainty_name((TwCertainty)i));
      TW_TRY(tell_side(report, &side));
    }
  }
  return TW_OK;
}

/* "Ana Prado, leads: Red Valley Cartel"; of several values the property only,
 * of several properties neither. */
static void
tell_subject(TwReport* report, const TwConflict* conflict, size_t number)
{
  const TwGraph* const graph = report->graph;
  TwBuf* const words = &report->words;
  tw_buf_reset(words);
  tw_buf_addf(words, "%zu. %.*s", number,
              TW_STR_ARG(graph->things[conflict->about].label));
  if (conflict->predicate.len) {
    tw_buf_addf(words, ": %.*s",
                TW_STR_ARG(tw_report_property(conflict->predicate)));
    if (conflict->n_statements == 1) {
      tw_buf_addf(words, " %.*s",
                  TW_STR_ARG(value_of(
                    graph, &graph->statements[conflict->statements[0]])));
    }
  }
  tw_page_wrap(&report->page, 0, 3, tw_buf_str(words));
}

static TwStatus
tell_conflict(TwReport* report, const TwConflict* conflict, size_t number)
{
  const Kind* const kind = &kinds[kind_of(conflict)];
  tw_buf_add(&report->page, number > 1 ? TW_STR("\n") : TW_STR(""));
  tell_subject(report, conflict, number);
  tw_buf_reset(&report->words);
  tw_buf_addf(&report->words, "%s (%.*s)", kind->words,
              TW_STR_ARG(conflict->kind));
  tw_page_wrap(&report->page, 3, 3, tw_buf_str(&report->words));
  return kind->is_of_certainty || !conflict->predicate.len ||
             (conflict->n_statements == 1 && !conflict->n_silent)
           ? tell_certainties(report, conflict)
           : tell_values(report, conflict);
}

/* "Total of 92: 92 are stated, 92 are the sum of these (agrees): Transfer …;
 * Transfer …" */
static void
tell_check(TwReport* report, const TwCheck* check)
{
  const TwGraph* const graph = report->graph;
  TwBuf* const words = &report->words;
  const bool is_sum = tw_str_equal(check->kind, TW_STR("sum"));
  tw_buf_reset(words);
  tw_buf_addf(words, "%.*s: %zu%s are stated, %zu are %s (%.*s):",
              TW_STR_ARG(graph->things[check->about].label),
              (size_t)check->stated, is_sum ? "" : " events",
              (size_t)check->computed, is_sum ? "the sum of these" : "told",
              TW_STR_ARG(check->outcome));
  for (size_t i = 0; i < check->n_parts; ++i) {
    tw_buf_addf(words, "%s %.*s", i ? ";" : "",
                TW_STR_ARG(graph->things[check->parts[i]].label));
  }
  tw_page_wrap(&report->page, 0, 3, tw_buf_str(words));
}

void
tw_report_checks(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  if (graph->n_checks) {
    tw_page_heading(&report->page, "NUMBERS THAT WERE WORKED OUT AGAIN");
  }
  for (size_t i = 0; i < graph->n_checks; ++i) {
    tell_check(report, &graph->checks[i]);
  }
}

TwStatus
tw_report_differ(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  const TwConflict** const sorted =
    TW_NEW(report->arena, const TwConflict*, graph->n_conflicts + 1);
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  tw_page_heading(&report->page, "WHERE THE ARTICLES DIFFER");
  if (!graph->n_conflicts) {
    tw_page_wrap(&report->page, 0, 0, TW_STR("Nowhere that was noticed."));
    return TW_OK;
  }
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    sorted[i] = &graph->conflicts[i];
  }
  qsort(sorted, graph->n_conflicts, sizeof(sorted[0]), by_gravity);
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    TW_TRY(tell_conflict(report, sorted[i], i + 1));
  }
  return TW_OK;
}
