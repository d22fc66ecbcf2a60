/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_PHRASE_H
#define TW_EXTRACT_MENTION_PHRASE_H

#include "extract/article.h"
#include "extract/mention/grammar.h"

/* Inside of the group stage: the noun and verb groups of one sentence. */

/** A sentence while it is cut into groups. Indexes are tokens of the
 * article. */
typedef struct {
  const TwLexicon* grammar;
  const TwArticle* article;
  const TwToken* tokens;
  uint32_t first;
  uint32_t end;
  /* By token, counted from `first`; see tw_phrase_tag(). */
  uint8_t* tags;     ///< Put right where neighbours show the tagger's slip
  uint64_t* classes; ///< Of grammar.tsv
} TwPhrase;

#define TW_NO_TOKEN UINT32_MAX

/// What a tag can be part of, as bits
typedef enum {
  TW_PART_NOUN = 1 << 0,
  TW_PART_ADJECTIVE = 1 << 1,
  TW_PART_NUMBER = 1 << 2,
  TW_PART_VERB = 1 << 3,
  TW_PART_PARTICIPLE = 1 << 4,
  TW_PART_DETERMINER = 1 << 5,
  TW_PART_PRONOUN = 1 << 6,
  TW_PART_ADVERB = 1 << 7,
} TwPart;

/// The TwPart bits of each tag
extern const uint8_t tw_phrase_parts[TW_TAG_COUNT];

/// The tag of token `i`; TW_TAG_NONE outside the sentence
static inline TwTag
tw_phrase_tag(const TwPhrase* phrase, uint32_t i)
{
  return i >= phrase->first && i < phrase->end
           ? (TwTag)phrase->tags[i - phrase->first]
           : TW_TAG_NONE;
}

/// The TwPart bits of the tag of token `i`; 0 outside the sentence
static inline unsigned
tw_phrase_part(const TwPhrase* phrase, uint32_t i)
{
  return tw_phrase_parts[tw_phrase_tag(phrase, i)];
}

/// True if token `i` belongs to one of the classes, a set of TW_WORD()
static inline bool
tw_phrase_is(const TwPhrase* phrase, uint32_t i, uint64_t classes)
{
  return i >= phrase->first && i < phrase->end &&
         phrase->classes[i - phrase->first] & classes;
}

/// The annotation that begins at token `i`, or NULL
static inline const TwAnnotation*
tw_phrase_annotation(const TwPhrase* phrase, uint32_t i)
{
  if (i >= phrase->end || phrase->tokens[i].annotation == TW_NO_ANNOTATION) {
    return NULL;
  }
  const TwAnnotation* const annotation =
    &phrase->article->annotations.at[phrase->tokens[i].annotation];
  return annotation->first == i ? annotation : NULL;
}

/// True if it is a point in time, which makes a group of its own
bool
tw_phrase_is_time(const TwAnnotation* annotation);

/// Puts tags right that neighbours show to be wrong
void
tw_phrase_repair(TwPhrase* phrase);

/// How many words at `i` only say how exact the number behind them is: "more
/// than", "some"; 0 if no number follows. `*out_exact` is true for those that
/// leave it exact: "only", "a total of".
uint32_t
tw_phrase_approximation(const TwPhrase* phrase, uint32_t i, bool* out_exact);

/** Reads a noun group that starts at token `start`; `verb_before` is true if
 * a verb stands before it, so that a participle is not its own. False if none
 * starts there. */
bool
tw_phrase_noun(const TwPhrase* phrase, uint32_t start, bool verb_before,
               TwGroup* out_group);

/// Reads a verb group that starts at token `start`; false if none does
bool
tw_phrase_verb(const TwPhrase* phrase, uint32_t start, TwGroup* out_group);

/// Puts the kinds of verb groups right that the whole sentence shows to be
/// wrong
void
tw_groups_settle(const TwArticle* article, const TwSentence* sentence);

#endif
