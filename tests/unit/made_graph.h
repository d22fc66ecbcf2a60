/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_MADE_GRAPH_H
#define TW_TESTS_UNIT_MADE_GRAPH_H

#include "graph/graph.h"

/** A graph made by hand, in any order; made_graph_finish() sorts it as the
 * fuser does. What cannot be made fails the test. */
typedef struct MadeGraph MadeGraph;

/// Returns owned
MadeGraph*
made_graph_new(void);

void
made_graph_free(MadeGraph* made);

/// Adds an article; its number, from 0. `date` and `url` may be "".
uint32_t
made_document(MadeGraph* made, const char* publisher, const char* date,
              const char* url);

/// Adds a thing; its handle. An event's `type` is TW_TYPE_NONE.
uint32_t
made_thing(MadeGraph* made, TwType type, const char* term, const char* label);

/// Adds a relation with more than two ends: a "Role"
uint32_t
made_relation(MadeGraph* made, const char* term, const char* label);

/// The thing, to be changed before the graph is finished
TwGraphThing*
made_thing_at(MadeGraph* made, uint32_t thing);

/** What an article says, to be changed before the graph is finished. */
typedef struct {
  uint32_t subject;
  const char* predicate;
  uint32_t object;  ///< Or TW_NO_THING
  const char* text; ///< Then this; a date, a number or words
  uint32_t document;
  TwCertainty certainty;
  bool negated;
  const char* status;
  uint32_t speaker; ///< Or TW_NO_THING
} MadeClaim;

/// Says `object` of `subject` in an article; valid until the next call
MadeClaim*
made_link(MadeGraph* made, uint32_t document, uint32_t subject,
          const char* predicate, uint32_t object);

/// The same with a value
MadeClaim*
made_value(MadeGraph* made, uint32_t document, uint32_t subject,
           const char* predicate, const char* text);

/// The papers differ on the values of `predicate` of `about`
void
made_conflict(MadeGraph* made, const char* kind, uint32_t about,
              const char* predicate);

/// An article leaves out the values of `predicate` of `about`
void
made_omission(MadeGraph* made, uint32_t about, const char* predicate,
              uint32_t document);

/// Lives as long as `made`
const TwGraph*
made_graph_finish(MadeGraph* made);

/** Chile sends people to Spain; two papers tell of it, a third differs. */
typedef struct {
  uint32_t papers[3];
  uint32_t transfer;
  uint32_t chile;
  uint32_t spain;
  uint32_t person;
  uint32_t cartel;
  uint32_t minister;
} MadeStory;

/// Tells that story
MadeStory
made_story(MadeGraph* made);

#endif
