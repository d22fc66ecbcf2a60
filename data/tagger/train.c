/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
/* Trains the tagger: an averaged perceptron (Collins 2002).
 *
 *   train-tagger DATA-DIR OUT THRESHOLD TRAIN... -- TEST...
 *
 * The files have a line a word: word, tab, Penn tag; an empty line between
 * sentences. Weights below THRESHOLD are dropped; OUT is a data directory
 * with a folder tagger/. README.md beside this file tells the sources. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "extract/article.h"
#include "extract/text/tagger.h"
#include "extract/text/token.h"
#include "extract/text/weights.h"
#include "ontology/fold.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PASSES 8
#define SLOTS ((size_t)1 << 23)
#define SCALE 4.0      /* Steps of a weight of 1 in the file */
#define TITLE_EVERY 16 /* One sentence in so many is copied as a headline */
#define UPPER_EVERY 50 /* … and in capitals */
#define SHORT_WORD 3   /* Letters of words that headlines may write small */
#define FEATURES (TW_FEATURE_MAX * (TW_FEATURE_OFFSETS + 3))

typedef struct {
  TwTagWord word;
  uint8_t tag;
} Word;

typedef struct {
  const Word* words;
  size_t n;
} Sentence;

typedef struct {
  TW_VEC(Word) words;
  TW_VEC(Sentence) sentences;
} Corpus;

/* Weights of a feature, and the steps they were changed at. */
typedef struct {
  uint32_t hash;
  int32_t now[TW_TAG_COUNT];
  int64_t when[TW_TAG_COUNT];
} Row;

typedef struct {
  TwArena* arena;
  TwMorphology* morphology;
  Row** rows; /* SLOTS */
  size_t n_rows;
  int64_t step;
} Trainer;

static void
give_up(const char* what)
{
  fprintf(stderr, "train-tagger: %s\n", what);
  exit(EXIT_FAILURE);
}

/* --- Reading --- */

/* A line of a file: a word and its tag. */
typedef struct {
  TwStr text;
  TwTag tag;
} Line;

typedef TW_VEC(Line) Lines;

/* The tag of words that were written as one with hyphens: what modifies is an
 * adjective, whatever its last part is on its own. */
static TwTag
compound_tag(TwTag first, TwTag last)
{
  switch (last) {
  case TW_TAG_VBN:
  case TW_TAG_VBG:
    return first == TW_TAG_AFX || first == TW_TAG_RB ? last : TW_TAG_JJ;
  case TW_TAG_RP:
  case TW_TAG_IN:
  case TW_TAG_RB:
    return TW_TAG_NN;
  case TW_TAG_NN:
    return first == TW_TAG_CD ? TW_TAG_JJ : TW_TAG_NN;
  default:
    return last;
  }
}

static bool
is_hyphen(const Line* line)
{
  return line->tag == TW_TAG_HYPH && (tw_str_equal(line->text, TW_STR("-")) ||
                                      tw_str_equal(line->text, TW_STR("‐")));
}

static TwStr
join(Trainer* trainer, const Line* lines, size_t n)
{
  TwStr* const parts = TW_NEW(trainer->arena, TwStr, n + 1);
  for (size_t i = 0; i < n; ++i) {
    parts[i] = lines[i].text;
  }
  return tw_arena_join(trainer->arena, parts, n, (TwStr){NULL, 0});
}

/* How many lines from `at` on are one token of ours, and its tag. */
static size_t
token_lines(const Lines* lines, size_t at, TwTag* out_tag)
{
  size_t end = at + 1;
  *out_tag = lines->at[at].tag;
  while (end + 1 < lines->count && is_hyphen(&lines->at[end])) {
    end += 2;
  }
  if (end > at + 1) {
    *out_tag = compound_tag(lines->at[at].tag, lines->at[end - 1].tag);
  } else if (end < lines->count && lines->at[at].tag == TW_TAG_MD && at % 2 &&
             tw_str_equal(lines->at[at].text, TW_STR("can")) &&
             tw_str_equal(lines->at[end].text, TW_STR("not"))) {
    ++end; /* "cannot" and "can not" look alike in these files */
  }
  return end - at;
}

