/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_OUTPUT_DIAGRAM_WORDS_H
#define TW_OUTPUT_DIAGRAM_WORDS_H

#include "base/buf.h"
#include "extract/claim.h"
#include "output/drawing.h"

/* The words of a drawing: a row for each property and each kind of event. */

/** What a drawing makes of a statement. */
typedef enum {
  TW_SHOW_NOT,   ///< Only in tooltips, or not at all
  TW_SHOW_LINE,  ///< A line between two boxes
  TW_SHOW_COUNT, ///< Large in the card
  TW_SHOW_BODY,  ///< Beside the count, in the card
  TW_SHOW_KIND,  ///< Names the band of the card
  TW_SHOW_SMALL, ///< A line of small type, `words` before it
} TwShow;

/** Which way the arrow points. */
typedef enum {
  TW_POINTS_OUT, ///< From the subject to the object
  TW_POINTS_IN,  ///< From the object to the subject
} TwPoints;

/** How a property is shown. */
typedef struct {
  const char* term;     ///< Class of the subject, or NULL: any
  const char* property; ///< Local name
  TwShow show;
  TwPoints points;
  TwFlow flow; ///< Of the arrow
  TwTone tone;
  bool is_noun;        ///< "alleged member of", but "allegedly leads"
  unsigned n_texts;    ///< So many values that are words stand in small type
  const char* words;   ///< On the line, or before a small line
  const char* past;    ///< If it held in the past; NULL: made of `words`
  const char* accused; ///< If somebody is accused of it; NULL: made of `words`
  const char* implies; ///< A property that goes without saying beside it
} TwDiagramWords;

/// The row of `property` where the subject is a `term`; the last row, whose
/// words are NULL, if there is none. Static.
const TwDiagramWords*
tw_diagram_words(TwStr term, TwStr property);

/// Appends the words of a line: "allegedly leads"; those of a property
/// without a row are made from its name
void
tw_diagram_words_add(TwBuf* out, const TwDiagramWords* words, TwStr property,
                     TwCertainty certainty, bool negated, bool is_former);

/** How a kind of event is named. */
typedef struct {
  const char* term;
  const char* band; ///< "TRANSFER"
  const char* one;  ///< "a transfer"
  const char* many; ///< "transfers"
  const char* unit; ///< Of its count, one and many
  const char* units;
  bool is_hidden; ///< Too many of them, and too little to see
} TwDiagramEvent;

/// The row of a kind of event; that of any event if it has none. Static.
const TwDiagramEvent*
tw_diagram_event(TwStr term);

/// Appends a date or an interval of ISO 8601 for people: "4 Mar 2025", "Mar
/// 2025", "12–18 Jan 2026", "since Aug 2025", "by Dec 2025". What is none is
/// appended as it is.
void
tw_diagram_date_add(TwBuf* out, TwStr iso);

/// "planned", "alleged" …, or NULL if it is asserted; static
const char*
tw_diagram_certainty(TwCertainty certainty);

/// What boxes of a kind are called, when there are `n` of them; static
const char*
tw_diagram_kind(TwDrawKind kind, size_t n);

#endif
