/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_DRAFT_H
#define TW_EXTRACT_RULE_DRAFT_H

#include "extract/rule/match.h"
#include "ontology/gazetteer.h"

/* What the steps from rules to facts share: the drafts of one article's facts.
 * match.c runs rules and makes drafts, cue.c weakens them, attribution.c gives
 * them speakers, event.c joins those of one event. */

typedef TW_VEC(TwRole) TwRoleVec;

/** Somebody says something: who, and which words. */
typedef struct {
  uint32_t speaker; ///< Entity, or TW_NO_ENTITY
  TwStr words;      ///< Of a speaker who is no entity
  uint32_t sentence;
  uint32_t first; ///< What is said, tokens [first, end)
  uint32_t end;
  TwStr date;         ///< When it is said, if that is told; else empty
  const TwRule* rule; ///< That found it
  uint32_t by_first;  ///< The words that say so, tokens [by_first, by_end)
  uint32_t by_end;
} TwSaying;

typedef TW_VEC(TwSaying) TwSayingVec;

/** Why a reading lost. The order is that in which two are compared. */
typedef enum {
  TW_LOSS_NONE,
  TW_LOSS_BEATEN,   ///< The other rule says that it `beats` this one
  TW_LOSS_SHORTER,  ///< The other one takes more words
  TW_LOSS_PRIORITY, ///< The other rule has a higher one
  TW_LOSS_ROLES,    ///< The other one fills more roles
  TW_LOSS_ORDER,    ///< Alike in all: the other one comes first
  TW_LOSS_EMPTY,    ///< Nothing of it could be found again
  TW_LOSS_ALONE,    ///< It goes on with no event that was told before
  TW_LOSS_AGAIN,    ///< The other one says the same, or more
  TW_LOSS_COUNT
} TwLoss;

/// "beaten", "shorter" …; static
TwStr
tw_loss_name(TwLoss loss);

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
  /** Tokens in which other events are told at most as surely; both 0: none. */
  uint32_t inside_first;
  uint32_t inside_end;
  TwCertainty inside;
  uint32_t number; ///< In the order of making
  bool background; ///< Recap words or an old date stand with it
  bool lost;       ///< Another reading of the same words won, or it is empty
  TwLoss loss;     ///< Why
  const TwRule* winner;   ///< Whose reading won; NULL if none did
  const TwRule* cue;      ///< That made it less sure or negative; or NULL
  const TwRule* former;   ///< The cue that made it former; or NULL
  const TwSaying* saying; ///< That gave it its speaker; or NULL
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

/** The reading of one article by rules. Lives in article->arena. */
typedef struct {
  const TwGazetteer* gazetteer;
  const TwLexicon* grammar;
  const TwLexicon* reference; ///< See refer.h
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

#endif
