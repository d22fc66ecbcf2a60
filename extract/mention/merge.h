/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_MERGE_H
#define TW_EXTRACT_MENTION_MERGE_H

#include "extract/mention/scan.h"

/** Who wins where spans overlap: times before money and ages before names and
 * titles before plain numbers; of two of one kind the longer, then the first.
 */

/// Takes the annotations that numbers and dates have left in the article, in
/// any order, into `times`, sorted and without overlap. Marks in `taken` the
/// tokens that no name may have.
TwStatus
tw_merge_times(TwArticle* article, bool* taken, TwMentionVec* times);

/// Adds those of `times` that overlap none of `mentions` (sorted) to them and
/// keeps them sorted
TwStatus
tw_merge_mentions(TwArena* arena, const TwMentionVec* times,
                  TwMentionVec* mentions);

/// Writes the annotations of the article and where each sentence's are.
/// `entities`: of each mention
TwStatus
tw_merge_annotate(TwArticle* article, const TwMentionVec* mentions,
                  const uint32_t* entities);

#endif
