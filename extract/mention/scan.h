/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_SCAN_H
#define TW_EXTRACT_MENTION_SCAN_H

#include "base/map.h"
#include "extract/article.h"
#include "extract/lexicon.h"
#include "extract/text/morphology.h"
#include "ontology/gazetteer.h"

/** What a word does beside names, as bits; lexicon/<language>/name_words.tsv
 * says which words do. */
typedef enum {
  TW_WORD_PLACE_PREPOSITION = 1 << 0, ///< "in", "near"
  TW_WORD_OF = 1 << 1,
  TW_WORD_AND = 1 << 2,
  TW_WORD_JOIN = 1 << 3, ///< Inside names of bodies: "for"
  TW_WORD_ARTICLE = 1 << 4,
  TW_WORD_SUFFIX = 1 << 5,   ///< After a person's name: "Jr."
  TW_WORD_MODIFIER = 1 << 6, ///< Before a title: "deputy"
  TW_WORD_FORMER = 1 << 7,   ///< Before a title no longer held: "former"
  TW_WORD_DOMAIN = 1 << 8,   ///< Part of a title: "security" minister
  TW_WORD_ALIAS = 1 << 9,    ///< Before another name: "alias"
  TW_WORD_NAMING = 1 << 10,  ///< Before a person's name: "identified"
  TW_WORD_CALENDAR = 1 << 11,
  TW_WORD_FUNCTION = 1 << 12,   ///< Never part of a name
  TW_WORD_CRAFT = 1 << 13,      ///< Begins the name of a ship or the model of
                                ///< a car: "USS", "Toyota"
  TW_WORD_RELATION = 1 << 14,   ///< "brother"
  TW_WORD_ACRONYM = 1 << 15,    ///< Upper case, but no name: "DNA"
  TW_WORD_DIRECTION = 1 << 16,  ///< "northern"
  TW_WORD_PEOPLE = 1 << 17,     ///< "Catholic": no part of a person's name
  TW_WORD_FOREIGN = 1 << 18,    ///< Shows that a sentence is in another
                                ///< language: that of its row
  TW_WORD_LOCATIVE = 1 << 19,   ///< Before a place, hardly a person: "near"
  TW_WORD_OWN = 1 << 20,        ///< "his", "their"
  TW_WORD_POSSESSIVE = 1 << 21, ///< "'s"
  TW_WORD_QUOTE = 1 << 22,      ///< Quotation mark
  TW_WORD_COMMA = 1 << 23,
  TW_WORD_OPEN = 1 << 24, ///< Opening bracket
  TW_WORD_CLOSE = 1 << 25,
  TW_WORD_HYPHEN = 1 << 26,     ///< A word of its own
  TW_WORD_SEAT = 1 << 27,       ///< Behind a place: "-based"
  TW_WORD_SETTLEMENT = 1 << 28, ///< "town": what stands behind its "of" is one
  TW_WORD_WITHIN = 1 << 29,     ///< "in", "near": before a place, no body
  TW_WORD_FAMILY = 1 << 30,     ///< A relation who shares the surname
} TwWordClass;

/** Kinds of words that are asked for by their place: those whose rows have a
 * value, and those that have no bit. */
enum {
  TW_WORD_KIND_CRAFT = 13, ///< Value: "maker" if it may be the company
  TW_WORD_KIND_STAFF = 31, ///< What bodies have: "employee" of; value: see the
                           ///< table
  TW_WORD_KIND_FOLK = 32,  ///< People whose body it may be: "people"
  TW_WORD_KIND_BODY = 33,  ///< Leads the name of a body: "tribunal"; value: its
                           ///< type, and "alone" if it is one without a name
  TW_WORD_KIND_SORT = 34,  ///< Behind such a noun: "criminal"; value: its type
  TW_WORD_KIND_MEMBER = 35, ///< Who is "of" a body: "sicario"; value: its type
};

/** What an article has shown a word to be. */
typedef enum {
  TW_KNOWN_SURNAME = 1 << 0, ///< A later word of a person's full name
  TW_KNOWN_GIVEN = 1 << 1,   ///< The first word of a person's full name
  TW_KNOWN_PLACE = 1 << 2,
  TW_KNOWN_BODY = 1 << 3,  ///< An acronym used as a name
  TW_KNOWN_ONCE = 1 << 4,  ///< An acronym that had an article once
  TW_KNOWN_LOCAL = 1 << 5, ///< A city of a country that is named
  TW_KNOWN_FIRST = 1 << 6, ///< The first word of a body's name
} TwKnown;

#define TW_NO_ENTRY UINT32_MAX

/** A mention before it becomes an annotation. */
typedef struct {
  TwType type;
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  uint32_t head;
  int score;        ///< Ten points are about a sure word
  uint32_t entry;   ///< Its gazetteer entry, or TW_NO_ENTRY
  uint32_t meaning; ///< Which of its meanings
  TwStr value;      ///< As TwAnnotation's
  TwStr name;       ///< What it names, where that is more than its words:
                    ///< "Sinaloa Cartel" for the first of "Sinaloa and Jalisco
                    ///< cartels"; or empty
} TwMention;

