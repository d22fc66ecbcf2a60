/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_READING_H
#define TW_LIB_READING_H

#include "base/arena.h"
#include "base/buf.h"
#include "extract/claim.h"
#include "extract/ingest/source.h"

/* What one article says as one line of JSON, so that it can be fused by
 * another process: the article as it was found, what was learnt of it, its
 * entities and its facts. Members that are empty, zero or false are left
 * out. */

/// Appends the line, without its end
void
tw_reading_write(const TwRaw* raw, const TwReading* reading, TwBuf* out);

/// Reads such a line; everything lives in `arena`. TW_ERR_INPUT if it is no
/// reading: a member is of another kind, a number points nowhere.
TwStatus
tw_reading_read(TwStr json, TwArena* arena, TwRaw* out_raw,
                TwReading* out_reading);

#endif
