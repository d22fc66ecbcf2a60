/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/token.h"

#include "extract/text/abbreviation.h"
#include "extract/text/chars.h"
#include "ontology/fold.h"

#include <string.h>

#define WORD (TW_CHAR_LETTER | TW_CHAR_DIGIT)

/* Marks that are one token with their like: "--", "...", "``". */
#define RUNS ".-*=_~`'"

/* The sentence that is being cut. */
typedef struct {
  const TwLexicon* words;
  TwWordCache* cache;
  TwArticle* article;
  TwStr text; /* The source up to the sentence's end */
} Cutter;

/* True if the mark at `at`, between the characters `before` and what follows,
 * is part of the word around it. */
static bool
joins(TwStr text, size_t at, size_t len, unsigned bits, unsigned before)
{
  size_t next_len = 0;
  const unsigned after = tw_char_at(text, at + len, &next_len);
  if (!(after & WORD)) {
    return false;
  }
  if (bits & TW_CHAR_APOSTROPHE) {
    return text.s[at] != '`' && after & TW_CHAR_LETTER;
  }
  if (bits & TW_CHAR_HYPHEN) {
    return true;
  }
  if (len > 1) {
    return false;
  }
  switch (text.s[at]) {
  case '.': { /* Two sentences with the space between them lost? */
    const unsigned second = tw_char_at(text, at + len + next_len, &next_len);
    const bool glued = before & TW_CHAR_LETTER && !(before & TW_CHAR_UPPER) &&
                       after & TW_CHAR_UPPER && second & TW_CHAR_LETTER &&
                       !(second & TW_CHAR_UPPER);
    return !glued;
  }
  case ',':
  case ':':
  case '/':
    return before & TW_CHAR_DIGIT && after & TW_CHAR_DIGIT;
  case '&':
    return before & TW_CHAR_UPPER && after & TW_CHAR_UPPER;
  case '@':
  case '_':
    return true;
  default:
    return false;
  }
}

/* "U.S.-led": the stop of an abbreviation before a hyphen. */
static bool
joins_twice(const Cutter* cutter, size_t start, size_t at)
{
  size_t len = 0;
  const TwStr text = cutter->text;
  return text.s[at] == '.' && tw_char_at(text, at + 1, &len) & TW_CHAR_HYPHEN &&
         tw_char_at(text, at + 1 + len, &len) & WORD &&
         tw_abbreviation_kind(cutter->words, tw_str_slice(text, start, at)) !=
           TW_ABBREVIATION_NONE;
}

/* The end of the word at `start`. */
static size_t
word_end(const Cutter* cutter, size_t start)
{
  const TwStr text = cutter->text;
  size_t at = start;
  unsigned before = 0;
  while (at < text.len) {
    size_t len = 0;
    const unsigned bits = tw_char_at(text, at, &len);
    if (!(bits & WORD)) {
      if (joins_twice(cutter, start, at)) {
        ++at;
      } else if (!joins(text, at, len, bits, before)) {
        break;
      }
    }
    before = bits;
    at += len;
  }
  return at;
}

/* The end of an address that runs to the next space, without the marks that
 * belong to the sentence. */
static size_t
address_end(TwStr text, size_t at)
{
  size_t len = 0;
  unsigned bits = 0;
  while (
    at < text.len &&
    !((bits = tw_char_at(text, at, &len)) & (TW_CHAR_SPACE | TW_CHAR_QUOTE)) &&
    text.s[at] != '<' && text.s[at] != '>') {
    at += len;
  }
  while (at && strchr(".,;:!?)]", text.s[at - 1])) {
    --at;
  }
  return at;
}

/* True if the word [start, end) begins the address of a page. */
static bool
is_address(TwStr text, size_t start, size_t end)
{
  const TwStr word = tw_str_slice(text, start, end);
  const TwStr rest = tw_str_slice(text, end, end + 4);
  size_t len = 0;
  if (rest.len == 4 && tw_str_starts(rest, TW_STR("://"))) {
    return !(tw_char_at(rest, 3, &len) & TW_CHAR_SPACE);
  }
  return rest.len > 1 && rest.s[0] == '/' && memchr(word.s, '.', word.len) &&
         tw_char_at(text, start, &len) & TW_CHAR_LETTER &&
         tw_char_at(text, end + 1, &len) & WORD;
}

