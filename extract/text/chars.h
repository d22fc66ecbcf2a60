/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_CHARS_H
#define TW_EXTRACT_TEXT_CHARS_H

#include "base/str.h"

/** What a character is to the splitters, as bits. Characters beyond ASCII are
 * judged by what they fold to, so both hold the same view. */
typedef enum {
  TW_CHAR_SPACE = 1 << 0, ///< White space and control characters
  TW_CHAR_DIGIT = 1 << 1,
  TW_CHAR_LETTER = 1 << 2,     ///< Also marks and what folds to nothing
  TW_CHAR_UPPER = 1 << 3,      ///< With TW_CHAR_LETTER
  TW_CHAR_STOP = 1 << 4,       ///< . ! ?
  TW_CHAR_QUOTE = 1 << 5,      ///< Any quotation mark, single or double
  TW_CHAR_APOSTROPHE = 1 << 6, ///< With TW_CHAR_QUOTE: a single one
  TW_CHAR_BRACKET = 1 << 7,    ///< Opening or closing
  TW_CHAR_HYPHEN = 1 << 8,     ///< Joins words: not a dash
} TwCharBits;

/// The bits of each ASCII character
extern const uint16_t tw_char_ascii_[128];

/// What tw_char_at() needs: any other character, or the end
unsigned
tw_char_other_(TwStr text, size_t at, size_t* out_len);

/// The bits of the character at byte `at` of well-formed UTF-8; its length in
/// bytes. 0 and 0 behind the end.
static inline unsigned
tw_char_at(TwStr text, size_t at, size_t* out_len)
{
  if (at < text.len && (unsigned char)text.s[at] < 0x80) {
    *out_len = 1;
    return tw_char_ascii_[(unsigned char)text.s[at]];
  }
  return tw_char_other_(text, at, out_len);
}

/// The start of the character that ends before byte `at`; 0 at the start
size_t
tw_char_before(TwStr text, size_t at);

/// The first byte at or after `at` that is no white space
size_t
tw_char_skip_space(TwStr text, size_t at);

#endif
