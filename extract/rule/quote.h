/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_QUOTE_H
#define TW_EXTRACT_RULE_QUOTE_H

#include "extract/article.h"

/** Tokens [first, end) between two quotation marks, one at least. */
typedef struct {
  uint32_t first;
  uint32_t end;
  uint32_t saying; ///< Whose it is, an index of the caller's; UINT32_MAX if
                   ///< nobody's
} TwQuote;

typedef TW_VEC(TwQuote) TwQuoteVec;

/** The quotations of the article, in order, nobody's yet. One that is not
 * closed ends with its block; a mark that opens while one is open begins a new
 * paragraph of it. Grows `quotes` in the article's arena, which fails if
 * memory runs out. */
void
tw_quotes_find(const TwArticle* article, TwQuoteVec* quotes);

#endif
