/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/arena.h"
#include "base/buf.h"
#include "extract/text/abbreviation.h"
#include "extract/text/token.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

/* Sentences, and their tokens with one space between. */
static const struct {
  const char* text;
  const char* tokens;
} cases[] = {
  {"Mexico's men don't run.", "Mexico 's men do n't run ."},
  {"We'll say they\u2019re HIS; I'd go.",
   "We 'll say they \u2019re HIS ; I 'd go ."},
  {"The States' case, O'Brien's 'plan'",
   "The States ' case , O'Brien 's ' plan '"},
  {"Genaro García-Luna, 56-year-old ex-chief",
   "Genaro García-Luna , 56-year-old ex-chief"},
  {"Gen. J. K. Odo of the U.S. met Acme Inc. on Jan. 5.",
   "Gen. J. K. Odo of the U.S. met Acme Inc. on Jan. 5 ."},
  {"He was in the U.S.", "He was in the U.S."},
  {"He said no.", "He said no ."},
  {"It is plan B.", "It is plan B ."},
  {"a U.S.-led raid, the Texas-Mexico line",
   "a U.S. -led raid , the Texas-Mexico line"},
  {"The Lima-based, Peru-born and drug-based firm",
   "The Lima -based , Peru -born and drug-based firm"},
  {"1,200.50 of 3,400, 10:30 and 9/11 or and/or",
   "1,200.50 of 3,400 , 10:30 and 9/11 or and / or"},
  {"$5.2m, US$30, 10%, \u20ac7", "$ 5.2m , US $ 30 , 10 % , \u20ac 7"},
  {"2019\u20132020 was\u2014they say--hard - very",
   "2019 \u2013 2020 was \u2014 they say -- hard - very"},
  {"See https://example.org/a?b=1. Or www.example.org/x/y, "
   "(http://e.org/(z)).",
   "See https://example.org/a?b=1 . Or www.example.org/x/y , "
   "( http://e.org/(z ) ) ."},
  {"Ask @port_watch or #LindelNow, mail j.odo@example.org; #1",
   "Ask @port_watch or #LindelNow , mail j.odo@example.org ; # 1"},
  {"\u201cWho?\u201d he said... \u2018No\u2019\u2026 ``x''",
   "\u201c Who ? \u201d he said ... \u2018 No \u2019 \u2026 `` x ''"},
  {"AT&T and R & D", "AT&T and R & D"},
  {"The ship sank.The crew swam.", "The ship sank . The crew swam ."},
  {"Mexico 's men did n't go", "Mexico 's men did n't go"},
  {"so\u00adft \u200b word\u00a0here", "so\u00adft word here"},
  {"[sic] {x} *** _y", "[ sic ] { x } *** _ y"},
};

typedef struct {
  TwLexicon* words;
  TwWordCache* cache;
  TwDocument document;
  TwArticle article;
} Fixture;

static void
cut(Fixture* fixture, TwStr text)
{
  TwDiagSink sink = {0};
  *fixture = (Fixture){0};
  fixture->document.source = text;
  fixture->article.document = &fixture->document;
  fixture->article.arena = tw_arena_new(0);
  fixture->cache = tw_word_cache_new();
  ck_assert_int_eq(
    tw_abbreviation_open(check_text_data(), &sink, &fixture->words), TW_OK);
  ck_assert_int_eq(tw_token_run(fixture->words, fixture->cache,
                                (TwSpan){0, text.len}, &fixture->article),
                   TW_OK);
}

static void
clear(Fixture* fixture)
{
  tw_lexicon_free(fixture->words);
  tw_word_cache_free(fixture->cache);
  tw_arena_free(fixture->article.arena);
}

START_TEST(sentences_are_cut_into_tokens)
{
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    Fixture fixture;
    cut(&fixture, tw_str(cases[i].text));
    TwBuf out = TW_BUF_INIT;
    for (uint32_t t = 0; t < fixture.article.tokens.count; ++t) {
      if (t) {
        tw_buf_add_char(&out, ' ');
      }
      tw_buf_add(&out, tw_article_text(&fixture.article, t, t + 1));
    }
    ck_assert_str(tw_buf_str(&out), cases[i].tokens);
    tw_buf_clear(&out);
    clear(&fixture);
  }
}
END_TEST

