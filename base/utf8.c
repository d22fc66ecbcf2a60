/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/utf8.h"

#include <string.h>

/* How many bytes a form has that starts with `lead`, and which second bytes
 * it allows (Unicode 15, table 3-7); 0 for bytes that start no form. */
static size_t
form_of(unsigned char lead, unsigned char* low, unsigned char* high)
{
  *low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  *high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static bool
is_continuation(char c)
{
  return ((unsigned char)c & 0xc0) == 0x80;
}

/* The length of the well-formed form at `at`, or 0. */
static size_t
form_length(TwStr str, size_t at)
{
  unsigned char low;
  unsigned char high;
  const size_t len = form_of((unsigned char)str.s[at], &low, &high);
  if (len > str.len - at) {
    return 0;
  }
  if (len > 1) {
    const unsigned char second = (unsigned char)str.s[at + 1];
    if (second < low || second > high) {
      return 0;
    }
  }
  for (size_t i = 2; i < len; ++i) {
    if (!is_continuation(str.s[at + i])) {
      return 0;
    }
  }
  return len;
}

/* The first byte at or after `at` that is no ASCII, up to seven too early. */
static size_t
skip_ascii(TwStr str, size_t at)
{
  uint64_t bytes = 0;
  while (str.len - at >= sizeof(bytes)) {
    memcpy(&bytes, str.s + at, sizeof(bytes));
    if (bytes & UINT64_C(0x8080808080808080)) {
      break;
    }
    at += sizeof(bytes);
  }
  return at;
}

size_t
tw_utf8_valid_prefix(TwStr str)
{
  size_t at = 0;
  while ((at = skip_ascii(str, at)) < str.len) {
    const size_t len =
      (unsigned char)str.s[at] < 0x80 ? 1 : form_length(str, at);
    if (!len) {
      break;
    }
    at += len;
  }
  return at;
}

size_t
tw_utf8_decode_(TwStr str, size_t at, uint32_t* out_code_point)
{
  if (at >= str.len) {
    return 0;
  }
  const size_t len = form_length(str, at);
  const unsigned char lead = (unsigned char)str.s[at];
  if (len < 2) {
    *out_code_point = len ? lead : 0xfffd;
    return 1;
  }
  uint32_t code_point = lead & (0x7fu >> len);
  for (size_t i = 1; i < len; ++i) {
    code_point = code_point << 6 | ((unsigned char)str.s[at + i] & 0x3fu);
  }
  *out_code_point = code_point;
  return len;
}

static char
continuation(uint32_t bits)
{
  return (char)(0x80 | (bits & 0x3f));
}

size_t
tw_utf8_encode(uint32_t code_point, char out[4])
{
  const bool is_scalar =
    code_point < 0xd800 || (code_point > 0xdfff && code_point < 0x110000);
  const uint32_t c = is_scalar ? code_point : 0xfffd;
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xc0 | c >> 6);
    out[1] = continuation(c);
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xe0 | c >> 12);
    out[1] = continuation(c >> 6);
    out[2] = continuation(c);
    return 3;
  }
  out[0] = (char)(0xf0 | c >> 18);
  out[1] = continuation(c >> 12);
  out[2] = continuation(c >> 6);
  out[3] = continuation(c);
  return 4;
}

size_t
tw_utf8_count(TwStr str, size_t end)
{
  const size_t stop = end < str.len ? end : str.len;
  size_t count = 0;
  for (size_t i = 0; i < stop; ++i) {
    count += !is_continuation(str.s[i]);
  }
  return count;
}
