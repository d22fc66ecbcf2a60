/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/number.h"

#include "base/buf.h"

#include <stdlib.h>
#include <string.h>

#define KINDS(X)                                                               \
  X(UNIT, "unit") /* 1 to 19, and 0 */                                         \
  X(TEN, "ten")   /* 20, 30 … 90 */                                          \
  X(HUNDRED, "hundred")                                                        \
  X(SCALE, "scale")     /* Power of ten: 3, 6, 9, 12 */                        \
  X(DOZEN, "dozen")     /* 12, 20: counts like a noun */                       \
  X(ORDINAL, "ordinal") /* 1 to 90, 100 … */                                 \
  X(SUFFIX, "suffix")   /* Behind the digits of an ordinal */                  \
  X(SHORT, "short")     /* "m" behind digits of money: power of ten */         \
  X(ARTICLE, "article") /* "a" hundred */                                      \
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
#define ENUM_(id, name) KIND_##id,
enum { KINDS(ENUM_) KIND_COUNT };
#undef ENUM_

#define MAX_DIGITS 14
#define MAX_AGE 120
/* The largest value whose next step cannot overflow. */
#define MAX_VALUE (INT64_MAX / 1000)

struct TwNumbers {
  TwArena* arena; /* Holds this struct */
  TwLexicon* words;
  bool stops;
};

TwStatus
tw_numbers_open(const char* dir, TwStr language, TwDiagSink* sink,
                TwNumbers** out_numbers)
{
#define NAME_(id, name) {name, sizeof(name) - 1},
  static const TwStr kinds[] = {KINDS(NAME_)};
#undef NAME_
  *out_numbers = NULL;
  TwArena* const arena = tw_arena_new(sizeof(TwNumbers));
  TwNumbers* const numbers = arena ? TW_NEW(arena, TwNumbers, 1) : NULL;
  if (!numbers) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  numbers->arena = arena;
  const TwStatus status = tw_lexicon_open_of(
    dir, language, "numbers.tsv", kinds, KIND_COUNT, sink, &numbers->words);
  size_t n = 0;
  const TwLexiconRow* const rows =
    status == TW_OK ? tw_lexicon_rows(numbers->words, &n) : NULL;
  for (size_t i = 0; i < n; ++i) {
    numbers->stops |= rows[i].kind == KIND_STOPS;
  }
  if (status != TW_OK) {
    tw_numbers_free(numbers);
    return status;
  }
  *out_numbers = numbers;
  return TW_OK;
}

void
tw_numbers_free(TwNumbers* numbers)
{
  if (numbers) {
    tw_lexicon_free(numbers->words);
    tw_arena_free(numbers->arena);
  }
}

static const TwLexiconRow*
row_at(const TwPieceVec* pieces, size_t at, unsigned kind)
{
  return at < pieces->count ? tw_piece_row(&pieces->at[at].what->numbers, kind)
                            : NULL;
}

/* The value of the word at `at` if it is of that kind, else -1. */
static int64_t
value_at(const TwPieceVec* pieces, size_t at, unsigned kind)
{
  const TwLexiconRow* const row = row_at(pieces, at, kind);
  return row ? atoi(row->value.s) : -1;
}

static int64_t
power(int64_t exponent)
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
  *out_value = value * power(4 - (int64_t)decimals);
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
    if (value > MAX_VALUE) {
      return false;
    }
    value *= 10;
  }
  reader->total += value;
  reader->group = 0;
  reader->digits = false;
  return reader->total <= MAX_VALUE;
}

