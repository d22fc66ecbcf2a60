/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/watch.h"

#include "base/buf.h"
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

#include <stdio.h>
#include <string.h>

#define TWO_FRAMES                                                             \
  PACK "rules:\n"                                                              \
       "  - id: arrest\n"                                                      \
       "    frame: Arrest\n"                                                   \
       "    trigger: {verb: arrest}\n"                                         \
       "    roles:\n"                                                          \
       "      by: {at: subject, type: [GovernmentBody, Group, Person]}\n"      \
       "      person: {at: object, type: Person}\n"                            \
       "      place: {at: in, type: Place, optional: true}\n"                  \
       "    require: [person]\n"                                               \
       "    least: {by+place: 1}\n"                                            \
       "    voice: active\n"                                                   \
       "    block: [negated, future]\n"                                        \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"                               \
       "  - id: arrest.weak\n"                                                 \
       "    frame: Arrest\n"                                                   \
       "    trigger: {verb: arrest}\n"                                         \
       "    roles:\n"                                                          \
       "      person: {at: object, type: Person}\n"                            \
       "    require: [person]\n"                                               \
       "    examples:\n"                                                       \
       "      - {text: a, gives: none}\n"                                      \
       "      - {text: a, gives: {person: b}}\n"

static TwBuf seen = TW_BUF_INIT;

static void
see_miss(void* data, const TwArticle* article, const TwFrameMiss* miss)
{
  (void)data;
  (void)article;
  tw_buf_addf(&seen, "%.*s:", TW_STR_ARG(miss->rule->id));
  for (size_t r = 0; r < miss->rule->n_roles; ++r) {
    if ((miss->missing >> r) & 1) {
      tw_buf_addf(&seen, " no %.*s", TW_STR_ARG(miss->rule->roles[r].name));
    }
  }
  tw_buf_addf(&seen, "%s%s%s%s", miss->voice ? " voice" : "",
              miss->blocked & TW_BLOCK_NEGATED ? " negated" : "",
              miss->blocked & TW_BLOCK_FUTURE ? " future" : "",
              miss->too_few ? " too few" : "");
  tw_buf_add_char(&seen, '\n');
}

static void
see_drafts(void* data, const TwRuleReading* reading)
{
  (void)data;
  for (size_t i = 0; i < reading->drafts.count; ++i) {
    const TwDraft* const draft = &reading->drafts.at[i];
    tw_buf_addf(&seen, "%.*s", TW_STR_ARG(draft->rule->id));
    if (draft->winner) {
      tw_buf_addf(&seen, " lost to %.*s", TW_STR_ARG(draft->winner->id));
    }
    tw_buf_add_char(&seen, '\n');
  }
}

static const char*
watch(const char* pack, const char* text)
{
  const TwRuleWatch watch = {.missed = see_miss, .settled = see_drafts};
  tw_buf_reset(&seen);
  check_facts_watched(pack, text, &watch);
  return seen.len ? tw_buf_str(&seen).s : "";
}

START_TEST(says_who_lost_to_whom)
{
  ck_assert_str_eq(
    watch(TWO_FRAMES, "Carlos Medina arrested Juan Pardo in Lima."),
    "arrest\narrest.weak lost to arrest\n");
}
END_TEST

START_TEST(says_all_that_a_frame_misses)
{
  ck_assert_str_eq(watch(TWO_FRAMES, "Juan Pardo was not arrested."),
                   "arrest: voice negated too few\narrest.weak\n");
  ck_assert_str_eq(watch(TWO_FRAMES, "Carlos Medina will arrest the singer."),
                   "arrest: no person future\narrest.weak: no person\n");
}
END_TEST

START_TEST(changes_nothing)
{
  static const char text[] = "Carlos Medina will arrest Juan Pardo in Lima. "
                             "Carlos Medina arrested Ana Morel on Tuesday.";
  const TwRuleWatch watch = {.missed = see_miss, .settled = see_drafts};
  const size_t room = 1024;
  char plain[1024];
  snprintf(plain, room, "%s", check_facts(TWO_FRAMES, text));
  ck_assert_str_eq(check_facts_watched(TWO_FRAMES, text, &watch), plain);
}
END_TEST

/* --- What it costs --- */

static void
count_try(void* data, const TwRule* rule)
{
  (void)rule;
  ++*(size_t*)data;
}

/* Frames with words of their own, and patterns that need two people and a
 * word of their own. */
static const char*
many_rules(size_t n)
{
  static TwBuf pack = TW_BUF_INIT;
  static const char examples[] = "    examples:\n"
                                 "      - {text: a, gives: none}\n"
                                 "      - {text: a, gives: {person: b}}\n";
  tw_buf_reset(&pack);
  tw_buf_addf(&pack, "%srules:\n", PACK);
  for (size_t i = 0; i < n; ++i) {
    tw_buf_addf(&pack,
                "  - id: frame%zu\n"
                "    frame: Arrest\n"
                "    trigger: {noun: noun%zu}\n"
                "    roles: {person: {at: of, type: Person}}\n"
                "    require: [person]\n%s",
                i, i, examples);
    tw_buf_addf(&pack,
                "  - id: pattern%zu\n"
                "    match: '<Person person> ,? word%zu of <Person of>'\n"
                "    emit: [{relative: {person: person, of: of}}]\n%s",
                i, i, examples);
  }
  ck_assert_int_eq(tw_buf_status(&pack), TW_OK);
  return tw_buf_str(&pack).s;
}

static size_t
count_tries(size_t n_rules)
{
  static const char text[] =
    "Juan Pardo, word3 of Ana Morel, fled. Luis Prado met Eva Sanz in Lima. "
    "The noun4 of Ana Morel was a surprise. Juan Pardo is word5 of Eva Sanz.";
  size_t n = 0;
  const TwRuleWatch watch = {.data = &n, .begin = count_try};
  check_facts_watched(many_rules(n_rules), text, &watch);
  return n;
}

START_TEST(tries_only_rules_whose_words_are_there)
{
  const size_t few = count_tries(10);
  ck_assert_uint_eq(few, 3);
  ck_assert_uint_eq(count_tries(100), few);
  ck_assert_uint_eq(count_tries(1000), few);
}
END_TEST

Suite*
test_watch_suite(void)
{
  const TTest* const tests[] = {
    says_who_lost_to_whom,
    says_all_that_a_frame_misses,
    changes_nothing,
    tries_only_rules_whose_words_are_there,
  };
  return SUITE_OF("watch", tests);
}
