/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_ABBREVIATION_H
#define TW_EXTRACT_TEXT_ABBREVIATION_H

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"
#include "extract/lexicon.h"

/** What the splitters know of a word; all but the last two are rows of
 * lexicon/LANGUAGE/abbreviations.tsv, which says what they mean. */
typedef enum {
  TW_ABBREVIATION_NEVER,   ///< A word follows: no sentence ends at its stop
  TW_ABBREVIATION_NUMBER,  ///< Shortened only when a number follows
  TW_ABBREVIATION_MAY,     ///< A sentence may end at its stop
  TW_ABBREVIATION_CAPITAL, ///< As MAY, when it is written with a capital
  TW_ABBREVIATION_STARTER, ///< No abbreviation: begins sentences
  TW_ABBREVIATION_CLITIC,  ///< No abbreviation: an ending that is a token
  TW_ABBREVIATION_INITIAL, ///< A capital of a name: "J."
  TW_ABBREVIATION_NONE,
} TwAbbreviation;

/// Opens the table below the data directory `dir`; see tw_lexicon_open()
TwStatus
tw_abbreviation_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words);

/// What `word`, written before a stop that is not part of it, is: NEVER,
/// NUMBER, MAY, INITIAL or NONE. Letters with stops between them ("U.S") are
/// MAY without standing in the table.
TwAbbreviation
tw_abbreviation_kind(const TwLexicon* words, TwStr word);

/// True if the table has `word` as of that kind
bool
tw_abbreviation_is(const TwLexicon* words, TwStr word, TwAbbreviation kind);

#endif
