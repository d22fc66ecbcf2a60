/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_OVERLAP_H
#define TW_EXTRACT_MENTION_OVERLAP_H

#include "extract/article.h"
#include "ontology/gazetteer.h"

/** Takes away the dates, times and durations that are only a part of a longer
 * name that the gazetteer has: the month of "Mar del Plata", the day of "The
 * Sunday Courier". Both ends of the name must be capitalised. */
void
tw_overlap_drop_times(const TwGazetteer* gazetteer, TwArticle* article);

#endif
