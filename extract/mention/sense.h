/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_SENSE_H
#define TW_EXTRACT_MENTION_SENSE_H

#include "extract/article.h"
#include "extract/lexicon.h"
#include "ontology/gazetteer.h"

typedef TW_VEC(TwAnnotation) TwSenseVec;

/** Says what is meant where names stand, for an article with groups whose
 * pronouns have found their entities: its annotations, in order, and beside
 * them bodies and people that are told of by nouns ("the Peruvian government",
 * "the foreign secretary") and by words that point to them ("he"). A country
 * that acts is a GovernmentBody ("Peru protested"), one before another noun a
 * Nationality ("Peru troops"). Rows live in the article's arena; the article
 * stays as it is. TW_ERR_NOMEM. */
TwStatus
tw_senses_run(const TwGazetteer* gazetteer, const TwLexicon* grammar,
              const TwArticle* article, TwSenseVec* out_senses);

#endif
