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
 * them what nouns tell of without naming it (bodies, people, facilities, a
 * person by a title) and words that point to somebody ("he", "we"). A country
 * that acts or takes part is a GovernmentBody ("Peru protested", "talks with
 * Peru"), one that says whose something is a Nationality ("Peru troops", "the
 * army of Peru"). A title that a longer row tells of has no row of its own.
 * Rows live in the article's arena; the article stays as it is.
 * TW_ERR_NOMEM. */
TwStatus
tw_senses_run(const TwGazetteer* gazetteer, const TwLexicon* grammar,
              const TwArticle* article, TwSenseVec* out_senses);

#endif
