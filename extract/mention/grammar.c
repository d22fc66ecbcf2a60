/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/grammar.h"

#include "extract/text/wordcache.h"

#include <string.h>

#define PHRASE_MAX 64 /* bytes */

TwStatus
tw_grammar_open(const char* dir, TwDiagSink* sink, TwLexicon** out_grammar)
{
#define KIND_(id, name) {name, sizeof(name) - 1},
  static const TwStr kinds[] = {TW_GRAMMAR(KIND_)};
#undef KIND_
  _Static_assert(TW_GRAMMAR_SET_END <= 64, "a class is a bit");
  return tw_lexicon_open(dir, "grammar.tsv", kinds, TW_GRAMMAR_COUNT, sink,
                         out_grammar);
}

static uint64_t
classes_of(const TwLexicon* grammar, TwStr word)
{
  uint64_t classes = 0;
  for (const TwLexiconRow* row = tw_lexicon_find(grammar, word); row;
       row = row->next) {
    classes |= row->kind < TW_GRAMMAR_SET_END ? UINT64_C(1) << row->kind : 0;
  }
  return classes;
}

static uint64_t
find_classes(const TwLexicon* grammar, const TwToken* token)
{
  const uint64_t classes = classes_of(grammar, token->fold);
  return tw_str_equal(token->fold, token->lemma)
           ? classes
           : classes | classes_of(grammar, token->lemma);
}

uint64_t
tw_grammar_classes(const TwLexicon* grammar, const TwToken* token)
{
  TwTaggedWord* const word = token->tagged;
  if (!word) {
    return find_classes(grammar, token);
  }
  if (!(word->filled & TW_FILLED_GRAMMAR)) {
    word->grammar = find_classes(grammar, token);
    word->filled |= TW_FILLED_GRAMMAR;
  }
  return word->grammar;
}

uint64_t
tw_grammar_phrases(const TwLexicon* grammar, const TwToken* token)
{
  TwCachedWord* const word = token->word;
  if (!word) {
    return tw_lexicon_phrases(grammar, token->fold);
  }
  if (!(word->filled & TW_FILLED_GRAMMAR)) {
    word->phrases = tw_lexicon_phrases(grammar, word->fold);
    word->filled |= TW_FILLED_GRAMMAR;
  }
  return word->phrases;
}

uint32_t
tw_grammar_phrase(const TwLexicon* grammar, const TwToken* tokens,
                  uint32_t first, uint32_t end, TwGrammarKind kind,
                  const TwLexiconRow** out_row)
{
  char phrase[PHRASE_MAX];
  size_t used = 0;
  uint32_t found = 0;
  if (first >= end ||
      !(tw_grammar_phrases(grammar, &tokens[first]) & UINT64_C(1) << kind)) {
    return 0;
  }
  const size_t reach = tw_lexicon_reach(grammar, tokens[first].fold);
  for (uint32_t n = 0; n < reach && first + n < end; ++n) {
    const TwStr word = tokens[first + n].fold;
    if (!word.len || used + word.len + 1 > PHRASE_MAX) {
      break;
    }
    if (n) {
      phrase[used++] = ' ';
    }
    memcpy(phrase + used, word.s, word.len);
    used += word.len;
    const TwLexiconRow* const row =
      n ? tw_lexicon_find_kind(grammar, (TwStr){phrase, used}, kind) : NULL;
    if (row) {
      found = n + 1;
      *out_row = row;
    }
  }
  return found;
}
