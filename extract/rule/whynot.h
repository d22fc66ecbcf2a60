/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_WHYNOT_H
#define TW_EXTRACT_RULE_WHYNOT_H

#include "extract/rule/failure.h"

/** Why a rule makes no fact of a text: how far it got where it got furthest,
 * and what failed there. */
typedef struct {
  size_t n_facts;      ///< It does make so many; all below is empty then
  const TwDraft* lost; ///< It read something that was lost; or NULL
  bool has_place;      ///< It got as far as to a place of the text:
  uint32_t sentence;   ///< its sentence,
  uint32_t first;      ///< and what it took, tokens [first, end)
  uint32_t end;
  TwForm form;       ///< Of a frame at its trigger, or TW_FORM_COUNT
  size_t n_matched;  ///< Of a pattern: so many elements are there …
  size_t n_elements; ///< … of so many
  TwFailureVec failures;
} TwWhyNot;

/** Looks into the trace of an article that was read. `rules` are those it was
 * read by. Grows in `arena`. TW_ERR_NOMEM. */
TwStatus
tw_why_not(const TwRuleSet* rules, const TwRule* rule, const TwArticle* article,
           const TwTrace* trace, TwArena* arena, TwWhyNot* out);

#endif
