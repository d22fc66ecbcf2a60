/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#define MAX_SMALL 4
#define MAX_FOLDED_NAMES 10
#define MAX_PARTS 6
#define MAX_ALTERNATIVES 4

/** The words of a card's body: "400 kilograms", "cocaine". */
typedef struct {
  TwStr at[MAX_PARTS];
  size_t n;
} Parts;

static void
add_small(const TwDiagramView* view, TwDrawNode* node, TwStr text)
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

static const TwDiagramWords*
words_of(const TwDiagramView* view, const TwStatement* statement)
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

static bool
is_better(const TwStatement* a, const TwStatement* b)
{
  if (!b || a->negated != b->negated) {
    return !b || b->negated;
  }
  if (a->n_sources != b->n_sources) {
    return a->n_sources > b->n_sources;
  }
  return a->n_documents > b->n_documents;
}

/* The value most papers give for what is shown as `show`; NULL if none does. */
static const TwStatement*
best_of(const TwDiagramView* view, uint32_t thing, TwShow show)
{
  const TwStatement* best = NULL;
  for (uint32_t s = view->first_statement[thing];
       s < view->first_statement[thing + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (words_of(view, statement)->show == show &&
        statement->kind != TW_VALUE_THING && is_better(statement, best)) {
      best = statement;
    }
  }
  return best;
}

/* Keeps a text unless another says it, too; drops what it says, too. */
static void
add_part(Parts* parts, TwStr text)
{
  for (size_t i = 0; i < parts->n; ++i) {
    if (tw_str_find(parts->at[i], text, 0) != SIZE_MAX) {
      return;
    }
    if (tw_str_find(text, parts->at[i], 0) != SIZE_MAX) {
      parts->at[i] = text;
      return;
    }
  }
  if (parts->n < MAX_PARTS) {
    parts->at[parts->n++] = text;
  }
}

static size_t
number_length(TwStr text)
{
  size_t n = 0;
  while (n < text.len && ((text.s[n] >= '0' && text.s[n] <= '9') ||
                          (n && (text.s[n] == ',' || text.s[n] == '.')))) {
    ++n;
  }
  return n < text.len && text.s[n] == ' ' ? n : 0;
}

/* "14 years in prison": the number large, the rest beside it. */
static void
set_body(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  Parts parts = {{{NULL, 0}}, 0};
  for (uint32_t s = view->first_statement[event];
       s < view->first_statement[event + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (statement->kind != TW_VALUE_THING && !statement->negated &&
        words_of(view, statement)->show == TW_SHOW_BODY) {
      add_part(&parts, statement->text);
    }
  }
  if (!parts.n) {
    return;
  }
  const TwStr body =
    tw_arena_join(view->arena, parts.at, parts.n, TW_STR(", "));
  const size_t n = node->count.len ? 0 : number_length(body);
  if (n) {
    node->count = tw_str_slice(body, 0, n);
    node->unit = tw_str_slice(body, n + 1, body.len);
  } else if (!node->count.len) {
    node->unit = body;
  } else {
    add_small(view, node, body);
  }
}

static void
set_count(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  const TwDiagramEvent* const row =
    tw_diagram_event(thing_at(view, event)->term);
  const TwStatement* const count = best_of(view, event, TW_SHOW_COUNT);
  if (count) {
    node->count = count->text;
    node->unit =
      tw_str(tw_str_equal(count->text, TW_STR("1")) ? row->unit : row->units);
  }
}

/* A kind that is said names the band: "PLEA" of a trial. */
static void
set_band(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  const TwStatement* const kind = best_of(view, event, TW_SHOW_KIND);
  node->name = tw_str(tw_diagram_event(thing_at(view, event)->term)->band);
  if (kind) {
    TwBuf buf = TW_BUF_INIT;
    for (size_t i = 0; i < kind->text.len; ++i) {
      const char c = kind->text.s[i];
      tw_buf_add_char(&buf, c >= 'a' && c <= 'z' ? (char)(c & ~0x20) : c);
    }
    node->name = tw_diagram_keep(view, &buf);
  }
}

/* The surest that is said of an event; how sure one of its ends is says
 * nothing of the others. */
static TwCertainty
certainty_of(const TwDiagramView* view, uint32_t event)
{
  TwCertainty surest = TW_DENIED;
  bool is_any = false;
  for (uint32_t s = view->first_statement[event];
       s < view->first_statement[event + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (!statement->negated) {
      is_any = true;
      surest = statement->certainty < surest ? statement->certainty : surest;
    }
  }
  return is_any ? surest : TW_ASSERTED;
}

static void
add_standing(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  const TwGraphThing* const thing = thing_at(view, event);
  const size_t n = tw_diagram_papers(view, thing);
  const char* const hedge = tw_diagram_certainty(certainty_of(view, event));
  TwBuf buf = TW_BUF_INIT;
  tw_buf_addf(&buf, "%zu paper%s", n, n == 1 ? "" : "s");
  if (thing->recap) {
    tw_buf_add(&buf, TW_STR(" · background"));
  }
  if (hedge) {
    tw_buf_addf(&buf, " · %s", hedge);
    node->line = TW_LINE_DASHED;
  }
  add_small(view, node, tw_diagram_keep(view, &buf));
}

/* Appends the alternatives of a conflict as a question: "12 or 13?" */
static bool
add_question(const TwDiagramView* view, const TwConflict* conflict, TwBuf* out)
{
  const TwStatement* const first =
    &view->graph->statements[conflict->statements[0]];
  size_t n = 0;
  if (first->kind == TW_VALUE_THING && words_of(view, first)->words) {
    tw_buf_addf(out, "%s ", words_of(view, first)->words);
  }
  for (; n < conflict->n_statements && n < MAX_ALTERNATIVES; ++n) {
    tw_buf_add(out, n ? TW_STR(" or ") : TW_STR(""));
    add_value(view, out, &view->graph->statements[conflict->statements[n]]);
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
    if (conflict->about != thing || !conflict->n_statements ||
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

/* Statements whose row says so, each as a small line. */
static void
add_small_facts(const TwDiagramView* view, uint32_t thing, TwDrawNode* node)
{
  for (uint32_t s = view->first_statement[thing];
       s < view->first_statement[thing + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    const TwDiagramWords* const words = words_of(view, statement);
    if (words->show != TW_SHOW_SMALL || statement->negated ||
        (statement->kind == TW_VALUE_THING &&
         view->relation_subject[statement->object] != TW_NO_THING)) {
      continue;
    }
    const char* const hedge = tw_diagram_certainty(statement->certainty);
    TwBuf buf = TW_BUF_INIT;
    if (hedge) {
      tw_buf_addf(&buf, "%s: ", hedge);
    }
    tw_buf_add(&buf, statement->status);
    tw_buf_add(&buf, statement->status.len ? TW_STR(" ") : TW_STR(""));
    tw_buf_add(&buf, tw_str(words->words));
    add_value(view, &buf, statement);
    add_small(view, node, tw_diagram_keep(view, &buf));
  }
}

static TwStr
value_of(const TwDiagramView* view, uint32_t relation, const char* property)
{
  for (uint32_t s = view->first_statement[relation];
       s < view->first_statement[relation + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (tw_str_equal(statement->predicate, tw_str(property))) {
      return statement->kind == TW_VALUE_THING
               ? thing_at(view, statement->object)->label
               : statement->text;
    }
  }
  return (TwStr){NULL, 0};
}

/* A relation with several ends, in small type: "minister, Peru". */
static void
add_relation(const TwDiagramView* view, uint32_t relation, TwDrawNode* node)
{
  const TwStr role = value_of(view, relation, "role");
  const TwStr of = value_of(view, relation, "of");
  const TwStr offence = value_of(view, relation, "offence");
  const TwStr by = value_of(view, relation, "by");
  TwBuf buf = TW_BUF_INIT;
  if (role.len) {
    tw_buf_add(&buf, role);
    tw_buf_add(&buf, of.len ? TW_STR(", ") : TW_STR(""));
    tw_buf_add(&buf, of);
  } else if (offence.len || by.len) {
    tw_buf_add(&buf, TW_STR("wanted"));
    tw_buf_add(&buf, by.len ? TW_STR(" by ") : TW_STR(""));
    tw_buf_add(&buf, by);
    tw_buf_add(&buf, offence.len ? TW_STR(" for ") : TW_STR(""));
    tw_buf_add(&buf, offence);
  }
  add_small(view, node, tw_diagram_keep(view, &buf));
}

static void
add_relations(const TwDiagramView* view, uint32_t thing, TwDrawNode* node)
{
  for (uint32_t i = view->first_relation[thing];
       i < view->first_relation[thing + 1]; ++i) {
    add_relation(view, view->relations[i], node);
  }
}

static void
fill_event(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  TwBuf date = TW_BUF_INIT;
  set_band(view, event, node);
  tw_diagram_date_add(&date, thing_at(view, event)->date);
  node->date = tw_diagram_keep(view, &date);
  set_count(view, event, node);
  set_body(view, event, node);
  add_small_facts(view, event, node);
  if (node->small.count == MAX_SMALL) {
    --node->small.count;
  }
  add_standing(view, event, node);
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
    fill_event(view, thing, out);
  } else {
    add_relations(view, thing, out);
    add_small_facts(view, thing, out);
  }
  if (box->n_folded == 1) {
    set_dispute(view, thing, out);
  }
  out->tooltip = tw_diagram_tip_thing(view, thing);
  out->url = tw_diagram_url_thing(view, thing);
  return tw_arena_failed(view->arena) ? TW_ERR_NOMEM : TW_OK;
}
