/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_COUNT_H
#define TW_EXTRACT_RULE_COUNT_H

#include "extract/rule/value.h"

/* How many a noun group tells of. "Half of the 40 prisoners" are 20, "some of
 * the 40" an unknown number, "10 to 15" at least 10. */

/// How many people the group is; 0 if that is not told
uint32_t
tw_count_people(const TwRuleReading* reading, uint32_t group);

/// How many the group has, as a decimal number, with the unit that measures
/// what follows: "37", "400 kilograms" (of cocaine); false if it is not said.
/// `*out_approximate`: about or at least so many
bool
tw_count_value(const TwRuleReading* reading, uint32_t group, TwValue* out_value,
               bool* out_approximate);

/// True for a number behind "between" in a sentence that begins with `first`
bool
tw_count_opens_range(const TwRuleReading* reading, uint32_t first,
                     uint32_t token);

/// Where the range begins that ends with the number at `token` ("10 to 15",
/// "between 10 and 15"); `token` if there is none
uint32_t
tw_count_range_first(const TwRuleReading* reading, uint32_t first,
                     uint32_t token);

#endif