/* Whether nothing but marks follows in the sentence. */
static bool
is_last(TwStr text, size_t at)
{
  for (size_t len = 0; at < text.len; at += len) {
    if (tw_char_at(text, at, &len) & WORD) {
      return false;
    }
  }
  return true;
}

/* Whether the stop at `stop` belongs to the word before it. */
static bool
owns_stop(const Cutter* cutter, size_t start, size_t stop)
{
  const TwStr text = cutter->text;
  if (stop >= text.len || text.s[stop] != '.' ||
      (stop + 1 < text.len && text.s[stop + 1] == '.')) {
    return false;
  }
  size_t part = stop;
  while (part > start && text.s[part - 1] != '-') {
    --part;
  }
  size_t len = 0;
  switch (tw_abbreviation_kind(cutter->words, tw_str_slice(text, part, stop))) {
  case TW_ABBREVIATION_MAY:
    return true;
  case TW_ABBREVIATION_NEVER:
  case TW_ABBREVIATION_INITIAL:
    return !is_last(text, stop + 1);
  case TW_ABBREVIATION_NUMBER:
    return tw_char_at(text, tw_char_skip_space(text, stop + 1), &len) &
           TW_CHAR_DIGIT;
  default:
    return false;
  }
}

/* Where the ending of a name with a hyphen begins ("Lima-based"); `end` if it
 * has none. */
static size_t
ending_at(const Cutter* cutter, size_t start, size_t end)
{
  const TwStr text = cutter->text;
  size_t len = 0;
  size_t at = end;
  unsigned bits = 0;
  while (at > start && !(bits & TW_CHAR_HYPHEN)) {
    at = tw_char_before(text, at);
    bits = tw_char_at(text, at, &len);
  }
  return at > start && bits & TW_CHAR_HYPHEN &&
             tw_char_at(text, start, &len) & TW_CHAR_UPPER &&
             tw_abbreviation_is(cutter->words, tw_str_slice(text, at, end),
                                TW_ABBREVIATION_CLITIC)
           ? at
           : end;
}

/* Where the clitic of the word [start, end) begins; `end` if it has none. */
static size_t
clitic_at(const Cutter* cutter, size_t start, size_t end)
{
  const TwStr text = cutter->text;
  size_t len = 0;
  size_t at = end;
  unsigned bits = 0;
  while (at > start && !(bits & TW_CHAR_APOSTROPHE)) {
    at = tw_char_before(text, at);
    bits = tw_char_at(text, at, &len);
  }
  if (!(bits & TW_CHAR_APOSTROPHE) || at == start) {
    return ending_at(cutter, start, end);
  }
  if (tw_abbreviation_is(cutter->words, tw_str_slice(text, at, end),
                         TW_ABBREVIATION_CLITIC)) {
    return at;
  }
  at = tw_char_before(text, at);
  return at > start &&
             tw_abbreviation_is(cutter->words, tw_str_slice(text, at, end),
                                TW_ABBREVIATION_CLITIC)
           ? at
           : end;
}

unsigned
tw_token_shape(TwStr word, bool* out_plain)
{
  unsigned shape = 0;
  size_t letters = 0;
  size_t capitals = 0;
  *out_plain = true;
  for (size_t at = 0, len = 0; at < word.len; at += len) {
    const unsigned bits = tw_char_at(word, at, &len);
    if (len > 1 || bits & TW_CHAR_UPPER || word.s[at] == '`') {
      *out_plain = false;
    }
    if (bits & TW_CHAR_LETTER) {
      const bool upper = bits & TW_CHAR_UPPER;
      shape |= upper ? (letters ? TW_SHAPE_MIXED : TW_SHAPE_CAPITAL) : 0u;
      capitals += upper;
      ++letters;
    }
    shape |= bits & TW_CHAR_DIGIT ? TW_SHAPE_DIGIT : 0u;
  }
  if (letters) {
    shape |= TW_SHAPE_LETTER;
    if (letters > 1 && capitals == letters) {
      shape = (shape | TW_SHAPE_UPPER) & ~(unsigned)TW_SHAPE_MIXED;
    }
  }
  if (!(shape & (TW_SHAPE_LETTER | TW_SHAPE_DIGIT))) {
    return TW_SHAPE_PUNCT;
  }
  const bool stop = letters && word.len > 1 && word.s[word.len - 1] == '.';
  return stop ? shape | TW_SHAPE_ABBREVIATION : shape;
}

