/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_GUARD_H
#define TW_GRAPH_QUERY_QUERY_GUARD_H

#include "graph/query/query_parts.h"

#include <rasqal.h>

/** Where a variable stands in a triple of the pattern. */
typedef struct {
  TwStr variable;
  TwStr predicate; ///< It is the object of this; empty if it stands elsewhere
} TwQueryUse;

/** A column that rows are sorted by. */
typedef struct {
  size_t column;
  bool is_descending;
  bool is_text; ///< By its text alone, whatever it is
} TwQueryKey;

/** What a run has to know of a query. */
typedef struct {
  TwStr* names; ///< Of the columns
  size_t n_names;
  bool* is_count;           ///< The column is COUNT(...) and nothing else
  bool is_ordered;          ///< Rasqal sorts the rows
  bool is_distinct;         ///< We drop doubles,
  TW_VEC(TwQueryKey) order; ///< sort by these,
  size_t offset;            ///< leave out so many rows
  size_t limit;             ///< and keep so many
  bool has_aggregate;       ///< Has COUNT() or another
  bool is_grouped;          ///< Has GROUP BY
  bool has_having;          ///< Has HAVING
  bool uses_graphs;         ///< Has GRAPH
  TW_VEC(TwStr) graphs;     ///< Those it names
  TW_VEC(TwQueryUse) uses;
  TW_VEC(TwStr) compared; ///< Variables compared by <, >, <= or >=
  TW_VEC(TwStr) tested;   ///< Variables asked whether they are literals
} TwQueryTraits;

/** A query that is being looked at. */
typedef struct {
  const TwQuery* query;
  const TwQueryTokens* tokens;
  rasqal_query* parsed;
  TwArena* arena;
  TwDiagSink* sink;
  TwQueryTraits traits;
  TW_VEC(TwStr) certain; ///< Variables that every match binds
  bool has_part;         ///< Something stands in a part that is a query
  bool has_optional;     ///< Or UNION: some variables may be unbound
  size_t n_refused;
} TwQueryGuard;

/// Looks at a query that Rasqal has read. What Rasqal is known to get wrong is
/// told with its place; TW_ERR_QUERY.
TwStatus
tw_query_guard(TwQueryGuard* guard);

/// Looks at one expression of it: TW_ERR_NOMEM, else what is wrong is refused.
/// With `must_hold` a failure of the expression would lose the match.
TwStatus
tw_query_guard_expression(TwQueryGuard* guard, rasqal_expression* expression,
                          bool must_hold);

/// Takes DISTINCT, ORDER BY of columns, LIMIT and OFFSET out of the query, if
/// we do them, and notes them in `traits`
TwStatus
tw_query_modify_take(TwArena* arena, const TwQueryTokens* tokens,
                     TwQueryTraits* traits, TwStr* sparql);

/// Orders rows by the keys of `traits`, which may be NULL, and by their cells
/// (unbound, blank nodes, IRIs, then literals), and does the rest that was
/// taken out of the query
TwStatus
tw_rows_sort(TwRows* rows, const TwQueryTraits* traits);

/// Tells what is refused, at the first token that is `word`
void
tw_query_guard_refuse(TwQueryGuard* guard, const char* word, const char* what,
                      const char* hint);

#endif
