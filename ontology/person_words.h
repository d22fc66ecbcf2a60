/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_PERSON_WORDS_H
#define TW_ONTOLOGY_PERSON_WORDS_H

#include "base/str.h"

/** What a word of a person's name stands for (ontology/person_words.tsv). */
typedef enum {
  TW_PERSON_NICKNAME, ///< "bob": used for the names in its values
  TW_PERSON_SPELLING, ///< "erik": another spelling of its values
  TW_PERSON_SUFFIX,   ///< "junior": its value tells namesakes apart
  TW_PERSON_NOBODY,   ///< "john doe": anybody whose name is not told
} TwPersonWordKind;

typedef struct {
  TwStr words;           ///< Folded, without stops
  TwPersonWordKind kind; ///< One words and kind stand once
  TwStr values;          ///< Folded words, blanks between them
} TwPersonWord;

/// The row of these folded words and that kind, or NULL; static
const TwPersonWord*
tw_person_word(TwStr words, TwPersonWordKind kind);

#endif
