/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_NUMBER_READ_H
#define TW_EXTRACT_MENTION_NUMBER_READ_H

#include "extract/mention/number.h"

/// Kinds of words in numbers.tsv
#define TW_NUMBER_KINDS(X)                                                     \
  X(UNIT, "unit") /* 1 to 19, and 0 */                                         \
  X(TEN, "ten")   /* 20, 30 … 90 */                                          \
  X(HUNDRED, "hundred")                                                        \
  X(SCALE, "scale")     /* Power of ten: 3, 6, 9, 12 */                        \
  X(DOZEN, "dozen")     /* 12, 20: counts like a noun */                       \
  X(ORDINAL, "ordinal") /* 1 to 90, 100 … */                                 \
  X(SUFFIX, "suffix")   /* Behind the digits of an ordinal */                  \
  X(SHORT, "short")     /* "m" behind digits of money: power of ten */         \
  X(ARTICLE, "article") /* "a" hundred */                                      \
  X(HALF, "half")       /* "half" a dozen */                                   \
  X(AND, "and")                                                                \
  X(PERCENT, "percent")                                                        \
  X(CURRENCY, "currency") /* Behind a number; value: code of ISO 4217 */       \
  X(CODE, "code")         /* In capitals, on either side */                    \
  X(SYMBOL, "symbol")     /* Before a number */                                \
  X(YEAR, "year")         /* 47-"year"-old */                                  \
  X(OLD, "old")                                                                \
  X(STOPS, "stops") /* "1.200" is a thousand and two hundred */                \
  X(REACH, "reach") /* Between two ages: 24 "to" 51 */                         \
  X(AGED,                                                                      \
    "aged") /* Before an age; value "years": behind a comma, before these */
#define ENUM_(id, name) TW_NUMBER_##id,
enum { TW_NUMBER_KINDS(ENUM_) TW_NUMBER_KIND_COUNT };
#undef ENUM_

/// The largest value whose next step cannot overflow
#define TW_NUMBER_MAX (INT64_MAX / 1000)

/// The row of that kind for the piece's own word, or NULL
const TwLexiconRow*
tw_number_row(const TwPieceVec* pieces, size_t at, unsigned kind);

/// The value of the word at `at` if it is of that kind, else -1
int64_t
tw_number_word(const TwPieceVec* pieces, size_t at, unsigned kind);

/// Ten to the power of `exponent`
int64_t
tw_number_power(int64_t exponent);

#endif
