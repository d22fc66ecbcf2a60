/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/match.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

#define SETS                                                                   \
  "sets:\n"                                                                    \
  "  kin: [sister, brother-in-law]\n"                                          \
  "  lead: [leader, boss]\n"                                                   \
  "  split: [splinter group, break away]\n"                                    \
  "  start: [ant, anthem, antler, anvil, at, bee, beetle]\n"                   \
  "macros:\n"                                                                  \
  "  comma: ',?'\n"                                                            \
  "  aged: '(, <Age>)? @comma'\n"

/* A pattern, a sentence, and what it finds there. */
static const struct {
  const char* match;
  const char* text;
  const char* hits;
} finds[] = {
  {"<Person a> alias <Name b>", "<Person Ana Prado> alias <Name Toro> fled",
   "r: a=Ana Prado b=Toro"},
  {"<Person a> alias <Name b>", "<Person Ana Prado> alias Toro fled", ""},
  {"<Person a> alias <Name b>", "<City Lima> alias <Name Toro>", ""},
  {"<Place a> is", "<City Lima> is near <Region Ica> is",
   "r: a=Lima\nr: a=Ica"},
  {"<City|Cartel a> is", "<Country Peru> is <City Lima> is", "r: a=Lima"},
  {"<Person a> (alias|aka|also known as) <Name b>",
   "<Person Ana> also known as <Name Toro>", "r: a=Ana b=Toro"},
  {"<Person a> ,? the? <Role b>", "<Person Ana> <Role judge>",
   "r: a=Ana b=judge"},
  {"<Person a> ,? (the)? <Role b>", "<Person Ana> , the <Role judge>",
   "r: a=Ana b=judge"},
  {"<Person a> [lead] <Cartel b>", "<Person Ana> led <Cartel Red Hill>",
   "r: a=Ana b=Red Hill"},
  {"<Person a> [lead] <Cartel b>", "<Person Ana> leads <Cartel Red Hill>",
   "r: a=Ana b=Red Hill"},
  {"<Person a> lead <Cartel b>", "<Person Ana> leads <Cartel Red Hill>", ""},
  {"<Person a> 's {kin rel} <Person b>",
   "<Person Ana> 's brothers-in-law <Person Ivo>", ""},
  {"<Person a> 's {kin rel} <Person b>", "<Person Ana> 's sister <Person Ivo>",
   "r: a=Ana rel=sister b=Ivo"},
  {"<Person a> 's {kin rel} <Person b>", "<Person Ana> 's sisters <Person Ivo>",
   "r: a=Ana rel=sisters b=Ivo"},
  {"<Cartel a> {split}", "<Cartel Red Hill> splinter groups", "r: a=Red Hill"},
  {"<Cartel a> {split}", "<Cartel Red Hill> broke away", "r: a=Red Hill"},
  {"<Cartel a> {split}", "<Cartel Red Hill> splinter cell", ""},
  {"<Role{lead} r> <Person a>", "<Role gang boss> <Person Ana>",
   "r: r=gang boss a=Ana"},
  {"<Role{lead} r> <Person a>", "<Role judge> <Person Ana>", ""},
  {"<Role{!lead} r> <Person a>", "<Role gang boss> <Person Ana>", ""},
  {"<Role{!lead} r> <Person a>", "<Role judge> <Person Ana>",
   "r: r=judge a=Ana"},
  {"alias \" ...{1,3 b} \" fled", "alias \" the old crow \" fled",
   "r: b=the old crow"},
  {"alias \" ...{1,2 b} \" fled", "alias \" the old crow \" fled", ""},
  {"[leader] of <Cartel b>", "the <Role leader> of <Cartel Red Hill>",
   "r: b=Red Hill"},
  {"leader of <Cartel b>", "the <Group old leader> of <Cartel Red Hill>",
   "r: b=Red Hill"},
  {"<Person a> ...{0,2} of <City b>",
   "<Person Ana> from the hills of <City Ica>", ""},
  {"<Person a> ...{0,3} of <City b>",
   "<Person Ana> from the hills of <City Ica>", "r: a=Ana b=Ica"},
  {"<Person a> ...{1,3} of <City b>", "<Person Ana> of <City Ica>", ""},
  {"<Person a> ...{0,3} of <City b>", "<Person Ana> came ./. of <City Ica>",
   ""},
  {"<Person a> ~ [member]", "<Person Ana> DT/a JJ/senior NN/gang member",
   "r: a=Ana"},
  {"<Person a> ~ [member]", "<Person Ana> DT/a <Nationality Swiss> member",
   "r: a=Ana"},
  {"<Person a> ~ [member]", "<Person Ana> VBZ/is IN/of DT/a member", ""},
  {"<Person+ a> fled", "<Person Ana> ,/, <Person Ivo> CC/and <Person Eva> fled",
   "r: a=Ana> ,/, <Person Ivo> CC/and <Person Eva"},
  {"<Person+ a> fled", "<Person Ana> DT/the <Person Eva> fled", "r: a=Eva"},
  {"<Person a> @aged <Role b>", "<Person Ana> , <Age 45> , <Role judge>",
   "r: a=Ana b=judge"},
  {"<Person a> @aged <Role b>", "<Person Ana> <Role judge>",
   "r: a=Ana b=judge"},
  {"\\( <Name a> \\)", "<Person Ana> ( <Name Toro> )", "r: a=Toro"},
  {"\"<Name a>\"", "<Person Ana> \" <Name Toro> \"", "r: a=Toro"},
  {"<Cartel a> [rival] of <Cartel b>",
   "<Cartel A> rival of <Cartel B> rival of <Cartel C>",
   "r: a=A b=B\nr: a=B b=C"},
  {"GARCÍA <City a>", "garcia <City Lima>", "r: a=Lima"},
  {"a.k.a. <Name a>", "A.K.A. <Name Toro>", "r: a=Toro"},
  {"<Person a> (of <City b>|in <Region b>)", "<Person Ana> in <Region Ica>",
   "r: a=Ana b=Ica"},
  {"of? <City a>", "of <City Lima>", "r: a=Lima"},
  {"{start a} of", "ant of anthems of antler of",
   "r: a=ant\nr: a=anthems\n"
   "r: a=antler"},
  {"{start a} of", "anvil of at of bee of beetles of",
   "r: a=anvil\nr: a=at\nr: a=bee\nr: a=beetles"},
  {"{start a} of", "an of a of anth of antle of b of be of beet of", ""},
};

