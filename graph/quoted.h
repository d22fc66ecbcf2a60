/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUOTED_H
#define TW_GRAPH_QUOTED_H

#include "base/str.h"

/** Words of a run. */
#define TW_RUN_WORDS 3

/** Goes through what stands between quotation marks in a text. */
typedef struct {
  TwStr text;
  size_t kind; ///< Of marks
  size_t at;
} TwQuotedWalk;

/** Goes through the runs of three words of a folded text; punctuation makes no
 * difference. */
typedef struct {
  TwStr text;
  size_t at;
  size_t n;                     ///< Words so far
  uint64_t words[TW_RUN_WORDS]; ///< The last ones
} TwRunWalk;

/// Finds the next part of the text of `walk`, which begins as {text}. One that
/// is not closed goes on to the end. False if there is none.
bool
tw_quoted_next(TwQuotedWalk* walk, size_t* out_start, size_t* out_end);

/// Finds the next run, as a hash; false if there is none
bool
tw_run_next(TwRunWalk* walk, uint64_t* out_run);

/// How many words there are
size_t
tw_quoted_count_words(TwStr text);

#endif
