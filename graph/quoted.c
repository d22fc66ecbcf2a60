/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/quoted.h"

#include "base/number.h"

/* --- Quotation marks --- */

/** Marks that open and close a quote. */
static const struct {
  TwStr open;
  TwStr close;
} marks[] = {
  {{"\xE2\x80\x9C", 3}, {"\xE2\x80\x9D", 3}},
  {{"\"", 1}, {"\"", 1}},
  {{"\xC2\xAB", 2}, {"\xC2\xBB", 2}},
};
#define N_MARKS (sizeof(marks) / sizeof(marks[0]))

/* The next mark that opens a quote: words stand close behind it. A mark before
 * a blank closes what an earlier sentence opened. */
static size_t
find_open(TwStr text, TwStr mark, size_t from)
{
  size_t at = tw_str_find(text, mark, from);
  while (at != SIZE_MAX &&
         (at + mark.len >= text.len || text.s[at + mark.len] == ' ')) {
    at = tw_str_find(text, mark, at + mark.len);
  }
  return at;
}

bool
tw_quoted_next(TwQuotedWalk* walk, size_t* out_start, size_t* out_end)
{
  const TwStr text = walk->text;
  for (; walk->kind < N_MARKS; walk->at = 0, ++walk->kind) {
    const size_t at = find_open(text, marks[walk->kind].open, walk->at);
    if (at == SIZE_MAX) {
      continue;
    }
    const TwStr mark = marks[walk->kind].close;
    const size_t start = at + marks[walk->kind].open.len;
    const size_t close = tw_str_find(text, mark, start);
    size_t end = close == SIZE_MAX ? text.len : close;
    walk->at = close == SIZE_MAX ? text.len : close + mark.len;
    while (end > start && text.s[end - 1] == ' ') {
      --end;
    }
    *out_start = start;
    *out_end = end;
    return true;
  }
  return false;
}

/* --- Words --- */

/* The hash of the next word of a folded text; false at its end. */
static bool
next_word(TwStr text, size_t* at, uint64_t* out_hash)
{
  size_t start = *at;
  while (start < text.len && !tw_str_is_word_byte(text.s[start])) {
    ++start;
  }
  size_t end = start;
  while (end < text.len && tw_str_is_word_byte(text.s[end])) {
    ++end;
  }
  *at = end;
  *out_hash = tw_str_hash(tw_str_slice(text, start, end));
  return end > start;
}

bool
tw_run_next(TwRunWalk* walk, uint64_t* out_run)
{
  uint64_t word = 0;
  while (next_word(walk->text, &walk->at, &word)) {
    walk->words[walk->n++ % TW_RUN_WORDS] = word;
    if (walk->n >= TW_RUN_WORDS) {
      const uint64_t key[] = {walk->words[walk->n % TW_RUN_WORDS],
                              walk->words[(walk->n + 1) % TW_RUN_WORDS],
                              walk->words[(walk->n + 2) % TW_RUN_WORDS]};
      *out_run = tw_u64_hash(key, TW_RUN_WORDS);
      return true;
    }
  }
  return false;
}

size_t
tw_quoted_count_words(TwStr text)
{
  size_t n = 0;
  size_t at = 0;
  uint64_t word;
  while (next_word(text, &at, &word)) {
    ++n;
  }
  return n;
}
