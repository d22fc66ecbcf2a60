/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "tests/unit/check_text.h"
#include "tests/unit/made_reading.h"
#include "tests/unit/runner.h"

static Made made[2];
static Made* const articles[] = {&made[0], &made[1]};

/* Article `i` tells of a killing in Salto on one day. */
static void
tell_killing(size_t i, const char* text)
{
  made_start(&made[i], i ? "B" : "A", "2024-05-07", text);
  const uint32_t salto = made_entity(&made[i], TW_TYPE_CITY, "Salto", "", "UY");
  made_fact(&made[i], "Killing", true, "shot");
  made_thing(&made[i], "place", salto);
  made_literal(&made[i], "date", TW_TYPE_DATE, "2024-05-06");
}

static void
add_actor(size_t i, const char* role, TwType type, const char* name)
{
  made_thing(&made[i], role, made_entity(&made[i], type, name, "", ""));
}

/* --- Two names --- */

/* Two papers name one killer each, which is a conflict unless the second one
 * names the first paper's killer as well. */
static void
check_killers(const char* const killers[2], const char* const texts[2],
              const char* kind)
{
  for (int named = 0; named < 2; ++named) {
    TwFuser* fuser = NULL;
    for (size_t i = 0; i < 2; ++i) {
      tell_killing(i, texts[i]);
      add_actor(i, "killer", TW_TYPE_PERSON, killers[i]);
      add_actor(i, "victim", TW_TYPE_PERSON, "Juan Gil");
    }
    if (named) {
      made_entity(&made[1], TW_TYPE_PERSON, killers[0], "", "");
    }
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, named ? 0 : 1);
    if (!named) {
      ck_assert_str(made_only_conflict(graph, kind)->predicate, "killer");
      ck_assert(made_is_direct(graph, "killer", killers[1]));
    }
    tw_fuser_free(fuser);
  }
}

START_TEST(two_killers_may_both_be_right)
{
  static const char* const killers[] = {"Ana Prado", "Leo Ruiz"};
  static const char* const texts[] = {
    "Ana Prado shot Juan Gil in Salto.",
    "Leo Ruiz shot Juan Gil in Salto. Ana Prado fled."};
  check_killers(killers, texts, "possible");
}
END_TEST

START_TEST(two_names_may_be_one_persons)
{
  static const char* const killers[] = {"Katie Prado", "Eva Prado"};
  static const char* const texts[] = {
    "Katie Prado shot Juan Gil in Salto.",
    "Eva Prado shot Juan Gil in Salto. Katie Prado fled."};
  check_killers(killers, texts, "identity");
}
END_TEST

/* --- A name and none --- */

/* Of two who died it is not known who is which. */
START_TEST(a_name_is_finer_than_none)
{
  for (int two = 0; two < 2; ++two) {
    TwFuser* fuser = NULL;
    tell_killing(0, "In Salto Leo Ruiz shot a guard and a cook.");
    add_actor(0, "killer", TW_TYPE_PERSON, "Leo Ruiz");
    add_actor(0, "victim", TW_TYPE_GROUP, "a guard");
    if (two) {
      add_actor(0, "victim", TW_TYPE_GROUP, "a cook");
    }
    tell_killing(1, "Leo Ruiz shot Juan Gil in Salto.");
    add_actor(1, "killer", TW_TYPE_PERSON, "Leo Ruiz");
    add_actor(1, "victim", TW_TYPE_PERSON, "Juan Gil");
    const TwGraph* const graph = made_fused(&fuser, articles, 2);
    ck_assert_uint_eq(graph->n_conflicts, two ? 0 : 1);
    if (!two) {
      ck_assert_str(made_only_conflict(graph, "granularity")->predicate,
                    "victim");
    }
    tw_fuser_free(fuser);
  }
}
END_TEST

Suite*
test_conflict_actors_suite(void)
{
  const TTest* const tests[] = {
    two_killers_may_both_be_right,
    two_names_may_be_one_persons,
    a_name_is_finer_than_none,
  };
  return SUITE_OF("conflict actors", tests);
}
