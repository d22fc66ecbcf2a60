/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_COREF_H
#define TW_EXTRACT_MENTION_COREF_H

#include "extract/mention/scan.h"

/** Joins the mentions of an article into things and adds them to
 * article->entities, in the order of their first mention. Names of the same
 * entry of the gazetteer are one thing; so are a nationality and its country,
 * an acronym and the body it was defined for, a short name and the longest
 * full name it fits ("Prado" and "Olga Prado Ruiz"). Two different full names
 * stay two. `classes`: TwWordClass bits of each
 * token. `entities` gets the thing of each mention, or TW_NO_ENTITY. */
TwStatus
tw_coref_run(const TwGazetteer* gazetteer, TwArticle* article,
             const uint32_t* classes, TwMentionVec* mentions,
             uint32_t* entities);

#endif
