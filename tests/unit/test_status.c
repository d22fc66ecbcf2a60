/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/status.h"
#include "tests/unit/runner.h"

#include <string.h>

START_TEST(every_status_has_a_text)
{
  for (int i = TW_OK; i <= TW_ERR_INTERNAL; ++i) {
    const char* const text = tw_status_text((TwStatus)i);
    ck_assert_ptr_nonnull(text);
    ck_assert_str_ne(text, "unknown status");
  }
  ck_assert_str_eq(tw_status_text((TwStatus)999), "unknown status");
  ck_assert_str_eq(tw_status_text((TwStatus)-1), "unknown status");
}
END_TEST

/* Exit codes are part of the interface. */
START_TEST(exit_codes_stand)
{
  static const struct {
    TwStatus status;
    int code;
  } cases[] = {
    {TW_OK, 0},        {TW_NONE, 1},         {TW_ERR_USAGE, 2},
    {TW_ERR_RULE, 2},  {TW_ERR_QUERY, 2},    {TW_ERR_INPUT, 3},
    {TW_ERR_READ, 3},  {TW_ERR_ENCODING, 3}, {TW_ERR_WRITE, 4},
    {TW_ERR_LIMIT, 5}, {TW_ERR_NOMEM, 6},    {TW_ERR_STORE, 6},
    {TW_ERR_CHILD, 6}, {TW_ERR_INTERNAL, 6}, {(TwStatus)999, 6},
  };
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_int_eq(tw_status_exit(cases[i].status), cases[i].code);
  }
}
END_TEST

static TwStatus
step(TwStatus status, int* n_done)
{
  TW_TRY(status);
  ++*n_done;
  return TW_OK;
}

START_TEST(try_returns_early)
{
  int n_done = 0;
  ck_assert_int_eq(step(TW_OK, &n_done), TW_OK);
  ck_assert_int_eq(step(TW_ERR_LIMIT, &n_done), TW_ERR_LIMIT);
  ck_assert_int_eq(n_done, 1);
}
END_TEST

Suite*
test_status_suite(void)
{
  const TTest* const tests[] = {
    every_status_has_a_text,
    exit_codes_stand,
    try_returns_early,
  };
  return SUITE_OF("status", tests);
}
