/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
/* FIPS 180-4, section 6.2 */
#include "base/sha256.h"

#include "base/sha256_block.h"

#include <string.h>

#define BLOCK TW_SHA256_BLOCK

const uint32_t tw_sha256_constants_[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1,
  0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
  0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
  0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t
rotate(uint32_t x, unsigned n)
{
  return x >> n | x << (32 - n);
}

static void
schedule(const unsigned char* block, uint32_t w[64])
{
  for (size_t i = 0; i < 16; ++i) {
    const unsigned char* const b = block + 4 * i;
    w[i] =
      (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
  }
  for (size_t i = 16; i < 64; ++i) {
    const uint32_t a = w[i - 15];
    const uint32_t b = w[i - 2];
    w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] +
           (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
  }
}

/* Round `i` of a block. The words do not move down one place; what they are
 * called does: after 8 rounds each is back where it was. */
static inline void
add_round(uint32_t v[8], size_t i, uint32_t input)
{
  const uint32_t a = v[(0 - i) & 7];
  const uint32_t b = v[(1 - i) & 7];
  const uint32_t c = v[(2 - i) & 7];
  const uint32_t e = v[(4 - i) & 7];
  const uint32_t f = v[(5 - i) & 7];
  const uint32_t g = v[(6 - i) & 7];
  const uint32_t first = v[(7 - i) & 7] +
                         (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                         ((e & f) ^ (~e & g)) + input;
  v[(3 - i) & 7] += first;
  v[(7 - i) & 7] = first + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                   ((a & b) ^ (a & c) ^ (b & c));
}

static void
add_block(uint32_t state[8], const unsigned char* block)
{
  const uint32_t* const constants = tw_sha256_constants_;
  uint32_t w[64];
  uint32_t v[8];
  schedule(block, w);
  memcpy(v, state, sizeof(v));
  for (size_t i = 0; i < 64; i += 8) {
    add_round(v, 0, constants[i] + w[i]);
    add_round(v, 1, constants[i + 1] + w[i + 1]);
    add_round(v, 2, constants[i + 2] + w[i + 2]);
    add_round(v, 3, constants[i + 3] + w[i + 3]);
    add_round(v, 4, constants[i + 4] + w[i + 4]);
    add_round(v, 5, constants[i + 5] + w[i + 5]);
    add_round(v, 6, constants[i + 6] + w[i + 6]);
    add_round(v, 7, constants[i + 7] + w[i + 7]);
  }
  for (size_t i = 0; i < 8; ++i) {
    state[i] += v[i];
  }
}

void
tw_sha256_blocks_plain_(uint32_t state[8], const unsigned char* blocks,
                        size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    add_block(state, blocks + i * BLOCK);
  }
}

/* The rest of the text, a 1 bit, zeros and the length in bits. */
static void
add_end(TwSha256Blocks* add, uint32_t state[8], TwStr rest, uint64_t len)
{
  unsigned char last[2 * BLOCK] = {0};
  const size_t size = rest.len < BLOCK - 8 ? BLOCK : 2 * BLOCK;
  if (rest.len) {
    memcpy(last, rest.s, rest.len);
  }
  last[rest.len] = 0x80;
  for (size_t i = 0; i < 8; ++i) {
    last[size - 1 - i] = (unsigned char)(len * 8 >> (8 * i));
  }
  add(state, last, size / BLOCK);
}

void
tw_sha256_hex(TwStr str, char out[65])
{
  static const char digits[] = "0123456789abcdef";
  uint32_t state[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };
  TwSha256Blocks* const add = tw_sha256_has_instructions_()
                                ? tw_sha256_blocks_x86_
                                : tw_sha256_blocks_plain_;
  const size_t whole = str.len - str.len % BLOCK;
  add(state, (const unsigned char*)str.s, whole / BLOCK);
  add_end(add, state, tw_str_slice(str, whole, str.len), str.len);
  for (size_t i = 0; i < 64; ++i) {
    out[i] = digits[state[i / 8] >> (28 - 4 * (i % 8)) & 0xf];
  }
  out[64] = '\0';
}
