/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_BUILD_H
#define TW_EXTRACT_PACK_PATTERN_BUILD_H

#include "extract/pack/pack.h"
#include "extract/pack/pattern_facts.h"

#define TW_MAX_SLOTS 16
#define TW_MAX_GROUPS 64
#define TW_NO_SLOT UINT32_MAX

/** A pattern that is being made: what PCRE2 is to compile, and its slots. */
typedef struct {
  TwPackReader* reader;
  TwBuf regex;
  TwSlot slots[TW_MAX_SLOTS];
  size_t n_slots;
  uint32_t groups[TW_MAX_GROUPS];
  size_t n_groups;
  TW_VEC(TwElement) elements;
  TW_VEC(TwStr) shared; ///< Lists of words that the regex calls, by number
  uint32_t alternative; ///< That is being read
} TwBuild;

/* Each adds an element to the regex and says what it is in `facts`. `slot` is
 * TW_NO_SLOT or what it fills. */

/// A word as it stands there
void
tw_build_word(TwBuild* build, TwStr word, TwFacts* facts);

/// One of the words, in any of its forms
void
tw_build_words(TwBuild* build, const TwWordList* list, uint32_t slot,
               TwFacts* facts);

/** How a slot takes things. */
typedef enum {
  TW_MANNER_ONE,
  TW_MANNER_LIST,  ///< Several of them with commas and conjunctions
  TW_MANNER_MEANT, ///< One, or "he" or "the group" that stands for one
} TwManner;

/** What the head of a slot's span may be. */
typedef struct {
  TwWordList words; ///< One of these single words; empty: any
  bool are_not;     ///< None of them
} TwHeads;

/// Adds the long lists of words that the regex calls, to its end
void
tw_build_shared(TwBuild* build);

/// An annotation of one of the types
void
tw_build_types(TwBuild* build, TwTypeSet types, const TwHeads* heads,
               TwManner manner, uint32_t slot, TwFacts* facts);

/// `least` to `most` atoms of the sentence's own, as few as possible
void
tw_build_gap(TwBuild* build, uint32_t least, uint32_t most, uint32_t slot,
             TwFacts* facts);

/// What can stand before the head of a noun group, as little as possible
void
tw_build_skip(TwBuild* build, TwFacts* facts);

/// Notes an element that stands in no bracket and ends where the regex ends
/// now; "?" makes the one before optional, "|" begins the next alternative
void
tw_build_element(TwBuild* build, const TwElement* element);

#endif