static const TwRuleSet*
read_match(const char* match, bool use_jit)
{
  char pack[1024];
  snprintf(pack, sizeof(pack),
           PACK SETS "rules:\n- id: r\n  match: |-\n    %s\n  emit: []\n",
           match);
  const char* const packs[] = {pack};
  const TwRuleSet* const rules = check_rules_open(packs, 1, use_jit);
  ck_assert_msg(rules, "%s", check_rules_told());
  return rules;
}

START_TEST(test_pattern_finds)
{
  for (int use_jit = 0; use_jit < 2; ++use_jit) {
    const TwRuleSet* const rules = read_match(finds[_i].match, use_jit);
    ck_assert_str_eq(check_rules_hits(rules, finds[_i].text), finds[_i].hits);
    ck_assert_str_eq(check_rules_told(), "");
  }
}
END_TEST

START_TEST(test_one_of_several_patterns_matches)
{
  const TwRuleSet* const rules = check_rules_read(
    PACK "rules:\n- id: r\n  match:\n  - <Person a> of <City b>\n"
         "  - <City b> 's <Person a>\n  emit: []\n");
  ck_assert_str_eq(check_rules_hits(rules, "<Person Ana> of <City Ica>"),
                   "r: a=Ana b=Ica");
  ck_assert_str_eq(check_rules_hits(rules, "<City Ica> 's <Person Ana>"),
                   "r: a=Ana b=Ica");
}
END_TEST

START_TEST(test_hits_come_in_the_order_of_the_text)
{
  const TwRuleSet* const rules = check_rules_read(
    PACK "rules:\n"
         "- {id: z, match: '<Person a>', emit: []}\n"
         "- {id: y, match: '<Person a> of <City b>', emit: []}\n"
         "- {id: x, match: '<City b>', emit: []}\n"
         "- {id: w, match: '<City b>', emit: []}\n");
  ck_assert_str_eq(check_rules_hits(rules, "<Person Ana> of <City Ica>"),
                   "y: a=Ana b=Ica\nz: a=Ana\nw: b=Ica\nx: b=Ica");
}
END_TEST

START_TEST(test_emitted_ends_are_those_of_the_relation)
{
  const TwRuleSet* const rules = check_rules_read(
    PACK "rules:\n- id: r\n  match: <Person p> ( of <Cartel c> )? says\n"
         "  emit:\n  - [p, memberOf, c]\n  - {Statement: {speaker: p}}\n");
  ck_assert_msg(rules, "%s", check_rules_told());
  const TwRule* const rule = tw_ruleset_at(rules, 0);
  ck_assert_uint_eq(rule->n_emits, 2);
  ck_assert_str(rule->emits[0].term, "memberOf");
  ck_assert_str(rule->emits[0].roles[1].role, "org");
  ck_assert_uint_eq(rule->emits[0].roles[1].slot, 1);
  ck_assert(rule->emits[1].is_event && !rule->emits[0].is_event);
  ck_assert_str_eq(check_rules_hits(rules, "<Person Ana> says"), "r: p=Ana c=");
}
END_TEST

