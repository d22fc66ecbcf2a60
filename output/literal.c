/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/literal.h"

/* What a byte becomes: 0 itself, 'u' a code of four digits, else a letter
 * behind a backslash. */
static const char text_escapes[256] = {
  [0] = 'u',    [1] = 'u',    [2] = 'u',    [3] = 'u',     [4] = 'u',
  [5] = 'u',    [6] = 'u',    [7] = 'u',    ['\b'] = 'b',  ['\t'] = 't',
  ['\n'] = 'n', [0x0b] = 'u', ['\f'] = 'f', ['\r'] = 'r',  [0x0e] = 'u',
  [0x0f] = 'u', [0x10] = 'u', [0x11] = 'u', [0x12] = 'u',  [0x13] = 'u',
  [0x14] = 'u', [0x15] = 'u', [0x16] = 'u', [0x17] = 'u',  [0x18] = 'u',
  [0x19] = 'u', [0x1a] = 'u', [0x1b] = 'u', [0x1c] = 'u',  [0x1d] = 'u',
  [0x1e] = 'u', [0x1f] = 'u', ['"'] = '"',  ['\\'] = '\\', [0x7f] = 'u'};

static const char iri_escapes[256] = {
  [0] = 'u',    [1] = 'u',    [2] = 'u',    [3] = 'u',    [4] = 'u',
  [5] = 'u',    [6] = 'u',    [7] = 'u',    [8] = 'u',    [9] = 'u',
  [0x0a] = 'u', [0x0b] = 'u', [0x0c] = 'u', [0x0d] = 'u', [0x0e] = 'u',
  [0x0f] = 'u', [0x10] = 'u', [0x11] = 'u', [0x12] = 'u', [0x13] = 'u',
  [0x14] = 'u', [0x15] = 'u', [0x16] = 'u', [0x17] = 'u', [0x18] = 'u',
  [0x19] = 'u', [0x1a] = 'u', [0x1b] = 'u', [0x1c] = 'u', [0x1d] = 'u',
  [0x1e] = 'u', [0x1f] = 'u', [' '] = 'u',  ['<'] = 'u',  ['>'] = 'u',
  ['"'] = 'u',  ['{'] = 'u',  ['}'] = 'u',  ['|'] = 'u',  ['^'] = 'u',
  ['`'] = 'u',  ['\\'] = 'u'};

static void
add_escaped(TwBuf* out, TwStr text, const char escapes[256])
{
  size_t start = 0;
  for (size_t i = 0; i < text.len; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    const char escape = escapes[c];
    if (!escape) {
      continue;
    }
    tw_buf_add(out, tw_str_slice(text, start, i));
    start = i + 1;
    if (escape == 'u') {
      tw_buf_addf(out, "\\u%04X", c);
    } else {
      tw_buf_add(out, (TwStr){(const char[2]){'\\', escape}, 2});
    }
  }
  tw_buf_add(out, tw_str_slice(text, start, text.len));
}

void
tw_literal_iri(TwBuf* out, TwStr iri)
{
  tw_buf_add_char(out, '<');
  add_escaped(out, iri, iri_escapes);
  tw_buf_add_char(out, '>');
}

void
tw_literal_text(TwBuf* out, TwStr text)
{
  tw_buf_add_char(out, '"');
  add_escaped(out, text, text_escapes);
  tw_buf_add_char(out, '"');
}
