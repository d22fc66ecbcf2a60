/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_NAMESAKE_H
#define TW_GRAPH_NAMESAKE_H

#include "graph/judge.h"

/** Two entities of different articles and what was held of them. */
typedef struct {
  uint32_t article[2];
  uint32_t entity[2];
  TwVerdict verdict;
} TwJudged;

typedef TW_VEC(TwJudged) TwJudgedVec;

/** Finds which entities of one name and kind are one thing, which people of
 * other names are, and gives these one key.
 *
 * People of one full name are one unless the name is common or their articles
 * tell of different countries and nothing else joins them. So are bodies and
 * places of which the gazetteer has no entry: each country has its supreme
 * court. Then come people whose names fit (graph/person.h).
 *
 * Each is held against the next few, so that the work grows with their number.
 *
 * `refs` are in the order of the articles. What was not joined and is worth
 * telling comes to `judged`, which lives in the run's scratch arena. */
TwStatus
tw_namesake_run(TwFusion* fusion, TwEntityRef* refs, size_t n,
                TwJudgedVec* judged);

#endif
