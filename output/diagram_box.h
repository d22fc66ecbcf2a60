/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DIAGRAM_BOX_H
#define TW_OUTPUT_DIAGRAM_BOX_H

#include "output/diagram_view.h"

/* What stands in a box. */

/// The row of a statement; static
const TwDiagramWords*
tw_diagram_box_words(const TwDiagramView* view, const TwStatement* statement);

/// True if more papers stand behind `a` than behind `b`, which may be NULL
bool
tw_diagram_box_is_better(const TwStatement* a, const TwStatement* b);

/// Adds a small line if there is something to say and room for it
void
tw_diagram_box_small(const TwDiagramView* view, TwDrawNode* node, TwStr text);

/// Adds a small line for each property that is told in small type
void
tw_diagram_box_facts(const TwDiagramView* view, uint32_t thing,
                     TwDrawNode* node);

/// Adds a small line for each relation with several ends and for each event
/// that has no card of its own (diagram_small.c)
void
tw_diagram_box_relations(const TwDiagramView* view, uint32_t thing,
                         TwDrawNode* node);

/// Fills the card of an event (diagram_card.c)
void
tw_diagram_box_event(const TwDiagramView* view, uint32_t event,
                     TwDrawNode* node);

#endif
