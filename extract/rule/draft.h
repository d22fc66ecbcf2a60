/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_DRAFT_H
#define TW_EXTRACT_RULE_DRAFT_H

#include "extract/rule/ruleset.h"
#include "ontology/gazetteer.h"

/* What the steps from rules to facts share: the drafts of one article's facts.
 * match.c runs rules and makes drafts, cue.c weakens them, attribution.c gives
 * them speakers, event.c joins those of one event. */

typedef TW_VEC(TwRole) TwRoleVec;

/** A fact in the making. Its own `fact.roles` are set at the very end. */
typedef struct {
  TwFact fact;
  TwRoleVec roles;
  const TwRule* rule;
  uint32_t sentence; ///< Index in article->sentences
  uint32_t first;    ///< Tokens [first, end) that the rule read
  uint32_t end;
  uint32_t token;   ///< The trigger's head; a pattern's first token
  uint32_t n_words; ///< Of the trigger or the pattern, in tokens
  TwForm form;      ///< Of a frame
  /** What the fact's speaker says, tokens; both 0 if nothing. */
  uint32_t content_first;
  uint32_t content_end;
  uint32_t number; ///< In the order of making
  bool background; ///< Recap words or an old date stand with it
  bool lost;       ///< Another reading of the same words won, or it is empty
  const TwRule* winner; ///< Whose reading won; NULL if none did
} TwDraft;

typedef TW_VEC(TwDraft) TwDraftVec;

/** A cue of the article and what it reaches. */
typedef struct {
  const TwRule* rule;
  uint32_t first; ///< Its own tokens [first, end)
  uint32_t end;
  uint32_t scope_first; ///< What it marks, tokens [scope_first, scope_end)
  uint32_t scope_end;
} TwCue;

typedef TW_VEC(TwCue) TwCueVec;

/** Somebody says something: who, and which words. */
typedef struct {
  uint32_t speaker; ///< Entity, or TW_NO_ENTITY
  TwStr words;      ///< Of a speaker who is no entity
  uint32_t sentence;
  uint32_t first; ///< What is said, tokens [first, end)
  uint32_t end;
} TwSaying;

typedef TW_VEC(TwSaying) TwSayingVec;

/** The reading of one article by rules. Lives in article->arena. */
typedef struct {
  const TwGazetteer* gazetteer;
  const TwLexicon* grammar;
  const TwRuleSet* rules;
  TwMatchScratch* scratch;
  TwDiagSink* sink;
  TwArticle* article;
  uint32_t* people; ///< By group: its TW_TYPE_GROUP entity, or TW_NO_ENTITY
  uint32_t* sentence_of; ///< By group
  TwCueVec cues;
  TwSayingVec sayings;
  TwDraftVec drafts;
} TwRuleReading;

/// The index of the group that covers token `token` of the sentence, or
/// UINT32_MAX
uint32_t
tw_group_of(const TwArticle* article, const TwSentence* sentence,
            uint32_t token);

#endif
