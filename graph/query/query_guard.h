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

/** What a run has to know of a query. */
typedef struct {
  TwStr* names; ///< Of the columns
  size_t n_names;
  bool* is_count;       ///< The column is COUNT(...) and nothing else
  bool is_ordered;      ///< Has ORDER BY
  bool has_aggregate;   ///< Has COUNT() or another
  bool is_grouped;      ///< Has GROUP BY
  bool has_having;      ///< Has HAVING
  bool uses_graphs;     ///< Has GRAPH
  TW_VEC(TwStr) graphs; ///< Those it names
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

/// Tells what is refused, at the first token that is `word`
void
tw_query_guard_refuse(TwQueryGuard* guard, const char* word, const char* what,
                      const char* hint);

#endif
