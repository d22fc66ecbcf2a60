/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/tagger.h"

#include "base/arena.h"
#include "base/buf.h"
#include "extract/text/weights.h"

#include <string.h>

#define TAGS TW_WEIGHTS_TAGS

/* The score of what is no tag: below any sum of weights. */
#define NEVER (INT16_MIN / 2)

/* Words remembered before all are forgotten, and the slots for them. */
#define CACHE_WORDS ((size_t)3 * TW_TAGGER_MAX)
#define CACHE_SLOTS ((size_t)1 << 15)

struct TwTagger {
  TwArena* arena;
  const TwMorphology* morphology;
  TwWeights* weights;
  /* The scores of each pair of tags before. */
  int16_t (*tags)[TW_TAG_COUNT][TAGS];
};

/* A word that was seen: the sums of its features for each place from which
 * it can be looked at. */
typedef struct {
  TwTagWord word;
  int16_t scores[TW_FEATURE_OFFSETS][TAGS];
} Known;

struct TwTagScratch {
  TwArena* arena;
  TW_VEC(Known) known; /* 0 is what stands outside a sentence */
  uint16_t* slots;     /* CACHE_SLOTS: number in `known`, or 0 */
  /* The sentence: numbers in `known`, with the outside around them. */
  uint16_t words[TW_TAGGER_MAX + 2 * TW_FEATURE_REACH];
  size_t n_words;
  uint32_t era; /* Grows when all words are forgotten */
};

TwStatus
tw_tagger_open(const char* dir, const char* language,
               const TwMorphology* morphology, TwDiagSink* sink,
               TwTagger** out_tagger)
{
  *out_tagger = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwTagger* const tagger = arena ? TW_NEW(arena, TwTagger, 1) : NULL;
  if (!tagger) {
    tw_arena_free(arena);
    return TW_ERR_NOMEM;
  }
  tagger->arena = arena;
  tagger->morphology = morphology;
  tagger->tags = tw_arena_alloc(arena, TW_TAG_COUNT, sizeof(tagger->tags[0]));
  TwBuf path = TW_BUF_INIT;
  tw_buf_addf(&path, "%s/tagger/%s.weights", dir, language);
  TwStatus status = tagger->tags ? tw_buf_status(&path) : TW_ERR_NOMEM;
  if (status == TW_OK) {
    status = tw_weights_open(path.s, sink, &tagger->weights);
  }
  tw_buf_clear(&path);
  if (status != TW_OK) {
    tw_tagger_free(tagger);
    return status;
  }
  uint32_t features[TW_FEATURE_MAX];
  for (int before = 0; before < TW_TAG_COUNT; ++before) {
    for (int second = 0; second < TW_TAG_COUNT; ++second) {
      const size_t n = tw_feature_tags((TwTag)before, (TwTag)second, features);
      int16_t* const scores = tagger->tags[before][second];
      tw_weights_add(tagger->weights, features, n, scores);
      scores[TW_TAG_NONE] = NEVER;
      for (int tag = TW_TAG_COUNT; tag < TAGS; ++tag) {
        scores[tag] = NEVER;
      }
    }
  }
  *out_tagger = tagger;
  return TW_OK;
}

void
tw_tagger_free(TwTagger* tagger)
{
  if (tagger) {
    tw_weights_free(tagger->weights);
    tw_arena_free(tagger->arena);
  }
}

TwTagScratch*
tw_tag_scratch_new(void)
{
  TwArena* const arena = tw_arena_new(0);
  TwTagScratch* const scratch = arena ? TW_NEW(arena, TwTagScratch, 1) : NULL;
  if (scratch) {
    scratch->arena = arena;
    scratch->slots = TW_NEW(arena, uint16_t, CACHE_SLOTS);
    scratch->era = 1;
  }
  if (!scratch || !scratch->slots) {
    tw_arena_free(arena);
    return NULL;
  }
  return scratch;
}

void
tw_tag_scratch_free(TwTagScratch* scratch)
{
  if (scratch) {
    tw_arena_free(scratch->arena);
  }
}

/* --- Words seen --- */

static TwStatus
learn(const TwTagger* tagger, TwTagScratch* scratch, const TwTagWord* word)
{
  Known* const known = TW_VEC_PUSH(scratch->arena, &scratch->known);
  if (!known) {
    return TW_ERR_NOMEM;
  }
  memset(known, 0, sizeof(*known));
  known->word = *word;
  if (word->fold.len) {
    known->word.mask = tw_morphology_mask(tagger->morphology, word->fold);
  }
  uint32_t features[TW_FEATURE_MAX];
  for (int i = 0; i < TW_FEATURE_OFFSETS; ++i) {
    const size_t n =
      tw_feature_word(&known->word, i - TW_FEATURE_REACH, features);
    tw_weights_add(tagger->weights, features, n, known->scores[i]);
  }
  known->word.fold = (TwStr){NULL, 0}; /* It does not live as long */
  return TW_OK;
}

/* The number of the word among those seen. Words are told apart by a hash of
 * 64 bits and their shape: a clash costs a wrong tag, nothing else. */
