/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_box.h"

#include "ontology/fold.h"

#define MAX_SMALL 4
#define MAX_FOLDED_NAMES 10
#define MAX_VALUES 3
#define MAX_ALTERNATIVES 4

/** The statements of a thing with one predicate: [first, end). */
typedef struct {
  const TwDiagramWords* words;
  const TwStatement* first;
  const TwStatement* end;
} Run;

void
tw_diagram_box_small(const TwDiagramView* view, TwDrawNode* node, TwStr text)
{
  TwStr* const line = text.len && node->small.count < MAX_SMALL
                        ? TW_VEC_PUSH(view->arena, &node->small)
                        : NULL;
  if (line) {
    *line = text;
  }
}

static const TwGraphThing*
thing_at(const TwDiagramView* view, uint32_t i)
{
  return &view->graph->things[i];
}

const TwDiagramWords*
tw_diagram_box_words(const TwDiagramView* view, const TwStatement* statement)
{
  return tw_diagram_words(thing_at(view, statement->subject)->term,
                          statement->predicate);
}

/* Appends the object of a statement for people. */
static void
add_value(const TwDiagramView* view, TwBuf* out, const TwStatement* statement)
{
  if (statement->kind == TW_VALUE_THING) {
    tw_buf_add(out, thing_at(view, statement->object)->label);
  } else if (statement->kind == TW_VALUE_DATE) {
    tw_diagram_date_add(out, statement->text);
  } else {
    tw_buf_add(out, statement->text);
  }
}

bool
tw_diagram_box_is_better(const TwStatement* a, const TwStatement* b)
{
  if (!b || a->negated != b->negated) {
    return !b || b->negated;
  }
  if (a->n_sources != b->n_sources) {
    return a->n_sources > b->n_sources;
  }
  return a->n_documents > b->n_documents;
}

/* Letters and digits of a name, for comparison. */
static TwStr
core_of(const TwDiagramView* view, TwStr name)
{
  const TwStr folded = tw_fold(view->arena, name);
  char* const core = TW_NEW(view->arena, char, folded.len + 1);
  size_t n = 0;
  for (size_t i = 0; core && i < folded.len; ++i) {
    const char c = folded.s[i];
    if (c != ' ' && c != '-' && c != '.' && c != '\'') {
      core[n++] = c;
    }
  }
  return (TwStr){core, n};
}

/* True for another spelling or a part of the name, and for an account. */
static bool
is_in_name(const TwDiagramView* view, TwStr name, TwStr alias)
{
  const TwStr core = core_of(view, alias);
  return tw_str_starts(alias, TW_STR("@")) ||
         tw_str_find(core_of(view, name), core, 0) != SIZE_MAX;
}

static bool
is_told(const TwDiagramView* view, const Run* run, const TwStatement* statement)
{
  const TwGraphThing* const thing = thing_at(view, statement->subject);
  if (statement->negated ||
      (run->words->show == TW_SHOW_LINE && statement->kind == TW_VALUE_THING)) {
    return false;
  }
  return !tw_str_equal(statement->predicate, TW_STR("alias")) ||
         !is_in_name(view, thing->label, statement->text);
}

/* The best values of a run, the best first; returns how many. */
static size_t
best_values(const TwDiagramView* view, const Run* run,
            const TwStatement* out[MAX_VALUES])
{
  const size_t max =
    run->words->n_texts < MAX_VALUES ? run->words->n_texts : MAX_VALUES;
  size_t n = 0;
  for (const TwStatement* s = run->first; s < run->end && max; ++s) {
    if (!is_told(view, run, s)) {
      continue;
    }
    size_t at = n;
    while (at && tw_diagram_box_is_better(s, out[at - 1])) {
      --at;
    }
    if (at == max) {
      continue;
    }
    n += n < max;
    for (size_t i = n - 1; i > at; --i) {
      out[i] = out[i - 1];
    }
    out[at] = s;
  }
  return n;
}

/* Tells the values of one property in a line: "for fraud, perjury". */
static void
add_run(const TwDiagramView* view, const Run* run, TwDrawNode* node)
{
  const TwStatement* values[MAX_VALUES];
  const size_t n = best_values(view, run, values);
  if (!n) {
    return;
  }
  const char* const hedge = tw_diagram_certainty(values[0]->certainty);
  TwBuf buf = TW_BUF_INIT;
  if (hedge && node->kind != TW_DRAW_EVENT) {
    tw_buf_addf(&buf, "%s: ", hedge);
  }
  if (values[0]->status.len) {
    tw_buf_add(&buf, values[0]->status);
    tw_buf_add_char(&buf, ' ');
  }
  if (run->words->words[0]) {
    tw_buf_addf(&buf, "%s ", run->words->words);
  }
  for (size_t i = 0; i < n; ++i) {
    tw_buf_add(&buf, i ? TW_STR(", ") : TW_STR(""));
    add_value(view, &buf, values[i]);
  }
  tw_diagram_box_small(view, node, tw_diagram_keep(view, &buf));
}

