/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_box.h"

#define MAX_PARTS 6

/* The last line says how many papers tell of it. */
#define MAX_FACTS 3

/** The words of a card's body: "400 kilograms", "cocaine". */
typedef struct {
  TwStr at[MAX_PARTS];
  size_t n;
} Parts;

static TwStr
term_of(const TwDiagramView* view, uint32_t event)
{
  return view->graph->things[event].term;
}

/* The value most papers give for what is shown as `show`; NULL if none does. */
static const TwStatement*
best_of(const TwDiagramView* view, uint32_t event, TwShow show)
{
  const TwStatement* best = NULL;
  for (uint32_t s = view->first_statement[event];
       s < view->first_statement[event + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (tw_diagram_box_words(view, statement)->show == show &&
        statement->kind != TW_VALUE_THING &&
        tw_diagram_box_is_better(statement, best)) {
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
        tw_diagram_box_words(view, statement)->show == TW_SHOW_BODY) {
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
    tw_diagram_box_small(view, node, body);
  }
}

static void
set_count(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  const TwDiagramEvent* const row = tw_diagram_event(term_of(view, event));
  const TwStatement* const count = best_of(view, event, TW_SHOW_COUNT);
  if (count) {
    const bool is_one = tw_str_equal(count->text, TW_STR("1"));
    node->count = count->text;
    node->unit = tw_str(is_one ? row->unit : row->units);
  }
}

/* A kind that is said names the band: "PLEA" of a trial. */
static void
set_band(const TwDiagramView* view, uint32_t event, TwDrawNode* node)
{
  const TwStatement* const kind = best_of(view, event, TW_SHOW_KIND);
  node->name = tw_str(tw_diagram_event(term_of(view, event))->band);
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
  const TwGraphThing* const thing = &view->graph->things[event];
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
  tw_diagram_box_small(view, node, tw_diagram_keep(view, &buf));
}

void
tw_diagram_box_event(const TwDiagramView* view, uint32_t event,
                     TwDrawNode* node)
{
  TwBuf date = TW_BUF_INIT;
  set_band(view, event, node);
  tw_diagram_date_add(&date, view->graph->things[event].date);
  node->date = tw_diagram_keep(view, &date);
  set_count(view, event, node);
  set_body(view, event, node);
  tw_diagram_box_facts(view, event, node);
  if (node->small.count > MAX_FACTS) {
    node->small.count = MAX_FACTS;
  }
  add_standing(view, event, node);
}
