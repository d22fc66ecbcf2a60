/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/nameword.h"

#include "extract/mention/scan.h"
#include "extract/text/text.h"

/* In the order of TwWordClass's bits; behind those, kinds without a bit. */
static const TwStr class_names[] = {
  {"place_preposition", 17},
  {"of", 2},
  {"and", 3},
  {"join", 4},
  {"article", 7},
  {"suffix", 6},
  {"modifier", 8},
  {"former", 6},
  {"domain", 6},
  {"alias", 5},
  {"naming", 6},
  {"calendar", 8},
  {"function", 8},
  {"craft", 5},
  {"relation", 8},
  {"acronym", 7},
  {"direction", 9},
  {"people", 6},
  {"foreign", 7},
  {"locative", 8},
  {"own", 3},
  {"possessive", 10},
  {"quote", 5},
  {"comma", 5},
  {"open", 4},
  {"close", 5},
  {"hyphen", 6},
  {"seat", 4},
  {"settlement", 10},
  {"within", 6},
  {"family", 6},
  {"staff", 5},
  {"folk", 4},
  {"body", 4},
  {"sort", 4},
  {"member", 6},
};

TwStatus
tw_name_words_open(const char* dir, TwDiagSink* sink, TwLexicon** out_words)
{
  return tw_lexicon_open(dir, "name_words.tsv", class_names,
                         sizeof(class_names) / sizeof(class_names[0]), sink,
                         out_words);
}

uint32_t
tw_name_words_classes(const TwLexicon* words, TwStr fold, TwStr language)
{
  uint32_t classes = 0;
  for (const TwLexiconRow* row = tw_lexicon_find(words, fold); row;
       row = row->next) {
    const uint32_t class =
      row->kind < TW_WORD_KIND_STAFF ? UINT32_C(1) << row->kind : 0;
    if (class == TW_WORD_FOREIGN || tw_str_equal(row->language, language) ||
        tw_str_equal(row->language, TW_STR("und"))) {
      classes |= class;
    }
  }
  return classes;
}

/* The parts of a word with hyphens or an apostrophe are looked up too:
 * "Garcia-Luna" is as good a surname as "Garcia". */
static uint32_t
gaz_bits(const TwGazetteer* gazetteer, const TwCachedWord* word)
{
  uint32_t bits = word->first.bits[0] | word->first.bits[1];
  if (bits || !(word->shape & TW_SHAPE_LETTER)) {
    return bits;
  }
  size_t start = 0;
  bool word_first = false;
  size_t n_parts = 0;
  size_t n_states = 0;
  for (size_t i = 0; i <= word->fold.len; ++i) {
    const char c = i < word->fold.len ? word->fold.s[i] : '-';
    if (c != '-' && c != '\'') {
      continue;
    }
    const TwStr part = tw_str_slice(word->fold, start, i);
    const uint32_t found = part.len > 1 && part.len < word->fold.len
                             ? tw_gazetteer_word(gazetteer, part)
                             : 0;
    word_first |= !start && found & TW_GAZ_WORD;
    n_states +=
      (found & (TW_GAZ_COUNTRY | TW_GAZ_NATIONALITY | TW_GAZ_ORGANIZATION)) !=
      0;
    ++n_parts;
    bits |= found;
    start = i + 1;
  }
  if (n_parts > 1 && n_states == n_parts) {
    return TW_GAZ_NATIONALITY; /* "UK-Peru" */
  }
  /* "All-Star" */
  return word_first ? 0
                    : bits & (TW_GAZ_GIVEN | TW_GAZ_SURNAME | TW_GAZ_HISPANIC);
}

void
tw_name_words_fill(const TwGazetteer* gazetteer, const TwLexicon* words,
                   TwCachedWord* word)
{
  word->first = tw_gazetteer_first(gazetteer, word->fold);
  word->gaz = gaz_bits(gazetteer, word);
  word->classes =
    tw_name_words_classes(words, word->fold, TW_STR(TW_TAGGED_LANGUAGE));
  word->filled |= TW_FILLED_NAMES;
}
