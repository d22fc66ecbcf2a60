/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_ANAPHORA_H
#define TW_EXTRACT_MENTION_ANAPHORA_H

#include "base/status.h"
#include "extract/article.h"
#include "extract/lexicon.h"

/** Gives "its", "the gang", "the city" the body, country or city that was named
 * before: in the same paragraph or the one before it and of a fitting type.
 * Where two would do, it is the subject of the sentence or of the one before;
 * where that does not tell either, the group keeps TW_NO_ENTITY. "The court" is
 * the only one so far whose name ends in that word. "It" must be the subject of
 * a verb that does something. After tw_groups_run(); `grammar` comes from
 * tw_grammar_open(). TW_ERR_NOMEM. */
TwStatus
tw_anaphora_run(const TwLexicon* grammar, TwArticle* article);

#endif
