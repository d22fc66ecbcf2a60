/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/shingle.h"

#include "base/number.h"

/* Words of a shingle: fewer are shared by chance. */
#define N_WORDS 8
/* One of so many is kept. */
#define SAMPLE 4

/* What each byte counts as in a word: lower case; 0 if it is in none. */
static void
fill_letters(unsigned char letters[256])
{
  for (unsigned c = 0; c < 256; ++c) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    letters[c] =
      tw_str_is_word_byte((char)c) ? (unsigned char)(is_upper ? c + 32 : c) : 0;
  }
}

/* The hash of the next word (FNV-1a over its lower case); false at the end. */
static bool
next_word(const unsigned char letters[256], TwStr text, size_t* at,
          uint64_t* out_hash)
{
  uint64_t hash = UINT64_C(14695981039346656037);
  size_t i = *at;
  while (i < text.len && !letters[(unsigned char)text.s[i]]) {
    ++i;
  }
  *at = i;
  for (; i < text.len && letters[(unsigned char)text.s[i]]; ++i) {
    hash = (hash ^ letters[(unsigned char)text.s[i]]) * UINT64_C(1099511628211);
  }
  *out_hash = hash;
  const bool found = i > *at;
  *at = i;
  return found;
}

/* FACTOR to the power of N_WORDS - 1, modulo 2^64, is worked out by the
 * compiler. */
#define FACTOR UINT64_C(0x9e3779b97f4a7c15)
#define SQUARE (FACTOR * FACTOR)
#define OLDEST (SQUARE * SQUARE * SQUARE * FACTOR)

/* The hash of the last words, a sum in which each has a factor of its own, so
 * that their order counts: the oldest goes and the newest comes. */
static inline uint64_t
roll(uint64_t sum, uint64_t oldest, uint64_t newest)
{
  return (sum - oldest * OLDEST) * FACTOR + newest;
}

/* Spreads the bits of such a sum. */
static inline uint64_t
spread(uint64_t sum)
{
  sum = (sum ^ sum >> 32) * UINT64_C(0xff51afd7ed558ccd);
  return sum ^ sum >> 29;
}

TwStatus
tw_shingles_make(TwStr text, TwArena* arena, TwShingles* out_shingles)
{
  /* A word takes two bytes at least. */
  const size_t most = text.len / 2 + 1;
  TwArena* const scratch = tw_arena_new(0);
  uint32_t* const all = scratch ? TW_NEW(scratch, uint32_t, most) : NULL;
  uint64_t words[N_WORDS] = {0};
  unsigned char letters[256];
  size_t n = 0;
  size_t at = 0;
  fill_letters(letters);
  *out_shingles = (TwShingles){NULL, 0};
  uint64_t sum = 0;
  uint64_t word = 0;
  for (size_t seen = 0; all && next_word(letters, text, &at, &word); ++seen) {
    sum = roll(sum, words[seen % N_WORDS], word);
    words[seen % N_WORDS] = word;
    if (seen + 1 >= N_WORDS) {
      const uint64_t hash = spread(sum);
      if ((hash >> 32) % SAMPLE == 0) {
        all[n++] = (uint32_t)hash;
      }
    }
  }
  const size_t kept = tw_u32_unique(all, n);
  uint32_t* const copy = TW_NEW(arena, uint32_t, kept);
  for (size_t i = 0; copy && all && i < kept; ++i) {
    copy[i] = all[i];
  }
  const bool done = all && copy;
  tw_arena_free(scratch);
  *out_shingles = (TwShingles){copy, done ? kept : 0};
  return done ? TW_OK : TW_ERR_NOMEM;
}
