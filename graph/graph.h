/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_GRAPH_H
#define TW_GRAPH_GRAPH_H

#include "base/arena.h"
#include "base/str.h"
#include "extract/claim.h"
#include "ontology/type.h"

#include <stdbool.h>
#include <stdint.h>

/* The fused graph of all articles, as output sees it: plain arrays, sorted, the
 * same for the same articles whatever their order. Indexes point from one to
 * the other. IRIs are relative to `base`. */

#define TW_NO_THING UINT32_MAX

/** Bytes of an article's source. */
typedef struct {
  uint32_t start;
  uint32_t end;
} TwGraphBytes;

/** Where words stand in an article. */
typedef struct {
  TwStr exact;         ///< The words
  uint32_t document;   ///< Index
  TwGraphBytes bytes;  ///< Of the source
  uint32_t char_start; ///< The same in code points
  uint32_t char_end;
} TwGraphSpan;

/** Words of an article that is known otherwise. */
typedef struct {
  TwStr exact;
  TwGraphBytes bytes;
} TwGraphWords;

/** An article. Sorted by sha256. */
typedef struct {
  TwStr iri; ///< "doc/<sha256>"
  TwStr sha256;
  TwStr id;
  TwStr name;
  TwStr url;
  TwStr publisher;
  TwStr publisher_how;
  TwStr agency; ///< Whose text the publisher prints, or empty
  TwStr title;
  TwStr language;
  TwStr date;
  TwStr date_how;
  size_t n_bytes;
  size_t n_chars;
  uint32_t publisher_thing; ///< Index, or TW_NO_THING
  uint32_t copy_of; ///< The article whose words most of its own are, as an
                    ///< index, or TW_NO_THING
  uint32_t n_claims;
} TwGraphDocument;

/** A person, body, place, group, event, or a relation with more than two ends
 * ("Role", "Kinship", "Wanted"), whose ends are statements about it. Sorted by
 * IRI. */
typedef struct {
  TwStr iri;   ///< "person/olga-prats", "transfer/1f0c…"
  TwStr term;  ///< Local name of its class: "Person", "Transfer"
  TwType type; ///< TW_TYPE_NONE for events and relations
  bool is_event;
  TwStr label; ///< The longest form in running text; of an event: "Transfer of
               ///< 37 people, 2024-05-06"
  const TwStr* names; ///< Other forms, sorted
  uint32_t n_names;
  uint32_t n_mentions;
  uint32_t n_documents;
  TwStr id;      ///< Outside id ("iso:MX", "geonames:3530597"), or empty
  TwStr country; ///< ISO 3166-1 code of a place, or empty
  TwStr region;  ///< ISO 3166-2 code of a region or of what lies in one, or
                 ///< empty
  const uint32_t* mentions;  ///< Indexes of articles that name it, sorted
  const uint32_t* documents; ///< And of all that tell of it, or are by it
  bool only_furniture;       ///< Stands in bylines and datelines only
  uint32_t count;            ///< Of a Group: how many; 0 if not said
  TwCertainty membership;    ///< Of a Group: how surely they are what they are
                             ///< called ("alleged members")
  TwStr date; ///< Of an event: the most specific that is not contested, as
              ///< ISO 8601 or an interval A/B, A/.., ../B; or empty
  bool recap; ///< Of an event: only ever told as background
} TwGraphThing;

/** What kind of value a statement's object is. */
typedef enum {
  TW_VALUE_THING,
  TW_VALUE_TEXT,
  TW_VALUE_NUMBER, ///< xsd:integer
  TW_VALUE_DATE,   ///< Day, month, year or interval, by its form
} TwValueKind;

/** Something that is said, by one article or several: subject, predicate,
 * object. Sorted by subject, predicate, object. */
typedef struct {
  uint32_t subject; ///< Index of a thing
  TwStr predicate;  ///< Local name of a property: "destination"
  TwValueKind kind;
  uint32_t object;      ///< Index of a thing, or TW_NO_THING
  TwStr text;           ///< The value if it is no thing
  TwStr status;         ///< "former", or empty
  uint32_t first_claim; ///< Its claims: [first_claim, end_claim)
  uint32_t end_claim;
  TwCertainty certainty; ///< Of the surest claim that is not negative
  bool negated;          ///< All of its claims are negative
  uint32_t n_documents;
  uint32_t n_sources; ///< Independent ones: publishers
  bool contested;     ///< Stands in a conflict
  bool withheld;      ///< Another value excludes it or goes first, or it is
                      ///< doubted
  bool accepted;      ///< A correction says that it holds
  bool direct;        ///< Has a direct triple
} TwStatement;

