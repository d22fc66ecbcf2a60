/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/buf.h"
#include "extract/article.h"
#include "extract/text/wordcache.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

START_TEST(a_word_is_made_once)
{
  TwWordCache* const cache = tw_word_cache_new();
  char text[] = "García";
  TwCachedWord* const word = tw_word_cache_get(cache, tw_str(text));
  text[0] = 'x'; /* The cache keeps its own copy */
  ck_assert_str(word->text, "García");
  ck_assert_str(word->fold, "garcia");
  ck_assert_uint_eq(word->shape, TW_SHAPE_LETTER | TW_SHAPE_CAPITAL);
  ck_assert(!word->quote && !word->filled);
  ck_assert_ptr_eq(tw_word_cache_get(cache, TW_STR("García")), word);
  ck_assert_ptr_ne(tw_word_cache_get(cache, TW_STR("GARCÍA")), word);
  ck_assert_ptr_ne(tw_word_cache_get(cache, TW_STR("Garcia")), word);
  ck_assert(tw_word_cache_get(cache, TW_STR("\u201d"))->quote);
  ck_assert_uint_eq(tw_word_cache_get(cache, TW_STR("\u200b"))->fold.len, 0);
  tw_word_cache_free(cache);
}
END_TEST

START_TEST(a_word_has_a_lemma_for_each_tag)
{
  TwDiagSink sink = {0};
  TwMorphology* morphology = NULL;
  ck_assert_int_eq(
    tw_morphology_open(check_text_data(), "en", &sink, &morphology), TW_OK);
  TwWordCache* const cache = tw_word_cache_new();
  TwCachedWord* const word = tw_word_cache_get(cache, TW_STR("Leaves"));
  TwTaggedWord* const verb =
    tw_word_cache_tagged(cache, morphology, word, TW_TAG_VBZ);
  TwTaggedWord* const noun =
    tw_word_cache_tagged(cache, morphology, word, TW_TAG_NNS);
  ck_assert_str(verb->lemma, "leave");
  ck_assert_str(noun->lemma, "leaf");
  ck_assert_ptr_eq(tw_word_cache_tagged(cache, morphology, word, TW_TAG_VBZ),
                   verb);
  ck_assert_ptr_eq(tw_word_cache_tagged(cache, morphology, word, TW_TAG_NNS),
                   noun);
  tw_word_cache_free(cache);
  tw_morphology_free(morphology);
}
END_TEST

static TwCachedWord*
get_numbered(TwWordCache* cache, int number)
{
  TwBuf text = TW_BUF_INIT;
  tw_buf_addf(&text, "Word%d", number);
  TwCachedWord* const word = tw_word_cache_get(cache, tw_buf_str(&text));
  tw_buf_clear(&text);
  return word;
}

/* More words than there is room for: each is right, those that were there
 * stay, and the next article begins anew. */
START_TEST(many_words_do_not_fill_it_for_ever)
{
  TwWordCache* const cache = tw_word_cache_new();
  tw_word_cache_begin(cache);
  TwCachedWord* const first = get_numbered(cache, 0);
  first->filled = TW_FILLED_NAMES;
  for (int i = 1; i < 100000; ++i) {
    const TwCachedWord* const word = get_numbered(cache, i);
    ck_assert(tw_str_starts(word->fold, TW_STR("word")) && !word->filled);
  }
  ck_assert_ptr_eq(get_numbered(cache, 0), first);
  tw_word_cache_begin(cache);
  ck_assert_uint_eq(get_numbered(cache, 0)->filled, 0);
  get_numbered(cache, 0)->filled = TW_FILLED_NAMES;
  tw_word_cache_begin(cache);
  ck_assert_uint_eq(get_numbered(cache, 0)->filled, TW_FILLED_NAMES);
  tw_word_cache_free(cache);
}
END_TEST

START_TEST(lack_of_memory_is_survived)
{
  TwWordCache* cache = NULL;
  TwCachedWord* word = NULL;
  for (size_t n = 0; !word; ++n) {
    tw_alloc_fail_after(n);
    cache = tw_word_cache_new();
    word = cache ? tw_word_cache_get(cache, TW_STR("García")) : NULL;
    tw_alloc_fail_after(SIZE_MAX);
    if (cache && !word) { /* It works again with the next article */
      tw_word_cache_begin(cache);
      ck_assert_ptr_nonnull(tw_word_cache_get(cache, TW_STR("García")));
    }
    tw_word_cache_free(cache);
  }
}
END_TEST

Suite*
test_wordcache_suite(void);

Suite*
test_wordcache_suite(void)
{
  const TTest* const tests[] = {
    a_word_is_made_once,
    a_word_has_a_lemma_for_each_tag,
    many_words_do_not_fill_it_for_ever,
    lack_of_memory_is_survived,
  };
  return SUITE_OF("wordcache", tests);
}
