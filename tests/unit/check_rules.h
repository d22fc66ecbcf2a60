/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_TESTS_UNIT_CHECK_RULES_H
#define TW_TESTS_UNIT_CHECK_RULES_H

#include "extract/pack/ruleset.h"

/// The first text that packs start with: a name, a version, a language
#define PACK "pack: p\nversion: 1\nlanguage: en\n"

/// Reads packs, files called p.yaml, q.yaml …; what was told is in
/// check_rules_told() then. NULL if they are wrong. Frees the rules that an
/// earlier call returned.
TwRuleSet*
check_rules_open(const char* const* packs, size_t n_packs, bool use_jit);

/// The same, with JIT, as of packs that come with the program
TwRuleSet*
check_rules_tested(const char* const* packs, size_t n_packs);

/// The same as check_rules_open() for one pack, with JIT
TwRuleSet*
check_rules_read(const char* pack);

/// All that was told while the packs were read, as it is printed, but for the
/// folder they stand in; static
const char*
check_rules_told(void);

/// The sink that check_rules_told() shows; forgets what it showed
TwDiagSink*
check_rules_sink(void);

/// Reads the packs with ever more allocations allowed until they suffice; all
/// attempts before must end as TW_ERR_NOMEM
void
check_rules_no_memory(const char* pack);

/// English; lasts as long as the process
const TwMorphology*
check_rules_morphology(void);

/** Makes an article of one sentence from words with a space between; "DT/the"
 * gives a word a tag, "<Person Ana Prado>" annotates. Static until the next
 * call. */
const TwArticle*
check_rules_article(const char* text);

/** What the rules' patterns find in such a sentence, "rule.id: slot=words;
 * slot=words", a line a hit. Static until the next call. */
const char*
check_rules_hits(const TwRuleSet* rules, const char* text);

/// What comes back when they match such a sentence
TwStatus
check_rules_match(const TwRuleSet* rules, const char* text);

/// Frees what check_rules_open() returned
void
check_rules_close(void);

#endif
