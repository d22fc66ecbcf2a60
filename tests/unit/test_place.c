/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_mention.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* annotations;
} cases[] = {
  {"They met in Houston.", "City[Houston]"},
  {"They met Houston.", ""},
  /* Towns and what only sounds like one */
  {"It burned in Spring Valley on Monday, in Ozone Valley on Friday.",
   "City[Spring Valley] Place[Ozone Valley]"},
  {"It burned in Baldwin Park on Monday, in Velmo Park on Friday.",
   "City[Baldwin Park] Facility[Velmo Park]"},
  /* Where somebody lives */
  {"Olga Prado, 36, of Burnsville, and Eva Pardo, of Burnsville, fled.",
   "Person[Olga Prado] City[Burnsville] Person[Eva Pardo] City[Burnsville]"},
  {"Olga Prado, 36, Burnsville, fled.", "Person[Olga Prado] City[Burnsville]"},
  {"They drove through Springfield, Missouri, and Chino, Calif.",
   "City[Springfield] Region[Missouri] City[Chino] Region[Calif.]"},
  {"The ships called at Lima, Houston, Veracruz and San Diego.",
   "City[Lima] City[Houston] Region[Veracruz] City[San Diego]"},
  {"The US and the U.K. asked us in Peru.",
   "Country[US] Country[U.K.] Country[Peru]"},
  {"Jordan Prado flew to Jordan.", "Person[Jordan Prado] Country[Jordan]"},
  {"Police in Orange County and San Mateo, CA, agreed.",
   "Region[Orange County] City[San Mateo] Region[CA]"},
  /* No table has Velmora. */
  {"They met in Velmora.", "Place[Velmora]"},
  {"They fled the town of Velmora.", "Place[Velmora]"},
  {"Farms burned in Velmora, Tambery and Ostwin.",
   "Place[Velmora] Place[Tambery] Place[Ostwin]"},
  {"They live west of Velmora.", "Place[Velmora]"},
  /* Behind some words all is a place, whatever else it may mean */
  {"They fled the village of Sultan Luna.", "Place[Sultan Luna]"},
  {"They met the mayor of Velmora Bay.",
   "Role[mayor=mayor] Place[Velmora Bay]"},
  {"They met Mayor Olga Prado of Datu Velmora.",
   "Role[Mayor=mayor] Person[Olga Prado] Place[Datu Velmora]"},
  {"They met Superintendent Olga Prado of Schools.",
   "Role[Superintendent=superintendent] Person[Olga Prado]"},
  {"They fled the city of New York.", "City[New York]"},
  {"They fled Velmora, Peru, at dawn.", "Place[Velmora] Country[Peru]"},
  {"They invested in VELM and read Velmora.", ""},
  {"They worked at Velmora.", ""},
  {"Rain fell in Velmora. They saw Velmora again.",
   "Place[Velmora] Place[Velmora]"},
  {"They climbed Mount Velmora and saw Lake Tamberin.",
   "Place[Mount Velmora] Place[Lake Tamberin]"},
  {"They left Mount Pleasant, Texas.", "City[Mount Pleasant] Region[Texas]"},
  {"The Velmora river and Tamberin province lay before them.",
   "Place[Velmora river] Region[Tamberin province]"},
  {"The Lindel District Court met in the Tamberin district.",
   "GovernmentBody[Lindel District Court] Region[Tamberin district]"},
  {"They met in London, Ontario, and Lisbon, Portugal.",
   "City[London] Region[Ontario] City[Lisbon] Country[Portugal]"},
  {"Rain in the Northern District of Iowa and in Haifa.",
   "Name[Northern District] Region[Iowa] City[Haifa]"},
  {"On Monday, Moscow protested.", "City[Moscow]"},
  /* Small words inside a name, and a name inside of a longer one */
  {"They live in Dar es Salaam.", "City[Dar es Salaam]"},
  {"They live in Kuwait City.", "City[Kuwait City]"},
  /* Names that are words or surnames, and what English calls a city */
  {"They met in Wellington and in Bologna.", "City[Wellington] City[Bologna]"},
  {"They met in Seville, in Fallujah and in Patras.",
   "City[Seville] City[Fallujah] City[Patras]"},
  {"Spring was late in Velmora.", "Place[Velmora]"},
  {"Residents of East Oakland mourned. East Oakland mourns.",
   "City[Oakland] City[Oakland]"},
  {"Paris Prado left Paris, Texas.",
   "Person[Paris Prado] City[Paris] Region[Texas]"},
  {"Lima mayor Olga Prado left Georgia.",
   "City[Lima] Role[mayor=mayor] Person[Olga Prado] Country[Georgia]"},
  {"Georgia governor Olga Prado left. Georgia won.",
   "Region[Georgia] Role[governor=governor] Person[Olga Prado] "
   "Region[Georgia]"},
  /* The tags of another language say nothing */
  {"La prensa dice que los hombres fueron enviados a Uruguay en junio y que "
   "la noticia no era cierta.",
   "Country[Uruguay]"},
  {"Georgia's president, Olga Prado, left.",
   "Country[Georgia] Role[president=president] Person[Olga Prado]"},
  /* What begins the next paragraph is no office of it */
  {"The storm reached Georgia\n\nGovernor Olga Prado left her house.",
   "Country[Georgia] Role[Governor=governor] Person[Olga Prado]"},
  /* A city of a country that the text names */
  {"Peruvian troops left Arequipa.", "Nationality[Peruvian=PE] City[Arequipa]"},
  {"The troops left Arequipa.", ""},
};

START_TEST(places_need_evidence)
{
  ck_assert_str_eq(check_annotations(cases[_i].text), cases[_i].annotations);
}
END_TEST

START_TEST(a_person_of_the_article_is_no_place)
{
  ck_assert_str_eq(check_entities("Eva Houston left. Nobody saw Houston "
                                  "again, and friends looked for Houston."),
                   "Person Eva Houston (Houston)");
}
END_TEST

START_TEST(short_forms_show_the_whole_name)
{
  ck_assert_str_eq(check_entities("Trains from Tulsa, Okla., to the U.S. "
                                  "border. America slept."),
                   "City Tulsa; Region Oklahoma (Okla.); "
                   "Country United States (U.S.)");
}
END_TEST

Suite*
test_place_suite(void)
{
  TCase* const tcase = tcase_create("place");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, places_need_evidence, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, a_person_of_the_article_is_no_place);
  tcase_add_test(tcase, short_forms_show_the_whole_name);
  Suite* const suite = suite_create("place");
  suite_add_tcase(suite, tcase);
  return suite;
}
