/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_UTF8_H
#define TW_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

/// The length of the longest prefix of `str` that is well-formed UTF-8
/// (Unicode 15, table 3-7: no surrogates, no overlong forms)
size_t
tw_utf8_valid_prefix(TwStr str);

/// Use tw_utf8_decode()
size_t
tw_utf8_decode_(TwStr str, size_t at, uint32_t* out_code_point);

/// Decodes the code point at byte `at` of well-formed UTF-8 and returns its
/// length in bytes; 0 at the end. A byte that starts no well-formed sequence
/// counts as U+FFFD of length 1.
static inline size_t
tw_utf8_decode(TwStr str, size_t at, uint32_t* out_code_point)
{
  if (at < str.len && (unsigned char)str.s[at] < 0x80) {
    *out_code_point = (unsigned char)str.s[at];
    return 1;
  }
  return tw_utf8_decode_(str, at, out_code_point);
}

/// Writes the UTF-8 form of `code_point` and returns its length (1 to 4);
/// what is no Unicode scalar value becomes U+FFFD
size_t
tw_utf8_encode(uint32_t code_point, char out[4]);

/// How many code points start in the first `end` bytes of `str`
size_t
tw_utf8_count(TwStr str, size_t end);

#endif
