/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_SHINGLE_H
#define TW_GRAPH_SHINGLE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

/** What remains of a text to tell whether another one was copied from it:
 * hashes of runs of words (shingles; Broder 1997), of which one in four is
 * kept, whichever text it stands in. Sorted, each once. */
typedef struct {
  const uint32_t* at;
  size_t n;
} TwShingles;

/// The shingles of `text`; they live in `arena`. ASCII case, white space and
/// punctuation make no difference.
TwStatus
tw_shingles_make(TwStr text, TwArena* arena, TwShingles* out_shingles);

#endif
