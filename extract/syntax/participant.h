/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_SYNTAX_PARTICIPANT_H
#define TW_EXTRACT_SYNTAX_PARTICIPANT_H

#include "extract/lexicon.h"
#include "extract/syntax/position.h"

/** What part somebody or something plays in what a trigger tells. */
typedef enum {
  TW_PART_AGENT,
  TW_PART_PATIENT,
  TW_PART_SPEAKER,
  TW_PART_ADDRESSEE,
  TW_PART_CONTENT, ///< The predicate of what is said
  TW_PART_MATTER,  ///< The offence, the term, what it is about
  TW_PART_TO,
  TW_PART_FROM,
  TW_PART_PLACE,
  TW_PART_TIME,
  TW_PART_COUNT
} TwPartPlayed;

/// "agent", "patient" …; static
TwStr
tw_part_name(TwPartPlayed part);

typedef struct {
  TwPartPlayed part;
  uint32_t token; ///< Its head; of a date the month
  size_t start;   ///< Byte of the source where the head's last part begins
} TwParticipant;

typedef TW_VEC(TwParticipant) TwParticipantVec;

/// Opens lexicon/LANGUAGE/participants.tsv below the data directory; returns
/// owned (see tw_lexicon_open)
TwStatus
tw_participants_open(const char* dir, TwDiagSink* sink,
                     TwLexicon** out_participants);

/** Says of each filler of `positions` what part it plays, as the table has it
 * for the trigger's lemma, and adds the predicate of what is said. Fillers
 * that play none are left out. Grows `out` in `arena`. */
void
tw_participants_read(const TwLexicon* participants, const TwArticle* article,
                     const TwSentence* sentence, const TwPositions* positions,
                     TwArena* arena, TwParticipantVec* out);

#endif
