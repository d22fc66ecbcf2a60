/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "extract/text/text.h"
#include "extract/text/weights.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <string.h>

/* Sentences of our own, word/tag. */
static const char* const sample[] = {
  "The/DT government/NN of/IN Lindel/NNP transferred/VBD 37/CD alleged/JJ "
  "members/NNS of/IN the/DT Quarry/NNP Gang/NNP to/IN Norland/NNP on/IN "
  "Tuesday/NNP ,/, officials/NNS said/VBD ./.",
  "Harlan/NNP Odo/NNP ,/, a/DT former/JJ police/NN chief/NN ,/, was/VBD "
  "arrested/VBN in/IN Port/NNP Lindel/NNP on/IN charges/NNS of/IN "
  "smuggling/VBG weapons/NNS ./.",
  "Prosecutors/NNS have/VBP accused/VBN her/PRP of/IN leading/VBG a/DT "
  "group/NN that/WDT sold/VBD stolen/VBN cars/NNS ./.",
  "He/PRP was/VBD sentenced/VBN to/IN 12/CD years/NNS in/IN prison/NN ,/, "
  "the/DT court/NN 's/POS clerk/NN told/VBD reporters/NNS ./.",
  "The/DT men/NNS did/VBD n't/RB say/VB who/WP had/VBD sent/VBN them/PRP "
  "./.",
  "\u201c/`` We/PRP will/MD keep/VB looking/VBG for/IN them/PRP ,/, "
  "\u201d/'' she/PRP said/VBD ./.",
  "Two/CD suspects/NNS fled/VBD when/WRB soldiers/NNS stopped/VBD the/DT "
  "truck/NN near/IN the/DT border/NN ./.",
  "The/DT judge/NN may/MD decide/VB next/JJ week/NN whether/IN they/PRP "
  "can/MD be/VB extradited/VBN ./.",
};

#define GOOD 0.93 /* Of the words of the sample */

typedef struct {
  TwText* text;
  TwWordCache* cache;
  TwDiagSink sink;
  TwBlock block;
  TwDocument document;
  TwArticle article;
} Fixture;

static void
setup(Fixture* fixture)
{
  *fixture = (Fixture){0};
  fixture->document.blocks = &fixture->block;
  fixture->document.n_blocks = 1;
  fixture->article.document = &fixture->document;
  fixture->cache = tw_word_cache_new();
  ck_assert_int_eq(
    tw_text_open(check_text_data(), &fixture->sink, &fixture->text), TW_OK);
}

static void
teardown(Fixture* fixture)
{
  tw_arena_free(fixture->article.arena);
  tw_word_cache_free(fixture->cache);
  tw_text_free(fixture->text);
}

static void
run(Fixture* fixture, TwStr source)
{
  tw_arena_free(fixture->article.arena);
  fixture->article =
    (TwArticle){.document = &fixture->document, .arena = tw_arena_new(0)};
  fixture->document.source = source;
  fixture->block = (TwBlock){TW_BLOCK_PARAGRAPH, {0, source.len}, {NULL, 0}};
  ck_assert_int_eq(tw_text_run(fixture->text, fixture->cache, &fixture->article,
                               &fixture->sink),
                   TW_OK);
}

START_TEST(plain_news_is_tagged_well)
{
  Fixture fixture;
  setup(&fixture);
  size_t n = 0;
  size_t right = 0;
  for (size_t i = 0; i < sizeof(sample) / sizeof(sample[0]); ++i) {
    TwBuf words = TW_BUF_INIT;
    TwBuf tags = TW_BUF_INIT;
    TwStr rest = tw_str(sample[i]);
    TwStr pair;
    while (tw_str_next(&rest, ' ', &pair)) {
      TwStr word;
      tw_str_next(&pair, '/', &word);
      tw_buf_add(&words, word);
      tw_buf_add_char(&words, ' ');
      tw_buf_add(&tags, pair);
      tw_buf_add_char(&tags, ' ');
    }
    run(&fixture, tw_buf_str(&words));
    rest = tw_buf_str(&tags);
    for (size_t t = 0; t < fixture.article.tokens.count; ++t, ++n) {
      TwStr expected;
      ck_assert(tw_str_next(&rest, ' ', &expected));
      right += fixture.article.tokens.at[t].tag == tw_tag_find(expected);
    }
    ck_assert_uint_eq(rest.len, 0);
    tw_buf_clear(&words);
    tw_buf_clear(&tags);
  }
  ck_assert_msg((double)right >= GOOD * (double)n, "%zu of %zu", right, n);
  teardown(&fixture);
}
END_TEST

