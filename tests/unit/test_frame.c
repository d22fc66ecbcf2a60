/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

/* One frame of each feature. */
#define ARREST                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: arrest\n"                                                      \
       "    frame: Arrest\n"                                                   \
       "    trigger: {verb: [arrest, take into custody], noun: [arrest]}\n"    \
       "    roles:\n"                                                          \
       "      by: {at: subject, type: [GovernmentBody, Country, Group]}\n"     \
       "      person: {at: [object, of, possessor], type: [Person, Group],\n"  \
       "               list: true}\n"                                          \
       "      place: {at: [in, near], type: Place}\n"                          \
       "      date: {at: time, default: document}\n"                           \
       "      count: {from: person, take: count}\n"                            \
       "    require: [person]\n"                                               \
       "    block: [question, conditional]\n"                                  \
       "    recap: {older: 30d, or: [previous, second]}\n"                     \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define EXTRADITE                                                              \
  PACK "rules:\n"                                                              \
       "  - id: send\n"                                                        \
       "    frame: Transfer\n"                                                 \
       "    trigger: {verb: [send, hand over], noun: [extradition]}\n"         \
       "    roles:\n"                                                          \
       "      by: {at: subject, type: [Country, GovernmentBody]}\n"            \
       "      person: {at: [object, of], type: [Person, Group], list: true}\n" \
       "      destination: {at: to, type: Place, list: true}\n"                \
       "      origin: {at: from, type: Place, default: by.country}\n"          \
       "      count: {from: person, take: count}\n"                            \
       "      cartel: {from: person, take: of, type: Cartel}\n"                \
       "    require: [person, destination]\n"                                  \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define CHARGE                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: charge\n"                                                      \
       "    frame: Charge\n"                                                   \
       "    trigger: {verb: [charge]}\n"                                       \
       "    roles:\n"                                                          \
       "      person: {at: object, type: [Person, Group], list: true}\n"       \
       "      offence: {at: with, text: true, list: true}\n"                   \
       "    require: [person, offence]\n"                                      \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define INDICT                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: indict\n"                                                      \
       "    frame: Charge\n"                                                   \
       "    trigger: {verb: [indict, admit nothing], noun: [indictment]}\n"    \
       "    roles:\n"                                                          \
       "      person: {at: [object, of, subject], type: [Person, Group],\n"    \
       "               list: true}\n"                                          \
       "      offence: {at: [on, modifier], text: true, list: true,\n"         \
       "                through: [count, charge], optional: true}\n"           \
       "      date: {at: time, optional: true}\n"                              \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

/* A role around another one, and a rule that sets a constant anew. */
#define QUASH                                                                  \
  PACK "rules:\n"                                                              \
       "  - id: quash\n"                                                       \
       "    frame: Event\n"                                                    \
       "    set: {kind: reversal}\n"                                           \
       "    trigger: {verb: [quash]}\n"                                        \
       "    roles:\n"                                                          \
       "      ruling: {at: object, words: [conviction, sentence],\n"           \
       "               silent: true}\n"                                        \
       "      person: {from: ruling, at: [of, possessor], type: Person,\n"     \
       "               list: true}\n"                                          \
       "      what: {from: ruling, at: modifier, text: true,\n"                \
       "             optional: true}\n"                                        \
       "    require: [person, ruling]\n"                                       \
       "    least: {person+what: 1}\n"                                         \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "  - id: shorten\n"                                                     \
       "    extends: quash\n"                                                  \
       "    set: {kind: reduction}\n"                                          \
       "    trigger: {verb: [shorten]}\n"                                      \
       "    least: {person+what: 2}\n"                                         \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define TOTAL                                                                  \
  PACK "rules:\n"                                                              \
       "  - id: total\n"                                                       \
       "    frame: Total\n"                                                    \
       "    set: {what: sent}\n"                                               \
       "    trigger: {verb: [send]}\n"                                         \
       "    with: [so far, now]\n"                                             \
       "    roles:\n"                                                          \
       "      people: {at: object, type: Group, silent: true}\n"               \
       "      count: {from: people, take: count}\n"                            \
       "      since: {at: time since, optional: true}\n"                       \
       "    require: [people, count]\n"                                        \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {count: b}}\n"