typedef TW_VEC(TwMention) TwMentionVec;

/// A mention of tokens [first, end), of which there must be one at least, that
/// no table has; its head is the last of them
static inline TwMention
tw_mention_unlisted(TwType type, uint32_t first, uint32_t end, int score)
{
  return (TwMention){.type = type,
                     .first = first,
                     .end = end,
                     .head = end - 1,
                     .score = score,
                     .entry = TW_NO_ENTRY};
}

/** What a token is in its sentence, found out once. */
typedef struct {
  bool capital;        ///< See tw_scan_capital()
  bool known;          ///< The fields below are filled
  uint8_t longest;     ///< Tokens of the gazetteer's longest entry from here
  uint32_t entry_bits; ///< Its bits
  uint32_t entry;
} TwSpot;

/** A sentence being looked through. */
typedef struct {
  const TwGazetteer* gazetteer;
  const TwMorphology* morphology;
  const TwLexicon* words; ///< lexicon/<language>/name_words.tsv
  const TwMap* bodies;    ///< Folded names of bodies that the article has told
                          ///< of, to their types
  const TwArticle* article;
  const TwToken* tokens;   ///< Of the article
  const uint32_t* classes; ///< TwWordClass bits of each token
  const uint8_t* known;    ///< TwKnown bits of each token
  const bool* taken;       ///< True for tokens of dates and the like
  TwSpot* spots;           ///< Of each token
  uint32_t first;          ///< Tokens [first, end) of the sentence
  uint32_t end;
  bool foreign;  ///< It is in a language of its own, not the article's
  bool headline; ///< True if most words are capitalised
  bool shouted;  ///< True if most words are in upper case
} TwScan;

/// True if token `i` is in the sentence and has one of the classes
static inline bool
tw_scan_is(const TwScan* scan, uint32_t i, uint32_t classes)
{
  return i >= scan->first && i < scan->end && (scan->classes[i] & classes);
}

/// True if token `i` is in the sentence and the gazetteer gives it one of the
/// bits
static inline bool
tw_scan_gaz(const TwScan* scan, uint32_t i, uint32_t bits)
{
  return i >= scan->first && i < scan->end && (scan->tokens[i].gaz & bits);
}

/// True if token `i` is in the sentence and is a capitalised word that can be
/// part of a name
static inline bool
tw_scan_capital(const TwScan* scan, uint32_t i)
{
  return i >= scan->first && i < scan->end && scan->spots[i].capital;
}

/// True if a given name that is no everyday word stands at token `i`, and a
/// surname behind it
static inline bool
tw_scan_full_name(const TwScan* scan, uint32_t i)
{
  return tw_scan_capital(scan, i) && tw_scan_gaz(scan, i, TW_GAZ_GIVEN) &&
         !tw_scan_gaz(scan, i, TW_GAZ_WORD) && tw_scan_capital(scan, i + 1) &&
         tw_scan_gaz(scan, i + 1, TW_GAZ_SURNAME);
}

/// True if token `i` is a small word inside of a name: the "da" of "Ana da
/// Silva", which is a title in other places
static inline bool
tw_scan_small_particle(const TwScan* scan, uint32_t i)
{
  return tw_scan_gaz(scan, i, TW_GAZ_PARTICLE) &&
         !(scan->tokens[i].shape & TW_SHAPE_CAPITAL) &&
         tw_scan_capital(scan, i - 1) && tw_scan_capital(scan, i + 1);
}

/// True if token `i` is in the sentence and a number as ages are written
static inline bool
tw_scan_age(const TwScan* scan, uint32_t i)
{
  return i >= scan->first && i < scan->end && scan->tokens[i].fold.len <= 2 &&
         scan->tokens[i].shape & TW_SHAPE_DIGIT &&
         !(scan->tokens[i].shape & TW_SHAPE_LETTER);
}

/// True if a verb stands at token `i` that is no participle
static inline bool
tw_scan_verb(const TwScan* scan, uint32_t i)
{
  static const bool verbs[TW_TAG_COUNT] = {
    [TW_TAG_VB] = true,  [TW_TAG_VBD] = true, [TW_TAG_VBP] = true,
    [TW_TAG_VBZ] = true, [TW_TAG_MD] = true,
  };
  return i >= scan->first && i < scan->end && verbs[scan->tokens[i].tag];
}

/// True if token `i` is a verb that is capitalised only as all words of its
/// headline or line are
static inline bool
tw_scan_headline_verb(const TwScan* scan, uint32_t i)
{
  return (scan->headline || scan->shouted) && tw_scan_verb(scan, i);
}

/// True if an article stands at token `i` that tells of a thing already known:
/// those of a new one are the shortest ("a", "an")
static inline bool
tw_scan_definite(const TwScan* scan, uint32_t i)
{
  return tw_scan_is(scan, i, TW_WORD_ARTICLE) && scan->tokens[i].fold.len > 2;
}

/// Finds out which words tw_scan_capital() is true for; to be called first
void
tw_scan_begin(const TwScan* scan);

