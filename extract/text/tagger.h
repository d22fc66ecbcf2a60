/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_TAGGER_H
#define TW_EXTRACT_TEXT_TAGGER_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"
#include "extract/text/feature.h"
#include "extract/text/morphology.h"

/** Gives words their part of speech: an averaged perceptron that goes from
 * left to right (Collins 2002), trained by data/tagger/train.c. Read-only
 * after loading: threads share it. */
typedef struct TwTagger TwTagger;

/** What one thread's tagging remembers of words it has seen. */
typedef struct TwTagScratch TwTagScratch;

/// Reads the weights tagger/LANGUAGE.weights below the data directory `dir`;
/// borrows `morphology`. Returns owned. Errors as of tw_weights_open().
TwStatus
tw_tagger_open(const char* dir, const char* language,
               const TwMorphology* morphology, TwDiagSink* sink,
               TwTagger** out_tagger);

/// Accepts NULL
void
tw_tagger_free(TwTagger* tagger);

/// Returns owned, or NULL if memory runs out. It serves one tagger only.
TwTagScratch*
tw_tag_scratch_new(void);

/// Accepts NULL
void
tw_tag_scratch_free(TwTagScratch* scratch);

/// The most words of a sentence
#define TW_TAGGER_MAX 4096

/** Where the scratch keeps what it knows of a word; all zero at first. */
typedef struct {
  uint32_t era; ///< Of the scratch, when it knew the word
  uint16_t number;
} TwTagSlot;

/// Begins a sentence
void
tw_tagger_begin(TwTagScratch* scratch);

/// Adds a word from tw_feature_make() to it and notes it in `slot`; borrows its
/// text for the call only. TW_ERR_LIMIT for more than TW_TAGGER_MAX words.
TwStatus
tw_tagger_add(const TwTagger* tagger, TwTagScratch* scratch, TwTagWord word,
              TwTagSlot* slot);

/// Adds the word of a slot; false if the scratch does not know it any more, or
/// the sentence is full: then it is to be added by tw_tagger_add()
bool
tw_tagger_add_known(TwTagScratch* scratch, const TwTagSlot* slot);

/// Ends it: the tags of the words that were added
void
tw_tagger_end(const TwTagger* tagger, TwTagScratch* scratch, uint8_t* out_tags);

#endif
