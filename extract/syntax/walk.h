/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_SYNTAX_WALK_H
#define TW_EXTRACT_SYNTAX_WALK_H

#include "extract/mention/grammar.h"
#include "extract/syntax/position.h"

/* Inside of tw_positions_read(): the walks from group to group. */

#define TW_NO_GROUP UINT32_MAX
#define TW_NO_WORD ((TwStr){NULL, 0}) ///< Of a place without a preposition

/** The groups of a sentence around one trigger. Groups are indexes in the
 * article; TW_NO_GROUP stands for what lies outside the sentence. */
typedef struct {
  const TwLexicon* grammar;
  const TwArticle* article;
  const TwGroup* groups; ///< Of the article
  uint32_t first;        ///< Groups [first, end) of the sentence
  uint32_t end;
  TwArena* arena;
  TwPositions* out;
} TwWalk;

/// Who acts on the surface, and how the walk came there
typedef struct {
  uint32_t group;    ///< Or TW_NO_GROUP
  uint32_t relative; ///< The "who" it stands for, or TW_NO_GROUP
} TwSubject;

/// A walk through the groups of a sentence that adds no fillers
static inline TwWalk
tw_walk_of(const TwLexicon* grammar, const TwArticle* article,
           const TwSentence* sentence, TwArena* arena)
{
  return (TwWalk){.grammar = grammar,
                  .article = article,
                  .groups = article->groups.at,
                  .first = sentence->first_group,
                  .end = sentence->end_group,
                  .arena = arena};
}

/// The kind of group `g`, '\0' outside the sentence
static inline char
tw_walk_kind(const TwWalk* walk, uint32_t g)
{
  return g >= walk->first && g < walk->end ? walk->groups[g].kind : '\0';
}

static inline uint32_t
tw_walk_left(const TwWalk* walk, uint32_t g)
{
  return g > walk->first && g < walk->end ? g - 1 : TW_NO_GROUP;
}

static inline uint32_t
tw_walk_right(const TwWalk* walk, uint32_t g)
{
  return g >= walk->first && g < walk->end - 1 ? g + 1 : TW_NO_GROUP;
}

/// True if the head of group `g` has one of the classes, a set of TW_WORD()
static inline bool
tw_walk_is(const TwWalk* walk, uint32_t g, uint64_t classes)
{
  return g >= walk->first && g < walk->end && walk->groups[g].classes & classes;
}

/// True if group `g` is of one of these kinds, letters of TwGroupKind
static inline bool
tw_walk_in(const TwWalk* walk, uint32_t g, const char* kinds)
{
  const char kind = tw_walk_kind(walk, g);
  while (*kinds && *kinds != kind) {
    ++kinds;
  }
  return *kinds;
}

#define TW_KINDS_FINITE "vp"
#define TW_KINDS_BARE "igr"
#define TW_KINDS_VERB "vpigr"

/// The next group to the left of `g` that is of none of the kinds
uint32_t
tw_walk_left_over(const TwWalk* walk, uint32_t g, const char* kinds);

/// The next group to the right of `g` that is of none of the kinds
uint32_t
tw_walk_right_over(const TwWalk* walk, uint32_t g, const char* kinds);

/// The next group of one of the kinds to the left of `g` in the same clause:
/// before a stop
uint32_t
tw_walk_find_left(const TwWalk* walk, uint32_t g, const char* kinds);

/// As tw_walk_find_left(), to the right
uint32_t
tw_walk_find_right(const TwWalk* walk, uint32_t g, const char* kinds);

/// The annotation that group `g` is headed by, or NULL
const TwAnnotation*
tw_walk_annotation(const TwWalk* walk, uint32_t g);

/// True if group `g` is headed by the name of a place
bool
tw_walk_is_place(const TwWalk* walk, uint32_t g);

/// True if a noun group only adds to the one before its comma: an age, a
/// place, "a lawyer" behind a name
bool
tw_walk_is_aside(const TwWalk* walk, uint32_t g, uint32_t before);

/// What the noun group `g` is said to be in apposition to, or `g` itself:
/// "X" of "X, 41, a lawyer"
uint32_t
tw_walk_owner(const TwWalk* walk, uint32_t g);

/// "X" of "X, 23, of Hill Street, LEEDS was held" and "X, 23, LEEDS, who fled,
/// was held", where the commas do not tell what an aside is; else `g`
uint32_t
tw_walk_before_address(const TwWalk* walk, uint32_t g);

/// The name before the asides that the noun group `g` ends, or TW_NO_GROUP: "X"
/// of "X, leader of the GANG and wanted in Lima"
uint32_t
tw_walk_told_in_asides(const TwWalk* walk, uint32_t g);

/// The noun group that the relative `g` stands for, or TW_NO_GROUP
uint32_t
tw_walk_antecedent(const TwWalk* walk, uint32_t g);

/// Behind a verb, the comma that opens the relative clause which a comma before
/// the conjunction `joint` ends ("met X, who fled, AND left"), or else `joint`
uint32_t
tw_walk_over_relative(const TwWalk* walk, uint32_t joint);

/// The first member of the list whose last one is the noun group `g`
uint32_t
tw_walk_list_first(const TwWalk* walk, uint32_t g);