/* Takes the word at `at`; false if the number has ended. */
static bool
take_word(Reader* reader, size_t at)
{
  const TwPieceVec* const pieces = reader->pieces;
  const int64_t one = TW_NUMBER_ONE;
  int64_t value = value_at(pieces, at, KIND_UNIT);
  if (value >= 0) {
    const bool fits = value < 10 ? fits_below(reader, 10 * one) &&
                                     reader->group % (100 * one) != 10 * one
                                 : fits_below(reader, 100 * one);
    reader->group += fits ? value * one : 0;
    return fits;
  }
  value = value_at(pieces, at, KIND_TEN);
  if (value >= 0) {
    const bool fits = fits_below(reader, 100 * one);
    reader->group += fits ? value * one : 0;
    return fits;
  }
  if (row_at(pieces, at, KIND_HUNDRED)) {
    const bool fits = reader->group < 100 * one && !reader->digits;
    reader->group =
      fits ? (reader->group ? reader->group : one) * 100 : reader->group;
    return fits;
  }
  value = value_at(pieces, at, KIND_SCALE);
  return value >= 0 && take_scale(reader, value);
}

/* An ordinal ends the number: "twenty-first". */
static bool
take_ordinal(Reader* reader, size_t at)
{
  const int64_t value = value_at(reader->pieces, at, KIND_ORDINAL);
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
               row_at(reader->pieces, at, KIND_AND);
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
  return row_at(reader->pieces, at, KIND_HUNDRED) ||
         row_at(reader->pieces, at, KIND_SCALE) ||
         row_at(reader->pieces, at, KIND_DOZEN);
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
        row_at(pieces, reader->at, KIND_SUFFIX)) {
      reader->ordinal = true;
      ++reader->at;
    }
    const int64_t fraction = reader->ordinal ? 0 : read_fraction(reader);
    reader->group += fraction;
    reader->at += fraction ? 3 : 0;
  } else if (row_at(pieces, reader->at, KIND_ARTICLE) &&
             starts_counted(reader, reader->at + 1)) {
    ++reader->at;
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
  const int64_t dozen = value_at(pieces, reader.at, KIND_DOZEN);
  if (dozen >= 0 && !reader.ordinal && reader.group < MAX_VALUE / 100 &&
      (reader.any || reader.at > at)) {
    reader.group = (reader.group ? reader.group : TW_NUMBER_ONE) * dozen;
    reader.any = true;
    ++reader.at;
  }
  if (!reader.any) {
    return 0;
  }
  *out_number = (TwNumber){reader.total + reader.group, reader.ordinal, digits};
  return reader.at - at;
}

static const TwLexiconRow*
match(const TwNumbers* numbers, const TwPieceVec* pieces, size_t at,
      unsigned kind, size_t* n)
{
  const TwWordRows* const rows =
    at < pieces->count ? &pieces->at[at].what->numbers : NULL;
  return rows && rows->reach
           ? tw_pieces_match(pieces, at, numbers->words, rows, kind, n)
           : NULL;
}

/* What stands at one place of a sentence. */
typedef struct {
  TwType type;
  size_t end; /* Behind its last piece */
  int64_t value;
  int64_t last; /* Of ages from `value` to it, or 0 */
  TwStr before; /* Written before the value: "USD " */
  TwStr after;
} Found;

/* "USD"; "try" and "all" are words when they are small. */
static const TwLexiconRow*
code_at(const TwArticle* article, const TwPieceVec* pieces, size_t at,
        size_t* n)
{
  *n = 1;
  return at < pieces->count &&
             (article->tokens.at[pieces->at[at].token].shape & TW_SHAPE_UPPER)
           ? row_at(pieces, at, KIND_CODE)
           : NULL;
}

/* "$2.5m", "US$ 30 million", "$5-million". */
static bool
find_money_before(const TwNumbers* numbers, const TwArticle* article,
                  const TwPieceVec* pieces, size_t at, Found* found)
{
  size_t n = 0;
  const TwLexiconRow* row = match(numbers, pieces, at, KIND_SYMBOL, &n);
  if (!row) {
    row = code_at(article, pieces, at, &n);
  }
  TwNumber number;
  const size_t length = row ? tw_number_at(pieces, at + n, &number) : 0;
  if (!length || number.ordinal || !pieces->at[at + n].number) {
    return false;
  }
  size_t end = at + n + length;
  const int64_t exponent = end < pieces->count && pieces->at[end].joined
                             ? value_at(pieces, end, KIND_SHORT)
                             : -1;
  if (exponent >= 0 && number.value < MAX_VALUE / power(exponent)) {
    number.value *= power(exponent);
    ++end;
  }
  *found = (Found){.type = TW_TYPE_MONEY,
                   .end = end,
                   .value = number.value,
                   .before = row->value};
  return true;
}

