/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_FILE_H
#define TW_BASE_FILE_H

#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

#include <stdio.h>

/// Reads a whole file ("-" is standard input) to the end of `out`.
/// TW_ERR_READ with errno set; TW_ERR_LIMIT past `max_bytes` (0: no limit).
TwStatus
tw_file_read(const char* path, size_t max_bytes, TwBuf* out);

/// Hands a file ("-" is standard input) to `visit` in pieces, in order, so
/// that memory does not grow with it. TW_ERR_READ with errno set; whatever
/// `visit` returns but TW_OK ends it and is returned.
TwStatus
tw_file_pieces(const char* path, TwStatus (*visit)(void* data, TwStr piece),
               void* data);

/** Calls `visit` for each regular file below `path` (a file or a folder) in
 * the order of its path's bytes; names that start with a dot are left out.
 * Symbolic links to folders are not followed. A folder below that may not be
 * opened and a link that leads nowhere are visited, too: reading them says
 * why. `visit` ends the walk by returning anything but TW_OK; TW_ERR_READ with
 * errno set if `path` itself cannot be read. */
TwStatus
tw_file_walk(const char* path, TwStatus (*visit)(void* data, const char* path),
             void* data);

/** A file being written: bytes go to a temporary name beside `path`;
 * tw_writer_commit() flushes, syncs and renames it, tw_writer_abort() removes
 * it. "-" is standard output; a device or pipe is written to directly; a link
 * is followed. Every failure is remembered and returned by the commit, with
 * errno of the first one. */
typedef struct TwWriter TwWriter;

/// Opens; TW_ERR_WRITE with errno set if that is refused
TwStatus
tw_writer_open(const char* path, TwWriter** out_writer);

/// Gives the file this mode, as if it replaced one that has it
void
tw_writer_mode(TwWriter* writer, unsigned mode);

/// Opens a writer that appends to `out`; what it appended is gone again when it
/// is aborted
TwStatus
tw_writer_open_text(TwBuf* out, TwWriter** out_writer);

void
tw_writer_add(TwWriter* writer, TwStr str);

void
tw_writer_addf(TwWriter* writer, const char* format, ...) TW_PRINTF(2, 3);

/// Bytes written so far
size_t
tw_writer_size(const TwWriter* writer);

/// Brings all bytes to the disk, so that a commit has only to rename;
/// TW_ERR_WRITE with errno if that or an earlier write failed
TwStatus
tw_writer_flush(TwWriter* writer);

/// Ends the writing and frees the writer, whatever it returns
TwStatus
tw_writer_commit(TwWriter* writer);

/// Removes the temporary file and frees the writer; accepts NULL
void
tw_writer_abort(TwWriter* writer);

#endif
