/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/report.h"

#include "base/arena.h"
#include "output/label.h"

#include <stdlib.h>

/* For people: plain text, a heading a part. */

typedef struct {
  const TwGraph* graph;
  const TwRun* run;
  TwArena* arena;
  TwBuf text;
} Report;

/** How often something stands in the graph. */
typedef struct {
  TwStr name;
  size_t n;
} Count;

typedef TW_VEC(Count) CountVec;

static TwStatus
count(Report* report, CountVec* counts, TwStr name)
{
  for (size_t i = 0; i < counts->count; ++i) {
    if (tw_str_equal(counts->at[i].name, name)) {
      ++counts->at[i].n;
      return TW_OK;
    }
  }
  Count* const added = TW_VEC_PUSH(report->arena, counts);
  if (!added) {
    return TW_ERR_NOMEM;
  }
  *added = (Count){name, 1};
  return TW_OK;
}

/* Most first. */
static int
by_number(const void* left, const void* right)
{
  const Count* const a = left;
  const Count* const b = right;
  return a->n != b->n ? (a->n < b->n) - (a->n > b->n)
                      : tw_str_compare(a->name, b->name);
}

static void
heading(Report* report, const char* words)
{
  tw_buf_addf(&report->text, "%s%s\n\n", report->text.len ? "\n" : "", words);
}

static void
list(Report* report, CountVec* counts)
{
  if (counts->count) {
    qsort(counts->at, counts->count, sizeof(Count), by_number);
  }
  for (size_t i = 0; i < counts->count; ++i) {
    tw_buf_addf(&report->text, "%8zu  ", counts->at[i].n);
    tw_label_cell(&report->text, counts->at[i].name);
    tw_buf_add_char(&report->text, '\n');
  }
}

static void
add_words(Report* report, const char* before, TwStr words)
{
  tw_buf_add(&report->text, tw_str(before));
  tw_label_cell(&report->text, words);
}

/* --- What was read --- */

static void
tell_document(Report* report, const TwGraphDocument* document)
{
  add_words(report, "  ", document->id);
  if (document->publisher.len) {
    add_words(report, ", ", document->publisher);
    add_words(report, " (by ", document->publisher_how);
    tw_buf_add_char(&report->text, ')');
  } else {
    tw_buf_add(&report->text, TW_STR(", no publisher found"));
  }
  if (document->date.len) {
    add_words(report, ", ", document->date);
    add_words(report, " (by ", document->date_how);
    tw_buf_add_char(&report->text, ')');
  } else {
    tw_buf_add(&report->text, TW_STR(", no date found"));
  }
  tw_buf_addf(&report->text, ": %u claims\n", document->n_claims);
}

static void
tell_reading(Report* report)
{
  const TwRun* const run = report->run;
  heading(report, "WHAT WAS READ");
  tw_buf_addf(&report->text,
              "%8zu  articles read\n%8zu  set aside\n%8zu  bytes of text\n",
              run->n_read, run->n_set_aside, run->n_bytes);
  if (run->n_skipped_rules) {
    tw_buf_addf(&report->text,
                "%8zu  times a pattern ran into its limit in a sentence\n",
                run->n_skipped_rules);
  }
  if (run->engine) {
    tw_buf_addf(&report->text, "\nThe drawing was laid out by: %s.\n",
                run->engine);
  }
  if (run->n_notes) {
    heading(report, "SET ASIDE OR CUT");
    for (size_t i = 0; i < run->n_notes; ++i) {
      add_words(report, "  ", run->notes[i]);
      tw_buf_add_char(&report->text, '\n');
    }
  }
}

static int
by_id(const void* left, const void* right)
{
  const TwGraphDocument* const a = *(const TwGraphDocument* const*)left;
  const TwGraphDocument* const b = *(const TwGraphDocument* const*)right;
  const int order = tw_str_compare(a->id, b->id);
  return order ? order : tw_str_compare(a->sha256, b->sha256);
}

static TwStatus
tell_documents(Report* report)
{
  const TwGraph* const graph = report->graph;
  const TwGraphDocument** const sorted =
    TW_NEW(report->arena, const TwGraphDocument*, graph->n_documents + 1);
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    sorted[i] = &graph->documents[i];
  }
  if (graph->n_documents) {
    qsort(sorted, graph->n_documents, sizeof(sorted[0]), by_id);
  }
  heading(report, "ARTICLES");
  for (size_t i = 0; i < graph->n_documents; ++i) {
    tell_document(report, sorted[i]);
  }
  return TW_OK;
}

/* --- What was found --- */

