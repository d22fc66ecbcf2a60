/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/str.h"

#include <string.h>

int
tw_str_compare(TwStr a, TwStr b)
{
  const size_t len = a.len < b.len ? a.len : b.len;
  const int order = len ? memcmp(a.s, b.s, len) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t
tw_str_find(TwStr str, TwStr needle, size_t from)
{
  if (from > str.len || needle.len > str.len - from) {
    return SIZE_MAX;
  }
  if (!needle.len) {
    return from;
  }
  const char* const last = str.s + (str.len - needle.len);
  const char* at = str.s + from;
  while (at <= last) {
    at = memchr(at, needle.s[0], (size_t)(last - at) + 1);
    if (!at) {
      break;
    }
    if (!memcmp(at, needle.s, needle.len)) {
      return (size_t)(at - str.s);
    }
    ++at;
  }
  return SIZE_MAX;
}

static bool
is_space(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

TwStr
tw_str_trim(TwStr str)
{
  size_t start = 0;
  size_t end = str.len;
  while (start < end && is_space(str.s[start])) {
    ++start;
  }
  while (end > start && is_space(str.s[end - 1])) {
    --end;
  }
  return tw_str_slice(str, start, end);
}

bool
tw_str_next(TwStr* rest, char separator, TwStr* out_part)
{
  if (!rest->s) {
    return false;
  }
  const char* const end =
    rest->len ? memchr(rest->s, separator, rest->len) : NULL;
  if (!end) {
    *out_part = *rest;
    *rest = (TwStr){NULL, 0};
    return true;
  }
  const size_t len = (size_t)(end - rest->s);
  *out_part = (TwStr){rest->s, len};
  *rest = (TwStr){end + 1, rest->len - len - 1};
  return true;
}

bool
tw_str_to_u64(TwStr str, uint64_t* out_value)
{
  uint64_t value = 0;
  for (size_t i = 0; i < str.len; ++i) {
    const unsigned digit = (unsigned)(unsigned char)str.s[i] - '0';
    if (digit > 9 || value > (UINT64_MAX - digit) / 10) {
      return false;
    }
    value = value * 10 + digit;
  }
  if (str.len) {
    *out_value = value;
  }
  return str.len > 0;
}

uint64_t
tw_str_hash(TwStr str)
{
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (size_t i = 0; i < str.len; ++i) {
    hash = (hash ^ (unsigned char)str.s[i]) * UINT64_C(0x100000001b3);
  }
  /* The finaliser of MurmurHash3 */
  hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
  return hash ^ (hash >> 33);
}
