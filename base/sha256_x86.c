/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
/* The rounds of SHA-256 by the SHA extensions of x86 ("Intel SHA Extensions",
 * Gulley et al. 2013): two of them an instruction. */
#include "base/sha256_block.h"

#if defined(__x86_64__) && !defined(__clang__) && __GNUC__ >= 11

#  include <immintrin.h>

bool
tw_sha256_has_instructions_(void)
{
  return __builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1");
}

/* The four words of the schedule behind the sixteen in `w`, which stand in
 * the order of a ring that begins at `i`. */
__attribute__((target("sha,sse4.1"))) static inline __m128i
next_words(const __m128i w[4], size_t i)
{
  const __m128i last = w[(i + 3) & 3];
  const __m128i early = _mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]);
  const __m128i middle = _mm_alignr_epi8(last, w[(i + 2) & 3], 4);
  return _mm_sha256msg2_epu32(_mm_add_epi32(early, middle), last);
}

/* The state is held as its words ABEF and CDGH, as the instructions want it. */
__attribute__((target("sha,sse4.1"))) static inline void
add_block(__m128i* abef, __m128i* cdgh, const unsigned char* block)
{
  const __m128i swap =
    _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
  const __m128i old_abef = *abef;
  const __m128i old_cdgh = *cdgh;
  __m128i w[4];
  for (size_t i = 0; i < 4; ++i) {
    w[i] = _mm_shuffle_epi8(
      _mm_loadu_si128((const __m128i*)(const void*)(block + 16 * i)), swap);
  }
  for (size_t i = 0; i < 16; ++i) {
    const void* const constants = tw_sha256_constants_ + 4 * i;
    const __m128i input =
      _mm_add_epi32(w[i & 3], _mm_loadu_si128((const __m128i*)constants));
    *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, input);
    *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(input, 0x0e));
    w[i & 3] = next_words(w, i);
  }
  *abef = _mm_add_epi32(*abef, old_abef);
  *cdgh = _mm_add_epi32(*cdgh, old_cdgh);
}

__attribute__((target("sha,sse4.1"))) void
tw_sha256_blocks_x86_(uint32_t state[8], const unsigned char* blocks, size_t n)
{
  __m128i* const halves = (__m128i*)(void*)state;
  const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(halves), 0xb1);
  const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(halves + 1), 0x1b);
  __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
  for (size_t i = 0; i < n; ++i) {
    add_block(&abef, &cdgh, blocks + i * TW_SHA256_BLOCK);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128(halves, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(halves + 1, _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool
tw_sha256_has_instructions_(void)
{
  return false;
}

void
tw_sha256_blocks_x86_(uint32_t state[8], const unsigned char* blocks, size_t n)
{
  tw_sha256_blocks_plain_(state, blocks, n);
}

#endif
