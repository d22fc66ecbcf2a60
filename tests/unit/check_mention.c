/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_mention.h"

#include "base/alloc.h"
#include "extract/mention/mention.h"
#include "extract/text/tagger.h"
#include "extract/text/text.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char out[4096];

/* Appends to `out`. */
static void
say(const char* before, TwStr text, const char* after)
{
  const size_t used = strlen(out);
  snprintf(out + used, sizeof(out) - used, "%s%.*s%s", before, TW_STR_ARG(text),
           after);
}

static void
say_annotations(const TwArticle* article)
{
  for (size_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const annotation = &article->annotations.at[i];
    if (annotation->type > TW_TYPE_ROLE) {
      continue;
    }
    say(out[0] ? " " : "", tw_type_name(annotation->type), "[");
    say("", tw_article_text(article, annotation->first, annotation->end), "");
    say(annotation->value.len ? "=" : "", annotation->value, "]");
  }
}

static void
say_entities(const TwArticle* article)
{
  for (size_t i = 0; i < article->entities.count; ++i) {
    const TwEntity* const entity = &article->entities.at[i];
    if (!entity->in_text) {
      continue;
    }
    say(out[0] ? "; " : "", tw_type_name(entity->type), " ");
    say("", entity->name, "");
    for (size_t k = 0; k < entity->n_forms; ++k) {
      say(k ? ", " : " (", entity->forms[k],
          k + 1 == entity->n_forms ? ")" : "");
    }
  }
}

/* Annotations of a sentence stand in order, do not overlap, and their tokens
 * know them. */
static void
check_order(const TwArticle* article)
{
  for (size_t s = 0; s < article->sentences.count; ++s) {
    const TwSentence* const sentence = &article->sentences.at[s];
    uint32_t at = sentence->first;
    for (uint32_t i = sentence->first_annotation; i < sentence->end_annotation;
         ++i) {
      const TwAnnotation* const annotation = &article->annotations.at[i];
      ck_assert_uint_ge(annotation->first, at);
      ck_assert_uint_gt(annotation->end, annotation->first);
      ck_assert_uint_le(annotation->end, sentence->end);
      ck_assert_uint_eq(article->tokens.at[annotation->first].annotation, i);
      at = annotation->end;
    }
  }
}

/* What an article is read with. */
typedef struct {
  TwGazetteer* gazetteer;
  TwMentions* mentions;
  TwText* words;
  TwWordCache* cache;
  TwDiagSink sink;
} Stages;

static Stages
open_stages(void)
{
  const char* const dir = getenv("TRIPLEWIRE_DATA");
  char path[4096];
  Stages stages = {NULL, NULL, NULL, tw_word_cache_new(), {NULL, NULL, {0}}};
  TwDiagSink* const sink = &stages.sink;
  ck_assert_ptr_nonnull(dir);
  snprintf(path, sizeof(path), "%s/gazetteer/names.gaz", dir);
  ck_assert_int_eq(tw_gazetteer_open(path, sink, &stages.gazetteer), TW_OK);
  ck_assert_int_eq(tw_text_open(dir, sink, &stages.words), TW_OK);
  ck_assert_int_eq(tw_mentions_open(dir, stages.gazetteer,
                                    tw_text_morphology(stages.words), sink,
                                    &stages.mentions),
                   TW_OK);
  return stages;
}

static void
close_stages(const Stages* stages)
{
  tw_word_cache_free(stages->cache);
  tw_text_free(stages->words);
  tw_mentions_free(stages->mentions);
  tw_gazetteer_free(stages->gazetteer);
}

/* Runs both stages; with `n_allocations` the second one may use only so
 * many. */
static TwStatus
read_article(Stages* stages, TwArticle* article, size_t n_allocations)
{
  ck_assert_int_eq(
    tw_text_run(stages->words, stages->cache, article, &stages->sink), TW_OK);
  tw_alloc_fail_after(n_allocations);
  const TwStatus status = tw_mentions_run(stages->mentions, article);
  tw_alloc_fail_after(SIZE_MAX);
  return status;
}

static const char*
show(const char* text, void (*say_all)(const TwArticle*))
{
  Stages stages = open_stages();
  const TwStr source = tw_str(text);
  const TwBlock block = {TW_BLOCK_PARAGRAPH, {0, source.len}, {NULL, 0}};
  const TwDocument document = {
    .source = source, .blocks = &block, .n_blocks = 1};
  TwArticle article = {.document = &document, .arena = tw_arena_new(0)};
  ck_assert_int_eq(read_article(&stages, &article, SIZE_MAX), TW_OK);
  check_order(&article);
  out[0] = '\0';
  say_all(&article);
  tw_arena_free(article.arena);
  close_stages(&stages);
  return out;
}

const char*
check_annotations(const char* text)
{
  return show(text, say_annotations);
}

const char*
check_entities(const char* text)
{
  return show(text, say_entities);
}

void
check_no_memory(const char* text)
{
  Stages stages = open_stages();
  const TwStr source = tw_str(text);
  const TwBlock block = {TW_BLOCK_PARAGRAPH, {0, source.len}, {NULL, 0}};
  const TwDocument document = {
    .source = source, .blocks = &block, .n_blocks = 1};
  TwStatus status = TW_ERR_NOMEM;
  size_t n = 0;
  for (; status == TW_ERR_NOMEM; ++n) {
    TwArticle article = {.document = &document, .arena = tw_arena_new(512)};
    status = read_article(&stages, &article, n);
    tw_arena_free(article.arena);
  }
  ck_assert_int_eq(status, TW_OK);
  ck_assert_uint_gt(n, 2);
  close_stages(&stages);
}
