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
#define CACHE_WORDS ((size_t)1 << 15)
#define CACHE_SLOTS (2 * CACHE_WORDS)
/* Pairs of masks remembered, each until another takes its place. */
#define MASK_BITS 10
#define CACHE_MASKS ((size_t)1 << MASK_BITS)
#define MASKS_KNOWN (UINT64_C(1) << 63)

/* The scores of each tag. */
typedef int16_t Row[TAGS];

static const Row zero;

struct TwTagger {
  TwArena* arena;
  const TwMorphology* morphology;
  TwWeights* weights;
  /* The scores of each pair of tags before. */
  Row (*tags)[TW_TAG_COUNT];
};

/* A word that was seen: the sums of its features for each place from which
 * it can be looked at. Many of them are zero. */
typedef struct {
  TwTagWord word;
  const int16_t* rows[TW_FEATURE_OFFSETS];
} Known;

/* What the masks of two neighbours tell of the left one and the right one. */
typedef struct {
  uint64_t masks; /* Both and a bit that is always set; 0: nothing yet */
  Row left;
  Row right;
} Masks;

struct TwTagScratch {
  TwArena* arena;      /* The scratch itself */
  TwArena* rows;       /* The words seen */
  TW_VEC(Known) known; /* 0 is what stands outside a sentence */
  uint16_t* slots;     /* CACHE_SLOTS: number in `known`, or 0 */
  Masks* masks;        /* CACHE_MASKS: at the hash of the masks */
  Row* scores;         /* TW_TAGGER_MAX: of the words of the sentence */
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
    scratch->rows = tw_arena_new(0);
    scratch->slots = TW_NEW(arena, uint16_t, CACHE_SLOTS);
    scratch->masks = TW_NEW(arena, Masks, CACHE_MASKS);
    scratch->scores = TW_NEW(arena, Row, TW_TAGGER_MAX);
    scratch->era = 1;
  }
  if (!scratch || !scratch->rows || tw_arena_failed(arena)) {
    tw_arena_free(scratch ? scratch->rows : NULL);
    tw_arena_free(arena);
    return NULL;
  }
  return scratch;
}

void
tw_tag_scratch_free(TwTagScratch* scratch)
{
  if (scratch) {
    tw_arena_free(scratch->rows);
    tw_arena_free(scratch->arena);
  }
}

/* --- Words seen --- */

/* The sum of the features, kept for as long as the word is known. */
static const int16_t*
sum_of(const TwTagger* tagger, TwTagScratch* scratch, const uint32_t* features,
       size_t n)
{
  Row sum = {0};
  tw_weights_add(tagger->weights, features, n, sum);
  if (!memcmp(sum, zero, sizeof(sum))) {
    return zero;
  }
  int16_t* const row = TW_NEW(scratch->rows, int16_t, TAGS);
  return row ? memcpy(row, sum, sizeof(sum)) : NULL;
}

static TwStatus
learn(const TwTagger* tagger, TwTagScratch* scratch, const TwTagWord* word)
{
  Known known = {.word = *word};
  if (word->fold.len) {
    known.word.mask = tw_morphology_mask(tagger->morphology, word->fold);
  }
  uint32_t features[TW_FEATURE_MAX];
  for (int i = 0; i < TW_FEATURE_OFFSETS; ++i) {
    const size_t n =
      tw_feature_word(&known.word, i - TW_FEATURE_REACH, features);
    known.rows[i] = sum_of(tagger, scratch, features, n);
  }
  known.word.fold = (TwStr){NULL, 0}; /* It does not live as long */
  Known* const place = TW_VEC_PUSH(scratch->rows, &scratch->known);
  if (!place || tw_arena_failed(scratch->rows)) {
    return TW_ERR_NOMEM;
  }
  *place = known;
  return TW_OK;
}

/* The number of the word among those seen. Words are told apart by a hash of
 * 64 bits and their shape: a clash costs a wrong tag, nothing else. */
static TwStatus
look_up(const TwTagger* tagger, TwTagScratch* scratch, const TwTagWord* word,
        uint16_t* out_number)
{
  size_t slot = (word->own + word->shape * (uint64_t)0x9e37) % CACHE_SLOTS;
  for (uint16_t at; (at = scratch->slots[slot]);
       slot = (slot + 1) % CACHE_SLOTS) {
    const TwTagWord* const seen = &scratch->known.at[at].word;
    if (seen->own == word->own && seen->shape == word->shape) {
      *out_number = at;
      return TW_OK;
    }
  }
  TW_TRY(learn(tagger, scratch, word));
  *out_number = scratch->slots[slot] = (uint16_t)(scratch->known.count - 1);
  return TW_OK;
}

/* --- Tagging --- */

