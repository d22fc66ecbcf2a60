/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_RETELL_H
#define TW_EXTRACT_RULE_RETELL_H

#include "extract/rule/event_read.h"

/** True if the draft tells the event again and names its people, who were only
 * counted or described: "Two men were killed … Ivo Reyes and Juan Pardo died at
 * the scene." They are as many, nobody of them was named before, their first
 * names do not speak against the noun, and nothing else that both tell
 * differs. */
bool
tw_retell_is(const TwRuleReading* reading, const TwEvent* event,
             const TwDraft* draft);

#endif
