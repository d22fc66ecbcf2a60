/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

static Made made[3];
static Made* const articles[] = {&made[0], &made[1], &made[2]};

/* Article `i`, in which `speaker` says what stands between the marks. */
static void
quote(size_t i, const char* speaker, const char* text)
{
  made_start(&made[i], "", "2024-05-07", text);
  made_fact(&made[i], "Statement", true, "said");
  made_thing(&made[i], "speaker",
             made_entity(&made[i], TW_TYPE_PERSON, speaker, "", ""));
}

START_TEST(several_wordings_are_one_quote)
{
  TwFuser* fuser = NULL;
  quote(0, "Eva Prado",
        "Eva Prado said: \xE2\x80\x9CWe will never again sell water to the "
        "mine, not for gold.\xE2\x80\x9D");
  quote(1, "Eva Prado",
        "\"We won't ever again sell water to the mine ,\" said Eva Prado.");
  quote(2, "Eva Prado",
        "Eva Prado said she would \xC2\xABnever again sell water to the "
        "mine\xC2\xBB.");
  const TwGraph* const graph = made_fused(&fuser, articles, 3);
  ck_assert_uint_eq(graph->n_quotes, 1);
  const TwQuote* const quote = &graph->quotes[0];
  ck_assert_str(graph->things[quote->speaker].label, "Eva Prado");
  ck_assert_str(quote->text,
                "We will never again sell water to the mine, not for gold.");
  ck_assert_uint_eq(quote->n_variants, 3);
  for (size_t i = 0; i < quote->n_variants; ++i) {
    const TwGraphSpan* const span = &quote->variants[i];
    const TwStr sha256 = graph->documents[span->document].sha256;
    for (size_t k = 0; k < 3; ++k) {
      if (tw_str_equal(made[k].document.sha256, sha256)) {
        ck_assert(tw_str_equal(
          span->exact, tw_str_slice(made[k].document.source, span->bytes.start,
                                    span->bytes.end)));
      }
    }
  }
  tw_fuser_free(fuser);
}
END_TEST

/* Article `i` in a language, with what it quotes and the countries in it. */
static void
quote_in(size_t i, const char* language, const char* text, const char* country)
{
  quote(i, "Eva Prado", text);
  made[i].document.language = tw_str(language);
  made_entity(&made[i], TW_TYPE_COUNTRY, country, "iso:ES", "ES");
}

START_TEST(a_translation_is_the_same_quote)
{
  static const struct {
    const char* language;
    const char* text;
    const char* country;
    size_t n;
  } cases[] = {
    {"es", "\"Enviamos hoy a España 1.200 cajas\", dijo Eva Prado", "España",
     1},
    {"es", "\"Enviamos hoy a España 1.300 cajas\", dijo Eva Prado", "España",
     0},
    {"es", "\"Enviamos las cajas a España\", dijo Eva Prado", "España", 0},
    {"es", "\"Enviamos por Ruta 66 1.200 cajas\", dijo Eva Prado", "Ruta 6", 0},
    {"en", "\"It was 1,200 that Spain got\", says Eva Prado", "Spain", 0},
  };
  for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); ++c) {
    TwFuser* fuser = NULL;
    quote_in(0, "en",
             "\"We sent 1,200 boxes to Spain this morning,\" said Eva Prado.",
             "Spain");
    quote_in(1, cases[c].language, cases[c].text, cases[c].country);
    ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_quotes, cases[c].n);
    tw_fuser_free(fuser);
  }
}
END_TEST

START_TEST(what_others_say_or_is_short_is_another_quote)
{
  TwFuser* fuser = NULL;
  quote(0, "Eva Prado",
        "\"We will sell no water to the mine,\" said Eva Prado. \"No way.\"");
  quote(1, "Juan Gil",
        "\"We will sell no water to the mine,\" said Juan Gil. \"No way.\"");
  quote(2, "Eva Prado",
        "\"The river is all that we have here,\" said Eva Prado. \"No way.\"");
  ck_assert_uint_eq(made_fused(&fuser, articles, 3)->n_quotes, 0);
  tw_fuser_free(fuser);
}
END_TEST

START_TEST(what_stands_between_two_quotes_is_none)
{
  TwFuser* fuser = NULL;
  quote(0, "Eva Prado",
        "We know,\" Eva Prado said in a letter to the paper. \"It hurts.\"");
  quote(1, "Eva Prado",
        "They go,\" Eva Prado said in a letter to the paper. \"It rains.\"");
  ck_assert_uint_eq(made_fused(&fuser, articles, 2)->n_quotes, 0);
  tw_fuser_free(fuser);
}
END_TEST

Suite*
test_quote_suite(void)
{
  const TTest* const tests[] = {
    several_wordings_are_one_quote,
    a_translation_is_the_same_quote,
    what_others_say_or_is_short_is_another_quote,
    what_stands_between_two_quotes_is_none,
  };
  return SUITE_OF("quote", tests);
}
