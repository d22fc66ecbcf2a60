/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_NUMBER_H
#define TW_EXTRACT_MENTION_NUMBER_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"
#include "extract/mention/piece.h"

/** Words of numbers, money and ages: lexicon/LANGUAGE/numbers.tsv. Read-only
 * after opening: threads share it. */
typedef struct TwNumbers TwNumbers;

/** A number that was read. */
typedef struct {
  int64_t value; ///< In ten-thousandths
  bool ordinal;  ///< "third"
  bool digits;   ///< Written in digits
} TwNumber;

#define TW_NUMBER_ONE 10000

/// Opens those of a language; returns owned (see tw_lexicon_open_of)
TwStatus
tw_numbers_open(const char* dir, TwStr language, TwDiagSink* sink,
                TwNumbers** out_numbers);

/// Accepts NULL
void
tw_numbers_free(TwNumbers* numbers);

/// Notes what the table has for each piece; to be called first
void
tw_numbers_mark(const TwNumbers* numbers, TwPieceVec* pieces);

/// Reads the number at piece `at`; returns how many pieces it takes, 0 if none
/// stands there. Numbers of more than 14 digits are none.
size_t
tw_number_at(const TwPieceVec* pieces, size_t at, TwNumber* out_number);

/// Writes the number in decimal ("1200", "2.5") and returns its length, without
/// the NUL
size_t
tw_number_write(int64_t value, char out[32]);

/** Annotates the sentence's cardinal numbers (value "37"; of shares of a
 * hundred "97%"), money ("USD 2000000", the code of ISO 4217 first) and ages
 * of people ("31"; "24/51" of "aged 24 to 51"). Ordinals are noted at their
 * token. They may overlap what tw_dates_find() finds, and that goes first.
 * `pieces`: all of the sentence, marked. */
TwStatus
tw_numbers_find(const TwNumbers* numbers, TwArticle* article,
                const TwSentence* sentence, const TwPieceVec* pieces);

#endif
