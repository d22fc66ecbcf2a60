/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_MENTION_H
#define TW_EXTRACT_MENTION_MENTION_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"
#include "extract/text/morphology.h"
#include "ontology/gazetteer.h"

/** What the mention stage knows: the gazetteer and the tables of
 * lexicon/<language>. Read-only after opening: threads share it. */
typedef struct TwMentions TwMentions;

/// Reads the tables below `dir`, the run-time data directory. Borrows the
/// gazetteer and the morphology. Returns owned.
TwStatus
tw_mentions_open(const char* dir, const TwGazetteer* gazetteer,
                 const TwMorphology* morphology, TwDiagSink* sink,
                 TwMentions** out_mentions);

/// Accepts NULL
void
tw_mentions_free(TwMentions* mentions);

/** Fills the tokens' gazetteer bits, the annotations and the entities of an
 * article whose text stage has run. Annotations of a sentence stand in order
 * and do not overlap: times and money beat names; a name beats a plain number
 * it contains or overlaps and loses to nothing else; of two names the better
 * explained reading of the whole run of words wins (see name.c); titles stand
 * beside the person they belong to and yield to names. */
TwStatus
tw_mentions_run(const TwMentions* mentions, TwArticle* article);

#endif
