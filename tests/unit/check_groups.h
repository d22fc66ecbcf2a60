/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_GROUPS_H
#define TW_TESTS_UNIT_CHECK_GROUPS_H

#include "base/buf.h"
#include "extract/article.h"
#include "extract/lexicon.h"

/** Reads `text` as an article of one paragraph and gives its groups, a line a
 * sentence. Static until the next call. */
const char*
check_groups(const char* text);

/** Reads `text` and lets `visit` append to `out` what it sees in the article,
 * with groups and what they were made with. Static until the next call. */
const char*
check_groups_visit(const char* text,
                   void (*visit)(const TwLexicon* grammar,
                                 const TwArticle* article, const void* data,
                                 TwBuf* out),
                   const void* data);

/** Makes groups of `text` again and again with one allocation more until
 * memory suffices: each time before must end as TW_ERR_NOMEM. */
void
check_groups_no_memory(const char* text);

#endif
