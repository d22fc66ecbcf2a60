/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_GRAPH_RECORD_H
#define TW_GRAPH_RECORD_H

#include "base/diag.h"
#include "base/map.h"
#include "extract/claim.h"
#include "graph/graph.h"
#include "graph/shingle.h"
#include "ontology/schema.h"

/* What fusing keeps of each article: its claims, not its source. Within one
 * set of records texts that are equal are one, so that their pointers tell. */

typedef struct {
  TwType type;
  TwStr name;
  TwStr folded;
  TwStr id;
  TwStr country;
  TwStr region;
  TwStr canonical;
  const TwStr* forms;
  const uint32_t* of; ///< Entities of the article
  TwGraphSpan* words; ///< Of a group; else NULL
  TwGraphBytes bytes; ///< Empty for a publisher that is not named
  uint32_t n_forms;
  uint32_t n_of;
  uint32_t n_mentions;
  uint32_t count;
  TwCertainty membership;
  uint32_t thing; ///< Set while fusing
  bool in_text;
} TwEntityRecord;

/** A value of a role or an end of a relation, checked against the schema. */
typedef struct {
  const TwProperty* property; ///< NULL for an end of a relation with two ends
  bool is_subject;            ///< Which end
  TwValueKind kind;
  uint32_t entity; ///< Of the article, if `kind` is TW_VALUE_THING
  TwStr text;      ///< Else the value
  TwStr folded;    ///< What of it is compared
  TwGraphBytes bytes;
  TwGraphSpan* evidence; ///< NULL: the fact's
  TwCertainty certainty;
  bool inferred;
  bool approximate;
} TwRoleRecord;

typedef struct {
  const TwClass* class_;      ///< Of an event or a relation that is a node
  const TwProperty* relation; ///< Or the relation with two ends
  bool is_event;
  TwRoleRecord* roles;
  uint32_t n_roles;
  TwCertainty certainty;
  bool negated;
  bool recap;
  TwStr status;
  uint32_t speaker; ///< Entity of the article, or TW_NO_ENTITY
  TwStr speaker_text;
  TwGraphSpan evidence;
  TwGraphSpan cue;
  TwGraphWords trigger;
  TwStr rule;
  uint32_t event;
  uint32_t thing; ///< The event or relation as a thing; set while fusing
} TwFactRecord;

typedef struct {
  TwGraphDocument document;
  TwShingles shingles;
  uint32_t publisher; ///< Entity, or TW_NO_ENTITY
  TwEntityRecord* entities;
  size_t n_entities;
  TwFactRecord* facts;
  size_t n_facts;
} TwArticleRecord;

typedef struct {
  TwArena* arena;
  TwArena* scratch; ///< Of one article's taking
  TwArena* folding; ///< Of one text's folding
  TwIntern texts;
  TwMap seen; ///< Hashes of articles
  TW_VEC(TwArticleRecord) articles;
} TwRecords;

TwStatus
tw_records_init(TwRecords* records);

void
tw_records_clear(TwRecords* records);

/// Lets go of all but the texts
void
tw_records_forget(TwRecords* records);

/** Copies a reading; the publisher becomes an entity if it is none.  Values
 * that the schema does not allow are told to `sink` (TW4002) and left out.
 * Of articles with one text one counts, the same in any order: TW_NONE if it
 * is the other; which is left out is told (TW4001). TW_ERR_LIMIT beyond 4 GiB.
 * TW_ERR_INTERNAL if a span lies outside of the source. */
TwStatus
tw_records_add(TwRecords* records, const TwReading* reading, TwDiagSink* sink);

/// The one copy of `text`; `s` is NULL if memory runs out
TwStr
tw_records_text(TwRecords* records, TwStr text);

/// The one copy of the folded form of `text`; `s` is NULL if memory runs out
TwStr
tw_records_folded(TwRecords* records, TwStr text);

/// True if `name` is the id or the hash of the article
bool
tw_record_is_named(const TwArticleRecord* article, TwStr name);

#endif
