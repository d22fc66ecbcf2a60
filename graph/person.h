/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_PERSON_H
#define TW_GRAPH_PERSON_H

#include "graph/namesake.h"

/** Those of one name and kind that are one. */
typedef struct {
  TwPersona persona; ///< Its context is made when it is asked for
  uint32_t first;    ///< References to it: [first, end) of the members
  uint32_t end;
  uint32_t number;   ///< Of the name
  TwStr country;     ///< That most of their articles tell of most, or empty
  uint32_t head;     ///< The first figure that is the same person
  uint32_t next;     ///< The next one, or UINT32_MAX
  TwVerdict verdict; ///< By which it was joined
  bool is_split;     ///< Others of the name are something else
  bool is_told;      ///< There is a context
} TwFigure;

typedef struct {
  TwFusion* fusion;
  TwEntityRef* refs;
  TwContexts contexts;
  TW_VEC(uint32_t) members; ///< References, figure after figure
  TW_VEC(TwFigure) figures;
  TwJudgedVec* judged;
} TwPeople;

/// Keeps a verdict on two references, if it is worth telling
TwStatus
tw_people_tell(TwPeople* people, uint32_t a, uint32_t b, TwVerdict verdict);

/** Joins the people whose names fit (ontology/person_name.h), if what their
 * articles tell of them says so as well: the surer pairs first, and never two
 * whose names do not fit or whom one article tells apart. Where one fits two
 * others who are not one about as well, it joins neither: the triangle is told.
 * Only people who share a part of their names are held against each other, each
 * against the next few. */
TwStatus
tw_people_join(TwPeople* people);

/// Of the figures joined to `head` the one with the fullest name
uint32_t
tw_people_fullest(const TwPeople* people, uint32_t head);

#endif
