/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_QUOTE_PARTS_H
#define TW_GRAPH_QUOTE_PARTS_H

#include "graph/fusion.h"

/** A quote as one article has it. */
typedef struct {
  uint32_t speaker;
  TwGraphSpan span;
  uint32_t n_runs;
  uint32_t n_anchors; ///< What stays when it is translated
  uint32_t head;      ///< The first quote that it is one with, or itself
} TwSaidQuote;

/** A run of words of a quote or an anchor, or two quotes that share one. */
typedef struct {
  uint64_t run;
  uint32_t a;
  uint32_t b;
} TwQuoteEntry;

/** The quotes of all articles, by speaker. */
typedef struct {
  TwFusion* fusion;
  TW_VEC(TwSaidQuote) quotes;
} TwQuotes;

/// Sets the heads of all quotes
TwStatus
tw_quotes_join(TwQuotes* quotes);

/// The first quote that quote `q` is one with
uint32_t
tw_quotes_root(const TwQuotes* quotes, uint32_t q);

/// Orders by run, then by both quotes
int
tw_quote_by_entry(const void* left, const void* right);

#endif
