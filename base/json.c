/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/json.h"

#include "base/utf8.h"

#define FIRST_PLAIN 0x20

static void
add_escaped(TwBuf* out, char c)
{
  switch (c) {
  case '"':
    tw_buf_add(out, TW_STR("\\\""));
    break;
  case '\\':
    tw_buf_add(out, TW_STR("\\\\"));
    break;
  case '\n':
    tw_buf_add(out, TW_STR("\\n"));
    break;
  case '\r':
    tw_buf_add(out, TW_STR("\\r"));
    break;
  case '\t':
    tw_buf_add(out, TW_STR("\\t"));
    break;
  default:
    tw_buf_addf(out, "\\u%04x", (unsigned)(unsigned char)c);
    break;
  }
}

/* Where the bytes end, from `at` on, that stand as they are. */
static size_t
plain_end(TwStr text, size_t at)
{
  while (at < text.len && (unsigned char)text.s[at] >= FIRST_PLAIN &&
         text.s[at] != '"' && text.s[at] != '\\') {
    ++at;
  }
  return at;
}

static void
add_valid(TwBuf* out, TwStr text)
{
  size_t at = 0;
  while (at < text.len) {
    const size_t end = plain_end(text, at);
    tw_buf_add(out, tw_str_slice(text, at, end));
    if (end < text.len) {
      add_escaped(out, text.s[end]);
    }
    at = end + 1;
  }
}

void
tw_json_text(TwBuf* out, TwStr text)
{
  tw_buf_add_char(out, '"');
  while (text.len) {
    const size_t valid = tw_utf8_valid_prefix(text);
    add_valid(out, tw_str_slice(text, 0, valid));
    if (valid < text.len) {
      tw_buf_add_utf8(out, 0xfffd);
    }
    text = tw_str_slice(text, valid + (valid < text.len), text.len);
  }
  tw_buf_add_char(out, '"');
}
