/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/pack/pattern_prefix.h"

/* Groups that are open at a time, and what words have in common in letters:
 * what they share behind that is written for each. */
#define MAX_OPEN 32

/* Bytes that a group is opened for: to compile one costs more than to compile a
 * few letters again. */
#define LEAST_SHARED 4

void
tw_prefix_literal(TwBuf* regex, TwStr word)
{
  for (size_t i = 0; i < word.len; ++i) {
    const char c = word.s[i];
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                          (unsigned char)c >= 0x80;
    if (!is_plain) {
      tw_buf_add_char(regex, '\\');
    }
    tw_buf_add_char(regex, c);
  }
}

/* How many bytes the two have in common at their start, whole characters. */
static size_t
common(TwStr a, TwStr b)
{
  size_t n = 0;
  while (n < a.len && n < b.len && n < MAX_OPEN && a.s[n] == b.s[n]) {
    ++n;
  }
  while (n && n < b.len && ((unsigned char)b.s[n] & 0xC0) == 0x80) {
    --n;
  }
  return n;
}

/* The lengths of starts that word `i` has in common with words behind it and at
 * which these part, the longest first; returns how many. Each is worth a group
 * in one that is open up to `least`. */
static size_t
find_parts(const TwStrVec* words, size_t i, size_t least,
           size_t parts[MAX_OPEN])
{
  size_t n = 0;
  size_t shared = MAX_OPEN + 1;
  for (size_t k = i + 1; k < words->count && shared > least + LEAST_SHARED;
       ++k) {
    const size_t start = common(words->at[k - 1], words->at[k]);
    if (start < least + LEAST_SHARED) {
      break;
    }
    if (start < shared) {
      parts[n++] = shared = start;
    }
  }
  return n;
}

void
tw_prefix_words(TwBuf* regex, const TwStrVec* words)
{
  size_t open[MAX_OPEN + 1] = {0}; /* Where the open groups begin in a word */
  size_t n_open = 1;
  tw_buf_add(regex, TW_STR("(?:"));
  for (size_t i = 0; i < words->count; ++i) {
    const TwStr word = words->at[i];
    size_t at = i ? common(words->at[i - 1], word) : 0;
    for (; open[n_open - 1] > at; --n_open) {
      tw_buf_add_char(regex, ')');
    }
    at = open[n_open - 1];
    tw_buf_add(regex, i ? TW_STR("|") : tw_str(NULL));
    size_t parts[MAX_OPEN];
    for (size_t n = find_parts(words, i, at, parts); n; --n) {
      tw_prefix_literal(regex, tw_str_slice(word, at, parts[n - 1]));
      tw_buf_add(regex, TW_STR("(?:"));
      open[n_open++] = at = parts[n - 1];
    }
    tw_prefix_literal(regex, tw_str_slice(word, at, word.len));
  }
  for (; n_open; --n_open) {
    tw_buf_add_char(regex, ')');
  }
}
