/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_guard.h"

#include <stdlib.h>
#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

/** A row while it is sorted: qsort() hands on nothing else. */
typedef struct {
  TwCell* cells;
  size_t n;
  const TwQueryTraits* traits; ///< Or NULL
} SortRow;

/* --- Numbers --- */

/** What a number is worth, exactly: digits behind a point, times a power of
 * ten. */
typedef struct {
  int sign;      ///< -1, 0 or 1
  int64_t power; ///< Of the first digit that is not 0
  TwStr whole;   ///< Digits from there up to the point, if it comes behind them
  TwStr fraction; ///< Those behind the point
} Number;

static bool
is_number_type(TwStr datatype)
{
  static const char* const types[] = {"integer", "decimal", "double", "float"};
  for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); ++i) {
    if (tw_str_starts(datatype, TW_STR(XSD)) &&
        tw_str_equal(tw_str_slice(datatype, strlen(XSD), datatype.len),
                     tw_str(types[i]))) {
      return true;
    }
  }
  return false;
}

/* Takes the sign off; -1 or 1. */
static int
take_sign(TwStr* text)
{
  const bool is_negative = tw_str_starts(*text, TW_STR("-"));
  const bool has_sign = is_negative || tw_str_starts(*text, TW_STR("+"));
  *text = tw_str_slice(*text, has_sign, text->len);
  return is_negative ? -1 : 1;
}

/* Takes the digits off. */
static TwStr
take_digits(TwStr* text)
{
  size_t n = 0;
  while (n < text->len && text->s[n] >= '0' && text->s[n] <= '9') {
    ++n;
  }
  const TwStr digits = tw_str_slice(*text, 0, n);
  *text = tw_str_slice(*text, n, text->len);
  return digits;
}

static TwStr
without_zeros(TwStr digits)
{
  while (tw_str_starts(digits, TW_STR("0"))) {
    digits = tw_str_slice(digits, 1, digits.len);
  }
  return digits;
}

/* Takes an exponent off; false if there is none that counts. */
static bool
take_exponent(TwStr* text, int64_t* out_power)
{
  uint64_t power = 0;
  *out_power = 0;
  if (!tw_str_starts(*text, TW_STR("e")) &&
      !tw_str_starts(*text, TW_STR("E"))) {
    return !text->len;
  }
  *text = tw_str_slice(*text, 1, text->len);
  const int sign = take_sign(text);
  if (!tw_str_to_u64(take_digits(text), &power) || power > INT32_MAX) {
    return false;
  }
  *out_power = sign * (int64_t)power;
  return !text->len;
}

/* False if the cell holds no number. */
static bool
read_number(const TwCell* cell, Number* out)
{
  TwStr text = cell->term.text;
  if (!cell->is_bound || !is_number_type(cell->term.datatype)) {
    return false;
  }
  out->sign = take_sign(&text);
  out->whole = take_digits(&text);
  const bool has_point = tw_str_starts(text, TW_STR("."));
  text = tw_str_slice(text, has_point, text.len);
  out->fraction = has_point ? take_digits(&text) : (TwStr){NULL, 0};
  const bool has_digits = out->whole.len || out->fraction.len;
  if (!has_digits || !take_exponent(&text, &out->power)) {
    return false;
  }
  out->whole = without_zeros(out->whole);
  out->power += (int64_t)out->whole.len;
  if (!out->whole.len) {
    const TwStr rest = without_zeros(out->fraction);
    out->power -= (int64_t)(out->fraction.len - rest.len);
    out->fraction = rest;
    out->sign *= rest.len > 0;
  }
  return true;
}

static char
digit_at(const Number* number, size_t i)
{
  const size_t n = number->whole.len;
  return i < n                          ? number->whole.s[i]
         : i < n + number->fraction.len ? number->fraction.s[i - n]
                                        : '0';
}

static int
compare_numbers(const Number* a, const Number* b)
{
  int sign = (a->power > b->power) - (a->power < b->power);
  const size_t n =
    a->whole.len + a->fraction.len + b->whole.len + b->fraction.len;
  for (size_t i = 0; !sign && i < n; ++i) {
    sign = digit_at(a, i) - digit_at(b, i);
  }
  return a->sign != b->sign ? a->sign - b->sign : sign * a->sign;
}

/* --- Rows --- */

static int
compare_cells(const TwCell* a, const TwCell* b)
{
  if (a->is_bound != b->is_bound) {
    return a->is_bound ? 1 : -1;
  }
  if (a->is_blank != b->is_blank) {
    return a->is_blank ? -1 : 1;
  }
  if (a->term.kind != b->term.kind) {
    return a->term.kind == TW_TERM_IRI ? -1 : 1;
  }
  int sign = tw_str_compare(a->term.text, b->term.text);
  if (!sign) {
    sign = tw_str_compare(a->term.language, b->term.language);
  }
  return sign ? sign : tw_str_compare(a->term.datatype, b->term.datatype);
}

/* As compare_cells(), but numbers by what they are worth, before other
 * literals. */
static int
compare_values(const TwCell* a, const TwCell* b)
{
  Number x;
  Number y;
  const bool is_alike =
    a->is_bound && b->is_bound && a->term.kind == b->term.kind;
  const bool is_a = is_alike && read_number(a, &x);
  const bool is_b = is_alike && read_number(b, &y);
  return is_a && is_b   ? compare_numbers(&x, &y)
         : is_a != is_b ? is_b - is_a
                        : compare_cells(a, b);
}

static int
compare_keys(const SortRow* a, const SortRow* b)
{
  for (size_t i = 0; a->traits && i < a->traits->order.count; ++i) {
    const TwQueryKey key = a->traits->order.at[i];
    TwCell x = a->cells[key.column];
    TwCell y = b->cells[key.column];
    if (key.is_text) {
      x.term = (TwTerm){.kind = TW_TERM_LITERAL, .text = x.term.text};
      y.term = (TwTerm){.kind = TW_TERM_LITERAL, .text = y.term.text};
    }
    const int sign = compare_values(&x, &y);
    if (sign) {
      return key.is_descending ? -sign : sign;
    }
  }
  return 0;
}

static int
compare_rows(const void* left, const void* right)
{
  const SortRow* const a = left;
  const SortRow* const b = right;
  int sign = compare_keys(a, b);
  for (size_t i = 0; !sign && i < a->n; ++i) {
    sign = compare_cells(&a->cells[i], &b->cells[i]);
  }
  return sign;
}

TwStatus
tw_rows_sort(TwRows* rows, const TwQueryTraits* traits)
{
  const size_t n = rows->rows.count;
  SortRow* const sorted = TW_NEW(rows->arena, SortRow, n);
  size_t n_kept = 0;
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < n; ++i) {
    sorted[i] = (SortRow){rows->rows.at[i], rows->n_names, traits};
  }
  qsort(sorted, n, sizeof(*sorted), compare_rows);
  for (size_t i = 0; i < n; ++i) {
    if (!traits || !traits->is_distinct || !i ||
        compare_rows(&sorted[i - 1], &sorted[i])) {
      rows->rows.at[n_kept++] = sorted[i].cells;
    }
  }
  const size_t first = traits && traits->offset < n_kept ? traits->offset
                       : traits && traits->offset        ? n_kept
                                                         : 0;
  const size_t left = n_kept - first;
  rows->rows.at += first;
  rows->rows.count = traits && traits->limit < left ? traits->limit : left;
  return TW_OK;
}
