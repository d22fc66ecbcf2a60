/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/gate.h"

#include "extract/text/wordcache.h"

/* A capital tells a name, but for that of an ordinary word which begins the
 * sentence. */
static bool
has_name(const TwMorphology* morphology, const TwToken* tokens, uint32_t n)
{
  bool begins = true;
  for (uint32_t i = 0; i < n; ++i) {
    const unsigned shape = tokens[i].shape;
    if (shape & (TW_SHAPE_UPPER | TW_SHAPE_MIXED) ||
        (shape & TW_SHAPE_CAPITAL &&
         (!begins || !tw_morphology_mask(morphology, tokens[i].fold)))) {
      return true;
    }
    begins = begins && !(shape & TW_SHAPE_LETTER);
  }
  return false;
}

/* Without a tag any lemma that the word can have may be its own. */
static bool
find_asked(const TwTagGate* gate, const TwMorphology* morphology,
           TwArena* arena, TwStr fold)
{
  const unsigned known = tw_morphology_mask(morphology, fold);
  bool asked = gate->asked(gate->rules, fold);
  for (int tag = 0; tag < TW_TAG_COUNT && !asked; ++tag) {
    const unsigned bit = tw_morphology_bit((TwTag)tag);
    asked = (known ? known & bit : bit) &&
            gate->asked(gate->rules, tw_morphology_lemma(morphology, arena,
                                                         fold, (TwTag)tag));
  }
  return asked;
}

static bool
is_asked(const TwTagGate* gate, const TwMorphology* morphology, TwArena* arena,
         TwCachedWord* word)
{
  if (!(word->filled & TW_FILLED_ASKED)) {
    word->asked = find_asked(gate, morphology, arena, word->fold);
    word->filled |= TW_FILLED_ASKED;
  }
  return word->asked;
}

bool
tw_tag_gate_opens(const TwTagGate* gate, const TwMorphology* morphology,
                  const TwArticle* article, uint32_t first, uint32_t end)
{
  const TwToken* const tokens = article->tokens.at;
  bool opens =
    !gate->asked || has_name(morphology, tokens + first, end - first);
  for (uint32_t i = first; i < end && !opens; ++i) {
    opens = is_asked(gate, morphology, article->arena, tokens[i].word);
  }
  return opens;
}
