/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_UNIT_H
#define TW_EXTRACT_INGEST_UNIT_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "extract/lexicon.h"

#include <stdbool.h>

/** A word of a unit: a run of letters (with an apostrophe inside) or of
 * digits; "10am" is two. */
typedef struct {
  TwSpan span;
  TwStr fold;
  const TwLexiconRow* function; ///< As a function word, or NULL
  bool capital;                 ///< Begins with a capital letter
  bool digits;
} TwWord;

/** What may become a block: a paragraph, or a line that stands alone. */
typedef struct {
  TwSpan span;         ///< Without white space at its ends
  const TwWord* words; ///< Its first words
  size_t n_words;      ///< At most TW_UNIT_WORDS
  size_t n_capital;    ///< Of these, how many begin with a capital letter
  size_t n_function;   ///< Of these, how many are function words
  bool more_words;     ///< True if it has more than were kept
  bool stops;          ///< Ends as a sentence does
  bool trails;         ///< Ends in dots of omission
} TwUnit;

/// So many words of a unit are looked at: enough to tell what it is
#define TW_UNIT_WORDS 256

/** Cuts `source` into units at line ends, but joins the lines of a hard-wrapped
 * paragraph, and of one that was broken around a link. `functions` are the
 * function words. `*out_units` lives in `arena`. */
TwStatus
tw_units_cut(TwStr source, const TwLexicon* functions, TwArena* arena,
             TwUnit** out_units, size_t* out_count);

/// Works out the words and features of the unit that is `span` of `source`
TwStatus
tw_unit_read(TwStr source, TwSpan span, const TwLexicon* functions,
             TwArena* arena, TwUnit* out_unit);

/** The row of the longest entry of `lexicon` with that kind that stands at
 * word `at` of the unit, or NULL; `*out_words` is its length in words. */
const TwLexiconRow*
tw_unit_match(const TwUnit* unit, size_t at, const TwLexicon* lexicon,
              unsigned kind, size_t* out_words);

/// The bytes of `span`
TwStr
tw_unit_text(TwStr source, TwSpan span);

#endif
