/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_BASE_DIAG_H
#define TW_BASE_DIAG_H

#include "base/status.h"
#include "base/str.h"

#include <stdio.h>

typedef enum { TW_NOTE, TW_WARNING, TW_ERROR } TwSeverity;

/** One message for people. `code` is stable and has an entry in
 * docs/errors.md: 1xxx input, 2xxx rules and tables, 3xxx reading and limits,
 * 4xxx graph, 5xxx output, 6xxx command line. */
typedef struct {
  TwSeverity severity;
  int code;
  TwStr file;    ///< What it is about: a file, an article's id, "-"; or empty
  size_t line;   ///< From 1; 0 if not known
  size_t column; ///< In code points, from 1; 0 if not known
  TwStr message; ///< A sentence without a stop
  TwStr source;  ///< The line it is about, without its end; or empty
  TwStr hint;    ///< What to do; or empty
} TwDiag;

/** Takes messages. `report` may be NULL: then they are only counted. */
typedef struct TwDiagSink {
  void (*report)(void* data, const TwDiag* diag);
  void* data;
  size_t counts[3]; ///< By severity
} TwDiagSink;

/// Counts `diag` and hands it on
void
tw_diag_report(TwDiagSink* sink, const TwDiag* diag);

/// An error about `file` as a whole, with a printf message
void
tw_diag_error(TwDiagSink* sink, int code, TwStr file, const char* format, ...)
  TW_PRINTF(4, 5);

/// A warning about `file` as a whole, with a printf message
void
tw_diag_warn(TwDiagSink* sink, int code, TwStr file, const char* format, ...)
  TW_PRINTF(4, 5);

/// An error at byte `offset` of `text`, the contents of `file`: works out
/// line, column and source line
void
tw_diag_error_at(TwDiagSink* sink, int code, TwStr file, TwStr text,
                 size_t offset, TwStr hint, const char* format, ...)
  TW_PRINTF(7, 8);

/// The same of any severity
void
tw_diag_at(TwDiagSink* sink, TwSeverity severity, int code, TwStr file,
           TwStr text, size_t offset, TwStr hint, const char* format, ...)
  TW_PRINTF(8, 9);

/// Writes `diag` as `file:line:column: error[TW2107]: message`, the source
/// line, a caret and the hint. Control characters of foreign text are shown
/// as `\xNN`, and long lines are cut around the caret.
void
tw_diag_print(FILE* out, const TwDiag* diag, bool colour);

#endif