/// The "of" before a list of bodies or places that ends in `g`, over the noun
/// that says what they are: "the leader OF the gangs X, Y and Z"; or
/// TW_NO_GROUP
uint32_t
tw_walk_list_of(const TwWalk* walk, uint32_t g);

/// As tw_walk_list_first(), but `g` itself where the first one belongs to
/// another verb or preposition
uint32_t
tw_walk_subject_first(const TwWalk* walk, uint32_t g);

/// What stands behind a member of a list with what only adds to it: "of the
/// gang", ", 41, of Lima"
uint32_t
tw_walk_behind_member(const TwWalk* walk, uint32_t g);

/// The place of ", of Lima," behind the comma, or TW_NO_GROUP
uint32_t
tw_walk_home_behind(const TwWalk* walk, uint32_t comma);

/// The next member of a list behind the noun group `g`, or TW_NO_GROUP
uint32_t
tw_walk_list_next(const TwWalk* walk, uint32_t g);

/// The last member of the list that begins with the noun group `g`
uint32_t
tw_walk_list_last(const TwWalk* walk, uint32_t g);

/// The folded words of a preposition group
TwStr
tw_walk_word(const TwWalk* walk, uint32_t g);

/// Adds a filler; "dozens of men" is the men, "the leader, X," is X
void
tw_walk_add(TwWalk* walk, TwAt at, TwStr word, uint32_t g);

/// Adds a filler and the members of the list that it begins
void
tw_walk_add_list(TwWalk* walk, TwAt at, TwStr word, uint32_t g);

/// Adds what leads up to the noun group `last`: the list that it ends
void
tw_walk_add_list_to(TwWalk* walk, TwAt at, TwStr word, uint32_t last);

/// The surface subject of verb group `verb` of any kind
TwSubject
tw_walk_subject(const TwWalk* walk, uint32_t verb);

/// The verb group whose complement the verb group `verb` is ("plans" of "to
/// leave"), or TW_NO_GROUP
uint32_t
tw_walk_governor(const TwWalk* walk, uint32_t verb);

/// The comma that closes the aside that the comma `open` begins, or
/// TW_NO_GROUP
uint32_t
tw_walk_closing_comma(const TwWalk* walk, uint32_t open);

/// The object behind an active verb group, or TW_NO_GROUP
uint32_t
tw_walk_object(const TwWalk* walk, uint32_t verb);

/// Adds what stands behind and before a verb group: object, addressee,
/// complement, phrases, times
void
tw_walk_verb_phrases(TwWalk* walk, uint32_t verb, TwSubject subject);

/// Adds the object or complement of a verb group; returns the group behind
/// which phrases may follow
uint32_t
tw_walk_matter(TwWalk* walk, uint32_t verb, uint32_t subject);

/// Adds the times of a verb group that stand before it, or that it shares with
/// the verbs beside it; its matter ends with group `last`
void
tw_walk_times(TwWalk* walk, uint32_t verb, uint32_t last, TwSubject subject);

/// Adds what stands before the finite verb group and before its subject, and
/// tells when and where
void
tw_walk_times_before(TwWalk* walk, uint32_t verb);

/// Leaves to the verb that says who did the deed in group `deed` the recent
/// times behind it: "was charged with the MURDER of X on Monday", but not "has
/// been charged"
void
tw_walk_leave_times(TwWalk* walk, uint32_t deed, uint32_t verb);

/// Adds time and place that are told of another verb and hold for this one,
/// too: "attacked a bar in Lima on Friday, KILLING four", "were KILLED when a
/// bus fell in Lima", "KILLED four and wounded ten in Lima on Friday"
void
tw_walk_setting(TwWalk* walk, uint32_t verb);

/** Whom "by" leads behind a trigger. */
typedef enum {
  TW_AGENT_NONE,    ///< Nobody who does it
  TW_AGENT_ACTOR,   ///< Who does it, with all "of" phrases
  TW_AGENT_ACCUSER, ///< The same, but "of" leads what for: "convicted by a jury
                    ///< OF theft"
} TwAgent;

/// Adds prepositional phrases and times behind group `g`; `of`: "of" leads a
/// phrase of the trigger
void
tw_walk_phrases(TwWalk* walk, uint32_t g, bool of, TwAgent agent);

/// Adds speaker and content of the verb of speech `verb`; returns the speaker
/// or TW_NO_GROUP
uint32_t
tw_walk_speech(TwWalk* walk, uint32_t verb);

/// Adds what stands around the noun group `g` whose head is the trigger
void
tw_walk_noun(TwWalk* walk, uint32_t g);

/// Who those are that the participle in group `g`, or behind the noun group
/// `holder`, tells of: "those sent to Peru include X"; or TW_NO_GROUP
uint32_t
tw_walk_told(const TwWalk* walk, uint32_t g, uint32_t holder);

/// Adds what stands around the noun group `g` whose head is a participle
void
tw_walk_participle(TwWalk* walk, uint32_t g);

/// Sets negation, modality and the like of the trigger in group `g`
void
tw_walk_mood(TwWalk* walk, uint32_t g, const TwSentence* sentence);

#endif
