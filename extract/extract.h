/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_EXTRACT_H
#define TW_EXTRACT_EXTRACT_H

#include "base/diag.h"
#include "base/status.h"
#include "extract/article.h"
#include "extract/claim.h"
#include "extract/ingest/source.h"
#include "extract/mention/sense.h"
#include "extract/rule/match.h"
#include "ontology/gazetteer.h"

/** All that reading needs: gazetteer, tables, tagger, rules. Read-only after
 * opening: threads share it. */
typedef struct TwExtract TwExtract;

typedef struct {
  const char* data_dir;         ///< Where lexicon/ rules/ gazetteer/ … are
  const char* const* rule_dirs; ///< More packs, beside the built-in ones
  size_t n_rule_dirs;
  const char* const* gazetteers; ///< More tables of names (TSV files)
  size_t n_gazetteers;
  bool bare;   ///< The built-in packs are left out
  bool edited; ///< They may be not as they came: PCRE2 has to take them
  bool no_jit;
} TwExtractOptions;

/// Returns owned; what is wrong with rules and tables is told to `sink`
TwStatus
tw_extract_open(const TwExtractOptions* options, TwDiagSink* sink,
                TwExtract** out_extract);

/// Accepts NULL
void
tw_extract_free(TwExtract* extract);

/// The rules it reads by; borrows
const TwRuleSet*
tw_extract_rules(const TwExtract* extract);

/// The words that walks over groups turn on (extract/mention/grammar.h);
/// borrows
const TwLexicon*
tw_extract_grammar(const TwExtract* extract);

/// What parts participants play (extract/syntax/participant.h); borrows
const TwLexicon*
tw_extract_participants(const TwExtract* extract);

/** One thread's reading; reads one document after another. */
typedef struct TwReader TwReader;

/// Borrows `extract`. Returns owned, or NULL if memory runs out.
TwReader*
tw_reader_new(const TwExtract* extract);

/// Accepts NULL
void
tw_reader_free(TwReader* reader);

/// Somebody looks on while rules read (extract/rule/watch.h); borrows, NULL
/// ends it
void
tw_reader_watch(TwReader* reader, const TwRuleWatch* watch);

/** Reads a document: blocks, sentences, mentions, groups, facts. What it
 * returns lives until the reader's next call. TW_ERR_INPUT and TW_ERR_ENCODING
 * (told to `sink`) set the document aside. */
TwStatus
tw_reader_run(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
              const TwReading** out_reading);

/// As tw_reader_run(), up to the mentions: for people who want to see what was
/// recognised
TwStatus
tw_reader_mentions(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                   const TwArticle** out_article);

/// As tw_reader_mentions(), and what is meant by them, see
/// extract/mention/sense.h; both hold until the reader reads again
TwStatus
tw_reader_senses(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                 const TwArticle** out_article, TwSenseVec* out_senses);

/// As tw_reader_mentions(), up to the groups, and of all blocks: what is taken
/// for a site's furniture, too
TwStatus
tw_reader_groups(TwReader* reader, const TwRaw* raw, TwDiagSink* sink,
                 const TwArticle** out_article);

/// The article of the last call; borrows
const TwArticle*
tw_reader_article(const TwReader* reader);

#endif
