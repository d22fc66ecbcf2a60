/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/fold.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "ontology/fold_table.h"

#include <string.h>

/* No folded form is longer than what it comes from (the generator of the
 * table makes sure), so a buffer of the text's length always holds it. */
#define CHUNK 256
#define LONGEST 4

static unsigned
entry_of(uint32_t code_point)
{
  const uint32_t block = code_point / FOLD_BLOCK;
  const unsigned row =
    fold_index[block < FOLD_BLOCKS ? block : FOLD_BLOCKS - 1];
  return fold_entries[row][code_point % FOLD_BLOCK];
}

static size_t
fold_one(TwStr text, size_t at, char* out, size_t* out_len)
{
  const unsigned char c = (unsigned char)text.s[at];
  uint32_t code_point = c;
  const size_t step = c < 0x80 ? 1 : tw_utf8_decode(text, at, &code_point);
  const unsigned place = entry_of(code_point) & (FOLD_LETTER - 1u);
  if (!place) {
    memcpy(out, text.s + at, step);
    *out_len = step;
  } else {
    *out_len = fold_pool[place];
    memcpy(out, fold_pool + place + 1, *out_len);
  }
  return step;
}

void
tw_fold_add(TwBuf* buf, TwStr text)
{
  char chunk[CHUNK];
  size_t n = 0;
  size_t step = 0;
  for (size_t at = 0; at < text.len; at += step) {
    if (n > sizeof(chunk) - LONGEST) {
      tw_buf_add(buf, (TwStr){chunk, n});
      n = 0;
    }
    size_t len = 0;
    step = fold_one(text, at, chunk + n, &len);
    n += len;
  }
  tw_buf_add(buf, (TwStr){chunk, n});
}

size_t
tw_fold_into(TwStr text, char* out)
{
  size_t n = 0;
  size_t step = 1;
  for (size_t at = 0; at < text.len; at += step) {
    const unsigned char c = (unsigned char)text.s[at];
    size_t len = 1;
    step = 1;
    if (c < 0x80 && c != '`') { /* What the table says, without a look */
      out[n] = (char)(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    } else {
      step = fold_one(text, at, out + n, &len);
    }
    n += len;
  }
  return n;
}

TwStr
tw_fold(TwArena* arena, TwStr text)
{
  char* const out = TW_NEW(arena, char, text.len + 1);
  return out ? (TwStr){out, tw_fold_into(text, out)} : (TwStr){NULL, 0};
}

bool
tw_fold_is_upper(uint32_t code_point)
{
  return entry_of(code_point) & FOLD_UPPER;
}

bool
tw_fold_is_letter(uint32_t code_point)
{
  return entry_of(code_point) & FOLD_LETTER;
}
