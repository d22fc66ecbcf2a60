/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_HASH_H
#define TW_BASE_HASH_H

#include "base/str.h"

#include <stdint.h>
#include <string.h>

static inline uint64_t
tw_hash_rotate_(uint64_t x, unsigned n)
{
  return x << n | x >> (64 - n);
}

/* All bytes of up to 16 in two words that may overlap. */
static inline void
tw_hash_ends_(TwStr key, uint64_t* out_front, uint64_t* out_back)
{
  uint32_t halves[2] = {0, 0};
  *out_front = *out_back = 0;
  if (key.len >= 8) {
    memcpy(out_front, key.s, 8);
    memcpy(out_back, key.s + key.len - 8, 8);
  } else if (key.len >= 4) {
    memcpy(&halves[0], key.s, 4);
    memcpy(&halves[1], key.s + key.len - 4, 4);
    *out_front = halves[0];
    *out_back = halves[1];
  } else if (key.len) {
    *out_front = (unsigned char)key.s[0];
    *out_back = (uint64_t)(unsigned char)key.s[key.len / 2] << 8 |
                (unsigned char)key.s[key.len - 1];
  }
}

/// A hash of the bytes in a few multiplications, for tables in memory: good
/// enough for words that nobody chose against it, and no other machine's
static inline uint64_t
tw_hash_quick(TwStr key, uint64_t seed)
{
  uint64_t hash = seed ^ key.len * UINT64_C(0x9e3779b97f4a7c15);
  while (key.len > 16) {
    uint64_t word;
    memcpy(&word, key.s, 8);
    hash = tw_hash_rotate_((hash ^ word) * UINT64_C(0xff51afd7ed558ccd), 29);
    key = (TwStr){key.s + 8, key.len - 8};
  }
  uint64_t front;
  uint64_t back;
  tw_hash_ends_(key, &front, &back);
  hash = (hash ^ front) * UINT64_C(0xff51afd7ed558ccd);
  hash = (hash ^ hash >> 32 ^ back) * UINT64_C(0xc4ceb9fe1a85ec53);
  return hash ^ hash >> 32;
}

#endif
