/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/file.h"
#include "tests/unit/check_text.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Scratch scratch;

static void
setup(void)
{
  scratch_init(&scratch);
}

static void
teardown(void)
{
  tw_alloc_fail_after(SIZE_MAX);
  scratch_take_rights();
  scratch_clear(&scratch);
}

START_TEST(files_are_read_to_the_end)
{
  TwBuf buf = TW_BUF_INIT;
  tw_buf_add(&buf, TW_STR("before:"));
  scratch_put(&scratch, "a", "text");
  ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "a"), 4, &buf), TW_OK);
  ck_assert_str(tw_buf_str(&buf), "before:text");
  tw_buf_clear(&buf);
  ck_assert_int_eq(tw_file_read("/dev/null", 0, &buf), TW_OK);
  ck_assert_uint_eq(buf.len, 0);
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(refusals_have_a_reason)
{
  TwBuf buf = TW_BUF_INIT;
  scratch_put(&scratch, "a", "text!");
  ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "b"), 0, &buf),
                   TW_ERR_READ);
  ck_assert_int_eq(errno, ENOENT);
  ck_assert_int_eq(tw_file_read(scratch.path, 0, &buf), TW_ERR_READ);
  ck_assert_int_eq(errno, EISDIR);
  ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "a/b"), 0, &buf),
                   TW_ERR_READ);
  ck_assert_int_eq(errno, ENOTDIR);
  ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "a"), 4, &buf),
                   TW_ERR_LIMIT);
  ck_assert_int_eq(tw_file_read("/dev/zero", 100000, &buf), TW_ERR_LIMIT);
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(standard_input_is_a_file)
{
  TwBuf buf = TW_BUF_INIT;
  scratch_put(&scratch, "a", "from outside");
  ck_assert_ptr_nonnull(freopen(scratch_path(&scratch, "a"), "r", stdin));
  ck_assert_int_eq(tw_file_read("-", 0, &buf), TW_OK);
  ck_assert_str(tw_buf_str(&buf), "from outside");
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(no_permission_is_an_error)
{
  TwBuf buf = TW_BUF_INIT;
  scratch_put(&scratch, "a", "secret");
  ck_assert_int_eq(chmod(scratch_path(&scratch, "a"), 0), 0);
  if (scratch_drop_rights(&scratch)) {
    ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "a"), 0, &buf),
                     TW_ERR_READ);
    ck_assert_int_eq(errno, EACCES);
  }
  tw_buf_clear(&buf);
}
END_TEST

START_TEST(reading_without_memory)
{
  TwBuf buf = TW_BUF_INIT;
  scratch_put(&scratch, "a", "text");
  tw_alloc_fail_after(0);
  ck_assert_int_eq(tw_file_read(scratch_path(&scratch, "a"), 0, &buf),
                   TW_ERR_NOMEM);
  tw_buf_clear(&buf);
}
END_TEST

/* --- Walks --- */

static TwStatus
note(void* data, const char* path)
{
  TwBuf* const buf = data;
  const size_t skip = strlen(scratch.path) + 1;
  tw_buf_addf(buf, "%s ", path + skip);
  return tw_buf_status(buf);
}

static void
plant(void)
{
  scratch_folder(&scratch, "in");
  scratch_folder(&scratch, "in/b");
  scratch_folder(&scratch, "in/b/c");
  scratch_folder(&scratch, "in/.hidden");
  scratch_folder(&scratch, "in/empty");
  scratch_put(&scratch, "in/b/c/deep", "");
  scratch_put(&scratch, "in/b/1", "");
  scratch_put(&scratch, "in/b.txt", "");
  scratch_put(&scratch, "in/b-1", "");
  scratch_put(&scratch, "in/a", "");
  scratch_put(&scratch, "in/Z", "");
  scratch_put(&scratch, "in/\xc3\xa9", "");
  scratch_put(&scratch, "in/.dot", "");
  scratch_put(&scratch, "in/.hidden/x", "");
  ck_assert_int_eq(mkfifo(scratch_path(&scratch, "in/pipe"), 0600), 0);
  ck_assert_int_eq(symlink("a", scratch_path(&scratch, "in/link")), 0);
  ck_assert_int_eq(symlink("..", scratch_path(&scratch, "in/loop")), 0);
  ck_assert_int_eq(symlink("gone", scratch_path(&scratch, "in/lost")), 0);
}