START_TEST(an_article_is_cut_tagged_and_dumped)
{
  Fixture fixture;
  setup(&fixture);
  run(&fixture, TW_STR("He fled. They sent \u201cboats\u201d."));
  ck_assert_uint_eq(fixture.article.sentences.count, 2);
  ck_assert(fixture.article.sentences.at[1].tagged);
  ck_assert_uint_eq(fixture.article.sentences.at[1].first, 3);
  TwBuf out = TW_BUF_INIT;
  tw_text_dump(&fixture.article, &out);
  ck_assert_str(tw_buf_str(&out), "He\the\the\tPRP\tCL\n"
                                  "fled\tfled\tflee\tVBD\tL \n"
                                  ".\t.\t.\t.\tP\n"
                                  "\n"
                                  "They\tthey\tthey\tPRP\tCL \n"
                                  "sent\tsent\tsend\tVBD\tL \n"
                                  "\u201c\t\"\t\"\t``\tP \n"
                                  "boats\tboats\tboat\tNNS\tL\n"
                                  "\u201d\t\"\t\"\t''\tP\n"
                                  ".\t.\t.\t.\tP\n");
  tw_buf_clear(&out);
  teardown(&fixture);
}
END_TEST

START_TEST(boilerplate_is_not_read)
{
  Fixture fixture;
  setup(&fixture);
  fixture.document.source = TW_STR("Share this page.");
  fixture.block = (TwBlock){TW_BLOCK_BOILERPLATE, {0, 16}, {NULL, 0}};
  fixture.article.arena = tw_arena_new(0);
  ck_assert_int_eq(
    tw_text_run(fixture.text, fixture.cache, &fixture.article, &fixture.sink),
    TW_OK);
  ck_assert_uint_eq(fixture.article.sentences.count, 0);
  teardown(&fixture);
}
END_TEST

START_TEST(a_cut_is_told)
{
  Fixture fixture;
  setup(&fixture);
  TwBuf words = TW_BUF_INIT;
  for (int i = 0; i < 3000; ++i) {
    tw_buf_add(&words, TW_STR("(a"));
  }
  run(&fixture, tw_buf_str(&words));
  ck_assert_uint_eq(fixture.article.tokens.count, 6000);
  ck_assert(fixture.article.sentences.at[0].cut);
  ck_assert_uint_eq(fixture.sink.counts[TW_WARNING], 1);
  tw_buf_clear(&words);
  teardown(&fixture);
}
END_TEST

/* More kinds of words than the cache remembers give the same tags again. */
START_TEST(forgotten_words_are_learnt_again)
{
  Fixture fixture;
  setup(&fixture);
  TwBuf text = TW_BUF_INIT;
  for (int i = 0; i < 40000; ++i) {
    tw_buf_addf(&text, "The w%c%c%c%c%cs ran. ", 'a' + i % 26,
                'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17576 % 26,
                'a' + i % 7);
  }
  run(&fixture, tw_buf_str(&text));
  ck_assert_uint_eq(fixture.article.tokens.count, 160000);
  const TwToken* const tokens = fixture.article.tokens.at;
  for (size_t i = 0; i < fixture.article.tokens.count; i += 4) {
    ck_assert_int_eq(tokens[i].tag, TW_TAG_DT);
    ck_assert_int_eq(tokens[i + 3].tag, TW_TAG_STOP);
  }
  tw_buf_clear(&text);
  teardown(&fixture);
}
END_TEST

/* Memory runs out after ever more allocations: an error, and nothing leaks. */
START_TEST(opening_survives_lack_of_memory)
{
  TwStatus status = TW_ERR_NOMEM;
  for (size_t n = 0; status != TW_OK; n = 2 * n + 1) {
    TwDiagSink sink = {0};
    TwText* text = NULL;
    tw_alloc_fail_after(n);
    status = tw_text_open(check_text_data(), &sink, &text);
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert(status == TW_OK ? text != NULL : text == NULL);
    tw_text_free(text);
  }
}
END_TEST

