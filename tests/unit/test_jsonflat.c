/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "extract/ingest/jsonflat.h"
#include "tests/unit/runner.h"

#include <jansson.h>
#include <string.h>

static const TwStr keys[] = {{"a", 1}, {"b", 1}};

/* As TW_STR(), for tables. */
#define T(literal)                                                             \
  {                                                                            \
    (literal), sizeof(literal) - 1                                             \
  }

/* Objects that are read, with the values of both keys. */
static const struct {
  TwStr json;
  TwStr a;
  TwStr b;
} good[] = {
  {T("{\"a\":\"one\",\"b\":\"two\"}"), T("one"), T("two")},
  {T(" { \"b\" : 12 , \"c\" : null,\r\n\t\"a\" : \"\" } \n"), T(""), T("12")},
  {T("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"b\":0}"), T("\"\\/\b\f\n\r\t"),
   T("0")},
  {T("{\"a\":\"x\\u00e9\\u20AC\\ud83d\\uDE00\\u0000y\"}"),
   T("x\u00e9\u20ac\U0001f600\0y"), T("")},
  {T("{\"a\":\"Ein langer Text \u2013 mit \\\"Zeichen\\\" darin\"}"),
   T("Ein langer Text \u2013 mit \"Zeichen\" darin"), T("")},
  {T("{\"\\u0061\":\"key\",\"long key\":\"\"}"), T("key"), T("")},
};

/* What is left to a full parser: other values, and what is no JSON. */
static const TwStr others[] = {
  T(""),
  T("{"),
  T("{}"),
  T("[]"),
  T("{\"a\":true}"),
  T("{\"a\":[\"x\"]}"),
  T("{\"a\":{\"b\":1}}"),
  T("{\"a\":1.5}"),
  T("{\"a\":-1}"),
  T("{\"a\":1e3}"),
  T("{\"a\":01}"),
  T("{\"a\":1234567890123456789}"),
  T("{\"a\":\"x\""),
  T("{\"a\":\"x\",}"),
  T("{\"a\":\"x\"} x"),
  T("{\"a\":\"x\" \"b\":\"y\"}"),
  T("{\"a\" \"x\"}"),
  T("{a:\"x\"}"),
  T("{\"a\":\"x\",\"a\":\"y\"}"),
  T("{\"a\":\"x\",\"c\":\"y\",\"\\u0063\":\"y\"}"),
  T("{\"a\\u0000\":\"x\"}"),
  T("{\"a\":\"x\ny\"}"),
  T("{\"a\":\"x"),
  T("{\"a\":\"x\\"),
  T("{\"a\":\"x\\\"}"),
  T("{\"a\":\"\\x\"}"),
  T("{\"a\":\"\\u12\"}"),
  T("{\"a\":\"\\u12g4\"}"),
  T("{\"a\":\"\\ud83d\"}"),
  T("{\"a\":\"\\ud83d\\u0041\"}"),
  T("{\"a\":\"\\ude00\"}"),
  T("{\"a\":\"\xff\"}"),
  T("{\"a\":nul}"),
  T("{\"a\":nullx}"),
};

START_TEST(flat_objects_are_read)
{
  TwArena* const arena = tw_arena_new(0);
  for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); ++i) {
    TwStr values[2];
    ck_assert_msg(tw_jsonflat_read(good[i].json, keys, 2, arena, values), "%zu",
                  i);
    ck_assert_msg(tw_str_equal(values[0], good[i].a), "%zu", i);
    ck_assert_msg(tw_str_equal(values[1], good[i].b), "%zu", i);
  }
  tw_arena_free(arena);
}
END_TEST

START_TEST(others_are_left_alone)
{
  TwArena* const arena = tw_arena_new(0);
  for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); ++i) {
    TwStr values[2];
    ck_assert_msg(!tw_jsonflat_read(others[i], keys, 2, arena, values), "%s",
                  others[i].s);
  }
  tw_arena_free(arena);
}
END_TEST

/* The value as a full parser gives it. */
static void
check_value(const json_t* object, const char* key, TwStr value)
{
  const json_t* const other = json_object_get(object, key);
  if (json_is_string(other)) {
    ck_assert(tw_str_equal(
      value, (TwStr){json_string_value(other), json_string_length(other)}));
  } else if (json_is_integer(other)) {
    uint64_t number = 0;
    ck_assert(tw_str_to_u64(value, &number));
    ck_assert_int_eq((json_int_t)number, json_integer_value(other));
  } else {
    ck_assert(!other || json_is_null(other));
    ck_assert_uint_eq(value.len, 0);
  }
}

/* With any byte changed to any of those that mean something, what is taken is
 * what a full parser takes. */
START_TEST(what_is_taken_is_json)
{
  static const char marks[] = "\"\\{}:, 0u1n\x01\xc3\xa9";
  TwArena* const arena = tw_arena_new(0);
  for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); ++i) {
    for (size_t at = 0; at < good[i].json.len * sizeof(marks); ++at) {
      char text[128];
      TwStr values[2];
      const TwStr json = {text, good[i].json.len};
      memcpy(text, good[i].json.s, json.len);
      text[at / sizeof(marks)] = marks[at % sizeof(marks)];
      tw_arena_reset(arena);
      if (tw_jsonflat_read(json, keys, 2, arena, values)) {
        json_t* const object = json_loadb(
          json.s, json.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
        ck_assert_msg(json_is_object(object), "%.*s", TW_STR_ARG(json));
        check_value(object, "a", values[0]);
        check_value(object, "b", values[1]);
        json_decref(object);
      }
    }
  }
  tw_arena_free(arena);
}
END_TEST

Suite*
test_jsonflat_suite(void);

Suite*
test_jsonflat_suite(void)
{
  const TTest* const tests[] = {
    flat_objects_are_read,
    others_are_left_alone,
    what_is_taken_is_json,
  };
  return SUITE_OF("jsonflat", tests);
}
