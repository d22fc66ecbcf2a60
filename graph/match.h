/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_MATCH_H
#define TW_GRAPH_MATCH_H

#include "graph/judge.h"
#include "graph/moment.h"
#include "graph/office.h"

/** A value that tells an event from others of its class. */
typedef struct {
  const TwProperty* property;
  uint32_t thing;  ///< Draft, or TW_NO_THING for words
  TwType type;     ///< Of the thing
  TwStr country;   ///< Of the thing, if it is a place
  TwStr folded;    ///< The words
  uint32_t entity; ///< Of the article, or TW_NO_ENTITY
  TwOffice office;
} TwEventValue;

/** Runs of words (graph/quoted.h), sorted, each once. */
typedef struct {
  const uint64_t* at;
  size_t n;
} TwRuns;

/** An event as one article tells it. */
typedef struct {
  const TwClass* class_;
  uint32_t article;
  TwGraphBytes place; ///< Its first trigger
  TwStr key;
  TW_VEC(TwEventValue) values; ///< Those of the class's tw:identifiedBy
  bool has_moment;
  bool inferred; ///< The moment is taken from context
  TwMoment moment;
  uint64_t count;        ///< 0 if not said
  bool approximate;      ///< "about", "at least" so many
  TwRuns said;           ///< What is quoted, if the class has a speaker
  TwRuns told;           ///< All words that tell so
  const uint32_t* story; ///< Things of the article that few others name,
                         ///< sorted
  uint32_t n_story;
  bool only;           ///< The article tells of no other of its class
  bool alone;          ///< People said that no other article tells of it
  bool recap;          ///< Told as background only
  bool planned;        ///< Possible or planned only
  uint32_t first_fact; ///< In the list of event facts: [first_, end_fact)
  uint32_t end_fact;
} TwLocalEvent;

/** Whether two events are to be taken for one, how well they fit and why. Two
 * of different articles are one only if nothing excludes it (a date, a count,
 * other people, another kind), at least two things agree, and one of these says
 * much: a person to whom it happens or two who act, a count, a date within two
 * months. That both articles tell one story, because `is_story` says so or
 * because they name three things that few name, agrees as well, and says much
 * if two values do; but people who do the same again and again (TwClass.recurs)
 * may do so in one story, unless two of them do so together. Words in quotation
 * marks, or whole sentences, that both have agree and say much in one story or
 * on one day, many of them alone. Counts that differ by a fifth at most do not
 * exclude it if three other values agree; words that have none in common speak
 * against it. Whom one article names may be "an agent of the police" in the
 * other, if he is one in the first; that says much if a person agrees. Where
 * each article tells of one such event only, they may contradict each other
 * more: in one story, on one day and at one place one count may be twice the
 * other; what happened to one person may have two days of one week, if two
 * values agree; and one value may differ if a count, a date and a third value
 * agree. Events in which one person dies (tw:deathOf) are one, of one article
 * or two, unless they are told of days that are months apart. */
TwVerdict
tw_match_judge(const TwLocalEvent* a, const TwLocalEvent* b, bool is_story);

/// True if the two cannot be one: of one article or of different classes, or
/// a date, a count or other people exclude it, as told for tw_match_judge()
bool
tw_match_excluded(const TwLocalEvent* a, const TwLocalEvent* b);

#endif
