/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_RULESET_H
#define TW_EXTRACT_RULE_RULESET_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/rule/rule.h"
#include "extract/text/morphology.h"

/** The rules of all packs, in the order of their ids. Read-only after loading:
 * threads share it. */
typedef struct TwRuleSet TwRuleSet;

/** Reads every pack (*.yaml) below each of `dirs`, in the order of their names,
 * and compiles them; borrows `morphology`. `use_jit`: patterns run by PCRE2's
 * just-in-time compiler. Errors name file, line and column (TW21xx). Returns
 * owned. TW_ERR_RULE, TW_ERR_READ. */
TwStatus
tw_ruleset_open(const char* const* dirs, size_t n_dirs,
                const TwMorphology* morphology, bool use_jit, TwDiagSink* sink,
                TwRuleSet** out_rules);

/// Accepts NULL
void
tw_ruleset_free(TwRuleSet* rules);

size_t
tw_ruleset_count(const TwRuleSet* rules);

const TwRule*
tw_ruleset_at(const TwRuleSet* rules, size_t i);

/// The index of the rule called `id`; SIZE_MAX if there is none
size_t
tw_ruleset_find(const TwRuleSet* rules, TwStr id);

/// False if no frame has the token's lemma as the first word of a trigger of
/// that kind
bool
tw_ruleset_may_trigger(const TwRuleSet* rules, const TwToken* token,
                       TwMorphClass kind);

/** Calls `visit` for each frame that has `lemma` (folded) as the first word of
 * a trigger: of a verb, a noun or an adjective as `kind` says (TW_MORPH_VERB
 * …). In the order of ids. */
void
tw_ruleset_frames(const TwRuleSet* rules, TwStr lemma, TwMorphClass kind,
                  void (*visit)(void* data, const TwRule* rule,
                                const TwWords* trigger),
                  void* data);

/// True if the rule is one of texts in `language` (BCP 47); if that is no
/// code of two letters ("und"), all rules are
bool
tw_rule_reads(const TwRule* rule, TwStr language);

/// The longest cue that starts with token `first` of tokens [first, end), and
/// how many tokens it has; NULL if none does
const TwRule*
tw_ruleset_cue(const TwRuleSet* rules, const TwToken* tokens, uint32_t first,
               uint32_t end, uint32_t* out_length);

/** A pattern that matched: token range and, for each slot, its token range
 * (first == end for one that is not filled). */
typedef struct {
  const TwRule* rule;
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  const uint32_t (*slots)[2];
  size_t n_slots;
} TwPatternHit;

typedef TW_VEC(TwPatternHit) TwPatternHitVec;

/// True if the rule says that it beats the other one
bool
tw_rule_beats(const TwRule* rule, const TwRule* other);

/** What one thread's matching needs: PCRE2's match data, contexts, stack. */
typedef struct TwMatchScratch TwMatchScratch;

/// Who looks on while rules read: extract/rule/watch.h
typedef struct TwRuleWatch TwRuleWatch;

/// Returns owned, or NULL
TwMatchScratch*
tw_match_scratch_new(const TwRuleSet* rules);

/// Accepts NULL
void
tw_match_scratch_free(TwMatchScratch* scratch);

/** Runs the patterns that may match over the sentence's atom text and adds the
 * hits in the order of the text; all patterns' hits, overlaps included. A
 * pattern that runs into PCRE2's limits is skipped here, told to `sink` as
 * warning TW3201 and counted. */
TwStatus
tw_ruleset_match(const TwRuleSet* rules, TwMatchScratch* scratch,
                 const TwArticle* article, const TwSentence* sentence,
                 TwArena* arena, TwDiagSink* sink, TwPatternHitVec* hits);

#endif
