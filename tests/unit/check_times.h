/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_TIMES_H
#define TW_TESTS_UNIT_CHECK_TIMES_H

/** Reads `text` as an article of that day ("2025-03-05", or "" if it is not
 * known) with the text stage and gives what was found, "Date 2025-03
 * [last March]; Number 12 [12]". `what`: "dates" or "numbers". Static until
 * the next call. */
const char*
check_times(const char* what, const char* day, const char* text);

/// The same with the tables of another language
const char*
check_times_of(const char* language, const char* what, const char* day,
               const char* text);

#endif