static void
end_sentence(Trainer* trainer, Corpus* corpus, Lines* lines)
{
  const TwStr quote = TW_STR("\"");
  const size_t first = corpus->words.count;
  bool open = false;
  for (size_t at = 0; at < lines->count;) {
    TwTag tag = TW_TAG_NONE;
    const size_t n = token_lines(lines, at, &tag);
    const TwStr text =
      n > 1 ? join(trainer, &lines->at[at], n) : lines->at[at].text;
    bool plain = false;
    const unsigned shape = tw_token_shape(text, &plain);
    const bool straight = tw_str_equal(text, quote);
    const TwStr fold = tw_fold(trainer->arena, text);
    Word* const word = TW_VEC_PUSH(trainer->arena, &corpus->words);
    word->tag = (uint8_t)tag;
    word->word =
      tw_feature_make(fold, shape,
                      (straight && open) || tw_str_equal(text, TW_STR("”")) ||
                        tw_str_equal(text, TW_STR("''")));
    word->word.mask = tw_morphology_mask(trainer->morphology, fold);
    open ^= straight;
    at += n;
  }
  lines->count = 0;
  if (corpus->words.count > first) {
    *TW_VEC_PUSH(trainer->arena, &corpus->sentences) =
      (Sentence){NULL, corpus->words.count - first};
  }
}

static void
read_corpus(Trainer* trainer, Corpus* corpus, const char* path)
{
  TwBuf buf = TW_BUF_INIT;
  if (tw_file_read(path, 0, &buf) != TW_OK) {
    give_up(path);
  }
  TwStr rest = tw_arena_copy(trainer->arena, tw_buf_str(&buf));
  TwStr line;
  TwStr text;
  TwStr tag;
  Lines lines = {0};
  while (tw_str_next(&rest, '\n', &line)) {
    if (!line.len) {
      end_sentence(trainer, corpus, &lines);
    } else if (tw_str_next(&line, '\t', &text) &&
               tw_str_next(&line, '\t', &tag)) {
      Line* const added = TW_VEC_PUSH(trainer->arena, &lines);
      *added = (Line){text, tw_tag_find(tag)};
      if (added->tag == TW_TAG_NONE) {
        added->tag = TW_TAG_XX;
      }
    }
  }
  end_sentence(trainer, corpus, &lines);
  tw_buf_clear(&buf);
}

/* A copy of the sentence as headlines write it: with capitals. */
static void
copy_headline(Trainer* trainer, Corpus* corpus, const Sentence* sentence,
              bool upper, bool small)
{
  for (size_t i = 0; i < sentence->n; ++i) {
    Word word = sentence->words[i];
    const size_t len = word.word.fold.len;
    if (word.word.shape & TW_SHAPE_LETTER &&
        (upper || !small || !i || len > SHORT_WORD)) {
      word.word.shape |= TW_SHAPE_CAPITAL;
      if (upper && len > 1) {
        word.word.shape |= TW_SHAPE_UPPER;
        word.word.shape &= (uint8_t)~TW_SHAPE_MIXED;
      }
    }
    *TW_VEC_PUSH(trainer->arena, &corpus->words) = word;
  }
  *TW_VEC_PUSH(trainer->arena, &corpus->sentences) =
    (Sentence){NULL, sentence->n};
}

/* Words have stopped moving: gives each sentence its own. */
static void
place_words(Corpus* corpus)
{
  const Word* at = corpus->words.at;
  for (size_t i = 0; i < corpus->sentences.count; ++i) {
    corpus->sentences.at[i].words = at;
    at += corpus->sentences.at[i].n;
  }
}

