/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_LIB_ENGINE_H
#define TW_LIB_ENGINE_H

#include "base/diag.h"
#include "extract/extract.h"
#include "triplewire/triplewire.h"

/* What the two halves of the public header share. */

/// What a status is to callers of the library
TwOutcome
tw_outcome_of(TwStatus status);

/// The engine's rules and names; borrows
const TwExtract*
tw_engine_extract(const TwEngine* engine);

/// Hands a message to the callback of the engine's settings, if there is one
void
tw_engine_tell(const TwEngine* engine, const TwDiag* diag);

#endif
