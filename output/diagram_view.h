/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DIAGRAM_VIEW_H
#define TW_OUTPUT_DIAGRAM_VIEW_H

#include "base/status.h"
#include "graph/graph.h"
#include "output/diagram_words.h"

/* The graph as boxes and lines, before a choice is made: what diagram_view.c
 * looks up once, so that the others need not walk the graph. */

/** A line between two things that can be drawn. */
typedef struct {
  uint32_t from; ///< Thing where the arrow starts
  uint32_t to;
  uint32_t statement; ///< Or TW_NO_THING: containment, and who said it
  const TwDiagramWords* words;
  TwStr label; ///< Instead of the words of the row; or empty
  TwLine line;
  TwTone tone;
  TwFlow flow;
  TwCertainty certainty;
  bool negated;
  bool is_former;
  bool contested;
  uint32_t n_sources;
  uint32_t weight; ///< Of how much use it is to a reader
} TwDiagramLink;

/** What is known of a thing as a box. */
typedef struct {
  TwDrawKind kind;
  bool can_be_drawn;
  bool is_chosen;
  uint32_t weight;
  uint32_t n_links;     ///< Containment left out
  uint32_t folded_into; ///< The thing whose box stands for it: itself, if it
                        ///< is not folded
  uint32_t n_folded;    ///< How many it stands for
  uint32_t node;        ///< Index in the drawing
} TwDiagramBox;

typedef struct {
  const TwGraph* graph;
  TwArena* arena;
  TwDiagramBox* boxes;         ///< One for each thing
  uint32_t* first_statement;   ///< Of each thing, n_things + 1 of them
  uint32_t* conflict;          ///< Of each statement, or TW_NO_THING
  TW_VEC(TwDiagramLink) links; ///< Sorted: from, to, and so on
  TW_VEC(uint32_t) of_thing;   ///< Indexes of links, by thing
  uint32_t* first_of_thing;    ///< n_things + 1
  uint32_t* relation_subject;  ///< Of a thing that is a relation: whose; of
                               ///< others TW_NO_THING
  uint32_t* relations;         ///< Those things, by whose they are
  uint32_t* first_relation;    ///< n_things + 1
} TwDiagramView;

/// Looks at all of the graph
TwStatus
tw_diagram_view_make(const TwGraph* graph, TwArena* arena, TwDiagramView* out);

/// True for an event that has a card
bool
tw_diagram_view_is_event(const TwDiagramView* view, uint32_t thing);

/// The other end of a link
uint32_t
tw_diagram_view_other(const TwDiagramLink* link, uint32_t thing);

/// Makes small events lines of small type in the box of a person, their links
/// gone; links must be indexed again (diagram_notes.c)
TwStatus
tw_diagram_notes(TwDiagramView* view);

/// Lets one box stand for things of one kind that have the same lines
/// (diagram_fold.c)
TwStatus
tw_diagram_fold(TwDiagramView* view);

/// Marks what is drawn, at most `max_nodes` boxes (diagram_choose.c)
TwStatus
tw_diagram_choose(TwDiagramView* view, size_t max_nodes);

/// What a thing is told by: words and their papers, a line each; also of a
/// folded box (diagram_tip.c)
TwStr
tw_diagram_tip_thing(const TwDiagramView* view, uint32_t thing);

/// The same of a line that stands for `n` links
TwStr
tw_diagram_tip_links(const TwDiagramView* view, const uint32_t* links, size_t n,
                     TwStr label);

/// Where the words of a thing or of a statement stand, or empty
TwStr
tw_diagram_url_thing(const TwDiagramView* view, uint32_t thing);

TwStr
tw_diagram_url_statement(const TwDiagramView* view, uint32_t statement);

/// Title, caveat and description (diagram_title.c)
TwStatus
tw_diagram_title(const TwDiagramView* view, TwStr title, TwDrawing* drawing);

/// Says for each line which end stands further left, so that who and from
/// where come before what happened, where to behind it (diagram_sides.c)
TwStatus
tw_diagram_sides(TwDrawing* drawing);

/// Appends how the papers differ on a line, if they do (diagram_dispute.c)
void
tw_diagram_dispute_add(const TwDiagramView* view, TwBuf* out,
                       const uint32_t* links, size_t n);

/// How many publishers tell of a thing; an article without one counts alone
size_t
tw_diagram_papers(const TwDiagramView* view, const TwGraphThing* thing);

/// Fills the box of a thing: name, date, count, small lines (diagram_box.c)
TwStatus
tw_diagram_box(const TwDiagramView* view, uint32_t thing, TwDrawNode* out);

/// Copies what was appended to `buf` to the arena and frees it; if memory ran
/// out, the arena has failed from now on
TwStr
tw_diagram_keep(const TwDiagramView* view, TwBuf* buf);

#endif