static void
add_headlines(Trainer* trainer, Corpus* corpus)
{
  Corpus copies = {0};
  place_words(corpus);
  for (size_t i = 0; i < corpus->sentences.count; ++i) {
    const Sentence* const sentence = &corpus->sentences.at[i];
    if (i % TITLE_EVERY == 0) {
      copy_headline(trainer, &copies, sentence, false, i % (2 * TITLE_EVERY));
    }
    if (i % UPPER_EVERY == 0) {
      copy_headline(trainer, &copies, sentence, true, false);
    }
  }
  for (size_t i = 0; i < copies.words.count; ++i) {
    *TW_VEC_PUSH(trainer->arena, &corpus->words) = copies.words.at[i];
  }
  for (size_t i = 0; i < copies.sentences.count; ++i) {
    *TW_VEC_PUSH(trainer->arena, &corpus->sentences) = copies.sentences.at[i];
  }
  place_words(corpus);
}

/* --- Learning --- */

static Row**
find_row(const Trainer* trainer, uint32_t hash)
{
  size_t i = hash % SLOTS;
  while (trainer->rows[i] && trainer->rows[i]->hash != hash) {
    i = (i + 1) % SLOTS;
  }
  return &trainer->rows[i];
}

static size_t
all_features(const Sentence* sentence, size_t at, TwTag before, TwTag second,
             uint32_t* out)
{
  static const TwTagWord outside = {0};
  const TwTagWord* around[TW_FEATURE_OFFSETS];
  size_t n = tw_feature_tags(before, second, out);
  for (int i = 0; i < TW_FEATURE_OFFSETS; ++i) {
    const size_t place = at + (size_t)i - TW_FEATURE_REACH;
    around[i] = place < sentence->n ? &sentence->words[place].word : &outside;
    n += tw_feature_word(around[i], i - TW_FEATURE_REACH, out + n);
  }
  const TwTagWord** const here = around + TW_FEATURE_REACH;
  out[n++] = tw_feature_words(here[-1], here[0]).right;
  out[n++] = tw_feature_words(here[0], here[1]).left;
  out[n++] = tw_feature_masks(here[-1]->mask, here[0]->mask).right;
  out[n++] = tw_feature_masks(here[0]->mask, here[1]->mask).left;
  if (!at) {
    out[n++] = tw_feature_first(here[0]);
  }
  out[n++] = tw_feature_tag_word(here[0], before);
  out[n++] = tw_feature_tag_after(here[1], before);
  return n;
}

static void
change(Trainer* trainer, uint32_t hash, TwTag tag, int by)
{
  Row** const row = find_row(trainer, hash);
  if (!*row) {
    *row = TW_NEW(trainer->arena, Row, 1);
    if (!*row || ++trainer->n_rows > SLOTS / 2) {
      give_up("too many features");
    }
    (*row)->hash = hash;
  }
  (*row)->now[tag] += by;
  (*row)->when[tag] += by * trainer->step;
}

/* Tags a word by the weights so far, and mends them if that was wrong. */
static TwTag
learn_word(Trainer* trainer, const Sentence* sentence, size_t at, TwTag before,
           TwTag second)
{
  uint32_t features[FEATURES];
  int32_t scores[TW_TAG_COUNT] = {0};
  const size_t n = all_features(sentence, at, before, second, features);
  for (size_t i = 0; i < n; ++i) {
    const Row* const row = *find_row(trainer, features[i]);
    for (size_t tag = 0; row && tag < TW_TAG_COUNT; ++tag) {
      scores[tag] += row->now[tag];
    }
  }
  TwTag best = TW_TAG_NONE + 1;
  for (int tag = TW_TAG_NONE + 2; tag < TW_TAG_COUNT; ++tag) {
    best = scores[tag] > scores[best] ? (TwTag)tag : best;
  }
  const TwTag right = (TwTag)sentence->words[at].tag;
  ++trainer->step;
  for (size_t i = 0; best != right && i < n; ++i) {
    change(trainer, features[i], right, 1);
    change(trainer, features[i], best, -1);
  }
  return best;
}

