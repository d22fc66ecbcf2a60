/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

#define ARREST                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: arrest\n"                                                      \
       "    frame: Arrest\n"                                                   \
       "    trigger: {verb: [arrest], noun: [arrest]}\n"                       \
       "    roles:\n"                                                          \
       "      person: {at: [object, possessor], type: [Person, Group]}\n"      \
       "      date: {at: time}\n"                                              \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "  - id: shoot\n"                                                       \
       "    frame: Killing\n"                                                  \
       "    trigger: {verb: [shoot]}\n"                                        \
       "    roles:\n"                                                          \
       "      killer: {at: subject, type: Person}\n"                           \
       "      victim: {at: object, type: Person}\n"                            \
       "    require: [killer, victim]\n"                                       \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {victim: b}}\n"

static const struct {
  const char* text;
  const char* facts;
} cases[] = {
  /* Pronouns: the subject before, if the name fits */
  {"Juan Pardo fled with Luis Prado. He was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Maria Pardo fled with Luis Prado. He was arrested in 2024.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"Juan Pardo fled. It rained. It snowed. It thawed. "
   "He was arrested in 2024.",
   ""},
  /* The nearest subject, who stands beside it, what a word told of the sex */
  {"Luis Prado slept when Juan Pardo, 45, fled and he was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Mr. Halloway met Mrs. Benedetti. She was arrested in 2024.",
   "Arrest/0 person=Benedetti date=2024"},
  {"Juan Pardo, in a note to the court on Monday, wept when Luis Prado, 45, "
   "fled. He was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Luis Prado fled. Juan Pardo, 28, and his arrest in 2024 were told.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* Not who does it to him, nor who says it of him, nor one of two */
  {"Luis Prado met Juan Pardo in court. Pardo arrested him in 2024.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"A court tried Juan Pardo and arrested him in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A judge saw Juan Pardo and then arrested him in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo saw a judge and arrested him in 2024.", ""},
  {"A judge tried Juan Pardo for theft, arresting him in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A judge tried Juan Pardo after arresting him in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo fled before arresting him in 2024.", ""},
  {"\"Luis Prado is gone. He was arrested in 2024,\" Juan Pardo said.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"Juan Pardo and Luis Prado wept. He was arrested in 2024.", ""},
  /* Nor who is named behind it; who is told of in its relative clause */
  {"Juan Pardo met Luis Prado. He said Pardo smiled. He was arrested in 2024.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"Juan Pardo stood beside Luis Prado, who wept and said that he was arrested "
   "in 2024.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"Juan Pardo wept. The nurse slept. He was arrested in 2024.", ""},
  {"Juan Pardo said he was sorry that he was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo slept, Luis Prado said. It rained, he said, when he was "
   "arrested in 2024.",
   "Arrest/0 person=Luis Prado date=2024"},
  {"Juan Pardo wept. The nurse who slept said he was arrested in 2024.", ""},
  {"Juan Pardo, who slept, said he was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo's hope was gone when he was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* Nor a victim who does harm */
  {"Juan Pardo slept. Luis Prado was stabbed. He shot Rui Gil.",
   "Killing/0 killer=Juan Pardo victim=Rui Gil"},
  {"Luis Prado was stabbed. Prado shot Rui Gil. He shot Ivo Reyes.",
   "Killing/0 killer=Luis Prado victim=Rui Gil\n"
   "Killing/1 killer=Luis Prado victim=Ivo Reyes"},
  /* Who speaks */
  {"\"I was arrested in 2024,\" said Juan Pardo.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo wept. \"I was arrested in 2024,\" he said.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"\"Luis Prado is gone,\" Juan Pardo said. \"I was arrested in 2024.\"",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo wept. I was arrested in 2024.", ""},
  /* Sets that do not tell how many they are */
  {"Juan Pardo and Luis Prado wept. They were arrested in 2024.",
   "Arrest/0 person=Juan Pardo person=Luis Prado date=2024"},
  {"Juan Pardo and Luis Prado wept. They slept. The pair were arrested in "
   "2024.",
   "Arrest/0 person=Juan Pardo person=Luis Prado date=2024"},
  {"Juan Pardo and Luis Prado hit two farmers. They were arrested in 2024.",
   ""},
  {"Nurses saw Juan Pardo and Luis Prado. They arrested Rui Gil in 2024.",
   "Arrest/0 person=Rui Gil date=2024"},
  /* Titles: the only one who has it, before or behind */
  {"Judge Olga Prats met Mayor Rui Prado. The mayor was arrested in 2024.",
   "Arrest/0 person=Rui Prado date=2024"},
  {"The mayor was arrested in 2024. Mayor Rui Prado smiled.",
   "Arrest/0 person=Rui Prado date=2024"},
  {"Judge Olga Prats met Judge Rui Prado. The judge was arrested on "
   "2 May 2024.",
   "Arrest/0 person=judge date=2024-05-02"},
  {"Judge Olga Prats met State Prosecutor Rui Prado. The Lima prosecutor was "
   "arrested in 2024.",
   "Arrest/0 person=Lima prosecutor date=2024"},
  {"Mayor Rui Prado met a crew. The mayor of Lima was arrested in 2024.",
   "Arrest/0 person=Rui Prado date=2024"},
  {"Driver Rui Prado wept. The driver of the truck was arrested in 2024.",
   "Arrest/0 person=driver of the truck date=2024"},
  /* The official: the only one with a title who says something */
  {"Mayor Rui Prado said it rained. The official was arrested in 2024.",
   "Arrest/0 person=Rui Prado date=2024"},
  {"Mayor Rui Prado said it rained and Judge Olga Prats said it snowed. The "
   "official was arrested in 2024.",
   "Arrest/0 person=official date=2024"},
  {"Mayor Rui Prado wept. The official was arrested in 2024.",
   "Arrest/0 person=official date=2024"},
  /* The accused: who is told of as one, not who is told of most */
  {"Luis Prado slept. Prado woke. Police detained Juan Pardo. The suspect was "
   "arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Luis Prado slept. Police detained Juan Pardo and Rui Gil. Pardo and Gil "
   "pleaded guilty. The suspect was arrested in 2024.",
   "Arrest/0 person=suspect date=2024"},
  {"Luis Prado slept. Juan Pardo wept. The suspect was arrested in 2024.",
   "Arrest/0 person=suspect date=2024"},
  {"Luis Prado said it rained. The suspect was arrested in 2024.",
   "Arrest/0 person=suspect date=2024"},
  {"Juan Pardo ran away from Judge Olga Prats. The suspect was arrested in "
   "2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo was shot dead. The suspect was arrested in 2024.",
   "Arrest/0 person=suspect date=2024"},
  {"Luis Prado slept. Juan Pardo faces murder charges. The suspect was "
   "arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* By the age */
  {"Luis Prado, 22, met Juan Pardo, 16, in Lima. The teenager was arrested in "
   "2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Luis Prado met Juan Pardo, a boy of 16, in Lima. The teen was arrested in "
   "2024.",
   "Arrest/0 person=teen date=2024"},
  {"Teenager Juan Pardo wept, a girl said. The boy was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Juan Pardo, 16, wept, a boy said. The teen was arrested in 2024.",
   "Arrest/0 person=teen date=2024"},
  {"Juan Pardo, 16, met Luis Prado, 17. The teen was arrested in 2024.",
   "Arrest/0 person=teen date=2024"},
  {"Juan Pardo, 16, met Luis Prado. The girl was arrested in 2024.",
   "Arrest/0 person=girl date=2024"},
  {"Juan Pardo, 16, was a student. The younger boy was arrested in 2024.",
   "Arrest/0 person=younger boy date=2024"},
  {"Luis Prado, 22, met Juan Pardo, 40, in Lima. The 40-year-old clerk was "
   "arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Luis Prado, 22, met Juan Pardo, 40, in Lima. The 30-year-old clerk was "
   "arrested in 2024.",
   "Arrest/0 person=30-year-old clerk date=2024"},
  {"Luis Prado, 22, met Juan Pardo, 40, in Lima. The 40-year-old woman was "
   "arrested in 2024.",
   "Arrest/0 person=40-year-old woman date=2024"},
  /* The victim: the only one who suffered */
  {"Luis Prado was jailed. Rui Gil spoke to the victim, Juan Pardo, in Lima. "
   "The victim was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  /* or whose age is told where another one is accused */
  {"Luis Prado, 40, was found guilty of theft. Juan Pardo, 30, was on his way "
   "home. The victim was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"A jury found Luis Prado, 40, guilty of theft. Juan Pardo slept. The victim "
   "was arrested in 2024.",
   "Arrest/0 person=victim date=2024"},
  {"Luis Prado, 40, slept in Lima. The victim was arrested in 2024.",
   "Arrest/0 person=victim date=2024"},
  /* and who is neither one of several nor named beside the word */
  {"Luis Prado, 40, was found guilty of theft. Juan Pardo, 30, slept. The "
   "victims wept. The victim was arrested in 2024.",
   "Arrest/0 person=victim date=2024"},
  {"Luis Prado, 40, was found guilty of theft. Juan Pardo, 30, slept. The "
   "victim was arrested in 2024 with Juan Pardo.",
   "Arrest/0 person=victim date=2024"},
  {"Luis Prado slept. Rui Gil was charged with the murder of Juan Pardo. The "
   "victim was arrested in 2024.",
   "Arrest/0 person=Juan Pardo date=2024"},
  {"Luis Prado robbed Juan Pardo and shot Rui Gil. The victim was arrested in "
   "2024.",
   "Arrest/0 person=victim date=2024"},
};

/* In a language without a tagger */
#define FLIGHT                                                                 \
  "pack: p\nversion: 1\nlanguage: es\nrules:\n"                                \
  "  - id: flight\n"                                                           \
  "    match: '<Person|Cartel^ person> huye'\n"                                \
  "    emit: [{Escape: {person: person}}]\n"                                   \
  "    examples:\n"                                                            \
  "      - {text: a, gives: none}\n"                                           \
  "      - {text: a, gives: {person: b}}\n"

static const struct {
  const char* text;
  const char* facts;
} words[] = {
  {"La policía detuvo en la costa a Juan Pardo y no a Luis Prado. El detenido "
   "huye de la casa con los suyos.",
   "Escape/0 person=Juan Pardo"},
  {"Juan Pardo fue detenido en la costa con Luis Prado. El acusado huye de la "
   "casa con los suyos.",
   "Escape/0 person=Juan Pardo"},
  /* No official is, and none of two who are both told of so */
  {"El juez Juan Pardo fue acusado en la costa. El acusado huye de la casa con "
   "los suyos.",
   ""},
  {"Juan Pardo fue detenido en la costa y Luis Prado fue detenido en la casa. "
   "El detenido huye de la casa con los suyos.",
   ""},
  {"Luis Prado habla del asesinato de Juan Pardo en la costa. La víctima huye "
   "de la casa con los suyos.",
   "Escape/0 person=Juan Pardo"},
  {"El exalcalde Juan Pardo vio en la costa a la jueza Olga Prado. El "
   "exalcalde huye de la casa con los suyos.",
   "Escape/0 person=Juan Pardo"},
  {"Se oye en la costa a Olga Prado, la concejala de Lima. La concejala huye "
   "de la casa con los suyos.",
   "Escape/0 person=Olga Prado"},
  {"El exalcalde Juan Pardo vio en la costa al exalcalde Luis Prado. El "
   "exalcalde huye de la casa con los suyos.",
   ""},
  {"El exalcalde Juan Pardo se oye en la costa. El exalcalde de Lima huye de "
   "la casa con los suyos.",
   ""},
  {"El tesorero Juan Pardo se oye en la costa. El funcionario huye de la casa "
   "con los suyos.",
   "Escape/0 person=Juan Pardo"},
  /* No accused is a victim, nor who is named beside the word */
  {"Luis Prado fue acusado del asesinato en la costa de Juan Pardo. Juan Pardo "
   "fue detenido con los suyos. La víctima huye de la casa con los suyos.",
   ""},
  {"Juan Pardo fue detenido en la costa con Luis Prado. Juan Pardo ve que el "
   "detenido huye de la casa.",
   ""},
  {"La gente de la costa teme al Cártel de Río Negro. La banda huye de la casa "
   "con los suyos.",
   "Escape/0 person=Cártel de Río Negro"},
};

START_TEST(people_are_found_by_words)
{
  ck_assert_str_eq(check_facts(FLIGHT, words[_i].text), words[_i].facts);
}
END_TEST

START_TEST(people_are_found)
{
  ck_assert_str_eq(check_facts(ARREST, cases[_i].text), cases[_i].facts);
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_facts_no_memory(ARREST, words[5].text);
  check_facts_no_memory(
    ARREST, "Mayor Rui Prado fled. He and the mayor were arrested.");
}
END_TEST

Suite*
test_refer_suite(void)
{
  TCase* const tcase = tcase_create("refer");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, people_are_found, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_loop_test(tcase, people_are_found_by_words, 0,
                      (int)(sizeof(words) / sizeof(words[0])));
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("refer");
  suite_add_tcase(suite, tcase);
  return suite;
}
