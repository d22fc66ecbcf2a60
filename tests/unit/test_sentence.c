/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "extract/text/abbreviation.h"
#include "extract/text/chars.h"
#include "extract/text/sentence.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <string.h>

/* A text whose sentences end at each "|". */
static const char* const cases[] = {
  "One ends.| Two ends!| Does three?| Yes…| Four",
  "Mr. Harlan Odo met Gen. Pia Wex on Jan. 5.| They left.",
  "J. K. Arbel and George W. Tanner spoke.| He agreed.",
  "John C. Arbel and Ann P. Tanner spoke, see p. 12.| He agreed.",
  "U.S. officials flew to the U.S. in May.",
  "She was born in the U.S.| The trial is in Oslo.",
  "Acme Inc. shares fell at 5 p.m. Tuesday.| In the E.U.| It rose.",
  "It cost 3.5 million, or 1,200.75 each.| No. 7 won.| He said no.| "
  "Then he left.",
  "See example.com for more.| Write to a.b@c.org today.",
  "\"We did it.\"| The crowd cheered.| (It was late.)| Rain fell.",
  "“Who is it?” he asked.| ‘Nobody!’| She laughed.",
  "Wait... what?| Stop...| Now go.",
  "He works for Yahoo! in Spain.",
  "Lt. Gov. Ray Moe (R-Calif.) spoke.| Sen. Li did not.",
  "The unit is in Wash. for now.| We wash.| They dry.",
  "The ship sank.The crew swam.| All lived.",
  "1. Get up.| 2. Go out.",
  "Lines of hard wrapped text run on over the end of the line as\n"
  "Mexico City shows, and do so again and again until the line\n"
  "ends.| A new sentence follows it and is wrapped as well, until the\n"
  "end.",
  "Contact the office|\nHarbour Street 5|\nPort Lindel",
  "The list has these entries, each of them on a line of its own:|\n"
  "- First entry|\n- Second entry|\n• Third entry",
  "A headline without a stop|\n\nThe text begins.",
  "Lindel Sends 37 Men To U.S. As Talks Go On",
  "He left the U.S.| As talks go on, he waits.",
  "He bought an iPhone.| iPhone sales rose.",
  "El juicio terminó.| ¿Y ahora?| Él salió.",
  "Plan B was late.| The charge is under Art. 5 of it.",
};

static TwLexicon*
open_words(void)
{
  TwDiagSink sink = {0};
  TwLexicon* words = NULL;
  ck_assert_int_eq(tw_abbreviation_open(check_text_data(), &sink, &words),
                   TW_OK);
  return words;
}

/* Splits the case without its bars and puts them in again. */
START_TEST(sentences_end_where_they_end)
{
  TwLexicon* const words = open_words();
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    TwBuf text = TW_BUF_INIT;
    TwBuf out = TW_BUF_INIT;
    for (const char* c = cases[i]; *c; ++c) {
      if (*c != '|') {
        tw_buf_add_char(&text, *c);
      }
    }
    const TwStr str = tw_buf_str(&text);
    TwSentenceWalk walk = tw_sentence_walk(words, str, (TwSpan){0, str.len});
    TwSpan span;
    bool cut = false;
    size_t at = 0;
    while (tw_sentence_next(&walk, &span, &cut)) {
      ck_assert(!cut);
      if (at) {
        tw_buf_add_char(&out, '|');
      }
      tw_buf_add(&out, tw_str_slice(str, at, span.end));
      at = span.end;
    }
    const bool glued = strstr(cases[i], "sank.The") != NULL;
    ck_assert_str(tw_buf_str(&out), glued ? "The ship sank.|The crew swam.| "
                                            "All lived."
                                          : cases[i]);
    tw_buf_clear(&text);
    tw_buf_clear(&out);
  }
  tw_lexicon_free(words);
}
END_TEST

static size_t
visible(TwStr text)
{
  return text.len - tw_char_skip_space(text, 0);
}

/* Every byte that is no white space is in one sentence, whatever comes. */
static void
check_hostile(const TwLexicon* words, TwStr piece, size_t times)
{
  TwBuf text = TW_BUF_INIT;
  for (size_t i = 0; i < times; ++i) {
    tw_buf_add(&text, piece);
  }
  const TwStr str = tw_buf_str(&text);
  TwSentenceWalk walk = tw_sentence_walk(words, str, (TwSpan){0, str.len});
  TwSpan span = {0, 0};
  size_t last = 0;
  bool cut = false;
  while (tw_sentence_next(&walk, &span, &cut)) {
    ck_assert_uint_ge(span.start, last);
    ck_assert_uint_le(span.end - span.start, TW_SENTENCE_MAX);
    ck_assert_uint_eq(visible(tw_str_slice(str, last, span.start)), 0);
    last = span.end;
  }
  ck_assert_uint_eq(visible(tw_str_slice(str, last, str.len)), 0);
  tw_buf_clear(&text);
}

START_TEST(hostile_text_is_cut_in_linear_time)
{
  static const TwStr pieces[] = {
    {"x", 1},     {"word ", 5},        {".", 1},
    {".)", 2},    {"\"", 1},           {". ", 2},
    {"a.\n", 3},  {"\n", 1},           {"A. (", 4},
    {"é", 2},     {"\xe2\x80\xa6", 3}, {"\xc2\xa0", 2},
    {"U.S.-", 5}, {"1,", 2},           {"a\n ", 3},
    {"((. ", 4},
  };
  TwLexicon* const words = open_words();
  for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); ++i) {
    check_hostile(words, pieces[i], 100000);
  }
  tw_lexicon_free(words);
}
END_TEST

START_TEST(a_long_sentence_is_cut_at_white_space)
{
  TwLexicon* const words = open_words();
  TwBuf text = TW_BUF_INIT;
  for (int i = 0; i < 500; ++i) {
    tw_buf_add(&text, TW_STR("seven77 "));
  }
  const TwStr str = tw_buf_str(&text);
  TwSentenceWalk walk = tw_sentence_walk(words, str, (TwSpan){0, str.len});
  TwSpan span = {0, 0};
  bool cut = false;
  ck_assert(tw_sentence_next(&walk, &span, &cut));
  ck_assert(cut);
  ck_assert_str(tw_str_slice(str, span.end - 8, span.end), " seven77");
  ck_assert(tw_sentence_next(&walk, &span, &cut));
  ck_assert(!cut);
  ck_assert(!tw_sentence_next(&walk, &span, &cut));
  tw_buf_clear(&text);
  tw_lexicon_free(words);
}
END_TEST

START_TEST(only_the_block_is_walked)
{
  TwLexicon* const words = open_words();
  const TwStr str = TW_STR("Before. Inside it. After.");
  TwSentenceWalk walk = tw_sentence_walk(words, str, (TwSpan){8, 18});
  TwSpan span = {0, 0};
  bool cut = false;
  ck_assert(tw_sentence_next(&walk, &span, &cut));
  ck_assert_str(tw_str_slice(str, span.start, span.end), "Inside it.");
  ck_assert(!tw_sentence_next(&walk, &span, &cut));
  tw_lexicon_free(words);
}
END_TEST

Suite*
test_sentence_suite(void);

Suite*
test_sentence_suite(void)
{
  const TTest* const tests[] = {
    sentences_end_where_they_end,
    hostile_text_is_cut_in_linear_time,
    a_long_sentence_is_cut_at_white_space,
    only_the_block_is_walked,
  };
  return SUITE_OF("sentence", tests);
}