START_TEST(tokens_have_fold_and_shape)
{
  static const struct {
    const char* fold;
    unsigned shape;
  } expected[] = {
    {"garcia", TW_SHAPE_LETTER | TW_SHAPE_CAPITAL},
    {",", TW_SHAPE_PUNCT},
    {"mccain", TW_SHAPE_LETTER | TW_SHAPE_CAPITAL | TW_SHAPE_MIXED |
                 TW_SHAPE_SPACE_BEFORE},
    {"dea", TW_SHAPE_LETTER | TW_SHAPE_CAPITAL | TW_SHAPE_UPPER |
              TW_SHAPE_SPACE_BEFORE},
    {"37-year-old", TW_SHAPE_LETTER | TW_SHAPE_DIGIT | TW_SHAPE_SPACE_BEFORE},
    {"word", TW_SHAPE_LETTER | TW_SHAPE_SPACE_BEFORE},
    {"u.s.", TW_SHAPE_LETTER | TW_SHAPE_CAPITAL | TW_SHAPE_UPPER |
               TW_SHAPE_ABBREVIATION | TW_SHAPE_SPACE_BEFORE},
    {"'s", TW_SHAPE_LETTER},
    {"-", TW_SHAPE_PUNCT | TW_SHAPE_SPACE_BEFORE},
    {"ipad", TW_SHAPE_LETTER | TW_SHAPE_MIXED | TW_SHAPE_SPACE_BEFORE},
  };
  Fixture fixture;
  cut(&fixture, TW_STR("García, McCain DEA 37-year-old word U.S.'s \u2013 "
                       "iPad"));
  ck_assert_uint_eq(fixture.article.tokens.count,
                    sizeof(expected) / sizeof(expected[0]));
  for (size_t i = 0; i < fixture.article.tokens.count; ++i) {
    const TwToken* const token = &fixture.article.tokens.at[i];
    ck_assert_str(token->fold, expected[i].fold);
    ck_assert_msg(token->shape == expected[i].shape, "%s has shape %#x",
                  expected[i].fold, token->shape);
  }
  clear(&fixture);
}
END_TEST

START_TEST(any_bytes_make_tokens_in_order)
{
  char text[512];
  for (size_t i = 0; i < sizeof(text); ++i) {
    text[i] = (char)(i * 37 % 128);
  }
  Fixture fixture;
  cut(&fixture, (TwStr){text, sizeof(text)});
  uint32_t last = 0;
  for (size_t i = 0; i < fixture.article.tokens.count; ++i) {
    ck_assert_uint_ge(fixture.article.tokens.at[i].start, last);
    last = fixture.article.tokens.at[i].end;
    ck_assert_uint_gt(last, fixture.article.tokens.at[i].start);
  }
  ck_assert_uint_le(last, sizeof(text));
  clear(&fixture);
}
END_TEST

START_TEST(tokens_have_text_and_span)
{
  Fixture fixture;
  cut(&fixture, TW_STR("  One two three"));
  ck_assert_str(tw_article_text(&fixture.article, 1, 3), "two three");
  ck_assert_uint_eq(tw_article_span(&fixture.article, 1, 3).start, 6);
  ck_assert_uint_eq(tw_article_text(&fixture.article, 1, 1).len, 0);
  ck_assert_uint_eq(tw_article_text(&fixture.article, 1, 9).len, 0);
  clear(&fixture);
}
END_TEST

Suite*
test_token_suite(void);

Suite*
test_token_suite(void)
{
  const TTest* const tests[] = {
    sentences_are_cut_into_tokens,
    tokens_have_fold_and_shape,
    any_bytes_make_tokens_in_order,
    tokens_have_text_and_span,
  };
  return SUITE_OF("token", tests);
}
