/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_TELLING_H
#define TW_EXTRACT_RULE_TELLING_H

#include "extract/rule/draft.h"

/** Marks the drafts as lost that say too little to be found again: "a man was
 * arrested" names nobody and counts and dates nothing. One that only tells what
 * its people are ("a police officer was arrested") stands if the article has
 * none of its kind that says more. TW_ERR_NOMEM. */
TwStatus
tw_telling_settle(TwRuleReading* reading);

#endif
