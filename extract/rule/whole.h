/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_WHOLE_H
#define TW_EXTRACT_RULE_WHOLE_H

#include "extract/rule/draft.h"

/// False if the match begins or ends with a thing that is only part of what is
/// spoken of: "head of the HARBOUR POLICE union"
bool
tw_whole_is(const TwRuleReading* reading, uint32_t sentence,
            const TwPatternHit* hit);

/// True if a title in the plural stands behind the draft's one person:
/// "friends of Rui Prado, ADVISERS of the mayor" is told of the friends
bool
tw_whole_is_others(const TwArticle* article, const TwPatternHit* hit,
                   const TwDraft* draft);

/// Leaves of the lists that a pattern read those people of whom it tells: a
/// noun in the singular tells of the one next to it, in "Rui Prado, and Ana
/// Morel, FOUNDER of the union" of the last one, in "MAYOR Rui Prado and Ana
/// Morel" of the first one, with whom the match then ends. False if nobody is
/// left, since the match goes on behind them.
bool
tw_whole_told(const TwArticle* article, TwPatternHit* hit);

#endif
