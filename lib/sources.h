/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_SOURCES_H
#define TW_LIB_SOURCES_H

#include "base/file.h"
#include "extract/ingest/source.h"

/// The folder in which they wait if nothing is written to a folder
#define TW_SOURCES_DIR "/tmp"

/** The articles of a run as they were read, kept on the disk until they can be
 * written in an order that is not that of the input. */
typedef struct TwSources TwSources;

/// Keeps them in a file without a name in the folder `dir`; TW_ERR_WRITE with
/// errno. Returns owned.
TwStatus
tw_sources_open(const char* dir, TwSources** out_sources);

/// Accepts NULL
void
tw_sources_free(TwSources* sources);

/// Adds an article whose text has this hash, in place of one that had it, too
TwStatus
tw_sources_add(TwSources* sources, const TwRaw* raw, TwStr sha256);

/// Adds what is to be written of an article in place of its JSON object
TwStatus
tw_sources_add_text(TwSources* sources, TwStr text, TwStr sha256);

/// Writes a JSON object a line, sorted by hash. Reading these lines gives the
/// same articles again.
TwStatus
tw_sources_write(TwSources* sources, TwWriter* writer);

/// Writes all that was added, sorted by hash and bytes, the same once: which of
/// several articles with one text counts is for another to say
TwStatus
tw_sources_write_each(TwSources* sources, TwWriter* writer);

#endif