static TwStatus
look_up(const TwTagger* tagger, TwTagScratch* scratch, const TwTagWord* word,
        uint16_t* out_number)
{
  size_t slot = (word->hash + word->shape * (uint64_t)0x9e37) % CACHE_SLOTS;
  for (uint16_t at; (at = scratch->slots[slot]);
       slot = (slot + 1) % CACHE_SLOTS) {
    const TwTagWord* const seen = &scratch->known.at[at].word;
    if (seen->hash == word->hash && seen->shape == word->shape) {
      *out_number = at;
      return TW_OK;
    }
  }
  TW_TRY(learn(tagger, scratch, word));
  *out_number = scratch->slots[slot] = (uint16_t)(scratch->known.count - 1);
  return TW_OK;
}

/* --- Tagging --- */

static void
add_row(int16_t* restrict scores, const int16_t* restrict row)
{
  for (size_t i = 0; i < TAGS; ++i) {
    scores[i] = (int16_t)(scores[i] + row[i]);
  }
}

/* In two steps, so that the first one runs on vectors. */
static uint8_t
best_of(const int16_t* scores)
{
  int16_t best = INT16_MIN;
  for (size_t i = 0; i < TAGS; ++i) {
    best = scores[i] > best ? scores[i] : best;
  }
  uint8_t tag = 0;
  while (scores[tag] != best) {
    ++tag;
  }
  return tag;
}

/* The features of pairs of words around the middle of `around`, the numbers
 * of the words from -2 to +2. */
static size_t
pairs_of(const TwTagger* tagger, const TwTagScratch* scratch,
         const uint16_t* around, bool first, uint32_t* out)
{
  const Known* const known = scratch->known.at;
  const uint16_t* const here = around + TW_FEATURE_REACH;
  const size_t n = tw_feature_pairs(&known[here[-1]].word, &known[here[0]].word,
                                    &known[here[1]].word, first, out);
  tw_weights_prefetch(tagger->weights, out, n);
  return n;
}

void
tw_tagger_begin(TwTagScratch* scratch)
{
  if (scratch->known.count + TW_TAGGER_MAX > CACHE_WORDS) {
    memset(scratch->slots, 0, CACHE_SLOTS * sizeof(scratch->slots[0]));
    scratch->known.count = 0;
    ++scratch->era;
  }
  scratch->n_words = 0;
}

TwStatus
tw_tagger_add(const TwTagger* tagger, TwTagScratch* scratch, TwTagWord word,
              TwTagSlot* slot)
{
  static const TwTagWord outside = {0};
  if (scratch->n_words == TW_TAGGER_MAX) {
    return TW_ERR_LIMIT;
  }
  if (!scratch->known.count) {
    TW_TRY(learn(tagger, scratch, &outside));
  }
  uint16_t number = 0;
  TW_TRY(look_up(tagger, scratch, &word, &number));
  *slot = (TwTagSlot){scratch->era, number};
  scratch->words[TW_FEATURE_REACH + scratch->n_words++] = number;
  return TW_OK;
}

bool
tw_tagger_add_known(TwTagScratch* scratch, const TwTagSlot* slot)
{
  if (slot->era != scratch->era || scratch->n_words == TW_TAGGER_MAX) {
    return false;
  }
  scratch->words[TW_FEATURE_REACH + scratch->n_words++] = slot->number;
  return true;
}

void
tw_tagger_end(const TwTagger* tagger, TwTagScratch* scratch, uint8_t* out_tags)
{
  uint16_t* const words = scratch->words;
  const size_t n = scratch->n_words;
  uint32_t pairs[2][TW_FEATURE_MAX]; /* Of this word and the next */
  uint32_t tagged[TW_FEATURE_MAX];
  uint8_t before = TW_TAG_NONE;
  uint8_t second = TW_TAG_NONE;
  memset(words + TW_FEATURE_REACH + n, 0, TW_FEATURE_REACH * sizeof(words[0]));
  size_t n_pairs = n ? pairs_of(tagger, scratch, words, true, pairs[0]) : 0;
  for (size_t i = 0; i < n; ++i) {
    const Known* const known = scratch->known.at;
    const uint16_t* const here = words + i + TW_FEATURE_REACH;
    const size_t n_tagged = tw_feature_tagged(
      &known[here[0]].word, &known[here[1]].word, (TwTag)before, tagged);
    tw_weights_prefetch(tagger->weights, tagged, n_tagged);
    const size_t n_now = n_pairs;
    if (i + 1 < n) {
      n_pairs =
        pairs_of(tagger, scratch, words + i + 1, false, pairs[(i + 1) % 2]);
    }
    int16_t scores[TAGS];
    memcpy(scores, tagger->tags[before][second], sizeof(scores));
    for (size_t k = 0; k < TW_FEATURE_OFFSETS; ++k) {
      add_row(scores, known[words[i + k]].scores[k]);
    }
    tw_weights_add(tagger->weights, pairs[i % 2], n_now, scores);
    tw_weights_add(tagger->weights, tagged, n_tagged, scores);
    out_tags[i] = best_of(scores);
    second = before;
    before = out_tags[i];
  }
}
