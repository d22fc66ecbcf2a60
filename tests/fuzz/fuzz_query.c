/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

#define SECONDS 5

/* Queries: whatever is asked, it is answered or refused with a word, and what
 * Rasqal does with it happens in a child. */

static const char graph[] =
  "@prefix tw: <https://w3id.org/triplewire#> .\n"
  "<p:1> a tw:Person ; tw:memberOf <c:1>, <c:2> ; tw:count 4 .\n"
  "<c:1> a tw:Cartel ; tw:factionOf <c:2> .\n";

int
LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  TwDiagSink sink = {.report = NULL};
  TwBuf out = TW_BUF_INIT;
  const TwQuery query = {
    .path = fuzz_file("a.ttl", (const uint8_t*)graph, strlen(graph)),
    .sparql = {(const char*)data, size},
    .name = TW_STR("query"),
    .format = TW_RESULT_JSON,
    .seconds = SECONDS,
  };
  const TwStatus status = tw_query_run(&query, &sink, &out);
  fuzz_promise(status == TW_OK || status == TW_ERR_QUERY ||
                 status == TW_ERR_CHILD,
               "a bad query is an error of queries");
  fuzz_promise_told(status, &sink);
  fuzz_promise(status == TW_OK || !out.len, "an error gives no result");
  tw_buf_clear(&out);
  return 0;
}
