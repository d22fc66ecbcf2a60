/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_CHECK_H
#define TW_EXTRACT_PACK_PATTERN_CHECK_H

#include "extract/pack/pack.h"

/// True if `word`, as a pattern writes it, can stand in a sentence; complains
/// at `offset` of the pack's file if not. `is_joined`: no blank before it.
bool
tw_pattern_word(TwPackReader* reader, TwStr word, bool is_joined,
                size_t offset);

/// Reads the bounds of a gap, "0,5"; complains at `offset` of the pack's file
/// and returns false if they are none
bool
tw_pattern_gap(TwPackReader* reader, TwStr bounds, size_t offset,
               uint32_t* out_from, uint32_t* out_to);

/// Cuts the last word, a slot's name, off `*text`
TwStr
tw_pattern_name(TwStr* text);

#endif
