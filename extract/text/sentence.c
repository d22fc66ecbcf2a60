/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/sentence.h"

#include "extract/text/abbreviation.h"
#include "extract/text/chars.h"

#include <string.h>

/* Lines shorter than this are no running text: an address, a list. */
#define NARROW 45
/* How ragged the right edge of hard-wrapped text may be, in bytes. */
#define RAGGED 6
/* A number of so many digits or fewer can number an item of a list. */
#define ITEM_DIGITS 3
/* Bytes of the longest headline, and the length from which words have a
 * capital in it. */
#define HEADLINE 120
#define LONG_WORD 4
/* Bytes in which a word is looked at. */
#define WORD_MAX 40

TwSentenceWalk
tw_sentence_walk(const TwLexicon* words, TwStr source, TwSpan block)
{
  const TwStr text = tw_str_slice(source, 0, block.end);
  TwSentenceWalk walk = {words, text, block.start, 0};
  TwStr rest = tw_str_slice(text, block.start, block.end);
  TwStr line;
  while (tw_str_next(&rest, '\n', &line)) {
    walk.width = line.len > walk.width ? line.len : walk.width;
  }
  return walk;
}

/* The end of the letters and digits that start at `at`. */
static size_t
word_end(TwStr text, size_t at)
{
  const size_t limit = at + WORD_MAX;
  size_t len = 0;
  while (at < limit &&
         tw_char_at(text, at, &len) & (TW_CHAR_LETTER | TW_CHAR_DIGIT)) {
    at += len;
  }
  return at;
}

/* The word, its inner stops included, that ends at `end`. */
static TwStr
word_before(TwStr text, size_t from, size_t end)
{
  size_t start = end;
  while (start > from && end - start < WORD_MAX) {
    size_t len = 0;
    const size_t at = tw_char_before(text, start);
    if (!(tw_char_at(text, at, &len) & (TW_CHAR_LETTER | TW_CHAR_DIGIT)) &&
        text.s[at] != '.') {
      break;
    }
    start = at;
  }
  return tw_str_slice(text, start, end);
}

/* Steps over opening quotes and brackets. */
static size_t
skip_marks(TwStr text, size_t at)
{
  size_t len = 0;
  const size_t limit = at + WORD_MAX;
  while (at < limit &&
         tw_char_at(text, at, &len) & (TW_CHAR_QUOTE | TW_CHAR_BRACKET)) {
    at += len;
  }
  return at;
}

/* A small letter never opens a sentence, unless it is a name that is written
 * so ("iPhone"). Scripts without case are taken for openings. */
static bool
may_start(TwStr text, size_t at)
{
  at = skip_marks(text, at);
  size_t len = 0;
  const unsigned first = tw_char_at(text, at, &len);
  if (!(first & TW_CHAR_LETTER)) {
    return at < text.len && !strchr(",;:/%&", text.s[at]);
  }
  if (first & TW_CHAR_UPPER || len > 2) {
    return true;
  }
  for (size_t i = at + len; i < at + WORD_MAX; i += len) {
    const unsigned bits = tw_char_at(text, i, &len);
    if (!(bits & (TW_CHAR_LETTER | TW_CHAR_HYPHEN))) {
      return false;
    }
    if (bits & TW_CHAR_UPPER) {
      return true;
    }
  }
  return false;
}

/* A capitalised word that usually opens a sentence; "A." is an initial. */
static bool
is_starter(const TwSentenceWalk* walk, size_t at)
{
  size_t len = 0;
  const size_t start = skip_marks(walk->text, at);
  const size_t end = word_end(walk->text, start);
  if (start > at) {
    return may_start(walk->text, at);
  }
  return tw_char_at(walk->text, start, &len) & TW_CHAR_UPPER &&
         !(end < walk->text.len && walk->text.s[end] == '.') &&
         tw_abbreviation_is(walk->words, tw_str_slice(walk->text, start, end),
                            TW_ABBREVIATION_STARTER);
}

