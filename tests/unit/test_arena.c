/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/arena.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"

#include <stdalign.h>
#include <stddef.h>
#include <string.h>

START_TEST(null_is_freed)
{
  tw_arena_free(NULL);
}
END_TEST

START_TEST(memory_is_zeroed_and_aligned)
{
  TwArena* const arena = tw_arena_new(128);
  for (size_t size = 0; size < 300; ++size) {
    unsigned char* const place = tw_arena_alloc(arena, 1, size);
    ck_assert_ptr_nonnull(place);
    ck_assert_uint_eq((uintptr_t)place % alignof(max_align_t), 0);
    for (size_t i = 0; i < size; ++i) {
      ck_assert_uint_eq(place[i], 0);
    }
    memset(place, 0xff, size);
    if (size % 50 == 49) {
      tw_arena_reset(arena);
    }
  }
  tw_arena_free(arena);
}
END_TEST

START_TEST(objects_do_not_overlap)
{
  enum { COUNT = 200 };
  unsigned char* places[COUNT];
  TwArena* const arena = tw_arena_new(64);
  for (size_t i = 0; i < COUNT; ++i) {
    places[i] = tw_arena_alloc(arena, i, 1);
    memset(places[i], (int)i, i);
  }
  for (size_t i = 0; i < COUNT; ++i) {
    for (size_t k = 0; k < i; ++k) {
      ck_assert_uint_eq(places[i][k], i);
    }
  }
  ck_assert_uint_ge(tw_arena_used(arena), COUNT * (COUNT - 1) / 2);
  tw_arena_free(arena);
}
END_TEST

START_TEST(too_much_fails_until_reset)
{
  TwArena* const arena = tw_arena_new(0);
  ck_assert_ptr_null(tw_arena_alloc(arena, SIZE_MAX / 2, 3));
  ck_assert_ptr_null(tw_arena_alloc(arena, 1, SIZE_MAX));
  ck_assert_ptr_null(tw_arena_alloc(arena, SIZE_MAX, 1));
  ck_assert(tw_arena_failed(arena));
  ck_assert_ptr_nonnull(TW_NEW(arena, int, 3));
  ck_assert(tw_arena_failed(arena));
  tw_arena_reset(arena);
  ck_assert(!tw_arena_failed(arena));
  ck_assert_uint_eq(tw_arena_used(arena), 0);
  tw_arena_reset(arena);
  tw_arena_free(arena);
}
END_TEST

START_TEST(texts_are_copied_and_joined)
{
  static const TwStr parts[] = {{"a", 1}, {NULL, 0}, {"b\0c", 3}};
  TwArena* const arena = tw_arena_new(0);
  const TwStr copy = tw_arena_copy(arena, TW_STR("x\0y"));
  ck_assert_uint_eq(copy.len, 3);
  ck_assert_int_eq(memcmp(copy.s, "x\0y", 4), 0);
  const TwStr nothing = tw_arena_copy(arena, (TwStr){NULL, 0});
  ck_assert_uint_eq(nothing.len, 0);
  ck_assert_str_eq(nothing.s, "");
  const TwStr joined = tw_arena_join(arena, parts, 3, TW_STR(", "));
  ck_assert_uint_eq(joined.len, 8);
  ck_assert_int_eq(memcmp(joined.s, "a, , b\0c", 9), 0);
  ck_assert_str(tw_arena_join(arena, parts, 1, TW_STR(", ")), "a");
  ck_assert_str(tw_arena_join(arena, parts, 0, TW_STR(", ")), "");
  tw_arena_free(arena);
}
END_TEST

START_TEST(vectors_grow)
{
  TwArena* const arena = tw_arena_new(256);
  TW_VEC(size_t) vec = {0};
  for (size_t i = 0; i < 1000; ++i) {
    size_t* const place = TW_VEC_PUSH(arena, &vec);
    ck_assert_ptr_nonnull(place);
    ck_assert_uint_eq(*place, 0);
    *place = i;
  }
  ck_assert_uint_eq(vec.count, 1000);
  for (size_t i = 0; i < 1000; ++i) {
    ck_assert_uint_eq(vec.at[i], i);
  }
  tw_arena_free(arena);
}
END_TEST

