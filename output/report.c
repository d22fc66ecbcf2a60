/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/report.h"

#include "base/arena.h"
#include "ontology/schema.h"
#include "output/page.h"
#include "output/report_parts.h"

#include <stdlib.h>

#define DATE_WIDTH 12
#define PAPER_WIDTH 26

/** How often something stands in the graph. */
typedef struct {
  TwStr name;
  size_t n;
} Count;

typedef TW_VEC(Count) CountVec;

static TwStatus
count(TwReport* report, CountVec* counts, TwStr name)
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
tell_count(TwReport* report, size_t n, TwStr what)
{
  tw_buf_reset(&report->words);
  tw_buf_addf(&report->words, "%8zu  ", n);
  tw_buf_add(&report->page, tw_buf_str(&report->words));
  tw_page_wrap(&report->page, 0, 10, what);
}

static void
tell_counts(TwReport* report, const char* heading, CountVec* counts)
{
  tw_page_heading(&report->page, heading);
  if (!counts->count) {
    tw_page_wrap(&report->page, 0, 0, TW_STR("None."));
    return;
  }
  qsort(counts->at, counts->count, sizeof(Count), by_number);
  for (size_t i = 0; i < counts->count; ++i) {
    tell_count(report, counts->at[i].n, counts->at[i].name);
  }
}

/* --- What was read --- */

static void
tell_run(TwReport* report)
{
  const TwRun* const run = report->run;
  tw_buf_addf(&report->words, "Report of triplewire %s", run->version);
  tw_page_wrap(&report->page, 0, 0, tw_buf_str(&report->words));
  tw_page_heading(&report->page, "WHAT WAS READ");
  tell_count(report, run->n_read, TW_STR("articles"));
  tell_count(report, run->n_bytes, TW_STR("bytes of text"));
  tell_count(report, run->n_set_aside, TW_STR("documents set aside"));
  if (report->graph->n_documents) {
    const size_t unit = 1024 * report->graph->n_documents;
    tell_count(report, (report->graph->n_bytes_held + unit - 1) / unit,
               TW_STR("KiB of memory for what an article says"));
  }
  if (run->n_skipped_rules) {
    tell_count(report, run->n_skipped_rules,
               TW_STR("times a pattern ran into its limit in a sentence"));
  }
  if (run->n_notes) {
    tw_page_heading(&report->page, "WHAT WAS SET ASIDE OR CUT");
    for (size_t i = 0; i < run->n_notes; ++i) {
      tw_page_wrap(&report->page, 0, 2, run->notes[i]);
    }
  }
}

static int
by_day(const void* left, const void* right)
{
  const TwGraphDocument* const a = *(const TwGraphDocument* const*)left;
  const TwGraphDocument* const b = *(const TwGraphDocument* const*)right;
  if (!a->date.len != !b->date.len) {
    return a->date.len ? -1 : 1;
  }
  int order = tw_str_compare(a->date, b->date);
  order = order ? order : tw_str_compare(a->id, b->id);
  return order ? order : tw_str_compare(a->sha256, b->sha256);
}

static void
tell_document(TwReport* report, const TwGraphDocument* document)
{
  TwBuf* const page = &report->page;
  tw_page_cell(page, DATE_WIDTH,
               document->date.len ? document->date : TW_STR("unknown"));
  tw_page_cell(page, PAPER_WIDTH,
               document->publisher.len ? document->publisher
                                       : TW_STR("unknown"));
  tw_buf_addf(page, "%8u  ", document->n_claims);
  tw_page_cell(page, TW_PAGE_WIDTH - DATE_WIDTH - PAPER_WIDTH - 10,
               document->id);
  tw_page_end_line(page);
}

/* "The date was found by: header (8), metadata (2)." */
static void
tell_ways(TwReport* report, const char* before, CountVec* ways)
{
  if (!ways->count) {
    return;
  }
  qsort(ways->at, ways->count, sizeof(Count), by_number);
  tw_buf_reset(&report->words);
  tw_buf_add(&report->words, tw_str(before));
  for (size_t i = 0; i < ways->count; ++i) {
    tw_buf_addf(&report->words, "%s%.*s (%zu)", i ? ", " : " ",
                TW_STR_ARG(ways->at[i].name), ways->at[i].n);
  }
  tw_buf_add_char(&report->words, '.');
  tw_page_wrap(&report->page, 0, 0, tw_buf_str(&report->words));
}

static void
tell_copies(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  size_t n = 0;
  for (size_t i = 0; i < graph->n_documents; ++i) {
    n += graph->documents[i].copy_of != TW_NO_THING;
  }
  if (n) {
    tw_buf_reset(&report->words);
    tw_buf_addf(&report->words,
                "%zu of them %s most of another one word for word and "
                "%s with it as one source.",
                n, n == 1 ? "tells" : "tell", n == 1 ? "counts" : "count");
    tw_page_wrap(&report->page, 0, 0, tw_buf_str(&report->words));
  }
}

