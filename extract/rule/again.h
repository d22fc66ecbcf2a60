/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_AGAIN_H
#define TW_EXTRACT_RULE_AGAIN_H

#include "extract/rule/draft.h"

/** Finds who "the two men", "both" and "all three" are: the last list of so
 * many people in the sentences before, if their names may be of that sex; and
 * who "they", "each" and "the brothers" are: the last people, if they are a
 * list and nobody else may be meant. Sets the groups' `members`. TW_ERR_NOMEM.
 */
TwStatus
tw_again_run(TwRuleReading* reading);

#endif
