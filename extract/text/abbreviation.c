/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/abbreviation.h"

#include "extract/text/chars.h"
#include "ontology/fold.h"

/* Bytes of the longest word that is looked up. */
#define LONGEST 24

#define N_KINDS (TW_ABBREVIATION_CLITIC + 1)

static const TwStr kinds[N_KINDS] = {
  {"never", 5},   {"number", 6},  {"may", 3},
  {"capital", 7}, {"starter", 7}, {"clitic", 6},
};

TwStatus
tw_abbreviation_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words)
{
  return tw_lexicon_open(dir, "abbreviations.tsv", kinds, N_KINDS, sink,
                         out_words);
}

/* True for letters with a stop after each but the last: "U.S", "p.m". */
static bool
is_dotted(TwStr word)
{
  size_t len = 0;
  size_t at = 0;
  bool dotted = false;
  while (tw_char_at(word, at, &len) & TW_CHAR_LETTER) {
    at += len;
    if (at == word.len) {
      return dotted;
    }
    if (word.s[at++] != '.') {
      return false;
    }
    dotted = true;
  }
  return false;
}

TwAbbreviation
tw_abbreviation_kind(const TwLexicon* words, TwStr word)
{
  char folded[LONGEST];
  if (!word.len || word.len > LONGEST) {
    return TW_ABBREVIATION_NONE;
  }
  size_t len = 0;
  const unsigned first = tw_char_at(word, 0, &len);
  if (len == word.len && first & TW_CHAR_UPPER) {
    return TW_ABBREVIATION_INITIAL; /* "Olga P. Prado", though p. is a page */
  }
  const TwStr key = {folded, tw_fold_into(word, folded)};
  for (const TwLexiconRow* row = tw_lexicon_find(words, key); row;
       row = row->next) {
    if (row->kind == TW_ABBREVIATION_CAPITAL) {
      if (first & TW_CHAR_UPPER) {
        return TW_ABBREVIATION_MAY;
      }
    } else if (row->kind < TW_ABBREVIATION_CAPITAL) {
      return (TwAbbreviation)row->kind;
    }
  }
  return is_dotted(word) ? TW_ABBREVIATION_MAY : TW_ABBREVIATION_NONE;
}

bool
tw_abbreviation_is(const TwLexicon* words, TwStr word, TwAbbreviation kind)
{
  char folded[LONGEST];
  if (!word.len || word.len > LONGEST) {
    return false;
  }
  const TwStr key = {folded, tw_fold_into(word, folded)};
  return tw_lexicon_find_kind(words, key, (unsigned)kind) != NULL;
}
