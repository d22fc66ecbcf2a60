/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_SOURCE_H
#define TW_EXTRACT_INGEST_SOURCE_H

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

#include <stddef.h>

/** A document as it was found. Only `name`, `id` and `text` are never empty.
 * Borrows from the reader: copy what must outlive the visit. */
typedef struct {
  TwStr name; ///< For messages: "file" or "file:line"
  TwStr id;   ///< The file's stem, or the JSON line's `id` (else "stem-line")
  TwStr text; ///< Well-formed UTF-8
  TwStr url;
  TwStr publisher;
  TwStr title;
  TwStr language;
  TwStr date; ///< As given, not yet checked
} TwRaw;

typedef struct {
  const char* encoding; ///< Of text files; NULL for UTF-8. JSON is UTF-8
  size_t max_bytes;     ///< Of one document; 0: no limit
} TwSourceOptions;

/** What became of the documents. */
typedef struct {
  size_t n_read;
  size_t n_set_aside; ///< Each with an error 1xxx
} TwSourceTally;

/** Calls `visit` for each document of `paths`: text files, folders (walked in
 * the order of their files' bytes), JSON lines (.jsonl, .ndjson; an object a
 * line with text and maybe id, url, publisher, title, language, date), or "-"
 * for standard input (JSON lines if its first byte that is no space is "{").
 * Files are read line by line or one at a time: memory grows with the longest
 * document, not with their number (beyond their ids).
 *
 * A document that cannot be read is set aside with an error, counted, and the
 * next one is read. `visit` sets its document aside by returning
 * TW_ERR_INPUT, TW_ERR_ENCODING or TW_ERR_LIMIT, having said why; anything
 * else but TW_OK ends the run and is returned. TW_ERR_USAGE (TW1011) for an
 * encoding that is not known; TW_ERR_INPUT if paths were given and no document
 * could be read. `out_tally` may be NULL. */
TwStatus
tw_source_each(const char* const* paths, size_t n_paths,
               const TwSourceOptions* options, TwDiagSink* sink,
               TwStatus (*visit)(void* data, const TwRaw* raw), void* data,
               TwSourceTally* out_tally);

#endif
