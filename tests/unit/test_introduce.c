/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

#include <stdio.h>

#define ARREST                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: arrest\n"                                                      \
       "    frame: Arrest\n"                                                   \
       "    trigger: {verb: [arrest]}\n"                                       \
       "    roles:\n"                                                          \
       "      person: {at: object, type: [Person, Group], list: true}\n"       \
       "      date: {at: time}\n"                                              \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

static const struct {
  const char* text;
  const char* facts;
} cases[] = {
  /* Who is accused of something, by whatever verb */
  {"A baker was arrested in 2024. Juan Pardo, 22, was charged with theft.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. It rained all day. A jury found Juan Pardo "
   "guilty of theft.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. Juan Pardo, 22, was robbed in Lima.",
   "Arrest/0 person=baker date=2024"},
  {"A baker was arrested in 2024. Juan Pardo, 22, was found guilty of theft.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. Juan Pardo, 22, was found dead in Lima.",
   "Arrest/0 person=baker date=2024"},
  {"A baker was arrested in 2024. Juan Pardo, 22, is to face trial on Monday.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. Juan Pardo, 22, faces a long winter.",
   "Arrest/0 person=baker date=2024"},
  /* Headings stand between, and a line may name him. */
  {"BAKER CHARGED\n\nCase 1\n\nA DAY IN COURT\n\nA baker was arrested in "
   "2024.\n\nDefendant\n\nCharges\n\nMay 2\n\nCourt\n\nRoom\n\nDay\n\n"
   "Juan Pardo, 22, was charged with theft.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024.\n\nDefendant\n\nJuan Pardo, 22, Lima\n\n"
   "Charged on Monday with the following counts:\n\nTheft",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024.\n\nJuan Pardo, 22, Lima\n\nReached on Monday "
   "at the following address:\n\nA street",
   "Arrest/0 person=baker date=2024"},
  /* Age and sex must not differ. */
  {"A 40-year-old baker was arrested in 2024. Juan Pardo, 22, was charged "
   "with theft.",
   "Arrest/0 person=40-year-old baker date=2024"},
  {"A woman was arrested in 2024. Juan Pardo, 22, was charged with theft.",
   "Arrest/0 person=woman date=2024"},
  /* One for one, two for two */
  {"A baker was arrested in 2024. Juan Pardo and Luis Prado were charged with "
   "theft.",
   "Arrest/0 person=baker date=2024"},
  {"Two bakers were arrested in 2024. Juan Pardo and Luis Prado were charged "
   "with theft.",
   "Arrest/0 person=Two bakers{2} person=Juan Pardo person=Luis Prado "
   "date=2024"},
  {"A baker and a clerk were arrested in 2024. Juan Pardo, 22, was charged "
   "with theft.",
   "Arrest/0 person=baker person=clerk date=2024"},
  /* Sets told of again, and who is among a set */
  {"Juan Pardo and Luis Prado fled to Lima. The two men were arrested in "
   "2024.",
   "Arrest/0 person=two men{2} person=Juan Pardo person=Luis Prado "
   "date=2024"},
  {"Juan Pardo, Ana Morel and Luis Prado fled. Both men were arrested in 2024.",
   "Arrest/0 person=men date=2024"},
  {"Maria Pardo and Luis Prado fled. The two men were arrested in 2024.",
   "Arrest/0 person=two men{2} date=2024"},
  {"Juan Pardo and Luis Prado fled to Lima. Both were arrested in 2024.",
   "Arrest/0 person=Juan Pardo person=Luis Prado date=2024"},
  {"Juan Pardo, Ana Morel and Luis Prado fled. All three were arrested in "
   "2024.",
   "Arrest/0 person=three{3} person=Juan Pardo person=Ana Morel "
   "person=Luis Prado date=2024"},
  {"Juan Pardo and Luis Prado fled to Lima. The brothers were arrested in "
   "2024.",
   "Arrest/0 person=brothers person=Juan Pardo person=Luis Prado date=2024"},
  {"Juan Pardo and Maria Prado fled to Lima. The men were arrested in 2024.",
   "Arrest/0 person=men date=2024"},
  {"Juan Pardo and Luis Prado fled to Lima. Each was arrested in 2024.",
   "Arrest/0 person=Juan Pardo person=Luis Prado date=2024"},
  /* Several accused, if they are as many */
  {"Luis Prado slept. Juan Pardo, 40, and Rui Gil, 30, were charged. It "
   "rained. The defendants were arrested in 2024.",
   "Arrest/0 person=defendants person=Juan Pardo person=Rui Gil date=2024"},
  {"Juan Pardo was charged. Rui Gil pleaded guilty. The two suspects were "
   "arrested in 2024.",
   "Arrest/0 person=two suspects{2} person=Juan Pardo person=Rui Gil "
   "date=2024"},
  {"Juan Pardo was charged. Rui Gil pleaded guilty. The three suspects were "
   "arrested in 2024.",
   "Arrest/0 person=three suspects{3} date=2024"},
  {"Juan Pardo was charged. Rui Gil pleaded guilty. The other suspects were "
   "arrested in 2024.",
   "Arrest/0 person=other suspects date=2024"},
  {"The defendants are Juan Pardo, 40; and Rui Gil, 30. It rained. The "
   "defendants were arrested in 2024.",
   "Arrest/0 person=defendants person=Juan Pardo person=Rui Gil date=2024"},
  {"A clerk identified the victims as Juan Pardo and Rui Gil. It rained. The "
   "victims were arrested in 2024.",
   "Arrest/0 person=victims person=Juan Pardo person=Rui Gil date=2024"},
  {"Juan Pardo and Rui Gil are the suspects. It rained. The suspects were "
   "arrested in 2024.",
   "Arrest/0 person=suspects person=Juan Pardo person=Rui Gil date=2024"},
  {"Luis Prado robbed Juan Pardo and shot Rui Gil. The victims were arrested "
   "in 2024.",
   "Arrest/0 person=victims person=Juan Pardo person=Rui Gil date=2024"},
  {"Three men were arrested in 2024, among them Juan Pardo.",
   "Arrest/0 person=Three men{3} person=Juan Pardo date=2024"},
  {"A clerk arrested three men in 2024, including Juan Pardo and Rui Gil.",
   "Arrest/0 person=three men{3} person=Juan Pardo person=Rui Gil date=2024"},
  {"Three men were arrested in 2024 with two women, among them Ana Pardo.",
   "Arrest/0 person=Three men{3} date=2024"},
  {"Juan Pardo was among three men arrested in 2024.",
   "Arrest/0 person=three men{3} person=Juan Pardo date=2024"},
  {"Juan Pardo, 23, of Lima, and Luis Prado, 25, were arrested in 2024.",
   "Arrest/0 person=Juan Pardo person=Luis Prado date=2024"},
  /* Named by those who identify them */
  {"A baker was arrested in 2024. He was identified as Juan Pardo.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. It rained. Police named him as Juan Pardo.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Police arrested a baker they identified as Juan Pardo.",
   "Arrest/0 person=Juan Pardo"},
  {"A baker was arrested in 2024. He was identified in court as Juan Pardo by "
   "a clerk with Rui Gil.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. He was identified as Juan Pardo in court.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Two bakers were arrested in 2024. They were identified as Juan Pardo and "
   "Rui Gil.",
   "Arrest/0 person=Two bakers{2} person=Juan Pardo person=Rui Gil "
   "date=2024"},
  {"Two bakers were arrested in 2024. Police identified them as Juan Pardo "
   "and a 17-year-old.",
   "Arrest/0 person=Two bakers{2} person=Juan Pardo date=2024"},
  {"A baker was arrested in 2024. The suspect was identified as Juan Pardo.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* Not if he may be another, or it is not sure */
  {"A baker was arrested in 2024. The victim was identified as Juan Pardo.",
   "Arrest/0 person=baker date=2024"},
  {"A baker was arrested in 2024. The clerk was identified as Juan Pardo.",
   "Arrest/0 person=baker date=2024"},
  {"A woman was arrested in 2024. Police identified the suspect as Juan Pardo.",
   "Arrest/0 person=woman date=2024"},
  {"A baker was arrested with a clerk in 2024. He was identified as Juan "
   "Pardo.",
   "Arrest/0 person=baker date=2024"},
  {"Two bakers were arrested in 2024. One was identified as Juan Pardo.",
   "Arrest/0 person=Two bakers{2} date=2024"},
  {"A baker was arrested in 2024. He was not identified as Juan Pardo.",
   "Arrest/0 person=baker date=2024"},
  {"A baker was arrested in 2024. A spokesman said he was identified as Juan "
   "Pardo.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* A set of many */
  {"Seventeen bakers were charged in 2023. They were arrested in 2024. "
   "Juan Pardo, Luis Prado, Pedro Reyes, Carlos Morel, Miguel Vargas, "
   "Jorge Rojas, Pablo Castro, Diego Medina, Mario Flores, Hugo Herrera,"
   " Oscar Molina, Raul Ortega, Ivan Delgado, Julio Romero, Victor "
   "Torres, Ramon Navarro and Felix Campos were charged with theft.",
   "Arrest/0 person=Juan Pardo person=Luis Prado person=Pedro Reyes "
   "person=Carlos Morel person=Miguel Vargas person=Jorge Rojas "
   "person=Pablo Castro person=Diego Medina person=Mario Flores "
   "person=Hugo Herrera person=Oscar Molina person=Raul Ortega "
   "person=Ivan Delgado person=Julio Romero person=Victor Torres "
   "person=Ramon Navarro person=Felix Campos date=2024"},
};

START_TEST(people_are_introduced)
{
  ck_assert_str_eq(check_facts(ARREST, cases[_i].text), cases[_i].facts);
}
END_TEST

/* An article that names a man below lines without verbs */
static const char*
named_below(int n_lines)
{
  static char text[8192];
  int n = snprintf(text, sizeof(text), "A baker was arrested in 2024. ");
  for (int i = 0; i < n_lines; ++i) {
    n += snprintf(text + n, sizeof(text) - (size_t)n, "Bread and salt. ");
  }
  snprintf(text + n, sizeof(text) - (size_t)n,
           "Juan Pardo was charged with theft.");
  return text;
}

START_TEST(names_are_not_sought_below_too_many_lines)
{
  ck_assert_str_eq(check_facts(ARREST, named_below(20)),
                   "Arrest/0 person=Juan Pardo date=2024");
  ck_assert_str_eq(check_facts(ARREST, named_below(300)),
                   "Arrest/0 person=baker date=2024");
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_facts_no_memory(ARREST,
                        "Two bakers were arrested. Juan Pardo and Luis Prado "
                        "were charged with theft. Two clerks slept. They were "
                        "identified as Rui Gil and Omar Gil.");
}
END_TEST

Suite*
test_introduce_suite(void)
{
  TCase* const tcase = tcase_create("introduce");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, people_are_introduced, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, names_are_not_sought_below_too_many_lines);
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("introduce");
  suite_add_tcase(suite, tcase);
  return suite;
}
