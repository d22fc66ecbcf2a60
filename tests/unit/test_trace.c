/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/rule/failure.h"

#include "base/buf.h"
#include "tests/unit/check_facts.h"
#include "tests/unit/check_rules.h"
#include "tests/unit/runner.h"

#include <string.h>

#define NO_EXAMPLES                                                            \
  "    examples:\n"                                                            \
  "      - {text: a, gives: none}\n"                                           \
  "      - {text: a, gives: {person: b}}\n"

#define FRAME(id, more)                                                        \
  "  - id: " id "\n"                                                           \
  "    frame: Arrest\n"                                                        \
  "    trigger: {verb: arrest}\n"                                              \
  "    roles:\n"                                                               \
  "      person: {at: object, type: [Person, Group]}\n"                        \
  "      by: {at: subject, type: [Person, GovernmentBody], optional: true}\n"  \
  "    require: [person]\n" more NO_EXAMPLES

static TwBuf seen = TW_BUF_INIT;
static TwTrace trace;
static TwRuleWatch watch;

static void
say_words(const TwArticle* article, uint32_t first, uint32_t end)
{
  tw_buf_addf(&seen, "%.*s", TW_STR_ARG(tw_article_text(article, first, end)));
}

static void
say_misses(const TwArticle* article)
{
  for (size_t i = 0; i < trace.missed.count; ++i) {
    const TwMissed* const missed = &trace.missed.at[i];
    TwFailureVec failures = {NULL, 0, 0};
    tw_failures_of_frame(article, missed, trace.arena, &failures);
    for (size_t k = 0; k < failures.count; ++k) {
      const TwFailure* const failure = &failures.at[k];
      tw_buf_addf(&seen,
                  "%.*s %.*s %.*s (%.*s): ", TW_STR_ARG(missed->why.rule->id),
                  TW_STR_ARG(tw_fail_name(failure->kind)),
                  TW_STR_ARG(failure->element), TW_STR_ARG(failure->wanted));
      say_words(article, failure->first, failure->end);
      tw_buf_addf(&seen, " %.*s\n", TW_STR_ARG(failure->type));
    }
  }
}

static void
say_lost(void)
{
  for (size_t i = 0; i < trace.lost.count; ++i) {
    const TwDraft* const lost = &trace.lost.at[i];
    tw_buf_addf(&seen, "%.*s %.*s", TW_STR_ARG(lost->rule->id),
                TW_STR_ARG(tw_loss_name(lost->loss)));
    if (lost->winner) {
      tw_buf_addf(&seen, " %.*s", TW_STR_ARG(lost->winner->id));
    }
    tw_buf_add_char(&seen, '\n');
  }
}

/* The article is gone when reading has ended, so that all is told at its last
 * call. */
static void
see(void* data, const TwRuleReading* reading)
{
  (void)data;
  trace.watch.told(trace.watch.data, reading);
  say_lost();
  say_misses(reading->article);
  for (size_t i = 0; i < trace.told.count; ++i) {
    const TwDraft* const draft = &trace.told.at[i];
    tw_buf_addf(&seen, "told %.*s", TW_STR_ARG(draft->rule->id));
    if (draft->cue) {
      tw_buf_addf(&seen, " cue %.*s", TW_STR_ARG(draft->cue->id));
    }
    if (draft->saying) {
      tw_buf_addf(&seen, " said %.*s", TW_STR_ARG(draft->saying->rule->id));
    }
    tw_buf_add_char(&seen, '\n');
  }
}

static const char*
read_traced(const char* pack, const char* text)
{
  TwArena* const arena = tw_arena_new(0);
  ck_assert_ptr_nonnull(arena);
  tw_trace_init(&trace, arena);
  watch = trace.watch;
  watch.told = see;
  tw_buf_reset(&seen);
  check_facts_watched(pack, text, &watch);
  ck_assert_uint_gt(trace.tried.count, 0);
  tw_arena_free(arena);
  return seen.len ? tw_buf_str(&seen).s : "";
}

static const struct {
  const char* pack;
  const char* text;
  const char* trace;
} cases[] = {
  /* Who loses, by what */
  {PACK "rules:\n" FRAME("a", "") FRAME("b", "    beats: [a]\n"),
   "Carlos Medina arrested Juan Pardo.", "a beaten b\ntold b\n"},
  {PACK "rules:\n" FRAME("a", "") FRAME("b", "    priority: 9\n"),
   "Carlos Medina arrested Juan Pardo.", "a priority b\ntold b\n"},
  {PACK "rules:\n" FRAME("a", "") FRAME("b", ""),
   "Carlos Medina arrested Juan Pardo.", "b order a\ntold a\n"},
  /* What fails */
  {PACK "rules:\n" FRAME("a", ""), "Carlos Medina arrested the truck.",
   "a role person (Person or Group at object): the truck \n"},
  {PACK "rules:\n" FRAME("a", ""), "A man was arrested.", "a empty\n"},
  {PACK "rules:\n" FRAME("a", "    block: [negated]\n"),
   "Carlos Medina did not arrest Juan Pardo.", "a blocked negated (): not \n"},
  {PACK "rules:\n" FRAME("a", "    voice: passive\n"),
   "Carlos Medina arrested Juan Pardo.",
   "a voice passive (): arrested active\n"},
  {PACK "rules:\n" FRAME("a", "    least: {by+person: 2}\n"),
   "Juan Pardo was arrested by the wind.",
   "a least person (Person or Group at object): Juan Pardo Person\n"
   "a least by (Person or GovernmentBody at subject): the wind \n"},
};

START_TEST(tells_what_happened)
{
  ck_assert_str_eq(read_traced(cases[_i].pack, cases[_i].text),
                   cases[_i].trace);
}
END_TEST

#define CUE                                                                    \
  "  - id: hedge\n"                                                            \
  "    cue: [it is rumoured]\n"                                                \
  "    marks: certainty.alleged\n"                                             \
  "    scope: {right: sentence}\n"                                             \
  "    examples:\n"                                                            \
  "      - {text: a, gives: none}\n"                                           \
  "      - {text: a, gives: {certainty: alleged}}\n"

START_TEST(names_the_cue)
{
  ck_assert_str_eq(read_traced(PACK "rules:\n" FRAME("a", "") CUE,
                               "It is rumoured Carlos Medina arrested Juan "
                               "Pardo."),
                   "told a cue hedge\n");
}
END_TEST

START_TEST(forgets)
{
  TwArena* const arena = tw_arena_new(0);
  tw_trace_init(&trace, arena);
  check_facts_watched(cases[0].pack, cases[0].text, &trace.watch);
  ck_assert_uint_eq(trace.told.count, 1);
  tw_trace_reset(&trace);
  ck_assert_uint_eq(trace.told.count + trace.lost.count + trace.tried.count, 0);
  tw_arena_free(arena);
}
END_TEST

Suite*
test_trace_suite(void)
{
  Suite* const suite = suite_create("trace");
  TCase* const all = tcase_create("all");
  tcase_add_loop_test(all, tells_what_happened, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(all, names_the_cue);
  tcase_add_test(all, forgets);
  suite_add_tcase(suite, all);
  return suite;
}
