/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_REFER_H
#define TW_EXTRACT_RULE_REFER_H

#include "extract/article.h"
#include "extract/lexicon.h"

/// Opens lexicon/LANGUAGE/reference.tsv below the data directory; returns
/// owned (see tw_lexicon_open)
TwStatus
tw_refer_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words);

/** Gives noun groups that point to a person of the article their entity: a
 * pronoun the person who was the subject before it, as far as their names do
 * not show another sex, but not who does something to him, who says it of him,
 * or one of two who are told of together; "I" in a quotation who speaks; an
 * office with a definite article or an owner ("the minister") the only person
 * who has that title; "the defendant" and "the victim" the person who is told
 * of as one ("X was arrested"), "the 40-year-old" who is of that age, "the
 * teenager" the only young one, and "the defendants" all of them, in its
 * `members`. In doubt a group stays without.
 * `grammar` comes from tw_grammar_open(). TW_ERR_NOMEM. */
TwStatus
tw_refer_run(const TwLexicon* grammar, const TwLexicon* words,
             TwArticle* article);

/// The age in tokens [first, end), empty if there is none
TwStr
tw_refer_age(const TwArticle* article, uint32_t first, uint32_t end);

/// True if a person whose first name has these bits of the gazetteer may be
/// called so: not "the woman" for Juan
bool
tw_refer_may_be(const TwLexicon* words, const TwToken* noun, uint32_t bits);

#endif
