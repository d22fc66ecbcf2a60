/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_mention.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* annotations;
} cases[] = {
  /* People */
  {"The officers saw Olga Prado near a fence.", "Person[Olga Prado]"},
  {"The farmer J.R. Halloway left.",
   "Role[farmer=farmer] Person[J.R. Halloway]"},
  {"Olga Prado And Juan Pardo Rose Up Again", "Person[Olga Prado] "
                                              "Person[Juan Pardo]"},
  {"POLICE HUNT RUBEN PARDO AFTER FIRE", "Person[RUBEN PARDO]"},
  {"Keith Hunter Prado met Juan Baker Ruiz Jr. and Keith Pardo.",
   "Person[Keith Hunter Prado] Person[Juan Baker Ruiz Jr.] Person[Keith "
   "Pardo]"},
  {"Mayor Pro Tem Olga Prado left.",
   "Role[Mayor Pro Tem=mayor pro tem] Person[Olga Prado]"},
  {"Juan Carlos de la Vega Ruiz left.", "Person[Juan Carlos de la Vega Ruiz]"},
  {"Robert T. Halloway Jr., 43, was absent.", "Person[Robert T. Halloway Jr.]"},
  {"They praised Vito \"The Fin\" Gravano loudly.",
   "Person[Vito \"The Fin\" Gravano]"},
  {"They praised Vito\"The Fin\" Gravano loudly.",
   "Person[Vito\"The Fin\" Gravano]"},
  {"Luis Prado, alias El Trompo, fell.", "Person[Luis Prado] Name[El Trompo]"},
  {"A Lima-based and Prado-led choir sang.", "City[Lima]"},
  /* What has an article is a person only before a noun */
  {"They saw the Olga Prado from afar.", "Name[Olga Prado]"},
  {"They saw the Olga Prado Prize at last.", "Name[Olga Prado Prize]"},
  {"They saw the Olga Prado case end.", "Person[Olga Prado]"},
  /* Sentences in another language: one that rules read, one that none do */
  {"La voz de Olga Prado y la de Juan Pardo que se oye en la casa.",
   "Person[Olga Prado] Person[Juan Pardo]"},
  {"El jefe de la Fiscalía Federal Olga Prado y la gente que se oye.",
   "GovernmentBody[Fiscalía Federal] Person[Olga Prado]"},
  {"Fiscalía de Salta y Tribunal Oral del Sur dicen que se oye la voz.",
   "GovernmentBody[Fiscalía de Salta] GovernmentBody[Tribunal Oral del Sur]"},
  {"Dice la Marina que Luz Marina Prado no se oye.",
   "GovernmentBody[Marina] Person[Luz Marina Prado]"},
  {"Dice que la organización criminal Los Arrieros del Sur no se oye.",
   "Cartel[Los Arrieros del Sur]"},
  {"La voz de Los Arrieros, una pandilla del puerto, y la de un cabecilla de "
   "Los Toneleros del Mar.",
   "Cartel[Los Arrieros] Cartel[Los Toneleros del Mar]"},
  {"La casa de Juan Pardo, alias \"El Zurdo\", y la gente de \"El Zurdo\" no "
   "se oye.",
   "Person[Juan Pardo] Name[El Zurdo] Name[El Zurdo]"},
  {"Dice Olga Prado y Hacienda no se oye en la casa.", "Person[Olga Prado]"},
  {"Podemos decir que no se oye. Ciudadanos de la zona lo dicen.", ""},
  {"Huyó del Hospital de la Roca y de la gente que se oye.",
   "Facility[Hospital de la Roca]"},
  {"Dans une lettre, les voisins et Olga Prado.", ""},
  {"Rain fell on Mr. Halloway.", "Person[Halloway]"},
  {"Home Minister Shri Rakesh Rivas met Tan Sri Lim Prado.",
   "Role[Home Minister=home minister] Person[Rakesh Rivas] Person[Lim Prado]"},
  {"The destroyer USS Olga Prado hit a white Ford Prado, Ford Prado said.",
   "Vehicle[USS Olga Prado] Vehicle[Ford Prado] Person[Ford Prado]"},
  {"JUDGE OLGA PRADO SAID THE RED HILL GANG HAD LEFT.",
   "Role[JUDGE=judge] Person[OLGA PRADO] Name[RED HILL GANG]"},
  {"And Broncos coach Olga Prado left.",
   "Role[coach=coach] Person[Olga Prado]"},
  {"Superintendent of Police Rakesh Rivas left.",
   "Role[Superintendent of Police=superintendent of police] "
   "Person[Rakesh Rivas]"},
  {"Will Bill Rose?", "Name[Bill Rose]"},
  {"Prime Minister Theresa May spoke in May.",
   "Role[Prime Minister=prime minister] Person[Theresa May]"},
  {"They met ADA Olga Prado and Board of Fisheries clerks.",
   "Role[ADA=assistant district attorney] Person[Olga Prado] "
   "GovernmentBody[Board of Fisheries]"},
  {"They met L. Omar Prado, a spy, in May.",
   "Person[L. Omar Prado] Role[spy=spy]"},
  {"They met the Board of Fisheries and Mayor Olga Prado.",
   "GovernmentBody[Board of Fisheries] Role[Mayor=mayor] Person[Olga Prado]"},
  {"Film Star Olga Prado Dies In Lima",
   "Role[Film Star=film star] Person[Olga Prado] City[Lima]"},
  {"Clerk Olga Prado Promises Fair And Clean Rivers",
   "Role[Clerk=clerk] Person[Olga Prado]"},
  {"A speech by Master Olga Prado was long.", "Person[Olga Prado]"},
  {"Rain fell on All-Star Olga Prado, then-Mayor Juan Ruiz and Abdel "
   "al-Qasemi.",
   "Person[Olga Prado] Person[Juan Ruiz] Person[Abdel al-Qasemi]"},
  {"Meet Olga Prado. Rain fell on Investigators Juan Ruiz and Eva Pardo.",
   "Person[Olga Prado] Role[Investigators=investigator] Person[Juan Ruiz] "
   "Person[Eva Pardo]"},
  {"Rain fell on DMA Olga Prado. It was about DMA Prado.",
   "Person[Olga Prado] Person[Prado]"},
  /* Two common words are a name beside what somebody is; towns have no age */
  {"The suspect, Lee Marsh, left, and so did Lee Stone, a tall clerk.",
   "Person[Lee Marsh] Person[Lee Stone] Role[clerk=clerk]"},
  {"The driver, later identified as Lee Marsh, left.",
   "Role[driver=driver] Person[Lee Marsh]"},
  {"They saw Lee Marsh, a quiet place, and Eva Pardo, Fullerton, 21.",
   "Name[Lee Marsh] Person[Eva Pardo]"},
  /* A region and common words, a lawmaker's seat */
  {"Rain fell on California Labor Code and on Virginia Woods, 45.",
   "Name[California Labor Code] Person[Virginia Woods]"},
  {"A lawmaker (D-San Diego) left.",
   "Role[lawmaker=lawmaker] Name[D-San Diego]"},
  {"Rain fell on MPs and Olga Prado.", "Person[Olga Prado]"},
  {"He asked Const. Olga Prado twice.",
   "Role[Const.=constable] Person[Olga Prado]"},
  /* A given name that is a word, a surname that is a place, a title inside */
  {"They praised Peter Kivondo loudly.", "Person[Peter Kivondo]"},
  {"They praised Oleg Zhdanov. Zhdanov smiled.",
   "Person[Oleg Zhdanov] Person[Zhdanov]"},
  {"They praised Moussa Ag Velmo and Eduardo dela Cruz.",
   "Person[Moussa Ag Velmo] Person[Eduardo dela Cruz]"},
  {"They praised Xu Haoran. It was about Xu.", "Person[Xu Haoran] Person[Xu]"},
  {"They praised Luiz da Silva Braga, Per Lindqvist and Lee Ji-won.",
   "Person[Luiz da Silva Braga] Person[Per Lindqvist] Person[Lee Ji-won]"},
  /* Titles are beside the person */
  {"Peruvian Justice Minister Olga Prado spoke.",
   "Nationality[Peruvian=PE] Role[Justice Minister=justice minister] "
   "Person[Olga Prado]"},
  {"The former deputy mayor, Eva Lindqvist, spoke.",
   "Role[former deputy mayor=deputy mayor] Person[Eva Lindqvist]"},
  {"Lt. Col. Mario Benedetti and Sgt. Eva Lindqvist left.",
   "Role[Lt. Col.=lieutenant colonel] Person[Mario Benedetti] "
   "Role[Sgt.=sergeant] Person[Eva Lindqvist]"},
  {"Bell ringer Olga Prado met store clerk Eva Lindqvist.",
   "Role[Bell ringer=bell ringer] Person[Olga Prado] "
   "Role[store clerk=store clerk] Person[Eva Lindqvist]"},
  /* Those of several people, and of none */
  {"Deputy District Attorneys Eva Lindqvist and Olga Prado met detectives.",
   "Role[Deputy District Attorneys=deputy district attorney] "
   "Person[Eva Lindqvist] Person[Olga Prado]"},
  {"The reporters Olga Prado met had left.", "Person[Olga Prado]"},
  /* Bodies */
  {"The Roads Ministry and the Bureau of Fisheries agreed.",
   "GovernmentBody[Roads Ministry] GovernmentBody[Bureau of Fisheries]"},
  {"Former Roads Ministry clerks met.", "GovernmentBody[Roads Ministry]"},
  {"They met the Board of Fisheries Olga Prado.",
   "GovernmentBody[Board of Fisheries] Person[Olga Prado]"},
  {"They met Capt. Juan Prado and Roads Ministry clerks.",
   "Role[Capt.=captain] Person[Juan Prado] GovernmentBody[Roads Ministry]"},
  {"A speech by Local Camden County clerks.", "Region[Camden County]"},
  {"It was a fair of San Diego Homes.", "City[San Diego]"},
  {"He plays for the New York Mets.", "Organization[New York Mets]"},
  {"Ana Morel's jail term was long.", "Person[Ana Morel]"},
  {"The Camden County Sheriff's Office closed.",
   "GovernmentBody[Camden County Sheriff's Office]"},
  {"The Ministry of Roads and Juan Prado disagreed.",
   "GovernmentBody[Ministry of Roads] Person[Juan Prado]"},
  {"The FBI and Spain's Civil Guard wrote to Reuters.",
   "GovernmentBody[FBI] Country[Spain] GovernmentBody[Civil Guard] "
   "NewsOrganization[Reuters]"},
  {"They joined the RVQ. Later the RVQ split.",
   "Organization[RVQ] Organization[RVQ]"},
  {"They joined the RVQ.", ""},
  {"On Monday, the RVQ agreed.", "Organization[RVQ]"},
  {"They had an RVQ and then an RVQ.", ""},
  {"It is cold in Evin prison and at Rosa Prado International Airport.",
   "Facility[Evin prison] Facility[Rosa Prado International Airport]"},
  {"The New People's Army met the Workers' Front and the 14th Brigade.",
   "Organization[New People's Army] Organization[Workers' Front] "
   "GovernmentBody[14th Brigade]"},
  {"The Kenya Roads Authority and the Regional Crime Unit agreed.",
   "GovernmentBody[Kenya Roads Authority] "
   "GovernmentBody[Regional Crime Unit]"},
  {"The U.S. Attorney\u2019s Office for Velmo agreed.",
   "GovernmentBody[U.S. Attorney\u2019s Office for Velmo]"},
  {"Velmo Logistics grew, but Druz Pictures shrank.",
   "Organization[Velmo Logistics] Organization[Druz Pictures]"},
  {"The Velmo County Gang Impact Team met at Druz Justice Center.",
   "GovernmentBody[Velmo County Gang Impact Team] "
   "Facility[Druz Justice Center]"},
  {"They heard Radio Costa Azul.", "NewsOrganization[Radio Costa Azul]"},
  /* What a dash, a title or a deed parts from a body, and what is none */
  {"Media Notice \u2013 Velmo Court agreed with Eva Prado \u2013 Velmo Bank.",
   "GovernmentBody[Velmo Court] Person[Eva Prado] Organization[Velmo Bank]"},
  {"They saw Velmo Police Officer Olga Maria Park.",
   "GovernmentBody[Velmo Police] Role[Officer=officer] "
   "Person[Olga Maria Park]"},
  {"Lima Man Jailed For Robbing Velmo Bank", "Organization[Velmo Bank]"},
  {"The Camden County Medical Examiner spoke at a Velmo News Conference.",
   "Region[Camden County] Role[Medical Examiner=medical examiner] "
   "Name[Velmo News Conference]"},
  {"They praised Tam Prado Ngo. The Velmo Unified School District agreed.",
   "Person[Tam Prado Ngo] Organization[Velmo Unified School District]"},
  {"The State Bar of Velmo heard of Olga Bloomberg and of Bloomberg.",
   "Organization[State Bar of Velmo] Person[Olga Bloomberg] "
   "Person[Bloomberg]"},
  /* Bodies by what is said of them, there or elsewhere in the article */
  {"Two employees of Velmo Freight left. Velmo Freight agreed.",
   "Role[employees=employee] Organization[Velmo Freight] "
   "Organization[Velmo Freight]"},
  {"Shares in Velmo fell, and the importer Nordic Foods closed.",
   "Organization[Velmo] Organization[Nordic Foods]"},
  {"Rain fell on Velmo Freight, a family-owned company.",
   "Organization[Velmo Freight]"},
  {"Rain fell on a Velmo Freight spokeswoman.",
   "Organization[Velmo Freight] Role[spokeswoman=spokeswoman]"},
  {"The newspaper Het Velmoblad and the firm Velmo & Druus closed.",
   "NewsOrganization[Het Velmoblad] Organization[Velmo & Druus]"},
  {"Rain fell on Los Velmos del Norte, a faction of the gang.",
   "Cartel[Los Velmos del Norte]"},
  {"Rain fell on Olga Prado, a developing young center.", "Person[Olga Prado]"},
  {"Olga Velmo heads nothing, and Bahari Freight shares fell.",
   "Person[Olga Velmo] Organization[Bahari Freight]"},
  {"The boss of the Velmo crime network met Navy SEAL Olga Prado.",
   "Role[boss=boss] Cartel[Velmo crime network] Person[Olga Prado]"},
  {"They began to trust Olga Prado, not the law firm Juan & Prado or Velmo "
   "Shipping, a ferry operator.",
   "Person[Olga Prado] Organization[Juan & Prado] "
   "Organization[Velmo Shipping] Role[operator=operator]"},
  {"They left the group Olga Prado leads for the Velmo network.",
   "Person[Olga Prado] Organization[Velmo network]"},
  {"A spokesman for Olga Prado met Kivu fighters.",
   "Role[spokesman=spokesman] Person[Olga Prado]"},
  {"They praised Velmo and Crime Stoppers Group, the rival Druz network and "
   "the Punch and Premium Times.",
   "Organization[Crime Stoppers Group] Organization[Druz network] "
   "NewsOrganization[Premium Times]"},
  {"The newspaper Velmoposten and the daily Yeni Druz agreed with Daily "
   "Velmo.",
   "NewsOrganization[Velmoposten] NewsOrganization[Yeni Druz] "
   "Name[Daily Velmo]"},
  /* Makers and what they make */
  {"On Monday, Boeing praised Volvo Trucks and a white Volvo XC90.",
   "Organization[Boeing] Organization[Volvo] Vehicle[Volvo XC90]"},
  {"His Toyota was gone, the Toyota spokesman said.",
   "Organization[Toyota] Role[spokesman=spokesman]"},
  /* Gangs */
  {"The Tijuana cartel fought the Copper Street crew.",
   "Cartel[Tijuana cartel] Cartel[Copper Street crew]"},
  /* What the last says of itself holds for all, but for a body of its own */
  {"The actor Omar Harbour left Grant Park. Omar Harbour slept.",
   "Role[actor=actor] Person[Omar Harbour] Facility[Grant Park] "
   "Person[Omar Harbour]"},
  {"The Moorland Office, Chino, and Pomona Police Departments met.",
   "GovernmentBody[Moorland Office] "
   "GovernmentBody[Chino] "
   "GovernmentBody[Pomona Police]"},
  {"Men of the Chino and Pomona police departments met.",
   "GovernmentBody[Chino] "
   "GovernmentBody[Pomona]"},
  {"A Mexican gang fought the Sinaloa and Juarez cartels.",
   "Nationality[Mexican=MX] Cartel[Sinaloa] Cartel[Juarez]"},
  {"The Red Hill gang fought a Pine Hill gang.",
   "Cartel[Red Hill gang] City[Pine Hill]"},
  {"The Harbour Gang Unit closed.", "GovernmentBody[Harbour Gang Unit]"},
  {"They joined the ruling Velmo party and the far-right Free Hands movement.",
   "Organization[Velmo party] Organization[Free Hands movement]"},
  {"The Peru War movement met a ruling Velmo party.", "Person[Peru War]"},
  {"Velmora, the gang led by Olga Prado, fled. In Kelmora, the firm led them.",
   "Cartel[Velmora] Person[Olga Prado] Place[Kelmora]"},
  {"They called on Likud and called for Hamas to be banned.",
   "Organization[Likud] Organization[Hamas]"},
  {"They left a gang called 9 Court for a group known as the Free Hands.",
   "Cartel[9 Court] Organization[Free Hands]"},
  /* Small words and calendar words are no names */
  {"In May, the noise of Cherry Street grew on Monday.",
   "Place[Cherry Street]"},
};

START_TEST(names_are_found)
{
  ck_assert_str_eq(check_annotations(cases[_i].text), cases[_i].annotations);
}
END_TEST

START_TEST(words_alone_are_no_names)
{
  static const char* const texts[] = {
    "Price and Power met Judge and Young.",
    "HEAVY RAIN CLOSES ROADS IN THE NORTH",
    "Hundreds March For Clean Rivers",
    "La casa de la costa es de los vecinos que la cuidan en verano.",
  };
  for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); ++i) {
    ck_assert_str_eq(check_entities(texts[i]), "");
  }
}
END_TEST

Suite*
test_name_suite(void)
{
  TCase* const tcase = tcase_create("name");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, names_are_found, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, words_alone_are_no_names);
  Suite* const suite = suite_create("name");
  suite_add_tcase(suite, tcase);
  return suite;
}
