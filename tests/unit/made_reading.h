/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_MADE_READING_H
#define TW_TESTS_UNIT_MADE_READING_H

#include "extract/claim.h"
#include "graph/fuse.h"

enum { MADE_MAX = 12 };

/** A reading made by hand; words are looked up in its text. */
typedef struct {
  TwDocument document;
  char sha256[65];
  TwEntity entities[MADE_MAX];
  TwFact facts[MADE_MAX];
  TwRole roles[MADE_MAX][MADE_MAX];
  TwStr forms[MADE_MAX];
  uint32_t of[MADE_MAX];
  TwReading reading;
} Made;

/// An article of that text, `publisher` may be ""
void
made_start(Made* made, const char* publisher, const char* date,
           const char* text);

/// An entity named by words of the text; `id` and `country` may be "".
/// Returns its number.
uint32_t
made_entity(Made* made, TwType type, const char* name, const char* id,
            const char* country);

/// An event or relation called by a word of the text, its sentence is the
/// whole text
TwFact*
made_fact(Made* made, const char* term, bool is_event, const char* trigger);

/// A role of the last fact that a thing fills
TwRole*
made_thing(Made* made, const char* role, uint32_t entity);

/// A role of the last fact with a literal, which need not stand in the text
TwRole*
made_literal(Made* made, const char* role, TwType type, const char* value);

/// "Peru flew 12 people to Chile on DATE": an article with a Transfer;
/// `count` 0 leaves it out
void
made_transfer(Made* made, const char* publisher, const char* text,
              const char* date, int count);

/// Adds the articles in that order (an index each) and fuses them
const TwGraph*
made_fuse(TwFuser* fuser, Made* const* articles, const size_t* order, size_t n);

/// The same in their own order, by a fuser of their own
const TwGraph*
made_fused(TwFuser** out_fuser, Made* const* articles, size_t n);

/// A fuser with the default options; fails the test if there is none
TwFuser*
made_fuser(void);

/// Checks that there is one conflict, of that kind, and returns it
const TwConflict*
made_only_conflict(const TwGraph* graph, const char* kind);

/// Whether the statement with that value has a direct triple; fails the test if
/// there is none
bool
made_is_direct(const TwGraph* graph, const char* predicate, const char* object);

/// The graph as lines of text; static until the next call
const char*
made_dump(const TwGraph* graph);

#endif
