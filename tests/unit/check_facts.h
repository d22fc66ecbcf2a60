/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_FACTS_H
#define TW_TESTS_UNIT_CHECK_FACTS_H

#include "extract/rule/watch.h"

/** Reads `text` by one pack of rules, as an article of 2024-05-08 (a
 * Wednesday), and gives its facts, a line each without the last line's end:
 *
 *   Arrest/0 person=Juan Pardo date=2024-05-08~ alleged recap | Olga Prats
 *
 * the event's number (of relations none), the roles ("~": from context), how
 * surely, "not", "recap", "former", and who says so. People that are counted
 * or described show their number, whom they belong to and whether that is
 * alleged: "men{2 of Black River Cartel, alleged}". Paragraphs are separated
 * by empty lines; one that starts with "# " is a title. Static until the next
 * call. */
const char*
check_facts(const char* pack, const char* text);

/** The same with the rule of each fact in front ("arrest/passive: ") and the
 * words of its spans behind: trigger, cue, the values. */
const char*
check_facts_spans(const char* pack, const char* text);

/** The same as check_facts() while somebody looks on. */
const char*
check_facts_watched(const char* pack, const char* text,
                    const TwRuleWatch* watch);

/** Reads again and again with one allocation more until memory suffices: each
 * time before must end as TW_ERR_NOMEM. */
void
check_facts_no_memory(const char* pack, const char* text);

#endif