static void
shuffle(Corpus* corpus, uint64_t* state)
{
  for (size_t i = corpus->sentences.count; i > 1; --i) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    const size_t k = (size_t)(*state >> 33) % i;
    const Sentence last = corpus->sentences.at[i - 1];
    corpus->sentences.at[i - 1] = corpus->sentences.at[k];
    corpus->sentences.at[k] = last;
  }
}

static void
learn(Trainer* trainer, Corpus* corpus)
{
  uint64_t state = 20260105;
  for (int pass = 1; pass <= PASSES; ++pass) {
    size_t right = 0;
    shuffle(corpus, &state);
    for (size_t i = 0; i < corpus->sentences.count; ++i) {
      const Sentence* const sentence = &corpus->sentences.at[i];
      TwTag before = TW_TAG_NONE;
      TwTag second = TW_TAG_NONE;
      for (size_t at = 0; at < sentence->n; ++at) {
        const TwTag tag = learn_word(trainer, sentence, at, before, second);
        right += tag == sentence->words[at].tag;
        second = before;
        before = tag;
      }
    }
    printf("pass %d: %.4f, %zu features\n", pass,
           (double)right / (double)corpus->words.count, trainer->n_rows);
  }
}

/* --- Writing --- */

static void
add_u32(TwBuf* buf, uint32_t value)
{
  for (int shift = 0; shift < 32; shift += 8) {
    tw_buf_add_char(buf, (char)(value >> shift & 0xff));
  }
}

/* Adds the record of a feature; false if no weight is large enough. */
static bool
add_record(const Trainer* trainer, const Row* row, double threshold,
           TwBuf* records)
{
  char record[2 * TW_TAG_COUNT];
  size_t n = 0;
  for (size_t tag = 0; tag < TW_TAG_COUNT; ++tag) {
    const double mean =
      row->now[tag] - (double)row->when[tag] / (double)(trainer->step + 1);
    if (fabs(mean) > threshold) {
      record[2 * n] = (char)tag;
      record[2 * n++ + 1] = (char)fmax(-127, fmin(127, round(mean * SCALE)));
    }
  }
  if (n) {
    tw_buf_add_char(records, (char)n);
    tw_buf_add(records, (TwStr){record, 2 * n});
  }
  return n;
}

static int
by_hash(const void* a, const void* b)
{
  const uint32_t x = (*(Row* const*)a)->hash;
  const uint32_t y = (*(Row* const*)b)->hash;
  return (x > y) - (x < y);
}

static void
write_weights(Trainer* trainer, const char* path, double threshold)
{
  TwBuf hashes = TW_BUF_INIT;
  TwBuf records = TW_BUF_INIT;
  size_t n = 0;
  for (size_t i = 0; i < SLOTS; ++i) {
    if (trainer->rows[i]) {
      trainer->rows[n++] = trainer->rows[i];
    }
  }
  qsort(trainer->rows, n, sizeof(trainer->rows[0]), by_hash);
  for (size_t i = 0; i < n; ++i) {
    if (add_record(trainer, trainer->rows[i], threshold, &records)) {
      add_u32(&hashes, trainer->rows[i]->hash);
    }
  }
  TwBuf head = TW_BUF_INIT;
  tw_buf_add(&head, TW_STR(TW_WEIGHTS_MAGIC));
  for (int tag = TW_TAG_NONE + 1; tag < TW_TAG_COUNT; ++tag) {
    tw_buf_addf(&head, "%.*s%c", TW_STR_ARG(tw_tag_name((TwTag)tag)),
                tag + 1 < TW_TAG_COUNT ? ' ' : '\n');
  }
  add_u32(&head, (uint32_t)(hashes.len / 4));
  add_u32(&head, (uint32_t)records.len);
  TwWriter* writer = NULL;
  if (tw_writer_open(path, &writer) != TW_OK) {
    give_up(path);
  }
  tw_writer_add(writer, tw_buf_str(&head));
  tw_writer_add(writer, tw_buf_str(&hashes));
  tw_writer_add(writer, tw_buf_str(&records));
  printf("%s: %zu of %zu features, %zu bytes\n", path, hashes.len / 4, n,
         tw_writer_size(writer));
  if (tw_writer_commit(writer) != TW_OK) {
    give_up(path);
  }
  tw_buf_clear(&head);
  tw_buf_clear(&hashes);
  tw_buf_clear(&records);
}

