/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MEASURE_H
#define TW_EXTRACT_RULE_MEASURE_H

#include "extract/rule/value.h"

/** True if the group is a bare number to which the unit of a length of time
 * beside it belongs: "FIVE and seven years", "9 years, and Y for SIX". */
bool
tw_measure_is_bare(const TwRuleReading* reading, uint32_t group);

/** True if the group is one of a list of lengths of time with one unit: "FIVE
 * and SEVEN YEARS". */
bool
tw_measure_is_listed(const TwRuleReading* reading, uint32_t group);

/** Puts the length of time that the words of `value`, of group `group`, give
 * into figures, with `units` as the names of its units and what limits it: "25
 * years to life" of "a prison term of twenty-five years to life", "2 years and
 * 8 months". Of the other words only those stay that are among `units`, too.
 * Of a range its words stay ("10 to 15 years"), and words without a length
 * stay as they are. */
void
tw_measure_value(const TwRuleReading* reading, uint32_t group,
                 const TwWordList* units, TwValue* value);

#endif
