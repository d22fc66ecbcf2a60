/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_JSONL_H
#define TW_EXTRACT_INGEST_JSONL_H

#include "base/arena.h"
#include "base/diag.h"
#include "extract/ingest/source.h"

/** Reads one JSON object (RFC 8259) into `raw`; its texts live in `arena`.
 * Sets every field but `name`; `id` is left empty if there is none. Keys that
 * are not known are ignored. TW_ERR_INPUT with TW1008 (no JSON object), TW1009
 * (no text) or TW1012 (a value of the wrong kind), at `line` of `file`. */
TwStatus
tw_jsonl_read(TwStr json, TwStr file, size_t line, TwArena* arena,
              TwDiagSink* sink, TwRaw* raw);

#endif
