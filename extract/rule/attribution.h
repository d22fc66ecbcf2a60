/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_ATTRIBUTION_H
#define TW_EXTRACT_RULE_ATTRIBUTION_H

#include "extract/rule/draft.h"

/** Gives the drafts that stand in what somebody says their speaker: the
 * content of a verb of speech, a sentence told "according to" somebody, a
 * quotation that goes on over sentences. */
void
tw_attribution_run(TwRuleReading* reading);

#endif
