/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_LEXICON_H
#define TW_EXTRACT_LEXICON_H

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"

/** A row of a word table: words, their kind, and what they stand for. */
typedef struct TwLexiconRow {
  TwStr words;    ///< Folded, one space between words
  unsigned kind;  ///< Index in the kinds that the table was opened with
  TwStr value;    ///< Third column, as written; or empty
  TwStr language; ///< The folder the table stands in: "en"
  const struct TwLexiconRow* next; ///< Another row of the same words, or NULL
} TwLexiconRow;

/** The tables of one name in every language, lexicon/LANGUAGE/NAME below the
 * data directory: `words TAB kind [TAB value]`, # starts a comment line.
 * Read-only after loading: threads share it. */
typedef struct TwLexicon TwLexicon;

/** Reads the tables called `name` below `dir`. `kinds` are the names of the
 * kinds that may stand in the second column. Returns owned. TW_ERR_READ if no
 * table has that name; TW_ERR_RULE with TW2301 for a row that is wrong. */
TwStatus
tw_lexicon_open(const char* dir, const char* name, const TwStr* kinds,
                size_t n_kinds, TwDiagSink* sink, TwLexicon** out_lexicon);

/// The same of one language only; of all if `language` is empty
TwStatus
tw_lexicon_open_of(const char* dir, TwStr language, const char* name,
                   const TwStr* kinds, size_t n_kinds, TwDiagSink* sink,
                   TwLexicon** out_lexicon);

/// Accepts NULL
void
tw_lexicon_free(TwLexicon* lexicon);

/// The first row of these folded words, or NULL
const TwLexiconRow*
tw_lexicon_find(const TwLexicon* lexicon, TwStr words);

/// The kinds of the entries of several words that begin with that folded word:
/// a bit for each, so there may be 64 of them
uint64_t
tw_lexicon_phrases(const TwLexicon* lexicon, TwStr first_word);

/// The row of these folded words and that kind, or NULL
const TwLexiconRow*
tw_lexicon_find_kind(const TwLexicon* lexicon, TwStr words, unsigned kind);

/// The row of these folded words, that kind and that value, or NULL
const TwLexiconRow*
tw_lexicon_find_value(const TwLexicon* lexicon, TwStr words, unsigned kind,
                      TwStr value);

/// How many words the longest entry has that begins with this one; 0 if none
size_t
tw_lexicon_reach(const TwLexicon* lexicon, TwStr first_word);

/// Rows in the order of file and line, to be walked
const TwLexiconRow*
tw_lexicon_rows(const TwLexicon* lexicon, size_t* out_count);

#endif
