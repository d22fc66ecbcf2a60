/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/page.h"
#include "output/report_parts.h"

#include <stdlib.h>

static TwStr
paper_of(const TwGraph* graph, const TwGraphSpan* span)
{
  const TwGraphDocument* const document = &graph->documents[span->document];
  return document->publisher.len ? document->publisher : document->id;
}

/* One wording and the papers that have it; nothing if it was told before. */
static void
tell_variant(TwReport* report, const TwQuote* quote, size_t i)
{
  const TwGraphSpan* const all = quote->variants;
  TwBuf* const words = &report->words;
  tw_buf_reset(words);
  for (size_t k = 0; k < quote->n_variants; ++k) {
    if (!tw_str_equal(all[k].exact, all[i].exact)) {
      continue;
    }
    if (k < i) {
      return;
    }
    tw_buf_add(words, k > i ? TW_STR(", ") : TW_STR(""));
    tw_buf_add(words, paper_of(report->graph, &all[k]));
  }
  tw_buf_addf(words, ": “%.*s”", TW_STR_ARG(all[i].exact));
  tw_page_wrap(&report->page, 3, 5, tw_buf_str(words));
}

static int
by_speaker(const void* left, const void* right)
{
  const TwQuote* const a = *(const TwQuote* const*)left;
  const TwQuote* const b = *(const TwQuote* const*)right;
  if (a->speaker != b->speaker) {
    return a->speaker < b->speaker ? -1 : 1;
  }
  const int order = tw_str_compare(a->text, b->text);
  return order ? order : tw_str_compare(a->iri, b->iri);
}

TwStatus
tw_report_quotes(TwReport* report)
{
  const TwGraph* const graph = report->graph;
  const TwQuote** const sorted =
    TW_NEW(report->arena, const TwQuote*, graph->n_quotes + 1);
  if (!sorted) {
    return TW_ERR_NOMEM;
  }
  for (size_t i = 0; i < graph->n_quotes; ++i) {
    sorted[i] = &graph->quotes[i];
  }
  if (graph->n_quotes) {
    qsort(sorted, graph->n_quotes, sizeof(sorted[0]), by_speaker);
    tw_page_heading(&report->page, "WHAT SEVERAL ARTICLES QUOTE");
  }
  for (size_t i = 0; i < graph->n_quotes; ++i) {
    tw_page_wrap(&report->page, 0, 3, graph->things[sorted[i]->speaker].label);
    for (size_t k = 0; k < sorted[i]->n_variants; ++k) {
      tell_variant(report, sorted[i], k);
    }
  }
  return TW_OK;
}
