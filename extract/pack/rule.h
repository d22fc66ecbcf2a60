/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_PACK_RULE_H
#define TW_EXTRACT_PACK_RULE_H

#include "base/hash.h"
#include "base/str.h"
#include "extract/claim.h"
#include "extract/syntax/position.h"
#include "ontology/type.h"

#include <stdbool.h>
#include <stdint.h>

/* A rule after it was read from a pack and checked; everything is resolved:
 * sets are expanded, names of roles are indexes, types are bits. Lives in the
 * arena of its rule set. docs/rules.md explains the language. */

/** A set of types, descendants included: bit 1 << TwType. */
typedef uint32_t TwTypeSet;

/** One or several words by their lemma: "hand over", "take into custody".
 * The first is the trigger's own word; the others follow it, close by, or,
 * where a noun is the trigger ("phone call": call, phone), stand before it in
 * the order of the text. */
typedef struct {
  const TwStr* lemmas; ///< Folded
  size_t n_lemmas;
  uint32_t end; ///< tw_word_end() of the last one, in what tw_pack_words() made
} TwWords;

#define TW_WORD_ENDS 4

typedef struct {
  const TwWords* at;
  size_t count;
  /** A bit for the last lemma of each, by its hash, in lists that
   * tw_pack_words() made: most words end none. */
  uint64_t ends[TW_WORD_ENDS];
} TwWordList;

/// A hash of the last lemma of words
static inline uint32_t
tw_word_end(TwStr lemma)
{
  return (uint32_t)tw_hash_quick(lemma, 0);
}

/// False if no words of the list, made by tw_pack_words(), end in a lemma of
/// that hash
static inline bool
tw_words_may_end_in(const TwWordList* words, uint32_t end)
{
  const unsigned bit = end % (64 * TW_WORD_ENDS);
  return words->ends[bit / 64] >> bit % 64 & 1;
}

/** A place where a role may stand. */
typedef struct {
  TwAt at;
  TwStr word; ///< The preposition of TW_AT_PREPOSITION, folded; of
              ///< TW_AT_TIME, too, if not empty
} TwPlaceAt;

typedef enum {
  TW_DEFAULT_NONE,
  TW_DEFAULT_DOCUMENT, ///< The document's day
  TW_DEFAULT_SCENE,    ///< The day of the scene; see tw_role_day()
  TW_DEFAULT_DAY,      ///< The scene's day, or else the document's
  TW_DEFAULT_PREVIOUS, ///< What the sentence before has of its kind, last first
  TW_DEFAULT_ROLE,     ///< Another role's filler: "by"
  TW_DEFAULT_COUNTRY,  ///< The country of another role's filler: "by.country"
} TwDefault;

typedef enum {
  TW_TAKE_FILLER, ///< The filler itself
  TW_TAKE_COUNT,  ///< How many people the filler of role `from` is
  TW_TAKE_OF,     ///< Whom or what its filler's group belongs to
} TwTake;

#define TW_NO_ROLE UINT32_MAX

typedef struct {
  TwStr name; ///< "destination"
  const TwPlaceAt* at;
  size_t n_at;
  bool anywhere;      ///< In the sentence, nearest first
  bool apposition;    ///< In apposition to the filler of `from`
  TwTypeSet types;    ///< 0: any
  bool text;          ///< The value is the group's words with its of-phrases
  TwWordList words;   ///< The head's lemma must be one of these; empty: any
  TwWordList through; ///< Heads that only lead up to the value: "count of X"
  TwWordList members; ///< Heads that are members of a list of words wherever
                      ///< they stand in it
  TwWordList measure; ///< Units in whose figures lengths of time are told
  TwWordList except;  ///< The head's lemma must be none of these
  bool list;          ///< Every member of a coordination
  bool each;          ///< The fillers of all its places, not of the first only
  bool optional;
  bool named;  ///< A thing with a name, not "the club"
  bool only;   ///< Nothing else may stand at its places: then it is no fact
  bool silent; ///< A condition: it has to stand there, but makes no claim
  TwCertainty inside; ///< Of events that its value tells of, at least
  TwDefault fallback;
  uint32_t fallback_role; ///< Index, of TW_DEFAULT_ROLE and _COUNTRY
  size_t offset;          ///< Of its name in the file
  TwTake take;
  uint32_t from; ///< Index of the role that `take` looks at, or TW_NO_ROLE
} TwRuleRole;

/** At least `count` fillers in the roles of `mask` (bit 1 << index). */
typedef struct {
  uint32_t mask;
  uint32_t count;
} TwLeast;

