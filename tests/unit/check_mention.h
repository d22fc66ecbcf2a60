/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_MENTION_H
#define TW_TESTS_UNIT_CHECK_MENTION_H

/** Reads `text` as an article of one paragraph with the gazetteer and tables
 * of TRIPLEWIRE_DATA and gives its annotations in order, "Person[Eva Prado]
 * Role[judge=judge]", numbers and times left out. Static until the next call.
 */
const char*
check_annotations(const char* text);

/** The same for the article's things in order: "Person Eva Prado (Prado);
 * City Lima", with their other forms. Those not in the running text are left
 * out. */
const char*
check_entities(const char* text);

/** Reads `text` again and again with one allocation more until memory
 * suffices: each time before must end as TW_ERR_NOMEM. */
void
check_no_memory(const char* text);

#endif
