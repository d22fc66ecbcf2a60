/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "ontology/type.h"
#include "tests/unit/runner.h"

START_TEST(every_name_finds_its_type)
{
  for (int i = 1; i < TW_TYPE_COUNT; ++i) {
    const TwStr name = tw_type_name((TwType)i);
    ck_assert_uint_gt(name.len, 0);
    ck_assert_int_eq(tw_type_find(name), i);
  }
  ck_assert_int_eq(tw_type_find(TW_STR("Planet")), TW_TYPE_NONE);
  ck_assert_int_eq(tw_type_find(TW_STR("")), TW_TYPE_NONE);
}
END_TEST

START_TEST(types_stand_below_others)
{
  ck_assert(tw_type_is(TW_TYPE_CARTEL, TW_TYPE_ORGANIZATION));
  ck_assert(tw_type_is(TW_TYPE_CITY, TW_TYPE_PLACE));
  ck_assert(tw_type_is(TW_TYPE_CITY, TW_TYPE_CITY));
  ck_assert(!tw_type_is(TW_TYPE_PLACE, TW_TYPE_CITY));
  ck_assert(!tw_type_is(TW_TYPE_PERSON, TW_TYPE_ORGANIZATION));
  ck_assert_int_eq(tw_type_parent(TW_TYPE_PERSON), TW_TYPE_NONE);
}
END_TEST

Suite*
test_type_suite(void)
{
  const TTest* const tests[] = {
    every_name_finds_its_type,
    types_stand_below_others,
  };
  return SUITE_OF("type", tests);
}