START_TEST(reading_survives_lack_of_memory)
{
  static const char source[] = "Zorbs García zorbified the ZORBS. They fled.";
  Fixture fixture;
  setup(&fixture);
  TwStatus status = TW_ERR_NOMEM;
  for (size_t n = 0; status != TW_OK; ++n) {
    tw_arena_free(fixture.article.arena);
    tw_word_cache_free(fixture.cache);
    fixture.cache = tw_word_cache_new();
    fixture.article =
      (TwArticle){.document = &fixture.document, .arena = tw_arena_new(64)};
    fixture.document.source = tw_str(source);
    fixture.block =
      (TwBlock){TW_BLOCK_PARAGRAPH, {0, sizeof(source) - 1}, {NULL, 0}};
    tw_alloc_fail_after(n);
    status =
      tw_text_run(fixture.text, fixture.cache, &fixture.article, &fixture.sink);
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert(status == TW_OK || status == TW_ERR_NOMEM);
  }
  ck_assert_uint_eq(fixture.article.sentences.count, 2);
  teardown(&fixture);
}
END_TEST

/* --- Files of weights --- */

#define BAD_FILE "check_text.weights"

static void
write_file(TwStr bytes)
{
  TwWriter* writer = NULL;
  ck_assert_int_eq(tw_writer_open(BAD_FILE, &writer), TW_OK);
  tw_writer_add(writer, bytes);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
}

static void
check_refused(TwStr bytes)
{
  TwDiagSink sink = {0};
  TwWeights* weights = NULL;
  write_file(bytes);
  ck_assert_int_eq(tw_weights_open(BAD_FILE, &sink, &weights), TW_ERR_RULE);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
  remove(BAD_FILE);
}

START_TEST(bad_weights_are_refused)
{
  TwBuf path = TW_BUF_INIT;
  TwBuf file = TW_BUF_INIT;
  tw_buf_addf(&path, "%s/tagger/en.weights", check_text_data());
  ck_assert_int_eq(tw_file_read(path.s, 0, &file), TW_OK);
  const TwStr bytes = tw_buf_str(&file);
  check_refused(TW_STR(""));
  check_refused(TW_STR("TWTAG 1\n"));
  check_refused(tw_str_slice(bytes, 1, bytes.len));
  check_refused(tw_str_slice(bytes, 0, 100));
  check_refused(tw_str_slice(bytes, 0, bytes.len / 2));
  check_refused(tw_str_slice(bytes, 0, bytes.len - 1));
  file.s[10] = '?';
  check_refused(bytes);
  file.s[10] = ' ';
  file.s[file.len - 2] = '\0';
  check_refused(bytes);
  tw_buf_clear(&file);
  tw_buf_clear(&path);
}
END_TEST

START_TEST(missing_weights_are_an_error)
{
  TwDiagSink sink = {0};
  TwWeights* weights = NULL;
  ck_assert_int_eq(tw_weights_open("/no/such/file", &sink, &weights),
                   TW_ERR_READ);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
}
END_TEST

/* The tags of a sentence with that number, a character each. */
static TwBuf
tags_with(Fixture* fixture, unsigned number)
{
  TwBuf words = TW_BUF_INIT;
  TwBuf tags = TW_BUF_INIT;
  tw_buf_addf(&words, "The 1st of %u left.", number);
  run(fixture, tw_buf_str(&words));
  for (size_t t = 0; t < fixture->article.tokens.count; ++t) {
    tw_buf_add_char(&tags, (char)('A' + fixture->article.tokens.at[t].tag));
  }
  tw_buf_clear(&words);
  return tags;
}

/* To their neighbours numbers look alike, but each has its own digits. */
START_TEST(numbers_read_before_change_nothing)
{
  Fixture fixture;
  setup(&fixture);
  TwBuf expected = tags_with(&fixture, 99);
  for (unsigned before = 1; before < 30; ++before) {
    tw_word_cache_free(fixture.cache);
    fixture.cache = tw_word_cache_new();
    TwBuf other = tags_with(&fixture, before);
    TwBuf tags = tags_with(&fixture, 99);
    ck_assert_str_eq(tags.s, expected.s);
    tw_buf_clear(&tags);
    tw_buf_clear(&other);
  }
  tw_buf_clear(&expected);
  teardown(&fixture);
}
END_TEST

Suite*
test_tagger_suite(void);

Suite*
test_tagger_suite(void)
{
  const TTest* const tests[] = {
    plain_news_is_tagged_well,        an_article_is_cut_tagged_and_dumped,
    boilerplate_is_not_read,          a_cut_is_told,
    forgotten_words_are_learnt_again, opening_survives_lack_of_memory,
    reading_survives_lack_of_memory,  bad_weights_are_refused,
    missing_weights_are_an_error,     numbers_read_before_change_nothing,
  };
  return SUITE_OF("tagger", tests);
}
