/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_CLAIM_H
#define TW_EXTRACT_CLAIM_H

#include "base/str.h"
#include "extract/document.h"
#include "ontology/type.h"

#include <stdbool.h>
#include <stdint.h>

/** How surely something is said, from sure to unsure. */
typedef enum {
  TW_ASSERTED,
  TW_ALLEGED,
  TW_ACCUSED,
  TW_WANTED,
  TW_POSSIBLE,
  TW_PLANNED,
  TW_DENIED,
} TwCertainty;

/// "asserted", "alleged" …; static
TwStr
tw_certainty_name(TwCertainty certainty);

/// No entity
#define TW_NO_ENTITY UINT32_MAX

/** A thing that one article names, after its mentions were joined. */
typedef struct {
  TwType type;
  TwStr name;      ///< Longest form in running text, without title; as written
  TwSpan span;     ///< Where it stands in that form
  TwStr id;        ///< Gazetteer id ("iso:MX"), or empty
  TwStr country;   ///< ISO 3166-1 code of a place, or empty
  TwStr region;    ///< ISO 3166-2 code of a region or city, or empty
  TwStr canonical; ///< Name of the gazetteer's entry, or empty
  const TwStr* forms; ///< Other forms in the article ("Harfuch"), folded ones
                      ///< once
  size_t n_forms;
  uint32_t n_mentions; ///< Outside boilerplate
  bool in_text;        ///< False if it stands in bylines and datelines only
  /* Of a TW_TYPE_GROUP: */
  uint32_t count;         ///< How many people; 0 if not said
  TwCertainty membership; ///< How surely they belong to `of`
  const uint32_t* of;     ///< Entities they are said to belong to
  size_t n_of;
  bool described; ///< Told apart from others by what they are: "a 62-year-old
                  ///< man", "two police officers"; not "a man", "the victim"
} TwEntity;

/** One value of one role, or one end of a relation. */
typedef struct {
  TwStr role;      ///< Local name of the property: "destination"
  uint32_t entity; ///< The thing, or TW_NO_ENTITY for a literal
  TwStr text;      ///< The literal: ISO date or interval, number, words
  TwType type;     ///< Of the value
  TwSpan span;     ///< Its words; empty where it was taken from context
  TwSpan evidence; ///< What says it, if that is not the fact's evidence; or
                   ///< empty
  TwCertainty certainty; ///< Of this role alone (a hedge on the membership)
  bool inferred;         ///< True if taken from context ("default: document")
  bool approximate;      ///< Of a number: "about", "at least" so many
} TwRole;

/** What one rule found in one place: an event with roles or a relation with
 * ends. Each role becomes a claim. */
typedef struct {
  TwStr term; ///< Local name of the class or property: "Transfer",
              ///< "memberOf"
  bool is_event;
  const TwRole* roles;
  size_t n_roles;
  TwCertainty certainty;
  bool negated;     ///< Polarity
  bool recap;       ///< Background told again
  TwStr status;     ///< "former" for relations that held in the past, or empty
  uint32_t speaker; ///< Who says so, or TW_NO_ENTITY for the publisher
  TwStr speaker_text; ///< The speaker in words where it is no entity
  TwSpan evidence;    ///< The sentence, or the part of it the rule needed
  TwSpan trigger;     ///< The word that called the rule
  TwSpan cue;         ///< The hedge or negation; empty if none
  TwStr rule;         ///< "transfer.people/passive"
  uint32_t event;     ///< Facts of one number tell one event of the article
} TwFact;

/** What one article says. Lives in the arena of its reading. */
typedef struct {
  const TwDocument* document;
  const TwEntity* entities;
  size_t n_entities;
  const TwFact* facts; ///< In the order of their triggers
  size_t n_facts;
} TwReading;

#endif
