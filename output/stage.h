/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_STAGE_H
#define TW_OUTPUT_STAGE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

/** A hidden folder beside the one that it is to replace: whatever ends the
 * process, the old folder is there or the new one, each whole. */
typedef struct TwStage TwStage;

/** Makes the hidden folder for `dir`, which need not be there; removes those
 * that a killed process left. TW_NONE if it cannot be done so and `dir` is to
 * be filled where it is: it may not be written, or its parent may not, the
 * process stands in it, or it has a folder that is not called `own`. Lives in
 * `arena`, which keeps a copy of `dir`. */
TwStatus
tw_stage_open(TwArena* arena, TwStr dir, const char* own, TwStage** out_stage);

/// The hidden folder
TwStr
tw_stage_path(const TwStage* stage);

/// Puts the hidden folder in the place of the other, and into it what else was
/// there. TW_ERR_WRITE with errno.
TwStatus
tw_stage_commit(TwStage* stage);

/// Removes the hidden folder; accepts NULL
void
tw_stage_abort(TwStage* stage);

/// The path with a dot before its last name, `tail` and the number of the
/// process behind it; lives in `arena`
TwStr
tw_stage_beside(TwArena* arena, TwStr path, const char* tail);

/// Removes a folder and its files, and the files of its folders
void
tw_stage_remove(const char* path);

#endif