static TwStatus
tell_documents(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  const TwGraphDocument** const sorted =
    TW_NEW(report->arena, const TwGraphDocument*, graph->n_documents + 1);
  CountVec dates = {NULL, 0, 0};
  CountVec papers = {NULL, 0, 0};
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    const TwGraphDocument* const document = &graph->documents[i];
    sorted[i] = document;
    if (document->date_how.len) {
      TW_TRY(count(report, &dates, document->date_how));
    }
    if (document->publisher_how.len) {
      TW_TRY(count(report, &papers, document->publisher_how));
    }
  }
  if (graph->n_documents) {
    qsort(sorted, graph->n_documents, sizeof(sorted[0]), by_day);
  }
  tw_page_heading(&report->page, "ARTICLES");
  tw_page_cell(&report->page, DATE_WIDTH, TW_STR("published"));
  tw_page_cell(&report->page, PAPER_WIDTH, TW_STR("paper"));
  tw_buf_add(&report->page, TW_STR("  claims  article\n"));
  for (size_t i = 0; i < graph->n_documents; ++i) {
    tell_document(report, sorted[i]);
  }
  tw_buf_add_char(&report->page, '\n');
  tell_ways(report, "The date was found by:", &dates);
  tell_ways(report, "The paper was found by:", &papers);
  tell_copies(report);
  return TW_OK;
}

/* --- What was found --- */

TwStr
tw_report_property(TwStr name)
{
  const TwProperty* const property = tw_schema_property(name);
  return property ? property->label : name;
}

static TwStr
class_label(TwStr name)
{
  const TwClass* const class_ = tw_schema_class(name);
  return class_ ? class_->label : name;
}

static TwStatus
tell_found(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  CountVec things = {NULL, 0, 0};
  CountVec events = {NULL, 0, 0};
  CountVec said = {NULL, 0, 0};
  CountVec rules = {NULL, 0, 0};
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    const bool is_thing = !thing->is_event && thing->type != TW_TYPE_NONE;
    if (!thing->only_furniture) {
      TW_TRY(
        count(report, is_thing ? &things : &events, class_label(thing->term)));
    }
  }
  for (size_t i = 0; i < graph->n_statements; ++i) {
    TW_TRY(
      count(report, &said, tw_report_property(graph->statements[i].predicate)));
  }
  for (size_t i = 0; i < graph->n_claims; ++i) {
    TW_TRY(count(report, &rules, graph->claims[i].rule));
  }
  tell_counts(report, "PEOPLE, BODIES AND PLACES", &things);
  tell_counts(report, "EVENTS AND RELATIONS", &events);
  tell_counts(report, "WHAT IS SAID OF THEM", &said);
  tell_counts(report, "CLAIMS BY THE RULE THAT READ THEM", &rules);
  return TW_OK;
}

/* --- What is not known --- */

/* Adds `text` to a list whose first line is `before`. */
static void
tell_item(TwReport* report, size_t* n, const char* before, TwStr text)
{
  if (!(*n)++) {
    tw_page_wrap(&report->page, 0, 0, tw_str(before));
  }
  tw_page_wrap(&report->page, 2, 4, text);
}

static size_t
tell_unread(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  size_t dateless = 0;
  size_t silent = 0;
  for (size_t i = 0; i < graph->n_documents; ++i) {
    if (!graph->documents[i].date.len) {
      tell_item(report, &dateless,
                "Articles without a date, whose “today” nobody knows:",
                graph->documents[i].id);
    }
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    if (!graph->documents[i].n_claims) {
      tell_item(report, &silent, "Articles in which no rule found anything:",
                graph->documents[i].id);
    }
  }
  return dateless + silent;
}

static size_t
tell_undated(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    if (graph->things[i].is_event && !graph->things[i].date.len) {
      tell_item(report, &n, "Events whose date is not told or is contested:",
                graph->things[i].label);
    }
  }
  return n;
}

static size_t
tell_undecided(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  size_t n = 0;
  for (size_t i = 0; i < graph->n_identities; ++i) {
    const TwIdentity* const identity = &graph->identities[i];
    if (tw_str_equal(identity->judgement, TW_STR("undecided"))) {
      tw_buf_reset(&report->words);
      tw_buf_addf(&report->words, "%.*s and %.*s: %.*s",
                  TW_STR_ARG(graph->things[identity->a].label),
                  TW_STR_ARG(graph->things[identity->b].label),
                  TW_STR_ARG(identity->reason));
      tell_item(report, &n, "What may be one and is kept apart:",
                tw_buf_str(&report->words));
    }
  }
  return n;
}

static void
tell_unknown(TwReport* report)
{
  tw_page_heading(&report->page, "WHAT IS NOT KNOWN");
  size_t n = tell_unread(report);
  n += tell_undated(report);
  n += tell_undecided(report);
  if (!n) {
    tw_page_wrap(&report->page, 0, 0, TW_STR("Nothing that was noticed."));
  }
  if (report->run->engine) {
    tw_buf_addf(&report->page, "\nThe drawing was laid out by %s.\n",
                report->run->engine);
  }
}

static TwStatus
tell(TwReport* report)
{
  tell_run(report);
  TW_TRY(tell_documents(report));
  TW_TRY(tw_report_differ(report));
  tw_report_checks(report);
  TW_TRY(tw_report_quotes(report));
  tell_unknown(report);
  TW_TRY(tell_found(report));
  TW_TRY(tw_buf_status(&report->words));
  return tw_buf_status(&report->page);
}

TwStatus
tw_report_write(const TwGraph* graph, const TwRun* run, TwWriter* writer)
{
  TwReport report = {.graph = graph,
                     .run = run,
                     .arena = tw_arena_new(0),
                     .page = TW_BUF_INIT,
                     .words = TW_BUF_INIT};
  const TwStatus status = report.arena ? tell(&report) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    tw_writer_add(writer, tw_buf_str(&report.page));
  }
  tw_buf_clear(&report.page);
  tw_buf_clear(&report.words);
  tw_arena_free(report.arena);
  return status;
}
