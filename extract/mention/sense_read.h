/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_SENSE_READ_H
#define TW_EXTRACT_MENTION_SENSE_READ_H

#include "extract/mention/grammar.h"
#include "extract/mention/sense.h"

/* Inside of the stage of senses: a sentence's groups are looked at one by
 * one. */

typedef struct {
  const TwGazetteer* gazetteer;
  const TwLexicon* grammar;
  const TwArticle* article;
  const TwSentence* sentence;
  TwType* types; ///< Of each annotation: what is meant by it; TW_TYPE_NONE if
                 ///< a row stands for it
  TwSenseVec* rows;
} TwSenseReader;

/// Group `g` of the sentence, or NULL
static inline const TwGroup*
tw_sense_group(const TwSenseReader* reader, uint32_t g)
{
  return g >= reader->sentence->first_group && g < reader->sentence->end_group
           ? &reader->article->groups.at[g]
           : NULL;
}

static inline bool
tw_sense_is_kind(const TwSenseReader* reader, uint32_t g, char kind)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  return group && group->kind == kind;
}

static inline bool
tw_sense_has_class(const TwSenseReader* reader, uint32_t g, uint64_t classes)
{
  const TwGroup* const group = tw_sense_group(reader, g);
  return group && group->classes & classes;
}

/// The annotation that covers the token, or NULL
static inline const TwAnnotation*
tw_sense_annotation(const TwSenseReader* reader, uint32_t token)
{
  const uint32_t index = reader->article->tokens.at[token].annotation;
  return index == TW_NO_ANNOTATION ? NULL
                                   : &reader->article->annotations.at[index];
}

/// The annotation that covers the group's head, or NULL
static inline const TwAnnotation*
tw_sense_head(const TwSenseReader* reader, const TwGroup* group)
{
  return group->annotation == TW_NO_ANNOTATION
           ? NULL
           : &reader->article->annotations.at[group->annotation];
}

/// A row of that type over tokens [first, end); it names no entity
TwStatus
tw_sense_add(const TwSenseReader* reader, TwType type, uint32_t first,
             uint32_t end, uint32_t head);

/// True if group `g`, alone or in a list, is the subject of a verb, of an
/// active one if `active`
bool
tw_sense_is_subject(const TwSenseReader* reader, uint32_t g, bool active);

/** Adds what noun group `g` tells of without naming it: a body ("the Peruvian
 * government", "the group"), people that a name tells apart ("Peruvian
 * soldiers", "the people of Lima", "the Chileans"), a facility ("the
 * hospital"), a person by a title ("the mayor of Lima"; beside a name it is
 * the same person). TW_ERR_NOMEM. */
TwStatus
tw_sense_noun(const TwSenseReader* reader, uint32_t g);

#endif
