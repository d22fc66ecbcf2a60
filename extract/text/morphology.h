/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_MORPHOLOGY_H
#define TW_EXTRACT_TEXT_MORPHOLOGY_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "extract/text/tag.h"

/** The forms of words: lexicon/LANGUAGE/morphology.tsv, and endings.tsv for
 * words it does not have. Read-only after loading: threads share it. */
typedef struct TwMorphology TwMorphology;

/** What kind of word a lemma is. */
typedef enum {
  TW_MORPH_VERB,
  TW_MORPH_NOUN,
  TW_MORPH_ADJECTIVE,
  TW_MORPH_ADVERB,
  TW_MORPH_MODAL,
} TwMorphClass;

/// Reads the tables of `language` below the data directory `dir`. Returns
/// owned. TW_ERR_READ or TW_ERR_RULE, reported to `sink`.
TwStatus
tw_morphology_open(const char* dir, const char* language, TwDiagSink* sink,
                   TwMorphology** out_morphology);

/// Accepts NULL
void
tw_morphology_free(TwMorphology* morphology);

/// The base form of the folded word `fold` with that tag ("sent" VBD ->
/// "send"); `fold` itself for names and whatever is not inflected. Borrows
/// from `fold` or the tables, or lives in `arena`; the empty text if memory
/// runs out.
TwStr
tw_morphology_lemma(const TwMorphology* morphology, TwArena* arena, TwStr fold,
                    TwTag tag);

/// The set of tags that the table knows `fold` by, to be tested with
/// tw_morphology_bit(); 0 if it is not in the table
unsigned
tw_morphology_mask(const TwMorphology* morphology, TwStr fold);

/// The bit of `tag` in such a set; 0 for tags of words without forms
unsigned
tw_morphology_bit(TwTag tag);

/// Calls `visit` with each form of `lemma` and its tag, the base form first
/// (VB, NN, JJ, RB or MD); unknown lemmas are inflected regularly. `visit`
/// ends the walk by returning anything but TW_OK; forms last until it returns.
TwStatus
tw_morphology_forms(const TwMorphology* morphology, TwStr lemma,
                    TwMorphClass kind,
                    TwStatus (*visit)(void* data, TwStr form, TwTag tag),
                    void* data);

#endif
