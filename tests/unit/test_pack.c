/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_rules.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

#define RULE "rules:\n- id: r\n"
#define FRAME                                                                  \
  RULE "  frame: Arrest\n  trigger: {verb: [arrest]}\n"                        \
       "  roles:\n    person: {at: object}\n"

static const char whole[] =
  PACK "sets:\n  seize: [arrest, take into custody]\n"
       "  all: ['{seize}', detain]\n"
       "rules:\n"
       "- id: b.people\n"
       "  frame: Arrest\n"
       "  priority: 7\n"
       "  beats: [a.cue]\n"
       "  trigger: {verb: '{all}', noun: [house arrest, Arrest]}\n"
       "  voice: passive\n"
       "  roles:\n"
       "    by: {at: subject, type: [Country, Organization], optional: true}\n"
       "    person: {at: [object, of], type: Person, list: true}\n"
       "    where: {at: [In], words: [prison], silent: true}\n"
       "    place: {at: [anywhere], type: Place, default: by.country}\n"
       "    date: {at: time, default: document}\n"
       "    count: {from: person, take: count}\n"
       "  require: [person]\n"
       "  least: {person+place: 2}\n"
       "  block: [question, future]\n"
       "  recap: {older: 30d, or: [second]}\n"
       "  examples:\n"
       "  - text: Lima arrested Ana Prado.\n"
       "    date: 2024-05-08\n"
       "    gives: {person: [Ana Prado], count: 1}\n"
       "  - {text: Nobody came., gives: none}\n"
       "- id: a.cue\n"
       "  cue: [no longer, 'no']\n"
       "  marks: polarity.negative\n"
       "  scope: {left: noun group}\n";

START_TEST(test_frame_is_resolved)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  ck_assert_msg(rules, "%s", check_rules_told());
  ck_assert_uint_eq(tw_ruleset_count(rules), 2);
  const TwRule* const rule = tw_ruleset_at(rules, 1);
  ck_assert_str(rule->id, "b.people");
  ck_assert_str(rule->term, "Arrest");
  ck_assert(rule->is_event && rule->kind == TW_RULE_FRAME);
  ck_assert(rule->only_passive && !rule->only_active);
  ck_assert_int_eq(rule->priority, 7);
  ck_assert_uint_eq(rule->line, 8);
  ck_assert_uint_eq(rule->n_roles, 6);
  ck_assert_uint_eq(rule->require, 2);
  ck_assert_uint_eq(rule->least[0].mask, 2 | 8);
  ck_assert_uint_eq(rule->least[0].count, 2);
  ck_assert_uint_eq(rule->block, TW_BLOCK_QUESTION | TW_BLOCK_FUTURE);
  ck_assert_uint_eq(rule->recap_days, 30);
  ck_assert_str(rule->recap_words.at[0].lemmas[0], "second");
}
END_TEST

START_TEST(test_roles_are_resolved)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  const TwRuleRole* const roles = tw_ruleset_at(rules, 1)->roles;
  const TwTypeSet city = (TwTypeSet)1 << TW_TYPE_CITY;
  ck_assert_int_eq(roles[0].at[0].at, TW_AT_SUBJECT);
  ck_assert_uint_eq(roles[0].types & ((TwTypeSet)1 << TW_TYPE_CARTEL),
                    (TwTypeSet)1 << TW_TYPE_CARTEL);
  ck_assert_uint_eq(roles[0].types & city, 0);
  ck_assert(roles[0].optional && roles[1].list && roles[2].silent);
  ck_assert_uint_eq(roles[1].n_at, 2);
  ck_assert_int_eq(roles[1].at[1].at, TW_AT_PREPOSITION);
  ck_assert_str(roles[1].at[1].word, "of");
  ck_assert_str(roles[2].at[0].word, "in");
  ck_assert_str(roles[2].words.at[0].lemmas[0], "prison");
  ck_assert(roles[3].anywhere && (roles[3].types & city));
  ck_assert_int_eq(roles[3].fallback, TW_DEFAULT_COUNTRY);
  ck_assert_uint_eq(roles[3].fallback_role, 0);
  ck_assert_int_eq(roles[4].fallback, TW_DEFAULT_DOCUMENT);
  ck_assert_int_eq(roles[5].take, TW_TAKE_COUNT);
  ck_assert_uint_eq(roles[5].from, 1);
  ck_assert_uint_eq(roles[4].from, TW_NO_ROLE);
}
END_TEST

