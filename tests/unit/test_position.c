/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_positions.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* trigger;
  const char* positions;
} cases[] = {
  {"Chile sent three judges and a clerk to Peru on Monday.", "sent",
   "active\n"
   "subject: Chile\n"
   "object: three judges\n"
   "object: a clerk\n"
   "to: Peru\n"
   "time on: Monday"},
  {"The brothers were held in Lima on Friday by soldiers.", "held",
   "passive\n"
   "subject by: soldiers\n"
   "object: The brothers\n"
   "in: Lima\n"
   "time on: Friday"},
  {"Olga Prado was flown to Chile after requests from Spain on Friday.",
   "flown",
   "passive\n"
   "object: Olga Prado\n"
   "to: Chile\n"
   "after: requests\n"
   "time on: Friday"},
  {"A vigil for Olga Prado, 16, killed by soldiers in Lima, was held.",
   "killed",
   "reduced\n"
   "subject by: soldiers\n"
   "object: Olga Prado\n"
   "in: Lima"},
  {"The wife of Juan Prado, killed by soldiers in Lima, wept.", "killed",
   "reduced\n"
   "subject by: soldiers\n"
   "object: The wife\n"
   "in: Lima"},
  {"Olga Prado, whose killing by soldiers shocked Lima, was a clerk.",
   "killing",
   "nominal\n"
   "subject by: soldiers\n"
   "object: Olga Prado\n"
   "possessor: Olga Prado"},
  {"A jury found Olga Prado, 41, guilty of theft.", "found",
   "active\n"
   "subject: A jury\n"
   "object: Olga Prado\n"
   "complement: guilty\n"
   "of: theft\n"
   "speaker: A jury"},
  {"After hours of talks in Lima, a jury found Olga Prado guilty.", "found",
   "active\n"
   "subject: a jury\n"
   "object: Olga Prado\n"
   "complement: guilty\n"
   "after: hours\n"
   "in: Lima\n"
   "speaker: a jury\n"
   "content: After hours of talks in Lima, a jury found Olga Prado guilty"},
  {"Olga Prado, 41, who drove a bus into Lima has been jailed.", "jailed",
   "passive\n"
   "object: Olga Prado"},
  {"The ship sails to Peru, a clerk who asked for a rise said.", "said",
   "active\n"
   "subject: a clerk\n"
   "speaker: a clerk\n"
   "content: The ship sails to Peru, a clerk who asked for a rise said"},
  {"Two men were killed when a bus fell into a river in Peru on Friday.",
   "killed",
   "passive\n"
   "object: Two men\n"
   "time on: Friday\n"
   "scene in: Peru"},
  {"A clerk killed two men and wounded a judge in Lima on Friday.", "killed",
   "active\n"
   "subject: A clerk\n"
   "object: two men\n"
   "time on: Friday\n"
   "scene in: Lima"},
  {"Police raided a bar in Lima on Friday and arrested ten men.", "arrested",
   "active\n"
   "subject: Police\n"
   "object: ten men\n"
   "time on: Friday\n"
   "scene in: Lima"},
  {"Soldiers joined a gang in 2001 and killed two men.", "killed",
   "active\n"
   "subject: Soldiers\n"
   "object: two men"},
  {"A blast hit a mine in Peru on Friday, wounding two men and killing four.",
   "killing",
   "gerund\n"
   "subject: A blast\n"
   "object: four\n"
   "in: Peru\n"
   "time on: Friday"},
  {"Police in Lima on Friday arrested two men.", "arrested",
   "active\n"
   "subject: Police\n"
   "object: two men\n"
   "time on: Friday\n"
   "scene in: Lima"},
  {"A witness of the attack in Lima on Friday saw two men.", "saw",
   "active\n"
   "subject: A witness\n"
   "object: two men"},
  {"Two men she shot there, and one she spared.", "shot",
   "active\n"
   "subject: she\n"
   "object: Two men"},
  {"Soldiers killed Juan Pardo, leader of the gang, in Lima on Friday.",
   "killed",
   "active\n"
   "subject: Soldiers\n"
   "object: Juan Pardo\n"
   "in: Lima\n"
   "time on: Friday"},
  {"Juan Pardo, 23, of Hill Street, Lima was held on Friday.", "held",
   "passive\n"
   "object: Juan Pardo\n"
   "time on: Friday"},
  {"Two men were killed and 20 wounded in Lima on Friday.", "killed",
   "passive\n"
   "object: Two men\n"
   "time on: Friday\n"
   "scene in: Lima"},
  {"The clerk admitted forging the letters.", "admitted",
   "active\n"
   "subject: The clerk\n"
   "object: forging\n"
   "speaker: The clerk"},
  {"Clerk Olga Prado Jailed for 1987 Killing", "Jailed",
   "passive\n"
   "object: Clerk Olga Prado\n"
   "for: Killing"},
  {"The two farmers flown to Quito last week are missing.", "flown",
   "reduced\n"
   "object: The two farmers\n"
   "to: Quito\n"
   "time: last week"},
  {"The men were tried and freed on Friday.", "tried",
   "passive\n"
   "object: The men\n"
   "time on: Friday"},
  {"The men were found guilty and jailed on Friday.", "found",
   "passive\n"
   "object: The men\n"
   "complement: guilty\n"
   "time on: Friday"},
  {"The men were tried and will be freed on Friday.", "tried",
   "passive\n"
   "object: The men"},
  {"In 2019, before the war began, the men were tried.", "tried",
   "passive\n"
   "object: the men\n"
   "time in: 2019"},
  {"On May 4, Ed Lark is accused of killing Rosa Prado.", "killing",
   "gerund\n"
   "subject: Ed Lark\n"
   "object: Rosa Prado\n"
   "time on: May 4"},
  {"On May 4, Ed Lark was accused of killing Rosa Prado.", "killing",
   "gerund\n"
   "subject: Ed Lark\n"
   "object: Rosa Prado"},
  {"The men were held in Leon, Chiapas on Friday.", "held",
   "passive\n"
   "object: The men\n"
   "in: Leon\n"
   "time on: Friday"},
  {"Olga Prado, 41, who fled Peru in May, returned on Sunday.", "fled",
   "relative\n"
   "subject: Olga Prado\n"
   "object: Peru\n"
   "time in: May"},
  {"Olga Prado, 41, who fled Peru in May, returned on Sunday.", "returned",
   "active\n"
   "subject: Olga Prado\n"
   "time on: Sunday"},
  {"The blast at a market in Lima killed two men.", "killed",
   "active\n"
   "subject: The blast\n"
   "object: two men\n"
   "scene in: Lima"},
  {"A flood struck Peru on Friday, killing two men.", "killing",
   "gerund\n"
   "subject: A flood\n"
   "object: two men\n"
   "time on: Friday\n"
   "scene: Peru"},
  {"The clerk that Chile expelled was a spy.", "expelled",
   "active\n"
   "subject: Chile\n"
   "object: The clerk"},
  {"The clerk that Chile expelled was a spy.", "was",
   "active\n"
   "subject: The clerk\n"
   "complement: a spy"},
  {"The hotel where they hid a gun was searched.", "hid",
   "active\n"
   "subject: they\n"
   "object: a gun\n"
   "where: The hotel"},
  {"Police ordered the farmers to leave the valley.", "leave",
   "infinitive\n"
   "subject: the farmers\n"
   "object: the valley"},
  {"Police ordered the farmers to stop, to wait and to leave the valley.",
   "leave",
   "infinitive\n"
   "subject: the farmers\n"
   "object: the valley"},
  {"Eva Prado met a judge, who is ill, and left the town.", "left",
   "active\n"
   "subject: Eva Prado\n"
   "object: the town"},
  {"A court heard an appeal by Eva Prado, a clerk jailed for life.", "jailed",
   "reduced\n"
   "object: Eva Prado\n"
   "for: life"},
  {"The farmers were ordered to leave the valley.", "leave",
   "infinitive\n"
   "subject: The farmers\n"
   "object: the valley"},
  {"The minister denied taking bribes from a builder.", "taking",
   "gerund\n"
   "subject: The minister\n"
   "object: bribes\n"
   "from: a builder"},
  {"He accused the mayor of hiding the letters.", "hiding",
   "gerund\n"
   "subject: the mayor\n"
   "object: the letters"},
  {"Before fleeing to Chile, Eva Prado burned the letters.", "fleeing",
   "gerund\n"
   "subject: Eva Prado\n"
   "to: Chile"},
  {"He was arrested, charged and jailed in Lima.", "jailed",
   "reduced\n"
   "object: He\n"
   "in: Lima"},
  {"Soldiers arrested and beat two students.", "arrested",
   "active\n"
   "subject: Soldiers\n"
   "object: two students"},
  {"The builder gave the mayor a car.", "gave",
   "active\n"
   "subject: The builder\n"
   "object: a car\n"
   "addressee: the mayor"},
  {"The court named Eva Prado a judge.", "named",
   "active\n"
   "subject: The court\n"
   "object: Eva Prado\n"
   "complement: a judge"},
  {"\"The bridge is not safe,\" said Eva Prado, an engineer.", "said",
   "active\n"
   "subject: Eva Prado\n"
   "speaker: Eva Prado\n"
   "content: The bridge is not safe"},
  {"Officials told reporters on Monday that the bridge was closed.", "told",
   "active\n"
   "subject: Officials\n"
   "object: reporters\n"
   "addressee: reporters\n"
   "time on: Monday\n"
   "speaker: Officials\n"
   "content: the bridge was closed"},
  {"According to the mayor, the school will close in May.", "close",
   "active future\n"
   "subject: the school\n"
   "according to: the mayor\n"
   "time in: May"},
  {"The army's killing of two farmers shocked the village.", "killing",
   "nominal\n"
   "subject: The army's\n"
   "object of: two farmers\n"
   "of: two farmers\n"
   "possessor: The army's"},
  {"The arrest of Eva Prado by soldiers was filmed.", "arrest",
   "nominal\n"
   "subject by: soldiers\n"
   "object of: Eva Prado\n"
   "of: Eva Prado"},
  {"A gang's attack on a bakery in Lima left two people dead.", "attack",
   "nominal\n"
   "subject: A gang's\n"
   "object on: a bakery\n"
   "on: a bakery\n"
   "in: Lima\n"
   "possessor: A gang's"},
  {"The convicted clerk smiled.", "convicted",
   "attributive\n"
   "object: The convicted clerk"},
  {"If he returns, police will arrest him.", "returns",
   "active conditional\n"
   "subject: he"},
  {"If he returns, police will arrest him.", "arrest",
   "active future\n"
   "subject: police\n"
   "object: him"},
  {"No one was hurt in the fire.", "hurt",
   "passive negated\n"
   "object: No one\n"
   "in: the fire"},
  {"The court refused to free the students.", "free",
   "infinitive negated\n"
   "subject: The court\n"
   "object: the students"},
  {"Two farmers held in Lima over stolen goats", "held",
   "reduced\n"
   "object: Two farmers\n"
   "in: Lima\n"
   "over: stolen goats"},
  {"Did the mayor sell the school?", "sell",
   "infinitive question\n"
   "subject: the mayor\n"
   "object: the school"},
  {"The police report was late.", "police", "none"},
  {"Those charged are Juan Prado, 41, of Lima; Luis Leal, 36, of Cusco; and "
   "Eva Ruiz, 29, of Tacna.",
   "charged",
   "attributive\n"
   "object: Juan Prado\n"
   "object: Luis Leal\n"
   "object: Eva Ruiz"},
  {"Charged with theft were Juan Prado, Luis Leal and Eva Ruiz.", "Charged",
   "reduced\n"
   "object: Juan Prado\n"
   "object: Luis Leal\n"
   "object: Eva Ruiz\n"
   "with: theft"},
  {"The leader of the gang, Juan Prado, was arrested in Lima.", "arrested",
   "passive\n"
   "object: Juan Prado\n"
   "in: Lima"},
  {"Two brothers, Juan and Luis Prado, were charged with theft.", "charged",
   "passive\n"
   "object: Juan\n"
   "object: Luis Prado\n"
   "with: theft"},
  {"The men the army arrested in May were freed.", "arrested",
   "active\n"
   "subject: the army\n"
   "object: The men\n"
   "time in: May"},
  {"The truck was stopped near Tacna and its driver arrested.", "arrested",
   "passive\n"
   "object: driver"},
  {"The army said it had caught the rebel leader, known as El Toro, in a raid.",
   "caught",
   "active\n"
   "subject: it\n"
   "object: the rebel leader\n"
   "in: a raid"},
  {"It was announced by the mayor that the school would close.", "announced",
   "passive\n"
   "subject by: the mayor\n"
   "object: It\n"
   "speaker by: the mayor\n"
   "content: the school would close"},
  {"A judge ordered that the mayor be released.", "released",
   "infinitive modal\n"
   "object: the mayor"},
  {"An attack on a bakery was carried out by two masked men in May.", "attack",
   "nominal\n"
   "subject by: two masked men\n"
   "object on: a bakery\n"
   "on: a bakery\n"
   "time in: May"},
  {"Olga Prado committed the attack in May.", "attack",
   "nominal\n"
   "subject: Olga Prado\n"
   "time in: May"},
  {"After sending two guards to Peru, Chile closed the valley.", "sending",
   "gerund\n"
   "subject: Chile\n"
   "object: two guards\n"
   "to: Peru"},
  {"Chile sent Olga Prado, 45, a lawyer, to Peru.", "sent",
   "active\n"
   "subject: Chile\n"
   "object: Olga Prado\n"
   "to: Peru"},
  {"The handover took place at an airport on Friday.", "handover",
   "nominal\n"
   "at: an airport\n"
   "time on: Friday"},
  {"Jurors convicted Olga Prado, 41, of Quillfield, last month of theft.",
   "convicted",
   "active\n"
   "subject: Jurors\n"
   "object: Olga Prado\n"
   "of: theft\n"
   "time: last month"},
  {"Jurors convicted Olga Prado, 41, of theft, last month.", "convicted",
   "active\n"
   "subject: Jurors\n"
   "object: Olga Prado\n"
   "of: theft\n"
   "time: last month"},
  {"Peru plans to free a convicted clerk.", "convicted",
   "attributive\n"
   "object: a convicted clerk"},
  {"Eva Prado is due to be freed on Monday.", "freed",
   "infinitive future\n"
   "object: Eva Prado\n"
   "time on: Monday"},
  {"Eva Prado was charged with a 2005 killing.", "charged",
   "passive\n"
   "object: Eva Prado\n"
   "with: a 2005 killing"},
  {"Clerk Olga Prado Charged With 2005 Killing", "Charged",
   "passive\n"
   "object: Clerk Olga Prado\n"
   "with: Killing"},
  {"Peru asked Chile to hand over the clerk.", "hand",
   "infinitive modal\n"
   "subject: Chile\n"
   "object: the clerk"},
  {"Ruiz told a news conference the farmers were safe.", "told",
   "active\n"
   "subject: Ruiz\n"
   "object: a news conference\n"
   "addressee: a news conference\n"
   "speaker: Ruiz\n"
   "content: the farmers were safe"},
  {"The mayor vowed to rebuild the school.", "vowed",
   "active\n"
   "subject: The mayor\n"
   "speaker: The mayor\n"
   "content: to rebuild the school"},
  {"Juan Pardo, 21, of Leeds; Luis Prado, 30, of York; and Ana Morel, 28, of "
   "Hull, were jailed.",
   "jailed",
   "passive\n"
   "object: Juan Pardo\n"
   "object: Luis Prado\n"
   "object: Ana Morel"},
  {"The Red Valley Party, chaired by Ana Morel, called for calm.", "called",
   "active\n"
   "subject: The Red Valley Party\n"
   "for: calm"},
  {"Ana Morel appeared in court charged with arson.", "charged",
   "reduced\n"
   "object: Ana Morel\n"
   "with: arson"},
  {"Eva Prado's 2011 bribery conviction was upheld.", "conviction",
   "nominal\n"
   "object: Eva Prado's\n"
   "time: 2011\n"
   "possessor: Eva Prado's"},
  {"Eva Prado was not charged after stealing a goat.", "stealing",
   "gerund\n"
   "subject: Eva Prado\n"
   "object: a goat"},
  {"Eva Prado agreed to sing after being freed in Lima.", "freed",
   "gerund\n"
   "object: Eva Prado\n"
   "in: Lima"},
  {"Police say a clerk opened fire, killing a farmer.", "killing",
   "gerund\n"
   "subject: a clerk\n"
   "object: a farmer"},
  {"Police say a clerk arrested in Lima fled.", "arrested",
   "reduced\n"
   "object: a clerk\n"
   "in: Lima"},
  {"A warrant for the arrest of Eva Prado was issued.", "arrest",
   "nominal modal\n"
   "object of: Eva Prado\n"
   "of: Eva Prado"},
  {"A court overturned the conviction of Eva Prado.", "conviction",
   "nominal negated\n"
   "object of: Eva Prado\n"
   "of: Eva Prado"},
  {"The extradition of Eva Prado was planned.", "extradition",
   "nominal future\n"
   "object of: Eva Prado\n"
   "of: Eva Prado"},
  {"Gunmen attacked a bar in Lima on Friday, killing four men.", "killing",
   "gerund\n"
   "subject: Gunmen\n"
   "object: four men\n"
   "in: Lima\n"
   "time on: Friday"},
  {"A jury convicted Eva Prado of the murder of Ivo Reyes.", "murder",
   "nominal\n"
   "subject: Eva Prado\n"
   "object of: Ivo Reyes\n"
   "of: Ivo Reyes"},
  {"Eva Prado pleaded guilty to the murder of Ivo Reyes.", "murder",
   "nominal\n"
   "subject: Eva Prado\n"
   "object of: Ivo Reyes\n"
   "of: Ivo Reyes"},
  {"Eva Prado, wanted in Peru, fled.", "wanted",
   "reduced\n"
   "object: Eva Prado\n"
   "in: Peru"},
  {"They flew to Quito, Lima, Bogota and Ica.", "flew",
   "active\n"
   "subject: They\n"
   "to: Quito\n"
   "to: Lima\n"
   "to: Bogota\n"
   "to: Ica"},
  {"Those flown to Chile include Eva Prado and a clerk.", "flown",
   "attributive\n"
   "object: Eva Prado\n"
   "object: a clerk\n"
   "to: Chile"},
  {"Among those sent was alleged smuggler Eva Prado.", "sent",
   "attributive\n"
   "object: alleged smuggler Eva Prado"},
  {"A clerk fled Peru, its justice minister announced on Monday.", "fled",
   "active\n"
   "subject: A clerk\n"
   "object: Peru"},
  {"A clerk fled Peru, its justice minister announced on Monday.", "announced",
   "active\n"
   "subject: justice minister\n"
   "time on: Monday\n"
   "speaker: justice minister\n"
   "content: A clerk fled Peru"},
  {"A jury recommended on Monday that Eva Prado be freed.", "freed",
   "infinitive modal\n"
   "object: Eva Prado"},
  {"Two men with guns, killing a clerk, police said.", "killing",
   "gerund\n"
   "object: a clerk"},
  {"He was held in Ica, Peru in May.", "held",
   "passive\n"
   "object: He\n"
   "in: Ica\n"
   "time in: May"},
  {"The army indicted Eva Prado on charges of arson and theft.", "indicted",
   "active\n"
   "subject: The army\n"
   "object: Eva Prado\n"
   "on charges of: arson\n"
   "on charges of: theft"},
};

START_TEST(participants_are_found)
{
  ck_assert_str_eq(check_positions(cases[_i].text, cases[_i].trigger),
                   cases[_i].positions);
}
END_TEST

Suite*
test_position_suite(void)
{
  TCase* const tcase = tcase_create("position");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, participants_are_found, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  Suite* const suite = suite_create("position");
  suite_add_tcase(suite, tcase);
  return suite;
}
