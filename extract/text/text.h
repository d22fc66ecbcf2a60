/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_TEXT_TEXT_H
#define TW_EXTRACT_TEXT_TEXT_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"
#include "extract/text/gate.h"
#include "extract/text/morphology.h"
#include "extract/text/wordcache.h"

/** The language whose words are tagged. Sentences of others have tags and
 * groups as if they were of it. */
#define TW_TAGGED_LANGUAGE "en"

/** What cuts text into sentences and words and tells what kind of words they
 * are. Read-only after loading: threads share it. */
typedef struct TwText TwText;

/// Opens the tables and weights of the data directory `dir`: lexicon/ and
/// tagger/. Returns owned. Errors are reported to `sink`.
TwStatus
tw_text_open(const char* dir, TwDiagSink* sink, TwText** out_text);

/// Accepts NULL
void
tw_text_free(TwText* text);

/// The forms of words; borrows
const TwMorphology*
tw_text_morphology(const TwText* text);

/// From now on the tagger runs only on sentences that the gate lets through
void
tw_text_ask(TwText* text, const TwTagGate* gate);

/// Fills the sentences and tokens of the article, with fold, shape, tag and
/// lemma, from every block of its document but boilerplate and datelines.
/// `cache` belongs to the calling thread; tokens borrow its words until the
/// next call. Sentences that had to be cut are told to `sink` as warning
/// TW3101.
TwStatus
tw_text_run(const TwText* text, TwWordCache* cache, TwArticle* article,
            TwDiagSink* sink);

/// Appends a line a token: words, fold, lemma, tag, shape in letters (Capital
/// Upper Mixed Digit Letter Punctuation Abbreviation, a space before it); an
/// empty line between sentences
void
tw_text_dump(const TwArticle* article, TwBuf* out);

#endif
