/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_CONFLICT_H
#define TW_GRAPH_CONFLICT_H

#include "graph/fusion.h"

/* What the articles disagree on. Each finder looks for some kinds:
 *
 *   contradiction  values that exclude each other; what another one denies
 *   chronology     dates that cannot be: of acts of the dead, or of what is
 *                  told as done before its day
 *   arithmetic     parts that do not add up (graph/sum.h)
 *   certainty      one article asserts what another only alleges
 *   omission       one article leaves out of a list what another has in it
 *   possible       values that differ and may both be right
 *   identity       two names that may be one person's
 *   granularity    one value is finer than the other
 *   wording        one thing by other words
 *
 * They make statements `contested`, and `withheld` if these get no direct
 * triple therefore. */

/// Of dates of events: chronology, where every article that tells the date came
/// out before it and tells what happened as done. One that no article writes
/// out with its year, or that is near, is only withheld: it was reckoned
/// wrongly, or is a plan. To be called before tw_conflict_values(), which
/// leaves such dates out.
TwStatus
tw_conflict_future(TwFusion* fusion);

/// Of a property that can hold one value only: contradiction, possible,
/// granularity. A value that was only inferred gives way to one that is told;
/// of several that were inferred the earliest goes first. Sets `date` of
/// events.
TwStatus
tw_conflict_values(TwFusion* fusion);

/// Of one statement, or of groups of people that are the same by their count,
/// within an article as well: certainty; contradiction where it is denied. What
/// one article says counts as surely as it says it anywhere. Time goes on: what
/// was alleged weeks before somebody asserts it is no doubt, and what is denied
/// at another time, no contradiction.
TwStatus
tw_conflict_certainty(TwFusion* fusion);

/// Of the statements [first, end), which are of one property: certainty, where
/// groups that are the same by their count are "alleged members" here and
/// members there. That they took part is not doubted.
TwStatus
tw_conflict_membership(TwFusion* fusion, uint32_t first, uint32_t end);

/// Of a property whose values are told as lists: omission. Only lists are
/// compared of which one has all that the other has; of several people ("12
/// men") whom articles name. An article that names the thing elsewhere omits
/// nothing.
TwStatus
tw_conflict_omission(TwFusion* fusion);

/// Of relations that words tell, an office or a kinship: wording, where
/// articles of the same days use words of which neither are short for the
/// others
TwStatus
tw_conflict_wording(TwFusion* fusion);

/// Of properties of events that are told in words, such as a punishment:
/// granularity, wording, possible where other figures stand beside the same
/// words
TwStatus
tw_conflict_words(TwFusion* fusion);

/// Of those who take part in an event: identity, where two papers give them
/// names that have a part in common, and nowhere the other's; granularity,
/// where one names the only one and the other does not; possible, where they
/// name other killers
TwStatus
tw_conflict_actors(TwFusion* fusion);

/// Of dates that are told and of which both cannot be: chronology. Which
/// events end a life and in which roles one is alive is in the vocabulary.
TwStatus
tw_conflict_order(TwFusion* fusion);

/// Decides which statements get direct triples, after all finders
TwStatus
tw_conflict_direct(TwFusion* fusion);

/** Statements by their indexes. */
typedef TW_VEC(uint32_t) TwStatementIndexes;

/// Appends a statement, in the scratch arena. TW_ERR_NOMEM.
TwStatus
tw_conflict_keep(const TwFusion* fusion, TwStatementIndexes* kept,
                 uint32_t statement);

/// Adds a conflict; its lists are copied, its statements become contested, its
/// IRI is made
TwStatus
tw_conflict_add(TwFusion* fusion, const TwConflict* conflict);

/** Statements of one property, of which some may stand against others. */
typedef struct {
  uint32_t about; ///< Thing
  TwStr predicate;
  const uint32_t* statements;
  size_t n;
  const void* data; ///< For `relate`
  /// How alternative `a` stands to `b`, the same both ways; 0: not at all
  int (*relate)(const TwFusion* fusion, const void* data, uint32_t a,
                uint32_t b);
  const TwStr* kinds; ///< What each relation is as a conflict, the worst last
} TwAlternatives;

/// Adds a conflict for each group of alternatives that stand against each other
TwStatus
tw_conflict_tell_groups(TwFusion* fusion, const TwAlternatives* all);

/// The same for all values of one property: the statements [first, first + n).
/// Of `all` only `data`, `relate` and `kinds` count.
TwStatus
tw_conflict_tell_range(TwFusion* fusion, uint32_t first, uint32_t n,
                       TwAlternatives all);

/// Lets the statements of a conflict get no direct triples
void
tw_conflict_withhold(TwFusion* fusion, const TwConflict* conflict);

/// Articles of so many days tell of one time
#define TW_CONFLICT_DAYS 14

/// How many days after article `b` article `a` came out; 0 if a day is not
/// known
int64_t
tw_conflict_days(const TwFusion* fusion, uint32_t a, uint32_t b);

/// True if the two came out within as many days, or a day is not known
bool
tw_conflict_at_once(const TwFusion* fusion, uint32_t a, uint32_t b);

/// How many of the long words of `a` stand in `b`; `*out_n`: of how many.
/// Figures are no words.
size_t
tw_conflict_shared_words(TwStr a, TwStr b, size_t* out_n);

/// True if an article tells `a` and not `b`, and another one `b` and not `a`
bool
tw_conflict_is_apart(const TwFusion* fusion, const TwStatement* a,
                     const TwStatement* b);

/// True if the articles are not known to be of one paper: what it tells
/// otherwise later it has learnt, or was misread
bool
tw_conflict_is_of_two(const TwFusion* fusion, uint32_t a, uint32_t b);

/// True if articles of two papers tell one of them each and not the other
bool
tw_conflict_is_disputed(const TwFusion* fusion, const TwStatement* a,
                        const TwStatement* b);

/// True if articles of two papers and about the same days tell one of them
/// each, and none tells both, as of an office and a second one. Offices change:
/// only of events a day may be unknown. They are of one language: another one
/// has other words.
bool
tw_conflict_is_told_at_once(const TwFusion* fusion, const TwStatement* a,
                            const TwStatement* b);

/// True if article `document` tells it
bool
tw_conflict_tells(const TwFusion* fusion, const TwStatement* statement,
                  uint32_t document);

/// True if an article tells it in a sentence that has the whole name of `thing`
bool
tw_conflict_names(const TwFusion* fusion, const TwStatement* statement,
                  uint32_t thing);

/// True if no article tells it in words
bool
tw_conflict_is_inferred(const TwFusion* fusion, const TwStatement* statement);

/// The end of the statements that begin with `first` and are of its subject
/// and property
uint32_t
tw_conflict_end(const TwFusion* fusion, uint32_t first);

/// The end of the statements that begin with `first` and are of its subject
uint32_t
tw_conflict_end_of_subject(const TwFusion* fusion, uint32_t first);

#endif
