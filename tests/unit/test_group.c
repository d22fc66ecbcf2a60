/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_groups.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* groups;
} cases[] = {
  {"The two brothers had been seen near a bakery on Friday night.",
   "N[The two brothers] p[had been seen] P[near] N[a bakery] P[on] T[Friday "
   "night] .[.]"},
  {"Soldiers did not stop the truck, which was carrying stolen phones.",
   "N[Soldiers] v[did not stop] N[the truck] ,[,] W[which] v[was carrying] "
   "N[stolen phones] .[.]"},
  {"Peru's justice minister and his deputy will resign because the court may "
   "reopen the case.",
   "G[Peru's] N[justice minister] C[and] G[his] N[deputy] v[will resign] "
   "S[because] N[the court] v[may reopen] N[the case] .[.]"},
  {"More than 40 people, including a judge, were hurt when the roof fell.",
   "N[More than 40 people] ,[,] g[including] N[a judge] ,[,] p[were hurt] "
   "S[when] N[the roof] v[fell] .[.]"},
  {"\"We are not leaving,\" said Eva Prado, a teacher from Cusco.",
   "Q[\"] N[We] v[are not leaving] ,[,] Q[\"] v[said] N[Eva Prado] ,[,] N[a "
   "teacher] P[from] N[Cusco] .[.]"},
  {"Eva Prado has since admitted a felony hate crime.",
   "N[Eva Prado] v[has since admitted] N[a felony hate crime] .[.]"},
  {"Peru handed over 12 men, and soldiers killed over 20.",
   "N[Peru] v[handed] R[over] N[12 men] ,[,] C[and] N[soldiers] v[killed] "
   "N[over "
   "20] .[.]"},
  {"Two farmers shot in Lima; one held",
   "N[Two farmers] r[shot] P[in] N[Lima] .[;] N[one] r[held]"},
  {"The suspected leader of the gang was to be flown to Chile according to "
   "officials.",
   "N[The suspected leader] P[of] N[the gang] p[was to be flown] P[to] "
   "N[Chile] P[according to] N[officials] .[.]"},
  {"Friday's raid in front of the mayor's house was the third this year.",
   "G[Friday's] N[raid] P[in front of] G[the mayor's] N[house] v[was] N[the "
   "third] T[this year] .[.]"},
  {"He was unlikely to return after being warned.",
   "N[He] v[was] A[unlikely] i[to return] P[after] g[being warned] .[.]"},
  {"A court granted Eva Prado bail and fined Luis Prado 500 euros.",
   "N[A court] v[granted] N[Eva Prado] N[bail] C[and] v[fined] N[Luis Prado] "
   "N[500 euros] .[.]"},
  {"A jury wrote a report last week charging Eva Prado pending trial.",
   "N[A jury] v[wrote] N[a report] T[last week] g[charging] N[Eva Prado] "
   "P[pending] N[trial] .[.]"},
  {"Police took six ZK 47 rifles.",
   "N[Police] v[took] N[six ZK 47 rifles] .[.]"},
  {"Twelve years passed.", "N[Twelve years] v[passed] .[.]"},
  {"The club told Eva Prado lawyers a joke.",
   "N[The club] v[told] N[Eva Prado lawyers] N[a joke] .[.]"},
  {"Guards found her phone and asked her to leave.",
   "N[Guards] v[found] G[her] N[phone] C[and] v[asked] N[her] i[to leave] "
   ".[.]"},
  {"Both were each jailed for 12 years' hard labour or 20 years to life.",
   "N[Both] p[were each jailed] P[for] N[12 years' hard labour] C[or] N[20 "
   "years to life] .[.]"},
  {"He faces drug trafficking charges for running guns.",
   "N[He] v[faces] N[drug trafficking charges] P[for] g[running] N[guns] "
   ".[.]"},
  {"The navy, helped by Peru, located and arrested Juan Pardo.",
   "N[The navy] ,[,] r[helped] P[by] N[Peru] ,[,] v[located] C[and] "
   "v[arrested] N[Juan Pardo] .[.]"},
  {"A narcotics detective shot and killed a woman.",
   "N[A narcotics detective] v[shot] C[and] v[killed] N[a woman] .[.]"},
  {"Police held Peruvian and Chilean pilots and 12 Somali and 11 Yemeni "
   "sailors.",
   "N[Police] v[held] N[Peruvian and Chilean pilots] C[and] N[12 Somali and 11 "
   "Yemeni sailors] .[.]"},
  {"Pirates took two men hostage and held them captive.",
   "N[Pirates] v[took] N[two men] R[hostage] C[and] v[held] N[them] "
   "R[captive] .[.]"},
  {"Judges found a former company employee guilty of match fixing on Monday.",
   "N[Judges] v[found] N[a former company employee] R[guilty] P[of] N[match "
   "fixing] P[on] T[Monday] .[.]"},
  {"Police shot dead three men and seized 20 guns.",
   "N[Police] v[shot] R[dead] N[three men] C[and] v[seized] N[20 guns] .[.]"},
  {"Two men were held after police seized 40 guns.",
   "N[Two men] p[were held] S[after] N[police] v[seized] N[40 guns] .[.]"},
  {"The storm killed ten people and forced villagers to flee.",
   "N[The storm] v[killed] N[ten people] C[and] v[forced] N[villagers] i[to "
   "flee] .[.]"},
  {"Jurors found her guilty and a judge jailed her Friday after her Monday "
   "plea.",
   "N[Jurors] v[found] N[her] R[guilty] C[and] N[a judge] v[jailed] N[her] "
   "T[Friday] P[after] G[her] T[Monday] N[plea] .[.]"},
  {"He is accused of fatally shooting three rapidly growing boys.",
   "N[He] p[is accused] P[of] R[fatally] g[shooting] N[three rapidly growing "
   "boys] .[.]"},
  {"He lied to police on Friday and was told to police the port.",
   "N[He] v[lied] P[to] N[police] P[on] T[Friday] C[and] p[was told] i[to "
   "police] N[the port] .[.]"},
  {"Olga Prado, badge: 4711, fled: rain fell.",
   "N[Olga Prado] ,[,] N[badge] ,[:] N[4711] ,[,] v[fled] .[:] N[rain] v[fell] "
   ".[.]"},
  {"12 men fled.", "N[12 men] v[fled] .[.]"},
  {"The May 4, 2024, attack shook Lima.",
   "N[The May 4, 2024, attack] v[shook] N[Lima] .[.]"},
  {"Juan Pardo shot Olga Prats dead.",
   "N[Juan Pardo] v[shot] N[Olga Prats] A[dead] .[.]"},
};

START_TEST(sentences_are_cut_into_groups)
{
  ck_assert_str_eq(check_groups(cases[_i].text), cases[_i].groups);
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_groups_no_memory("The two brothers had been seen near a bakery on "
                         "Friday night. Soldiers did not stop the truck.");
}
END_TEST

Suite*
test_group_suite(void)
{
  TCase* const tcase = tcase_create("group");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, sentences_are_cut_into_groups, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("group");
  suite_add_tcase(suite, tcase);
  return suite;
}
