/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

#define MAX_QUOTES 4
#define MAX_OTHER_QUOTES 3 ///< Of those who differ
#define MAX_QUOTE 240      ///< Bytes
#define MAX_NAMES 4
#define MAX_FOLDED 8

/** A tooltip in the making. */
typedef struct {
  const TwDiagramView* view;
  TwBuf buf;
  TwGraphBytes shown[MAX_QUOTES];
  uint32_t documents[MAX_QUOTES];
  size_t n_shown;
  size_t max_shown; ///< MAX_QUOTES at most
  bool has_more;
} Tip;

static const TwGraphDocument*
document_at(const Tip* tip, uint32_t i)
{
  return &tip->view->graph->documents[i];
}

/* Appends `text` on one line, cut behind a word. */
static void
add_quote(TwBuf* out, TwStr text)
{
  TwStr rest = tw_str_trim(text);
  const bool is_cut = rest.len > MAX_QUOTE;
  if (is_cut) {
    size_t end = MAX_QUOTE;
    while (end && rest.s[end] != ' ' && rest.s[end] != '\n') {
      --end;
    }
    rest.len = end ? end : MAX_QUOTE;
  }
  tw_buf_add(out, TW_STR("“"));
  for (size_t i = 0; i < rest.len; ++i) {
    const char c = rest.s[i];
    const bool is_blank = c == '\n' || c == '\r' || c == '\t';
    tw_buf_add_char(out, is_blank ? ' ' : c);
  }
  tw_buf_add(out, is_cut ? TW_STR(" …”") : TW_STR("”"));
}

/* Who says so, in which paper, when. */
static void
add_source(Tip* tip, const TwGraphClaim* claim)
{
  const TwGraphDocument* const document =
    document_at(tip, claim->evidence.document);
  const TwStr paper = document->publisher.len ? document->publisher
                      : document->title.len   ? document->title
                                              : document->id;
  tw_buf_add(&tip->buf, TW_STR(" — "));
  if (claim->speaker != TW_NO_THING) {
    tw_buf_add(&tip->buf, tip->view->graph->things[claim->speaker].label);
    tw_buf_add(&tip->buf, TW_STR(", in "));
  } else if (claim->speaker_text.len) {
    tw_buf_add(&tip->buf, claim->speaker_text);
    tw_buf_add(&tip->buf, TW_STR(", in "));
  }
  tw_buf_add(&tip->buf, paper);
  if (document->date.len) {
    tw_buf_add(&tip->buf, TW_STR(", "));
    tw_diagram_date_add(&tip->buf, document->date);
  }
}

static bool
was_shown(const Tip* tip, const TwGraphClaim* claim)
{
  for (size_t i = 0; i < tip->n_shown; ++i) {
    if (tip->documents[i] == claim->evidence.document &&
        tip->shown[i].start == claim->evidence.bytes.start) {
      return true;
    }
  }
  return false;
}

static bool
was_document_shown(const Tip* tip, const TwGraphClaim* claim)
{
  for (size_t i = 0; i < tip->n_shown; ++i) {
    if (tip->documents[i] == claim->evidence.document) {
      return true;
    }
  }
  return false;
}

static void
add_claim(Tip* tip, const TwGraphClaim* claim)
{
  const char* const hedge = tw_diagram_certainty(claim->certainty);
  if (was_shown(tip, claim)) {
    return;
  }
  if (tip->n_shown == tip->max_shown) {
    tip->has_more = true;
    return;
  }
  tip->shown[tip->n_shown] = claim->evidence.bytes;
  tip->documents[tip->n_shown++] = claim->evidence.document;
  tw_buf_add_char(&tip->buf, '\n');
  add_quote(&tip->buf, claim->evidence.exact);
  add_source(tip, claim);
  if (hedge || claim->negated) {
    tw_buf_addf(&tip->buf, " (%s%s)", claim->negated ? "not " : "",
                hedge ? hedge : "so");
  }
}

