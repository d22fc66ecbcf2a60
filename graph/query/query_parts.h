/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_PARTS_H
#define TW_GRAPH_QUERY_QUERY_PARTS_H

#include "base/arena.h"
#include "graph/query/query.h"
#include "ontology/term.h"

#include <stdint.h>

/* What the files of the query share.
 *
 *   query.c             the child, its budget, its messages
 *   query_scan.c        the query as tokens: places for messages
 *   query_bind.c        values given for variables stand in the query
 *   query_refuse.c      what tokens give away is refused
 *   query_read.c        Rasqal reads the query
 *   query_guard.c       what Rasqal would get wrong is refused: patterns,
 *   query_guard_expr.c  expressions
 *   query_check.c       what the query needs of the graph
 *   query_modify.c      what is done with rows, taken out of the query
 *   query_order.c       and done
 *   query_part.c        a SELECT DISTINCT inside is asked first
 *   query_optional.c    OPTIONAL written as triples that may have no match
 *   query_optional_match.c  their matches
 *   query_source.c      Rasqal gets triples
 *   query_eval.c        Rasqal asks the model; rows are collected
 *   query_result.c      rows as CSV, TSV, JSON and XML
 *   query_table.c       rows for people */

/* Codes of messages */
#define TW_QUERY_SYNTAX 4201
#define TW_QUERY_REFUSED 4202
#define TW_QUERY_BUDGET 4203
#define TW_QUERY_DIED 4204
#define TW_QUERY_FAILED 4205
#define TW_QUERY_GRAPH 4206
#define TW_QUERY_BINDING 4207

/* --- Tokens --- */

typedef enum {
  TW_TOKEN_END,
  TW_TOKEN_WORD,     ///< A keyword or function name
  TW_TOKEN_NAME,     ///< prefix:local, or the keyword `a`
  TW_TOKEN_VARIABLE, ///< ?x, $x
  TW_TOKEN_IRI,
  TW_TOKEN_TEXT, ///< A literal in quotes, without language or type
  TW_TOKEN_NUMBER,
  TW_TOKEN_MARK ///< One character of punctuation
} TwTokenKind;

typedef struct {
  TwTokenKind kind;
  TwStr text;
  size_t at; ///< Byte in the query
} TwQueryToken;

typedef TW_VEC(TwQueryToken) TwQueryTokens;

/// Cuts a query into tokens, without white space and comments; the last one is
/// TW_TOKEN_END. Any text gives tokens, however wrong it is. TW_ERR_NOMEM.
TwStatus
tw_query_scan(TwArena* arena, TwStr sparql, TwQueryTokens* out_tokens);

/// True if `token` is the word `upper`, whatever its case
bool
tw_query_is_word(const TwQueryToken* token, const char* upper);

/// True if the text of `token` is `text`, whatever the case of its letters
bool
tw_query_is_text(const TwQueryToken* token, TwStr text);

/** How the names of variables begin that we write into a query. */
#define TW_QUERY_OWN "_tw_"

/// True if triples with variables of our own may be written into the query: it
/// has no such name itself, and its columns are not all variables there are
bool
tw_query_can_add(const TwQueryTokens* tokens);

/// The line of byte `at`, from 1
size_t
tw_query_line(TwStr sparql, size_t at);

/* --- Rows --- */

typedef struct {
  TwTerm term;
  bool is_bound;
  bool is_blank; ///< `term.text` is a label
} TwCell;

typedef struct {
  TwArena* arena; ///< Where all of it lives
  TwStr* names;   ///< Of the columns, without question marks
  size_t n_names;
  TW_VEC(TwCell*) rows; ///< Each of `n_names` cells
} TwRows;

void
tw_rows_write(const TwRows* rows, TwResultFormat format, TwBuf* out);

/// What ASK answers
void
tw_rows_write_boolean(bool value, TwResultFormat format, TwBuf* out);

/// Three columns as N-Triples, each triple once; they must be sorted
TwStatus
tw_rows_write_triples(const TwRows* rows, TwBuf* out);

/// Columns for people; IRIs are shortened by the prefixes of the
/// vocabulary
void
tw_rows_write_table(const TwRows* rows, TwBuf* out);

/// Appends the term as N-Triples writes it
void
tw_cell_write(const TwCell* cell, TwBuf* out);

/* --- Parts of a run --- */

/// Looks for constructs that tokens give away, before Rasqal sees the query.
/// Each is told; TW_ERR_QUERY.
TwStatus
tw_query_guard_tokens(const TwQuery* query, const TwQueryTokens* tokens,
                      TwDiagSink* sink);

/// The query with its bindings in place of their variables, but for columns;
/// without any, the query as it is. TW_ERR_QUERY, told, if a variable is not
/// there.
TwStatus
tw_query_bind(TwArena* arena, const TwQuery* query, TwDiagSink* sink,
              TwStr* out_sparql);

/// Keeps the rows that hold what is given for their columns, however it is
/// written: in capitals, without accents
void
tw_query_keep(const TwQuery* query, TwRows* rows);

/// Asks the graph; runs in the child. Appends the result.
TwStatus
tw_query_eval(const TwQuery* query, TwDiagSink* sink, TwBuf* out);

#endif
