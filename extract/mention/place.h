/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PLACE_H
#define TW_EXTRACT_MENTION_PLACE_H

#include "extract/mention/scan.h"

/** Chooses among the meanings of each place of the article: the region or
 * country that stands right behind it ("Springfield, Missouri") decides, then
 * a region or country named elsewhere in the article, then population. */
TwStatus
tw_places_choose(const TwGazetteer* gazetteer, const TwArticle* article,
                 TwMentionVec* mentions);

#endif