/* The claims of a statement: each article once before any is heard again. */
static void
add_statement(Tip* tip, uint32_t s, bool again)
{
  const TwStatement* const statement = &tip->view->graph->statements[s];
  for (uint32_t i = statement->first_claim; i < statement->end_claim; ++i) {
    const TwGraphClaim* const claim = &tip->view->graph->claims[i];
    if (again || !was_document_shown(tip, claim)) {
      add_claim(tip, claim);
    }
  }
}

/* Says that not all was quoted, and lets others have their say. */
static void
end_quotes(Tip* tip, size_t max_more)
{
  if (tip->has_more) {
    tw_buf_add(&tip->buf, TW_STR("\nand more in other places"));
  }
  tip->has_more = false;
  tip->n_shown = 0;
  tip->max_shown = max_more;
}

static TwStr
finish(Tip* tip)
{
  end_quotes(tip, 0);
  return tw_diagram_keep(tip->view, &tip->buf);
}

static void
add_names(Tip* tip, const TwGraphThing* thing)
{
  for (size_t i = 0; i < thing->n_names && i < MAX_NAMES; ++i) {
    tw_buf_add(&tip->buf, i ? TW_STR(", ") : TW_STR("\nalso "));
    tw_buf_add(&tip->buf, thing->names[i]);
  }
}

/* The words where a thing is first named, if no statement is about it. */
static void
add_mentions(Tip* tip, const TwGraphThing* thing)
{
  for (size_t i = 0; i < thing->n_mentions && i < MAX_NAMES; ++i) {
    const TwGraphDocument* const document =
      document_at(tip, thing->mentions[i]);
    tw_buf_add(&tip->buf, i ? TW_STR("; ") : TW_STR("\nnamed in "));
    tw_buf_add(&tip->buf,
               document->publisher.len ? document->publisher : document->id);
    if (document->date.len) {
      tw_buf_add(&tip->buf, TW_STR(", "));
      tw_diagram_date_add(&tip->buf, document->date);
    }
  }
}

static void
add_folded(Tip* tip, uint32_t thing)
{
  const TwDiagramView* const view = tip->view;
  size_t n = 0;
  for (uint32_t i = thing; i < view->graph->n_things; ++i) {
    if (view->boxes[i].folded_into == thing) {
      if (++n > MAX_FOLDED) {
        tw_buf_add(&tip->buf, TW_STR(" …"));
        return;
      }
      tw_buf_add(&tip->buf, n > 1 ? TW_STR(", ") : TW_STR(""));
      tw_buf_add(&tip->buf, view->graph->things[i].label);
    }
  }
}

/* What relations and small events say of a thing, then its lines, as far as
 * there is room. */
static void
add_others(Tip* tip, uint32_t thing)
{
  const TwDiagramView* const view = tip->view;
  for (uint32_t i = view->first_relation[thing];
       i < view->first_relation[thing + 1]; ++i) {
    const uint32_t relation = view->relations[i];
    for (uint32_t s = view->first_statement[relation];
         s < view->first_statement[relation + 1]; ++s) {
      add_statement(tip, s, true);
    }
  }
  for (uint32_t i = view->first_of_thing[thing];
       i < view->first_of_thing[thing + 1]; ++i) {
    const TwDiagramLink* const link = &view->links.at[view->of_thing.at[i]];
    if (link->statement != TW_NO_THING && !tip->has_more) {
      add_statement(tip, link->statement, false);
    }
  }
}

TwStr
tw_diagram_tip_thing(const TwDiagramView* view, uint32_t thing)
{
  Tip tip = {.view = view, .buf = TW_BUF_INIT, .max_shown = MAX_QUOTES};
  const TwGraphThing* const self = &view->graph->things[thing];
  const uint32_t first = view->first_statement[thing];
  const uint32_t end = view->first_statement[thing + 1];
  if (view->boxes[thing].n_folded > 1) {
    add_folded(&tip, thing);
  } else {
    tw_buf_add(&tip.buf, self->label);
    add_names(&tip, self);
  }
  for (uint32_t s = first; s < end; ++s) {
    add_statement(&tip, s, false);
  }
  for (uint32_t s = first; s < end; ++s) {
    add_statement(&tip, s, true);
  }
  add_others(&tip, thing);
  if (!tip.n_shown) {
    add_mentions(&tip, self);
  }
  return finish(&tip);
}

