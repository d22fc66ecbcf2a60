/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_GAZETTEER_H
#define TW_ONTOLOGY_GAZETTEER_H

#include "base/diag.h"
#include "base/status.h"
#include "base/str.h"
#include "ontology/type.h"

#include <stdbool.h>
#include <stdint.h>

/// The most words of a name in the tables
#define TW_GAZ_MAX_WORDS 8

/** What a word or a run of words can be, as bits: one word may be a given
 * name, a surname and a city. */
typedef enum {
  TW_GAZ_GIVEN = 1 << 0,  ///< Given name
  TW_GAZ_FEMALE = 1 << 1, ///< Given name, mostly of women
  TW_GAZ_MALE = 1 << 2,   ///< Given name, mostly of men
  TW_GAZ_SURNAME = 1 << 3,
  TW_GAZ_HISPANIC = 1 << 4, ///< Surname mostly of Spanish origin
  TW_GAZ_WORD = 1 << 5,     ///< Also an everyday word of the language
  TW_GAZ_COUNTRY = 1 << 6,
  TW_GAZ_REGION = 1 << 7,
  TW_GAZ_CITY = 1 << 8,
  TW_GAZ_NATIONALITY = 1 << 9,
  TW_GAZ_ORGANIZATION = 1 << 10, ///< Any named body; its type is in the entry
  TW_GAZ_FACILITY = 1 << 11,
  TW_GAZ_TITLE = 1 << 12,       ///< Before or for a person: "minister", "Gen."
  TW_GAZ_PERSON_NOUN = 1 << 13, ///< A common noun for a person: "gunman"
  TW_GAZ_ORG_NOUN = 1 << 14,    ///< Head noun of bodies: "ministry", "cartel"
  TW_GAZ_PLACE_NOUN = 1 << 15,  ///< Head noun of facilities: "airport"
  TW_GAZ_PARTICLE = 1 << 16,    ///< Joins name words: "de", "bin"
  TW_GAZ_PERSON = 1 << 17,      ///< A whole name of a public figure
} TwGazBits;

/// A place of any kind that has a name
#define TW_GAZ_PLACES (TW_GAZ_COUNTRY | TW_GAZ_REGION | TW_GAZ_CITY)

/* The marks of head nouns' tables, which an entry has as its region. */
/// Makes a name when written small, too: "crew"
#define TW_GAZ_MARK_LOWER TW_STR("lower")
/// Makes one then with a place alone before it: "cartel"
#define TW_GAZ_MARK_PLACE TW_STR("place")
/// Makes one only then: "district"
#define TW_GAZ_MARK_SMALL TW_STR("small")
/// Makes one then behind "the": "network"
#define TW_GAZ_MARK_CALLED TW_STR("called")
/// Makes one only when written large, and ends it: "Unit"
#define TW_GAZ_MARK_LARGE TW_STR("large")
/// Makes none, but tells what one beside it is: "importer"
#define TW_GAZ_MARK_TOLD TW_STR("told")
/// May stand before its name: "Mount"
#define TW_GAZ_MARK_FRONT TW_STR("front")
/// Is shared by several names in the plural: "cartels"
#define TW_GAZ_MARK_SHARED TW_STR("shared")

/** One meaning of a name. */
typedef struct {
  TwType type;
  TwStr name;      ///< The name to show: "United States"
  TwStr id;        ///< "iso:MX", "iso:MX-SIN", "geonames:3530597", or empty
  TwStr country;   ///< ISO 3166-1 alpha-2 of a place or body, or empty
  TwStr region;    ///< ISO 3166-2 of a city, or empty
  uint32_t weight; ///< Population for places; larger is likelier
  uint32_t from;   ///< It bears the name from that day, YYYYMMDD; 0: always
  uint32_t to;     ///< Until that day; 0: still
} TwGazEntry;

/** Names looked up by folded words. One compiled image (a file made by
 * triplewire-gazetteer at build time, mapped read-only: no start-up cost)
 * beside tables that a run adds. Read-only after loading: threads share it. */
typedef struct TwGazetteer TwGazetteer;

/// Maps the compiled image at `path`. Returns owned.
TwStatus
tw_gazetteer_open(const char* path, TwDiagSink* sink,
                  TwGazetteer** out_gazetteer);

/// Accepts NULL
void
tw_gazetteer_free(TwGazetteer* gazetteer);

/// Adds the rows of a TSV of the user: name, type, id, aliases separated by
/// `|`, country, region, weight, valid from, valid to. Errors name file, line
/// and column.
TwStatus
tw_gazetteer_add(TwGazetteer* gazetteer, TwStr file, TwStr text,
                 TwDiagSink* sink);

/// Looks for names in a table of the user that lead to two things of one type,
/// with nothing in the rows that tells these apart: each is told (TW2314) and
/// counted. TW_ERR_READ with errno.
TwStatus
tw_gazetteer_lint(const char* path, TwDiagSink* sink, size_t* out_n);

/// The bits of a single folded word; 0 if it is not known
uint32_t
tw_gazetteer_word(const TwGazetteer* gazetteer, TwStr folded);

/** What is known of the keys that begin with a word. */
typedef struct {
  uint64_t hash;
  uint32_t entries[2]; ///< Of the word alone, compiled and added
  uint32_t bits[2];    ///< Of these
  uint8_t reach[2];    ///< Words of the longest key that it begins; 0: none
} TwGazFirst;

/// Looks up the folded word `word` as the first of a key
TwGazFirst
tw_gazetteer_first(const TwGazetteer* gazetteer, TwStr word);

/// As tw_gazetteer_longest(), for words of which the first is known already
size_t
tw_gazetteer_longest_from(const TwGazetteer* gazetteer, const TwGazFirst* first,
                          const TwStr* words, size_t n_words,
                          uint32_t* out_bits, uint32_t* out_entry);

/// The longest entry that the folded `words` start with (at most
/// TW_GAZ_MAX_WORDS are looked at). Returns how many words it has, 0 if none;
/// its bits and where its meanings are.
size_t
tw_gazetteer_longest(const TwGazetteer* gazetteer, const TwStr* words,
                     size_t n_words, uint32_t* out_bits, uint32_t* out_entry);

/// The number of meanings of the entry; the likeliest comes first
size_t
tw_gazetteer_meanings(const TwGazetteer* gazetteer, uint32_t entry);

/// Meaning `i` of the entry; its texts borrow from the gazetteer
TwGazEntry
tw_gazetteer_meaning(const TwGazetteer* gazetteer, uint32_t entry, size_t i);

/// True if the meaning, a head noun's, has that mark
bool
tw_gazetteer_marked(const TwGazEntry* noun, TwStr mark);

/// True if the meaning holds on `day`, "YYYY-MM-DD"; or if `day` is empty
bool
tw_gazetteer_holds(const TwGazEntry* meaning, TwStr day);

/// The country with that ISO 3166-1 alpha-2 code, for its name to show;
/// TW_NONE if there is none
TwStatus
tw_gazetteer_country(const TwGazetteer* gazetteer, TwStr code,
                     TwGazEntry* out_entry);

#endif