START_TEST(walks_are_in_the_order_of_bytes)
{
  TwBuf seen = TW_BUF_INIT;
  plant();
  ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in"), note, &seen),
                   TW_OK);
  ck_assert_str(tw_buf_str(&seen),
                "in/Z in/a in/b-1 in/b.txt in/b/1 in/b/c/deep in/link in/lost "
                "in/\xc3\xa9 ");
  tw_buf_reset(&seen);
  ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in/b/"), note, &seen),
                   TW_OK);
  ck_assert_str(tw_buf_str(&seen), "in/b/1 in/b/c/deep ");
  tw_buf_clear(&seen);
}
END_TEST

START_TEST(walks_of_one_file)
{
  TwBuf seen = TW_BUF_INIT;
  plant();
  ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in/.dot"), note, &seen),
                   TW_OK);
  ck_assert_str(tw_buf_str(&seen), "in/.dot ");
  tw_buf_reset(&seen);
  ck_assert_int_eq(
    tw_file_walk(scratch_path(&scratch, "in/empty"), note, &seen), TW_OK);
  ck_assert_str(tw_buf_str(&seen), "");
  ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "no"), note, &seen),
                   TW_ERR_READ);
  ck_assert_int_eq(errno, ENOENT);
  tw_buf_clear(&seen);
}
END_TEST

static TwStatus
stop(void* data, const char* path)
{
  (void)path;
  return ++*(int*)data == 2 ? TW_ERR_LIMIT : TW_OK;
}

/* A closed folder below is visited like a file: reading it says why. */
START_TEST(closed_folders_are_not_silent)
{
  TwBuf seen = TW_BUF_INIT;
  scratch_folder(&scratch, "in");
  scratch_folder(&scratch, "in/b");
  scratch_put(&scratch, "in/b/lost", "");
  scratch_put(&scratch, "in/a", "");
  ck_assert_int_eq(chmod(scratch_path(&scratch, "in/b"), 0), 0);
  if (scratch_drop_rights(&scratch)) {
    ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in"), note, &seen),
                     TW_OK);
    ck_assert_str(tw_buf_str(&seen), "in/a in/b ");
    ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in/b"), note, &seen),
                     TW_ERR_READ);
    ck_assert_int_eq(errno, EACCES);
  }
  tw_buf_clear(&seen);
}
END_TEST

START_TEST(walks_can_be_ended)
{
  int n_seen = 0;
  plant();
  ck_assert_int_eq(tw_file_walk(scratch_path(&scratch, "in"), stop, &n_seen),
                   TW_ERR_LIMIT);
  ck_assert_int_eq(n_seen, 2);
}
END_TEST

static TwStatus
ignore(void* data, const char* path)
{
  (void)data;
  (void)path;
  return TW_OK;
}

START_TEST(walks_without_memory)
{
  plant();
  const char* const path = scratch_path(&scratch, "in");
  size_t n = 0;
  for (TwStatus status = TW_ERR_NOMEM; status != TW_OK; ++n) {
    tw_alloc_fail_after(n);
    status = tw_file_walk(path, ignore, NULL);
    ck_assert_int_eq(status, tw_alloc_refused() ? TW_ERR_NOMEM : TW_OK);
  }
  ck_assert_uint_ge(n, 3);
}
END_TEST

Suite*
test_file_suite(void)
{
  const TTest* const tests[] = {
    files_are_read_to_the_end,
    refusals_have_a_reason,
    standard_input_is_a_file,
    no_permission_is_an_error,
    reading_without_memory,
    walks_are_in_the_order_of_bytes,
    walks_of_one_file,
    walks_can_be_ended,
    closed_folders_are_not_silent,
    walks_without_memory,
  };
  return SUITE_WITH("file", tests, setup, teardown);
}
