/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATEVALUE_H
#define TW_EXTRACT_MENTION_DATEVALUE_H

#include "base/calendar.h"
#include "extract/mention/daterule.h"
#include "ontology/type.h"

/** Which way a date without a year lies. */
typedef enum { TW_TENSE_PAST, TW_TENSE_PRESENT, TW_TENSE_FUTURE } TwTense;

/// Room for a value and its NUL
#define TW_DATE_VALUE 40

/** Works out the TimeML value of a match ("2025-08", "2026-W03", "P3D"), with
 * `today` as the day the text speaks from (`year` 0: not known, then what
 * depends on it gets X in the place of digits). Returns its type, or
 * TW_TYPE_NONE for what is no date: a day that does not exist, a rule that
 * does not apply. */
TwType
tw_datevalue(const TwDateMatch* match, TwDay today, TwTense tense,
             char out[TW_DATE_VALUE]);

/// The value of a unit of which it is not known which one is meant: "XXXX-WXX"
const char*
tw_datevalue_unknown(TwStr unit);

/** The form that facts use of a TimeML value: "2026-01-12/2026-01-18" of
 * "2026-W03", "2025-01/2025-03" of "2025-Q1", "1990/1999" of "199"; years,
 * months and days stay, a time of day is cut off. False if the value names no
 * time (PRESENT_REF, XXXX-WXX-2, P3D); then `out` is empty. */
bool
tw_date_interval(TwStr value, char out[TW_DATE_VALUE]);

#endif
