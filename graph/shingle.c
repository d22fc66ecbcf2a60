/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/shingle.h"

#include <stdlib.h>

/* Words of a shingle: fewer are shared by chance. */
#define N_WORDS 8
/* One of so many is kept. */
#define SAMPLE 4

static bool
is_word(unsigned char c)
{
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/* The hash of the next word (FNV-1a over its lower case); false at the end. */
static bool
next_word(TwStr text, size_t* at, uint64_t* out_hash)
{
  uint64_t hash = UINT64_C(14695981039346656037);
  while (*at < text.len && !is_word((unsigned char)text.s[*at])) {
    ++*at;
  }
  if (*at == text.len) {
    return false;
  }
  for (; *at < text.len && is_word((unsigned char)text.s[*at]); ++*at) {
    const unsigned char c = (unsigned char)text.s[*at];
    hash = (hash ^ (c >= 'A' && c <= 'Z' ? (unsigned)c + 32 : c)) *
           UINT64_C(1099511628211);
  }
  *out_hash = hash;
  return true;
}

static int
by_number(const void* left, const void* right)
{
  const uint32_t a = *(const uint32_t*)left;
  const uint32_t b = *(const uint32_t*)right;
  return (a > b) - (a < b);
}

/* The last words: the order in which they stand counts. */
static uint64_t
mix(const uint64_t* words, size_t next)
{
  uint64_t hash = 0;
  for (size_t i = 0; i < N_WORDS; ++i) {
    hash = (hash ^ words[(next + i) % N_WORDS]) * UINT64_C(0x9e3779b97f4a7c15);
    hash ^= hash >> 29;
  }
  return hash;
}

TwStatus
tw_shingles_make(TwStr text, TwArena* arena, TwShingles* out_shingles)
{
  /* A word takes two bytes at least. */
  const size_t most = text.len / 2 + 1;
  TwArena* const scratch = tw_arena_new(0);
  uint32_t* const all = scratch ? TW_NEW(scratch, uint32_t, most) : NULL;
  uint64_t words[N_WORDS] = {0};
  size_t n = 0;
  size_t at = 0;
  *out_shingles = (TwShingles){NULL, 0};
  for (size_t seen = 0; all && next_word(text, &at, &words[seen % N_WORDS]);
       ++seen) {
    if (seen + 1 >= N_WORDS) {
      const uint64_t hash = mix(words, seen + 1);
      if ((hash >> 32) % SAMPLE == 0) {
        all[n++] = (uint32_t)hash;
      }
    }
  }
  if (n) {
    qsort(all, n, sizeof(*all), by_number);
  }
  size_t kept = 0;
  for (size_t i = 0; i < n; ++i) {
    if (!kept || all[kept - 1] != all[i]) {
      all[kept++] = all[i];
    }
  }
  uint32_t* const copy = TW_NEW(arena, uint32_t, kept);
  for (size_t i = 0; copy && all && i < kept; ++i) {
    copy[i] = all[i];
  }
  const bool done = all && copy;
  tw_arena_free(scratch);
  *out_shingles = (TwShingles){copy, done ? kept : 0};
  return done ? TW_OK : TW_ERR_NOMEM;
}
