/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_RULE_REFER_READ_H
#define TW_EXTRACT_RULE_REFER_READ_H

#include "extract/rule/members.h"
#include "extract/rule/quote.h"
#include "extract/rule/refer.h"

/* Inside of the stage that finds whom words point to. */

/** Kinds of words in reference.tsv. */
typedef enum {
  TW_REFER_MALE,
  TW_REFER_FEMALE,
  TW_REFER_SPEAKER, ///< "I"
  TW_REFER_DEFINITE,
  TW_REFER_ACCUSED,
  TW_REFER_CHARGE,   ///< What is done to an accused: "arrest"
  TW_REFER_PLEAD,    ///< What an accused does
  TW_REFER_OFFICIAL, ///< Whoever has an office: "the official"
  TW_REFER_VICTIM,
  TW_REFER_HARM,     ///< What is done to a victim: "kill", "murder"
  TW_REFER_SUFFER,   ///< What happens to one: "die"
  TW_REFER_YOUNG,    ///< Who is not grown up: "teenager"
  TW_REFER_FACE,     ///< What an accused does with his trial: "face"
  TW_REFER_OF,       ///< Of languages without a tagger: "de"
  TW_REFER_SOMEBODY, ///< The same: whoever was told of, "funcionario"
  TW_REFER_GANG,     ///< The same: "banda"
  TW_REFER_COUNT
} TwReferKind;

/** As what people may be told of. */
typedef enum {
  TW_REFER_AS_ACCUSED,
  TW_REFER_AS_VICTIM,
  TW_REFER_PARTS
} TwReferPart;

/** What is known of an entity so far. */
typedef struct {
  bool person;
  bool titled;
  bool speaks;  ///< Says something
  bool harms;   ///< Does harm to somebody
  bool told[2]; ///< A word beside the name says male, female
  bool told_as[TW_REFER_PARTS];
  bool young;   ///< Is called so: "teenager Juan Pardo"
  TwStr age;    ///< In years, empty if it is not told
  uint32_t gaz; ///< Of the first word of its name
  uint32_t n;   ///< Mentions before the group at hand
} TwReferKnown;

/** A person's title. */
typedef struct {
  uint32_t entity;
  TwStr title;
} TwReferTitle;

#define TW_REFER_ADULT 20 ///< Years: who is younger may be "the teenager"

/** Which nouns tell of young people without a name: those for males, for
 * females, and for either. */
typedef struct {
  bool male;
  bool female;
  bool any;
} TwReferYoung;

typedef struct {
  const TwLexicon* grammar;
  const TwLexicon* words;
  TwArticle* article;
  TwReferKnown* known; ///< By entity
  /// By age; the last one if it is not told
  TwReferYoung young[TW_REFER_ADULT + 1];
  TW_VEC(TwReferTitle) titles;
  TwQuoteVec quotes; ///< `saying` is the entity that speaks
  bool has_victims;  ///< The text tells of several victims
  uint32_t said;     ///< The last person to say something
  uint32_t said_at;  ///< and the sentence
  uint32_t* quoted;  ///< Of each group: the quotation it is in, or UINT32_MAX
} TwRefer;

/// True if the token's form or lemma is of that kind
bool
tw_refer_is(const TwRefer* refer, uint32_t token, TwReferKind kind);

static inline bool
tw_refer_is_person(const TwRefer* refer, uint32_t entity)
{
  return entity != TW_NO_ENTITY && refer->known[entity].person;
}

/// True if a preposition leads the group of a sentence or clause that begins
/// with group `first`
static inline bool
tw_refer_is_led(const TwRefer* refer, uint32_t first, uint32_t group)
{
  return group > first &&
         refer->article->groups.at[group - 1].kind == TW_GROUP_PREPOSITION;
}

/** The noun group that stands left of verb group `verb`, or of the one that it
 * is joined to, and is led by no preposition, within the clause; UINT32_MAX if
 * none does. */
uint32_t
tw_refer_left(const TwRefer* refer, uint32_t first, uint32_t verb);

/// True for groups of verbs that have an object behind them
static inline bool
tw_refer_is_verb(const TwGroup* group)
{
  return tw_group_is_verb(group) && group->kind != TW_GROUP_PARTICIPLE;
}

/// Finds the quotations and which groups stand in them. TW_ERR_NOMEM.
TwStatus
tw_refer_find_quotes(TwRefer* refer);

/// Who says something in the sentence, outside of quotations, or TW_NO_ENTITY
uint32_t
tw_refer_sayer(const TwRefer* refer, const TwSentence* sentence);

/** Finds who speaks: the one who says something in a sentence where the
 * quotation stands, or in the one of the quotation right before it. After the
 * groups outside of quotations have their entities. */
void
tw_refer_find_speakers(TwRefer* refer);

/** The kinds of words that tell of somebody as an accused, or as a victim. */
typedef struct {
  TwReferKind noun; ///< What he is called
  TwReferKind done; ///< What is done to him
  TwReferKind does; ///< What he does himself
} TwReferWords;

extern const TwReferWords tw_refer_parts[TW_REFER_PARTS];

/// True if the entity has a mention in the sentence
bool
tw_refer_is_named(const TwArticle* article, const TwSentence* sentence,
                  uint32_t entity);

/// Learns whom the sentence tells of as accused and as victims
void
tw_refer_learn_told(TwRefer* refer, const TwSentence* sentence);

/// As tw_refer_learn_told(), from the word before a name: "suspect X"
void
tw_refer_learn_called(TwRefer* refer, uint32_t entity, uint32_t token);

/** Who "the suspect" is: the person who is told of as one, more than any other,
 * or else the only one who may be; "the victim": the only one, or where another
 * person is accused the only one who may be, if the text tells of no victims
 * and does not name him in the sentence. TW_NO_ENTITY in doubt or if the group
 * is no such word. */
uint32_t
tw_refer_told(const TwRefer* refer, const TwSentence* sentence,
              const TwGroup* group);

/// The only person of the age that the group tells, "the 40-year-old clerk",
/// who is not named in the sentence; or TW_NO_ENTITY
uint32_t
tw_refer_aged(const TwRefer* refer, const TwSentence* sentence,
              const TwGroup* group);

/// The only young person of the article, "the teenager", if the text speaks of
/// no other without a name and does not name him in the sentence; or
/// TW_NO_ENTITY
uint32_t
tw_refer_young(const TwRefer* refer, const TwSentence* sentence,
               uint32_t group);

/** Keeps in the group's `members` who "the defendants" and "the two victims"
 * are: all who are told of so, if they are as many. TW_ERR_NOMEM. */
TwStatus
tw_refer_told_together(TwRefer* refer, uint32_t group);

/** Whom the pronoun, group `group` of that sentence, stands for, by his sex or
 * as the one who speaks; TW_NO_ENTITY in doubt. */
uint32_t
tw_refer_pronoun(const TwRefer* refer, uint32_t sentence, uint32_t group);

/// As tw_refer_run() for the sentences that the tagger did not run on
TwStatus
tw_refer_words(const TwLexicon* words, TwArticle* article);

#endif
