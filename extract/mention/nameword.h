/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#ifndef TW_EXTRACT_MENTION_NAMEWORD_H
#define TW_EXTRACT_MENTION_NAMEWORD_H

#include "extract/lexicon.h"
#include "extract/text/wordcache.h"
#include "ontology/gazetteer.h"

/// Opens the tables name_words.tsv of every language below the data directory;
/// returns owned (see tw_lexicon_open)
TwStatus
tw_name_words_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words);

/// What the folded word does beside names in that language, as TwWordClass
/// bits; what shows that a sentence is in another one, it does in all
uint32_t
tw_name_words_classes(const TwLexicon* words, TwStr fold, TwStr language);

/// Fills what the tables know of a word wherever it stands
void
tw_name_words_fill(const TwGazetteer* gazetteer, const TwLexicon* words,
                   TwCachedWord* word);

#endif
