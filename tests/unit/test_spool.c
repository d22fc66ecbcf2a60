/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/spool.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <errno.h>

static Scratch scratch;

static void
setup(void)
{
  scratch_init(&scratch);
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

START_TEST(gives_back_what_it_took)
{
  TwSpool* spool = NULL;
  uint64_t at[3];
  TwBuf out = TW_BUF_INIT;
  ck_assert_int_eq(tw_spool_open(scratch.path, &spool), TW_OK);
  ck_assert_int_eq(tw_spool_add(spool, TW_STR("one"), &at[0]), TW_OK);
  ck_assert_int_eq(tw_spool_add(spool, TW_STR(""), &at[1]), TW_OK);
  ck_assert_int_eq(tw_spool_add(spool, TW_STR("t\0o"), &at[2]), TW_OK);
  ck_assert_int_eq(tw_spool_read(spool, at[2], 3, &out), TW_OK);
  ck_assert_int_eq(tw_spool_read(spool, at[0], 3, &out), TW_OK);
  ck_assert_int_eq(tw_spool_read(spool, at[1], 0, &out), TW_OK);
  ck_assert(tw_str_equal(tw_buf_str(&out), TW_STR("t\0oone")));
  tw_buf_clear(&out);
  tw_spool_free(spool);
}
END_TEST

START_TEST(takes_more_after_reading)
{
  TwSpool* spool = NULL;
  uint64_t at = 0;
  TwBuf out = TW_BUF_INIT;
  ck_assert_int_eq(tw_spool_open(scratch.path, &spool), TW_OK);
  ck_assert_int_eq(tw_spool_add(spool, TW_STR("abc"), &at), TW_OK);
  ck_assert_int_eq(tw_spool_read(spool, 0, 1, &out), TW_OK);
  ck_assert_int_eq(tw_spool_add(spool, TW_STR("def"), &at), TW_OK);
  ck_assert_uint_eq(at, 3);
  tw_buf_reset(&out);
  ck_assert_int_eq(tw_spool_read(spool, 0, 6, &out), TW_OK);
  ck_assert_str_eq(out.s, "abcdef");
  tw_buf_clear(&out);
  tw_spool_free(spool);
}
END_TEST

START_TEST(leaves_no_name_behind)
{
  TwSpool* spool = NULL;
  ck_assert_int_eq(tw_spool_open(scratch.path, &spool), TW_OK);
  ck_assert_uint_eq(scratch_count(&scratch, "."), 0);
  tw_spool_free(spool);
}
END_TEST

START_TEST(tells_why_it_cannot)
{
  TwSpool* spool = NULL;
  TwBuf out = TW_BUF_INIT;
  ck_assert_int_eq(tw_spool_open("/nowhere/at/all", &spool), TW_ERR_WRITE);
  ck_assert_int_eq(errno, ENOENT);
  ck_assert_int_eq(tw_spool_open(scratch.path, &spool), TW_OK);
  ck_assert_int_eq(tw_spool_read(spool, 5, 5, &out), TW_ERR_WRITE);
  tw_buf_clear(&out);
  tw_spool_free(spool);
  tw_spool_free(NULL);
}
END_TEST

START_TEST(survives_want_of_memory)
{
  for (size_t n = 0; n < 20; ++n) {
    TwSpool* spool = NULL;
    tw_alloc_fail_after(n);
    const TwStatus status = tw_spool_open(scratch.path, &spool);
    const bool refused = tw_alloc_refused();
    tw_alloc_fail_after(SIZE_MAX);
    ck_assert_int_eq(status, refused ? TW_ERR_NOMEM : TW_OK);
    tw_spool_free(spool);
  }
}
END_TEST

Suite*
test_spool_suite(void)
{
  const TTest* const tests[] = {
    gives_back_what_it_took, takes_more_after_reading, leaves_no_name_behind,
    tells_why_it_cannot,     survives_want_of_memory,
  };
  return SUITE_WITH("spool", tests, setup, teardown);
}
