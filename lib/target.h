/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_TARGET_H
#define TW_LIB_TARGET_H

#include "lib/job.h"

/** Where the products of a job go: a folder that gets all of them, files that
 * each get the one of their suffix, or both. All of it appears at the end or
 * nothing does. */
typedef struct TwTargets TwTargets;

/** Opens what `paths` name: a folder (one that is there, a name that ends in
 * "/" or has no suffix), a file (by its suffix), or "-", a device or a pipe,
 * which get Turtle. `per_document`: the folder gets a file of facts for each
 * article, too. Everything is opened now, so that what cannot be written fails
 * before the work. TW_ERR_USAGE with TW5003 (a suffix that is not known),
 * TW5004 (two folders), TW5005 (no folder for `per_document`); TW_ERR_WRITE
 * with TW5001. Borrows the sink. Returns owned. */
TwStatus
tw_targets_open(const char* const* paths, size_t n_paths, bool per_document,
                TwDiagSink* sink, TwTargets** out_targets);

/// Removes what was written and frees; accepts NULL
void
tw_targets_abort(TwTargets* targets);

/// The folder in which sources can wait, or NULL if nothing takes them; lives
/// in the targets
const char*
tw_targets_spool_dir(const TwTargets* targets);

/// The folder that gets everything, or NULL; lives in the targets
const char*
tw_targets_folder(const TwTargets* targets);

/// True if articles get files of their own
bool
tw_targets_want_parts(const TwTargets* targets);

/// Writes the facts of one article, given as text
TwStatus
tw_targets_part(TwTargets* targets, TwStr id, TwStr sha256, TwStr text);

/// Writes every product of the fused job and lets all of it appear. Frees the
/// targets, whatever it returns.
TwStatus
tw_targets_write(TwTargets* targets, TwJob* job);

#endif
