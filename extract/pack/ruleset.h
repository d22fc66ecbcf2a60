/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_RULESET_H
#define TW_EXTRACT_PACK_RULESET_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/pack/prefilter.h"
#include "extract/pack/rule.h"
#include "extract/text/morphology.h"

/** The rules of all packs, in the order of their ids. Read-only after loading:
 * threads share it. */
typedef struct TwRuleSet TwRuleSet;

/** What rules are read from, and how. */
typedef struct {
  const char* const* dirs; ///< Folders of packs
  size_t n_dirs;
  size_t n_tested; ///< How many of them, the first ones, come with the program:
                   ///< that PCRE2 takes their patterns is known
  const TwMorphology* morphology; ///< Or NULL; borrowed
  bool use_jit; ///< Patterns run by PCRE2's just-in-time compiler
} TwRuleSource;

/** Reads every pack (*.yaml) below each folder, in the order of their names.
 * Errors name file, line and column (TW21xx). Returns owned. TW_ERR_RULE,
 * TW_ERR_READ. */
TwStatus
tw_ruleset_open(const TwRuleSource* source, TwDiagSink* sink,
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

/// True if rules are looked up by `word`, a folded word or a lemma: a trigger
/// or a cue begins with it, or a pattern hangs on it
bool
tw_ruleset_asks(const TwRuleSet* rules, TwStr word);

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

/// True if the rule says that it beats the other one
bool
tw_rule_beats(const TwRule* rule, const TwRule* other);

/// What chooses the patterns of a sentence; borrows
const TwPrefilter*
tw_ruleset_prefilter(const TwRuleSet* rules);

#endif