/* Appends a token that has no word yet. */
static TwStatus
push(Cutter* cutter, size_t start, size_t end)
{
  TwArticle* const article = cutter->article;
  TwToken* const token = TW_VEC_PUSH(article->arena, &article->tokens);
  if (!token) {
    return TW_ERR_NOMEM;
  }
  size_t len = 0;
  const bool space =
    start &&
    tw_char_at(cutter->text, tw_char_before(cutter->text, start), &len) &
      TW_CHAR_SPACE;
  *token = (TwToken){.start = (uint32_t)start,
                     .end = (uint32_t)end,
                     .shape = space ? TW_SHAPE_SPACE_BEFORE : 0,
                     .annotation = TW_NO_ANNOTATION};
  return TW_OK;
}

/* Gives the tokens from `first` on their words; a text of nothing but
 * invisible characters is none. The look-ups stand in a row, so that the
 * processor fetches the memory of several at a time. */
static TwStatus
find_words(Cutter* cutter, size_t first)
{
  TwArticle* const article = cutter->article;
  size_t n = first;
  for (size_t i = first; i < article->tokens.count; ++i) {
    TwToken token = article->tokens.at[i];
    TwCachedWord* const word = tw_word_cache_get(
      cutter->cache, tw_str_slice(cutter->text, token.start, token.end));
    if (!word) {
      return TW_ERR_NOMEM;
    }
    if (word->fold.len) {
      token.word = word;
      token.fold = token.lemma = word->fold;
      token.shape |= word->shape;
      article->tokens.at[n++] = token;
    }
  }
  article->tokens.count = n;
  return TW_OK;
}

/* Appends the tokens of the word at `at`; sets where it ends. */
static TwStatus
push_word(Cutter* cutter, size_t at, size_t* out_end)
{
  size_t end = word_end(cutter, at);
  if (is_address(cutter->text, at, end)) {
    *out_end = address_end(cutter->text, end);
    return push(cutter, at, *out_end);
  }
  const size_t clitic = clitic_at(cutter, at, end);
  if (clitic < end) {
    *out_end = end;
    TW_TRY(push(cutter, at, clitic));
    return push(cutter, clitic, end);
  }
  end += owns_stop(cutter, at, end);
  *out_end = end;
  return push(cutter, at, end);
}

/* The end of the token that the mark at `at` begins. */
static size_t
mark_end(const Cutter* cutter, size_t at, size_t len, unsigned bits)
{
  const TwStr text = cutter->text;
  size_t next_len = 0;
  const unsigned next = tw_char_at(text, at + len, &next_len);
  const char c = text.s[at];
  if ((c == '@' && next & WORD) || (c == '#' && next & TW_CHAR_LETTER)) {
    return word_end(cutter, at + len);
  }
  if (bits & TW_CHAR_APOSTROPHE && next & TW_CHAR_LETTER) {
    const size_t end = word_end(cutter, at + len);
    if (tw_abbreviation_is(cutter->words, tw_str_slice(text, at, end),
                           TW_ABBREVIATION_CLITIC)) {
      return end;
    }
  }
  size_t end = at + len;
  while (c && strchr(RUNS, c) && end < text.len && text.s[end] == c) {
    ++end;
  }
  return end;
}

TwStatus
tw_token_run(const TwLexicon* words, TwWordCache* cache, TwSpan span,
             TwArticle* article)
{
  Cutter cutter = {words, cache, article,
                   tw_str_slice(article->document->source, 0, span.end)};
  const size_t first = article->tokens.count;
  size_t at = tw_char_skip_space(cutter.text, span.start);
  while (at < cutter.text.len) {
    size_t len = 0;
    const unsigned bits = tw_char_at(cutter.text, at, &len);
    size_t end = 0;
    if (bits & WORD) {
      TW_TRY(push_word(&cutter, at, &end));
    } else {
      end = mark_end(&cutter, at, len, bits);
      TW_TRY(push(&cutter, at, end));
    }
    at = tw_char_skip_space(cutter.text, end);
  }
  return find_words(&cutter, first);
}