/* An array with nothing behind it grows where it is, zeroed, as long as its
 * block has room. */
START_TEST(the_last_array_grows_in_place)
{
  TwArena* const arena = tw_arena_new(1024);
  size_t capacity = 0;
  char* const array = tw_arena_grow(arena, NULL, 0, &capacity, 16, 1);
  memset(array, 'x', 16);
  char* const larger = tw_arena_grow(arena, array, 16, &capacity, 17, 1);
  ck_assert_uint_ge(capacity, 17);
  for (size_t i = 0; i < capacity; ++i) {
    ck_assert_int_eq(larger[i], i < 16 ? 'x' : '\0');
  }
#ifndef TW_ARENA_MALLOC
  ck_assert_ptr_eq(larger, array);
  ck_assert_uint_eq(tw_arena_used(arena), capacity);
#endif
  char* const behind = tw_arena_alloc(arena, 1, 1);
  char* const moved =
    tw_arena_grow(arena, larger, 16, &capacity, capacity + 1, 1);
  ck_assert_ptr_ne(moved, larger);
  ck_assert_int_eq(moved[15], 'x');
  ck_assert_int_eq(*behind, '\0');
  char* const last = tw_arena_grow(arena, moved, 16, &capacity, 4096, 1);
  ck_assert_int_eq(last[15], 'x');
  ck_assert_int_eq(last[4095], '\0');
  tw_arena_free(arena);
}
END_TEST

START_TEST(growth_keeps_what_is_there)
{
  TwArena* const arena = tw_arena_new(0);
  size_t capacity = 0;
  int* numbers = tw_arena_grow(arena, NULL, 0, &capacity, 20, sizeof(int));
  ck_assert_uint_ge(capacity, 20);
  numbers[0] = 7;
  ck_assert_ptr_eq(
    tw_arena_grow(arena, numbers, 1, &capacity, capacity, sizeof(int)),
    numbers);
  numbers =
    tw_arena_grow(arena, numbers, 1, &capacity, capacity + 1, sizeof(int));
  ck_assert_int_eq(numbers[0], 7);
  ck_assert_int_eq(numbers[capacity - 1], 0);
  ck_assert_ptr_null(
    tw_arena_grow(arena, numbers, 1, &capacity, SIZE_MAX, sizeof(int)));
  ck_assert(tw_arena_failed(arena));
  tw_arena_free(arena);
}
END_TEST

/* Everything an arena does, with only `n` allocations. */
static bool
use_arena(void)
{
  TwArena* const arena = tw_arena_new(64);
  if (!arena) {
    return false;
  }
  TW_VEC(int) vec = {0};
  bool is_good = tw_arena_copy(arena, TW_STR("text")).s;
  for (int i = 0; i < 100; ++i) {
    int* const place = TW_VEC_PUSH(arena, &vec);
    is_good = is_good && place;
    if (place) {
      *place = i;
    }
  }
  ck_assert(is_good != tw_arena_failed(arena));
  tw_arena_reset(arena);
  is_good = TW_NEW(arena, char, 5000) && is_good;
  tw_arena_free(arena);
  return is_good;
}

START_TEST(refused_allocations_are_said)
{
  size_t n = 0;
  for (bool is_good = false; !is_good; ++n) {
    tw_alloc_fail_after(n);
    is_good = use_arena();
    ck_assert(is_good != tw_alloc_refused());
  }
  tw_alloc_fail_after(SIZE_MAX);
  ck_assert_uint_gt(n, 5);
}
END_TEST

Suite*
test_arena_suite(void)
{
  const TTest* const tests[] = {
    null_is_freed,
    memory_is_zeroed_and_aligned,
    objects_do_not_overlap,
    too_much_fails_until_reset,
    texts_are_copied_and_joined,
    vectors_grow,
    growth_keeps_what_is_there,
    the_last_array_grows_in_place,
    refused_allocations_are_said,
  };
  return SUITE_OF("arena", tests);
}
