/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_MEASURE_WORDS_H
#define TW_EXTRACT_RULE_MEASURE_WORDS_H

#include "extract/rule/value.h"

/* Inside of tw_measure_value(): lengths of time in figures. */

#define TW_MEASURE_PARTS 16

/** The words of a measure while they are put together. */
typedef struct {
  const TwRuleReading* reading;
  const TwWordList* units; ///< Names of units, in their plural, and words that
                           ///< stay
  TwStr parts[TW_MEASURE_PARTS];
  size_t n_parts;
} TwMeasureWords;

/// Adds a word; those beyond TW_MEASURE_PARTS are left out
void
tw_measure_add(TwMeasureWords* measure, TwStr part);

/// The length of time that begins at the token, or NULL
const TwAnnotation*
tw_measure_duration_at(const TwArticle* article, uint32_t token);

/// Adds "12 years to life" of "12-years-to-life", "4 years 6 months" of "four
/// and a half years"; false if the words have no unit
bool
tw_measure_add_duration(TwMeasureWords* measure, const TwAnnotation* duration);

/// Adds what of tokens [first, end) says more than how long it is: "a
/// SUSPENDED sentence of two years"
void
tw_measure_add_kept(TwMeasureWords* measure, uint32_t first, uint32_t end);

/// Adds the length of time that goes on behind another before token `limit`,
/// in a smaller unit, and returns it: "and 8 months", ", 8 months"; NULL if
/// there is none
const TwAnnotation*
tw_measure_add_more(TwMeasureWords* measure, const TwAnnotation* duration,
                    uint32_t limit);

#endif