void
tw_diagram_box_facts(const TwDiagramView* view, uint32_t thing,
                     TwDrawNode* node)
{
  const TwStatement* const all = view->graph->statements;
  const TwStatement* const end = all + view->first_statement[thing + 1];
  Run run = {NULL, all + view->first_statement[thing], NULL};
  for (; run.first < end; run.first = run.end) {
    run.words = tw_diagram_box_words(view, run.first);
    run.end = run.first + 1;
    while (run.end < end &&
           tw_str_equal(run.end->predicate, run.first->predicate)) {
      ++run.end;
    }
    add_run(view, &run, node);
  }
}

/* Appends the alternatives of a conflict as a question: "12 or 13?" */
static bool
add_question(const TwDiagramView* view, const TwConflict* conflict, TwBuf* out)
{
  const TwStatement* const all = view->graph->statements;
  const TwStatement* const first = &all[conflict->statements[0]];
  const char* const words = tw_diagram_box_words(view, first)->words;
  size_t n = 0;
  if (first->kind == TW_VALUE_THING && words) {
    tw_buf_addf(out, "%s ", words);
  }
  for (; n < conflict->n_statements && n < MAX_ALTERNATIVES; ++n) {
    tw_buf_add(out, n ? TW_STR(" or ") : TW_STR(""));
    add_value(view, out, &all[conflict->statements[n]]);
  }
  tw_buf_add_char(out, '?');
  return n > 1;
}

/* What the papers differ on, where a line cannot say it. */
static void
set_dispute(const TwDiagramView* view, uint32_t thing, TwDrawNode* node)
{
  TwBuf buf = TW_BUF_INIT;
  for (size_t i = 0; i < view->graph->n_conflicts; ++i) {
    const TwConflict* const conflict = &view->graph->conflicts[i];
    if (conflict->about != thing || !conflict->predicate.len ||
        !tw_str_equal(conflict->kind, TW_STR("contradiction"))) {
      continue;
    }
    TwBuf question = TW_BUF_INIT;
    if (add_question(view, conflict, &question)) {
      tw_buf_add(&buf, buf.len ? TW_STR(" · ") : TW_STR(""));
      tw_buf_add(&buf, tw_buf_str(&question));
      node->contested = true;
    }
    buf.failed |= question.failed;
    tw_buf_clear(&question);
  }
  node->dispute = tw_diagram_keep(view, &buf);
}

static void
fill_folded(const TwDiagramView* view, uint32_t thing, TwDrawNode* node)
{
  const uint32_t n = view->boxes[thing].n_folded;
  TwBuf buf = TW_BUF_INIT;
  size_t n_named = 0;
  node->folded = true;
  tw_buf_addf(&buf, "%u", (unsigned)n);
  node->count = tw_diagram_keep(view, &buf);
  node->unit = tw_str(tw_diagram_kind(node->kind, n));
  for (uint32_t i = thing; i < view->graph->n_things; ++i) {
    if (view->boxes[i].folded_into != thing) {
      continue;
    }
    const bool is_last = n_named == MAX_FOLDED_NAMES && n > n_named + 1;
    TwStr* const line = TW_VEC_PUSH(view->arena, &node->small);
    if (!line) {
      return;
    }
    *line = thing_at(view, i)->label;
    if (is_last) {
      tw_buf_addf(&buf, "and %u more", (unsigned)(n - n_named));
      *line = tw_diagram_keep(view, &buf);
      return;
    }
    ++n_named;
  }
}

TwStatus
tw_diagram_box(const TwDiagramView* view, uint32_t thing, TwDrawNode* out)
{
  const TwDiagramBox* const box = &view->boxes[thing];
  *out = (TwDrawNode){.kind = box->kind, .name = thing_at(view, thing)->label};
  if (box->n_folded > 1) {
    fill_folded(view, thing, out);
  } else if (box->kind == TW_DRAW_EVENT) {
    tw_diagram_box_event(view, thing, out);
  } else {
    tw_diagram_box_relations(view, thing, out);
    tw_diagram_box_facts(view, thing, out);
  }
  if (box->n_folded == 1) {
    set_dispute(view, thing, out);
  }
  out->tooltip = tw_diagram_tip_thing(view, thing);
  out->url = tw_diagram_url_thing(view, thing);
  return tw_arena_failed(view->arena) ? TW_ERR_NOMEM : TW_OK;
}
