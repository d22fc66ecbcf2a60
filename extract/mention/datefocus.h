/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATEFOCUS_H
#define TW_EXTRACT_MENTION_DATEFOCUS_H

#include "extract/mention/datevalue.h"

/** What a text spoke of last: "the next day" and "that year" are told from it,
 * "a year earlier" in a company's report from its quarter. Zeroed: nothing. */
typedef struct {
  char value[TW_DATE_VALUE]; ///< Of the last date
  size_t sentence;           ///< The sentence that has it
  int year;                  ///< Of the last quarter
  int quarter;               ///< 1 to 4; 0: no quarter was told
} TwDateFocus;

/// Takes the value of a date as what is spoken of from now on. A year, month or
/// day that `named` its year ends the talk of a quarter of another year.
void
tw_datefocus_note(TwDateFocus* focus, TwStr value, TwDay today, size_t sentence,
                  bool named);

/** Works out a match whose value depends on what was told before: in the same
 * sentence or the three before it, or any quarter. A report that names no
 * quarter is of the last one. TW_TYPE_NONE if tw_datevalue() shall work it out;
 * what is not known has X in the place of digits. */
TwType
tw_datefocus_value(const TwDateFocus* focus, const TwDateMatch* match,
                   TwDay today, size_t sentence, char out[TW_DATE_VALUE]);

#endif
