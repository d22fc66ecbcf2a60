/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#include <stdlib.h>

/* So many sums stand below the title. */
#define MAX_SUMS 3

#define MAX_KINDS 3 ///< Of events, in the title
#define MAX_TERMS 32

/** How many cards of a kind there are, and what they weigh together. */
typedef struct {
  const TwDiagramEvent* row;
  size_t n;
  size_t weight;
} Kind;

typedef struct {
  Kind at[MAX_TERMS];
  size_t n;
} Kinds;

static bool
is_chosen(const TwDiagramView* view, uint32_t thing)
{
  return view->boxes[view->boxes[thing].folded_into].is_chosen;
}

static void
count_kind(Kinds* kinds, const TwDiagramEvent* row, size_t weight)
{
  size_t i = 0;
  while (i < kinds->n && kinds->at[i].row != row) {
    ++i;
  }
  if (i == kinds->n && i < MAX_TERMS) {
    kinds->at[kinds->n++] = (Kind){row, 0, 0};
  }
  if (i < MAX_TERMS) {
    ++kinds->at[i].n;
    kinds->at[i].weight += weight;
  }
}

/* What most is told of first; of equal ones that of the earlier row. */
static int
compare_kinds(const void* a, const void* b)
{
  const Kind* const x = a;
  const Kind* const y = b;
  if (x->weight != y->weight) {
    return x->weight > y->weight ? -1 : 1;
  }
  return (x->row > y->row) - (x->row < y->row);
}

static Kinds
kinds_of(const TwDiagramView* view)
{
  Kinds kinds = {{{NULL, 0, 0}}, 0};
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    const TwGraphThing* const thing = &view->graph->things[i];
    if (thing->is_event && is_chosen(view, i)) {
      count_kind(&kinds, tw_diagram_event(thing->term), view->boxes[i].weight);
    }
  }
  qsort(kinds.at, kinds.n, sizeof(Kind), compare_kinds);
  return kinds;
}

/* The one country that all cards of a kind have at `property`; TW_NO_THING if
 * they have none or several. */
static uint32_t
one_country(const TwDiagramView* view, const TwDiagramEvent* row,
            const char* property)
{
  const TwGraph* const graph = view->graph;
  uint32_t country = TW_NO_THING;
  for (size_t s = 0; s < graph->n_statements; ++s) {
    const TwStatement* const statement = &graph->statements[s];
    if (is_chosen(view, statement->subject) &&
        statement->kind == TW_VALUE_THING &&
        tw_str_equal(statement->predicate, tw_str(property)) &&
        tw_diagram_event(graph->things[statement->subject].term) == row &&
        graph->things[statement->object].type == TW_TYPE_COUNTRY &&
        country != statement->object) {
      if (country != TW_NO_THING) {
        return TW_NO_THING;
      }
      country = statement->object;
    }
  }
  return country;
}

/* " from Chile to Spain", if all went there. */
static void
add_way(const TwDiagramView* view, TwBuf* out, const TwDiagramEvent* row)
{
  const uint32_t from = one_country(view, row, "origin");
  const uint32_t to = one_country(view, row, "destination");
  if (from != TW_NO_THING && to != TW_NO_THING) {
    tw_buf_add(out, TW_STR(" from "));
    tw_buf_add(out, view->graph->things[from].label);
    tw_buf_add(out, TW_STR(" to "));
    tw_buf_add(out, view->graph->things[to].label);
  }
}

/* "transfers from Chile to Spain, arrests and a sentence" */
static void
add_kinds(const TwDiagramView* view, TwBuf* out, const Kinds* kinds)
{
  const size_t n = kinds->n < MAX_KINDS ? kinds->n : MAX_KINDS;
  const bool is_more = kinds->n > MAX_KINDS;
  for (size_t i = 0; i < n; ++i) {
    const Kind* const kind = &kinds->at[i];
    const bool is_last = i + 1 == n && !is_more;
    tw_buf_add(out, !i ? TW_STR("") : is_last ? TW_STR(" and ") : TW_STR(", "));
    tw_buf_add(out, tw_str(kind->n == 1 ? kind->row->one : kind->row->many));
    add_way(view, out, kind->row);
  }
  if (is_more) {
    tw_buf_add(out, TW_STR(" and more"));
  }
}

/* The first and the last year of cards; of those that are news, if any. */
static void
add_years(const TwDiagramView* view, TwBuf* out, bool with_recaps)
{
  TwStr first = {NULL, 0};
  TwStr last = {NULL, 0};
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    const TwGraphThing* const thing = &view->graph->things[i];
    const size_t at = tw_str_starts(thing->date, TW_STR("../")) ? 3 : 0;
    const TwStr year = tw_str_slice(thing->date, at, at + 4);
    if (!thing->is_event || !is_chosen(view, i) || year.len < 4 ||
        (thing->recap && !with_recaps)) {
      continue;
    }
    first = !first.s || tw_str_compare(year, first) < 0 ? year : first;
    last = !last.s || tw_str_compare(year, last) > 0 ? year : last;
  }
  if (first.s) {
    tw_buf_add(out, TW_STR(", "));
    tw_buf_add(out, first);
    if (!tw_str_equal(first, last)) {
      tw_buf_add(out, TW_STR("–"));
      tw_buf_add(out, last);
    }
  } else if (!with_recaps) {
    add_years(view, out, true);
  }
}

