/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_WORDCACHE_H
#define TW_EXTRACT_TEXT_WORDCACHE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"
#include "extract/lexicon.h"
#include "extract/text/tagger.h"
#include "ontology/gazetteer.h"

#include <stdbool.h>
#include <stdint.h>

/** What the stages have filled in for a word, as bits. */
typedef enum {
  TW_FILLED_NAMES = 1 << 0,  ///< `first`, `gaz` and `classes`, by the mentions
  TW_FILLED_PIECE = 1 << 1,  ///< `piece`, by the mentions
  TW_FILLED_NUMBER = 1 << 2, ///< `number`, by the rules
  TW_FILLED_CUE = 1 << 3,    ///< `cue`, by the rules
  TW_FILLED_TRIGGERS = 1 << 4, ///< `triggers`, by the rules
  TW_FILLED_GRAMMAR = 1 << 5,  ///< `grammar` and `phrases`, by the groups
  TW_FILLED_REFERS = 1 << 6,   ///< `refers`, by the rules
  TW_FILLED_ASKED = 1 << 7,    ///< `asked`, by the tagger's gate
} TwFilled;

/** A word with one of its tags: what depends on both, worked out once. */
typedef struct TwTaggedWord {
  TwStr lemma;
  uint8_t tag;
  uint32_t filled;  ///< TwFilled bits
  uint32_t number;  ///< Of the lemma among the words of patterns, or 0
  uint8_t triggers; ///< A bit for each TwMorphClass: a trigger begins with it
  uint64_t grammar; ///< TW_WORD() bits of word and lemma
  uint32_t refers;  ///< A bit for each TwReferKind of word or lemma
  struct TwTaggedWord* next; ///< The same word with another tag, or NULL
} TwTaggedWord;

/** What a lexicon has for a word. */
typedef struct {
  const TwLexiconRow* rows; ///< Of the word alone, or NULL
  uint16_t reach;           ///< Most words of an entry that it begins
} TwWordRows;

/** A piece of a word, as numbers and dates see it (extract/mention/piece.h). */
typedef struct {
  TwStr text;
  bool number;
  bool word;
  uint16_t symbol; ///< Its number as a word of the date rules, or 0
  uint32_t kinds;  ///< A bit for each element of the date rules it may begin
  TwWordRows numbers;
  TwWordRows times;
  const void* numbered_by; ///< The tables that `numbers` are of, or NULL
  const void* dated_by;    ///< Those of `times`, `kinds` and `symbol`
} TwWordPiece;

/** A word as it is written: what is known of it alone, worked out once. A
 * stage that wants to know more of a word has a field here and a bit of
 * `filled`; it looks at the bit and fills the field when it is not set. */
typedef struct TwCachedWord {
  TwStr text;           ///< As written
  TwStr fold;           ///< Empty if it has nothing but invisible characters
  uint64_t hash;        ///< Of the text; the cache's own
  uint8_t shape;        ///< TwShape bits, but for TW_SHAPE_SPACE_BEFORE
  bool quote;           ///< It is a double quotation mark
  uint32_t filled;      ///< TwFilled bits
  TwGazFirst first;     ///< The gazetteer's keys that begin with it
  uint32_t gaz;         ///< TwGazBits
  uint32_t classes;     ///< TwWordClass bits
  TwWordPiece piece;    ///< All of it; its text is empty if it is several
  uint32_t number;      ///< Of `fold` among the words of patterns, or 0
  bool cue;             ///< A cue begins with it
  bool asked;           ///< A rule asks for it or a lemma it may have
  uint64_t phrases;     ///< TW_WORD() bits of the phrases that it begins
  TwTagSlot slots[2];   ///< The tagger's; of a closing quotation mark: [1]
  TwTaggedWord* tagged; ///< Each tag it has had, the last one first
} TwCachedWord;

/** Every word that a reader has met, so that each token costs one look-up.
 * It serves one thread and one set of tables. Words live until the next
 * tw_word_cache_begin(). What is read does not depend on what it holds. */
typedef struct TwWordCache TwWordCache;

/// Returns owned, or NULL if memory runs out
TwWordCache*
tw_word_cache_new(void);

/// Accepts NULL
void
tw_word_cache_free(TwWordCache* cache);

/// Begins an article: all words are forgotten when they have become too many
void
tw_word_cache_begin(TwWordCache* cache);

/// The word written as `text`, well-formed UTF-8; NULL if memory runs out
TwCachedWord*
tw_word_cache_get(TwWordCache* cache, TwStr text);

/// The word with that tag; `morphology` gives its lemma when it is new. NULL if
/// memory runs out.
TwTaggedWord*
tw_word_cache_tagged(TwWordCache* cache, const TwMorphology* morphology,
                     TwCachedWord* word, TwTag tag);

/// What the tagger remembers of the words; borrows
TwTagScratch*
tw_word_cache_tags(TwWordCache* cache);

#endif