START_TEST(test_examples_are_read)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  const TwRule* const rule = tw_ruleset_at(rules, 1);
  ck_assert_uint_eq(rule->n_examples, 2);
  ck_assert_str(rule->examples[0].date, "2024-05-08");
  ck_assert_uint_eq(rule->examples[0].n_gives, 2);
  ck_assert_str(rule->examples[0].gives[0].role, "person");
  ck_assert_str(rule->examples[0].gives[0].value, "Ana Prado");
  ck_assert(rule->examples[1].none && !rule->examples[0].none);
  ck_assert_uint_eq(rule->examples[1].line, 29);
}
END_TEST

static char found[256];

static void
note(void* data, const TwRule* rule, const TwWords* trigger)
{
  (void)data;
  const size_t used = strlen(found);
  snprintf(found + used, sizeof(found) - used, "%.*s:", TW_STR_ARG(rule->id));
  for (size_t i = 0; i < trigger->n_lemmas; ++i) {
    strncat(found, " ", 2);
    strncat(found, trigger->lemmas[i].s, trigger->lemmas[i].len);
  }
  strncat(found, ";", 2);
}

static const char*
frames_of(const TwRuleSet* rules, const char* lemma, TwMorphClass kind)
{
  found[0] = '\0';
  tw_ruleset_frames(rules, tw_str(lemma), kind, note, NULL);
  return found;
}

START_TEST(test_triggers_are_found_by_their_own_word)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  ck_assert_str_eq(frames_of(rules, "take", TW_MORPH_VERB),
                   "b.people: take into custody;");
  ck_assert_str_eq(frames_of(rules, "detain", TW_MORPH_VERB),
                   "b.people: detain;");
  ck_assert_str_eq(frames_of(rules, "arrest", TW_MORPH_NOUN),
                   "b.people: arrest;b.people: arrest house;");
  ck_assert_str_eq(frames_of(rules, "house", TW_MORPH_NOUN), "");
  ck_assert_str_eq(frames_of(rules, "custody", TW_MORPH_VERB), "");
  ck_assert_str_eq(frames_of(rules, "detain", TW_MORPH_MODAL), "");
}
END_TEST

START_TEST(test_rules_are_looked_up_by_first_words)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  ck_assert(tw_ruleset_asks(rules, TW_STR("detain")));
  ck_assert(tw_ruleset_asks(rules, TW_STR("arrest")));
  ck_assert(tw_ruleset_asks(rules, TW_STR("no")));
  ck_assert(!tw_ruleset_asks(rules, TW_STR("longer")));
  ck_assert(!tw_ruleset_asks(rules, TW_STR("house")));
  ck_assert(!tw_ruleset_asks(rules, TW_STR("zorb")));
}
END_TEST

START_TEST(test_longest_cue_is_found)
{
  const TwRuleSet* const rules = check_rules_read(whole);
  const TwToken tokens[] = {
    {.fold = TW_STR("no")}, {.fold = TW_STR("longer")}, {.fold = TW_STR("no")}};
  uint32_t length = 0;
  const TwRule* const rule = tw_ruleset_cue(rules, tokens, 0, 3, &length);
  ck_assert_str(rule->id, "a.cue");
  ck_assert(rule->scope_left && rule->scope == TW_SCOPE_NOUN_GROUP);
  ck_assert_int_eq(rule->marks, TW_MARKS_NEGATIVE);
  ck_assert_uint_eq(length, 2);
  ck_assert_ptr_nonnull(tw_ruleset_cue(rules, tokens, 0, 1, &length));
  ck_assert_uint_eq(length, 1);
  ck_assert_ptr_null(tw_ruleset_cue(rules, tokens, 1, 3, &length));
  ck_assert_ptr_null(tw_ruleset_cue(rules, tokens, 3, 3, &length));
}
END_TEST

