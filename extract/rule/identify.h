/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_IDENTIFY_H
#define TW_EXTRACT_RULE_IDENTIFY_H

#include "extract/rule/draft.h"

/** Finds who people are whom the text names once they have been told of:
 * "Police arrested a man on Friday. He was identified as Juan Pardo", "two men
 * they named as X and Y". They are whoever was told of last without a name, if
 * nobody else may be meant: as many, of that age and sex, a victim where one is
 * identified, and not who says it. Sets the groups' `entity` and `members`.
 * TW_ERR_NOMEM. */
TwStatus
tw_identify_run(TwRuleReading* reading);

#endif
