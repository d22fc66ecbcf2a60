/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_SYNTAX_POSITION_H
#define TW_EXTRACT_SYNTAX_POSITION_H

#include "base/buf.h"
#include "extract/article.h"
#include "extract/lexicon.h"

/** Where a participant stands beside a trigger. Voice is undone: the subject
 * is who does it, the object whom it happens to. */
typedef enum {
  TW_AT_SUBJECT,     ///< Also what "by" leads in a passive or behind a noun
  TW_AT_OBJECT,      ///< Also the subject of a passive, the noun of a
                     ///< participle and what "of" leads behind a noun
  TW_AT_ADDRESSEE,   ///< "told REPORTERS", "gave THE POLICE a gun"
  TW_AT_COMPLEMENT,  ///< "became THE LEADER", "found GUILTY", "declared DEAD"
  TW_AT_PREPOSITION, ///< `word` says which
  TW_AT_TIME,
  TW_AT_POSSESSOR, ///< "MEXICO's transfer"
  TW_AT_SPEAKER,   ///< As SUBJECT, for verbs of speech
  TW_AT_SCENE,     ///< A place that is told of the subject or of the main
                   ///< clause: "the blast in KABUL killed two", "hit KABUL,
                   ///< killing two"
  TW_AT_MODIFIER,  ///< "the DRUG charge"; no filler: it is the trigger's group
  TW_AT_COUNT
} TwAt;

/** The name that rules write ("subject"); static. PREPOSITION has none. */
TwStr
tw_at_name(TwAt at);

/** The way a trigger takes its participants; its name is the variant of a
 * frame ("transfer.people/passive"). */
typedef enum {
  TW_FORM_ACTIVE,
  TW_FORM_PASSIVE,
  TW_FORM_REDUCED,    ///< "the men flown to Lima"
  TW_FORM_RELATIVE,   ///< "who fled", "which Peru sent"
  TW_FORM_INFINITIVE, ///< "to arrest X"
  TW_FORM_GERUND,
  TW_FORM_NOMINAL,     ///< "the arrest of X"
  TW_FORM_ATTRIBUTIVE, ///< "the convicted man"
  TW_FORM_COUNT
} TwForm;

/// "active", "passive" …; static
TwStr
tw_form_name(TwForm form);

/** A participant: a group of the article. */
typedef struct {
  TwAt at;
  TwStr word;        ///< Folded preposition that leads it ("by" of an agent,
                     ///< too), or empty
  uint32_t group;    ///< Index in article->groups
  uint32_t conjunct; ///< 0 for the first of a list, then 1, 2 …
  bool blamed;       ///< Another verb says so: "convicted of the MURDER"
} TwFiller;

typedef TW_VEC(TwFiller) TwFillerVec;

/** Who stands where around one trigger. Another reader (a parser) could fill
 * it, too: rules ask for positions only. */
typedef struct {
  uint32_t token; ///< The trigger's head
  uint32_t group; ///< Its group
  TwForm form;
  bool negated;
  bool modal;       ///< It may happen
  bool future;      ///< It is to happen
  bool question;    ///< The sentence asks it
  bool conditional; ///< It stands behind "if", "unless", "whether"
  uint32_t cue;     ///< The token that negates or weakens; UINT32_MAX if none
  TwFillerVec fillers; ///< By position, then in the order of the text
  uint32_t end; ///< The group at which another record of the trigger begins
                ///< (see tw_positions_share()), or UINT32_MAX
  /** Verbs of speech: the clause that is said, tokens [content_first,
   * content_end); both 0 if there is none. */
  uint32_t content_first;
  uint32_t content_end;
} TwPositions;

typedef TW_VEC(TwPositions) TwPositionsVec;

/** Finds the participants of the trigger whose head is token `token` of the
 * sentence, a verb group or the head of a noun group. False if the token can
 * be no trigger there (a noun before another noun, a name's part). Vectors
 * live in `arena`. `grammar` comes from tw_grammar_open(). */
bool
tw_positions_read(const TwLexicon* grammar, const TwArticle* article,
                  const TwSentence* sentence, uint32_t token, TwArena* arena,
                  TwPositions* out);

/** Takes a verb apart that tells something else of each of several people: "X
 * was jailed for 9 years and Y for 6", "X and Y were jailed for 9 and 6 years".
 * `*out` has a record for each of them; none where the whole is one. */
void
tw_positions_share(const TwLexicon* grammar, const TwArticle* article,
                   const TwSentence* sentence, const TwPositions* whole,
                   TwArena* arena, TwPositionsVec* out);

/// True if a filler at that position is there: group `group`, or any if that is
/// UINT32_MAX
bool
tw_positions_has(const TwPositions* positions, TwAt at, uint32_t group);

/// Appends the record as a line a filler: form, position, word, group's words
void
tw_positions_dump(const TwArticle* article, const TwPositions* positions,
                  TwBuf* out);

#endif
