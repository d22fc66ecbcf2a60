/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_ENCODING_H
#define TW_EXTRACT_INGEST_ENCODING_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

/** What the bytes of a text are in. */
typedef enum {
  TW_ENCODING_UTF8,
  TW_ENCODING_LATIN1,
  TW_ENCODING_WINDOWS1252,
  TW_ENCODING_UTF16LE,
  TW_ENCODING_UTF16BE,
} TwEncoding;

/// The encoding of that name ("utf-8", "latin-1", "windows-1252" …), whatever
/// its case; false if it is not known
bool
tw_encoding_find(TwStr name, TwEncoding* out_encoding);

/** Gives `bytes`, the contents of `file`, as UTF-8. `*out_text` borrows from
 * `bytes` where they are UTF-8 already, else from `scratch`. A byte-order mark
 * of UTF-8 stays: it is part of the source; that of UTF-16 is dropped.
 * TW_ERR_ENCODING with TW1004 (bad bytes, with line and offset), TW1005
 * (UTF-16 read as UTF-8) or TW1006 (no text at all), each with a hint. */
TwStatus
tw_encoding_read(TwEncoding encoding, TwStr file, TwStr bytes, TwBuf* scratch,
                 TwDiagSink* sink, TwStr* out_text);

#endif
