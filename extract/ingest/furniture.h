/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_INGEST_FURNITURE_H
#define TW_EXTRACT_INGEST_FURNITURE_H

#include "extract/ingest/dateline.h"
#include "extract/ingest/unit.h"

/** What a unit is when it is looked at alone. Page furniture is known by words
 * (lexicon/LANGUAGE/boilerplate.tsv) and by shape; in doubt it is text. */
typedef enum {
  TW_LOOK_LINE,  ///< No sentence: a heading, an item, a menu
  TW_LOOK_PROSE, ///< Running text
  TW_LOOK_CAPTION,
  TW_LOOK_BYLINE,
  TW_LOOK_SECTION, ///< A heading over links
  TW_LOOK_FURNITURE,
} TwLook;

/// The table of furniture words; returns owned (see tw_lexicon_open)
TwStatus
tw_furniture_open(const char* dir, TwDiagSink* sink, TwLexicon** out_lexicon);

/// Looks at one unit; `*out_reason` says why it is furniture, a byline or a
/// section, else it is empty. It borrows from `furniture` or is static.
TwLook
tw_furniture_look(const TwLexicon* furniture, TwStr source, const TwUnit* unit,
                  TwStr* out_reason);

/// True if it is only a byline's cue ("Author"): the name stands in the next
/// line
bool
tw_furniture_is_byline_cue(const TwLexicon* furniture, const TwUnit* unit);

/// The name of the agency that signs the unit at its end or is all of it
/// ("(AP)", "— Reuters"), or empty; `*out_start` is where that starts
TwStr
tw_furniture_signature(TwDatelineWords words, TwStr source, const TwUnit* unit,
                       size_t* out_start);

/// Where a credit in brackets at the end of the unit starts ("( AP )"), or 0
size_t
tw_furniture_credit(const TwLexicon* furniture, TwDatelineWords words,
                    TwStr source, const TwUnit* unit);

#endif
