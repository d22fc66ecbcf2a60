/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_groups.h"

#include "base/alloc.h"
#include "extract/mention/grammar.h"
#include "extract/mention/group.h"
#include "extract/mention/mention.h"
#include "extract/text/tagger.h"
#include "extract/text/text.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An article of one paragraph and what it is read with. */
typedef struct {
  TwGazetteer* gazetteer;
  TwMentions* mentions;
  TwText* words;
  TwWordCache* cache;
  TwLexicon* grammar;
  TwDiagSink sink;
  TwBlock block;
  TwDocument document;
  TwArticle article;
} Fixture;

static char shown[4096];

static void
open_fixture(Fixture* fixture)
{
  const char* const dir = getenv("TRIPLEWIRE_DATA");
  char path[4096];
  *fixture = (Fixture){.cache = tw_word_cache_new()};
  TwDiagSink* const sink = &fixture->sink;
  ck_assert_ptr_nonnull(dir);
  snprintf(path, sizeof(path), "%s/gazetteer/names.gaz", dir);
  ck_assert_int_eq(tw_gazetteer_open(path, sink, &fixture->gazetteer), TW_OK);
  ck_assert_int_eq(tw_text_open(dir, sink, &fixture->words), TW_OK);
  ck_assert_int_eq(tw_mentions_open(dir, fixture->gazetteer,
                                    tw_text_morphology(fixture->words), sink,
                                    &fixture->mentions),
                   TW_OK);
  ck_assert_int_eq(tw_grammar_open(dir, sink, &fixture->grammar), TW_OK);
}

static void
close_fixture(Fixture* fixture)
{
  tw_arena_free(fixture->article.arena);
  tw_lexicon_free(fixture->grammar);
  tw_word_cache_free(fixture->cache);
  tw_text_free(fixture->words);
  tw_mentions_free(fixture->mentions);
  tw_gazetteer_free(fixture->gazetteer);
}

/* Reads up to the groups, for which `n_allocations` must suffice. */
static TwStatus
read_text(Fixture* fixture, const char* text, size_t block_size,
          size_t n_allocations)
{
  const TwStr source = tw_str(text);
  TwArticle* const article = &fixture->article;
  tw_arena_free(article->arena);
  fixture->block = (TwBlock){TW_BLOCK_PARAGRAPH, {0, source.len}, {NULL, 0}};
  fixture->document =
    (TwDocument){.source = source, .blocks = &fixture->block, .n_blocks = 1};
  *article = (TwArticle){.document = &fixture->document,
                         .arena = tw_arena_new(block_size)};
  ck_assert_int_eq(
    tw_text_run(fixture->words, fixture->cache, article, &fixture->sink),
    TW_OK);
  ck_assert_int_eq(tw_mentions_run(fixture->mentions, article), TW_OK);
  tw_alloc_fail_after(n_allocations);
  const TwStatus status = tw_groups_run(fixture->grammar, article);
  tw_alloc_fail_after(SIZE_MAX);
  return status;
}

/* Each token stands in one group, in order. */
static void
check_cover(const TwArticle* article)
{
  for (size_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    uint32_t at = sentence->first;
    for (uint32_t g = sentence->first_group; g < sentence->end_group; ++g) {
      const TwGroup* const group = &article->groups.at[g];
      ck_assert_uint_eq(group->first, at);
      ck_assert_uint_gt(group->end, at);
      ck_assert_uint_ge(group->head, group->first);
      ck_assert_uint_lt(group->head, group->end);
      at = group->end;
    }
    ck_assert_uint_eq(at, sentence->end);
  }
}

static const char*
show(TwBuf* buf)
{
  ck_assert_uint_lt(buf->len, sizeof(shown));
  while (buf->len && buf->s[buf->len - 1] == '\n') {
    --buf->len;
  }
  snprintf(shown, sizeof(shown), "%.*s", TW_STR_ARG(tw_buf_str(buf)));
  tw_buf_clear(buf);
  return shown;
}

const char*
check_groups_visit(const char* text,
                   void (*visit)(const TwLexicon* grammar,
                                 const TwArticle* article, const void* data,
                                 TwBuf* out),
                   const void* data)
{
  Fixture fixture;
  open_fixture(&fixture);
  ck_assert_int_eq(read_text(&fixture, text, 0, SIZE_MAX), TW_OK);
  check_cover(&fixture.article);
  TwBuf buf = TW_BUF_INIT;
  visit(fixture.grammar, &fixture.article, data, &buf);
  close_fixture(&fixture);
  return show(&buf);
}

static void
dump_groups(const TwLexicon* grammar, const TwArticle* article,
            const void* data, TwBuf* out)
{
  (void)grammar;
  (void)data;
  for (size_t s = 0; s < article->sentences.count; ++s) {
    tw_groups_dump(article, &article->sentences.at[s], out);
    tw_buf_add_char(out, '\n');
  }
}

const char*
check_groups(const char* text)
{
  return check_groups_visit(text, dump_groups, NULL);
}

void
check_groups_no_memory(const char* text)
{
  Fixture fixture;
  open_fixture(&fixture);
  TwStatus status = TW_ERR_NOMEM;
  size_t n = 0;
  for (; status == TW_ERR_NOMEM; ++n) {
    status = read_text(&fixture, text, 512, n);
  }
  ck_assert_int_eq(status, TW_OK);
  ck_assert_uint_gt(n, 1);
  close_fixture(&fixture);
}