START_TEST(test_sets_of_a_needed_pack_are_seen)
{
  const char* const packs[] = {
    PACK "needs: [words]\n" RULE
         "  cue: '{maybe}'\n  marks: none\n  scope: {right: clause}\n",
    "pack: words\nversion: 1\nlanguage: en\n"
    "sets: {maybe: [perhaps, '{sure}'], sure: [surely]}\n",
  };
  const TwRuleSet* const rules = check_rules_open(packs, 2, true);
  ck_assert_msg(rules, "%s", check_rules_told());
  const TwRule* const rule = tw_ruleset_at(rules, 0);
  ck_assert_uint_eq(rule->cue.count, 2);
  ck_assert_str(rule->cue.at[1].lemmas[0], "surely");
}
END_TEST

#define CUE RULE "  cue: [a]\n  marks: none\n  scope: {right: clause}\n"

/* A broken pack and what is told about it. */
static const struct {
  const char* pack;
  const char* told;
} broken[] = {
#include "tests/unit/test_pack_broken.h"
};

START_TEST(test_broken_pack_is_told)
{
  ck_assert_ptr_null(check_rules_read(broken[_i].pack));
  ck_assert_str_eq(check_rules_told(), broken[_i].told);
}
END_TEST

START_TEST(test_all_mistakes_are_told_at_once)
{
  ck_assert_ptr_null(check_rules_read(PACK FRAME
                                      "  block: [sun]\n  voice: loud\n- id: r\n"
                                      "  cue: [a]\n"));
  size_t n = 0;
  for (const char* at = check_rules_told(); (at = strstr(at, "error[")); ++at) {
    ++n;
  }
  ck_assert_uint_eq(n, 5);
}
END_TEST

START_TEST(test_folder_that_is_not_there)
{
  const char* const dirs[] = {"/nonexistent/rules"};
  const TwRuleSource source = {.dirs = dirs, .n_dirs = 1, .use_jit = true};
  TwRuleSet* rules = NULL;
  ck_assert_int_eq(tw_ruleset_open(&source, check_rules_sink(), &rules),
                   TW_ERR_READ);
  ck_assert_str_eq(check_rules_told(),
                   "/nonexistent/rules: error[TW2100]: cannot read rules here: "
                   "No such file or directory\n");
}
END_TEST

START_TEST(test_no_packs_no_rules)
{
  const TwRuleSet* const rules = check_rules_open(NULL, 0, true);
  ck_assert_uint_eq(tw_ruleset_count(rules), 0);
  ck_assert_str_eq(frames_of(rules, "arrest", TW_MORPH_VERB), "");
}
END_TEST

START_TEST(test_memory_runs_out)
{
  check_rules_no_memory(whole);
}
END_TEST

Suite*
test_pack_suite(void)
{
  const TTest* const tests[] = {
    test_frame_is_resolved,
    test_roles_are_resolved,
    test_examples_are_read,
    test_triggers_are_found_by_their_own_word,
    test_rules_are_looked_up_by_first_words,
    test_longest_cue_is_found,
    test_sets_of_a_needed_pack_are_seen,
    test_all_mistakes_are_told_at_once,
    test_folder_that_is_not_there,
    test_no_packs_no_rules,
    test_memory_runs_out,
  };
  Suite* const suite = SUITE_WITH("pack", tests, NULL, check_rules_close);
  TCase* const cases = tcase_create("broken");
  tcase_add_loop_test(cases, test_broken_pack_is_told, 0,
                      (int)(sizeof(broken) / sizeof(broken[0])));
  suite_add_tcase(suite, cases);
  return suite;
}
