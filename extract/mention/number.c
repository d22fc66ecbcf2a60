/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/number_read.h"

#include <string.h>

#define MAX_AGE 120

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
  static const TwStr kinds[] = {TW_NUMBER_KINDS(NAME_)};
#undef NAME_
  *out_numbers = NULL;
  TwArena* const arena = tw_arena_new(sizeof(TwNumbers));
  TwNumbers* const numbers = arena ? TW_NEW(arena, TwNumbers, 1) : NULL;
  if (!numbers) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  numbers->arena = arena;
  const TwStatus status =
    tw_lexicon_open_of(dir, language, "numbers.tsv", kinds,
                       TW_NUMBER_KIND_COUNT, sink, &numbers->words);
  size_t n = 0;
  const TwLexiconRow* const rows =
    status == TW_OK ? tw_lexicon_rows(numbers->words, &n) : NULL;
  for (size_t i = 0; i < n; ++i) {
    numbers->stops |= rows[i].kind == TW_NUMBER_STOPS;
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
           ? tw_number_row(pieces, at, TW_NUMBER_CODE)
           : NULL;
}

/* "A$40", but not "a $40 fine": a single letter stands right before its
 * sign. */
static const TwLexiconRow*
symbol_at(const TwNumbers* numbers, const TwArticle* article,
          const TwPieceVec* pieces, size_t at, size_t* n)
{
  const TwLexiconRow* const row =
    match(numbers, pieces, at, TW_NUMBER_SYMBOL, n);
  const bool apart = row && *n > 1 && !pieces->at[at + 1].joined &&
                     article->tokens.at[pieces->at[at].token].fold.len == 1;
  return apart ? NULL : row;
}

/* "$2.5m", "US$ 30 million", "$5-million". */
static bool
find_money_before(const TwNumbers* numbers, const TwArticle* article,
                  const TwPieceVec* pieces, size_t at, Found* found)
{
  size_t n = 0;
  const TwLexiconRow* row = symbol_at(numbers, article, pieces, at, &n);
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
                             ? tw_number_word(pieces, end, TW_NUMBER_SHORT)
                             : -1;
  if (exponent >= 0 &&
      number.value < TW_NUMBER_MAX / tw_number_power(exponent)) {
    number.value *= tw_number_power(exponent);
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
  return tw_number_row(pieces, at, TW_NUMBER_YEAR) != NULL;
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
  return match(numbers, pieces, next, TW_NUMBER_OLD, &n) ? next + n - at : 0;
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
  const TwLexiconRow* const row =
    match(numbers, pieces, at, TW_NUMBER_REACH, &n);
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
  const TwLexiconRow* const row =
    match(numbers, pieces, at, TW_NUMBER_AGED, &n);
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
  const TwLexiconRow* row = match(numbers, pieces, end, TW_NUMBER_PERCENT, &n);
  if (row) {
    found->end = end + n;
    found->after = TW_STR("%");
    return true;
  }
  const size_t money = end + tw_pieces_is(pieces, end, "-");
  row = match(numbers, pieces, money, TW_NUMBER_CURRENCY, &n);
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
