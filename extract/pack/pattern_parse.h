/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PATTERN_PARSE_H
#define TW_EXTRACT_PACK_PATTERN_PARSE_H

#include "extract/pack/pattern_build.h"

/// Reads a pattern as a rule writes it, a text or a list of texts of which one
/// has to match, into `build`; complains about what is wrong. False if it is.
bool
tw_pattern_parse(TwBuild* build, const TwNode* node, TwFactsVec* alternatives);

/// The slot called `name`, or TW_NO_SLOT
uint32_t
tw_build_find_slot(const TwBuild* build, TwStr name);

#endif
