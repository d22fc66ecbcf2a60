/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/jsonflat.h"

#include "base/utf8.h"

#include <string.h>

#define MOST_KEYS 16
/* A longer number may not fit in 64 bits. */
#define MOST_DIGITS 18

#define ONES UINT64_C(0x0101010101010101)
#define HIGHS (ONES * 0x80)

typedef struct {
  TwStr text;
  size_t at;
  TwArena* arena;
} Reader;

static void
skip_space(Reader* reader)
{
  while (reader->at < reader->text.len &&
         memchr(" \t\n\r", reader->text.s[reader->at], 4)) {
    ++reader->at;
  }
}

/* Takes the mark, and white space around it. */
static bool
take(Reader* reader, char mark)
{
  skip_space(reader);
  if (reader->at >= reader->text.len || reader->text.s[reader->at] != mark) {
    return false;
  }
  ++reader->at;
  skip_space(reader);
  return true;
}

/* True for what does not stand for itself in a text. */
static bool
is_special(char c)
{
  return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

/* Whether one of eight bytes may be special. */
static bool
has_special(uint64_t bytes)
{
  const uint64_t quote = bytes ^ (ONES * '"');
  const uint64_t slash = bytes ^ (ONES * '\\');
  return (((quote - ONES) & ~quote) | ((slash - ONES) & ~slash) |
          ((bytes - ONES * 0x20) & ~bytes)) &
         HIGHS;
}

/* The first special byte at or after `at`, or the end. */
static size_t
find_special(TwStr text, size_t at)
{
  uint64_t bytes;
  while (text.len - at >= sizeof(bytes)) {
    memcpy(&bytes, text.s + at, sizeof(bytes));
    if (has_special(bytes)) {
      break;
    }
    at += sizeof(bytes);
  }
  while (at < text.len && !is_special(text.s[at])) {
    ++at;
  }
  return at;
}

/* The four digits at `at`, or UINT32_MAX. */
static uint32_t
hex_at(TwStr text, size_t at)
{
  static const char digits[] = "0123456789abcdef";
  uint32_t value = 0;
  for (size_t i = at; i < at + 4; ++i) {
    const char c = i < text.len ? text.s[i] : '\0';
    const char* const digit =
      c ? strchr(digits, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c) : NULL;
    if (!digit) {
      return UINT32_MAX;
    }
    value = value * 16 + (uint32_t)(digit - digits);
  }
  return value;
}

/* Decodes the escape behind the backslash at `at`; its end, or 0 if it is
 * none. */
static size_t
decode(TwStr text, size_t at, char* out, size_t* out_len)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char c = at + 1 < text.len ? text.s[at + 1] : '\0';
  const char* const name = c ? strchr(names, c) : NULL;
  if (name) {
    *out = values[name - names];
    *out_len = 1;
    return at + 2;
  }
  uint32_t code = c == 'u' ? hex_at(text, at + 2) : UINT32_MAX;
  size_t end = at + 6;
  if (code >= 0xd800 && code < 0xdc00 && end + 1 < text.len &&
      text.s[end] == '\\' && text.s[end + 1] == 'u') {
    const uint32_t low = hex_at(text, end + 2);
    code = low >= 0xdc00 && low < 0xe000
             ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
             : UINT32_MAX;
    end += 6;
  }
  if (code == UINT32_MAX || (code >= 0xd800 && code < 0xe000)) {
    return 0;
  }
  *out_len = tw_utf8_encode(code, out);
  return end;
}

/* The end of the text that began before `at`: its quotation mark, or 0. */
static size_t
text_end(TwStr text, size_t at)
{
  at = find_special(text, at);
  while (at < text.len && text.s[at] == '\\') {
    at = at + 2 < text.len ? find_special(text, at + 2) : text.len;
  }
  return at < text.len && text.s[at] == '"' ? at : 0;
}

/* Reads a text at its quotation mark. No escape is shorter than what it
 * stands for. */
static bool
read_text(Reader* reader, TwStr* out)
{
  const size_t start = reader->at + 1;
  const size_t end = text_end(reader->text, start);
  if (!end) {
    return false;
  }
  const TwStr text = tw_str_slice(reader->text, 0, end);
  char* const copy = tw_arena_alloc(reader->arena, end - start + 1, 1);
  char* to = copy;
  for (size_t at = start; copy && at < end;) {
    const size_t next = find_special(text, at);
    memcpy(to, text.s + at, next - at);
    to += next - at;
    at = next;
    if (at < end) {
      size_t len = 0;
      at = decode(text, at, to, &len);
      to += len;
      if (!at) {
        return false;
      }
    }
  }
  *out = (TwStr){copy, copy ? (size_t)(to - copy) : 0};
  reader->at = end + 1;
  return copy;
}

static bool
read_number(Reader* reader, TwStr* out)
{
  const TwStr text = reader->text;
  const size_t start = reader->at;
  size_t end = start;
  while (end < text.len && text.s[end] >= '0' && text.s[end] <= '9') {
    ++end;
  }
  if (end == start || end - start > MOST_DIGITS ||
      (text.s[start] == '0' && end - start > 1) || end == text.len ||
      memchr(".eE", text.s[end], 3)) {
    return false;
  }
  *out = tw_arena_copy(reader->arena, tw_str_slice(text, start, end));
  reader->at = end;
  return out->s;
}

static bool
read_value(Reader* reader, TwStr* out)
{
  const TwStr rest = tw_str_slice(reader->text, reader->at, reader->text.len);
  if (tw_str_starts(rest, TW_STR("\""))) {
    return read_text(reader, out);
  }
  if (tw_str_starts(rest, TW_STR("null"))) {
    *out = (TwStr){NULL, 0};
    reader->at += 4;
    return true;
  }
  return read_number(reader, out);
}

/* The place of `key` in the list, or where it would be added. */
static size_t
place_of(const TwStr* keys, size_t n_keys, TwStr key)
{
  size_t place = 0;
  while (place < n_keys && !tw_str_equal(keys[place], key)) {
    ++place;
  }
  return place;
}

/* Reads the members of an object up to its end; all keys are remembered, so
 * that none comes twice. */
static bool
read_members(Reader* reader, const TwStr* keys, size_t n_keys,
             TwStr* out_values)
{
  TwStr seen[MOST_KEYS];
  size_t n_seen = 0;
  do {
    TwStr key;
    TwStr value;
    if (n_seen == MOST_KEYS || reader->at >= reader->text.len ||
        reader->text.s[reader->at] != '"' || !read_text(reader, &key) ||
        memchr(key.s, '\0', key.len) || place_of(seen, n_seen, key) < n_seen ||
        !take(reader, ':') || !read_value(reader, &value)) {
      return false;
    }
    seen[n_seen++] = key;
    const size_t place = place_of(keys, n_keys, key);
    if (place < n_keys) {
      out_values[place] = value;
    }
  } while (take(reader, ','));
  return take(reader, '}') && reader->at == reader->text.len;
}

bool
tw_jsonflat_read(TwStr json, const TwStr* keys, size_t n_keys, TwArena* arena,
                 TwStr* out_values)
{
  Reader reader = {json, 0, arena};
  for (size_t i = 0; i < n_keys; ++i) {
    out_values[i] = (TwStr){NULL, 0};
  }
  return tw_utf8_valid_prefix(json) == json.len && take(&reader, '{') &&
         read_members(&reader, keys, n_keys, out_values);
}
