/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_EXTRACTED_H
#define TW_LIB_EXTRACTED_H

#include "base/buf.h"
#include "extract/claim.h"
#include "extract/ingest/source.h"
#include "graph/fuse.h"

/* What one article says, as N-Quads: the graph of that article alone, and on
 * its node tw:reading, all that is needed to fuse it with others. */

/// Code of the message about what holds no reading
#define TW_EXTRACTED_CODE 4103

/// Appends the quads of an article, sorted; `base` as in TwFuseOptions
TwStatus
tw_extracted_write(TwStr base, const TwRaw* raw, const TwReading* reading,
                   TwBuf* out);

/** Reads such quads, of any number of articles, from a file ("-" is standard
 * input): calls `visit` for each article, whose texts it borrows for the call.
 * What tw_store_each() returns; TW_ERR_INPUT, told (TW4103), for a reading
 * that is none. */
TwStatus
tw_extracted_each(const char* path, TwDiagSink* sink,
                  TwStatus (*visit)(void* data, const TwRaw* raw,
                                    const TwReading* reading),
                  void* data);

#endif
