/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/quote.h"

#include "base/buf.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

static const struct {
  const char* marks; /* A token each, "/" before those of the next block */
  const char* quotes;
} cases[] = {
  {"w(ww)w(w)", "2-4 7-8 "},
  /* One that is not closed ends with its block */
  {"w(ww/w(w", "2-4 6-7 "},
  /* A new paragraph of it */
  {"(w(w)", "1-4 "},
  /* Nothing is said between the marks, or behind the last one */
  {"w()w", ""},
  {"w(/w(w)", "4-5 "},
  {"ww(", ""},
};

static void
add_sentence(TwArticle* article)
{
  TwSentence* const sentence = TW_VEC_PUSH(article->arena, &article->sentences);
  ck_assert_ptr_nonnull(sentence);
  *sentence = (TwSentence){.first = (uint32_t)article->tokens.count,
                           .end = (uint32_t)article->tokens.count,
                           .block = (uint32_t)article->sentences.count - 1};
}

static void
add_token(TwArticle* article, char mark)
{
  TwToken* const token = TW_VEC_PUSH(article->arena, &article->tokens);
  ck_assert_ptr_nonnull(token);
  *token = (TwToken){.tag = mark == '('   ? TW_TAG_OPENQ
                            : mark == ')' ? TW_TAG_CLOSEQ
                                          : TW_TAG_NN};
  ++article->sentences.at[article->sentences.count - 1].end;
}

START_TEST(quotes_hold_tokens)
{
  TwArticle article = {.arena = tw_arena_new(0)};
  TwQuoteVec quotes = {NULL, 0, 0};
  TwBuf found = TW_BUF_INIT;
  add_sentence(&article);
  for (const char* at = cases[_i].marks; *at; ++at) {
    if (*at == '/') {
      add_sentence(&article);
    } else {
      add_token(&article, *at);
    }
  }
  tw_quotes_find(&article, &quotes);
  for (size_t i = 0; i < quotes.count; ++i) {
    tw_buf_addf(&found, "%u-%u ", (unsigned)quotes.at[i].first,
                (unsigned)quotes.at[i].end);
  }
  ck_assert_str(tw_buf_str(&found), cases[_i].quotes);
  tw_buf_clear(&found);
  tw_arena_free(article.arena);
}
END_TEST

Suite*
test_quotation_suite(void);

Suite*
test_quotation_suite(void)
{
  TCase* const tcase = tcase_create("quotation");
  tcase_add_loop_test(tcase, quotes_hold_tokens, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  Suite* const suite = suite_create("quotation");
  suite_add_tcase(suite, tcase);
  return suite;
}
