/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_TABLE_H
#define TW_ONTOLOGY_TABLE_H

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

/** Reads a tab-separated table of words. Lines that start with # and empty
 * lines are skipped; a row with other than `n_columns` columns (trailing ones
 * may be left out down to `min_columns`: they are then empty), bad UTF-8 or a
 * row that `row` refuses is an error TW2301 with file, line and column. */
typedef struct {
  size_t min_columns;
  size_t n_columns; ///< At most 16
  /// Takes a row whose cells borrow from the text. To refuse it, set
  /// `*bad_cell` and `*why` and return TW_ERR_RULE.
  TwStatus (*row)(void* data, const TwStr* cells, size_t line, size_t* bad_cell,
                  const char** why);
} TwTableFormat;

/// Reads every row of `text`, the contents of `file`; goes on after a bad row
/// and returns TW_ERR_RULE at the end if there was one
TwStatus
tw_table_read(const TwTableFormat* format, TwStr file, TwStr text, void* data,
              TwDiagSink* sink);

#endif
