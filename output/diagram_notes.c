/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/diagram_view.h"

/* An event that one article tells as background of one person ("he was
 * arrested in May") needs no card: it is a line of small type in that
 * person's box. */

static bool
is_about_person(const TwDiagramView* view, const TwDiagramLink* link)
{
  return link->statement != TW_NO_THING &&
         view->boxes[tw_diagram_view_other(
                       link, view->graph->statements[link->statement].subject)]
             .kind == TW_DRAW_PERSON &&
         tw_str_equal(view->graph->statements[link->statement].predicate,
                      TW_STR("person"));
}

/* The one person of an event, or TW_NO_THING; lines to others than who did it
 * and where tell too much for small type. */
static uint32_t
person_of(const TwDiagramView* view, uint32_t event)
{
  uint32_t person = TW_NO_THING;
  for (uint32_t i = view->first_of_thing[event];
       i < view->first_of_thing[event + 1]; ++i) {
    const TwDiagramLink* const link = &view->links.at[view->of_thing.at[i]];
    if (is_about_person(view, link)) {
      if (person != TW_NO_THING) {
        return TW_NO_THING;
      }
      person = tw_diagram_view_other(link, event);
    } else if (link->contested || link->tone == TW_TONE_PLACE ||
               link->n_sources > 1) {
      return TW_NO_THING;
    }
  }
  return person;
}

static bool
is_small(const TwDiagramView* view, uint32_t i)
{
  const TwGraphThing* const thing = &view->graph->things[i];
  return thing->is_event && view->boxes[i].can_be_drawn && thing->recap &&
         thing->n_documents == 1;
}

/* True if the person has a line to something else than small events. */
static bool
is_drawn_anyway(const TwDiagramView* view, uint32_t person)
{
  for (uint32_t i = view->first_of_thing[person];
       i < view->first_of_thing[person + 1]; ++i) {
    const TwDiagramLink* const link = &view->links.at[view->of_thing.at[i]];
    if (link->tone != TW_TONE_PALE && link->line != TW_LINE_DOTTED &&
        !is_small(view, tw_diagram_view_other(link, person))) {
      return true;
    }
  }
  return false;
}

TwStatus
tw_diagram_notes(TwDiagramView* view)
{
  const uint32_t n = (uint32_t)view->graph->n_things;
  bool* const is_note = TW_NEW(view->arena, bool, (size_t)n + 1);
  if (!is_note) {
    return TW_ERR_NOMEM;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t person =
      is_small(view, i) ? person_of(view, i) : TW_NO_THING;
    if (person != TW_NO_THING && is_drawn_anyway(view, person)) {
      is_note[i] = true;
      view->relation_subject[i] = person;
    }
  }
  size_t n_kept = 0;
  for (size_t i = 0; i < view->links.count; ++i) {
    const TwDiagramLink* const link = &view->links.at[i];
    if (!is_note[link->from] && !is_note[link->to]) {
      view->links.at[n_kept++] = *link;
    }
  }
  view->links.count = n_kept;
  for (uint32_t i = 0; i < n; ++i) {
    view->boxes[i].can_be_drawn &= !is_note[i];
  }
  return TW_OK;
}