START_TEST(test_language_without_forms_has_its_words_only)
{
  const TwRuleSet* const rules = check_rules_read(
    "pack: p\nversion: 1\nlanguage: es\nsets: {kin: [prima, hija mayor]}\n"
    "rules:\n- {id: r, match: '{kin a} de <Person b>', emit: []}\n");
  ck_assert_msg(rules, "%s", check_rules_told());
  ck_assert_str_eq(check_rules_hits(rules, "hija mayor de <Person Ana>"),
                   "r: a=hija mayor b=Ana");
  ck_assert_str_eq(check_rules_hits(rules, "primas de <Person Ana>"), "");
}
END_TEST

/* Each gap can end anywhere, and nothing says early that it is no match. */
START_TEST(test_endless_pattern_is_told_and_left_out)
{
  static const char* const packs[] = {
    PACK "macros: {gap: '...{0,12} ...{0,12} ...{0,12} ...{0,12}'}\n"
         "rules:\n"
         "- {id: bad, match: '<Person a> @gap @gap <Place b> now', emit: []}\n"
         "- {id: good, match: 'in <City b>', emit: []}\n",
  };
  char text[2048] = "in <City Lima>";
  for (size_t i = 0; i < 100; ++i) {
    strcat(text, " <Person Ana>");
  }
  strcat(text, " now <City Lima>");
  for (int use_jit = 0; use_jit < 2; ++use_jit) {
    const TwRuleSet* const rules = check_rules_open(packs, 1, use_jit);
    ck_assert_msg(rules, "%s", check_rules_told());
    ck_assert_str_eq(check_rules_hits(rules, text), "good: b=Lima");
    ck_assert_str_eq(check_rules_told(),
                     "news: warning[TW3201]: rule \"bad\" takes too long on a "
                     "sentence and was left out there\n");
  }
}
END_TEST

START_TEST(test_foreign_private_characters_are_no_atoms)
{
  const TwRuleSet* const rules = read_match("<Person a> of", true);
  ck_assert_str_eq(check_rules_hits(rules, "x\xee\x80\x81 of y"), "");
  ck_assert_str_eq(check_rules_hits(rules, "<Person \xee\x80\x81> of"),
                   "r: a=\xee\x80\x81");
}
END_TEST

START_TEST(test_only_what_may_match_is_tried)
{
  const TwRuleSet* const rules = check_rules_read(
    PACK "rules:\n"
         "- {id: a, match: '<Person a> of <City b>', emit: []}\n"
         "- {id: b, match: '<Person a> [flee]', emit: []}\n"
         "- {id: c, match: '<Person a> (x|y)? <City b>', emit: []}\n"
         "- {id: d, match: '...{1,2}', emit: []}\n"
         "- {id: e, match: '(in|at) <City b>', emit: []}\n"
         "- {id: f, match: '(in|<Cartel b>) <Person b>', emit: []}\n");
  const TwArticle* const article =
    check_rules_article("<Person Ana> fled at <City Lima>");
  TwAtoms atoms = {.text = TW_BUF_INIT};
  static const uint32_t expected[] = {0, 1, 1, 4, 3, 0};
  uint32_t limits[6] = {9, 9, 9, 9, 9, 9};
  const TwPrefilter* const prefilter = tw_ruleset_prefilter(rules);
  ck_assert_int_eq(tw_atoms_read(article, &article->sentences.at[0],
                                 &prefilter->numbers, article->arena, &atoms),
                   TW_OK);
  ck_assert(tw_prefilter_run(prefilter, TW_STR("en"), &atoms, limits));
  for (size_t i = 0; i < 6; ++i) {
    ck_assert_uint_eq(limits[i], expected[i]);
  }
  ck_assert(tw_prefilter_run(prefilter, TW_STR("und"), &atoms, limits));
  ck_assert(!tw_prefilter_run(prefilter, TW_STR("es"), &atoms, limits));
  for (size_t i = 0; i < 6; ++i) {
    ck_assert_uint_eq(limits[i], 0);
  }
  tw_buf_clear(&atoms.text);
}
END_TEST

