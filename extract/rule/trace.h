/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_TRACE_H
#define TW_EXTRACT_RULE_TRACE_H

#include "extract/rule/watch.h"

/** A pattern or frame that was tried: a frame at a trigger, a pattern on a
 * sentence. */
typedef struct {
  const TwRule* rule;
  uint32_t sentence; ///< UINT32_MAX for a pattern until its sentence is known
} TwTried;

/** A frame that made nothing at a trigger, with what stood around it. */
typedef struct {
  TwFrameMiss why;
  TwPositions positions; ///< `why.positions` points nowhere
} TwMissed;

/** What rules did with one article: which were tried, which made facts, which
 * made something that was lost, and which made nothing, and why. What it
 * points to lives as long as the article. */
typedef struct {
  TwArena* arena;
  TW_VEC(TwTried) tried;
  TW_VEC(TwMissed) missed;
  TwDraftVec told; ///< In the order of the article's facts
  TwDraftVec lost; ///< In the order of the text
  TwCueVec cues;   ///< In the order of the text
  TwRuleWatch watch;
} TwTrace;

/** Makes a trace that grows in `arena`. Give `&trace->watch` to
 * tw_reader_watch(); it records from then on, one article after another. */
void
tw_trace_init(TwTrace* trace, TwArena* arena);

/// Forgets what was recorded, before the next article
void
tw_trace_reset(TwTrace* trace);

#endif
