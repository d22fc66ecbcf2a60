/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_FEATURE_H
#define TW_EXTRACT_TEXT_FEATURE_H

#include "extract/text/tag.h"

#include <stdbool.h>
#include <stdint.h>

/* What the tagger looks at, the same in training and in use: features of one
 * word seen from its neighbours, of pairs of words, and of the tags before. A
 * feature is the hash of its template and values. */

/** A word as the features see it. All zero: what stands outside a sentence. */
typedef struct {
  TwStr fold;    ///< Borrowed; looked at by tw_feature_word() only
  uint64_t hash; ///< Of the folded text with its numbers made alike
  uint64_t own;  ///< Of the folded text as it is
  unsigned mask; ///< tw_morphology_mask()
  uint8_t shape; ///< TwShape, without the bit for white space
  bool closing;  ///< It is a quotation mark that closes
} TwTagWord;

/// How far the tagger looks: at the words from -2 to +2
#define TW_FEATURE_REACH 2
#define TW_FEATURE_OFFSETS (2 * TW_FEATURE_REACH + 1)

/// The most features that one of the functions below gives
#define TW_FEATURE_MAX 20

/// A word but for its mask, from a token's folded text and shape; borrows
TwTagWord
tw_feature_make(TwStr fold, unsigned shape, bool closing);

/// What `word` tells of the tag of the word from which it stands at `offset`;
/// returns how many features there are
size_t
tw_feature_word(const TwTagWord* word, int offset,
                uint32_t out[TW_FEATURE_MAX]);

/** What two neighbours tell together of the tag of each. */
typedef struct {
  uint32_t left;
  uint32_t right;
} TwFeaturePair;

/// What two neighbouring words tell
TwFeaturePair
tw_feature_words(const TwTagWord* left, const TwTagWord* right);

/// What the masks of two neighbouring words tell
TwFeaturePair
tw_feature_masks(unsigned left, unsigned right);

/// What tells that the word is the first of its sentence
uint32_t
tw_feature_first(const TwTagWord* word);

/// What a word tells with the tag before it
uint32_t
tw_feature_tag_word(const TwTagWord* word, TwTag tag_before);

/// What the word after tells with the tag before
uint32_t
tw_feature_tag_after(const TwTagWord* after, TwTag tag_before);

/// What the tag before and the one before that tell
size_t
tw_feature_tags(TwTag before, TwTag second, uint32_t out[TW_FEATURE_MAX]);

#endif
