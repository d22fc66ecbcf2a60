/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_REACH_H
#define TW_EXTRACT_PACK_REACH_H

#include "extract/pack/pattern.h"

/** How far a pattern gets in a sentence: with all elements but one, else with
 * its first ones. */
typedef struct {
  const TwElement* element; ///< The first that fails; NULL if all match
  size_t n_matched;         ///< Elements that have to be there and are …
  size_t n_elements;        ///< … of so many
  uint32_t first;           ///< What they take, tokens [first, end); empty for
  uint32_t end;             ///< nothing
  uint32_t here_first;      ///< What stands in place of the one that fails,
  uint32_t here_end; ///< tokens [here_first, here_end); empty for nothing
} TwReach;

/// Finds how far `pattern` gets in the sentence of `atoms`. `arena` holds what
/// is compiled. TW_ERR_NOMEM.
TwStatus
tw_reach_find(const TwPattern* pattern, const TwAtoms* atoms, TwArena* arena,
              TwReach* out_reach);

#endif
