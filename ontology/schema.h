/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_ONTOLOGY_SCHEMA_H
#define TW_ONTOLOGY_SCHEMA_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the vocabulary (ontology/triplewire.ttl) says: which classes and
 * properties there are and what may fill what. */

/// A set of classes: bit 1 << index in the table
typedef uint64_t TwClassSet;

/// Types of literals, as bits of a set
typedef enum {
  TW_LITERAL_STRING = 1 << 0,
  TW_LITERAL_INTEGER = 1 << 1,
  TW_LITERAL_BOOLEAN = 1 << 2,
  TW_LITERAL_DATE = 1 << 3,
  TW_LITERAL_YEAR_MONTH = 1 << 4,
  TW_LITERAL_YEAR = 1 << 5,
  TW_LITERAL_IRI = 1 << 6, ///< xsd:anyURI
} TwLiteral;

/** A class. */
typedef struct {
  TwStr name; ///< Local name ("Transfer"), or with prefix ("schema:Place") if
              ///< it is not our own
  TwStr iri;
  TwStr label;
  TwStr definition;
  TwClassSet above; ///< Itself and all classes above it
  TwStr relation;   ///< Of a relation with more than two ends: what rules call
                    ///< it ("holdsRole"); else empty
  TwStr title;      ///< Pattern of its title (tw:titlePattern), or empty
  TwStr summed_as;  ///< What a total says of their counts: "transferred"; or
                    ///< empty
  /* Names, separated by blanks; see tw_schema_names(): */
  TwStr identified_by; ///< Properties that tell two apart; of a relation the
                       ///< first one is that of whom it is told
  TwStr death_of;      ///< Properties whose values do not live on after it
  TwStr living_roles;  ///< Properties whose values live when it happens
  TwStr worded_by;     ///< The property that says in words what it is
  bool recurs;         ///< One story may tell of many by the same people
} TwClass;

/** A property. */
typedef struct {
  TwStr name; ///< Local name ("destination"), or with prefix ("oa:start")
  TwStr iri;
  TwStr label;
  TwStr definition;
  TwClassSet domain; ///< Classes that may have it, those below included
  TwClassSet range;  ///< Classes of its values
  unsigned literals; ///< TwLiteral bits of its values
  TwStr subject_end; ///< Of a relation with two ends: what rules call its
                     ///< subject ("person"); else empty
  TwStr object_end;
  TwStr relation;  ///< "founded.date": the role of a relation with two ends
                   ///< that it stands for; else empty
  bool one_valued; ///< Only one value can hold
  bool symmetric;
  bool claimed;     ///< Its triples follow from claims
  bool listed;      ///< Several values are told as a list
  bool acts;        ///< Its values do what happens
  bool tells_apart; ///< Events with other values are other events
  bool worded;      ///< One value may be told in several words
} TwProperty;

/** A prefix of the vocabularies in use. */
typedef struct {
  TwStr name; ///< "tw"
  TwStr iri;  ///< "https://w3id.org/triplewire#"
} TwPrefix;

/// All prefixes, sorted; static
const TwPrefix*
tw_schema_prefixes(size_t* out_n);

/// The class of that name ("Transfer", "schema:NewsArticle"), or NULL
const TwClass*
tw_schema_class(TwStr name);

/// The class of a relation with more than two ends that rules call `name`
/// ("holdsRole"), or NULL
const TwClass*
tw_schema_relation(TwStr name);

/// The class of events whose counts a total of `what` sums up, or NULL
const TwClass*
tw_schema_summed(TwStr what);

/// The property of that name ("destination", "oa:start"), or NULL
const TwProperty*
tw_schema_property(TwStr name);

/// The property with that IRI, or NULL
const TwProperty*
tw_schema_property_of(TwStr iri);

/// The class with that IRI, or NULL
const TwClass*
tw_schema_class_of(TwStr iri);

/// True if `name` is one of `names`, which blanks separate
bool
tw_schema_names(TwStr names, TwStr name);

/// True if `name` is the first of `names`
bool
tw_schema_names_first(TwStr names, TwStr name);

/// The class as a set of one
TwClassSet
tw_schema_bit(const TwClass* class_);

/// True if `class_` is `ancestor` or stands below it
bool
tw_schema_is(const TwClass* class_, const TwClass* ancestor);

/// True if things of `class_` may have `property`
bool
tw_schema_may_have(const TwClass* class_, const TwProperty* property);

/// True if a thing of `class_` may be a value of `property`
bool
tw_schema_may_fill(const TwProperty* property, const TwClass* class_);

/// True if a literal of that type may be a value of `property`
bool
tw_schema_may_hold(const TwProperty* property, TwLiteral literal);

/** Whether a rule may give role `role` to a fact that it calls `term`: a class
 * of events or a relation of either kind. `*out_property` is then the
 * property that stands for the role, NULL for an end of a relation with two
 * ends. */
bool
tw_schema_role(TwStr term, TwStr role, const TwProperty** out_property);

#endif
