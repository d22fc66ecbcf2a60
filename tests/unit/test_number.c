/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/number.h"
#include "tests/unit/check_times.h"
#include "tests/unit/runner.h"

#include <string.h>

Suite*
test_number_suite(void);

START_TEST(numbers_money_and_ages_are_found)
{
  static const struct {
    const char* text;
    const char* found;
  } cases[] = {
    {"Police held 1,200 men and thirty-seven women.",
     "Number 1200 [1,200]; Number 37 [thirty-seven]"},
    {"A hundred guards met two dozen others.",
     "Number 100 [A hundred]; Number 24 [two dozen]"},
    {"Half a dozen men and half a million bees, half of them here.",
     "Number 6 [Half a dozen]; Number 500000 [half a million]"},
    {"They saw two hundred and five cars and 3.5 million bags.",
     "Number 205 [two hundred and five]; Number 3500000 [3.5 million]"},
    {"Some 97 per cent agreed, 4% did not.",
     "Number 97% [97 per cent]; Number 4% [4%]"},
    {"It was the third time in the 21st century.", ""},
    {"He stole Rs 2.5 crore, Rs 25 lakh and Ksh 5,000.",
     "Money INR 25000000 [Rs 2.5 crore]; Money INR 2500000 [Rs 25 lakh]; "
     "Money KES 5000 [Ksh 5,000]"},
    {"She paid a $40 fine, A$50 and AU $60.",
     "Money USD 40 [$40]; Money AUD 50 [A$50]; Money AUD 60 [AU $60]"},
    {"He paid $2.5m, US$30 and 40 million euros.",
     "Money USD 2500000 [$2.5m]; Money USD 30 [US$30]; "
     "Money EUR 40000000 [40 million euros]"},
    {"She lost \u20ac3 million or 7,000 Mexican pesos.",
     "Money EUR 3000000 [\u20ac3 million]; "
     "Money MXN 7000 [7,000 Mexican pesos]"},
    {"They carried 40 pounds of cocaine.", "Number 40 [40]"},
    {"Eva Prado, 31, a clerk, met Ivo Lund (46).", "Age 31 [31]; Age 46 [46]"},
    {"The 47-year-old man and a girl aged 9 fled.",
     "Age 47 [47-year-old]; Age 9 [aged 9]"},
    {"The boy was 12 years old.", "Age 12 [12 years old]"},
    {"Four men aged between 24 and 51 fled.",
     "Number 4 [Four]; Age 24/51 [aged between 24 and 51]"},
    {"Two boys aged 9 and 11, three girls aged 12 to 14.",
     "Number 2 [Two]; Age 9/11 [aged 9 and 11]; Number 3 [three]; "
     "Age 12/14 [aged 12 to 14]"},
    {"Eva Prado, aged 9, and 11 men fled.", "Age 9 [aged 9]; Number 11 [11]"},
    {"In Salto, 12 men were held.", "Number 12 [12]"},
    {"They found 12345678901234567890 of them and 1,23 more.", ""},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_str_eq(check_times("numbers", "", cases[i].text), cases[i].found);
  }
}
END_TEST

START_TEST(spanish_numbers_have_their_own_words)
{
  static const char* const cases[][2] = {
    {"Once hombres y treinta y dos mujeres.",
     "Number 11 [Once]; Number 32 [treinta y dos]"},
    {"Doscientos cuarenta presos.", "Number 240 [Doscientos cuarenta]"},
    {"Dos millones de dólares.", "Money USD 2000000 [Dos millones de dólares]"},
    {"Ana Ruiz, de 47 años, huyó.", "Age 47 [de 47 años]"},
    {"Una pena de 25 años de prisión.", "Number 25 [25]"},
    {"Eran 1.200 o 2,5 y 3,400 o 1.200.000.",
     "Number 1200 [1.200]; Number 2.5 [2,5]; Number 3400 [3,400]; "
     "Number 1200000 [1.200.000]"},
    {"Tiene 47 años de edad.", "Age 47 [47 años de edad]"},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_str_eq(check_times_of("es", "numbers", "", cases[i][0]),
                     cases[i][1]);
  }
}
END_TEST

START_TEST(numbers_are_written_in_decimal)
{
  static const struct {
    int64_t value;
    const char* text;
  } cases[] = {
    {0, "0"},
    {TW_NUMBER_ONE, "1"},
    {TW_NUMBER_ONE / 2, "0.5"},
    {TW_NUMBER_ONE + 1, "1.0001"},
    {INT64_MAX, "922337203685477.5807"},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char text[32];
    ck_assert_uint_eq(tw_number_write(cases[i].value, text),
                      strlen(cases[i].text));
    ck_assert_str_eq(text, cases[i].text);
  }
}
END_TEST

Suite*
test_number_suite(void)
{
  const TTest* const tests[] = {
    numbers_money_and_ages_are_found,
    spanish_numbers_have_their_own_words,
    numbers_are_written_in_decimal,
  };
  return SUITE_OF("number", tests);
}