/* Whether the long words before `stop` all have capitals, as in a headline:
 * there a starter tells nothing. */
static bool
is_headline(TwStr text, size_t start, size_t stop)
{
  size_t capitals = 0;
  for (size_t at = start; at < stop && stop - start < HEADLINE;) {
    const size_t end = word_end(text, at);
    size_t len = 0;
    const unsigned first = tw_char_at(text, at, &len);
    if (end >= at + LONG_WORD) {
      if (!(first & TW_CHAR_UPPER)) {
        return false;
      }
      ++capitals;
    }
    at = end > at ? end : at + len;
  }
  return capitals > 1;
}

static bool
is_item_number(TwStr word)
{
  uint64_t number = 0;
  return word.len <= ITEM_DIGITS && tw_str_to_u64(word, &number);
}

/* Whether a sentence that began at `start` ends at the lone full stop at
 * `stop`, when `next` is what stands behind the space. */
static bool
ends_at_stop(const TwSentenceWalk* walk, size_t start, size_t stop, size_t next)
{
  const TwStr word = word_before(walk->text, start, stop);
  size_t len = 0;
  switch (tw_abbreviation_kind(walk->words, word)) {
  case TW_ABBREVIATION_NEVER:
    return false;
  case TW_ABBREVIATION_NUMBER:
    return !(tw_char_at(walk->text, next, &len) & TW_CHAR_DIGIT) &&
           may_start(walk->text, next);
  case TW_ABBREVIATION_MAY:
  case TW_ABBREVIATION_INITIAL:
    return is_starter(walk, next) && !is_headline(walk->text, start, stop);
  default:
    break;
  }
  if (word.s == walk->text.s + start && is_item_number(word)) {
    return false;
  }
  return may_start(walk->text, next);
}

/* "… was held.The next …": a space was lost where blocks were joined. */
static bool
is_glued(TwStr text, size_t start, size_t stop, size_t next)
{
  size_t len = 0;
  const TwStr word = word_before(text, start, stop);
  const size_t last = tw_char_before(text, stop);
  const unsigned before = tw_char_at(text, last, &len);
  const unsigned after = tw_char_at(text, next, &len);
  const unsigned second = tw_char_at(text, next + len, &len);
  return word.len > 2 && !memchr(word.s, '.', word.len) &&
         before & TW_CHAR_LETTER && !(before & TW_CHAR_UPPER) &&
         after & TW_CHAR_UPPER && second & TW_CHAR_LETTER &&
         !(second & TW_CHAR_UPPER);
}

/* Bullets and numbers of list items. */
static bool
is_item(TwStr text, size_t at)
{
  size_t len = 0;
  size_t end = word_end(text, at);
  if (end > at) {
    return is_item_number(tw_str_slice(text, at, end)) && end < text.len &&
           strchr(".)", text.s[end]) &&
           tw_char_at(text, end + 1, &len) & TW_CHAR_SPACE;
  }
  if (tw_char_at(text, at, &len) & (TW_CHAR_QUOTE | TW_CHAR_BRACKET)) {
    return false;
  }
  end = tw_char_skip_space(text, at + len);
  return end > at + len && may_start(text, end);
}

/* Whether the line end at `at` ends a sentence too: it does before an empty
 * line or a list item, and where the next word would have fitted. */
static bool
is_hard_break(const TwSentenceWalk* walk, size_t start, size_t at)
{
  const TwStr text = walk->text;
  const size_t next = tw_char_skip_space(text, at);
  if (memchr(text.s + at + 1, '\n', next - at - 1)) {
    return true;
  }
  if (next == text.len || is_item(text, next)) {
    return true;
  }
  size_t end = at;
  while (end > start && strchr(" \t\r", text.s[end - 1])) {
    --end;
  }
  if (!may_start(text, next) || (end > start && text.s[end - 1] == ',')) {
    return false;
  }
  size_t line = end;
  while (line > start && text.s[line - 1] != '\n') {
    --line;
  }
  return walk->width < NARROW ||
         end - line + 1 + (word_end(text, next) - next) + RAGGED < walk->width;
}

