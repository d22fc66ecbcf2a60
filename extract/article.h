/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_ARTICLE_H
#define TW_EXTRACT_ARTICLE_H

#include "base/arena.h"
#include "extract/claim.h"
#include "extract/document.h"
#include "extract/text/tag.h"
#include "ontology/type.h"

#include <stdbool.h>
#include <stdint.h>

/** The shape of a token, as bits. */
typedef enum {
  TW_SHAPE_CAPITAL = 1 << 0,      ///< First letter is upper case
  TW_SHAPE_UPPER = 1 << 1,        ///< Two or more letters, all upper case
  TW_SHAPE_DIGIT = 1 << 2,        ///< Holds a digit
  TW_SHAPE_LETTER = 1 << 3,       ///< Holds a letter
  TW_SHAPE_PUNCT = 1 << 4,        ///< Neither letter nor digit
  TW_SHAPE_SPACE_BEFORE = 1 << 5, ///< White space stands before it
  TW_SHAPE_MIXED = 1 << 6, ///< A capital after the first letter: "McCain"
  TW_SHAPE_ABBREVIATION = 1 << 7, ///< Ends in its own full stop: "U.S."
} TwShape;

/** A word, number or mark. "Mexico's" is two tokens, "Mexico" and "'s";
 * "don't" is "do" and "n't"; "García-Luna" and "97" are one; "U.S." is one. */
typedef struct {
  uint32_t start; ///< Byte of the source
  uint32_t end;
  TwStr fold;          ///< Folded (ontology/fold.h): what is compared
  TwStr lemma;         ///< Folded base form for its tag ("sent" VBD -> "send")
  uint8_t tag;         ///< TwTag; TW_TAG_NONE where the tagger did not run
  uint8_t shape;       ///< TwShape bits
  uint16_t ordinal;    ///< 3 of "third" and "3rd", 0 of all other words
  uint32_t gaz;        ///< TwGazBits of the single word
  uint32_t annotation; ///< The annotation that covers it, or TW_NO_ANNOTATION
  /* What the reader knows of them (extract/text/wordcache.h); NULL where no
   * text was read. */
  struct TwCachedWord* word;
  struct TwTaggedWord* tagged; ///< NULL where the tagger did not run
} TwToken;

#define TW_NO_ANNOTATION UINT32_MAX

/** A sentence: tokens [first, end) of one block. */
typedef struct {
  uint32_t first;
  uint32_t end;
  uint32_t block;
  uint32_t first_annotation; ///< Its annotations: [first_, end_annotation)
  uint32_t end_annotation;
  uint32_t first_group; ///< Its groups: [first_group, end_group)
  uint32_t end_group;
  bool tagged;    ///< True if the tagger ran on it
  bool cut;       ///< True if it was cut at the length limit
  TwStr language; ///< That of its small words where it is not the article's
                  ///< ("es"; "und" if no rules read it); else empty
} TwSentence;

/** A typed span. Those of a sentence stand in order and do not overlap. */
typedef struct {
  TwType type;
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  uint32_t head;     ///< The token that carries the meaning, the last one of a
                     ///< name
  TwStr value;       ///< ISO 8601 value of times, decimal number, ISO code of a
                     ///< nationality's country, folded title; else empty
  uint32_t entity;   ///< The thing it names, or TW_NO_ENTITY
  TwCertainty hedge; ///< TW_ALLEGED for "alleged …" inside the span
  uint32_t hedge_token; ///< Where; UINT32_MAX if none
} TwAnnotation;

/** Kinds of groups, one letter each; a sentence's letters are the string that
 * the walks match (see extract/mention/group.h). */
typedef enum {
  TW_GROUP_NOUN = 'N',
  TW_GROUP_POSSESSIVE = 'G', ///< Noun group with 's, or "his"
  TW_GROUP_TIME = 'T',
  TW_GROUP_ACTIVE = 'v', ///< Finite active verb group
  TW_GROUP_PASSIVE = 'p',
  TW_GROUP_INFINITIVE = 'i',
  TW_GROUP_GERUND = 'g',
  TW_GROUP_PARTICIPLE = 'r', ///< Bare past participle
  TW_GROUP_PREPOSITION = 'P',
  TW_GROUP_CONJUNCTION = 'C',
  TW_GROUP_COMMA = ',',        ///< Comma, bracket or dash
  TW_GROUP_RELATIVE = 'W',     ///< who, which, that after a noun
  TW_GROUP_SUBORDINATOR = 'S', ///< that, because, when, if, while
  TW_GROUP_QUOTE = 'Q',
  TW_GROUP_ADVERB = 'R',
  TW_GROUP_ADJECTIVE = 'A', ///< Predicate adjective
  TW_GROUP_STOP = '.',      ///< Stop, colon, semicolon
} TwGroupKind;

/** Those of whom a noun group of several people consists, as far as they are
 * named elsewhere. */
typedef struct {
  const uint32_t* at; ///< Entities
  size_t count;
} TwMembers;

/** A noun group, verb group or mark of a sentence. */
typedef struct {
  char kind;      ///< TwGroupKind
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  uint32_t head;       ///< Head token
  uint32_t annotation; ///< Covers the head, or TW_NO_ANNOTATION
  uint32_t entity;     ///< The thing it names, or TW_NO_ENTITY
  uint64_t classes;    ///< Of the head: TW_WORD() bits of mention/grammar.h
  /* Verb groups: */
  bool passive; ///< Of an infinitive or gerund too: "to be arrested"
  bool negated;
  bool modal;  ///< "may", "could", "would"
  bool future; ///< "will", "is to", "plans to"
  bool perfect;
  bool past;
  uint32_t cue; ///< The token that negates or weakens; UINT32_MAX if none
  /* Noun groups: */
  uint32_t number;  ///< Annotation of its count, or TW_NO_ANNOTATION
  uint32_t hedge;   ///< Token of "alleged", "suspected"; UINT32_MAX if none
  bool approximate; ///< "about", "at least" so many
  const TwMembers* members; ///< Or NULL, if they are not found
} TwGroup;

/** An article while it is being read. Every stage adds, none edits what an
 * earlier one added. All arrays live in `arena`. */
typedef struct {
  const TwDocument* document;
  TwArena* arena;
  TW_VEC(TwToken) tokens;
  TW_VEC(TwSentence) sentences;
  TW_VEC(TwAnnotation) annotations;
  TW_VEC(TwGroup) groups;
  TW_VEC(TwEntity) entities;
  TW_VEC(TwFact) facts;
} TwArticle;

/// The language of the sentence, or else of the article ("und" if unknown)
TwStr
tw_sentence_language(const TwArticle* article, const TwSentence* sentence);

/// The words of tokens [first, end) as they stand in the source
TwStr
tw_article_text(const TwArticle* article, uint32_t first, uint32_t end);

/// The span of tokens [first, end) in bytes of the source
TwSpan
tw_article_span(const TwArticle* article, uint32_t first, uint32_t end);

/// True for verb groups of every kind
bool
tw_group_is_verb(const TwGroup* group);

/// The index of the group that covers token `token` of the sentence, or
/// UINT32_MAX
uint32_t
tw_group_of(const TwArticle* article, const TwSentence* sentence,
            uint32_t token);

#endif
