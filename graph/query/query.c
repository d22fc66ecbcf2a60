/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"

#include "base/child.h"
#include "graph/query/query_parts.h"

#include <stdio.h>

#define DEFAULT_SECONDS 60
#define MEGABYTE ((size_t)1024 * 1024)
#define DEFAULT_MEMORY (4096 * MEGABYTE)

/* --- Messages through the pipe --- */

/* What the child writes: for each message `D` with numbers and lengths, a line
 * end and the texts; then `R` and the result. */

static void
pack_message(void* data, const TwDiag* diag)
{
  TwBuf* const out = data;
  tw_buf_addf(out, "D%d %d %zu %zu %zu %zu %zu %zu\n", (int)diag->severity,
              diag->code, diag->line, diag->column, diag->file.len,
              diag->message.len, diag->source.len, diag->hint.len);
  tw_buf_add(out, diag->file);
  tw_buf_add(out, diag->message);
  tw_buf_add(out, diag->source);
  tw_buf_add(out, diag->hint);
}

/* Cuts the next `len` bytes off the front. */
static TwStr
cut(TwStr* rest, uint64_t len)
{
  const size_t n = len < rest->len ? (size_t)len : rest->len;
  const TwStr part = tw_str_slice(*rest, 0, n);
  *rest = tw_str_slice(*rest, n, rest->len);
  return part;
}

/* Hands on the messages of the child and leaves its result in `*rest`. */
static void
unpack_messages(TwStr* rest, TwDiagSink* sink)
{
  enum { SEVERITY, CODE, LINE, COLUMN, FILE_LEN, MESSAGE, SOURCE, HINT, N };
  while (rest->len && rest->s[0] == 'D') {
    uint64_t numbers[N] = {0};
    TwStr line = {NULL, 0};
    TwStr number;
    cut(rest, 1);
    tw_str_next(rest, '\n', &line);
    for (int i = 0; i < N && tw_str_next(&line, ' ', &number); ++i) {
      tw_str_to_u64(number, &numbers[i]);
    }
    TwDiag diag = {
      .severity = numbers[SEVERITY] == TW_ERROR     ? TW_ERROR
                  : numbers[SEVERITY] == TW_WARNING ? TW_WARNING
                                                    : TW_NOTE,
      .code = (int)numbers[CODE],
      .line = (size_t)numbers[LINE],
      .column = (size_t)numbers[COLUMN],
    };
    diag.file = cut(rest, numbers[FILE_LEN]);
    diag.message = cut(rest, numbers[MESSAGE]);
    diag.source = cut(rest, numbers[SOURCE]);
    diag.hint = cut(rest, numbers[HINT]);
    tw_diag_report(sink, &diag);
  }
  cut(rest, 1);
}

/* --- The child --- */

static TwStatus
work(void* data, TwBuf* out)
{
  TwBuf result = TW_BUF_INIT;
  TwDiagSink sink = {.report = pack_message, .data = out};
  TwStatus status = tw_query_eval(data, &sink, &result);
  tw_buf_add_char(out, 'R');
  tw_buf_add(out, tw_buf_str(&result));
  status = status == TW_OK ? tw_buf_status(&result) : status;
  tw_buf_clear(&result);
  return status;
}

static void
tell_end(const TwQuery* query, TwBudget budget, TwChildEnd end,
         TwDiagSink* sink)
{
  TwDiag diag = {.severity = TW_ERROR, .file = query->name};
  char message[128];
  if (end == TW_CHILD_TIMEOUT) {
    snprintf(message, sizeof(message),
             "the query ran for %u seconds, which "
             "is all it may",
             budget.seconds);
    diag.code = TW_QUERY_BUDGET;
    diag.hint = TW_STR("write all triples of a group before its FILTER, those "
                       "that match least first, leave OPTIONAL and UNION out, "
                       "or give it more time");
  } else {
    snprintf(message, sizeof(message),
             "the query engine died of this query, "
             "or had too little memory (%zu MB)",
             budget.memory / MEGABYTE);
    diag.code = TW_QUERY_DIED;
    diag.hint = TW_STR("ask a narrower question, or load graph.nq into a full "
                       "SPARQL store");
  }
  diag.message = tw_str(message);
  tw_diag_report(sink, &diag);
}

TwStatus
tw_query_run(const TwQuery* query, TwDiagSink* sink, TwBuf* out)
{
  const TwBudget budget = {
    .seconds = query->seconds ? query->seconds : DEFAULT_SECONDS,
    .memory = query->memory ? query->memory : DEFAULT_MEMORY,
  };
  TwQuery copy = *query;
  TwBuf reply = TW_BUF_INIT;
  TwChildEnd end = TW_CHILD_FAILED;
  const TwStatus status = tw_child_run(budget, work, &copy, &reply, &end);
  if (status == TW_ERR_CHILD) {
    tell_end(query, budget, end, sink);
  } else {
    TwStr rest = tw_buf_str(&reply);
    unpack_messages(&rest, sink);
    if (status == TW_OK) {
      tw_buf_add(out, rest);
    }
  }
  tw_buf_clear(&reply);
  return status == TW_OK ? tw_buf_status(out) : status;
}
