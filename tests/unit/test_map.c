/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/map.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdio.h>

enum { MANY = 5000 };

static TwStr
number(char out[16], int i)
{
  snprintf(out, 16, "key %d", i);
  return tw_str(out);
}

START_TEST(empty_map_has_nothing)
{
  TwMap map = TW_MAP_INIT;
  uint64_t value = 7;
  ck_assert_int_eq(tw_map_get(&map, TW_STR("a"), &value), TW_NONE);
  ck_assert_uint_eq(value, 7);
  tw_map_clear(&map);
}
END_TEST

START_TEST(values_are_set_and_replaced)
{
  TwMap map = TW_MAP_INIT;
  uint64_t value = 0;
  ck_assert_int_eq(tw_map_set(&map, TW_STR("a"), 1), TW_OK);
  ck_assert_int_eq(tw_map_set(&map, TW_STR("a\0"), 2), TW_OK);
  ck_assert_int_eq(tw_map_set(&map, (TwStr){NULL, 0}, 3), TW_OK);
  ck_assert_int_eq(tw_map_set(&map, TW_STR("a"), UINT64_MAX), TW_OK);
  ck_assert_uint_eq(map.count, 3);
  ck_assert_int_eq(tw_map_get(&map, TW_STR("a"), &value), TW_OK);
  ck_assert_uint_eq(value, UINT64_MAX);
  ck_assert_int_eq(tw_map_get(&map, TW_STR("a\0"), &value), TW_OK);
  ck_assert_uint_eq(value, 2);
  ck_assert_int_eq(tw_map_get(&map, TW_STR(""), &value), TW_OK);
  ck_assert_uint_eq(value, 3);
  ck_assert_int_eq(tw_map_get(&map, TW_STR("b"), &value), TW_NONE);
  tw_map_clear(&map);
  ck_assert_uint_eq(map.count, 0);
}
END_TEST

START_TEST(many_keys_are_kept)
{
  static char keys[MANY][16];
  TwMap map = TW_MAP_INIT;
  for (int i = 0; i < MANY; ++i) {
    ck_assert_int_eq(tw_map_set(&map, number(keys[i], i), (uint64_t)i), TW_OK);
  }
  char key[16];
  for (int i = 0; i < MANY; ++i) {
    uint64_t value = 0;
    ck_assert_int_eq(tw_map_get(&map, number(key, i), &value), TW_OK);
    ck_assert_uint_eq(value, (uint64_t)i);
  }
  tw_map_clear(&map);
}
END_TEST

START_TEST(fixed_map_tells_all_lengths_apart)
{
  static const char text[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr";
  TwMap map = TW_MAP_FIXED_INIT;
  for (size_t len = 0; len < sizeof(text); ++len) {
    ck_assert_int_eq(tw_map_set(&map, (TwStr){text, len}, len), TW_OK);
    ck_assert_int_eq(
      tw_map_set(&map, (TwStr){text + 1, len ? len - 1 : 0}, 100 + len), TW_OK);
  }
  for (size_t len = 2; len < sizeof(text); ++len) {
    uint64_t value = 0;
    ck_assert_int_eq(tw_map_get(&map, (TwStr){text, len}, &value), TW_OK);
    ck_assert_uint_eq(value, len);
    ck_assert_int_eq(tw_map_get(&map, (TwStr){text + 1, len - 1}, &value),
                     TW_OK);
    ck_assert_uint_eq(value, 100 + len);
  }
  uint64_t none = 0;
  ck_assert_int_eq(tw_map_get(&map, TW_STR("zz"), &none), TW_NONE);
  tw_map_clear(&map);
}
END_TEST

START_TEST(seeds_differ)
{
  TwMap a = TW_MAP_INIT;
  TwMap b = TW_MAP_INIT;
  ck_assert_int_eq(tw_map_set(&a, TW_STR("x"), 1), TW_OK);
  ck_assert_int_eq(tw_map_set(&b, TW_STR("x"), 1), TW_OK);
  ck_assert_uint_ne(a.seed, b.seed);
  tw_map_clear(&a);
  tw_map_clear(&b);
}
END_TEST

START_TEST(texts_are_numbered)
{
  TwIntern intern;
  ck_assert_int_eq(tw_intern_init(&intern), TW_OK);
  char text[16];
  uint32_t id = 0;
  ck_assert_int_eq(tw_intern_find(&intern, TW_STR("x"), &id), TW_NONE);
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < MANY; ++i) {
      ck_assert_int_eq(tw_intern(&intern, number(text, i), &id), TW_OK);
      ck_assert_uint_eq(id, (uint32_t)i);
    }
  }
  ck_assert_uint_eq(intern.count, MANY);
  ck_assert_str(tw_intern_text(&intern, 42), "key 42");
  ck_assert_ptr_null(tw_intern_text(&intern, MANY).s);
  ck_assert_int_eq(tw_intern_find(&intern, TW_STR("key 7"), &id), TW_OK);
  ck_assert_uint_eq(id, 7);
  tw_intern_clear(&intern);
}
END_TEST

static TwStatus
intern_some(void)
{
  TwIntern intern;
  TW_TRY(tw_intern_init(&intern));
  TwStatus status = TW_OK;
  char text[16];
  uint32_t id = 0;
  for (int i = 0; status == TW_OK && i < 300; ++i) {
    status = tw_intern(&intern, number(text, i), &id);
    ck_assert(status != TW_OK ||
              tw_str_equal(tw_intern_text(&intern, id), tw_str(text)));
  }
  tw_intern_clear(&intern);
  return status;
}

START_TEST(refused_allocations_are_said)
{
  size_t n = 0;
  for (TwStatus status = TW_ERR_NOMEM; status != TW_OK; ++n) {
    tw_alloc_fail_after(n);
    status = intern_some();
    ck_assert_int_eq(status, tw_alloc_refused() ? TW_ERR_NOMEM : TW_OK);
  }
  tw_alloc_fail_after(SIZE_MAX);
  ck_assert_uint_gt(n, 8);
}
END_TEST

Suite*
test_map_suite(void)
{
  const TTest* const tests[] = {
    empty_map_has_nothing,
    values_are_set_and_replaced,
    many_keys_are_kept,
    fixed_map_tells_all_lengths_apart,
    seeds_differ,
    texts_are_numbered,
    refused_allocations_are_said,
  };
  return SUITE_OF("map", tests);
}
