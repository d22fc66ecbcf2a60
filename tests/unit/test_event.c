/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/buf.h"
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

#include <string.h>

/* Cues, sayings and what makes one event. */
#define RULES                                                                  \
  PACK "rules:\n"                                                              \
       "  - id: send\n"                                                        \
       "    frame: Transfer\n"                                                 \
       "    trigger: {verb: [send, fly], noun: [transfer]}\n"                  \
       "    roles:\n"                                                          \
       "      by: {at: subject, type: Country}\n"                              \
       "      person: {at: [object, of], type: [Person, Group], list: true}\n" \
       "      destination: {at: to, type: Place}\n"                            \
       "      date: {at: time}\n"                                              \
       "      count: {from: person, take: count}\n"                            \
       "    require: [person, destination]\n"                                  \
       "    recap: {older: 30d}\n"                                             \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "    beats: [more]\n"                                                   \
       "  - id: more\n"                                                        \
       "    frame: Transfer\n"                                                 \
       "    trigger: {verb: [send]}\n"                                         \
       "    continues: true\n"                                                 \
       "    roles:\n"                                                          \
       "      person: {at: object, type: [Person, Group], list: true}\n"       \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "  - id: lead\n"                                                        \
       "    frame: leads\n"                                                    \
       "    trigger: {verb: [lead]}\n"                                         \
       "    roles:\n"                                                          \
       "      person: {at: subject, type: Person}\n"                           \
       "      org: {at: object, type: Cartel}\n"                               \
       "    require: [person, org]\n"                                          \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "  - id: kill\n"                                                        \
       "    frame: Killing\n"                                                  \
       "    trigger: {verb: [kill]}\n"                                         \
       "    roles:\n"                                                          \
       "      victim: {at: object, type: [Person, Group]}\n"                   \
       "      place: {at: in, type: Place}\n"                                  \
       "      count: {from: victim, take: count}\n"                            \
       "    require: [victim]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {victim: b}}\n"                               \
       "  - id: say\n"                                                         \
       "    frame: Statement\n"                                                \
       "    trigger: {verb: [say]}\n"                                          \
       "    content: true\n"                                                   \
       "    roles:\n"                                                          \
       "      speaker: {at: speaker, type: Person}\n"                          \
       "    require: [speaker]\n"                                              \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {speaker: b}}\n"                              \
       "  - id: perhaps\n"                                                     \
       "    cue: [allegedly]\n"                                                \
       "    marks: certainty.alleged\n"                                        \
       "    scope: {right: clause}\n"                                          \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {certainty: alleged}}\n"

