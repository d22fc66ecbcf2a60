/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_PARTS_H
#define TW_OUTPUT_PARTS_H

#include "base/buf.h"

/** A folder of many small files that appears as a whole: it is filled beside
 * its place and takes it by renaming. */
typedef struct TwParts TwParts;

/// Fills a folder that is to stand at `path`, which is copied; each file's
/// name ends with `suffix`, borrowed. TW_ERR_WRITE with errno. Returns owned.
TwStatus
tw_parts_open(TwStr path, const char* suffix, TwParts** out_parts);

/// Writes a file; see tw_bundle_part()
TwStatus
tw_parts_add(TwParts* parts, TwStr id, TwStr key, TwStr text);

/// Puts the folder in the place of the one that is there and frees `parts`,
/// whatever it returns
TwStatus
tw_parts_commit(TwParts* parts);

/// Removes what was written; accepts NULL
void
tw_parts_abort(TwParts* parts);

/// Appends a name for a file that can only stand in its folder: what is no
/// letter, digit, "-", "_", "." or a character beyond ASCII becomes "_", so
/// does a dot in front; 150 bytes at most, and never empty
void
tw_parts_name(TwBuf* out, TwStr id);

#endif
