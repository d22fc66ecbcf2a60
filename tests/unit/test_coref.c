/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_mention.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* entities;
} cases[] = {
  /* Short names join the longest they fit */
  {"Olga Prado Ruiz spoke. Prado Ruiz, 41, smiled. Later Prado left.",
   "Person Olga Prado Ruiz (Prado Ruiz, Prado)"},
  {"Judge Prado spoke. Only Olga Prado clapped.", "Person Olga Prado (Prado)"},
  /* Two full names stay two, and a surname goes to who was told of first, but
   * that of a lady to no man */
  {"Olga Prado met Juan Prado. Prado smiled.",
   "Person Olga Prado (Prado); Person Juan Prado"},
  {"Juan Prado hid from his sister Olga Prado. Ms. Prado left. Prado smiled.",
   "Person Juan Prado (Prado); Person Olga Prado (Prado)"},
  {"Ms Prado left. Prado smiled.", "Person Prado"},
  {"Juan Prado, the brother of Olga Prado, left. Prado smiled.",
   "Person Juan Prado; Person Olga Prado (Prado)"},
  {"W. Omar Prado met Luis Prado. William Omar Prado left. Prado smiled.",
   "Person William Omar Prado (W. Omar Prado, Prado); Person Luis Prado"},
  /* Diacritics and hyphens are no difference */
  {"José Núñez-Leal met Jose Nunez Leal.",
   "Person José Núñez-Leal (Jose Nunez Leal)"},
  /* Other forms of a name, if a single one has it */
  {"William Omar Prado left. W. Omar Prado smiled. Bill Prado sang.",
   "Person William Omar Prado (W. Omar Prado, Bill Prado)"},
  {"R.J. Quintana left. Rosa Julia Quintana smiled.",
   "Person Rosa Julia Quintana (R.J. Quintana)"},
  {"William Prado met Wilbert Prado. W. Prado smiled.",
   "Person William Prado; Person Wilbert Prado; Person W. Prado"},
  {"Omar Prado Jr. left. Omar Luis Prado smiled.",
   "Person Omar Prado Jr.; Person Omar Luis Prado"},
  /* Two forms of one name are no two people who have the given name */
  {"Olga Prado left. Olga Rosa Prado slept. Later Olga smiled.",
   "Person Olga Rosa Prado (Olga Prado, Olga)"},
  {"Olga hid. Olga Prado left. Olga Rosa Prado slept.",
   "Person Olga Rosa Prado (Olga, Olga Prado)"},
  /* Surnames that are said once */
  {"Miguel Angel and Omar Quintana Robles were absent.",
   "Person Miguel Angel Quintana Robles; Person Omar Quintana Robles"},
  {"Juan Carlos and Luis Miguel Torres Rojas were absent.",
   "Person Juan Carlos Torres Rojas; Person Luis Miguel Torres Rojas"},
  {"Peter Kamau and Omar Said Bakari were absent.",
   "Person Peter Kamau; Person Omar Said Bakari"},
  {"Eva and Olga Prado were absent.", "Person Eva Prado; Person Olga Prado"},
  {"Olga Prado and her brother Luis were absent.",
   "Person Olga Prado; Person Luis Prado"},
  /* A friend has his own, and two words may be a full name */
  {"Olga Prado and her boyfriend Luis were absent.",
   "Person Olga Prado; Person Luis"},
  {"Eva Blue and Olga de Prado were absent.",
   "Person Eva Blue; Person Olga de Prado"},
  {"Omar Garcia and Luis Quintana Robles were absent.",
   "Person Omar Garcia; Person Luis Quintana Robles"},
  /* A nickname is no part of the name */
  {"Vito \"The Fin\" Gravano left. Gravano smiled.",
   "Person Vito Gravano (Gravano)"},
  /* So is an alias, until it stands alone */
  {"Juan Prado, alias La Rana, left. La Rana smiled.",
   "Person Juan Prado (La Rana)"},
  /* To call somebody is no alias */
  {"Juan Prado left. Olga Rivas followed the car and called Juan Prado.",
   "Person Juan Prado; Person Olga Rivas"},
  {"Juan Prado left. Olga Rivas called Juan Prado.",
   "Person Juan Prado; Person Olga Rivas"},
  /* Bodies */
  {"The Drug Enforcement Administration waits. The DEA never sleeps.",
   "GovernmentBody Drug Enforcement Administration (DEA)"},
  {"The Federal Orchard Agency (FOA) grew. The FOA shrank.",
   "GovernmentBody Federal Orchard Agency (FOA)"},
  {"The CJNG is the Jalisco New Generation Cartel.",
   "Cartel Jalisco New Generation Cartel (CJNG)"},
  {"The Moorland County DA's Office and the Moorland County District "
   "Attorney's Office are one, as are Chino PD and the Chino Police "
   "Department.",
   "GovernmentBody Moorland County District Attorney's Office (Moorland "
   "County DA's Office); GovernmentBody Chino Police Department (Chino PD)"},
  {"The Chino and Pomona Police Departments met.",
   "GovernmentBody Chino Police Department; "
   "GovernmentBody Pomona Police Department"},
  {"The Sinaloa and Juárez cartels met.",
   "Cartel Sinaloa Cartel; Cartel Juárez Cartel"},
  /* A nationality is its country, but names none */
  {"The Lake Orchard Agency slept. The Lake Orchard Agency Youth Standing "
   "Committee met.",
   "GovernmentBody Lake Orchard Agency; GovernmentBody Lake Orchard Agency "
   "Youth Standing Committee"},
  {"Mexican farmers met Peruvian farmers in Peru.", "Country Peru"},
};

START_TEST(mentions_are_joined)
{
  ck_assert_str_eq(check_entities(cases[_i].text), cases[_i].entities);
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_no_memory("Olga Prado and her brother Luis met the FBI in Tulsa, "
                  "Okla., and Vito \"The Fin\" Gravano in Lima.");
}
END_TEST

Suite*
test_coref_suite(void)
{
  TCase* const tcase = tcase_create("coref");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, mentions_are_joined, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("coref");
  suite_add_tcase(suite, tcase);
  return suite;
}
