/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "base/alloc.h"
#include "base/file.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <errno.h>
#include <fcntl.h>
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

static TwWriter*
open_writer(const char* name)
{
  TwWriter* writer = NULL;
  ck_assert_int_eq(tw_writer_open(scratch_path(&scratch, name), &writer),
                   TW_OK);
  return writer;
}

START_TEST(files_come_whole)
{
  scratch_put(&scratch, "a", "old");
  TwWriter* const writer = open_writer("a");
  tw_writer_add(writer, TW_STR("new "));
  tw_writer_add(writer, (TwStr){NULL, 0});
  tw_writer_addf(writer, "%d", 42);
  ck_assert_uint_eq(tw_writer_size(writer), 6);
  ck_assert_str_eq(scratch_text(&scratch, "a"), "old");
  ck_assert_uint_eq(scratch_count(&scratch, "."), 2);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "a"), "new 42");
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
}
END_TEST

START_TEST(or_not_at_all)
{
  scratch_put(&scratch, "a", "old");
  TwWriter* const writer = open_writer("a");
  tw_writer_add(writer, TW_STR("new"));
  tw_writer_abort(writer);
  tw_writer_abort(NULL);
  ck_assert_str_eq(scratch_text(&scratch, "a"), "old");
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
}
END_TEST

START_TEST(modes_and_links_are_kept)
{
  struct stat info;
  scratch_put(&scratch, "a", "old");
  ck_assert_int_eq(chmod(scratch_path(&scratch, "a"), 0640), 0);
  ck_assert_int_eq(symlink("a", scratch_path(&scratch, "link")), 0);
  TwWriter* const writer = open_writer("link");
  tw_writer_add(writer, TW_STR("new"));
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "a"), "new");
  ck_assert_int_eq(lstat(scratch_path(&scratch, "link"), &info), 0);
  ck_assert(S_ISLNK(info.st_mode));
  ck_assert_int_eq(stat(scratch_path(&scratch, "a"), &info), 0);
  ck_assert_uint_eq(info.st_mode & 07777, 0640);
}
END_TEST

START_TEST(refusals_have_a_reason)
{
  TwWriter* writer = NULL;
  scratch_folder(&scratch, "folder");
  scratch_put(&scratch, "file", "");
  static const struct {
    const char* name;
    int error;
  } cases[] = {
    {"folder", EISDIR}, {"no/a", ENOENT}, {"file/a", ENOTDIR}, {"", EISDIR}};
  for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    ck_assert_int_eq(
      tw_writer_open(scratch_path(&scratch, cases[i].name), &writer),
      TW_ERR_WRITE);
    ck_assert_int_eq(errno, cases[i].error);
    ck_assert_ptr_null(writer);
  }
  ck_assert_uint_eq(scratch_count(&scratch, "."), 2);
}
END_TEST

START_TEST(no_permission_is_an_error)
{
  TwWriter* writer = NULL;
  scratch_folder(&scratch, "folder");
  ck_assert_int_eq(chmod(scratch_path(&scratch, "folder"), 0500), 0);
  if (scratch_drop_rights(&scratch)) {
    ck_assert_int_eq(
      tw_writer_open(scratch_path(&scratch, "folder/a"), &writer),
      TW_ERR_WRITE);
    ck_assert_int_eq(errno, EACCES);
  }
}
END_TEST

START_TEST(a_stale_temporary_is_no_hindrance)
{
  char name[64];
  snprintf(name, sizeof(name), ".a.tmp-%ld", (long)getpid());
  scratch_put(&scratch, name, "stale");
  TwWriter* const writer = open_writer("a");
  tw_writer_add(writer, TW_STR("new"));
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "a"), "new");
  ck_assert_str_eq(scratch_text(&scratch, name), "stale");
}
END_TEST

