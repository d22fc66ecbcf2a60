/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_FACTS_H
#define TW_EXTRACT_PACK_PATTERN_FACTS_H

#include "extract/pack/pattern.h"

/* What can be said of a part of a pattern without running it: what it can
 * start with and what it cannot do without. From it comes the choice of the
 * patterns that are tried on a sentence at all. */

typedef TW_VEC(TwStr) TwStrVec;

/** One of several atoms. */
typedef struct {
  TwTypeSet types;
  TwStrVec words;
  bool any; ///< Every atom
} TwOneOf;

typedef struct {
  bool nullable; ///< It can match nothing
  TwOneOf start;
  TW_VEC(TwOneOf) needs;
} TwFacts;

typedef TW_VEC(TwFacts) TwFactsVec;

/* They return false if memory runs out. */

/// Adds `more` to the atoms of `one`
bool
tw_one_of_join(TwArena* arena, TwOneOf* one, const TwOneOf* more);

/// `facts` become those of a single atom
bool
tw_facts_atom(TwArena* arena, TwFacts* facts, const TwOneOf* one);

/// `facts` become those of what they are of, followed by `next`
bool
tw_facts_append(TwArena* arena, TwFacts* facts, const TwFacts* next);

/// `facts` become those of what they are of, or `other`
bool
tw_facts_choose(TwArena* arena, TwFacts* facts, const TwFacts* other);

/// `facts` become those of what need not be there
void
tw_facts_optional(TwFacts* facts);

/// Makes the pattern's ways of its alternatives, and what it can start with
bool
tw_facts_finish(TwArena* arena, const TwFactsVec* alternatives,
                TwPattern* pattern);

#endif