#define SEIZE                                                                  \
  PACK                                                                         \
    "rules:\n"                                                                 \
    "  - id: seize\n"                                                          \
    "    frame: Seizure\n"                                                     \
    "    trigger: {verb: [seize]}\n"                                           \
    "    roles:\n"                                                             \
    "      by: {at: subject, type: GovernmentBody, words: [soldier],\n"        \
    "           only: true}\n"                                                 \
    "      what: {at: object, text: true, words: [gold, gun], list: true}\n"   \
    "      quantity: {from: what, take: count}\n"                              \
    "      place: {at: in, type: Place}\n"                                     \
    "    require: [what, place]\n"                                             \
    "    examples:\n"                                                          \
    "      - {text: a, gives: none}\n"                                         \
    "      - {text: a, gives: {what: b}}\n"

#define SENTENCE                                                               \
  PACK "rules:\n"                                                              \
       "  - id: guilty\n"                                                      \
       "    frame: Sentence\n"                                                 \
       "    set: {kind: conviction}\n"                                         \
       "    trigger: {verb: [find guilty]}\n"                                  \
       "    voice: passive\n"                                                  \
       "    roles:\n"                                                          \
       "      person: {at: object, type: Person, list: true}\n"                \
       "      offence: {at: of, text: true, list: true}\n"                     \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define ACCUSE                                                                 \
  PACK "rules:\n"                                                              \
       "  - id: accuse\n"                                                      \
       "    frame: Charge\n"                                                   \
       "    trigger: {verb: [charge], noun: [charge]}\n"                       \
       "    roles:\n"                                                          \
       "      person: {at: [object, of], type: [Person, Group],\n"             \
       "               list: true}\n"                                          \
       "      offence: {at: [with, modifier], text: true, list: true,\n"       \
       "                members: [fraud, arson],\n"                            \
       "                through: [count, charge, enhancement]}\n"              \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

#define JAIL                                                                   \
  PACK "rules:\n"                                                              \
       "  - id: jail\n"                                                        \
       "    frame: Sentence\n"                                                 \
       "    trigger: {verb: [jail, sentence]}\n"                               \
       "    roles:\n"                                                          \
       "      person: {at: object, type: Person, list: true}\n"                \
       "      sentence: {at: [to, for], text: true,\n"                         \
       "                 measure: [years, months, suspended, probation]}\n"    \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

