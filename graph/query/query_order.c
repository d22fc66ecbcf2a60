/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query_guard.h"

#include <stdlib.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

/** A row while it is sorted: qsort() hands on nothing else. */
typedef struct {
  TwCell* cells;
  size_t n;
  const TwQueryTraits* traits; ///< Or NULL
} SortRow;

/* --- Numbers --- */

/* The digits before and behind the point of a number without an exponent;
 * false if the cell holds none. */
static bool
read_number(const TwCell* cell, bool* out_negative, TwStr* out_whole,
            TwStr* out_rest)
{
  const TwStr type = cell->term.datatype;
  TwStr text = cell->term.text;
  if (!cell->is_bound || (!tw_str_equal(type, TW_STR(XSD "integer")) &&
                          !tw_str_equal(type, TW_STR(XSD "decimal")))) {
    return false;
  }
  *out_negative = tw_str_starts(text, TW_STR("-"));
  text = tw_str_slice(text, *out_negative, text.len);
  while (tw_str_starts(text, TW_STR("0"))) {
    text = tw_str_slice(text, 1, text.len);
  }
  const size_t point = tw_str_find(text, TW_STR("."), 0);
  *out_whole = tw_str_slice(text, 0, point < text.len ? point : text.len);
  *out_rest =
    tw_str_slice(text, point < text.len ? point + 1 : text.len, text.len);
  return true;
}

/* Numbers by what they are worth, before all else. */
static int
compare_numbers(const TwCell* a, const TwCell* b)
{
  bool is_negative[2];
  TwStr whole[2];
  TwStr rest[2];
  const bool is_a = read_number(a, &is_negative[0], &whole[0], &rest[0]);
  const bool is_b = read_number(b, &is_negative[1], &whole[1], &rest[1]);
  if (!is_a || !is_b) {
    return is_b - is_a;
  }
  if (is_negative[0] != is_negative[1]) {
    return is_negative[0] ? -1 : 1;
  }
  int sign = (whole[0].len > whole[1].len) - (whole[0].len < whole[1].len);
  sign = sign ? sign : tw_str_compare(whole[0], whole[1]);
  sign = sign ? sign : tw_str_compare(rest[0], rest[1]);
  return is_negative[0] ? -sign : sign;
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

static int
compare_keys(const SortRow* a, const SortRow* b)
{
  for (size_t i = 0; a->traits && i < a->traits->order.count; ++i) {
    const TwQueryKey key = a->traits->order.at[i];
    TwCell x = a->cells[key.column];
    TwCell y = b->cells[key.column];
    int sign = 0;
    if (key.is_text) {
      x.term = (TwTerm){.kind = TW_TERM_LITERAL, .text = x.term.text};
      y.term = (TwTerm){.kind = TW_TERM_LITERAL, .text = y.term.text};
    } else if (x.is_bound && y.is_bound && x.term.kind == y.term.kind) {
      sign = compare_numbers(&x, &y);
    }
    sign = sign ? sign : compare_cells(&x, &y);
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
