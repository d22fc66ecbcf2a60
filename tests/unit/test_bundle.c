/* SPDX-License-Identifier: Apache-2.0 */
/* SPDX-FileCopyrightText: the triplewire authors */
#include "output/bundle.h"
#include "output/parts.h"
#include "tests/unit/runner.h"
#include "tests/unit/scratch.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static Scratch scratch;
static TwDiagSink sink;

static void
setup(void)
{
  memset(&sink, 0, sizeof(sink));
  scratch_init(&scratch);
}

static void
teardown(void)
{
  scratch_clear(&scratch);
}

static TwBundle*
open_bundle(const char* name)
{
  TwBundle* bundle = NULL;
  ck_assert_int_eq(tw_bundle_open(scratch_path(&scratch, name), &sink, &bundle),
                   TW_OK);
  return bundle;
}

static void
put(TwBundle* bundle, const char* name, const char* text)
{
  TwWriter* writer = NULL;
  ck_assert_int_eq(tw_bundle_file(bundle, name, &writer), TW_OK);
  tw_writer_add(writer, tw_str(text));
}

static void
part(TwBundle* bundle, const char* id, const char* key, const char* text)
{
  ck_assert_int_eq(
    tw_bundle_part(bundle, tw_str(id), tw_str(key), ".tsv", tw_str(text)),
    TW_OK);
}

START_TEST(files_appear_together)
{
  TwBundle* const bundle = open_bundle("out");
  put(bundle, "a", "1");
  put(bundle, "b", "2");
  part(bundle, "x", "00", "3");
  ck_assert_ptr_null(scratch_text(&scratch, "out/a"));
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "1");
  ck_assert_str_eq(scratch_text(&scratch, "out/b"), "2");
  ck_assert_str_eq(scratch_text(&scratch, "out/facts/x.tsv"), "3");
  ck_assert_uint_eq(scratch_count(&scratch, "out"), 3);
}
END_TEST

START_TEST(an_abort_leaves_what_was_there)
{
  scratch_folder(&scratch, "out");
  scratch_put(&scratch, "out/a", "old");
  TwBundle* bundle = open_bundle("out");
  put(bundle, "a", "new");
  part(bundle, "x", "00", "new");
  tw_bundle_abort(bundle);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "old");
  ck_assert_uint_eq(scratch_count(&scratch, "out"), 1);

  bundle = open_bundle("fresh");
  put(bundle, "a", "new");
  part(bundle, "x", "00", "new");
  tw_bundle_abort(bundle);
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
  tw_bundle_abort(NULL);
}
END_TEST

START_TEST(a_full_disk_leaves_what_was_there)
{
  scratch_folder(&scratch, "out");
  scratch_put(&scratch, "out/a", "old");
  TwBundle* const bundle = open_bundle("out");
  put(bundle, "a", "new");
  TwWriter* full = NULL;
  ck_assert_int_eq(symlink("/dev/full", scratch_path(&scratch, "out/b")), 0);
  ck_assert_int_eq(tw_bundle_file(bundle, "b", &full), TW_OK);
  tw_writer_add(full, TW_STR("x"));
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_ERR_WRITE);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 1);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "old");
  ck_assert_uint_eq(scratch_count(&scratch, "out"), 2);
}
END_TEST

START_TEST(a_file_in_the_way_is_told)
{
  TwBundle* bundle = NULL;
  TwWriter* writer = NULL;
  scratch_put(&scratch, "file", "");
  ck_assert_int_eq(
    tw_bundle_open(scratch_path(&scratch, "file"), &sink, &bundle),
    TW_ERR_WRITE);
  ck_assert_int_eq(
    tw_bundle_open(scratch_path(&scratch, "no/such"), &sink, &bundle),
    TW_ERR_WRITE);
  scratch_folder(&scratch, "out");
  scratch_folder(&scratch, "out/a");
  bundle = open_bundle("out");
  ck_assert_int_eq(tw_bundle_file(bundle, "a", &writer), TW_ERR_WRITE);
  ck_assert_uint_eq(sink.counts[TW_ERROR], 3);
  tw_bundle_abort(bundle);
}
END_TEST

START_TEST(parts_of_one_name_are_told_apart)
{
  scratch_folder(&scratch, "out");
  scratch_folder(&scratch, "out/facts");
  scratch_put(&scratch, "out/facts/gone.tsv", "old");
  TwBundle* const bundle = open_bundle("out");
  part(bundle, "x", "111111111111aa", "1");
  part(bundle, "x", "222222222222aa", "2");
  part(bundle, "x", "333333333333aa", "3");
  part(bundle, "z", "44", "old");
  part(bundle, "y", "44", "4");
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "out/facts/x-111111111111.tsv"), "1");
  ck_assert_str_eq(scratch_text(&scratch, "out/facts/x-222222222222.tsv"), "2");
  ck_assert_str_eq(scratch_text(&scratch, "out/facts/x-333333333333.tsv"), "3");
  ck_assert_str_eq(scratch_text(&scratch, "out/facts/y.tsv"), "4");
  ck_assert_uint_eq(scratch_count(&scratch, "out/facts"), 4);
  ck_assert_uint_eq(scratch_count(&scratch, "out"), 1);
}
END_TEST

