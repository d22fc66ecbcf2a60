/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PLACE_H
#define TW_EXTRACT_MENTION_PLACE_H

#include "extract/mention/scan.h"

/** Countries that an article names. */
typedef struct {
  bool any;
  bool has[26 * 26]; ///< By the letters of the ISO code
} TwCountries;

/// Adds the country of that code; others are left out
void
tw_countries_add(TwCountries* countries, TwStr code);

/// True if the word is a city of one of the countries, and no name of a person
/// or other word
bool
tw_place_is_local(const TwGazetteer* gazetteer, const TwToken* token,
                  const TwCountries* countries);

/** Chooses among the meanings of each place of the article: the office or the
 * region or country that stands right behind it decides ("Georgia's governor",
 * "Springfield, Missouri"), then a region or country named elsewhere in the
 * article, then population. */
TwStatus
tw_places_choose(const TwGazetteer* gazetteer, const TwArticle* article,
                 TwMentionVec* mentions);

#endif