static bool
is_year(const TwPieceVec* pieces, size_t at)
{
  return row_at(pieces, at, KIND_YEAR) != NULL;
}

/* How many pieces of "-year-old" or " years old" stand at `at`. */
static size_t
old_length(const TwNumbers* numbers, const TwPieceVec* pieces, size_t at)
{
  size_t next = at + tw_pieces_is(pieces, at, "-");
  if (!is_year(pieces, next)) {
    return 0;
  }
  ++next;
  next += tw_pieces_is(pieces, next, "-");
  size_t n = 0;
  return match(numbers, pieces, next, KIND_OLD, &n) ? next + n - at : 0;
}

static bool
is_age(int64_t value)
{
  return value > 0 && value <= (int64_t)MAX_AGE * TW_NUMBER_ONE &&
         value % TW_NUMBER_ONE == 0;
}

/* "Ana Ruiz, 31, …", "Ana Ruiz (31)": a name, a mark, the number, a mark. */
static bool
is_apposed_age(const TwArticle* article, const TwSentence* sentence,
               const TwPieceVec* pieces, size_t at)
{
  static const char closing[] = ",;).";
  const uint32_t token = pieces->at[at].token;
  if (token < sentence->first + 2 || !pieces->at[at].last) {
    return false;
  }
  const TwToken* const mark = &article->tokens.at[token - 1];
  const TwToken* const name = &article->tokens.at[token - 2];
  const TwToken* const next =
    token + 1 < sentence->end ? &article->tokens.at[token + 1] : NULL;
  const bool opened = mark->fold.len == 1 && mark->fold.s[0] == '(';
  const bool comma = mark->fold.len == 1 && mark->fold.s[0] == ',';
  const bool closed =
    next ? (next->fold.len == 1 && strchr(closing, next->fold.s[0])) ||
             next->tag == TW_TAG_VBD || next->tag == TW_TAG_VBZ ||
             next->tag == TW_TAG_IN || next->tag == TW_TAG_CC
         : true;
  return (opened || comma) && closed && (name->shape & TW_SHAPE_CAPITAL) &&
         !(name->shape & TW_SHAPE_DIGIT);
}

/* How many pieces of "to 51" stand at `at`, behind an age that is less. */
static size_t
reach_length(const TwNumbers* numbers, const TwPieceVec* pieces, size_t at,
             int64_t first, int64_t* out_last)
{
  size_t n = 0;
  TwNumber number;
  const TwLexiconRow* const row = match(numbers, pieces, at, KIND_REACH, &n);
  const size_t length = row ? tw_number_at(pieces, at + n, &number) : 0;
  if (!length || number.ordinal || !is_age(number.value) ||
      number.value <= first) {
    return 0;
  }
  *out_last = number.value;
  return n + length;
}

static bool
find_aged(const TwNumbers* numbers, const TwPieceVec* pieces, size_t at,
          Found* found)
{
  size_t n = 0;
  TwNumber number;
  const TwLexiconRow* const row = match(numbers, pieces, at, KIND_AGED, &n);
  const size_t length = row ? tw_number_at(pieces, at + n, &number) : 0;
  if (!length || number.ordinal || !is_age(number.value)) {
    return false;
  }
  *found = (Found){.type = TW_TYPE_AGE, .value = number.value};
  found->end = at + n + length;
  found->end +=
    reach_length(numbers, pieces, found->end, found->value, &found->last);
  const bool years = row->value.len && is_year(pieces, found->end) && at > 0 &&
                     tw_pieces_is(pieces, at - 1, ",");
  found->end += years;
  return years || !row->value.len;
}

