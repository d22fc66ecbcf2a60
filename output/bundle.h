/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_BUNDLE_H
#define TW_OUTPUT_BUNDLE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"

/** All files of a run: they stand under temporary names until
 * tw_bundle_commit() has brought the last byte of the last one to the disk and
 * renames them. Until then, and if anything fails, what was there before is
 * untouched. What fails is an error TW5001 that names the file. */
typedef struct TwBundle TwBundle;

/// A bundle in the folder `dir`, which is made if it is not there; NULL for
/// one whose files have paths of their own. Borrows the sink. Returns owned.
TwStatus
tw_bundle_open(const char* dir, TwDiagSink* sink, TwBundle** out_bundle);

/// Adds a file; its writer lives in the bundle
TwStatus
tw_bundle_file(TwBundle* bundle, const char* name, TwWriter** out_writer);

/// Where its files stand until they appear: for others that must wait on the
/// same disk
TwStr
tw_bundle_waiting(const TwBundle* bundle);

/** The name of the folder of parts. */
#define TW_BUNDLE_PARTS "facts"

/** Adds a file of this text to the bundle's folder of parts, a folder that is
 * replaced as a whole. The file's name is `id` made safe (see
 * tw_parts_name()) and `suffix`. Of several parts with one name each
 * gets the first digits of its `key` behind the name, so that their order does
 * not matter. A part takes the place of an earlier one with its key. */
TwStatus
tw_bundle_part(TwBundle* bundle, TwStr id, TwStr key, const char* suffix,
               TwStr text);

/// Brings all bytes to the disk, so that a commit has only to rename: for a
/// caller with several bundles
TwStatus
tw_bundle_flush(TwBundle* bundle);

/// Makes all of it appear and frees the bundle, whatever it returns
TwStatus
tw_bundle_commit(TwBundle* bundle);

/// Removes what was written and frees the bundle; accepts NULL
void
tw_bundle_abort(TwBundle* bundle);

#endif
