/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "graph/query/query.h"
#include "ontology/schema.h"

#include <stdio.h>
#include <string.h>

/* Hands the named queries to other stores: `named` prints their names, `named
 * NAME` a query, `named --prefixes` the prefixes that they leave out. */

static void
print_prefixes(void)
{
  size_t n = 0;
  const TwPrefix* const prefixes = tw_schema_prefixes(&n);
  for (size_t i = 0; i < n; ++i) {
    printf("%.*s: <%.*s>\n", TW_STR_ARG(prefixes[i].name),
           TW_STR_ARG(prefixes[i].iri));
  }
}

int
main(int argc, char** argv)
{
  size_t n = 0;
  const TwNamedQuery* const queries = tw_query_named(&n);
  if (argc > 1 && !strcmp(argv[1], "--prefixes")) {
    print_prefixes();
    return 0;
  }
  for (size_t i = 0; i < n; ++i) {
    if (argc < 2) {
      puts(queries[i].name);
    } else if (!strcmp(argv[1], queries[i].name)) {
      fputs(queries[i].sparql, stdout);
      return 0;
    }
  }
  return argc > 1;
}
