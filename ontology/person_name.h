/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_PERSON_NAME_H
#define TW_ONTOLOGY_PERSON_NAME_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/** A name of more words is held against no other. */
#define TW_PERSON_NAME_WORDS 8

/** A person's folded name in its words: hyphens part them, and so are two
 * initials that stand together ("JP"), stops and commas are gone; what tells
 * father and son apart stands by itself. */
typedef struct {
  TwStr words[TW_PERSON_NAME_WORDS];
  size_t n;     ///< 0 if there are too many
  TwStr suffix; ///< "jr", "3", or empty
} TwPersonName;

/** How two names can be one person's, the weakest first. */
typedef enum {
  TW_NAME_APART,    ///< Not at all: other words, another suffix
  TW_NAME_SOUND,    ///< Written otherwise from another script
  TW_NAME_INITIAL,  ///< A letter stands for a word
  TW_NAME_NICKNAME, ///< A nickname or another spelling of a given name
  TW_NAME_ORDER,    ///< The surname stands first in one
  TW_NAME_FULLER,   ///< One has further names or a suffix
  TW_NAME_EQUAL,
} TwNameFit;

/// Reads a folded name; the words borrow from it
TwPersonName
tw_person_name(TwStr folded);

/// Words that stand for people whose name is not told: "john doe", "jane doe 2"
bool
tw_person_name_is_nobody(TwStr folded);

/** How the two fit: the words of the shorter one stand in the longer one in
 * their order, at its start or its end, each the same or another form of the
 * same word, and two of them in full (one, if a letter stands for the other).
 */
TwNameFit
tw_person_name_fit(const TwPersonName* a, const TwPersonName* b);

/// The consonants of a word as a reader of another script hears them; equal for
/// "muhammad" and "mohamed". Room for as many bytes as the word has; returns
/// how many there are.
size_t
tw_person_name_sound(TwStr word, char* out);

#endif
