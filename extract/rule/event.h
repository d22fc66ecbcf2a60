/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_EVENT_H
#define TW_EXTRACT_RULE_EVENT_H

#include "extract/rule/draft.h"

/** Numbers the drafts of events (`fact.event`): those of one term whose dates,
 * counts and people agree, that share a value, and that are not held apart by
 * recap tell one event. Relations that are said again are joined, with the
 * best certainty. */
void
tw_events_join(TwRuleReading* reading);

#endif