typedef enum {
  TW_BLOCK_QUESTION = 1 << 0,
  TW_BLOCK_CONDITIONAL = 1 << 1,
  TW_BLOCK_FUTURE = 1 << 2,
  TW_BLOCK_NEGATED = 1 << 3,
  TW_BLOCK_MODAL = 1 << 4,
  TW_BLOCK_UNSAID = 1 << 5, ///< A verb of speech that tells of no saying
} TwBlocked;

typedef struct {
  TwStr role;
  TwStr value;
} TwConstant;

/** A pair of a fact that a pattern makes: role `role` gets slot `slot`. */
typedef struct {
  TwStr role;
  uint32_t slot;
  bool nickname; ///< The nickname inside of its name, not the thing
} TwEmitRole;

/** A fact that a pattern makes. */
typedef struct {
  TwStr term; ///< "memberOf", "Statement"
  bool is_event;
  const TwEmitRole* roles;
  size_t n_roles;
} TwEmit;

typedef enum {
  TW_SCOPE_CLAUSE,
  TW_SCOPE_NOUN_GROUP,
  TW_SCOPE_SENTENCE,
} TwScope;

typedef enum {
  TW_MARKS_CERTAINTY,
  TW_MARKS_NEGATIVE,
  TW_MARKS_FORMER,
  TW_MARKS_PSEUDO, ///< Looks like a cue and is none: "not only"
} TwMarks;

/** A set or macro that no rule and no other set names. */
typedef struct {
  TwStr name;
  bool is_macro;
  TwStr file;
  TwStr source;  ///< The text of the file
  size_t offset; ///< Where its name stands in it
} TwUnused;

typedef TW_VEC(TwUnused) TwUnusedVec;

typedef enum { TW_RULE_FRAME, TW_RULE_PATTERN, TW_RULE_CUE } TwRuleKind;

typedef struct TwPattern TwPattern; ///< Compiled; see pattern.h

/** A named part of a pattern. */
typedef struct {
  TwStr name;
  TwTypeSet types; ///< Of its annotations; 0 where it is words of a set
  bool list;       ///< Each annotation of `types` in its range is a value
} TwSlot;

/** A role of a pattern's events that no slot fills: the nearest thing of these
 * types fills it (see nearest.h). */
typedef struct {
  TwStr role;
  TwTypeSet types;
} TwNearest;

/** What an example must give: a role's values, in order; `none` if the rule
 * must not fire. */
typedef struct {
  TwStr text;
  TwStr date; ///< The document's day, or empty
  bool none;
  const TwConstant* gives; ///< A role stands once for each of its values
  size_t n_gives;
  size_t line; ///< In the pack
} TwExample;

typedef struct {
  TwRuleKind kind;
  TwStr id; ///< "transfer.people"
  TwStr pack;
  TwStr file;
  size_t line;
  TwStr source;  ///< The text of the file
  size_t offset; ///< Where the rule starts in it
  TwStr language;
  uint32_t version; ///< Of the pack
  int priority;
  const TwExample* examples;
  size_t n_examples;
  const TwStr* beats; ///< Ids of rules that lose where both read one trigger
  size_t n_beats;

  /* Frames */
  TwStr term;
  bool is_event;
  TwWordList verbs;
  TwWordList nouns;
  TwWordList adjectives;
  bool only_active; ///< voice: active
  bool only_passive;
  const TwRuleRole* roles;
  size_t n_roles;
  uint32_t require; ///< Bit 1 << index: roles without which it is no fact
  const TwLeast* least;
  size_t n_least;
  const TwConstant* set;
  size_t n_set;
  unsigned block;         ///< TwBlocked bits
  uint32_t recap_days;    ///< Older than that is background; 0: never
  TwWordList without;     ///< None of them stands in the sentence, or in what
                          ///< a pattern matches
  TwWordList with;        ///< One of them stands in the sentence; empty: any
  TwWordList recap_words; ///< "second", "previous" before the trigger
  bool continues;         ///< Is told only of an event told of before
  bool content;           ///< What is said has this fact's speaker
  TwCertainty certainty;  ///< Of its facts, unless a cue says otherwise

  /* Patterns */
  TwStr match; ///< As written
  TwPattern* pattern;
  const TwSlot* slots;
  size_t n_slots;
  const TwEmit* emits;
  size_t n_emits;
  const TwNearest* nearest;
  size_t n_nearest;
  bool attributes_sentence; ///< Its speaker says the sentence it stands in

  /* Cues */
  TwWordList cue; ///< As they are written, not lemmas, folded
  TwMarks marks;
  TwCertainty marks_certainty;
  TwScope scope;
  bool scope_left;  ///< What stands before it, not behind
  TwWordList until; ///< The scope ends where one of these stands, as written
} TwRule;

#endif
