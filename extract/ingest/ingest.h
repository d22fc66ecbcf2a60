/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_INGEST_H
#define TW_EXTRACT_INGEST_INGEST_H

#include "base/arena.h"
#include "base/diag.h"
#include "extract/document.h"
#include "extract/ingest/source.h"

/** The words by which pages, datelines and languages are known. Read-only
 * after opening: threads share it. Documents borrow reasons and names from
 * it: it must outlive them. */
typedef struct TwIngest TwIngest;

/// Opens the tables boilerplate, dateline, function and time of every language
/// (lexicon/LANGUAGE/NAME.tsv below `dir`); returns owned
TwStatus
tw_ingest_open(const char* dir, TwDiagSink* sink, TwIngest** out_ingest);

/// Accepts NULL
void
tw_ingest_free(TwIngest* ingest);

/** Makes a document of `raw`: hash, blocks, title, date and how it was found,
 * publisher, language. Its texts are copied to `arena`. TW_ERR_ENCODING
 * (TW1004) if the text is not UTF-8; TW_ERR_INPUT (TW1003) if it is empty. A
 * date in the metadata that is none is warned of (TW1013) and left out. */
TwStatus
tw_ingest_run(const TwIngest* ingest, const TwRaw* raw, TwArena* arena,
              TwDiagSink* sink, TwDocument* out_document);

#endif
