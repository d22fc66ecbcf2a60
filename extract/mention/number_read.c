/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/number_read.h"

#include <stdlib.h>
#include <string.h>

#define MAX_DIGITS 14

const TwLexiconRow*
tw_number_row(const TwPieceVec* pieces, size_t at, unsigned kind)
{
  return at < pieces->count ? tw_piece_row(&pieces->at[at].what->numbers, kind)
                            : NULL;
}

int64_t
tw_number_word(const TwPieceVec* pieces, size_t at, unsigned kind)
{
  const TwLexiconRow* const row = tw_number_row(pieces, at, kind);
  return row ? atoi(row->value.s) : -1;
}

int64_t
tw_number_power(int64_t exponent)
{
  int64_t value = 1;
  while (exponent-- > 0) {
    value *= 10;
  }
  return value;
}

/* "1,200", "2.5"; a comma must stand before three digits, or it is none. */
static bool
read_digits(const TwPiece* piece, int64_t* out_value)
{
  char digits[TW_PIECE_DIGITS];
  const TwStr text = tw_piece_digits(piece, digits);
  int64_t value = 0;
  size_t n_digits = 0;
  size_t decimals = 0;
  bool point = false;
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.s[i];
    if (c == ',') {
      const size_t comma = tw_str_find(text, TW_STR(","), i + 1);
      const size_t stop = tw_str_find(text, TW_STR("."), i + 1);
      size_t end = comma < stop ? comma : stop;
      end = end > text.len ? text.len : end;
      if (point || end - i != 4) {
        return false;
      }
    } else if (c == '.') {
      if (point) {
        return false;
      }
      point = true;
    } else if (!point || decimals < 4) {
      value = value * 10 + (c - '0');
      decimals += point;
      if (++n_digits > MAX_DIGITS) {
        return false;
      }
    }
  }
  *out_value = value * tw_number_power(4 - (int64_t)decimals);
  return true;
}

/* Reads "two hundred and thirty-seven thousand" one word at a time. */
typedef struct {
  const TwPieceVec* pieces;
  size_t at;
  int64_t total; /* What scales have closed, in ten-thousandths */
  int64_t group; /* Below the next scale, in ten-thousandths */
  bool any;
  bool digits;
  bool ordinal;
  bool half; /* "half a million" */
} Reader;

static bool
fits_below(const Reader* reader, int64_t step)
{
  return !reader->digits && reader->group % step == 0;
}

static bool
take_scale(Reader* reader, int64_t exponent)
{
  int64_t value = reader->group ? reader->group : TW_NUMBER_ONE;
  for (int64_t i = 0; i < exponent; ++i) {
    if (value > TW_NUMBER_MAX) {
      return false;
    }
    value *= 10;
  }
  reader->total += value;
  reader->group = 0;
  reader->digits = false;
  return reader->total <= TW_NUMBER_MAX;
}

/* Takes the word at `at`; false if the number has ended. */
static bool
take_word(Reader* reader, size_t at)
{
  const TwPieceVec* const pieces = reader->pieces;
  const int64_t one = TW_NUMBER_ONE;
  int64_t value = tw_number_word(pieces, at, TW_NUMBER_UNIT);
  if (value >= 0) {
    const bool fits = value < 10 ? fits_below(reader, 10 * one) &&
                                     reader->group % (100 * one) != 10 * one
                                 : fits_below(reader, 100 * one);
    reader->group += fits ? value * one : 0;
    return fits;
  }
  value = tw_number_word(pieces, at, TW_NUMBER_TEN);
  if (value >= 0) {
    const bool fits = fits_below(reader, 100 * one);
    reader->group += fits ? value * one : 0;
    return fits;
  }
  if (tw_number_row(pieces, at, TW_NUMBER_HUNDRED)) {
    const bool fits = reader->group < 100 * one && !reader->digits;
    reader->group =
      fits ? (reader->group ? reader->group : one) * 100 : reader->group;
    return fits;
  }
  value = tw_number_word(pieces, at, TW_NUMBER_SCALE);
  return value >= 0 && take_scale(reader, value);
}

/* An ordinal ends the number: "twenty-first". */
static bool
take_ordinal(Reader* reader, size_t at)
{
  const int64_t value = tw_number_word(reader->pieces, at, TW_NUMBER_ORDINAL);
  const int64_t one = TW_NUMBER_ONE;
  if (value < 0 || reader->digits ||
      (reader->any && (reader->group % (10 * one) || value >= 10))) {
    return false;
  }
  reader->group += value * one;
  reader->ordinal = true;
  reader->any = true;
  reader->at = at + 1;
  return true;
}

