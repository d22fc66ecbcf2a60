/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_positions.h"
#include "tests/unit/runner.h"

/* Where and when, told of another clause of the sentence. */
static const struct {
  const char* text;
  const char* trigger;
  const char* positions;
} cases[] = {
  {"The arrest of Juan Pardo came after a raid in Lima on Friday.", "arrest",
   "nominal\n"
   "object of: Juan Pardo\n"
   "of: Juan Pardo"},
  {"On Friday, a blast hit a mine, killing four.", "killing",
   "gerund\n"
   "subject: a blast\n"
   "object: four\n"
   "time on: Friday"},
  {"A bomb exploded in Lima on Friday killing four.", "killing",
   "gerund\n"
   "subject: A bomb\n"
   "object: four\n"
   "in: Lima\n"
   "time on: Friday"},
  {"A bomb exploded on Friday, killing four, officials said.", "exploded",
   "active\n"
   "subject: A bomb\n"
   "time on: Friday"},
  {"The navy on Friday sank a boat and arrested ten men.", "arrested",
   "active\n"
   "subject: The navy\n"
   "object: ten men\n"
   "time on: Friday"},
  {"Juan Pardo took a hostage on Friday and then escaped from a van.",
   "escaped",
   "active\n"
   "subject: Juan Pardo\n"
   "from: a van\n"
   "time on: Friday"},
  {"He is out of custody and is due in court on Friday.", "is",
   "active\n"
   "subject: He\n"
   "from: custody"},
  {"Two men were killed and a clerk was wounded when a bomb went off on "
   "Friday.",
   "killed",
   "passive\n"
   "object: Two men\n"
   "time on: Friday"},
};

START_TEST(clauses_share_where_and_when)
{
  ck_assert_str_eq(check_positions(cases[_i].text, cases[_i].trigger),
                   cases[_i].positions);
}
END_TEST

Suite*
test_setting_suite(void)
{
  TCase* const tcase = tcase_create("setting");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, clauses_share_where_and_when, 0,
                      (int)(sizeof(cases) / sizeof(cases[0])));
  Suite* const suite = suite_create("setting");
  suite_add_tcase(suite, tcase);
  return suite;
}
