/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_times.h"

#include "extract/mention/date.h"
#include "extract/text/text.h"
#include "tests/unit/check_text.h"

#include <stdio.h>
#include <string.h>

static void
annotate(const char* language, const char* what, TwArticle* article,
         TwDiagSink* sink)
{
  TwNumbers* numbers = NULL;
  TwDates* dates = NULL;
  TwPieceVec pieces = {NULL, 0, 0};
  TwDateFocus focus = {.sentence = 0};
  ck_assert_int_eq(
    tw_numbers_open(check_text_data(), tw_str(language), sink, &numbers),
    TW_OK);
  ck_assert_int_eq(
    tw_dates_open(check_text_data(), tw_str(language), sink, &dates), TW_OK);
  for (size_t i = 0; i < article->sentences.count; ++i) {
    const TwSentence* const sentence = &article->sentences.at[i];
    ck_assert_int_eq(tw_pieces_cut(article, sentence->first, sentence->end,
                                   article->arena, &pieces),
                     TW_OK);
    tw_numbers_mark(numbers, &pieces);
    ck_assert_int_eq(
      strcmp(what, "dates") == 0
        ? tw_dates_find(dates, article, sentence, &pieces, &focus)
        : tw_numbers_find(numbers, article, sentence, &pieces),
      TW_OK);
  }
  tw_dates_free(dates);
  tw_numbers_free(numbers);
}

static void
dump(const TwArticle* article, char* out, size_t size)
{
  size_t used = 0;
  out[0] = '\0';
  for (size_t i = 0; i < article->annotations.count; ++i) {
    const TwAnnotation* const found = &article->annotations.at[i];
    const int n =
      snprintf(out + used, size - used, "%s%.*s %.*s [%.*s]", used ? "; " : "",
               TW_STR_ARG(tw_type_name(found->type)), TW_STR_ARG(found->value),
               TW_STR_ARG(tw_article_text(article, found->first, found->end)));
    used += (size_t)n;
    ck_assert_uint_lt(used, size);
  }
}

const char*
check_times(const char* what, const char* day, const char* text)
{
  return check_times_of("en", what, day, text);
}

const char*
check_times_of(const char* language, const char* what, const char* day,
               const char* text)
{
  static char result[2048];
  TwDiagSink sink = {0};
  TwText* stage = NULL;
  TwArena* const arena = tw_arena_new(0);
  TwBlock block = {TW_BLOCK_PARAGRAPH, {0, strlen(text)}, {NULL, 0}};
  const TwDocument document = {.name = TW_STR("f"),
                               .source = tw_str(text),
                               .today = tw_str(day),
                               .blocks = &block,
                               .n_blocks = 1};
  TwArticle article = {.document = &document, .arena = arena};
  ck_assert_int_eq(tw_text_open(check_text_data(), &sink, &stage), TW_OK);
  TwWordCache* const cache = tw_word_cache_new();
  ck_assert_int_eq(tw_text_run(stage, cache, &article, &sink), TW_OK);
  annotate(language, what, &article, &sink);
  dump(&article, result, sizeof(result));
  tw_word_cache_free(cache);
  tw_text_free(stage);
  tw_arena_free(arena);
  return result;
}
