/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_JUDGE_H
#define TW_GRAPH_JUDGE_H

#include "graph/context.h"
#include "ontology/person_name.h"

/** Why two names are held to be one thing's, or are not; bits. */
typedef enum {
  TW_REASON_ENTRY = 1 << 0,      ///< One entry of the gazetteer
  TW_REASON_NAME = 1 << 1,       ///< One full name and kind
  TW_REASON_ALIAS = 1 << 2,      ///< An article says so
  TW_REASON_CORRECTED = 1 << 3,  ///< People said so
  TW_REASON_FULLER = 1 << 4,     ///< Further names in one
  TW_REASON_ORDER = 1 << 5,      ///< The surname stands first in one
  TW_REASON_NICKNAME = 1 << 6,   ///< A nickname, another spelling
  TW_REASON_INITIAL = 1 << 7,    ///< A letter for a word
  TW_REASON_SOUND = 1 << 8,      ///< Written otherwise from another script
  TW_REASON_FORM = 1 << 9,       ///< The article of the one uses the other
  TW_REASON_COMPANY = 1 << 10,   ///< The same others are named
  TW_REASON_FACT = 1 << 11,      ///< The same office, relative, membership
  TW_REASON_EVENT = 1 << 12,     ///< The same happened on the same day
  TW_REASON_SETTING = 1 << 13,   ///< The same bodies, places or time
  TW_REASON_COMMON = 1 << 14,    ///< The name is one that many have
  TW_REASON_COUNTRIES = 1 << 15, ///< The articles tell of other countries
  TW_REASON_NATIONS = 1 << 16,   ///< Nationals of different countries
  TW_REASON_BOTH = 1 << 17,      ///< One article tells of both
  TW_REASON_RIVALS = 1 << 18,    ///< Two others, who are not one, fit as well
  TW_REASON_KINDS = 1 << 19,     ///< Kinds that exclude each other
  TW_REASON_ACRONYM = 1 << 20,   ///< First letters of the other name
  /* Of events: */
  TW_REASON_DATE = 1 << 21,
  TW_REASON_COUNT = 1 << 22,
  TW_REASON_PEOPLE = 1 << 23, ///< The same people take part
  TW_REASON_ROLE = 1 << 24,   ///< Another role has the same value
  TW_REASON_STORY = 1 << 25,  ///< The articles tell one story
  TW_REASON_DEATH = 1 << 26,  ///< The same one dies in both
  TW_REASON_NEAR = 1 << 27,   ///< Counts nearly agree
  TW_REASON_WORDS = 1 << 28,  ///< The same words are said
} TwReason;

typedef enum {
  TW_JUDGED_UNRELATED, ///< Nothing to speak of
  TW_JUDGED_APART,
  TW_JUDGED_UNDECIDED,
  TW_JUDGED_SAME,
} TwJudgement;

/** What is held of two, and why. */
typedef struct {
  TwJudgement judgement;
  int score;        ///< What speaks for it, less what speaks against it
  uint32_t reasons; ///< TwReason
} TwVerdict;

/** Somebody or something as some articles tell of it. */
typedef struct {
  TwPersonName name; ///< Of a person
  TwContext context;
  TwStr home;         ///< The country that it is likely of, or empty
  bool is_home_known; ///< It is said so
  bool is_common;     ///< So many have his names that another may have both
} TwPersona;

/** Weighs two whose names fit so: each thing that both contexts tell counts,
 * and so do countries that differ. A common name alone is nobody's. */
TwVerdict
tw_judge(const TwPersona* a, const TwPersona* b, TwNameFit fit, bool is_form);

/// Appends the reasons in words
void
tw_reasons_add(TwBuf* out, uint32_t reasons);

#endif