static const struct {
  const char* pack;
  const char* text;
  const char* facts;
} cases[] = {
  /* Words that have to stand in the sentence; a time with its preposition */
  {TOTAL, "Peru has so far sent 92 men to Chile since 2021.",
   "Total/0 since=2021 count=92 what=sent"},
  {TOTAL, "Peru has now sent 92 men to Chile in 2021.",
   "Total/0 count=92 what=sent"},
  {TOTAL, "Peru has sent 92 men to Chile since 2021.", ""},
  /* Things that are counted */
  {SEIZE, "Soldiers seized 40 guns in Lima.",
   "Seizure/0 by=Soldiers what=guns place=Lima quantity=40"},
  {SEIZE, "Soldiers seized two bags of gold in a car in Lima.",
   "Seizure/0 by=Soldiers what=gold place=Lima quantity=two bags"},
  {SEIZE, "Juan Pardo seized 40 guns in Lima.", ""},
  {SEIZE, "He seized 40 guns in Lima.",
   "Seizure/0 what=guns place=Lima quantity=40"},
  {SEIZE, "40 guns were seized in Lima.",
   "Seizure/0 what=guns place=Lima quantity=40"},
  {ARREST, "Police arrested a 48-year-old man in Lima.",
   "Arrest/0 by=Police person=48-year-old man place=Lima date=2024-05-08~"},
  /* What only leads up to a value, and what stands before the trigger */
  {INDICT, "Juan Pardo was indicted on two counts of arson and theft.",
   "Charge/0 person=Juan Pardo offence=arson offence=theft"},
  {INDICT, "Juan Pardo was indicted on federal drug charges.",
   "Charge/0 person=Juan Pardo offence=drug"},
  /* Lists of words, whose members have phrases of their own */
  {ACCUSE,
   "Juan Pardo was charged with assault by means of a rope, breaking his bail, "
   "and leaving the town.",
   "Charge/0 person=Juan Pardo offence=assault by means of a rope "
   "offence=breaking his bail offence=leaving the town"},
  {ACCUSE,
   "Juan Pardo was charged with two counts each of theft of tools and cars, "
   "one count of arson with an enhancement for the use of petrol and fraud, "
   "and one count of perjury.",
   "Charge/0 person=Juan Pardo offence=theft of tools offence=arson "
   "offence=perjury"},
  {ACCUSE, "Juan Pardo was charged with theft of cars, fraud and arson.",
   "Charge/0 person=Juan Pardo offence=theft of cars offence=fraud "
   "offence=arson"},
  {ACCUSE, "Juan Pardo was charged with sedition and with arson.",
   "Charge/0 person=Juan Pardo offence=sedition offence=arson"},
  {ACCUSE, "Juan Pardo was charged with arson, police said.",
   "Charge/0 person=Juan Pardo offence=arson"},
  {ACCUSE, "Juan Pardo was charged with arson and Luis Prado fled.",
   "Charge/0 person=Juan Pardo offence=arson"},
  {ACCUSE, "Juan Pardo was charged with the murder of Ana Morel and two men.",
   "Charge/0 person=Juan Pardo offence=murder of Ana Morel"},
  /* Where somebody stands is not who is blamed */
  {ACCUSE, "Juan Pardo appeared at Hull Crown Court charged with arson.",
   "Charge/0 person=Juan Pardo offence=arson"},
  {ACCUSE,
   "Juan Pardo, 37, of Hull, and his brother, Luis Prado, 30, were charged "
   "with arson.",
   "Charge/0 person=Juan Pardo person=Luis Prado offence=arson"},
  {INDICT,
   "The men indicted on Monday include Juan Pardo, 37; Luis Prado, 30; and Ivo "
   "Reyes, 29.",
   "Charge/0 person=men person=Juan Pardo person=Luis Prado person=Ivo Reyes "
   "date=2024-05-06"},
  {ACCUSE, "The charge of two men was read.", "Charge/0 person=two men{2}"},
  {ACCUSE, "Juan Pardo, of Mill Lane, Hull, was charged with arson.",
   "Charge/0 person=Juan Pardo offence=arson"},
  /* Lengths of time in figures */
  {JAIL, "Juan Pardo was jailed for twelve years.",
   "Sentence/0 person=Juan Pardo sentence=12 years"},
  {JAIL, "Juan Pardo was jailed for three years and five months.",
   "Sentence/0 person=Juan Pardo sentence=3 years and 5 months"},
  {JAIL, "Juan Pardo was sentenced to a prison term of 25 years to life.",
   "Sentence/0 person=Juan Pardo sentence=25 years to life"},
  {JAIL, "Juan Pardo was sentenced to 25-years-to-life.",
   "Sentence/0 person=Juan Pardo sentence=25 years to life"},
  {JAIL, "Juan Pardo was sentenced to a suspended prison term of one year.",
   "Sentence/0 person=Juan Pardo sentence=suspended 1 year"},
  {JAIL, "Juan Pardo was sentenced to three years and two years' probation.",
   "Sentence/0 person=Juan Pardo sentence=3 years"},
  {JAIL, "Juan Pardo was sentenced to 10 to 15 years in prison.",
   "Sentence/0 person=Juan Pardo sentence=10 to 15 years"},
  {JAIL, "Juan Pardo was jailed for between 10 and 15 years in Lima.",
   "Sentence/0 person=Juan Pardo sentence=between 10 and 15 years"},
  {JAIL,
   "Juan Pardo was sentenced to five years in prison plus three years "
   "and two months of probation.",
   "Sentence/0 person=Juan Pardo "
   "sentence=5 years plus 3 years and 2 months probation"},
  {JAIL, "Juan Pardo was sentenced to probation with a one-year review.",
   "Sentence/0 person=Juan Pardo sentence=probation"},
  /* The last group of the article */
  {JAIL, "Juan Pardo was sentenced to a term of five years",
   "Sentence/0 person=Juan Pardo sentence=5 years"},
  {JAIL,
   "Juan Pardo was jailed for nine years, and Luis Prado for between six.",
   "Sentence/0 person=Juan Pardo sentence=9 years\n"
   "Sentence/1 person=Luis Prado sentence=6 years"},
  {JAIL, "Juan Pardo was sentenced to a year in Lima.",
   "Sentence/0 person=Juan Pardo sentence=1 year"},
  {ACCUSE,
   "Police charged Juan Pardo with one count of evading while driving "
   "fast, one count of fraud and two counts of arson.",
   "Charge/0 person=Juan Pardo offence=evading offence=fraud offence=arson"},
  {ACCUSE, "Police charged Juan Pardo with fraud after finding gold and arson.",
   "Charge/0 person=Juan Pardo offence=fraud"},
  {ACCUSE,
   "Police charged Juan Pardo with two crimes, including theft and "
   "arson.",
   "Charge/0 person=Juan Pardo offence=two crimes offence=theft "
   "offence=arson"},
  {JAIL, "Juan Pardo was sentenced to four and a half years.",
   "Sentence/0 person=Juan Pardo sentence=4 years 6 months"},
  {JAIL, "Juan Pardo, his wife and a cook were jailed for 5, 6 and 7 years.",
   "Sentence/0 person=Juan Pardo sentence=5, 6 and 7 years"},
  {ACCUSE, "Police charged Juan Pardo with match fixing on Monday.",
   "Charge/0 person=Juan Pardo offence=match fixing"},
  {ACCUSE, "Police charged Juan Pardo with conspiracy to cheat at cards.",
   "Charge/0 person=Juan Pardo offence=conspiracy to cheat at cards"},
  {INDICT, "Juan Pardo was indicted on 10-2.", "Charge/0 person=Juan Pardo"},
  {ACCUSE, "Police charged Juan Pardo with theft, a grave offence.",
   "Charge/0 person=Juan Pardo offence=theft"},
  {ACCUSE, "Police charged Juan Pardo with theft and with arson.",
   "Charge/0 person=Juan Pardo offence=theft offence=arson"},
  {ACCUSE, "Police charged Juan Pardo with theft and to some extent arson.",
   "Charge/0 person=Juan Pardo offence=theft"},
  {ACCUSE, "Police charged Juan Pardo with membership in a mob.",
   "Charge/0 person=Juan Pardo offence=membership in a mob"},
  {ARREST, "A warrant was issued for the arrest of Juan Pardo.",
   "Arrest/0 person=Juan Pardo possible"},
  /* Around another role */
  {QUASH, "The court quashed the conviction of Juan Pardo and Rui Gil.",
   "Event/0 person=Juan Pardo person=Rui Gil kind=reversal"},
  {QUASH, "Juan Pardo's theft conviction was quashed in Lima.",
   "Event/0 person=Juan Pardo what=theft kind=reversal"},
  {QUASH, "Juan Pardo quashed the revolt of Rui Gil.", ""},
  {QUASH, "Juan Pardo's death sentence was shortened in Lima.",
   "Event/0 person=Juan Pardo what=death kind=reduction"},
  {QUASH, "Juan Pardo's sentence was shortened in Lima.", ""},
  /* Another thing of each */
  {JAIL, "Juan Pardo and Luis Prado were jailed for 5 and 7 years.",
   "Sentence/0 person=Juan Pardo sentence=5 years\n"
   "Sentence/1 person=Luis Prado sentence=7 years"},
  {JAIL,
   "Juan Pardo, Luis Prado and Rui Gil were sentenced to 9, 7 and 5 years.",
   "Sentence/0 person=Juan Pardo sentence=9 years\n"
   "Sentence/1 person=Luis Prado sentence=7 years\n"
   "Sentence/2 person=Rui Gil sentence=5 years"},
  {JAIL,
   "Juan Pardo, Luis Prado and Rui Gil were sentenced to terms of 9, 7 and 5 "
   "years.",
   "Sentence/0 person=Juan Pardo sentence=9 years\n"
   "Sentence/1 person=Luis Prado sentence=7 years\n"
   "Sentence/2 person=Rui Gil sentence=5 years"},
  {ARREST,
   "Juan Pardo and Luis Prado were arrested in Lima and Bonn, "
   "respectively.",
   "Arrest/0 person=Juan Pardo place=Lima date=2024-05-08~\n"
   "Arrest/1 person=Luis Prado place=Bonn date=2024-05-08~"},
  {ACCUSE,
   "Police charged Juan Pardo and Rui Gil with fraud and arson, "
   "respectively.",
   "Charge/0 person=Juan Pardo offence=fraud\n"
   "Charge/1 person=Rui Gil offence=arson"},
  {JAIL, "Juan Pardo and Luis Prado were jailed for 9 years and 2 months.",
   "Sentence/0 person=Juan Pardo person=Luis Prado "
   "sentence=9 years and 2 months"},
  {JAIL,
   "Juan Pardo was jailed for 9 years, Luis Prado, 41, for 6 and Rui Gil "
   "for 18 months.",
   "Sentence/0 person=Juan Pardo sentence=9 years\n"
   "Sentence/1 person=Luis Prado sentence=6 years\n"
   "Sentence/2 person=Rui Gil sentence=18 months"},
  {ACCUSE,
   "Police charged Juan Pardo and Rui Gil with fraud and Luis Prado "
   "with arson.",
   "Charge/0 person=Juan Pardo person=Rui Gil offence=fraud\n"
   "Charge/1 person=Luis Prado offence=arson"},
  {ARREST, "Juan Pardo was arrested in Lima on Monday and Luis Prado in Bonn.",
   "Arrest/0 person=Juan Pardo place=Lima date=2024-05-06\n"
   "Arrest/1 person=Luis Prado place=Bonn date=2024-05-06"},
  {ACCUSE,
   "Juan Pardo was charged with arson at the house of Rui Gil in Lima "
   "and Luis Prado in Bonn.",
   "Charge/0 person=Juan Pardo "
   "offence=arson at the house of Rui Gil"},
  {JAIL, "Juan Pardo was sentenced to death.",
   "Sentence/0 person=Juan Pardo sentence=death"},
  {JAIL, "Juan Pardo was sentenced to 6 years, 8 months in a state prison.",
   "Sentence/0 person=Juan Pardo sentence=6 years 8 months"},
  {INDICT, "Juan Pardo was indicted on all counts.",
   "Charge/0 person=Juan Pardo"},
  {INDICT, "The new 2019 drug smuggling indictment of Juan Pardo was read.",
   "Charge/0 person=Juan Pardo offence=drug smuggling date=2019"},
  {INDICT, "Two men, among them Juan Pardo, were indicted on 2 May 2024.",
   "Charge/0 person=Two men{2} person=Juan Pardo "
   "date=2024-05-02"},
  {INDICT, "A man identified as Juan Pardo was indicted.",
   "Charge/0 person=Juan Pardo"},
  {INDICT, "Juan Pardo admitted nothing.", "Charge/0 person=Juan Pardo"},
  {ARREST, "Police arrested Juan Pardo near a prison in Lima.",
   "Arrest/0 by=Police person=Juan Pardo place=Lima date=2024-05-08~"},
  /* Voices and forms */
  {ARREST, "Police arrested Juan Pardo in Lima on Friday.",
   "Arrest/0 by=Police person=Juan Pardo place=Lima date=2024-05-03"},
  {ARREST, "Juan Pardo was arrested near Lima on 2 May 2024 by the FBI.",
   "Arrest/0 by=FBI person=Juan Pardo place=Lima date=2024-05-02"},
  {ARREST, "The arrest of Juan Pardo in Lima was no surprise.",
   "Arrest/0 person=Juan Pardo place=Lima"},
  {ARREST, "Juan Pardo, whose arrest was no surprise, fled.",
   "Arrest/0 person=Juan Pardo"},
  {ARREST, "Juan Pardo's arrest was no surprise.",
   "Arrest/0 person=Juan Pardo"},
  {EXTRADITE, "Peruvian authorities sent Juan Pardo to Spain. Peru is calm.",
   "Transfer/0 by=Peruvian authorities person=Juan Pardo destination=Spain "
   "origin=Peru~"},
  /* A day from context is for main clauses only */
  {ARREST, "Juan Pardo and Ana Morel were arrested.",
   "Arrest/0 person=Juan Pardo person=Ana Morel date=2024-05-08~"},
  {ARREST, "Juan Pardo had been arrested.", "Arrest/0 person=Juan Pardo"},
  {ARREST, "Juan Pardo has been arrested.",
   "Arrest/0 person=Juan Pardo date=2024-05-08~"},
  {ARREST, "A clerk was charged with the arrest of Ana Morel on Friday.",
   "Arrest/0 by=clerk person=Ana Morel"},
  {ARREST, "A clerk has been charged with the arrest of Ana Morel on Friday.",
   "Arrest/0 by=clerk person=Ana Morel date=2024-05-03"},
  {ARREST, "A clerk was charged with the arrest of Ana Morel in 2019.",
   "Arrest/0 by=clerk person=Ana Morel date=2019 recap"},
  {ARREST, "Juan Pardo has previously been arrested.",
   "Arrest/0 person=Juan Pardo"},
  {ARREST, "Juan Pardo wept on Friday and was arrested.",
   "Arrest/0 person=Juan Pardo"},
  {ARREST, "Juan Pardo, who wept on Friday, was arrested.",
   "Arrest/0 person=Juan Pardo date=2024-05-08~"},
  /* A length of time counts nobody */
  {ARREST, "Juan Pardo fled. Police arrested Pardo two days later.",
   "Arrest/0 by=Police person=Juan Pardo date=2024-05-08~"},
  /* Words that belong to the trigger */
  {ARREST, "Officers took Juan Pardo into custody.",
   "Arrest/0 by=Officers person=Juan Pardo date=2024-05-08~"},
  {ARREST, "Officers took Juan Pardo into a cafe.", ""},
  /* What is long past, or said to be */
  {ARREST, "Juan Pardo was arrested in 2019.",
   "Arrest/0 person=Juan Pardo date=2019 recap"},
  {ARREST, "The second arrest of Juan Pardo was no surprise.",
   "Arrest/0 person=Juan Pardo recap"},
  /* People */
  {ARREST, "Three alleged members of the Black River Cartel were arrested.",
   "Arrest/0 person=Three alleged members of the Black River Cartel"
   "{3 of Black River Cartel, alleged} count=3 date=2024-05-08~"},
  {ARREST, "Three men linked to the Black River Cartel were arrested.",
   "Arrest/0 person=Three men{3 of Black River Cartel} count=3 "
   "date=2024-05-08~"},
  {ARREST, "Three men sued by the Black River Cartel were arrested.",
   "Arrest/0 person=Three men{3} count=3 date=2024-05-08~"},
  {ARREST, "Three victims of the Black River Cartel were arrested.",
   "Arrest/0 person=Three victims of the Black River Cartel{3} count=3 "
   "date=2024-05-08~"},
  /* What is no news */
  {ARREST, "Was Juan Pardo arrested?", ""},
  {ARREST, "If police arrest Juan Pardo, nobody will laugh.", ""},
  {ARREST, "Police will arrest Juan Pardo.",
   "Arrest/0 by=Police person=Juan Pardo planned"},
  {ARREST, "Police did not arrest Juan Pardo.",
   "Arrest/0 by=Police person=Juan Pardo date=2024-05-08~ not"},
  {ARREST, "The officers arrested the decline.", ""},
  /* Defaults and what is taken of people */
  {EXTRADITE,
   "Chile sent 12 members of the Red Hill and Black River cartels to Peru.",
   "Transfer/0 by=Chile "
   "person=12 members of the Red Hill and Black River cartels"
   "{12 of Red Hill Cartel, Black River Cartel} "
   "destination=Peru count=12 cartel=Red Hill Cartel "
   "cartel=Black River Cartel origin=Chile~"},
  {EXTRADITE, "Chile handed Ana Morel over to Peru and Bolivia.",
   "Transfer/0 by=Chile person=Ana Morel destination=Peru "
   "destination=Bolivia origin=Chile~"},
  {EXTRADITE, "Chile sent 12 letters to Peru.", ""},
  {EXTRADITE, "Chile sent 12 men.", ""},
  /* Words */
  {CHARGE, "Juan Pardo was charged with possession of a firearm.",
   "Charge/0 person=Juan Pardo offence=possession of a firearm"},
  {CHARGE, "Juan Pardo was charged with murder and arson in Lima.",
   "Charge/0 person=Juan Pardo offence=murder offence=arson"},
  /* Voice, constants */
  {SENTENCE, "Juan Pardo was found guilty of fraud.",
   "Sentence/0 person=Juan Pardo offence=fraud kind=conviction"},
  {SENTENCE, "Juan Pardo was found in Lima.", ""},
};