/* A number, and what the words behind it make of it. */
static bool
find_counted(const TwNumbers* numbers, const TwArticle* article,
             const TwSentence* sentence, const TwPieceVec* pieces, size_t at,
             Found* found)
{
  TwNumber number;
  const size_t length = tw_number_at(pieces, at, &number);
  if (!length || number.ordinal) {
    return false;
  }
  const size_t end = at + length;
  *found = (Found){.type = TW_TYPE_NUMBER, .end = end, .value = number.value};
  size_t n = old_length(numbers, pieces, end);
  if (n && is_age(number.value)) {
    found->type = TW_TYPE_AGE;
    found->end = end + n;
    return true;
  }
  const TwLexiconRow* row = match(numbers, pieces, end, KIND_PERCENT, &n);
  if (row) {
    found->end = end + n;
    found->after = TW_STR("%");
    return true;
  }
  const size_t money = end + tw_pieces_is(pieces, end, "-");
  row = match(numbers, pieces, money, KIND_CURRENCY, &n);
  if (!row) {
    row = code_at(article, pieces, money, &n);
  }
  if (row) {
    found->type = TW_TYPE_MONEY;
    found->end = money + n;
    found->before = row->value;
    return true;
  }
  if (number.digits && length == 1 && is_age(number.value) &&
      is_apposed_age(article, sentence, pieces, at)) {
    found->type = TW_TYPE_AGE;
  }
  /* The rest of a word in digits ("9th-grader", "747-400") is no count. */
  return pieces->at[end - 1].last;
}

static TwStatus
annotate(const TwPieceVec* pieces, size_t at, const Found* found,
         TwArticle* article)
{
  char value[32];
  char last[32];
  const size_t length = tw_number_write(found->value, value);
  const size_t more = found->last ? tw_number_write(found->last, last) : 0;
  const TwStr parts[] = {
    found->before,   found->before.len ? TW_STR(" ") : TW_STR(""),
    {value, length}, found->last ? TW_STR("/") : TW_STR(""),
    {last, more},    found->after};
  const TwStr text = tw_arena_join(article->arena, parts, 6, TW_STR(""));
  return tw_pieces_annotate(pieces, at, found->end, found->type, text, article);
}

void
tw_numbers_mark(const TwNumbers* numbers, TwPieceVec* pieces)
{
  for (size_t i = 0; i < pieces->count; ++i) {
    TwWordPiece* const what = pieces->at[i].what;
    pieces->at[i].stops = numbers->stops;
    if (what->numbered_by != numbers) {
      what->numbers = tw_piece_rows(numbers->words, what->text);
      what->numbered_by = numbers;
    }
  }
}

/* An ordinal that is a word of its own: "third", "twenty-first", "21st". */
static void
note_ordinal(const TwPieceVec* pieces, size_t at, TwArticle* article)
{
  TwNumber number;
  const size_t length = tw_number_at(pieces, at, &number);
  const uint32_t token = pieces->at[at].token;
  if (length && number.ordinal && pieces->at[at + length - 1].last &&
      pieces->at[at + length - 1].token == token &&
      number.value / TW_NUMBER_ONE <= UINT16_MAX) {
    article->tokens.at[token].ordinal =
      (uint16_t)(number.value / TW_NUMBER_ONE);
  }
}

TwStatus
tw_numbers_find(const TwNumbers* numbers, TwArticle* article,
                const TwSentence* sentence, const TwPieceVec* pieces)
{
  for (size_t i = 0; i < pieces->count;) {
    Found found;
    const TwPiece* const piece = &pieces->at[i];
    const bool starts = (piece->number || piece->what->numbers.reach) &&
                        (i == 0 || !piece->joined || piece[-1].last);
    if (starts &&
        (find_money_before(numbers, article, pieces, i, &found) ||
         find_aged(numbers, pieces, i, &found) ||
         find_counted(numbers, article, sentence, pieces, i, &found))) {
      TW_TRY(annotate(pieces, i, &found, article));
      i = found.end;
    } else {
      if (starts) {
        note_ordinal(pieces, i, article);
      }
      ++i;
    }
  }
  return TW_OK;
}
