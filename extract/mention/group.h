/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_GROUP_H
#define TW_EXTRACT_MENTION_GROUP_H

#include "base/buf.h"
#include "extract/article.h"
#include "extract/lexicon.h"

/** Fills the groups of every tagged sentence, after Abney's chunks ("Parsing
 * by chunks", 1991): each token stands in one group. A group holds whole
 * annotations only. `grammar` comes from tw_grammar_open(). TW_ERR_NOMEM. */
TwStatus
tw_groups_run(const TwLexicon* grammar, TwArticle* article);

/// Appends the groups of a sentence in one line: "N[the police] v[arrested]"
void
tw_groups_dump(const TwArticle* article, const TwSentence* sentence,
               TwBuf* out);

#endif