START_TEST(a_full_device_is_said)
{
  TwWriter* writer = NULL;
  if (access("/dev/full", W_OK)) {
    fputs("skipped: there is no /dev/full\n", stderr);
    return;
  }
  ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
  tw_writer_add(writer, TW_STR("little"));
  ck_assert_int_eq(tw_writer_commit(writer), TW_ERR_WRITE);
  ck_assert_int_eq(errno, ENOSPC);

  ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
  for (int i = 0; i < 1000; ++i) {
    tw_writer_addf(writer, "%0100d", i);
  }
  ck_assert_int_eq(tw_writer_commit(writer), TW_ERR_WRITE);
  ck_assert_int_eq(errno, ENOSPC);

  ck_assert_int_eq(tw_writer_open("/dev/full", &writer), TW_OK);
  tw_writer_add(writer, TW_STR("little"));
  tw_writer_abort(writer);
}
END_TEST

START_TEST(a_pipe_gets_the_bytes)
{
  char text[16] = "";
  const char* const path = scratch_path(&scratch, "pipe");
  ck_assert_int_eq(mkfifo(path, 0600), 0);
  const int reader = open(path, O_RDONLY | O_NONBLOCK);
  ck_assert_int_ge(reader, 0);
  TwWriter* const writer = open_writer("pipe");
  tw_writer_add(writer, TW_STR("through"));
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert_int_eq(read(reader, text, sizeof(text) - 1), 7);
  ck_assert_str_eq(text, "through");
  close(reader);
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
}
END_TEST

START_TEST(standard_output_is_a_file)
{
  TwWriter* writer = NULL;
  const int kept = dup(STDOUT_FILENO);
  const int file =
    open(scratch_path(&scratch, "out"), O_WRONLY | O_CREAT, 0600);
  fflush(stdout);
  ck_assert_int_ge(dup2(file, STDOUT_FILENO), 0);
  printf("first ");
  const TwStatus opened = tw_writer_open("-", &writer);
  tw_writer_add(writer, TW_STR("second"));
  const TwStatus committed = tw_writer_commit(writer);
  dup2(kept, STDOUT_FILENO);
  close(kept);
  close(file);
  ck_assert_int_eq(opened, TW_OK);
  ck_assert_int_eq(committed, TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "out"), "first second");
}
END_TEST

START_TEST(writing_without_memory)
{
  const char* const path = scratch_path(&scratch, "a");
  size_t n = 0;
  for (TwStatus status = TW_ERR_NOMEM; status != TW_OK; ++n) {
    TwWriter* writer = NULL;
    tw_alloc_fail_after(n);
    status = tw_writer_open(path, &writer);
    ck_assert(status == TW_OK || tw_alloc_refused());
    ck_assert_uint_eq(scratch_count(&scratch, "."), status == TW_OK);
    tw_writer_abort(writer);
  }
  ck_assert_uint_ge(n, 3);
}
END_TEST

START_TEST(memory_is_a_file)
{
  TwBuf out = TW_BUF_INIT;
  TwWriter* writer = NULL;
  tw_buf_add(&out, TW_STR("a"));
  ck_assert_int_eq(tw_writer_open_text(&out, &writer), TW_OK);
  tw_writer_add(writer, TW_STR("b\0"));
  tw_writer_addf(writer, "%d", 5);
  ck_assert_uint_eq(tw_writer_size(writer), 3);
  ck_assert_int_eq(tw_writer_commit(writer), TW_OK);
  ck_assert(tw_str_equal(tw_buf_str(&out), TW_STR("ab\0"
                                                  "5")));
  ck_assert_int_eq(tw_writer_open_text(&out, &writer), TW_OK);
  tw_writer_add(writer, TW_STR("c"));
  tw_writer_abort(writer);
  ck_assert_uint_eq(out.len, 4);
  tw_buf_clear(&out);
}
END_TEST

Suite*
test_writer_suite(void)
{
  const TTest* const tests[] = {
    files_come_whole,          or_not_at_all,
    modes_and_links_are_kept,  refusals_have_a_reason,
    no_permission_is_an_error, a_stale_temporary_is_no_hindrance,
    a_full_device_is_said,     a_pipe_gets_the_bytes,
    standard_output_is_a_file, writing_without_memory,
    memory_is_a_file,
  };
  return SUITE_WITH("writer", tests, setup, teardown);
}
