/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/term.h"

#include "base/utf8.h"

#include <string.h>

static bool
is_letter(unsigned char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(unsigned char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_hex(unsigned char c)
{
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* ucschar of RFC 3987; private-use characters are left out. */
static bool
is_ucschar(uint32_t c)
{
  return (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) ||
         (c >= 0xfdf0 && c <= 0xffef) ||
         (c >= 0x10000 && c <= 0xefffd && (c & 0xffff) <= 0xfffd &&
          !(c >= 0xe0000 && c < 0xe1000));
}

/* The length of the scheme with its colon, or 0. */
static size_t
scheme_length(TwStr text)
{
  if (!text.len || !is_letter((unsigned char)text.s[0])) {
    return 0;
  }
  for (size_t i = 1; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    if (c == ':') {
      return i + 1;
    }
    if (!is_letter(c) && !is_digit(c) && !strchr("+-.", c)) {
      return 0;
    }
  }
  return 0;
}

/* The byte behind the authority; brackets may stand only in that. */
static size_t
authority_end(TwStr text, size_t at)
{
  if (!tw_str_starts(tw_str_slice(text, at, text.len), TW_STR("//"))) {
    return at;
  }
  at += 2;
  while (at < text.len && text.s[at] && !strchr("/?#", text.s[at])) {
    ++at;
  }
  return at;
}

static bool
is_escape(TwStr text, size_t at)
{
  return at + 2 < text.len && is_hex((unsigned char)text.s[at + 1]) &&
         is_hex((unsigned char)text.s[at + 2]);
}

/* What most characters of an IRI are. */
static bool
is_plain(unsigned char c)
{
  return is_letter(c) || is_digit(c) || c == '/' || c == '-' || c == '_';
}

bool
tw_term_is_iri(TwStr text)
{
  const size_t start = scheme_length(text);
  if (!start || tw_utf8_valid_prefix(text) != text.len) {
    return false;
  }
  const size_t brackets_end = authority_end(text, start);
  bool fragment = false;
  for (size_t i = start; i < text.len;) {
    if (is_plain((unsigned char)text.s[i])) {
      ++i;
      continue;
    }
    uint32_t code = 0;
    const size_t length = tw_utf8_decode(text, i, &code);
    const bool allowed = code >= 0x80  ? is_ucschar(code)
                         : code == '%' ? is_escape(text, i)
                         : code == '#' ? !fragment
                         : code == '[' || code == ']'
                           ? i < brackets_end
                           : code && strchr(".~:?@!$&'()*+,;=", (int)code);
    if (!allowed) {
      return false;
    }
    fragment = fragment || code == '#';
    i += length;
  }
  return true;
}

bool
tw_term_is_text(TwStr text)
{
  if (tw_utf8_valid_prefix(text) != text.len ||
      (text.len && memchr(text.s, 0, text.len))) {
    return false;
  }
  /* U+FFFE and U+FFFF are EF BF BE and EF BF BF. */
  for (size_t at = 0;
       (at = tw_str_find(text, TW_STR("\xef\xbf"), at)) != SIZE_MAX; at += 2) {
    if ((unsigned char)text.s[at + 2] >= 0xbe) {
      return false;
    }
  }
  return true;
}

static void
encode_bytes(TwBuf* out, TwStr bytes)
{
  for (size_t i = 0; i < bytes.len; ++i) {
    tw_buf_addf(out, "%%%02X", (unsigned char)bytes.s[i]);
  }
}

void
tw_term_encode(TwBuf* out, TwStr text)
{
  for (size_t i = 0; i < text.len;) {
    uint32_t code = 0;
    const size_t length = tw_utf8_decode(text, i, &code);
    const TwStr bytes = tw_str_slice(text, i, i + length);
    const bool kept = code >= 0x80
                        ? is_ucschar(code) && !(code == 0xfffd && length == 1)
                        : is_letter((unsigned char)code) ||
                            is_digit((unsigned char)code) ||
                            (code && strchr("-_.", (int)code));
    if (kept) {
      tw_buf_add(out, bytes);
    } else {
      encode_bytes(out, bytes);
    }
    i += length;
  }
}

void
tw_term_clean(TwBuf* out, TwStr text)
{
  for (size_t i = 0; i < text.len;) {
    uint32_t code = 0;
    const size_t length = tw_utf8_decode(text, i, &code);
    const bool bad = !code || code == 0xfffe || code == 0xffff ||
                     (code == 0xfffd && length == 1);
    if (bad) {
      tw_buf_add_utf8(out, 0xfffd);
    } else {
      tw_buf_add(out, tw_str_slice(text, i, i + length));
    }
    i += length;
  }
}
