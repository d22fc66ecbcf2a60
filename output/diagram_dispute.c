/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

size_t
tw_diagram_papers(const TwDiagramView* view, const TwGraphThing* thing)
{
  const TwGraphDocument* const documents = view->graph->documents;
  size_t n = 0;
  for (size_t i = 0; i < thing->n_documents; ++i) {
    const TwStr paper = documents[thing->documents[i]].publisher;
    bool is_new = true;
    for (size_t k = 0; k < i && is_new && paper.len; ++k) {
      is_new = !tw_str_equal(documents[thing->documents[k]].publisher, paper);
    }
    n += is_new;
  }
  return n;
}

/* How many publishers stand behind the alternatives together. */
static size_t
n_sources_of(const TwDiagramView* view, const TwConflict* conflict)
{
  size_t n = 0;
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    n += view->graph->statements[conflict->statements[i]].n_sources;
  }
  return n;
}

/* How sure the papers are of one statement, or that groups are what they are
 * called: ": asserted or denied?" */
static void
add_certainties(const TwDiagramView* view, TwBuf* out,
                const TwConflict* conflict, uint32_t s)
{
  const TwGraph* const graph = view->graph;
  const TwStatement* const statement = &graph->statements[s];
  unsigned seen = 0;
  for (uint32_t i = statement->first_claim; i < statement->end_claim; ++i) {
    seen |= 1U << graph->claims[i].certainty;
  }
  for (size_t i = 0; i < conflict->n_statements; ++i) {
    const uint32_t object = graph->statements[conflict->statements[i]].object;
    if (object != TW_NO_THING && graph->things[object].type == TW_TYPE_GROUP) {
      seen |= 1U << graph->things[object].membership;
    }
  }
  const char* glue = ": ";
  for (int i = TW_ASSERTED; i <= TW_DENIED; ++i) {
    if (seen & 1U << i) {
      tw_buf_add(out, tw_str(glue));
      tw_buf_add(out, tw_certainty_name((TwCertainty)i));
      glue = " or ";
    }
  }
  tw_buf_add_char(out, '?');
}

void
tw_diagram_dispute_add(const TwDiagramView* view, TwBuf* out,
                       const uint32_t* links, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    const TwDiagramLink* const link = &view->links.at[links[i]];
    const uint32_t c = link->statement == TW_NO_THING
                         ? TW_NO_THING
                         : view->conflict[link->statement];
    if (!link->contested || c == TW_NO_THING) {
      continue;
    }
    const TwConflict* const conflict = &view->graph->conflicts[c];
    if (tw_str_equal(conflict->kind, TW_STR("certainty"))) {
      add_certainties(view, out, conflict, link->statement);
      return;
    }
    if (conflict->n_silent) {
      tw_buf_addf(out, ", left out by %zu of %zu", conflict->n_silent,
                  conflict->n_silent +
                    view->graph->statements[link->statement].n_documents);
      return;
    }
    const size_t n_all =
      conflict->n_statements > 1
        ? n_sources_of(view, conflict)
        : tw_diagram_papers(view, &view->graph->things[conflict->about]);
    if (n_all > link->n_sources) {
      tw_buf_addf(out, ", say %u of %zu", (unsigned)link->n_sources, n_all);
    } else {
      tw_buf_add(out, TW_STR(", contested"));
    }
    return;
  }
}
