/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "cli/summary.h"

#include <stdio.h>

/** What is counted, in the order in which it is told. */
typedef struct {
  const char* key; ///< In JSON
  const char* one;
  const char* many;
  size_t n;
} Count;

static size_t
count_things(const TwGraph* graph, TwType type)
{
  size_t n = 0;
  for (size_t i = 0; i < graph->n_things; ++i) {
    const TwGraphThing* const thing = &graph->things[i];
    n += type == TW_TYPE_NONE
           ? thing->is_event
           : !thing->is_event && tw_type_is(thing->type, type);
  }
  return n;
}

static void
tell(const Count* counts, size_t n_counts, const CliTime* time)
{
  const char* glue = "";
  for (size_t i = 0; i < n_counts; ++i) {
    if (counts[i].n || !i) {
      fprintf(stderr, "%s%zu %s", glue, counts[i].n,
              counts[i].n == 1 ? counts[i].one : counts[i].many);
      glue = ", ";
    }
  }
  fprintf(stderr, " in %.1f s\n", (double)time->all / 1e3);
}

static void
tell_json(const Count* counts, size_t n_counts, const CliTime* time)
{
  fputs("{\"severity\":\"note\",\"summary\":{", stderr);
  for (size_t i = 0; i < n_counts; ++i) {
    fprintf(stderr, "\"%s\":%zu,", counts[i].key, counts[i].n);
  }
  fprintf(stderr, "\"read_milliseconds\":%lld,\"milliseconds\":%lld}}\n",
          (long long)time->reading, (long long)time->all);
}

void
cli_summary(CliRun* run, const TwGraph* graph, const CliTally* tally,
            size_t n_same, const CliTime* time)
{
  const Count counts[] = {
    {"articles", "article", "articles", tally->n_read},
    {"set_aside", "set aside", "set aside", tally->n_set_aside},
    {"repeated", "read before", "read before", n_same},
    {"people", "person", "people", count_things(graph, TW_TYPE_PERSON)},
    {"organizations", "organization", "organizations",
     count_things(graph, TW_TYPE_ORGANIZATION)},
    {"places", "place", "places", count_things(graph, TW_TYPE_PLACE)},
    {"events", "event", "events", count_things(graph, TW_TYPE_NONE)},
    {"claims", "claim", "claims", graph->n_claims},
    {"conflicts", "conflict", "conflicts", graph->n_conflicts},
  };
  if (!run->is_quiet) {
    (run->is_json ? tell_json : tell)(counts,
                                      sizeof(counts) / sizeof(counts[0]), time);
  }
}
