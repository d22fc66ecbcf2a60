/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_H
#define TW_EXTRACT_PACK_PATTERN_H

#include "base/status.h"
#include "extract/pack/atoms.h"
#include "extract/pack/rule.h"

/* What is compiled by PCRE2 and run by it. */

/** Something without which a pattern cannot match: an atom of one of these
 * types or one of these words. */
typedef struct {
  TwTypeSet types;
  const TwStr* words;
  size_t n_words;
  const uint64_t* set; ///< A bit for each word's number (TwAtom)
} TwNeed;

/** One alternative of a pattern: all of its needs have to be met. */
typedef struct {
  TwNeed* needs; ///< The one that is met least often first
  size_t n_needs;
} TwWay;

/// True if the atom is what is needed
static inline bool
tw_need_is_met(const TwNeed* need, const TwAtom* atom)
{
  return need->types & (atom->type | atom->meant) ||
         (need->set[atom->number / 64] >> atom->number % 64 & 1);
}

/** A part of a pattern that stands in no bracket, as it is written and as it
 * is compiled. */
typedef struct {
  TwStr text;   ///< "<Person a>", "@aged", "(of|from)?"
  size_t first; ///< Bytes [first, end) of the regex
  size_t end;
  uint32_t n_groups;    ///< Capturing groups before it
  uint32_t alternative; ///< Of the pattern, from 0
  bool optional;        ///< It can be left out, or is a gap
} TwElement;

struct TwPattern {
  bool use_jit;
  uint32_t number; ///< From 0, in the set that a matcher is for
  TwStr regex;
  TwStr shared; ///< The end of it: long lists of words that its parts call
  const uint32_t* groups; ///< The slot that group 1, 2 … fills
  size_t n_groups;
  size_t n_slots;
  TwWay* ways; ///< One has to be met
  size_t n_ways;
  TwNeed start;    ///< What its first atom is one of …
  bool starts_any; ///< … unless it is any
  const TwElement* elements;
  size_t n_elements;
};

/// Whether `regex` can be compiled; where it is refused, `*out_why` says why
/// (in `arena`) and TW_ERR_RULE comes back
TwStatus
tw_pattern_check(TwStr regex, TwArena* arena, TwStr* out_why);

/// True if it can match what has no certain type and no certain word
bool
tw_pattern_is_bare(const TwPattern* pattern);

/** The compiled patterns of a set. Threads share it: a pattern is compiled by
 * the thread that runs it first, for most of them never run. */
typedef struct TwCodes TwCodes;

/// For `n_patterns` numbered patterns; returns owned, or NULL
TwCodes*
tw_codes_new(size_t n_patterns);

/// Accepts NULL
void
tw_codes_free(TwCodes* codes);

/** One thread's match data, context and stack. */
typedef struct TwMatcher TwMatcher;

/// For patterns of up to `n_groups` groups; borrows `codes`. Returns owned, or
/// NULL.
TwMatcher*
tw_matcher_new(size_t n_groups, TwCodes* codes);

/// Accepts NULL
void
tw_matcher_free(TwMatcher* matcher);

/// Matches at byte `start` and nowhere else.
/// TW_OK and the byte ranges of the whole and of each group, SIZE_MAX for one
/// that has none; TW_NONE; TW_ERR_LIMIT if it would take too long or too much;
/// TW_ERR_RULE if it is refused. `*out_ranges` lasts until the next match.
TwStatus
tw_matcher_run(TwMatcher* matcher, const TwPattern* pattern, TwStr text,
               size_t start, const size_t** out_ranges);

#endif
