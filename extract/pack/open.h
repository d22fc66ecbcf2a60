/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_OPEN_H
#define TW_EXTRACT_PACK_OPEN_H

#include "extract/pack/pattern.h"

/* A pattern with one of its elements left open: what a near miss is found
 * with. */

/// How many of the elements [first, end) have to be there
size_t
tw_open_needed(const TwElement* first, const TwElement* end);

/// The regex of the elements [first, end) of one alternative of `pattern`, in
/// `arena`, with an atom or nothing in place of `open`; its `s` is NULL if
/// memory runs out. `*out_group` is the group of what stands there.
TwStr
tw_open_regex(const TwPattern* pattern, const TwElement* first,
              const TwElement* end, const TwElement* open, TwArena* arena,
              size_t* out_group);

/// The regex from element `first` to byte `end` of that of `pattern`, as above
TwStr
tw_open_part(const TwPattern* pattern, const TwElement* first, size_t end,
             TwArena* arena);

/// Matches at the first atom where it can; else what tw_matcher_run() returns,
/// TW_NONE if it matches nowhere
TwStatus
tw_open_search(TwMatcher* matcher, const TwPattern* pattern,
               const TwAtoms* atoms, const size_t** out_ranges);

/// The tokens [*out_first, *out_end) of a range of a match
void
tw_open_tokens(const TwAtoms* atoms, const size_t* range, uint32_t* out_first,
               uint32_t* out_end);

#endif
