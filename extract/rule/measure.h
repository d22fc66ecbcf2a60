/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MEASURE_H
#define TW_EXTRACT_RULE_MEASURE_H

#include "extract/rule/value.h"

/** Puts the length of time that the words of `value`, of group `group`, give
 * into figures, with `units` as the names of its units and what limits it: "25
 * years to life" of "a prison term of twenty-five years to life", "2 years and
 * 8 months". Of the other words only those stay that are among `units`, too.
 * Words without a length, or with a range ("10 to 15 years"), stay as they
 * are. */
void
tw_measure_value(const TwRuleReading* reading, uint32_t group,
                 const TwWordList* units, TwValue* value);

#endif