/* The end of the sentence's marks, if one ends with the stops at `at`;
 * otherwise 0. Sets where to go on. */
static size_t
end_at(const TwSentenceWalk* walk, size_t start, size_t at, size_t* out_go_on)
{
  const TwStr text = walk->text;
  const size_t limit = start + TW_SENTENCE_MAX;
  size_t len = 0;
  size_t stops = at;
  bool strong = false; /* More than one full stop */
  while (stops < limit && tw_char_at(text, stops, &len) & TW_CHAR_STOP) {
    strong |= text.s[stops] != '.' || stops > at;
    stops += len;
  }
  size_t end = stops;
  unsigned closers = 0;
  unsigned bits = 0;
  while (end < limit && (bits = tw_char_at(text, end, &len)) &
                          (TW_CHAR_QUOTE | TW_CHAR_BRACKET)) {
    closers |= bits;
    end += len;
  }
  *out_go_on = end;
  const size_t next = tw_char_skip_space(text, end);
  if (next == text.len) {
    return end;
  }
  const char* const line = memchr(text.s + end, '\n', next - end);
  if (line && is_hard_break(walk, start, (size_t)(line - text.s))) {
    return end;
  }
  if (next == end) {
    return end == stops && is_glued(text, start, at, next) ? end : 0;
  }
  if (strong || closers & TW_CHAR_QUOTE) {
    return may_start(text, next) ? end : 0;
  }
  return ends_at_stop(walk, start, at, next) ? end : 0;
}

/* The last white space before the limit, or the limit itself. */
static size_t
cut_at(TwStr text, size_t start)
{
  size_t limit = start + TW_SENTENCE_MAX;
  while (((unsigned char)text.s[limit] & 0xc0) == 0x80) {
    --limit;
  }
  for (size_t at = limit; at > start; at = tw_char_before(text, at)) {
    size_t len = 0;
    if (tw_char_at(text, tw_char_before(text, at), &len) & TW_CHAR_SPACE) {
      return at;
    }
  }
  return limit;
}

static size_t
find_end(const TwSentenceWalk* walk, size_t start, bool* out_cut)
{
  const TwStr text = walk->text;
  size_t at = start;
  while (at < text.len) {
    if (at - start >= TW_SENTENCE_MAX) {
      *out_cut = true;
      return cut_at(text, start);
    }
    const unsigned char c = (unsigned char)text.s[at];
    size_t go_on = at + 1;
    if (c == '\n') {
      if (is_hard_break(walk, start, at)) {
        return at;
      }
    } else if (c == '.' || c == '!' || c == '?' ||
               (c == 0xe2 && tw_str_starts(tw_str_slice(text, at, at + 3),
                                           TW_STR("\u2026")))) {
      const size_t end = end_at(walk, start, at, &go_on);
      if (end) {
        return end;
      }
    }
    at = go_on;
  }
  return text.len;
}

bool
tw_sentence_next(TwSentenceWalk* walk, TwSpan* out_span, bool* out_cut)
{
  const size_t start = tw_char_skip_space(walk->text, walk->at);
  *out_cut = false;
  if (start >= walk->text.len) {
    return false;
  }
  size_t end = find_end(walk, start, out_cut);
  if (end - start > TW_SENTENCE_MAX) { /* The marks went over the limit */
    *out_cut = true;
    end = cut_at(walk->text, start);
  }
  walk->at = end;
  size_t len = 0;
  size_t last = tw_char_before(walk->text, end);
  while (end > start && tw_char_at(walk->text, last, &len) & TW_CHAR_SPACE) {
    end = last;
    last = tw_char_before(walk->text, end);
  }
  *out_span = (TwSpan){start, end};
  return true;
}
