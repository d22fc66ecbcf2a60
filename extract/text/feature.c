/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/feature.h"

#include "extract/article.h"

#define LONGEST_PREFIX 3
#define LONGEST_SUFFIX 4
#define NEAR_SUFFIX 3   /* Bytes seen of a neighbour's end */
#define LONGEST_WORD 64 /* Bytes of a word that are looked at */
#define YEAR_DIGITS 4

/* The templates; those of words have a number for each length or offset. */
enum {
  BIAS,
  PREFIX,
  SUFFIX = PREFIX + LONGEST_PREFIX,
  WORD = SUFFIX + LONGEST_SUFFIX,
  SHAPE = WORD + TW_FEATURE_OFFSETS,
  NEAR_END = SHAPE + TW_FEATURE_OFFSETS,
  NEAR_MASK = NEAR_END + TW_FEATURE_OFFSETS,
  HYPHEN = NEAR_MASK + TW_FEATURE_OFFSETS,
  MASK,
  MASK_SHAPE,
  SHAPE_FIRST,
  WORDS_BEFORE,
  WORDS_AFTER,
  MASKS_BEFORE,
  MASKS_AFTER,
  TAG_WORD,
  TAG_AFTER,
  TAG_BEFORE,
  TAG_SECOND,
  TAG_PAIR,
};

static uint32_t
feature(unsigned template, uint64_t a, uint64_t b)
{
  uint64_t hash =
    (a ^ (template + 1u) * 0x9e3779b97f4a7c15u) * 0xff51afd7ed558ccdu;
  hash = ((hash ^ hash >> 32) + b) * 0xc4ceb9fe1a85ec53u;
  return (uint32_t)(hash >> 32);
}

/* Runs of digits become one 0, but a number of four digits is a year. */
static uint64_t
hash_number(TwStr fold)
{
  char text[LONGEST_WORD];
  size_t n = 0;
  size_t digits = 0;
  for (size_t i = 0; i < fold.len; ++i) {
    const bool digit = fold.s[i] >= '0' && fold.s[i] <= '9';
    digits += digit;
    if (!digit || !n || text[n - 1] != '0') {
      text[n++] = digit ? '0' : fold.s[i];
    }
  }
  return digits == YEAR_DIGITS && fold.len == YEAR_DIGITS
           ? tw_str_hash(TW_STR("year"))
           : tw_str_hash((TwStr){text, n});
}

TwTagWord
tw_feature_make(TwStr fold, unsigned shape, bool closing)
{
  const TwStr text = tw_str_slice(fold, 0, LONGEST_WORD);
  const uint64_t own = tw_str_hash(text) + closing;
  return (TwTagWord){
    .fold = text,
    .hash = shape & TW_SHAPE_DIGIT ? hash_number(text) : own,
    .own = own,
    .shape = (uint8_t)(shape & ~(unsigned)TW_SHAPE_SPACE_BEFORE),
    .closing = closing,
  };
}

/* What the letters of the word itself tell. */
static size_t
spelling(const TwTagWord* word, uint32_t* out)
{
  const TwStr fold = word->fold;
  size_t n = 0;
  for (size_t i = 1; i <= LONGEST_PREFIX && i <= fold.len; ++i) {
    out[n++] = feature((unsigned)(PREFIX + i - 1),
                       tw_str_hash(tw_str_slice(fold, 0, i)), 0);
  }
  for (size_t i = 1; i <= LONGEST_SUFFIX && i <= fold.len; ++i) {
    const TwStr suffix = tw_str_slice(fold, fold.len - i, fold.len);
    out[n++] = feature((unsigned)(SUFFIX + i - 1), tw_str_hash(suffix), 0);
  }
  if (tw_str_find(fold, TW_STR("-"), 1) < fold.len) {
    out[n++] = feature(HYPHEN, 0, 0);
  }
  return n;
}

size_t
tw_feature_word(const TwTagWord* word, int offset, uint32_t out[TW_FEATURE_MAX])
{
  const unsigned place = (unsigned)(offset + TW_FEATURE_REACH);
  size_t n = 0;
  out[n++] = feature(WORD + place, word->hash, 0);
  if (offset < -1 || offset > 1) {
    return n;
  }
  out[n++] = feature(SHAPE + place, word->shape, 0);
  if (offset) {
    out[n++] = feature(NEAR_MASK + place, word->mask, 0);
    const size_t len = word->fold.len;
    const TwStr end =
      tw_str_slice(word->fold, len > NEAR_SUFFIX ? len - NEAR_SUFFIX : 0, len);
    out[n++] = feature(NEAR_END + place, tw_str_hash(end), 0);
    return n;
  }
  out[n++] = feature(BIAS, 0, 0);
  out[n++] = feature(MASK, word->mask, 0);
  out[n++] = feature(MASK_SHAPE, word->mask, word->shape);
  return n + spelling(word, out + n);
}

TwFeaturePair
tw_feature_words(const TwTagWord* left, const TwTagWord* right)
{
  return (TwFeaturePair){feature(WORDS_AFTER, left->hash, right->hash),
                         feature(WORDS_BEFORE, left->hash, right->hash)};
}

TwFeaturePair
tw_feature_masks(unsigned left, unsigned right)
{
  return (TwFeaturePair){feature(MASKS_AFTER, left, right),
                         feature(MASKS_BEFORE, left, right)};
}

uint32_t
tw_feature_first(const TwTagWord* word)
{
  return feature(SHAPE_FIRST, word->shape, 0);
}

uint32_t
tw_feature_tag_word(const TwTagWord* word, TwTag tag_before)
{
  return feature(TAG_WORD, word->hash, tag_before);
}

uint32_t
tw_feature_tag_after(const TwTagWord* after, TwTag tag_before)
{
  return feature(TAG_AFTER, after->hash, tag_before);
}

size_t
tw_feature_tags(TwTag before, TwTag second, uint32_t out[TW_FEATURE_MAX])
{
  out[0] = feature(TAG_BEFORE, before, 0);
  out[1] = feature(TAG_SECOND, second, 0);
  out[2] = feature(TAG_PAIR, before, second);
  return 3;
}