/* --- Testing --- */

/* Tags with the file that was written, as the program does. */
static void
test(Trainer* trainer, const char* dir, const char* path, unsigned capitals)
{
  TwDiagSink sink = {0};
  TwTagger* tagger = NULL;
  TwTagScratch* const scratch = tw_tag_scratch_new();
  if (tw_tagger_open(dir, "en", trainer->morphology, &sink, &tagger) != TW_OK ||
      !scratch) {
    give_up("cannot load the weights");
  }
  Corpus corpus = {0};
  read_corpus(trainer, &corpus, path);
  place_words(&corpus);
  size_t right = 0;
  const clock_t start = clock();
  for (size_t i = 0; i < corpus.sentences.count; ++i) {
    const Sentence* const sentence = &corpus.sentences.at[i];
    static uint8_t tags[TW_TAGGER_MAX];
    tw_tagger_begin(scratch);
    for (size_t k = 0; k < sentence->n; ++k) {
      TwTagWord word = sentence->words[k].word;
      word.shape |= word.shape & TW_SHAPE_LETTER ? (uint8_t)capitals : 0;
      TwTagSlot slot = {0, 0};
      if (tw_tagger_add(tagger, scratch, word, &slot) != TW_OK) {
        give_up("a sentence is too long");
      }
    }
    tw_tagger_end(tagger, scratch, tags);
    for (size_t k = 0; k < sentence->n; ++k) {
      right += tags[k] == sentence->words[k].tag;
    }
  }
  const double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  printf("%s%s: %.4f of %zu words, %.2f million words a second\n", path,
         capitals ? " as headlines" : "",
         (double)right / (double)corpus.words.count, corpus.words.count,
         (double)corpus.words.count / seconds / 1e6);
  tw_tagger_free(tagger);
  tw_tag_scratch_free(scratch);
}

int
main(int argc, char** argv)
{
  if (argc < 5) {
    give_up("DATA-DIR OUT THRESHOLD TRAIN... -- TEST...");
  }
  TwDiagSink sink = {0};
  Trainer trainer = {tw_arena_new((size_t)1 << 24), NULL, NULL, 0, 0};
  if (!trainer.arena || !(trainer.rows = TW_NEW(trainer.arena, Row*, SLOTS)) ||
      tw_morphology_open(argv[1], "en", &sink, &trainer.morphology) != TW_OK) {
    give_up("cannot start");
  }
  Corpus corpus = {0};
  int at = 4;
  for (; at < argc && strcmp(argv[at], "--") != 0; ++at) {
    read_corpus(&trainer, &corpus, argv[at]);
  }
  if (corpus.sentences.count) {
    char path[4096];
    snprintf(path, sizeof(path), "%s/tagger/en.weights", argv[2]);
    add_headlines(&trainer, &corpus);
    learn(&trainer, &corpus);
    write_weights(&trainer, path, atof(argv[3]));
  }
  for (++at; at < argc; ++at) {
    test(&trainer, argv[2], argv[at], 0);
    test(&trainer, argv[2], argv[at], TW_SHAPE_CAPITAL);
  }
  tw_morphology_free(trainer.morphology);
  tw_arena_free(trainer.arena);
  return EXIT_SUCCESS;
}
