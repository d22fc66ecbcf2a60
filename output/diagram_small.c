/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_box.h"

#include <stdlib.h>

/* What a relation says of one of its ends, or nothing. */
static TwStr
value_of(const TwDiagramView* view, uint32_t relation, const char* property)
{
  for (uint32_t s = view->first_statement[relation];
       s < view->first_statement[relation + 1]; ++s) {
    const TwStatement* const statement = &view->graph->statements[s];
    if (tw_str_equal(statement->predicate, tw_str(property))) {
      return statement->kind == TW_VALUE_THING
               ? view->graph->things[statement->object].label
               : statement->text;
    }
  }
  return (TwStr){NULL, 0};
}

static TwStr
status_of(const TwDiagramView* view, uint32_t relation)
{
  for (uint32_t s = view->first_statement[relation];
       s < view->first_statement[relation + 1]; ++s) {
    if (view->graph->statements[s].status.len) {
      return view->graph->statements[s].status;
    }
  }
  return value_of(view, relation, "status");
}

static void
add_after(TwBuf* out, const char* glue, TwStr text)
{
  if (text.len) {
    tw_buf_add(out, out->len ? tw_str(glue) : TW_STR(""));
    tw_buf_add(out, text);
  }
}

/* "former minister, Peru" or "wanted by Spain for fraud"; nothing of a
 * relation that is a line. */
static void
add_relation(const TwDiagramView* view, uint32_t relation, TwBuf* out)
{
  const TwStr role = value_of(view, relation, "role");
  const TwStr offence = value_of(view, relation, "offence");
  const TwStr by = value_of(view, relation, "by");
  if (role.len) {
    add_after(out, "", status_of(view, relation));
    add_after(out, " ", role);
    add_after(out, ", ", value_of(view, relation, "of"));
  } else if (offence.len || by.len) {
    tw_buf_add(out, TW_STR("wanted"));
    add_after(out, " by ", by);
    add_after(out, " for ", offence);
  }
}

/* "arrested Dec 2025", "charged: fraud, 3 May 2025" */
static void
add_note(const TwDiagramView* view, uint32_t event, TwBuf* out)
{
  const TwGraphThing* const thing = &view->graph->things[event];
  const TwStr offence = value_of(view, event, "offence");
  tw_buf_add(out,
             tw_str(tw_diagram_words(thing->term, TW_STR("person"))->words));
  add_after(out, ": ", offence);
  if (thing->date.len) {
    tw_buf_add(out, offence.len ? TW_STR(", ") : TW_STR(" "));
    tw_diagram_date_add(out, thing->date);
  }
}

static bool
has_small(const TwDrawNode* node, TwStr text)
{
  for (size_t i = 0; i < node->small.count; ++i) {
    if (tw_str_find(node->small.at[i], text, 0) != SIZE_MAX) {
      return true;
    }
  }
  return false;
}

void
tw_diagram_box_relations(const TwDiagramView* view, uint32_t thing,
                         TwDrawNode* node)
{
  for (uint32_t i = view->first_relation[thing];
       i < view->first_relation[thing + 1]; ++i) {
    const uint32_t relation = view->relations[i];
    TwBuf buf = TW_BUF_INIT;
    if (view->graph->things[relation].is_event) {
      add_note(view, relation, &buf);
    } else {
      add_relation(view, relation, &buf);
    }
    const TwStr text = tw_diagram_keep(view, &buf);
    if (!has_small(node, text)) {
      tw_diagram_box_small(view, node, text);
    }
  }
}
