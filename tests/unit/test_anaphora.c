/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "extract/mention/anaphora.h"
#include "tests/unit/check_groups.h"
#include "tests/unit/runner.h"

static const struct {
  const char* text;
  const char* meant;
} cases[] = {
  {"Chile sent two clerks to Peru, its president said.", "its = Chile"},
  {"Chile has signed. It sent two clerks to Peru.", "It = Chile"},
  {"Farmers met in Lima. The city has no park.", "The city = Lima"},
  {"The Quarry Gang was feared. The gang had no leader.",
   "The gang = Quarry Gang"},
  {"Farmers of the Lake Hospital met in Lima. They left. The hospital is new.",
   "The hospital = Lake Hospital"},
  {"Associated Press met farmers. The outlet was small.",
   "The outlet = Associated Press"},
  /* None when in doubt */
  {"The Lake Hospital and the Hill Hospital met. The hospital is new.", ""},
  {"Farmers met in Lima and Cusco. The city has no park.", ""},
  {"Chile has signed. It is clear that farmers met.", ""},
  {"Chile has signed. The city of the farmers has no park.", ""},
  {"The Quarry Gang was feared. The company had no leader.", ""},
  {"Eva Ruiz was late. The country has no army.", ""},
};

static void
dump_meant(const TwLexicon* grammar, const TwArticle* article, const void* data,
           TwBuf* out)
{
  (void)data;
  TwArticle own = *article;
  ck_assert_int_eq(tw_anaphora_run(grammar, &own), TW_OK);
  for (size_t g = 0; g < own.groups.count; ++g) {
    const TwGroup* const group = &own.groups.at[g];
    if (group->entity == TW_NO_ENTITY ||
        (group->annotation != TW_NO_ANNOTATION &&
         own.annotations.at[group->annotation].entity != TW_NO_ENTITY)) {
      continue;
    }
    tw_buf_add(out, out->len ? TW_STR(", ") : TW_STR(""));
    tw_buf_add(out, tw_article_text(article, group->first, group->end));
    tw_buf_add(out, TW_STR(" = "));
    tw_buf_add(out, own.entities.at[group->entity].name);
  }
}

START_TEST(words_find_what_they_mean)
{
  ck_assert_str_eq(check_groups_visit(cases[_i].text, dump_meant, NULL),
                   cases[_i].meant);
}
END_TEST

static void
starve(const TwLexicon* grammar, const TwArticle* article, const void* data,
       TwBuf* out)
{
  (void)data;
  (void)out;
  TwStatus status = TW_ERR_NOMEM;
  size_t n = 0;
  for (; status == TW_ERR_NOMEM; ++n) {
    TwArticle own = *article;
    own.arena = tw_arena_new(64);
    tw_alloc_fail_after(n);
    status = tw_anaphora_run(grammar, &own);
    tw_alloc_fail_after(SIZE_MAX);
    tw_arena_free(own.arena);
  }
  ck_assert_int_eq(status, TW_OK);
  ck_assert_uint_gt(n, 1);
}

START_TEST(memory_may_run_out)
{
  check_groups_visit("Chile sent two clerks to Peru and Lima. Its army left. "
                     "The city has no park.",
                     starve, NULL);
}
END_TEST

Suite*
test_anaphora_suite(void)
{
  TCase* const tcase = tcase_create("anaphora");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, words_find_what_they_mean, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  tcase_add_test(tcase, memory_may_run_out);
  Suite* const suite = suite_create("anaphora");
  suite_add_tcase(suite, tcase);
  return suite;
}