/** One article's saying of a statement: the record. Sorted with their
 * statements, then by document and place. */
typedef struct {
  TwStr iri; ///< "claim/<hash>"
  uint32_t statement;
  TwGraphSpan evidence; ///< The sentence or the part of it that was needed
  TwGraphSpan cue;      ///< The hedge or negation; empty bytes if none
  TwGraphWords trigger; ///< The word that called the rule; empty bytes if none
  TwGraphBytes value;   ///< The words of the object; empty if inferred
  TwCertainty certainty;
  bool negated;
  bool recap;
  bool inferred;
  bool approximate;   ///< Of a number: "about", "at least" so many
  uint32_t speaker;   ///< Thing, or TW_NO_THING
  TwStr speaker_text; ///< In words where it is no thing; both empty: the
                      ///< publisher
  TwStr rule;         ///< "transfer.people/passive"
  uint32_t thing; ///< The event of the article it belongs to, as a thing; or
                  ///< the subject
} TwGraphClaim;

/** Statements that cannot all hold, or do not say the same. Sorted by IRI. */
typedef struct {
  TwStr iri;       ///< "conflict/<hash>"
  TwStr kind;      ///< "contradiction", "omission" …, see graph/conflict.h;
                   ///< static
  uint32_t about;  ///< Thing
  TwStr predicate; ///< Local name, or empty if it is about several
  const uint32_t* statements; ///< The alternatives
  size_t n_statements;
  const uint32_t* silent; ///< Of an omission: the articles that tell the same
                          ///< list without these, sorted
  size_t n_silent;
} TwConflict;

/** A stated number that was worked out again. Sorted by IRI. */
typedef struct {
  TwStr iri;              ///< "check/<hash>"
  TwStr kind;             ///< "sum": of the parts' counts; "number": of parts;
                          ///< static
  TwStr outcome;          ///< "agrees", "differs", "open": it cannot be told;
                          ///< static
  uint32_t about;         ///< Thing: the total
  const uint32_t* parts;  ///< Things: the events that were found, by date
  const uint64_t* counts; ///< Of each part; 0 if it is not told
  size_t n_parts;
  const uint32_t* statements; ///< What it rests on, the total's first
  size_t n_statements;
  uint64_t stated;
  uint64_t computed;
} TwCheck;

/** What somebody said, as several articles quote it. Sorted by IRI. */
typedef struct {
  TwStr iri;                   ///< "quote/<hash>"
  uint32_t speaker;            ///< Thing
  TwStr text;                  ///< The longest wording
  const TwGraphSpan* variants; ///< Where it stands, by article and place
  size_t n_variants;
} TwQuote;

/** A decision on whether two names of different articles are one thing. */
typedef struct {
  TwStr iri;  ///< "identity/<hash>"
  uint32_t a; ///< Things; the same where they were merged
  uint32_t b;
  TwStr judgement; ///< "same", "apart", "undecided"; static
  TwStr reason;    ///< In words, "; " between several
  int score;       ///< What speaks for one; 0 if nothing was weighed
} TwIdentity;

typedef struct {
  TwArena* arena; ///< All of it lives there; owned by the fuser
  TwStr base;     ///< What every IRI begins with
  const TwGraphDocument* documents;
  size_t n_documents;
  const TwGraphThing* things;
  size_t n_things;
  const TwStatement* statements;
  size_t n_statements;
  const TwGraphClaim* claims;
  size_t n_claims;
  const TwConflict* conflicts;
  size_t n_conflicts;
  const TwCheck* checks;
  size_t n_checks;
  const TwQuote* quotes;
  size_t n_quotes;
  const TwIdentity* identities;
  size_t n_identities;
  size_t n_bytes_held; ///< Memory for what the articles say and for this
} TwGraph;

/// True if all of the statement's claims say "about" or "at least" so many;
/// `claims` are those of its graph
static inline bool
tw_statement_is_approximate(const TwGraphClaim* claims,
                            const TwStatement* statement)
{
  uint32_t c = statement->first_claim;
  while (c < statement->end_claim && claims[c].approximate) {
    ++c;
  }
  return c == statement->end_claim;
}

#endif