static TwStr
make_title(const TwDiagramView* view, const Kinds* kinds)
{
  TwBuf buf = TW_BUF_INIT;
  if (kinds->n) {
    add_kinds(view, &buf, kinds);
    add_years(view, &buf, false);
    if (buf.len && buf.s[0] >= 'a' && buf.s[0] <= 'z') {
      buf.s[0] = (char)(buf.s[0] & ~0x20);
    }
  } else {
    tw_buf_add(&buf, TW_STR("What the articles tell"));
  }
  return tw_diagram_keep(view, &buf);
}

static int
compare_texts(const void* a, const void* b)
{
  return tw_str_compare(*(const TwStr*)a, *(const TwStr*)b);
}

/* How many publishers there are; an article without one counts alone. */
static TwStatus
count_papers(const TwDiagramView* view, size_t* out_n)
{
  const TwGraph* const graph = view->graph;
  TwStr* const names = TW_NEW(view->arena, TwStr, graph->n_documents + 1);
  if (!names) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_documents; ++i) {
    names[i] = graph->documents[i].publisher;
  }
  qsort(names, graph->n_documents, sizeof(names[0]), compare_texts);
  *out_n = 0;
  for (size_t i = 0; i < graph->n_documents; ++i) {
    *out_n += !i || !names[i].len || !tw_str_equal(names[i], names[i - 1]);
  }
  return TW_OK;
}

static void
add_number(TwBuf* out, size_t n, const char* one, const char* many)
{
  tw_buf_addf(out, "%zu %s", n, n == 1 ? one : many);
}

/* A sum that is whole: of an open one nothing is known. */
static bool
is_sum(const TwCheck* check)
{
  return tw_str_equal(check->kind, TW_STR("sum")) &&
         !tw_str_equal(check->outcome, TW_STR("open"));
}

/* " 29 + 26 + 37 = 92, as stated." */
static void
add_sums(const TwDiagramView* view, TwBuf* out)
{
  size_t n = 0;
  for (size_t c = 0; c < view->graph->n_checks && n < MAX_SUMS; ++c) {
    const TwCheck* const sum = &view->graph->checks[c];
    if (!is_sum(sum)) {
      continue;
    }
    ++n;
    for (size_t i = 0; i < sum->n_parts; ++i) {
      tw_buf_addf(out, "%s%zu", i ? " + " : " ", (size_t)sum->counts[i]);
    }
    tw_buf_addf(out, " = %zu, ", (size_t)sum->computed);
    if (sum->stated == sum->computed) {
      tw_buf_add(out, TW_STR("as stated."));
    } else {
      tw_buf_addf(out, "not %zu as stated.", (size_t)sum->stated);
    }
  }
}

/* What could be drawn and is not. */
static void
add_left_out(const TwDiagramView* view, TwBuf* out)
{
  size_t n_events = 0;
  size_t n_others = 0;
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    const TwDiagramBox* const box = &view->boxes[i];
    if (box->can_be_drawn && !is_chosen(view, i)) {
      n_events += box->kind == TW_DRAW_EVENT;
      n_others += box->kind != TW_DRAW_EVENT && box->n_links;
    }
  }
  if (n_events || n_others) {
    tw_buf_add(out, TW_STR(" Left out for size: "));
    if (n_events) {
      add_number(out, n_events, "event", "events");
    }
    if (n_events && n_others) {
      tw_buf_add(out, TW_STR(" and "));
    }
    if (n_others) {
      add_number(out, n_others, "other box", "other boxes");
    }
    tw_buf_add_char(out, '.');
  }
}

static TwStatus
make_caveat(const TwDiagramView* view, TwStr* out)
{
  TwBuf buf = TW_BUF_INIT;
  size_t n_papers = 0;
  TW_TRY(count_papers(view, &n_papers));
  tw_buf_add(&buf, TW_STR("Read by rule from "));
  add_number(&buf, view->graph->n_documents, "article", "articles");
  tw_buf_add(&buf, TW_STR(" of "));
  add_number(&buf, n_papers, "paper", "papers");
  tw_buf_add(&buf, TW_STR(". Every line leads to its words; dashed is alleged, "
                          "orange is where the papers differ."));
  add_sums(view, &buf);
  add_left_out(view, &buf);
  *out = tw_diagram_keep(view, &buf);
  return TW_OK;
}

/* For people who hear the drawing. */
static TwStr
make_description(const TwDiagramView* view, const TwDrawing* drawing)
{
  size_t counts[TW_DRAW_N_KINDS] = {0};
  TwBuf buf = TW_BUF_INIT;
  const char* glue = "A drawing of ";
  for (uint32_t i = 0; i < view->graph->n_things; ++i) {
    counts[view->boxes[i].kind] += is_chosen(view, i);
  }
  for (int i = 0; i < TW_DRAW_N_KINDS; ++i) {
    if (counts[i]) {
      tw_buf_addf(&buf, "%s%zu %s", glue, counts[i],
                  tw_diagram_kind((TwDrawKind)i, counts[i]));
      glue = ", ";
    }
  }
  tw_buf_addf(&buf, "%s%zu lines in words; events stand in order of time.",
              buf.len ? " and " : "A drawing of ", drawing->edges.count);
  return tw_diagram_keep(view, &buf);
}

TwStatus
tw_diagram_title(const TwDiagramView* view, TwStr title, TwDrawing* drawing)
{
  const Kinds kinds = kinds_of(view);
  drawing->title = title.len ? title : make_title(view, &kinds);
  TW_TRY(make_caveat(view, &drawing->caveat));
  drawing->description = make_description(view, drawing);
  return tw_arena_failed(view->arena) ? TW_ERR_NOMEM : TW_OK;
}