static TwStatus
tell_found(Report* report)
{
  const TwGraph* const graph = report->graph;
  CountVec things = {NULL, 0, 0};
  CountVec events = {NULL, 0, 0};
  CountVec said = {NULL, 0, 0};
  CountVec rules = {NULL, 0, 0};
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    if (!thing->only_furniture) {
      TW_TRY(count(report,
                   thing->is_event || thing->type == TW_TYPE_NONE ? &events
                                                                  : &things,
                   thing->term));
    }
  }
  for (size_t i = 0; i < graph->n_statements; ++i) {
    TW_TRY(count(report, &said, graph->statements[i].predicate));
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    TW_TRY(count(report, &rules, graph->claims[i].rule));
  }
  heading(report, "PEOPLE, BODIES AND PLACES");
  list(report, &things);
  heading(report, "EVENTS AND RELATIONS");
  list(report, &events);
  heading(report, "WHAT IS SAID OF THEM");
  list(report, &said);
  heading(report, "RULES THAT READ IT, WITH THEIR CLAIMS");
  list(report, &rules);
  return TW_OK;
}

/* --- What is contested and what is not known --- */

static void
tell_alternative(Report* report, const TwStatement* statement)
{
  const TwGraph* const graph = report->graph;
  add_words(report, "    ",
            statement->kind == TW_VALUE_THING
              ? graph->things[statement->object].label
              : statement->text);
  add_words(report, " (", tw_certainty_name(statement->certainty));
  tw_buf_add(&report->text, TW_STR(")\n"));
  for (uint32_t i = statement->first_claim; i < statement->end_claim; ++i) {
    const TwGraphClaim* const claim = &graph->claims[i];
    const TwGraphDocument* const document =
      &graph->documents[claim->evidence.document];
    add_words(report, "      ",
              document->publisher.len ? document->publisher : document->id);
    add_words(report, ": \"", claim->evidence.exact);
    tw_buf_add(&report->text, TW_STR("\"\n"));
  }
}

static void
tell_conflicts(Report* report)
{
  const TwGraph* const graph = report->graph;
  heading(report, "WHERE THE ARTICLES DIFFER");
  if (!graph->n_conflicts) {
    tw_buf_add(&report->text, TW_STR("  Nowhere that was noticed.\n"));
  }
  for (size_t i = 0; i < graph->n_conflicts; ++i) {
    const TwConflict* const conflict = &graph->conflicts[i];
    add_words(report, "  ", graph->things[conflict->about].label);
    if (conflict->predicate.len) {
      add_words(report, ", ", conflict->predicate);
    }
    add_words(report, ": ", conflict->kind);
    tw_buf_add_char(&report->text, '\n');
    for (size_t k = 0; k < conflict->n_statements; ++k) {
      tell_alternative(report, &graph->statements[conflict->statements[k]]);
    }
  }
}

static void
tell_unknown(Report* report)
{
  const TwGraph* const graph = report->graph;
  heading(report, "WHAT IS NOT KNOWN");
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    if (thing->is_event && !thing->date.len) {
      add_words(report, n++ ? "" : "  Events without a date:\n", TW_STR(""));
      add_words(report, "    ", thing->label);
      tw_buf_add_char(&report->text, '\n');
    }
  }
  for (size_t i = 0; i < graph->n_identities; ++i) {
    const TwIdentity* const identity = &graph->identities[i];
    if (tw_str_equal(identity->judgement, TW_STR("undecided"))) {
      ++n;
      add_words(report,
                "  Whether these are one: ", graph->things[identity->a].label);
      add_words(report, " and ", graph->things[identity->b].label);
      add_words(report, " (", identity->reason);
      tw_buf_add(&report->text, TW_STR(")\n"));
    }
  }
  if (!n) {
    tw_buf_add(&report->text, TW_STR("  Nothing that was noticed.\n"));
  }
}

static TwStatus
tell(Report* report)
{
  tw_buf_addf(&report->text, "triplewire %s\n", report->run->version);
  tell_reading(report);
  TW_TRY(tell_documents(report));
  TW_TRY(tell_found(report));
  tell_conflicts(report);
  tell_unknown(report);
  return tw_buf_status(&report->text);
}

TwStatus
tw_report_write(const TwGraph* graph, const TwRun* run, TwWriter* writer)
{
  Report report = {
    .graph = graph, .run = run, .arena = tw_arena_new(0), .text = TW_BUF_INIT};
  const TwStatus status = report.arena ? tell(&report) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    tw_writer_add(writer, tw_buf_str(&report.text));
  }
  tw_buf_clear(&report.text);
  tw_arena_free(report.arena);
  return status;
}