/* The sum of five rows, in one pass that runs on vectors. */
static void
add_rows(const int16_t* const rows[5], int16_t* restrict sum)
{
  const int16_t* restrict const a = rows[0];
  const int16_t* restrict const b = rows[1];
  const int16_t* restrict const c = rows[2];
  const int16_t* restrict const d = rows[3];
  const int16_t* restrict const e = rows[4];
  for (size_t i = 0; i < TAGS; ++i) {
    sum[i] = (int16_t)(a[i] + b[i] + c[i] + d[i] + e[i]);
  }
}

static void
add_row(const int16_t* restrict row, int16_t* restrict sum)
{
  for (size_t i = 0; i < TAGS; ++i) {
    sum[i] = (int16_t)(sum[i] + row[i]);
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

static const Masks*
masks_of(const TwTagger* tagger, TwTagScratch* scratch, unsigned left,
         unsigned right)
{
  const uint64_t key = (uint64_t)left << 32 | right;
  Masks* const masks =
    &scratch->masks[key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - MASK_BITS)];
  if (masks->masks != (key | MASKS_KNOWN)) {
    const TwFeaturePair pair = tw_feature_masks(left, right);
    *masks = (Masks){.masks = key | MASKS_KNOWN};
    tw_weights_add(tagger->weights, &pair.left, 1, masks->left);
    tw_weights_add(tagger->weights, &pair.right, 1, masks->right);
  }
  return masks;
}

static void
add_feature(const TwTagger* tagger, uint32_t feature, int16_t* scores)
{
  tw_weights_add(tagger->weights, &feature, 1, scores);
}

/* What tells of each word of the sentence whatever the tags are. No word
 * waits here for what became of the one before, so the processor fetches the
 * memory of several at a time. */
static void
score_words(TwTagScratch* scratch)
{
  _Static_assert(TW_FEATURE_REACH == 2, "the rows below");
  const Known* const known = scratch->known.at;
  const uint16_t* here = scratch->words + TW_FEATURE_REACH;
  for (size_t i = 0; i < scratch->n_words; ++i, ++here) {
    const int16_t* const rows[] = {
      known[here[-2]].rows[0], known[here[-1]].rows[1], known[here[0]].rows[2],
      known[here[1]].rows[3],  known[here[2]].rows[4],
    };
    add_rows(rows, scratch->scores[i]);
  }
}

/* What each pair of neighbours tells of both, those outside included. */
static void
score_pairs(const TwTagger* tagger, TwTagScratch* scratch)
{
  const Known* const known = scratch->known.at;
  const uint16_t* const words = scratch->words + TW_FEATURE_REACH;
  const TwTagWord* left = &known[0].word;
  for (size_t i = 0; i <= scratch->n_words; ++i) {
    const TwTagWord* const right = &known[words[i]].word;
    const TwFeaturePair pair = tw_feature_words(left, right);
    const Masks* const masks =
      masks_of(tagger, scratch, left->mask, right->mask);
    if (i) {
      add_row(masks->left, scratch->scores[i - 1]);
      add_feature(tagger, pair.left, scratch->scores[i - 1]);
    }
    if (i < scratch->n_words) {
      add_row(masks->right, scratch->scores[i]);
      add_feature(tagger, pair.right, scratch->scores[i]);
    }
    left = right;
  }
}

void
tw_tagger_begin(TwTagScratch* scratch)
{
  if (scratch->known.count + TW_TAGGER_MAX > CACHE_WORDS) {
    memset(scratch->slots, 0, CACHE_SLOTS * sizeof(scratch->slots[0]));
    tw_arena_reset(scratch->rows);
    scratch->known.at = NULL;
    scratch->known.count = scratch->known.capacity = 0;
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
  const Known* const known = scratch->known.at;
  uint16_t* const first = scratch->words + TW_FEATURE_REACH;
  const size_t n = scratch->n_words;
  if (!n) {
    return;
  }
  TwTag before = TW_TAG_NONE;
  TwTag second = TW_TAG_NONE;
  memset(first + n, 0, TW_FEATURE_REACH * sizeof(first[0]));
  score_words(scratch);
  score_pairs(tagger, scratch);
  add_feature(tagger, tw_feature_first(&known[first[0]].word),
              scratch->scores[0]);
  for (size_t i = 0; i < n; ++i) {
    int16_t* const scores = scratch->scores[i];
    add_row(tagger->tags[before][second], scores);
    add_feature(tagger, tw_feature_tag_word(&known[first[i]].word, before),
                scores);
    add_feature(tagger, tw_feature_tag_after(&known[first[i + 1]].word, before),
                scores);
    out_tags[i] = best_of(scores);
    second = before;
    before = (TwTag)out_tags[i];
  }
}