START_TEST(what_people_put_there_stays)
{
  struct stat info;
  scratch_folder(&scratch, "out");
  scratch_put(&scratch, "out/a", "old");
  scratch_put(&scratch, "out/notes", "mine");
  ck_assert_int_eq(chmod(scratch_path(&scratch, "out/a"), 0640), 0);
  ck_assert_int_eq(chmod(scratch_path(&scratch, "out"), 0750), 0);
  TwBundle* const bundle = open_bundle("out");
  put(bundle, "a", "new");
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "new");
  ck_assert_str_eq(scratch_text(&scratch, "out/notes"), "mine");
  ck_assert_uint_eq(scratch_count(&scratch, "out"), 2);
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
  ck_assert_int_eq(stat(scratch_path(&scratch, "out/a"), &info), 0);
  ck_assert_uint_eq(info.st_mode & 0777, 0640);
  ck_assert_int_eq(stat(scratch_path(&scratch, "out"), &info), 0);
  ck_assert_uint_eq(info.st_mode & 0777, 0750);
}
END_TEST

START_TEST(a_folder_with_folders_of_people_is_filled_where_it_is)
{
  scratch_folder(&scratch, "out");
  scratch_folder(&scratch, "out/mine");
  scratch_put(&scratch, "out/mine/notes", "mine");
  TwBundle* const bundle = open_bundle("out");
  put(bundle, "a", "new");
  ck_assert_uint_eq(scratch_count(&scratch, "."), 1);
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_OK);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "new");
  ck_assert_str_eq(scratch_text(&scratch, "out/mine/notes"), "mine");
}
END_TEST

/* What a killed process left has no lock; what another one fills has. */
START_TEST(only_what_is_left_behind_is_swept_away)
{
  scratch_folder(&scratch, ".out.tmp-1000000001");
  scratch_put(&scratch, ".out.tmp-1000000001/a", "left");
  scratch_folder(&scratch, ".out.tmp-1000000002");
  scratch_folder(&scratch, ".out.tmp-mine");
  const int fd = open(scratch_path(&scratch, ".out.tmp-1000000002"), O_RDONLY);
  ck_assert_int_eq(flock(fd, LOCK_EX | LOCK_NB), 0);
  TwBundle* const bundle = open_bundle("out");
  put(bundle, "a", "new");
  ck_assert_int_eq(tw_bundle_commit(bundle), TW_OK);
  close(fd);
  ck_assert_str_eq(scratch_text(&scratch, "out/a"), "new");
  ck_assert_uint_eq(scratch_count(&scratch, "."), 3);
}
END_TEST

START_TEST(names_stay_in_their_folder)
{
  static const struct {
    TwStr id;
    const char* name;
  } rows[] = {
    {{"d01", 3}, "d01"},
    {{"../../x", 7}, "_._.._x"},
    {{"/etc/passwd", 11}, "_etc_passwd"},
    {{"..", 2}, "_."},
    {{".", 1}, "_"},
    {{"", 0}, "_"},
    {{"a\0b", 3}, "a_b"},
    {{"ñ b\\c\n", 7}, "ñ_b_c_"},
  };
  for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    TwBuf buf = TW_BUF_INIT;
    tw_parts_name(&buf, rows[i].id);
    ck_assert_str_eq(buf.s, rows[i].name);
    tw_buf_clear(&buf);
  }
}
END_TEST

START_TEST(long_names_are_cut_between_characters)
{
  char id[301] = "a";
  TwBuf buf = TW_BUF_INIT;
  while (strlen(id) < 290) {
    strcat(id, "ñ");
  }
  tw_parts_name(&buf, tw_str(id));
  ck_assert_uint_eq(buf.len, 149);
  tw_buf_clear(&buf);
}
END_TEST

Suite*
test_bundle_suite(void)
{
  const TTest* const tests[] = {
    files_appear_together,
    an_abort_leaves_what_was_there,
    a_full_disk_leaves_what_was_there,
    a_file_in_the_way_is_told,
    parts_of_one_name_are_told_apart,
    what_people_put_there_stays,
    a_folder_with_folders_of_people_is_filled_where_it_is,
    only_what_is_left_behind_is_swept_away,
    names_stay_in_their_folder,
    long_names_are_cut_between_characters,
  };
  return SUITE_WITH("bundle", tests, setup, teardown);
}
