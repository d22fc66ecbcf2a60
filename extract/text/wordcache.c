/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/text/wordcache.h"

#include "base/hash.h"
#include "extract/article.h"
#include "extract/text/token.h"
#include "ontology/fold.h"

#include <string.h>

/* Words and bytes after which an article begins with an empty cache: a reader
 * that has met all words of a language does not grow. */
#define MOST_WORDS ((size_t)1 << 16)
#define MOST_BYTES ((size_t)1 << 24)
#define SLOTS (2 * MOST_WORDS)

/* Texts made to meet in one place cost so many looks, no more: what has no
 * place within is not remembered. */
#define MOST_LOOKS 24

struct TwWordCache {
  TwArena* home;  /* The cache itself */
  TwArena* arena; /* The words */
  TwTagScratch* tags;
  TwCachedWord** slots;
  size_t count;
};

TwWordCache*
tw_word_cache_new(void)
{
  TwArena* const home = tw_arena_new(0);
  TwWordCache* const cache = home ? TW_NEW(home, TwWordCache, 1) : NULL;
  if (!cache) {
    tw_arena_free(home);
    return NULL;
  }
  cache->home = home;
  cache->arena = tw_arena_new(0);
  cache->tags = tw_tag_scratch_new();
  cache->slots = TW_NEW(home, TwCachedWord*, SLOTS);
  if (!cache->arena || !cache->tags || !cache->slots) {
    tw_word_cache_free(cache);
    return NULL;
  }
  return cache;
}

void
tw_word_cache_free(TwWordCache* cache)
{
  if (cache) {
    tw_tag_scratch_free(cache->tags);
    tw_arena_free(cache->arena);
    tw_arena_free(cache->home);
  }
}

void
tw_word_cache_begin(TwWordCache* cache)
{
  if (cache->count >= MOST_WORDS / 4 * 3 ||
      tw_arena_used(cache->arena) >= MOST_BYTES ||
      tw_arena_failed(cache->arena)) {
    memset(cache->slots, 0, SLOTS * sizeof(cache->slots[0]));
    tw_arena_reset(cache->arena);
    cache->count = 0;
  }
}

static TwStr
fold_of(TwArena* arena, TwStr text, bool plain)
{
  return plain ? text : tw_fold(arena, text);
}

static TwCachedWord*
make(TwWordCache* cache, TwStr text, uint64_t hash)
{
  TwCachedWord* const word = TW_NEW(cache->arena, TwCachedWord, 1);
  const TwStr copy = tw_arena_copy(cache->arena, text);
  if (!word || !copy.s) {
    return NULL;
  }
  bool plain = true;
  const unsigned shape = tw_token_shape(copy, &plain);
  *word = (TwCachedWord){.text = copy,
                         .fold = fold_of(cache->arena, copy, plain),
                         .hash = hash,
                         .shape = (uint8_t)shape};
  word->quote = tw_str_equal(word->fold, TW_STR("\"")) ||
                tw_str_equal(word->fold, TW_STR("''"));
  return word->fold.s ? word : NULL;
}

TwCachedWord*
tw_word_cache_get(TwWordCache* cache, TwStr text)
{
  const uint64_t hash = tw_hash_quick(text, 0);
  TwCachedWord** free_slot = NULL;
  for (size_t i = 0; i < MOST_LOOKS && !free_slot; ++i) {
    TwCachedWord** const slot = &cache->slots[(hash + i) % SLOTS];
    if (!*slot) {
      free_slot = slot;
    } else if ((*slot)->hash == hash && tw_str_equal((*slot)->text, text)) {
      return *slot;
    }
  }
  TwCachedWord* const word = make(cache, text, hash);
  if (word && free_slot && cache->count < MOST_WORDS) {
    *free_slot = word;
    ++cache->count;
  }
  return word;
}

TwTaggedWord*
tw_word_cache_tagged(TwWordCache* cache, const TwMorphology* morphology,
                     TwCachedWord* word, TwTag tag)
{
  TwTaggedWord* tagged = word->tagged;
  while (tagged && tagged->tag != tag) {
    tagged = tagged->next;
  }
  if (tagged) {
    return tagged;
  }
  tagged = TW_NEW(cache->arena, TwTaggedWord, 1);
  if (!tagged) {
    return NULL;
  }
  *tagged = (TwTaggedWord){
    .lemma = tw_morphology_lemma(morphology, cache->arena, word->fold, tag),
    .tag = (uint8_t)tag,
    .next = word->tagged};
  word->tagged = tagged;
  return tw_arena_failed(cache->arena) ? NULL : tagged;
}

TwTagScratch*
tw_word_cache_tags(TwWordCache* cache)
{
  return cache->tags;
}
