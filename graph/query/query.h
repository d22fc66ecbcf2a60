/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUERY_QUERY_H
#define TW_GRAPH_QUERY_QUERY_H

#include "base/buf.h"
#include "base/diag.h"

typedef enum {
  TW_RESULT_TABLE, ///< For people
  TW_RESULT_CSV,   ///< SPARQL 1.1 Query Results CSV
  TW_RESULT_TSV,
  TW_RESULT_JSON,
  TW_RESULT_XML,
} TwResultFormat;

/** A value for a variable of a query. Rows whose cell does not hold it are left
 * out if it is a column of the answer; else it stands in the query as a plain
 * literal. */
typedef struct {
  TwStr name; ///< Of the variable, without ? or $
  TwStr value;
} TwBinding;

typedef struct {
  const char* path; ///< A graph file
  TwStr sparql;     ///< The query
  TwStr name;       ///< Of the query, for messages
  const TwBinding* bindings;
  size_t n_bindings;
  TwResultFormat format;
  unsigned seconds; ///< Budget; 0 for the default
  size_t memory;    ///< Bytes; 0 for the default
} TwQuery;

/** Asks the graph in `path`. The query is walked first: what Rasqal does not
 * have, gets wrong or would fetch from a network is refused with an error that
 * names it and the way out (TW42xx). It runs in a child process with a budget
 * (TW_ERR_CHILD, told). Appends the result; ASK gives "true" or "false",
 * CONSTRUCT N-Triples. TW_ERR_QUERY, TW_ERR_READ. */
TwStatus
tw_query_run(const TwQuery* query, TwDiagSink* sink, TwBuf* out);

/** A query that comes with the program. */
typedef struct {
  const char* name;
  const char* summary;
  const char* sparql;
} TwNamedQuery;

/// All of them; static
const TwNamedQuery*
tw_query_named(size_t* out_n);

#endif
