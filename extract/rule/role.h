/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_ROLE_H
#define TW_EXTRACT_RULE_ROLE_H

#include "extract/rule/value.h"

/* Inside of frames: how a role finds its values. */

#define TW_ROLE_MAX 32 /* bits of a mask of roles */

/** A frame at a trigger while its roles are filled. */
typedef struct {
  TwRuleReading* reading;
  const TwRule* rule;
  const TwPositions* positions;
  TwDraft draft;
  uint32_t counts[TW_ROLE_MAX]; ///< How many values each role has
  uint32_t astray; ///< The group from which on another list is told ("with
                   ///< prior CONVICTIONS for …"), or UINT32_MAX
  uint32_t groups[TW_ROLE_MAX]; ///< The group that filled each role first, or
                                ///< UINT32_MAX
} TwFrame;

/// True if the filler stands at that place: what "of" and "by" lead is also
/// object and subject
bool
tw_role_is_at(const TwFiller* filler, const TwPlaceAt* place);

/// Fills the role from the places it may stand in, from the filler of another
/// role, or from the sentence
void
tw_role_fill(TwFrame* frame, uint32_t index);

/// True if something stands where only the role's values may stand
bool
tw_role_is_foreign(const TwFrame* frame, uint32_t index);

/// True if the values of the role are words in a list, not things
bool
tw_role_is_listing(const TwRuleRole* role);

/// The value that group `group` has for the role if it stands at `place`,
/// which may be NULL; false if it has none
bool
tw_role_read(const TwFrame* frame, const TwRuleRole* role,
             const TwPlaceAt* place, uint32_t group, TwValue* out_value);

/// Adds a value to a role, once; returns it, or NULL for a silent role
TwRole*
tw_role_add(TwFrame* frame, uint32_t index, const TwValue* value);

/** The day of the scene that the trigger's sentence goes on with: that which
 * one of the few sentences before told, in this paragraph or the one before, if
 * neither it nor what stands between tells of another time. False if there is
 * none. `*out_evidence` is all that stands from there to the end of the
 * trigger's sentence. */
bool
tw_role_day(TwFrame* frame, TwValue* out_value, TwSpan* out_evidence);

/// Fills a role that has no value from what its rule names instead
void
tw_role_default(TwFrame* frame, uint32_t index);

#endif
