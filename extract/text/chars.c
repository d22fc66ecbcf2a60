/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/chars.h"

#include "base/utf8.h"
#include "ontology/fold.h"

#define S TW_CHAR_SPACE
#define D TW_CHAR_DIGIT
#define L TW_CHAR_LETTER
#define U (TW_CHAR_LETTER | TW_CHAR_UPPER)
#define P TW_CHAR_STOP
#define Q TW_CHAR_QUOTE
#define A (TW_CHAR_QUOTE | TW_CHAR_APOSTROPHE)
#define B TW_CHAR_BRACKET
#define H TW_CHAR_HYPHEN

/* Sixteen characters a row. */
/* clang-format off */
const uint16_t tw_char_ascii_[128] = {
  S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
  S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
  S, P, Q, 0, 0, 0, 0, A, B, B, 0, 0, 0, H, P, 0,
  D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, P,
  0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
  U, U, U, U, U, U, U, U, U, U, U, B, 0, B, 0, 0,
  A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
  L, L, L, L, L, L, L, L, L, L, L, B, 0, B, 0, S,
};
/* clang-format on */

#undef S
#undef D
#undef L
#undef U
#undef P
#undef Q
#undef A
#undef B
#undef H

#define HYPHEN 0x2010
#define NO_BREAK_HYPHEN 0x2011

static unsigned
bits_of(uint32_t code_point, TwStr character)
{
  if (tw_fold_is_letter(code_point)) {
    return TW_CHAR_LETTER | (tw_fold_is_upper(code_point) ? TW_CHAR_UPPER : 0u);
  }
  char folded[4];
  const size_t len = tw_fold_into(character, folded);
  if (!len) {
    return TW_CHAR_LETTER;
  }
  if ((unsigned char)folded[0] >= 0x80) {
    return 0;
  }
  if (folded[0] == '-') {
    return code_point == HYPHEN || code_point == NO_BREAK_HYPHEN
             ? TW_CHAR_HYPHEN
             : 0u;
  }
  return tw_char_ascii_[(unsigned char)folded[0]];
}

unsigned
tw_char_other_(TwStr text, size_t at, size_t* out_len)
{
  uint32_t code_point = 0;
  *out_len = tw_utf8_decode(text, at, &code_point);
  return *out_len ? bits_of(code_point, (TwStr){text.s + at, *out_len}) : 0;
}

size_t
tw_char_before(TwStr text, size_t at)
{
  while (at && ((unsigned char)text.s[--at] & 0xc0) == 0x80) {
  }
  return at;
}

size_t
tw_char_skip_space(TwStr text, size_t at)
{
  size_t len = 0;
  while (tw_char_at(text, at, &len) & TW_CHAR_SPACE) {
    at += len;
  }
  return at;
}
