/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_FAILURE_H
#define TW_EXTRACT_RULE_FAILURE_H

#include "extract/rule/trace.h"

typedef enum {
  TW_FAIL_BLOCKED, ///< The rule refuses a question, a plan …
  TW_FAIL_VOICE,   ///< It wants the other voice
  TW_FAIL_WITHOUT, ///< One of the words that it bars stands there
  TW_FAIL_WITH,    ///< None of the words that it wants stands there
  TW_FAIL_ROLE,    ///< A role that it requires is missing
  TW_FAIL_LEAST,   ///< Too few of several roles are filled
  TW_FAIL_ELEMENT, ///< A part of a pattern does not match
  TW_FAIL_WORDS,   ///< No word of its trigger or cue is there
  TW_FAIL_CLASS,   ///< The trigger's word is there, but no verb, or a name
  TW_FAIL_REST,    ///< Of several words the first is there only
  TW_FAIL_HEAD,    ///< The trigger stands where nobody stands around it
  TW_FAIL_SCOPE,   ///< No fact stands in reach of the cue
  TW_FAIL_COUNT
} TwFailKind;

/// "blocked", "voice" …; static
TwStr
tw_fail_name(TwFailKind kind);

/** Something without which a rule makes no fact, and what stood in its place.
 */
typedef struct {
  TwFailKind kind;
  TwStr element;  ///< "negated", "person", "by+place", "<Person a>"
  TwStr wanted;   ///< "Person or Group at object"; or empty
  uint32_t first; ///< What stood there, tokens [first, end); empty for nothing
  uint32_t end;
  TwStr type; ///< What that was recognised as: "Place"; or empty
} TwFailure;

typedef TW_VEC(TwFailure) TwFailureVec;

/// Adds all that kept a frame from making a fact at a trigger; grows in
/// `arena`
void
tw_failures_of_frame(const TwArticle* article, const TwMissed* missed,
                     TwArena* arena, TwFailureVec* out);

/// What tokens [first, end) were recognised as, or the empty text; static
TwStr
tw_failure_type(const TwArticle* article, uint32_t first, uint32_t end);

#endif
