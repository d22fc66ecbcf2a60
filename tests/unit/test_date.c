/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/mention/date.h"
#include "tests/unit/check_times.h"
#include "tests/unit/runner.h"

Suite*
test_date_suite(void);

/* A text of a day, and what is found in it. */
typedef struct {
  const char* day;
  const char* text;
  const char* found;
} Case;

static void
check_spanish(const Case* cases, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    ck_assert_str_eq(check_times_of("es", "dates", cases[i].day, cases[i].text),
                     cases[i].found);
  }
}

static void
check_cases(const Case* cases, size_t n)
{
  for (size_t i = 0; i < n; ++i) {
    ck_assert_str_eq(check_times("dates", cases[i].day, cases[i].text),
                     cases[i].found);
  }
}

#define CHECK(cases) check_cases((cases), sizeof(cases) / sizeof((cases)[0]))

START_TEST(days_of_the_calendar_are_read)
{
  static const Case cases[] = {
    {"", "They fled on March 4, 2025.", "Date 2025-03-04 [March 4, 2025]"},
    {"", "They fled on 4 March 2025.", "Date 2025-03-04 [4 March 2025]"},
    {"", "They fled on the 4th of March, 2025.",
     "Date 2025-03-04 [the 4th of March, 2025]"},
    {"", "They fled on Tuesday, March 4, 2025.",
     "Date 2025-03-04 [Tuesday, March 4, 2025]"},
    {"", "The raid of 2025-03-04 failed.", "Date 2025-03-04 [2025-03-04]"},
    {"", "It began in March 2019 and ended in 2021.",
     "Date 2019-03 [March 2019]; Date 2021 [2021]"},
    {"", "In the 1990s he was poor, in the late 1980s too.",
     "Date 199 [the 1990s]; Date 198 [late 1980s]"},
    {"", "A woman in her 30s and a man in his mid-20s fled.", ""},
    {"", "They met in the third quarter of 2024.",
     "Date 2024-Q3 [the third quarter of 2024]"},
    {"", "They met in the spring of 2024.",
     "Date 2024-SP [the spring of 2024]"},
    {"", "They fled on February 30, 2025.", "Date 2025 [2025]"},
    {"", "They fled on 31 April.", "Date XXXX-04 [April]"},
    {"", "They may march in Salto.", ""},
    {"", "Some 2011 men and $2012 and 2,013 cars were there.", ""},
    {"", "The 2011 riots cost twelve hundred lives.", "Date 2011 [2011]"},
    {"", "She left in March for Mercy.", "Date XXXX-03 [March]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(days_are_resolved_to_the_past)
{
  /* A Wednesday */
  static const Case cases[] = {
    {"2026-01-21", "They fled on Tuesday.", "Date 2026-01-20 [Tuesday]"},
    {"2026-01-21", "They fled on Wednesday.", "Date 2026-01-21 [Wednesday]"},
    {"2026-01-21", "They fled last Wednesday.",
     "Date 2026-01-14 [last Wednesday]"},
    {"2026-01-21", "They fled last week.", "Date 2026-W03 [last week]"},
    {"2026-01-21", "They fled last February.", "Date 2025-02 [last February]"},
    {"2026-01-21", "In August, they fled.", "Date 2025-08 [August]"},
    {"2026-01-21", "They fled in January.", "Date 2026-01 [January]"},
    {"2026-01-21", "They fled earlier this month.",
     "Date 2026-01 [earlier this month]"},
    {"2026-01-21", "They fled in early January.",
     "Date 2026-01 [early January]"},
    {"2026-01-21", "They fled on December 24.",
     "Date 2025-12-24 [December 24]"},
    {"2026-01-21", "They fled yesterday.", "Date 2026-01-20 [yesterday]"},
    {"2026-01-21", "They fled on Tuesday night.",
     "Time 2026-01-20TNI [Tuesday night]"},
    {"2026-01-21", "They fled at 9:30 p.m. on Tuesday.",
     "Time 2026-01-20T21:30 [9:30 p.m. on Tuesday]"},
    {"2026-01-21", "They fled two years ago.", "Date 2024 [two years ago]"},
    {"2026-01-21", "They fled three days ago.",
     "Date 2026-01-18 [three days ago]"},
    {"2026-01-21", "They fled last fall.", "Date 2025-FA [last fall]"},
    {"2026-01-21", "They fled on Christmas Day.",
     "Date 2025-12-25 [Christmas Day]"},
    {"2025-12-01", "They ate on Thanksgiving.",
     "Date 2025-11-27 [Thanksgiving]"},
    {"2025-11-21", "They fled last January 3.",
     "Date 2025-01-03 [last January 3]"},
    {"2026-01-21", "They fled in the early morning hours of January 3.",
     "Time 2026-01-03TMO [the early morning hours of January 3]"},
    {"2026-01-21", "They fled at mid-morning yesterday.",
     "Time 2026-01-20TMO [mid-morning yesterday]"},
    {"2026-01-21", "They hid over the summer.", "Date 2025-SU [the summer]"},
    {"2026-01-21", "They fled over the weekend.",
     "Date 2026-W03-WE [the weekend]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(days_of_one_month_share_it)
{
  static const Case cases[] = {
    {"2026-01-21", "They met on January 3 and 4.",
     "Date 2026-01-03 [January 3]; Date 2026-01-04 [4]"},
    {"", "The fair ran from May 4, 2025 to 9.",
     "Date 2025-05-04 [May 4, 2025]; Date 2025-05-09 [9]"},
    {"", "He hid between November and March 2019.",
     "Date 2018-11 [November]; Date 2019-03 [March 2019]"},
    {"2019-05-21", "He hid between November 4 and last January 3.",
     "Date 2018-11-04 [November 4]; Date 2019-01-03 [last January 3]"},
    {"2019-05-21", "He hid between November and early February.",
     "Date 2018-11 [November]; Date 2019-02 [early February]"},
    {"", "They met on May 3, June 4 and July 5, 2019.",
     "Date 2019-05-03 [May 3]; Date 2019-06-04 [June 4]; "
     "Date 2019-07-05 [July 5, 2019]"},
    {"2026-01-21", "It was shut on January 3 and 12 people left.",
     "Date 2026-01-03 [January 3]"},
    {"2026-01-21", "It was shut on January 30 and 3.",
     "Date 2026-01-30 [January 30]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(units_with_an_article_are_years_or_lengths)
{
  static const Case cases[] = {
    {"2026-01-21", "It lost money in the year ended May 31.",
     "Duration P1Y [the year]; Date 2025-05-31 [May 31]"},
    {"2026-01-21", "It lost money in the fiscal year ending May 31, 2026.",
     "Duration P1Y [the fiscal year]; Date 2026-05-31 [May 31, 2026]"},
    {"2026-01-21", "Sales fell for the year.", "Date 2026 [the year]"},
    {"2026-01-21", "Sales fell by the end of the year.",
     "Date 2026 [the year]"},
    {"2026-01-21", "It was the week's worst fire.", "Date 2026-W04 [the week]"},
    {"2026-01-21", "He gave her a week to leave.", "Duration P1W [a week]"},
    {"2026-01-21", "It sails two times a week.", ""},
    {"2026-01-21", "She hid for two and a half years.",
     "Duration P2Y6M [two and a half years]"},
    {"2026-01-21", "They fled a month or so ago.",
     "Date 2025-12 [a month or so ago]"},
    {"2026-01-21", "Rents were lower a year earlier.",
     "Date 2025 [a year earlier]"},
    {"2026-01-21", "She wrote in the party's daily.", ""},
  };
  CHECK(cases);
}
END_TEST

START_TEST(the_tense_may_point_ahead)
{
  static const Case cases[] = {
    {"2026-01-21", "They will meet on Friday.", "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "They agreed to meet in March.", "Date 2026-03 [March]"},
    {"2026-01-21", "They will meet next week.", "Date 2026-W05 [next week]"},
    {"2026-01-21", "They did not meet on Friday.", "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "He could not be found on Friday.",
     "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "They will look into Friday's ruling.",
     "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "The trial begins on Friday.", "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "The report says on Friday she left.",
     "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "They will meet on February 2.",
     "Date 2026-02-02 [February 2]"},
    {"2026-01-21", "He will be named on Friday.", "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "They planned a large march for Friday.",
     "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "He could be free as early as Friday.",
     "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "They agreed on Friday.", "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "He tried to flee on Friday.", "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "She spoke of rules to be published in June.",
     "Date 2026-06 [June]"},
    {"2026-01-21", "On Friday, he is expected to plead.",
     "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "On Friday, when the judge set a date, he wept.",
     "Date 2026-01-16 [Friday]"},
    {"2026-01-21", "He is due in court on Friday.", "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "The hearing was put off until Friday.",
     "Date 2026-01-23 [Friday]"},
    {"2026-01-21", "Until Friday, nobody knew it.", "Date 2026-01-16 [Friday]"},
    {"2025-11-21", "The bank bought a firm in January.",
     "Date 2026-01 [January]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(spanish_is_read_by_its_own_tables)
{
  static const Case cases[] = {
    {"", "Huyeron el 20 de enero de 2026.",
     "Date 2026-01-20 [20 de enero de 2026]"},
    {"", "El martes, 20 de enero del 2026, huyeron.",
     "Date 2026-01-20 [martes, 20 de enero del 2026]"},
    {"2026-01-21", "Huyeron el martes pasado.",
     "Date 2026-01-20 [martes pasado]"},
    {"2026-01-21", "Lo vieron el pasado lunes por la noche.",
     "Time 2026-01-19TNI [pasado lunes por la noche]"},
    {"2026-01-21", "Huyeron este jueves 6 de noviembre de 2025.",
     "Date 2025-11-06 [este jueves 6 de noviembre de 2025]"},
    {"2026-01-21", "La noche del sábado 8 de noviembre huyeron.",
     "Time 2025-11-08TNI [noche del sábado 8 de noviembre]"},
    {"", "Un hombre de 20 años cumple una pena de 20 años de prisión.",
     "Duration P20Y [20 años]"},
    {"2026-01-21", "Huyeron en agosto.", "Date 2025-08 [agosto]"},
    {"2026-01-21", "Julio huyó a finales de marzo de 2024.",
     "Date 2024-03 [marzo de 2024]"},
    {"2026-01-21", "Huyeron hace dos semanas.",
     "Date 2026-W02 [hace dos semanas]"},
    {"2026-01-21", "Hace un año huyeron.", "Date 2025 [Hace un año]"},
    {"2026-01-21", "Ayer por la tarde huyeron.",
     "Time 2026-01-20TAF [Ayer por la tarde]"},
    {"2026-01-21", "El año pasado huyeron 12.", "Date 2025 [año pasado]"},
    {"2026-01-21", "Se abrirá la próxima semana.",
     "Date 2026-W05 [próxima semana]"},
    {"2026-01-21", "Será juzgado el viernes.", "Date 2026-01-23 [viernes]"},
    {"2026-01-21", "Se fueron los días 3 y 4 de enero.",
     "Date 2026-01-03 [3]; Date 2026-01-04 [4 de enero]"},
    {"", "Fue el 30 de febrero.", "Date XXXX-02 [febrero]"},
    {"", "Once hombres huyeron.", ""},
  };
  check_spanish(cases, sizeof(cases) / sizeof(cases[0]));
}
END_TEST

START_TEST(words_in_quotes_speak_from_their_own_day)
{
  static const Case cases[] = {
    {"2026-01-21", "\"This morning, we freed him,\" she said on Monday.",
     "Time 2026-01-19TMO [This morning]; Date 2026-01-19 [Monday]"},
    {"2026-01-21", "\"Today, we freed him,\" she said.",
     "Date 2026-01-21 [Today]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(without_a_day_nothing_is_guessed)
{
  static const Case cases[] = {
    {"", "They fled on Tuesday.", "Date XXXX-WXX-2 [Tuesday]"},
    {"", "They fled last week.", "Date XXXX-WXX [last week]"},
    {"", "They fled yesterday.", "Date XXXX-XX-XX [yesterday]"},
    {"", "They fled last year.", "Date XXXX [last year]"},
    {"", "They fled in August.", "Date XXXX-08 [August]"},
    {"", "They fled two years ago.", "Date XXXX [two years ago]"},
    {"", "It lost money in the quarter.", "Date XXXX-QX [the quarter]"},
    {"2026-01-21", "They fled on the same day.",
     "Date XXXX-XX-XX [the same day]"},
    {"2026-01-21", "They fled in that same hour.", ""},
  };
  CHECK(cases);
  char out[TW_DATE_VALUE];
  ck_assert(!tw_date_interval(TW_STR("XXXX-WXX-2"), out));
}
END_TEST

START_TEST(durations_and_sets_are_told_apart)
{
  static const Case cases[] = {
    {"", "He got 14 years in prison.", "Duration P14Y [14 years]"},
    {"", "He was jailed for two years after a fraud.",
     "Duration P2Y [two years]"},
    {"", "It was a two-day trip for 36 hours.",
     "Duration P2D [two-day]; Duration PT36H [36 hours]"},
    {"", "He hid for weeks and for a month.",
     "Duration PXW [weeks]; Duration P1M [a month]"},
    {"", "A 47-year-old man and two boys, 12 years old.", ""},
    {"", "They met every Monday and each year.",
     "Set XXXX-WXX-1 [every Monday]; Set P1Y [each year]"},
    {"", "They meet every summer and each July.",
     "Set XXXX-SU [every summer]; Set XXXX-07 [each July]"},
    {"", "Years of war, a day of rest and a several-week trip.",
     "Duration PXY [Years]; Duration P1D [a day]; "
     "Duration PXW [several-week]"},
    {"", "In the past two months they fled.",
     "Duration P2M [the past two months]"},
    {"", "Two days later he fled.", "Duration P2D [Two days later]"},
    {"", "He hid for 5 1/2 hours.", "Duration PT5H30M [5 1/2 hours]"},
    {"", "He hid for a couple of weeks.", "Duration P2W [a couple of weeks]"},
    {"2026-01-21", "They will meet in the coming weeks.",
     "Duration PXW [the coming weeks]"},
    {"", "It is a 14th century church.", "Date 13 [14th century]"},
    {"", "He paid annually for her 2004 Rondo Cruiser.", "Set P1Y [annually]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(some_dates_are_told_from_others)
{
  static const Case cases[] = {
    {"", "On May 3, 2019, he was freed. The following day, he fled.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-04 [The following day]"},
    {"2019-05-21", "On May 3, 2019, he was freed. The next day, he fled.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-04 [The next day]"},
    {"", "On May 3, 2019, he was freed and fled two days later.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-05 [two days later]"},
    {"", "On May 3, 2019, he fled. A day earlier, he had come.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-02 [A day earlier]"},
    {"", "He was held in May 2019 and jailed five months later.",
     "Date 2019-05 [May 2019]; Date 2019-10 [five months later]"},
    {"", "He fled on May 3, 2019. Two weeks before, he had been fined.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-W16 [Two weeks before]"},
    {"", "He fled in 2012 and came back three years later.",
     "Date 2012 [2012]; Date 2015 [three years later]"},
    {"", "He fled on May 3, 2019. Two months later, on July 9, 2019, he hid.",
     "Date 2019-05-03 [May 3, 2019]; Duration P2M [Two months later]; "
     "Date 2019-07-09 [July 9, 2019]"},
    {"", "On May 3, 2019, he fled. He came back the next morning.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-04 [the next morning]"},
    {"",
     "On May 3, 2019, he fled. That night he hid where he had been the "
     "previous evening.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05-03 [That night]; "
     "Date 2019-05-02 [the previous evening]"},
    {"", "He was jailed in 1995. He had fled forty-five years before.",
     "Date 1995 [1995]; Duration P45Y [forty-five years before]"},
    {"", "In May 2019 he was freed. He fled two weeks later.",
     "Date 2019-05 [May 2019]; Duration P2W [two weeks later]"},
    {"", "He was born in 1995. The following year, his father died.",
     "Date 1995 [1995]; Date 1996 [The following year]"},
    {"", "They met on May 3, 2019, and fled later that month.",
     "Date 2019-05-03 [May 3, 2019]; Date 2019-05 [later that month]"},
    {"", "It was Friday, May 3, 2019, and he had fled the previous Monday.",
     "Date 2019-05-03 [Friday, May 3, 2019]; "
     "Date 2019-04-29 [the previous Monday]"},
    {"", "He came in 2012. He sang. He ate. He left the following year.",
     "Date 2012 [2012]; Date 2013 [the following year]"},
    {"", "He came in 2012. He sang. He ate. He drank. He left that year.",
     "Date 2012 [2012]; Date XXXX [that year]"},
    {"", "It began on May 3, 2019. At 9 a.m., they fled.",
     "Date 2019-05-03 [May 3, 2019]; Time 2019-05-03T09:00 [9 a.m.]"},
    {"", "He was freed in 2012. A year earlier, he had been shot.",
     "Date 2012 [2012]; Date 2011 [A year earlier]"},
  };
  CHECK(cases);
}
END_TEST

START_TEST(reports_speak_of_their_quarter)
{
  static const Case cases[] = {
    {"2025-11-03", "Net in the third quarter rose from a year earlier.",
     "Date 2025-Q3 [the third quarter]; Date 2024-Q3 [a year earlier]"},
    {"2025-11-03",
     "It lost money in the third quarter. It sold two mines in "
     "the quarter. In the year-earlier period, it sold none.",
     "Date 2025-Q3 [the third quarter]; Date 2025-Q3 [the quarter]; "
     "Date 2024-Q3 [the year-earlier period]"},
    {"2025-11-03", "It lost money in the quarter.",
     "Date 2025-Q3 [the quarter]"},
    {"2025-11-03", "It lost money in last year's second quarter.",
     "Date 2024-Q2 [last year's second quarter]"},
    {"2025-11-03", "It lost money in the second half of 2024.",
     "Date 2024-H2 [the second half of 2024]"},
    {"2025-11-03", "Three-quarters of the men fled.", ""},
  };
  CHECK(cases);
}
END_TEST

START_TEST(values_become_intervals)
{
  static const struct {
    const char* value;
    const char* interval;
  } cases[] = {
    {"2025", "2025"},
    {"2025-02", "2025-02"},
    {"2025-02-28", "2025-02-28"},
    {"2026-01-20TNI", "2026-01-20"},
    {"2026-01-20T21:30", "2026-01-20"},
    {"2026-W03", "2026-01-12/2026-01-18"},
    {"2026-W03-WE", "2026-01-17/2026-01-18"},
    {"2025-Q3", "2025-07/2025-09"},
    {"2025-H1", "2025-01/2025-06"},
    {"2025-WI", "2025-12/2026-02"},
    {"199", "1990/1999"},
  };
  static const char* const none[] = {
    "",         "PRESENT_REF", "P3D", "XXXX-08", "2025-13", "2025-02-30",
    "2025-W60", "2025-Q5",     "19",  "20255",   "2025-H3",
  };
  char out[TW_DATE_VALUE];
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert(tw_date_interval(tw_str(cases[i].value), out));
    ck_assert_str_eq(out, cases[i].interval);
  }
  for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); ++i) {
    ck_assert_msg(!tw_date_interval(tw_str(none[i]), out), "%s", none[i]);
    ck_assert_str_eq(out, "");
  }
}
END_TEST

Suite*
test_date_suite(void)
{
  const TTest* const tests[] = {
    days_of_the_calendar_are_read,
    days_are_resolved_to_the_past,
    the_tense_may_point_ahead,
    words_in_quotes_speak_from_their_own_day,
    without_a_day_nothing_is_guessed,
    durations_and_sets_are_told_apart,
    some_dates_are_told_from_others,
    reports_speak_of_their_quarter,
    values_become_intervals,
    days_of_one_month_share_it,
    units_with_an_article_are_years_or_lengths,
    spanish_is_read_by_its_own_tables,
  };
  return SUITE_OF("date", tests);
}
