/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_EVENT_READ_H
#define TW_EXTRACT_RULE_EVENT_READ_H

#include "extract/rule/draft.h"

/* What event.c, event_compare.c and retell.c share. */

/** An event of the article: its drafts are linked by `fact.event`. */
typedef struct {
  const TwDraft* first; ///< Its first draft
  TwRoleVec roles;      ///< Of all its drafts, each value once; of long
                        ///< tales the first ones
  uint32_t sentence;    ///< Where it was told last
  bool background;
} TwEvent;

/** How the values of one role in an event and a draft compare. */
typedef struct {
  unsigned n_a; ///< Values of the event
  unsigned n_b; ///< Values of the draft
  unsigned n_shared;
  bool vague;    ///< A group of people, or a place inside another
  bool measured; ///< Both have a length of time
} TwCompared;

/// True if both values are one thing, or the same words
bool
tw_event_same_value(const TwArticle* article, const TwRole* a, const TwRole* b);

/// Compares the values of that role of an event, `a`, and of a draft, `b`
TwCompared
tw_event_compare(const TwArticle* article, const TwRoleVec* a,
                 const TwRoleVec* b, TwStr role);

/// True if facts with another value there tell of another event: what the rule
/// requires; all that a pattern emits
bool
tw_event_is_core(const TwRule* rule, TwStr name);

/// True for a constant and a count: it must be the same
bool
tw_event_is_exact(const TwRule* rule, const TwRole* role);

/// True for what may happen or is planned. It goes on with what happened only
/// where both name the same: "killed X and tried to kill three men".
bool
tw_event_is_plan(const TwDraft* draft);

/// True if the draft tells of the same kind of deed, in the same way, and on no
/// other day
bool
tw_event_is_alike(const TwEvent* event, const TwDraft* draft);

#endif