/// The gazetteer's longest entry at token `i`, at most up to `limit`; returns
/// its number of tokens
uint32_t
tw_scan_longest(const TwScan* scan, uint32_t i, uint32_t limit,
                uint32_t* out_bits, uint32_t* out_entry);

/// The bits of that entry; 0 if there is none
uint32_t
tw_scan_bits(const TwScan* scan, uint32_t i, uint32_t limit);

/// The first meaning of the entry that is of `type` (or below), a head noun
/// or a name as `noun` says; false if there is none
bool
tw_scan_meaning(const TwScan* scan, uint32_t entry, TwType type, bool noun,
                uint32_t* out_index, TwGazEntry* out_meaning);

/// What the noun of bodies at token `i` says its name is of; TW_TYPE_NAME if
/// it is no such noun
TwType
tw_scan_kind(const TwScan* scan, uint32_t i);

/// Behind the capitalised words from `i` on, at most at `limit`. In some
/// languages "of" joins them: "Los Reyes del Puerto".
uint32_t
tw_scan_words_end(const TwScan* scan, uint32_t i, uint32_t limit);

/// The words of the title at token `i` with the modifiers before its head
/// ("deputy public security minister"); 0 if there is none. `*out_entry` is
/// the title's, `*out_start` the first token that is not "former".
uint32_t
tw_title_match(const TwScan* scan, uint32_t i, uint32_t* out_entry,
               uint32_t* out_start);

/// As tw_title_match(), of a title in the plural: "deputy district attorneys"
uint32_t
tw_title_match_plural(const TwScan* scan, uint32_t i, uint32_t* out_entry,
                      uint32_t* out_start);

/// True if the title is of that class of ontology/gazetteer/titles.tsv
bool
tw_title_is(const TwScan* scan, uint32_t entry, TwStr class_);

/// True if the title is only a form of address ("Mr.")
bool
tw_title_honorific(const TwScan* scan, uint32_t entry);

/// The folded title in full of tokens [start, end), in `arena`
TwStr
tw_title_value(const TwScan* scan, TwArena* arena, uint32_t start, uint32_t end,
               uint32_t entry);

/// Adds the roles that stand outside of `mentions` in the sentence
TwStatus
tw_titles_run(const TwScan* scan, TwArena* arena, TwMentionVec* mentions);

/// The score of tokens [first, end) as a name of a person; 0 if it is none
int
tw_person_score(const TwScan* scan, uint32_t first, uint32_t end);

/// The score of the gazetteer's entry as a place at tokens [first, end); fills
/// type, entry and meaning of `mention`; 0 if it is none
int
tw_place_score(const TwScan* scan, uint32_t first, uint32_t end, uint32_t entry,
               TwMention* mention);

/// The end of a place that starts at token `i` and that no table has, at most
/// up to `limit`, and its score; 0 if nothing says that there is one
uint32_t
tw_place_unknown(const TwScan* scan, uint32_t i, uint32_t limit,
                 int* out_score);

/// The best body or facility that starts at token `i` and is made of a head
/// noun and the words around it ("San Diego Police Department"), at most up to
/// `limit`; false if there is none
bool
tw_body_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention);

/// Capitalised words in a row that nothing explains, as a name of no kind;
/// after "alias" one will do, and behind "a gang called" a number may begin
/// them and the noun says of what kind it is
bool
tw_called_match(const TwScan* scan, uint32_t i, uint32_t limit,
                TwMention* mention);

/// In languages where the noun that says what a name is of leads it: "la banda
/// LOS REYES DEL PUERTO", "TRIBUNAL SUPREMO", "sicarios de LOS REYES", "LOS
/// REYES, banda del puerto". An office before it may be a person's: "el fiscal
/// Ana Ruiz".
bool
tw_kind_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention);

/// The body that starts at token `i` by what is said of it ("employees of Velmo
/// Foods", "Velmo Foods, a fish importer") or was said of it elsewhere in the
/// article; false if nothing is
bool
tw_told_match(const TwScan* scan, uint32_t i, uint32_t limit,
              TwMention* mention);

/// Finds the groups that share one head noun ("the Sinaloa and Jalisco
/// cartels") and puts them in the place of what was found for their words
TwStatus
tw_bodies_expand(const TwScan* scan, TwArena* arena, TwMentionVec* mentions);

/** Capitalised words in a row, and the names they were cut into. */
typedef struct {
  uint32_t first; ///< Tokens [first, end)
  uint32_t end;
  size_t first_mention; ///< Mentions [first_, end_mention)
  size_t end_mention;
} TwNameRun;

typedef TW_VEC(TwNameRun) TwNameRunVec;

/// Adds the runs of the sentence and their names, in order
TwStatus
tw_names_find(const TwScan* scan, TwArena* arena, TwNameRunVec* runs,
              TwMentionVec* mentions);

/// Adds the names of a run of tw_names_find() to `mentions`: those of `before`,
/// unless something is known of its words by now
TwStatus
tw_names_again(const TwScan* scan, TwArena* arena, const TwNameRun* run,
               const TwMentionVec* before, TwMentionVec* mentions);

#endif
