/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_STR_H
#define TW_BASE_STR_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** Borrowed text: a pointer and a length in bytes. Not NUL-terminated; NUL
 * bytes are legal in it. `{NULL, 0}` is the empty text. */
typedef struct {
  const char* s;
  size_t len;
} TwStr;

/** A half-open range of bytes in a document's source. */
typedef struct {
  size_t start;
  size_t end;
} TwSpan;

/// A TwStr over a string literal
#define TW_STR(literal) ((TwStr){(literal), sizeof(literal) - 1})

/// The printf arguments for "%.*s"; text behind the first INT_MAX bytes is cut
#define TW_STR_ARG(str)                                                        \
  (int)((str).len < INT_MAX ? (str).len : INT_MAX), ((str).s ? (str).s : "")

/// Borrows a NUL-terminated string (NULL gives the empty text)
static inline TwStr
tw_str(const char* cstr)
{
  return (TwStr){cstr, cstr ? strlen(cstr) : 0};
}

/// The bytes [start, end) of `str`; both are clamped to its length
static inline TwStr
tw_str_slice(TwStr str, size_t start, size_t end)
{
  const size_t to = end < str.len ? end : str.len;
  const size_t from = start < to ? start : to;
  return (TwStr){str.s ? str.s + from : NULL, to - from};
}

/* memcmp() may not be given NULL, even with a length of 0. */
static inline bool
tw_str_same_(const char* a, const char* b, size_t len)
{
  return !len || !memcmp(a, b, len);
}

static inline bool
tw_str_equal(TwStr a, TwStr b)
{
  return a.len == b.len && tw_str_same_(a.s, b.s, b.len);
}

/// True for a byte of a word: an ASCII letter or digit, or one of a longer
/// UTF-8 sequence
static inline bool
tw_str_is_word_byte(char byte)
{
  const unsigned char c = (unsigned char)byte;
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

/// Orders by bytes, as memcmp does; a prefix comes first
int
tw_str_compare(TwStr a, TwStr b);

static inline bool
tw_str_starts(TwStr str, TwStr prefix)
{
  return str.len >= prefix.len && tw_str_same_(str.s, prefix.s, prefix.len);
}

static inline bool
tw_str_ends(TwStr str, TwStr suffix)
{
  return str.len >= suffix.len &&
         tw_str_equal(tw_str_slice(str, str.len - suffix.len, str.len), suffix);
}

/// The byte offset of `needle` in `str` at or after `from`, or SIZE_MAX
size_t
tw_str_find(TwStr str, TwStr needle, size_t from);

/// `str` without ASCII white space at both ends
TwStr
tw_str_trim(TwStr str);

/// Cuts the text before the next `separator` off the front of `*rest`.
/// False when `*rest` is exhausted (its `s` is then NULL).
bool
tw_str_next(TwStr* rest, char separator, TwStr* out_part);

/// Reads an unsigned decimal number that fills all of `str`
bool
tw_str_to_u64(TwStr str, uint64_t* out_value);

/// A 64-bit hash of the bytes, the same in every run and on every machine
/// (FNV-1a finished by a mix): fit for identity, not against attackers
uint64_t
tw_str_hash(TwStr str);

#endif