START_TEST(test_patterns_hang_on_words_that_they_need)
{
  const TwRuleSet* const rules =
    check_rules_read(PACK "rules:\n"
                          "- {id: a, match: '<Person a> [flee]', emit: []}\n"
                          "- {id: b, match: 'x? in (y|z) <City b>', emit: []}"
                          "\n");
  const TwPrefilter* const prefilter = tw_ruleset_prefilter(rules);
  ck_assert(tw_prefilter_hangs_on(prefilter, TW_STR("flee")));
  ck_assert(tw_prefilter_hangs_on(prefilter, TW_STR("in")));
  ck_assert(!tw_prefilter_hangs_on(prefilter, TW_STR("x")));
  ck_assert(!tw_prefilter_hangs_on(prefilter, TW_STR("zorb")));
}
END_TEST

/* A pack with a pattern of lists of that many words. */
static TwBuf
make_pack(unsigned n_words, const char* match)
{
  TwBuf pack = TW_BUF_INIT;
  tw_buf_add(&pack, TW_STR(PACK "sets:\n  all: [x"));
  for (unsigned i = 0; i < n_words; ++i) {
    tw_buf_addf(&pack, ", %c%c%cword", 'a' + i / 676, 'a' + i / 26 % 26,
                'a' + i % 26);
  }
  tw_buf_addf(&pack, "]\nrules:\n- {id: r, match: '%s', emit: []}\n", match);
  return pack;
}

/* More words than PCRE2 has room for in one pattern. */
static TwBuf
make_huge_pack(void)
{
  return make_pack(3000, "<Person a> {all}");
}

START_TEST(test_list_has_room_for_its_words_once)
{
  TwBuf pack = make_pack(900, "{all b} <Person a> {all c} of {all} <Name d>");
  const TwRuleSet* const rules = check_rules_read(tw_buf_str(&pack).s);
  ck_assert_msg(rules, "%s", check_rules_told());
  ck_assert_str_eq(
    check_rules_hits(rules, "abcword <Person Ana> x of aaaword <Name Toro>"),
    "r: b=abcword a=Ana c=x d=Toro");
  ck_assert_str_eq(
    check_rules_hits(rules, "abcword <Person Ana> x of ana <Name Toro>"), "");
  tw_buf_clear(&pack);
}
END_TEST

START_TEST(test_pattern_that_pcre2_refuses_is_told)
{
  TwBuf pack = make_huge_pack();
  ck_assert_ptr_null(check_rules_read(tw_buf_str(&pack).s));
  ck_assert_str_eq(check_rules_told(),
                   "p.yaml:7:18: error[TW2113]: PCRE2 refuses the pattern: "
                   "regular expression is too large\n"
                   "  - {id: r, match: '<Person a> {all}', emit: []}\n"
                   "                   ^\n");
  tw_buf_clear(&pack);
}
END_TEST

START_TEST(test_refused_pattern_of_tested_packs_is_told_when_it_runs)
{
  TwBuf pack = make_huge_pack();
  const char* const packs[] = {tw_buf_str(&pack).s};
  const TwRuleSet* const rules = check_rules_tested(packs, 1);
  ck_assert_msg(rules, "%s", check_rules_told());
  ck_assert_int_eq(check_rules_match(rules, "<Person Ana> x"), TW_ERR_RULE);
  ck_assert_str_eq(check_rules_told(),
                   "p.yaml:7:3: error[TW2113]: PCRE2 refuses the pattern of "
                   "rule \"r\"\n"
                   "  - {id: r, match: '<Person a> {all}', emit: []}\n"
                   "    ^\n");
  tw_buf_clear(&pack);
}
END_TEST

START_TEST(test_memory_runs_out_while_patterns_are_read)
{
  check_rules_no_memory(
    PACK SETS "rules:\n- id: r\n  match: '<Person+ a> @aged {kin k} [lead]?'\n"
              "  emit: [{relative: {person: a, relation: k}}]\n");
}
END_TEST

Suite*
test_pattern_suite(void)
{
  const TTest* const tests[] = {
    test_one_of_several_patterns_matches,
    test_hits_come_in_the_order_of_the_text,
    test_emitted_ends_are_those_of_the_relation,
    test_language_without_forms_has_its_words_only,
    test_endless_pattern_is_told_and_left_out,
    test_foreign_private_characters_are_no_atoms,
    test_only_what_may_match_is_tried,
    test_patterns_hang_on_words_that_they_need,
    test_list_has_room_for_its_words_once,
    test_pattern_that_pcre2_refuses_is_told,
    test_refused_pattern_of_tested_packs_is_told_when_it_runs,
    test_memory_runs_out_while_patterns_are_read,
  };
  Suite* const suite = SUITE_WITH("pattern", tests, NULL, check_rules_close);
  TCase* const cases = tcase_create("finds");
  tcase_add_loop_test(cases, test_pattern_finds, 0,
                      (int)(sizeof(finds) / sizeof(finds[0])));
  suite_add_tcase(suite, cases);
  return suite;
}
