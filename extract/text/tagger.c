/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/tagger.h"

#include "base/arena.h"
#include "base/buf.h"
#include "extract/text/weights.h"

#include <string.h>

#define TAGS TW_WEIGHTS_TAGS

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
  Known* known; /* CACHE_WORDS; 0 is what stands outside a sentence */
  size_t n_known;
  uint16_t* slots; /* CACHE_SLOTS: number in `known`, or 0 */
  /* The sentence: numbers in `known`, with the outside around them. */
  uint16_t words[TW_TAGGER_MAX + 2 * TW_FEATURE_REACH];
  size_t n_words;
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
      tw_weights_add(tagger->weights, features, n,
                     tagger->tags[before][second]);
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
    scratch->known = TW_NEW(arena, Known, CACHE_WORDS);
    scratch->slots = TW_NEW(arena, uint16_t, CACHE_SLOTS);
  }
  if (!scratch || !scratch->known || !scratch->slots) {
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

static void
learn(const TwTagger* tagger, Known* known, const TwTagWord* word)
{
  uint32_t features[TW_FEATURE_MAX];
  memset(known, 0, sizeof(*known));
  known->word = *word;
  if (word->fold.len) {
    known->word.mask = tw_morphology_mask(tagger->morphology, word->fold);
  }
  for (int i = 0; i < TW_FEATURE_OFFSETS; ++i) {
    const size_t n =
      tw_feature_word(&known->word, i - TW_FEATURE_REACH, features);
    tw_weights_add(tagger->weights, features, n, known->scores[i]);
  }
  known->word.fold = (TwStr){NULL, 0}; /* It does not live as long */
}

static void
forget(const TwTagger* tagger, TwTagScratch* scratch)
{
  const TwTagWord outside = {0};
  memset(scratch->slots, 0, CACHE_SLOTS * sizeof(scratch->slots[0]));
  learn(tagger, &scratch->known[0], &outside);
  scratch->n_known = 1;
}

/* The number of the word among those seen. Words are told apart by a hash of
 * 64 bits and their shape: a clash costs a wrong tag, nothing else. */
static uint16_t
look_up(const TwTagger* tagger, TwTagScratch* scratch, const TwTagWord* word)
{
  size_t slot = (word->hash + word->shape * (uint64_t)0x9e37) % CACHE_SLOTS;
  for (uint16_t at; (at = scratch->slots[slot]);
       slot = (slot + 1) % CACHE_SLOTS) {
    const TwTagWord* const seen = &scratch->known[at].word;
    if (seen->hash == word->hash && seen->shape == word->shape) {
      return at;
    }
  }
  const uint16_t number = (uint16_t)scratch->n_known++;
  learn(tagger, &scratch->known[number], word);
  scratch->slots[slot] = number;
  return number;
}

/* --- Tagging --- */

static void
add_row(int16_t* restrict scores, const int16_t* restrict row)
{
  for (size_t i = 0; i < TAGS; ++i) {
    scores[i] = (int16_t)(scores[i] + row[i]);
  }
}

static uint8_t
best_of(const int16_t* scores)
{
  uint8_t best = TW_TAG_NONE + 1;
  for (uint8_t tag = TW_TAG_NONE + 2; tag < TW_TAG_COUNT; ++tag) {
    best = scores[tag] > scores[best] ? tag : best;
  }
  return best;
}

/* The tag of the word in the middle of `around`, the numbers of the words
 * from -2 to +2. */
static uint8_t
tag_word(const TwTagger* tagger, const TwTagScratch* scratch,
         const uint16_t* around, bool first, uint8_t before, uint8_t second)
{
  const Known* const known = scratch->known;
  int16_t scores[TAGS];
  memcpy(scores, tagger->tags[before][second], sizeof(scores));
  for (size_t i = 0; i < TW_FEATURE_OFFSETS; ++i) {
    add_row(scores, known[around[i]].scores[i]);
  }
  uint32_t features[TW_FEATURE_MAX];
  const uint16_t* const here = around + TW_FEATURE_REACH;
  const size_t n =
    tw_feature_context(&known[here[-1]].word, &known[here[0]].word,
                       &known[here[1]].word, first, (TwTag)before, features);
  tw_weights_add(tagger->weights, features, n, scores);
  return best_of(scores);
}

void
tw_tagger_begin(const TwTagger* tagger, TwTagScratch* scratch)
{
  if (!scratch->n_known || scratch->n_known + TW_TAGGER_MAX > CACHE_WORDS) {
    forget(tagger, scratch);
  }
  scratch->n_words = 0;
}

TwStatus
tw_tagger_add(const TwTagger* tagger, TwTagScratch* scratch, TwTagWord word)
{
  if (scratch->n_words == TW_TAGGER_MAX) {
    return TW_ERR_LIMIT;
  }
  scratch->words[TW_FEATURE_REACH + scratch->n_words++] =
    look_up(tagger, scratch, &word);
  return TW_OK;
}

void
tw_tagger_end(const TwTagger* tagger, TwTagScratch* scratch, uint8_t* out_tags)
{
  const size_t n = scratch->n_words;
  memset(scratch->words + TW_FEATURE_REACH + n, 0,
         TW_FEATURE_REACH * sizeof(scratch->words[0]));
  uint8_t before = TW_TAG_NONE;
  uint8_t second = TW_TAG_NONE;
  for (size_t i = 0; i < n; ++i) {
    out_tags[i] =
      tag_word(tagger, scratch, scratch->words + i, !i, before, second);
    second = before;
    before = out_tags[i];
  }
}
