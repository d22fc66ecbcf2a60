/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_PREFILTER_H
#define TW_EXTRACT_PACK_PREFILTER_H

#include "base/map.h"
#include "extract/pack/pattern.h"
#include "extract/pack/rule.h"

/** Rules of more languages are asked whatever that of a text is. */
#define TW_MOST_LANGUAGES 32

/** Which patterns are worth a try on a sentence. Each pattern hangs on the
 * atoms of one need of it, so that what a sentence does not have costs
 * nothing, however many rules there are. */
typedef struct {
  const TwRule** rules; ///< Those with a pattern, in the order of ids
  size_t n_rules;
  TwMap numbers; ///< Of the words of needs and starts, from 1
  const TwRule* languages[TW_MOST_LANGUAGES]; ///< The first rule of each
  size_t n_languages;
  TW_VEC(struct TwLink) links;
  TW_VEC(uint32_t) words;        ///< By number: first of a chain in `links`
  uint32_t types[TW_TYPE_COUNT]; ///< First of the chains in `links`
  uint32_t always;               ///< Patterns that need nothing
  size_t n_groups;               ///< The most that a pattern has
  TwCodes* codes;                ///< Compiled, for all threads
} TwPrefilter;

/** A pattern of a chain. */
struct TwLink {
  const TwWay* way; ///< Of its pattern
  uint32_t rule;
  uint32_t next;     ///< Or TW_NO_LINK
  uint32_t language; ///< Index in `languages`
};

#define TW_NO_LINK UINT32_MAX

/// Makes it of rules in the order of ids; lives in `arena`, but for the map and
/// the codes
TwStatus
tw_prefilter_build(TwPrefilter* prefilter, TwArena* arena,
                   const TwRule* const* rules, size_t n_rules);

/// True if a pattern hangs on that word or lemma
bool
tw_prefilter_hangs_on(const TwPrefilter* prefilter, TwStr word);

/// How many of the atoms, from the first on, have what is needed at them or
/// behind; 0 if none is it
size_t
tw_prefilter_reach(const TwNeed* need, const TwAtoms* atoms);

/// Tells of each pattern of rules that read `language` at how many atoms, from
/// the first on, it may start matching; `limits` has room for all. True if one
/// may anywhere.
bool
tw_prefilter_run(const TwPrefilter* prefilter, TwStr language,
                 const TwAtoms* atoms, uint32_t* limits);

#endif
