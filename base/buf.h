/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_BUF_H
#define TW_BASE_BUF_H

#include "base/status.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

/** Bytes that grow. An allocation that fails makes the buffer failed: later
 * appends do nothing, and tw_buf_status() says so once at the end. */
typedef struct {
  char* s;
  size_t len;
  size_t capacity;
  bool failed;
} TwBuf;

/// An empty buffer: `TwBuf buf = TW_BUF_INIT;`
#define TW_BUF_INIT                                                            \
  {                                                                            \
    NULL, 0, 0, false                                                          \
  }

/// Frees the bytes and makes the buffer empty again
void
tw_buf_clear(TwBuf* buf);

/// Forgets the bytes, keeps the memory; a failed buffer stays failed
void
tw_buf_reset(TwBuf* buf);

/// Makes room for `more` bytes behind the text and a NUL; false if memory
/// runs out. Who writes them there adds to `len` and keeps the NUL.
bool
tw_buf_reserve(TwBuf* buf, size_t more);

/* tw_buf_add() where the text may not fit. */
void
tw_buf_add_slowly_(TwBuf* buf, TwStr str);

static inline void
tw_buf_add(TwBuf* buf, TwStr str)
{
  if (!str.len || str.len >= buf->capacity - buf->len || buf->failed) {
    tw_buf_add_slowly_(buf, str);
    return;
  }
  memcpy(buf->s + buf->len, str.s, str.len);
  buf->len += str.len;
  buf->s[buf->len] = '\0';
}

static inline void
tw_buf_add_char(TwBuf* buf, char c)
{
  tw_buf_add(buf, (TwStr){&c, 1});
}

/// Appends the text on one line: a blank for each control character
void
tw_buf_add_line(TwBuf* buf, TwStr text);

/// Appends the UTF-8 form of `code_point`
void
tw_buf_add_utf8(TwBuf* buf, uint32_t code_point);

/// Appends `number` in decimal digits
void
tw_buf_add_number(TwBuf* buf, size_t number);

void
tw_buf_addf(TwBuf* buf, const char* format, ...) TW_PRINTF(2, 3);

void
tw_buf_addv(TwBuf* buf, const char* format, va_list args) TW_PRINTF(2, 0);

/// Borrows the bytes until the next change; a NUL stands behind them
TwStr
tw_buf_str(const TwBuf* buf);

/// TW_OK, or TW_ERR_NOMEM if an append failed
TwStatus
tw_buf_status(const TwBuf* buf);

#endif