/* What a speaker says of an event, in any of its statements. */
static void
add_sayings(Tip* tip, const TwDiagramLink* link)
{
  const TwDiagramView* const view = tip->view;
  for (uint32_t s = view->first_statement[link->to];
       s < view->first_statement[link->to + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    for (uint32_t i = statement->first_claim; i < statement->end_claim; ++i) {
      if (view->graph->claims[i].speaker == link->from) {
        add_claim(tip, &view->graph->claims[i]);
      }
    }
  }
}

/* The other sides of a conflict, with their words. */
static void
add_alternatives(Tip* tip, uint32_t s)
{
  const TwDiagramView* const view = tip->view;
  const uint32_t i = view->conflict[s];
  if (i == TW_NO_THING) {
    return;
  }
  const TwConflict* const conflict = &view->graph->conflicts[i];
  end_quotes(tip, MAX_OTHER_QUOTES);
  tw_buf_addf(&tip->buf,
              "\nthe papers differ (%.*s):", TW_STR_ARG(conflict->kind));
  for (size_t k = 0; k < conflict->n_statements; ++k) {
    if (conflict->statements[k] != s) {
      add_statement(tip, conflict->statements[k], false);
    }
  }
  for (size_t k = 0; k < conflict->n_silent; ++k) {
    const TwGraphDocument* const document =
      document_at(tip, conflict->silent[k]);
    const TwStr paper =
      document->publisher.len ? document->publisher : document->id;
    tw_buf_addf(&tip->buf, "\nleft out by %.*s", TW_STR_ARG(paper));
  }
}

TwStr
tw_diagram_tip_links(const TwDiagramView* view, const uint32_t* links, size_t n,
                     TwStr label)
{
  Tip tip = {.view = view, .buf = TW_BUF_INIT, .max_shown = MAX_QUOTES};
  const TwDiagramLink* const all = view->links.at;
  const TwDiagramLink* const first = &all[links[0]];
  const TwGraphThing* const things = view->graph->things;
  tw_buf_add(&tip.buf, things[first->from].label);
  tw_buf_addf(&tip.buf, " — %.*s — ", TW_STR_ARG(label));
  tw_buf_add(&tip.buf, things[first->to].label);
  for (int again = 0; again < 2; ++again) {
    for (size_t i = 0; i < n; ++i) {
      if (all[links[i]].statement != TW_NO_THING) {
        add_statement(&tip, all[links[i]].statement, again != 0);
      } else if (all[links[i]].line == TW_LINE_DOTTED) {
        add_sayings(&tip, &all[links[i]]);
      }
    }
  }
  for (size_t i = 0; i < n; ++i) {
    if (all[links[i]].contested && all[links[i]].statement != TW_NO_THING) {
      add_alternatives(&tip, all[links[i]].statement);
    }
  }
  return finish(&tip);
}

TwStr
tw_diagram_url_statement(const TwDiagramView* view, uint32_t statement)
{
  const TwGraph* const graph = view->graph;
  if (statement != TW_NO_THING) {
    const TwStatement* const self = &graph->statements[statement];
    for (uint32_t i = self->first_claim; i < self->end_claim; ++i) {
      const TwGraphDocument* const document =
        &graph->documents[graph->claims[i].evidence.document];
      if (document->url.len) {
        return document->url;
      }
    }
  }
  return (TwStr){NULL, 0};
}

TwStr
tw_diagram_url_thing(const TwDiagramView* view, uint32_t thing)
{
  const TwGraphThing* const self = &view->graph->things[thing];
  for (size_t i = 0; i < self->n_documents; ++i) {
    const TwGraphDocument* const document =
      &view->graph->documents[self->documents[i]];
    if (document->url.len) {
      return document->url;
    }
  }
  return (TwStr){NULL, 0};
}
