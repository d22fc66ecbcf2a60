/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CORRECT_H
#define TW_GRAPH_CORRECT_H

#include "base/arena.h"
#include "base/diag.h"
#include "ontology/schema.h"
#include "ontology/type.h"

/** What people correct in a graph, told by content, so that it holds for
 * every later run. A table of tab-separated rows:
 *
 *     merge   TYPE  NAME  NAME ...              these names are one thing
 *     split   TYPE  NAME  ARTICLE               there the name is another one
 *     retype  TYPE  NAME  TYPE                  it is of that type
 *     rename  TYPE  NAME  NAME                  it is shown by that name
 *     delete  TYPE  NAME                        it is nothing; nor is what is
 *                                               said of it
 *     delete  claim ARTICLE PROPERTY VALUE QUOTE   the words do not say so
 *     accept  claim ARTICLE PROPERTY VALUE QUOTE   it holds, whatever the
 *                                               others say
 *     merge   event CLASS ARTICLE QUOTE ARTICLE QUOTE ...   these words tell of
 *                                               one event of that class
 *     split   event CLASS ARTICLE QUOTE         these of one that no other
 *                                               article tells of
 *     retype  event CLASS ARTICLE QUOTE CLASS   it is of that class
 *     rename  event CLASS ARTICLE QUOTE NAME    it is shown by that name
 *     delete  event CLASS ARTICLE QUOTE         these words tell of none
 *     accept  event CLASS ARTICLE QUOTE         what the article says of it
 *                                               holds
 *
 * An article is told by its id or its SHA-256, names by any of their forms
 * (folded), a claim and the quote of an event by their columns in
 * evidence.csv. */
typedef struct TwCorrections TwCorrections;

typedef enum {
  TW_CORRECT_MERGE,
  TW_CORRECT_SPLIT,
  TW_CORRECT_RETYPE,
  TW_CORRECT_RENAME,
  TW_CORRECT_DELETE,
  TW_CORRECT_DELETE_CLAIM,
  TW_CORRECT_ACCEPT_CLAIM,
  TW_CORRECT_MERGE_EVENTS,
  TW_CORRECT_SPLIT_EVENT,
  TW_CORRECT_RETYPE_EVENT,
  TW_CORRECT_RENAME_EVENT,
  TW_CORRECT_DELETE_EVENT,
  TW_CORRECT_ACCEPT_EVENT,
} TwCorrectKind;

/** A row. */
typedef struct {
  TwCorrectKind kind;
  size_t line;
  TwType type;           ///< Of a thing
  TwType new_type;       ///< Of `retype`
  const TwClass* class_; ///< Of an event
  const TwClass* new_class;
  const TwStr* names; ///< Folded; of a claim: folded value, then quote; of
                      ///< events: quotes
  size_t n_names;
  TwStr shown;           ///< Of `rename`: as written
  TwStr article;         ///< Id or SHA-256
  const TwStr* articles; ///< Of events: of each quote
  TwStr property;        ///< Of a claim: local name or what it is called
  size_t n_hits;         ///< What it was applied to in the last run
} TwCorrection;

/// Reads the table. TW_ERR_READ with errno; TW_ERR_RULE, each bad row told
/// (TW2301). Returns owned.
TwStatus
tw_corrections_open(const char* path, TwDiagSink* sink,
                    TwCorrections** out_corrections);

/// Accepts NULL
void
tw_corrections_free(TwCorrections* corrections);

/// The rows in the order of the file; NULL has none. Lives in `corrections`;
/// who applies a row counts its hits.
TwCorrection*
tw_corrections_rows(TwCorrections* corrections, size_t* out_n);

/// Warns of each row that nothing in the articles answered to (TW4502)
void
tw_corrections_tell_stale(const TwCorrections* corrections, TwDiagSink* sink);

#endif