START_TEST(frames_are_read)
{
  ck_assert_str_eq(check_facts(cases[_i].pack, cases[_i].text),
                   cases[_i].facts);
}
END_TEST

START_TEST(a_verb_is_shared_by_any_number_of_people)
{
  static const char* const given[] = {"Juan", "Luis", "Rui", "Omar", "Olga"};
  static const char* const surnames[] = {"Pardo", "Prado", "Gil", "Rivas"};
  TwBuf text = TW_BUF_INIT;
  TwBuf expected = TW_BUF_INIT;
  for (unsigned i = 0; i < 20; ++i) {
    tw_buf_addf(&text, "%s%s %s %sfor %u%s", i ? ", " : "", given[i % 5],
                surnames[i / 5], i ? "" : "was jailed ", i + 2,
                i ? "" : " years");
    tw_buf_addf(&expected, "%sSentence/%u person=%s %s sentence=%u years",
                i ? "\n" : "", i, given[i % 5], surnames[i / 5], i + 2);
  }
  tw_buf_add(&text, TW_STR("."));
  ck_assert_str_eq(check_facts(JAIL, tw_buf_str(&text).s),
                   tw_buf_str(&expected).s);
  tw_buf_clear(&text);
  tw_buf_clear(&expected);
}
END_TEST

START_TEST(spans_are_kept)
{
  ck_assert_str_eq(
    check_facts_spans(ARREST, "Police did not arrest Juan Pardo on Friday."),
    "arrest/active: [arrest] [not] [Police] [Juan Pardo] [Friday]");
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_facts_no_memory(
    EXTRADITE, "Chile sent 12 members of the Black River Cartel to Peru.");
}
END_TEST

Suite*
test_frame_suite(void)
{
  TCase* const tcase = tcase_create("frame");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, frames_are_read, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, a_verb_is_shared_by_any_number_of_people);
  tcase_add_test(tcase, spans_are_kept);
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("frame");
  suite_add_tcase(suite, tcase);
  return suite;
}
