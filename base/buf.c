/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"

#include "base/alloc.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define FIRST_CAPACITY 64

void
tw_buf_clear(TwBuf* buf)
{
  tw_free(buf->s);
  *buf = (TwBuf)TW_BUF_INIT;
}

void
tw_buf_reset(TwBuf* buf)
{
  buf->len = 0;
  if (buf->s) {
    buf->s[0] = '\0';
  }
}

bool
tw_buf_reserve(TwBuf* buf, size_t more)
{
  if (buf->failed || (buf->s && more < buf->capacity - buf->len)) {
    return !buf->failed;
  }
  const size_t wanted = buf->len + more + 1;
  size_t capacity = buf->capacity > SIZE_MAX / 2 ? wanted : 2 * buf->capacity;
  capacity = capacity < FIRST_CAPACITY ? FIRST_CAPACITY : capacity;
  capacity = capacity < wanted ? wanted : capacity;
  char* const s = wanted > more ? tw_realloc(buf->s, capacity, 1) : NULL;
  if (!s) {
    buf->failed = true;
    return false;
  }
  buf->s = s;
  buf->capacity = capacity;
  buf->s[buf->len] = '\0';
  return true;
}

void
tw_buf_add_slowly_(TwBuf* buf, TwStr str)
{
  if (str.len && tw_buf_reserve(buf, str.len)) {
    memcpy(buf->s + buf->len, str.s, str.len);
    buf->len += str.len;
    buf->s[buf->len] = '\0';
  }
}

void
tw_buf_add_line(TwBuf* buf, TwStr text)
{
  for (size_t i = 0; i < text.len; ++i) {
    tw_buf_add_char(buf, (unsigned char)text.s[i] < ' ' ? ' ' : text.s[i]);
  }
}

void
tw_buf_add_utf8(TwBuf* buf, uint32_t code_point)
{
  char bytes[4];
  tw_buf_add(buf, (TwStr){bytes, tw_utf8_encode(code_point, bytes)});
}

void
tw_buf_add_number(TwBuf* buf, size_t number)
{
  char digits[3 * sizeof(number)];
  size_t at = sizeof(digits);
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  tw_buf_add(buf, (TwStr){digits + at, sizeof(digits) - at});
}

void
tw_buf_addf(TwBuf* buf, const char* format, ...)
{
  va_list args;
  va_start(args, format);
  tw_buf_addv(buf, format, args);
  va_end(args);
}

void
tw_buf_addv(TwBuf* buf, const char* format, va_list args)
{
  va_list again;
  va_copy(again, args);
  const int len = vsnprintf(NULL, 0, format, again);
  va_end(again);
  if (len < 0) {
    buf->failed = true;
  } else if (tw_buf_reserve(buf, (size_t)len)) {
    vsnprintf(buf->s + buf->len, (size_t)len + 1, format, args);
    buf->len += (size_t)len;
  }
}

TwStr
tw_buf_str(const TwBuf* buf)
{
  return (TwStr){buf->s ? buf->s : "", buf->len};
}

TwStatus
tw_buf_status(const TwBuf* buf)
{
  return buf->failed ? TW_ERR_NOMEM : TW_OK;
}