/* True if the piece joins two words of a number: "thirty-seven", "two hundred
 * and five", "treinta y siete". */
static bool
is_link(const Reader* reader, size_t at)
{
  if (!reader->any) {
    return false;
  }
  return tw_pieces_is(reader->pieces, at, "-")
           ? reader->pieces->at[at].joined
           : reader->group % (10 * TW_NUMBER_ONE) == 0 &&
               tw_number_row(reader->pieces, at, TW_NUMBER_AND);
}

static void
read_words(Reader* reader)
{
  for (;;) {
    const size_t at = reader->at + is_link(reader, reader->at);
    if (reader->any && at == reader->at &&
        tw_pieces_is(reader->pieces, at, "-")) {
      return;
    }
    if (take_ordinal(reader, at) || !take_word(reader, at)) {
      return;
    }
    reader->any = true;
    reader->at = at + 1;
  }
}

static bool
starts_counted(const Reader* reader, size_t at)
{
  return tw_number_row(reader->pieces, at, TW_NUMBER_HUNDRED) ||
         tw_number_row(reader->pieces, at, TW_NUMBER_SCALE) ||
         tw_number_row(reader->pieces, at, TW_NUMBER_DOZEN);
}

/* "5 1/2": the fraction behind digits; 0 if there is none. */
static int64_t
read_fraction(const Reader* reader)
{
  const TwPieceVec* const pieces = reader->pieces;
  const size_t at = reader->at;
  int64_t top = 0;
  int64_t bottom = 0;
  if (at + 2 >= pieces->count || !pieces->at[at].number ||
      pieces->at[at].joined || !tw_pieces_is(pieces, at + 1, "/") ||
      !pieces->at[at + 1].joined || !pieces->at[at + 2].number ||
      !pieces->at[at + 2].joined || pieces->at[at + 2].text.len > 2 ||
      !read_digits(&pieces->at[at], &top) ||
      !read_digits(&pieces->at[at + 2], &bottom) || top >= bottom) {
    return 0;
  }
  return top * TW_NUMBER_ONE / bottom;
}

static void
read_start(Reader* reader)
{
  const TwPieceVec* const pieces = reader->pieces;
  if (reader->at >= pieces->count) {
    return;
  }
  if (pieces->at[reader->at].number &&
      read_digits(&pieces->at[reader->at], &reader->group)) {
    reader->any = true;
    reader->digits = true;
    ++reader->at;
    if (reader->at < pieces->count && pieces->at[reader->at].joined &&
        tw_number_row(pieces, reader->at, TW_NUMBER_SUFFIX)) {
      reader->ordinal = true;
      ++reader->at;
    }
    const int64_t fraction = reader->ordinal ? 0 : read_fraction(reader);
    reader->group += fraction;
    reader->at += fraction ? 3 : 0;
    return;
  }
  const bool half = tw_number_row(pieces, reader->at, TW_NUMBER_HALF);
  const size_t at = reader->at + half;
  const bool article = tw_number_row(pieces, at, TW_NUMBER_ARTICLE);
  if ((half || article) && starts_counted(reader, at + article)) {
    reader->at = at + article;
    reader->half = half;
  }
}

size_t
tw_number_at(const TwPieceVec* pieces, size_t at, TwNumber* out_number)
{
  Reader reader = {.pieces = pieces, .at = at};
  if (at >= pieces->count ||
      (!pieces->at[at].number && !pieces->at[at].what->numbers.rows)) {
    return 0;
  }
  read_start(&reader);
  const bool digits = reader.digits;
  if (!reader.ordinal) {
    read_words(&reader);
  }
  const int64_t dozen = tw_number_word(pieces, reader.at, TW_NUMBER_DOZEN);
  if (dozen >= 0 && !reader.ordinal && reader.group < TW_NUMBER_MAX / 100 &&
      (reader.any || reader.at > at)) {
    reader.group = (reader.group ? reader.group : TW_NUMBER_ONE) * dozen;
    reader.any = true;
    ++reader.at;
  }
  if (!reader.any) {
    return 0;
  }
  const int64_t value = reader.total + reader.group;
  *out_number =
    (TwNumber){reader.half ? value / 2 : value, reader.ordinal, digits};
  return reader.at - at;
}
