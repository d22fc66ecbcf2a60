/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_DATETREE_H
#define TW_EXTRACT_MENTION_DATETREE_H

#include "base/map.h"
#include "extract/mention/daterule.h"

/* Elements that are numbers; the kinds of time.tsv come before them. */
enum {
  TW_DATE_ELEMENT_YEAR = TW_TIME_COUNT,
  TW_DATE_ELEMENT_DAY,
  TW_DATE_ELEMENT_N,
  TW_DATE_ELEMENT_ORD,
  TW_DATE_ELEMENT_TWO,
  TW_DATE_ELEMENT_CLOCK,
  TW_DATE_ELEMENT_DECADE,
  TW_DATE_ELEMENT_WORD, ///< This and those above: words as they stand
};

#define TW_DATE_MAX_ELEMENTS 12

typedef struct {
  uint16_t symbol; ///< TwTimeKind, TW_DATE_ELEMENT_… or a word's number
  bool optional;
  bool context;
} TwDateElement;

typedef struct {
  TwDateAction action;
  TwStr argument;
  TwDateElement elements[TW_DATE_MAX_ELEMENTS];
  size_t n_elements;
} TwDateRule;

/** A rule with those of its optional elements that `chosen` has a bit for. */
typedef struct {
  uint32_t rule;
  uint32_t chosen;
} TwDateVariant;

#define TW_DATE_NO_VARIANT UINT32_MAX

/** Where the rules that begin alike stand after some elements. */
typedef struct {
  uint32_t kinds;   ///< A bit for each kind that may follow
  uint32_t variant; ///< The first of those that end here
  uint16_t* next;   ///< The node behind each symbol; 0: none
} TwDateNode;

/** The rules as one tree, so that what they have in common is matched once.
 * Variants are numbered as they win among matches of one length. */
typedef struct {
  TwArena* arena; ///< Borrowed
  TW_VEC(TwDateRule) rules;
  TW_VEC(TwDateVariant) variants;
  TW_VEC(TwDateNode) nodes; ///< The first is the root
  TwMap words;              ///< Of the rules -> symbol
  size_t n_symbols;
} TwDateTree;

/// Reads the rows of dates.tsv; texts borrow from them. TW_ERR_RULE (TW2305)
/// for an element that is not known. To be cleared even if it fails.
TwStatus
tw_datetree_open(TwArena* arena, const TwLexiconRow* rows, size_t n_rows,
                 TwDiagSink* sink, TwDateTree* out_tree);

void
tw_datetree_clear(TwDateTree* tree);

/// The number of a word that stands in a rule, or 0
uint16_t
tw_datetree_word(const TwDateTree* tree, TwStr text);

#endif
