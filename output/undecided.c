/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/undecided.h"

#include "base/arena.h"
#include "base/buf.h"

#include <stdlib.h>

static const char head[] =
  "# Who or what may be one and was left apart, the likeliest first. Take the\n"
  "# \"# \" from rows that hold, and give the table to build --corrections.\n";

/* By what speaks for it; then in the order of the graph. */
static int
by_score(const void* left, const void* right)
{
  const TwIdentity* const a = *(const TwIdentity* const*)left;
  const TwIdentity* const b = *(const TwIdentity* const*)right;
  if (a->score != b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return (a > b) - (a < b);
}

/* True if it fits into a cell of a table. */
static bool
is_cell(TwStr text)
{
  for (size_t i = 0; i < text.len; ++i) {
    if ((unsigned char)text.s[i] < ' ') {
      return false;
    }
  }
  return text.len > 0;
}

/* The first statement of the thing. */
static size_t
first_statement(const TwGraph* graph, uint32_t thing)
{
  size_t low = 0;
  size_t high = graph->n_statements;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (graph->statements[middle].subject < thing) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* A claim whose words tell of the event and fit into a cell; NULL if none. */
static const TwGraphClaim*
find_words(const TwGraph* graph, uint32_t event)
{
  for (size_t s = first_statement(graph, event);
       s < graph->n_statements && graph->statements[s].subject == event; ++s) {
    const TwStatement* const statement = &graph->statements[s];
    for (uint32_t c = statement->first_claim; c < statement->end_claim; ++c) {
      if (is_cell(graph->claims[c].evidence.exact)) {
        return &graph->claims[c];
      }
    }
  }
  return NULL;
}

static void
add_words(const TwGraph* graph, const TwGraphClaim* claim, TwBuf* out)
{
  const TwGraphDocument* const document =
    &graph->documents[claim->evidence.document];
  tw_buf_addf(
    out, "\t%.*s\t%.*s",
    TW_STR_ARG(is_cell(document->id) ? document->id : document->sha256),
    TW_STR_ARG(claim->evidence.exact));
}

/* The row that would make them one; nothing if no row can say so. */
static void
add_row(const TwGraph* graph, const TwIdentity* identity, TwBuf* out)
{
  const TwGraphThing* const a = &graph->things[identity->a];
  const TwGraphThing* const b = &graph->things[identity->b];
  if (!a->is_event) {
    if (is_cell(a->label) && is_cell(b->label)) {
      tw_buf_addf(out, "# merge\t%.*s\t%.*s\t%.*s\n", TW_STR_ARG(a->term),
                  TW_STR_ARG(a->label), TW_STR_ARG(b->label));
    }
    return;
  }
  const TwGraphClaim* const x = find_words(graph, identity->a);
  const TwGraphClaim* const y = find_words(graph, identity->b);
  if (x && y) {
    tw_buf_addf(out, "# merge\tevent\t%.*s", TW_STR_ARG(a->term));
    add_words(graph, x, out);
    add_words(graph, y, out);
    tw_buf_add_char(out, '\n');
  }
}

static void
add_identity(const TwGraph* graph, const TwIdentity* identity, TwBuf* out)
{
  tw_buf_add(out, TW_STR("\n# "));
  /* A name may have been broken over two lines. */
  tw_buf_add_line(out, graph->things[identity->a].label);
  tw_buf_add(out, TW_STR(" / "));
  tw_buf_add_line(out, graph->things[identity->b].label);
  tw_buf_addf(out, "\n# %.*s (%d)\n", TW_STR_ARG(identity->reason),
              identity->score);
  add_row(graph, identity, out);
}

TwStatus
tw_undecided_write(const TwGraph* graph, TwWriter* writer)
{
  TwArena* const arena = tw_arena_new(0);
  const TwIdentity** const sorted =
    arena ? TW_NEW(arena, const TwIdentity*, graph->n_identities + 1) : NULL;
  size_t n = 0;
  if (!sorted) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_identities; ++i) {
    const TwIdentity* const identity = &graph->identities[i];
    if (identity->a != identity->b &&
        tw_str_equal(identity->judgement, TW_STR("undecided"))) {
      sorted[n++] = identity;
    }
  }
  if (n) {
    qsort(sorted, n, sizeof(*sorted), by_score);
  }
  TwBuf text = TW_BUF_INIT;
  tw_writer_add(writer, tw_str(head));
  for (size_t i = 0; i < n; ++i) {
    add_identity(graph, sorted[i], &text);
    tw_writer_add(writer, tw_buf_str(&text));
    tw_buf_reset(&text);
  }
  const TwStatus status = tw_buf_status(&text);
  tw_buf_clear(&text);
  tw_arena_free(arena);
  return status;
}