static const struct {
  const char* text;
  const char* facts;
} cases[] = {
  /* What goes on with an event, or tells nothing */
  {"Chile sent 12 men to Peru on Monday. Among those sent was Luis Prado.",
   "Transfer/0 by=Chile person=12 men{12} destination=Peru date=2024-05-06 "
   "count=12\n"
   "Transfer/0 person=Luis Prado"},
  {"Among those sent was Luis Prado.", ""},
  /* A title repeats what the text says */
  {"# Chile sends 12 men to Peru\n\n"
   "Chile sent 12 men to Peru on Monday.",
   "Transfer/0 by=Chile person=12 men{12} destination=Peru count=12\n"
   "Transfer/0 by=Chile person=12 men{12} destination=Peru "
   "date=2024-05-06 count=12"},
  /* Other counts, other times: other events */
  {"Chile sent 12 men to Peru on Monday. Chile sent 30 men to Peru in 2023.",
   "Transfer/0 by=Chile person=12 men{12} destination=Peru "
   "date=2024-05-06 count=12\n"
   "Transfer/1 by=Chile person=30 men{30} destination=Peru "
   "date=2023 count=30 recap"},
  {"Chile sent Juan Pardo to Peru in 2021. Chile sent Juan Pardo to Peru in "
   "2023.",
   "Transfer/0 by=Chile person=Juan Pardo destination=Peru date=2021 recap\n"
   "Transfer/1 by=Chile person=Juan Pardo destination=Peru date=2023 recap"},
  /* People told of as known: the event goes on; others do not */
  {"Chile sent 12 prisoners to Peru on Monday. The prisoners were flown to "
   "Lima.",
   "Transfer/0 by=Chile person=12 prisoners{12} destination=Peru "
   "date=2024-05-06 count=12\n"
   "Transfer/0 person=prisoners destination=Lima"},
  {"Chile sent 12 prisoners to Peru on Monday. Prisoners were flown to Lima.",
   "Transfer/0 by=Chile person=12 prisoners{12} destination=Peru "
   "date=2024-05-06 count=12\n"
   "Transfer/1 person=Prisoners destination=Lima"},
  {"Chile sent 12 prisoners to Peru on Monday. The prisoners were flown to "
   "Lima in 2021.",
   "Transfer/0 by=Chile person=12 prisoners{12} destination=Peru "
   "date=2024-05-06 count=12\n"
   "Transfer/1 person=prisoners destination=Lima date=2021 recap"},
  {"Two men were killed in Lima. Two men were killed in Cusco.",
   "Killing/0 victim=Two men{2} place=Lima count=2\n"
   "Killing/1 victim=Two men{2} place=Cusco count=2"},
  /* First how many, then who */
  {"Chile sent two men to Peru on Monday. It rained. Luis Prado and Juan Pardo "
   "were flown to Lima.",
   "Transfer/0 by=Chile person=two men{2} destination=Peru date=2024-05-06 "
   "count=2\n"
   "Transfer/0 person=Luis Prado person=Juan Pardo destination=Lima"},
  {"Chile sent an engineer to Peru on Monday. Luis Prado was flown to Lima.",
   "Transfer/0 by=Chile person=engineer destination=Peru date=2024-05-06\n"
   "Transfer/0 person=Luis Prado destination=Lima"},
  {"Chile sent three people to Peru on Monday. Two women and a man were flown "
   "to Lima.",
   "Transfer/0 by=Chile person=three people{3} destination=Peru "
   "date=2024-05-06 count=3\n"
   "Transfer/0 person=Two women{2} person=man destination=Lima"},
  {"Chile sent a man and a woman to Peru. Luis Prado and Ana Prats were flown "
   "to Lima.",
   "Transfer/0 by=Chile person=man person=woman destination=Peru\n"
   "Transfer/0 person=Luis Prado person=Ana Prats destination=Lima"},
  /* More of them, known ones, earlier, one of two */
  {"Chile sent two men to Peru. Luis Prado, Rui Prats and Juan Pardo were "
   "flown to Lima.",
   "Transfer/0 by=Chile person=two men{2} destination=Peru count=2\n"
   "Transfer/1 person=Luis Prado person=Rui Prats person=Juan Pardo "
   "destination=Lima"},
  {"Luis Prado was tired. Chile sent an engineer to Peru. Prado was flown to "
   "Lima.",
   "Transfer/0 by=Chile person=engineer destination=Peru\n"
   "Transfer/1 person=Luis Prado destination=Lima"},
  {"Chile sent an engineer to Peru. Luis Prado had been flown to Lima.",
   "Transfer/0 by=Chile person=engineer destination=Peru\n"
   "Transfer/1 person=Luis Prado destination=Lima"},
  {"Chile sent a man to Peru on Monday. Chile sent a man to Peru on Friday. "
   "Luis Prado was flown to Lima.",
   "Transfer/0 by=Chile person=man destination=Peru date=2024-05-06\n"
   "Transfer/1 by=Chile person=man destination=Peru date=2024-05-03\n"
   "Transfer/2 person=Luis Prado destination=Lima"},
  /* Relations are told once, as surely as anywhere */
  {"Juan Pardo allegedly led the Black River Cartel. Pardo led the Black "
   "River Cartel.",
   "leads person=Juan Pardo org=Black River Cartel"},
  /* A cue reaches to the end of its clause */
  {"Chile allegedly sent Juan Pardo to Peru.",
   "Transfer/0 by=Chile person=Juan Pardo destination=Peru alleged"},
  /* Who says so */
  {"Chile sent Juan Pardo to Peru, Olga Prats said.",
   "Transfer/0 by=Chile person=Juan Pardo destination=Peru | Olga Prats\n"
   "Statement/1 speaker=Olga Prats"},
  {"\"We were tired,\" Olga Prats said. \"Chile sent Juan Pardo to Peru.\"",
   "Statement/0 speaker=Olga Prats\n"
   "Transfer/1 by=Chile person=Juan Pardo destination=Peru | Olga Prats"},
  {"Olga Prats said: \"We were tired. Chile sent Juan Pardo to Peru.\"",
   "Statement/0 speaker=Olga Prats\n"
   "Transfer/1 by=Chile person=Juan Pardo destination=Peru | Olga Prats"},
  {"\"Chile sent Juan Pardo to Peru.\n\n\"We were tired,\" Olga Prats said.",
   "Transfer/0 by=Chile person=Juan Pardo destination=Peru | Olga Prats\n"
   "Statement/1 speaker=Olga Prats"},
  {"Chile, Olga Prats said, sent Juan Pardo to Peru.",
   "Statement/0 speaker=Olga Prats\n"
   "Transfer/1 by=Chile person=Juan Pardo destination=Peru | Olga Prats"},
  {"Olga Prats, speaking in Lima, said the court was full.",
   "Statement/0 speaker=Olga Prats"},
  /* What tells nothing */
  {"Chile sent men to Peru, Olga Prats said. Prats said they were tired.",
   "Transfer/0 by=Chile person=men destination=Peru | Olga Prats\n"
   "Statement/1 speaker=Olga Prats\n"
   "Statement/1 speaker=Olga Prats"},
};

START_TEST(events_are_joined)
{
  ck_assert_str_eq(check_facts(RULES, cases[_i].text), cases[_i].facts);
}
END_TEST

/* More values than are kept to compare with. */
START_TEST(what_is_told_often_stays_one_event)
{
  TwBuf text = TW_BUF_INIT;
  for (int i = 0; i < 150; ++i) {
    tw_buf_add(&text, TW_STR("Two men were killed in Lima. "));
  }
  tw_buf_add_char(&text, '\0');
  const char* const facts = check_facts(RULES, text.s);
  ck_assert_ptr_nonnull(strstr(facts, "Killing/0"));
  ck_assert_ptr_null(strstr(facts, "Killing/1"));
  tw_buf_clear(&text);
}
END_TEST

START_TEST(memory_may_run_out)
{
  check_facts_no_memory(RULES, "Chile allegedly sent 12 men to Peru, Olga "
                               "Prats said. Juan Pardo led the Black River "
                               "Cartel. Pardo led the Black River Cartel.");
}
END_TEST

Suite*
test_event_suite(void)
{
  TCase* const tcase = tcase_create("event");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, events_are_joined, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, what_is_told_often_stays_one_event);
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("event");
  suite_add_tcase(suite, tcase);
  return suite;
}
